"""What a traject achieved, as the plain values of slagen: results that count, and exemptions."""

from dataclasses import replace
from decimal import Decimal

from ..models import (
    HEEL_CIJFER,
    Deel,
    Keuzedeel,
    Onderdeel,
    Resultaat,
    Traject,
    Vrijstellingsbesluit,
    Vrijstellingsverzoek,
)
from ..models.kwalificaties import codesleutel
from .onderdelen import geldige_resultaten, standen
from .slagen import Examendeel, Generiek, Waardering, eindcijfer_van
from .slagen import Keuzedeel as Keuzedeelstand

Uitkomst = Vrijstellingsbesluit.Uitkomst
Sleutel = tuple[str, str, str]  # onderdeel, key of the code, deel


class Behaald:
    """Wat van één traject telt: per onderdeel de hoogste poging en de verleende vrijstelling.

    Niet bevestigde codes tellen niet mee; `opmerkingen` zegt welke dat zijn.
    """

    def __init__(self, traject: Traject):
        self.standen = standen(geldige_resultaten(traject))
        self.besluiten = list(
            Vrijstellingsbesluit.objects.filter(verzoek__traject=traject)
            .exclude(uitkomst=Uitkomst.AFGEWEZEN)
            .select_related("verzoek")
        )
        self.telt = {_sleutel(stand): stand.telt for stand in self.standen if stand.bevestigd}
        self.vrij = {
            _sleutel(besluit.verzoek): besluit
            for besluit in self.besluiten
            if besluit.uitkomst == Uitkomst.VERLEEND
        }

    def waardering(self, onderdeel: str, code: str = "", deel: str = "") -> Waardering:
        """Het resultaat, of de vrijstelling met het eerdere cijfer (EKB 3b lid 3).

        Is er van allebei een cijfer, dan telt het hoogste.
        """
        sleutel = (str(onderdeel), codesleutel(code), str(deel))
        return _hoogste(self.telt.get(sleutel), self.vrij.get(sleutel))

    def generiek(self, onderdeel: Onderdeel) -> Generiek:
        """Eindcijfer, centraal examen en instellingsexamen van Nederlands, rekenen of Engels."""
        niveaus = [stand.telt.niveau for stand in self.standen if stand.onderdeel == onderdeel]
        heel = Generiek(self.waardering(onderdeel), niveau=next(filter(None, niveaus), ""))
        delen = replace(
            heel,
            ce=self.waardering(onderdeel, deel=Deel.CENTRAAL),
            ie=self.waardering(onderdeel, deel=Deel.INSTELLING),
        )
        if not heel.eind.vrijgesteld:
            return delen
        # Of the whole exam exempted: CE and IE only count if together they are higher.
        vrij, samen = heel.eind.cijfer, eindcijfer_van(delen)
        return delen if None not in (vrij, samen) and samen > vrij else heel

    def keuzedelen(self) -> tuple[Keuzedeelstand, ...]:
        """Elk keuzedeel met een eindresultaat of een vrijstelling, op code."""
        behaald = {rij.code: rij for rij in self._van(self.telt.values(), Onderdeel.KEUZEDEEL)}
        verzoeken = self._van((b.verzoek for b in self.vrij.values()), Onderdeel.KEUZEDEEL)
        vrij = {verzoek.code: verzoek.naam for verzoek in verzoeken}
        uren = dict(Keuzedeel.objects.filter(code__in=vrij).values_list("code", "klokuren"))
        uit = []
        for code in sorted(behaald.keys() | vrij.keys()):
            rij = behaald.get(code)
            uit.append(
                Keuzedeelstand(
                    code,
                    rij.naam if rij else vrij[code],
                    rij.klokuren if rij else uren.get(code),
                    self.waardering(Onderdeel.KEUZEDEEL, code),
                    telt_mee=rij.telt_mee if rij else True,
                )
            )
        return tuple(uit)

    def examendelen(self, onderdeel: Onderdeel) -> tuple[Examendeel, ...]:
        """De lessen, of de onderdelen van het examen van een certificaat, met een vrijstelling."""
        gedaan = [stand.telt for stand in self.standen if stand.onderdeel == onderdeel]
        vrij = [b for b in self.vrij.values() if b.verzoek.onderdeel == onderdeel]
        return (
            *(Examendeel(rij.naam, waardering_van(rij), rij.gebeurd_op) for rij in gedaan),
            *(Examendeel(b.verzoek.naam, _vrijgesteld(b), b.gebeurd_op) for b in vrij),
        )

    def opmerkingen(self) -> tuple[str, ...]:
        """Wat de examencommissie moet weten en niet in een cijfer past."""
        onbekend = [
            f"{stand.code} {stand.naam} is niet bevestigd. Het telt niet mee en wordt niet gedrukt."
            for stand in self.standen
            if not stand.bevestigd
        ]
        deels = [
            f"{besluit.verzoek.code} {besluit.verzoek.naam}: de vrijstelling is voor een deel "
            "verleend. Voor de rest is er nog een examen."
            for besluit in self.besluiten
            if besluit.uitkomst == Uitkomst.DEELS
        ]
        dubbel = [
            f"{besluit.verzoek.naam}: er is een vrijstelling en een resultaat."
            for sleutel, besluit in self.vrij.items()
            if sleutel in self.telt
        ]
        return (*onbekend, *deels, *dubbel)

    @staticmethod
    def _van(rijen, onderdeel: Onderdeel) -> list:
        """The whole ones: a partial exam is no end result yet."""
        return [rij for rij in rijen if rij.onderdeel == onderdeel and not rij.deel]


def _sleutel(wat) -> Sleutel:
    return str(wat.onderdeel), codesleutel(wat.code), str(wat.deel)


def _hoogste(rij: Resultaat | None, besluit: Vrijstellingsbesluit | None) -> Waardering:
    behaald = waardering_van(rij) if rij else Waardering()
    if besluit is None:
        return behaald
    vrij = _vrijgesteld(besluit)
    if vrij.cijfer is None or behaald.cijfer is None:
        return vrij
    return max(vrij, behaald, key=lambda waardering: waardering.cijfer or 0)


def waardering_van(rij: Resultaat) -> Waardering:
    """Het cijfer of woord van één resultaat; een eindcijfer zonder ,0."""
    return Waardering(_cijfer(rij.cijfer, rij), rij.woord)


def _vrijgesteld(besluit: Vrijstellingsbesluit) -> Waardering:
    cijfer = _cijfer(besluit.cijfer, besluit.verzoek)
    return Waardering(cijfer, besluit.woord, vrijgesteld=True)


def _cijfer(cijfer: Decimal | None, wat: Resultaat | Vrijstellingsverzoek) -> Decimal | None:
    """An end mark without its ,0; a part keeps its decimal."""
    heel = not wat.deel and wat.onderdeel in HEEL_CIJFER
    if cijfer is None or not heel or cijfer != cijfer.to_integral_value():
        return cijfer
    return cijfer.to_integral_value()
