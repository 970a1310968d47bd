"""What asks for a signature, of either app: the roof knows both, they do not know each other."""

from dataclasses import dataclass

from django.urls import reverse

from trajecten.models import Rol
from trajecten.rules import te_ondertekenen
from verklaringen.rules import te_tekenen


@dataclass(frozen=True)
class Taak:
    """Something to do that stands apart from the werkprocessen; `wie` is the kandidaat."""

    wie: str
    kop: str
    tekst: str
    url: str
    knop: str


def taken_voor(lid) -> list[Taak]:
    """What waits for the signature of this lid in the portal, the overeenkomst first."""
    eigen = lid.rol == Rol.KANDIDAAT
    return [
        *(_afspraken(overeenkomst, eigen) for overeenkomst in te_ondertekenen(lid)),
        *(_verklaring(blad, eigen) for blad in te_tekenen(lid)),
    ]


def _afspraken(overeenkomst, eigen):
    traject = overeenkomst.plaatsing.traject
    return Taak(
        wie="" if eigen else traject.kandidaat.naam,
        kop="Lees de afspraken.",
        tekst="De afspraken over het leren op het werk staan klaar. Klopt alles? Dan teken je.",
        url=reverse("trajecten:overeenkomst_ondertekenen", args=[traject.pk]),
        knop="Lees de afspraken" if eigen else "Bekijk en teken",
    )


def _verklaring(blad, eigen):
    url = reverse("verklaringen:ondertekenen", args=[blad.pk])
    if eigen:
        tekst = "Je bewijs is bijna klaar. Lees het rustig. Daarna kun je tekenen."
        return Taak("", "Kijk of alles klopt.", tekst, url, "Bekijk mijn bewijs")
    tekst = "De praktijkverklaring staat klaar. Klopt alles? Dan teken je."
    return Taak(blad.traject.kandidaat.naam, "Bekijk en teken", tekst, url, "Bekijk en teken")
