"""The steps of a verbetering, through the actions."""

from trajecten import actions as traject_actions
from trajecten import models as m
from verklaringen import actions
from verklaringen.models import Partij, Soort, Uitgifte, Uitgifteopdracht

VELDEN = ("voornamen", "achternaam", "geboortedatum", "geboorteplaats", "geboorteland")
PLEKVELDEN = (
    "uren", "uren_geschat", "leerbedrijf_naam", "vestigingsplaats", "praktijkopleider",
    "praktijkopleider_naam", "omschrijving",
)  # fmt: skip


def vers(traject):
    return m.Traject.objects.get(pk=traject.pk)


def beginnen(traject, door, reden="gegevens_fout"):
    return actions.verbeteren(
        traject=traject, door=door, reden=reden, toelichting="De uren kloppen niet."
    )


def gegevens(traject, door, *, naam=None, uren=None):
    """Another surname, or other hours; what is not named stays as it was."""
    wie, plek = traject.kandidaat.identiteiten.last(), traject.plaatsingen.get()
    waar = plek.documentgegevens.last()
    identiteit = {veld: getattr(wie, veld) for veld in VELDEN} | {"na": wie.volgnummer}
    plaatsing = {veld: getattr(waar, veld) for veld in PLEKVELDEN} | {"na": waar.volgnummer}
    if naam:
        identiteit["achternaam"] = naam
    if uren:
        plaatsing["uren"] = uren
    traject_actions.gegevens_vastleggen(
        traject=traject, door=door, identiteit=identiteit, plaatsingen={plek: plaatsing}
    )


def tekenen(traject, johan, samira):
    """Both agree in the portal with each sheet that still waits for them."""
    for blad in traject.vaststellingen.geldig().filter(soort=Soort.PRAKTIJKVERKLARING):
        for partij, lid in ((Partij.PRAKTIJKOPLEIDER, johan), (Partij.KANDIDAAT, samira)):
            if not blad.akkoorden.filter(partij=partij).exists():
                actions.akkoord_geven(vaststelling=blad, partij=partij, door=lid, plaats="Zwolle")


def besluiten(traject, anne, uitkomst=m.Besluit.Uitkomst.TOEGEKEND, reden=""):
    """Word for word the decision of the fixture `besloten`, on the same day."""
    return actions.besluiten(
        traject=traject, door=anne, uitkomst=uitkomst, naam="Anne Voorbeeld", functie="voorzitter",
        plaats="Zwolle", reden=reden,
    )  # fmt: skip


def werken(renderer, hoogstens=9):
    """Let the worker do what waits; how many orders it did."""
    gedaan = 0
    while gedaan < hoogstens and (werk := actions.pakken(Uitgifteopdracht)):
        actions.opdracht_uitvoeren(werk, renderer)
        gedaan += 1
    return gedaan


def stand(traject):
    """{soort: [state of each document, the oldest first]}"""
    rijen = Uitgifte.objects.with_geldigheid().filter(traject=traject).order_by("pk")
    return {soort.value: [r.geldigheid for r in rijen if r.soort == soort] for soort in Soort}
