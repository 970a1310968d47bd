"""From counted to published: what each kind of reader may see of everybody's figures."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from ..indicatoren import Dimensie
from ..kleine_aantallen import Gelezen, Hierarchie, te_veel_samen
from ..kleine_aantallen import publiceren as veilig_maken
from ..models import IndicatorWaarde, Publicatie, Voor
from ..periodes import Soort, lezen
from ..publiek import Publiek
from ..tabellen import Cel, Sleutel, Telling
from .samenhang import MENSEN_VAN, hierarchie
from .tellingen import naam_van, tellingen

KORT = frozenset({Soort.KWARTAAL, Soort.JAAR, Soort.SCHOOLJAAR})
# Per kind of reader: over which periods, and whether there is more than the totals.
OMVANG: dict[Publiek, tuple[frozenset[Soort], bool]] = {
    Publiek.EIGEN: (KORT, True),
    Publiek.PARTNER: (KORT, False),
    Publiek.OPENBAAR: (frozenset({Soort.JAAR, Soort.JAREN}), False),
}
# In this order: what the council reads is looked at beside what the gemeente itself reads.
LEZERS: dict[Voor, tuple[Publiek, ...]] = {
    Voor.GEMEENTE: (Publiek.EIGEN, Publiek.OPENBAAR),
    Voor.INSTELLING: (Publiek.EIGEN,),
    Voor.SOCIAAL_WERKBEDRIJF: (Publiek.EIGEN,),
    Voor.REGIO_ZONDER: (Publiek.PARTNER,),
}
BUNDEL = 1000


def publiceren(*, wie: Iterable[tuple[str, int]] | None = None, nu: datetime | None = None) -> int:
    """Publiceer de getelde cijfers over periodes die voorbij zijn; geeft hoeveel er nu staan.

    `wie`: alleen deze gemeenten, scholen, werkbedrijven of regio's, als (soort, pk).

    What was published is thrown away and made again from the same counts: twice gives the same.
    """
    nu = nu or timezone.now()
    vandaag = timezone.localdate(nu)
    if wie is None:
        wie = IndicatorWaarde.objects.geldig().values_list("voor_soort", "voor_id").distinct()
    aantal = 0
    for soort, pk in sorted(wie):
        rijen = list(IndicatorWaarde.objects.voor(soort, pk).order_by("pk"))
        with transaction.atomic():
            Publicatie.objects.filter(voor_soort=soort, voor_id=pk).delete()
            for publiek, cellen in _per_publiek(Voor(soort), rijen, vandaag).items():
                nieuw = list(_publicaties(soort, pk, publiek, cellen, _verbeterd(rijen), nu))
                Publicatie.objects.bulk_create(nieuw, BUNDEL)
                aantal += len(nieuw)
    return aantal


def _per_publiek(
    soort: Voor, rijen: list[IndicatorWaarde], vandaag: date
) -> dict[Publiek, dict[Sleutel, Cel]]:
    """The safe cells for each kind of reader of these rows."""
    ruw, veilig = {}, {}
    for publiek in LEZERS[soort]:
        gekozen = _zonder_herhaling(rij for rij in rijen if _hoort_erbij(rij, publiek, vandaag))
        ruw[publiek] = tellingen(gekozen)
        veilig[publiek] = _veilig(gekozen, ruw[publiek], publiek)
    if Publiek.OPENBAAR in veilig:
        _samen_bekijken(rijen, ruw, veilig)
    return veilig


def _samen_bekijken(
    rijen: list[IndicatorWaarde], ruw: dict[Publiek, list[Telling]],
    veilig: dict[Publiek, dict[Sleutel, Cel]],
) -> None:  # fmt: skip
    """Leave out of what the council reads whatever would give someone away beside the rest."""
    gelezen = {
        publiek: [Gelezen(telling, cellen[telling.sleutel]) for telling in ruw[publiek]]
        for publiek, cellen in veilig.items()
    }
    openbaar = veilig[Publiek.OPENBAAR]
    for sleutel in te_veel_samen(
        gelezen[Publiek.EIGEN], gelezen[Publiek.OPENBAAR], _hierarchie(rijen)
    ):
        openbaar[sleutel] = openbaar[sleutel].afgedekt()


def _publicaties(
    soort: str, pk: int, publiek: Publiek, veilig: dict[Sleutel, Cel],
    verbeterd: dict[tuple[str, str], datetime], nu: datetime,
) -> Iterator[Publicatie]:  # fmt: skip
    per_cijfer: dict[tuple[str, str], list[list]] = defaultdict(list)
    for sleutel, cel in veilig.items():
        per_cijfer[sleutel.indicator, sleutel.periode].append(Publicatie.rij(cel))
    for (indicator, periode), cellen in per_cijfer.items():
        yield Publicatie(
            voor_soort=soort, voor_id=pk, publiek=publiek, indicator=indicator, periode=periode,
            cellen=cellen, gecorrigeerd_op=verbeterd.get((indicator, periode)), gepubliceerd_op=nu,
        )  # fmt: skip


def _verbeterd(rijen: Iterable[IndicatorWaarde]) -> dict[tuple[str, str], datetime]:
    """Per indicator and period when it was last corrected, after the period was closed."""
    laatst: dict[tuple[str, str], datetime] = {}
    for rij in rijen:
        if op := rij.gecorrigeerd_op:
            plek = naam_van(rij.code, rij.maand), rij.periode
            laatst[plek] = max(op, laatst.get(plek, op))
    return laatst


def _hoort_erbij(rij: IndicatorWaarde, publiek: Publiek, vandaag: date) -> bool:
    """Only what is over: two pictures of a running period would tell who came in between."""
    periode = lezen(rij.periode)
    soorten, uitgesplitst = OMVANG[publiek]
    if periode is None or periode.soort not in soorten or periode.eind >= vandaag:
        return False
    if rij.dimensie:
        return uitgesplitst and not rij.route and rij.code not in MENSEN_VAN
    return uitgesplitst or not rij.route


def _zonder_herhaling(rijen: Iterable[IndicatorWaarde]) -> list[IndicatorWaarde]:
    """A breakdown with one value only says the total again, under another name."""
    rijen = list(rijen)
    soorten = Counter((rij.code, rij.maand, rij.periode, rij.dimensie) for rij in rijen)
    return [
        rij
        for rij in rijen
        if not rij.dimensie or soorten[rij.code, rij.maand, rij.periode, rij.dimensie] > 1
    ]


def _veilig(
    rijen: list[IndicatorWaarde], ruw: list[Telling], publiek: Publiek
) -> dict[Sleutel, Cel]:
    gemeenten = max((rij.bijdragers or 0 for rij in rijen), default=0) or None
    return veilig_maken(ruw, publiek, _hierarchie(rijen), gemeenten=gemeenten)


def _hierarchie(rijen: list[IndicatorWaarde]) -> Hierarchie:
    return hierarchie({rij.waarde for rij in rijen if rij.dimensie == Dimensie.KWALIFICATIE})
