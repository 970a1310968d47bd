"""The published figures of one reader, read in one query."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Max
from django.utils import timezone

from ..indicatoren import INDICATOREN
from ..models import Herbouw, Publicatie
from ..periodes import Periode, lezen
from ..rules.kijkers import Kijker
from ..tabellen import Aantal, Cel, Sleutel, Toestand

NUL = Aantal(toestand=Toestand.GETOOND, waarde=0)


def periodes_van(kijker: Kijker) -> list[Periode]:
    """De periodes waarover deze kijker iets kan lezen, de laatste eerst."""
    codes = Publicatie.objects.voor(kijker.soort, kijker.pk, kijker.publiek)
    gelezen = (lezen(code) for code in codes.values_list("periode", flat=True).distinct())
    return sorted((periode for periode in gelezen if periode), reverse=True)


def geteld_op() -> date | None:
    """De dag van de laatste telling."""
    herbouw = Herbouw.objects.first()
    return herbouw.peildatum if herbouw else None


def verbeterd_op(kijker: Kijker, periode: Periode) -> datetime | None:
    """Wanneer er na het afsluiten van deze periode het laatst een cijfer is verbeterd."""
    gelezen = Publicatie.objects.voor(kijker.soort, kijker.pk, kijker.publiek)
    return gelezen.filter(periode=periode.code).aggregate(op=Max("gecorrigeerd_op"))["op"]


def volledigheid(kijker: Kijker, periode: Periode) -> Cel:
    """Welk deel van de gegevens achter de cijfers van deze periode er is (I27)."""
    return Cijfers(kijker, ("I27",), [periode]).cel("I27", periode)


class Cijfers:
    """De veilige cellen van één kijker: deze indicatoren, deze periodes."""

    def __init__(self, kijker: Kijker, indicatoren: Iterable[str], perioden: Iterable[Periode]):
        self.kijker = kijker
        self._cellen: dict[Sleutel, Cel] = {}
        self._geteld: set[tuple[str, str]] = set()
        gevonden = Publicatie.objects.voor(kijker.soort, kijker.pk, kijker.publiek).filter(
            indicator__in=list(indicatoren), periode__in=[periode.code for periode in perioden]
        )
        for publicatie in gevonden:
            self._opnemen(publicatie)

    def _opnemen(self, publicatie: Publicatie) -> None:
        self._geteld.add((publicatie.indicator, publicatie.periode))
        self._cellen |= {cel.sleutel: cel for cel in publicatie.gelezen()}

    def cel(
        self,
        indicator: str,
        periode: Periode,
        route: str = "",
        dimensie: str = "",
        waarde: str = "",
    ) -> Cel:
        """Het cijfer op deze plek. Wat geteld is en geen rij heeft is nul.

        Anders is het nog te vroeg (niet iedereen is zo ver), of niet gemeten.
        """
        sleutel = Sleutel(indicator, periode.code, route, dimensie, waarde)
        if gevonden := self._cellen.get(sleutel):
            return gevonden
        if (indicator, periode.code) in self._geteld:
            return Cel(sleutel=sleutel, teller=NUL, k=self.kijker.publiek.k)
        nummer, *maand = indicator.split("-")
        rijp = INDICATOREN[nummer].is_rijp(periode, timezone.localdate(), int(*maand[:1]))
        return Cel.leeg(sleutel, Toestand.NIET_GEMETEN if rijp else Toestand.TE_VROEG)

    def waarden(self, indicator: str, periode: Periode, dimensie: str) -> list[str]:
        """Welke waarden een uitsplitsing hier heeft."""
        return [
            sleutel.waarde
            for sleutel in self._cellen
            if (sleutel.indicator, sleutel.periode, sleutel.route, sleutel.dimensie)
            == (indicator, periode.code, "", dimensie)
        ]


def rest(cel: Cel) -> Cel:
    """Wie wel in de noemer zit en niet in de teller, gerekend uit wat getoond is."""
    if not cel.getoond:
        return Cel.leeg(cel.sleutel, cel.teller.toestand)
    if not (cel.noemer and cel.noemer.getoond):
        return Cel.leeg(cel.sleutel, Toestand.AFGEDEKT)
    over = max(cel.noemer.waarde - cel.teller.waarde, 0)
    return Cel(
        sleutel=cel.sleutel, teller=Aantal(toestand=Toestand.GETOOND, waarde=over),
        noemer=cel.noemer, k=cel.k,
    )  # fmt: skip
