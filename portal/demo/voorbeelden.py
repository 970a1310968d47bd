"""A rendered example of every document, of people of the demo region, through the same modules.

What the region lacks is added through the actions, in a transaction that is rolled back.
"""

from collections.abc import Callable
from contextlib import contextmanager
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from trajecten import actions, opslag
from trajecten.models import Onderdeel, Plaatsing, Praktijkovereenkomst, Traject, Woord
from trajecten.rules import toets_van
from verklaringen.documenten import (
    aftekenlijst,
    conceptresultatenlijst,
    diplomadossier,
    eindoordeelformulier,
    gegevensblad,
    mbo_verklaring,
    praktijkovereenkomst,
    praktijkverklaring,
    startkaart,
    tekenexemplaar,
    totaaloverzicht,
    voordracht,
    voortgangsoverzicht,
)
from verklaringen.models import Soort, Uitgifte
from verklaringen.pdf import Drukwerk, Renderer

from .beeld import voorbeeldlogo


def traject_van(naam: str) -> Traject:
    return Traject.objects.get(kandidaat__naam=naam)


def _plaatsing(naam: str) -> Plaatsing:
    return traject_van(naam).plaatsingen.get()


def _blad(naam: str) -> dict:
    """The sheet as it was fixed."""
    blad = traject_van(naam).vaststellingen.geldig().get(soort=Soort.PRAKTIJKVERKLARING)
    return blad.inhoud


def _uitgegeven(soort: str) -> bytes:
    """The file as the register keeps it, with its TESTZEGEL."""
    uitgiften = Uitgifte.objects.filter(traject=traject_van("Ștefan Țîrlea"), soort=soort)
    return opslag.lezen(uitgiften.get().bestand)


def _praktijkovereenkomst() -> Drukwerk:
    pok = Praktijkovereenkomst.objects.get(plaatsing=_plaatsing("Priya Voorbeeld"))
    return praktijkovereenkomst.drukwerk(praktijkovereenkomst.inhoud(pok))


def _voortgangsoverzicht() -> Drukwerk:
    traject = traject_van("Samira Voorbeeld")
    inhoud = voortgangsoverzicht.inhoud(traject, traject.plaatsingen.all(), timezone.localdate())
    return voortgangsoverzicht.drukwerk(inhoud)


def _voordracht(naam: str) -> Drukwerk:
    return voordracht.drukwerk(traject_van(naam).voordrachten.geldig().get().inhoud)


def _diplomadossier() -> Drukwerk:
    traject, vandaag = traject_van("Arjen Voorbeeld"), timezone.localdate()
    inhoud = diplomadossier.inhoud(
        traject, toets=toets_van(traject), door=traject.coordinator, op=vandaag
    )
    return diplomadossier.drukwerk(inhoud)


def _conceptresultatenlijst() -> Drukwerk:
    traject = traject_van("Arjen Voorbeeld")
    inhoud = conceptresultatenlijst.inhoud(
        traject, door=traject.coordinator, op=timezone.localdate()
    )
    return conceptresultatenlijst.drukwerk(inhoud)


def _totaaloverzicht() -> Drukwerk:
    """All exam results of somebody who did not pass every one."""
    traject = traject_van("Wilma Voorbeeld")
    return totaaloverzicht.drukwerk(totaaloverzicht.inhoud(traject, op=timezone.localdate()))


def _mbo_concept() -> Drukwerk:
    """With the school's logo and parts A, B and C: exams and lessons beside the job."""
    with niet_echt():
        traject = traject_van("Ibrahim Voorbeeld")
        actions.logo_plaatsen(
            instelling=traject.instelling,
            door=traject.coordinator,
            logo=(voorbeeldlogo(), "logo.png"),
        )
        for onderdeel, velden in RESULTATEN:
            actions.resultaat_vastleggen(
                traject=traject, door=traject.coordinator, onderdeel=onderdeel,
                gebeurd_op=timezone.localdate(), **velden,
            )  # fmt: skip
        actions.schooloordeel_geven(
            traject=traject, door=traject.coordinator, positief=True, optie=2, na=0,
            motivering="Een deel van het leren op het werk is gelukt.",
        )  # fmt: skip
        _gegevens(traject)
        traject.refresh_from_db()
        inhoud = mbo_verklaring.inhoud(traject, [], None, traject.kandidaat.identiteit)
        return mbo_verklaring.drukwerk(inhoud)


RESULTATEN = (
    (Onderdeel.KERNTAAK, {"code": "B1-K1", "cijfer": Decimal(7)}),
    (Onderdeel.NEDERLANDS, {"cijfer": Decimal(6), "niveau": "2F"}),
    (Onderdeel.REKENEN, {"woord": Woord.VOLDAAN}),
    (Onderdeel.LOOPBAAN, {"woord": Woord.VOLDAAN}),
    (Onderdeel.KEUZEDEEL, {"code": "K0023", "cijfer": Decimal(8), "klokuren": 240}),
    (Onderdeel.LES, {"naam": "Veilig werken met de heftruck", "woord": Woord.VOLDAAN}),
)


def _gegevens(traject: Traject) -> None:
    """Names and birth data as on the ID, and the hours."""
    plaatsing = traject.plaatsingen.get()
    opleider = plaatsing.praktijkopleider
    actions.gegevens_vastleggen(
        traject=traject,
        door=traject.coordinator,
        identiteit={
            "na": 0, "voornamen": traject.kandidaat.voornaam, "achternaam": "Voorbeeld",
            "geboortedatum": date(1991, 3, 14), "geboorteplaats": "Voorbeeldstad",
            "geboorteland": "Nederland",
        },
        plaatsingen={
            plaatsing: {
                "na": 0, "uren": 512, "uren_geschat": False,
                "leerbedrijf_naam": plaatsing.leerbedrijf.naam,
                "vestigingsplaats": plaatsing.leerbedrijf.plaats,
                "praktijkopleider": opleider, "praktijkopleider_naam": opleider.naam,
            }
        },
    )  # fmt: skip


@contextmanager
def niet_echt():
    """What happens inside is undone at the end."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


# File name -> what it shows. Every Soort and every Afdruk.Soort has its own.
VOORBEELDEN: dict[str, Callable[[], Drukwerk | bytes]] = {
    "aftekenlijst": lambda: aftekenlijst.drukwerk(
        aftekenlijst.inhoud(_plaatsing("Samira Voorbeeld"))
    ),
    "concept": lambda: praktijkverklaring.drukwerk(_blad("Karim Voorbeeld")),
    "conceptresultatenlijst": _conceptresultatenlijst,
    "diplomadossier": _diplomadossier,
    "eindoordeelformulier": lambda: eindoordeelformulier.drukwerk(
        eindoordeelformulier.inhoud(_plaatsing("Farida Voorbeeld"))
    ),
    "gegevensblad": lambda: gegevensblad.drukwerk(_blad("Karim Voorbeeld")),
    "mbo_concept": _mbo_concept,
    "mbo_verklaring": lambda: _uitgegeven(Soort.MBO_VERKLARING),
    "praktijkovereenkomst": _praktijkovereenkomst,
    "praktijkverklaring": lambda: _uitgegeven(Soort.PRAKTIJKVERKLARING),
    "startkaart": lambda: startkaart.drukwerk(startkaart.inhoud(_plaatsing("Samira Voorbeeld"))),
    "tekenexemplaar": lambda: tekenexemplaar.drukwerk(_blad("Karim Voorbeeld")),
    "totaaloverzicht": _totaaloverzicht,
    "voordracht": lambda: _voordracht("Xander Voorbeeld"),
    "voordracht_diploma": lambda: _voordracht("Arjen Voorbeeld"),
    "voortgangsoverzicht": _voortgangsoverzicht,
}


def voorbeeld(naam: str, renderer: Renderer) -> bytes:
    """The PDF of one example. Raises: RenderFout, or DoesNotExist in a region that moved on."""
    gemaakt = VOORBEELDEN[naam]()
    return gemaakt if isinstance(gemaakt, bytes) else renderer.renderen(gemaakt)
