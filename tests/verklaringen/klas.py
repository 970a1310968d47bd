"""A class with a decision, walked there through the actions, and issuing for all of it at once."""

import uuid
from datetime import timedelta

from django.utils import timezone

from tests import factories as f
from trajecten import models as m
from trajecten.actions import overgaan
from verklaringen import actions
from verklaringen.models import Partij, Uitgifteopdracht, Uitgiftereeks

NAMEN = ("Ali Voorbeeld", "Bo Voorbeeld", "Cem Voorbeeld")
SCAN = (b"%PDF-1.4 getekend", "application/pdf", "getekend.pdf")


class Stempel:
    """Renders at once, for where the typesetting itself is not what is tested."""

    def renderen(self, drukwerk):
        return b"%PDF-1.4 " + drukwerk.html.encode()


def school_klaarzetten(school, bedrijf, fatima):
    """Once: the school may issue, the titles are confirmed, the erkenning was looked at."""
    f.mag_uitgeven(school)
    f.kwalificatie()
    m.Kwalificatie.objects.update(bevestigd_door="Beheer", bevestigd_op=timezone.now())
    m.Erkenningcontrole.objects.create(
        leerbedrijf=bedrijf, crebo="25743", door=fatima.lid,
        uitkomst=m.Erkenningcontrole.Uitkomst.GEVERIFIEERD,
        gecontroleerd_op=timezone.localdate() - timedelta(days=67),
    )  # fmt: skip


def besloten_traject(school, fatima, johan, anne, naam):
    """One traject of `naam` that the examencommissie said yes to."""
    traject = f.traject(instelling=school, coordinator=fatima.lid, kandidaat=f.kandidaat(naam))
    plaatsing = f.plaatsing(traject, praktijkopleider=johan.lid)
    f.eindoordeel(f.planregel(plaatsing), johan.lid)
    overgaan(traject=traject, naar=m.Status.EINDBEOORDELING, door=fatima.lid)
    overgaan(traject=traject, naar=m.Status.SCHOOLOORDEEL, door=fatima.lid)
    f.schooloordeel(traject, fatima.lid)
    voornaam, achternaam = naam.split(" ", 1)
    f.identiteit(traject.kandidaat, fatima.lid, voornamen=voornaam, achternaam=achternaam)
    f.documentgegevens(plaatsing, johan.lid, fatima.lid)
    m.Verzoek.objects.create(
        traject=traject, wijze="mondeling", door=fatima.lid, gebeurd_op=timezone.localdate()
    )
    _tekenen(traject, fatima, johan)
    actions.besluiten(
        traject=traject, door=anne.lid, uitkomst=m.Besluit.Uitkomst.TOEGEKEND,
        naam="Anne Voorbeeld", functie="voorzitter", plaats="Zwolle",
    )  # fmt: skip
    traject.refresh_from_db()
    return traject


def _tekenen(traject, fatima, johan):
    blad = actions.vaststellen(traject=traject, door=fatima.lid)[0]
    actions.akkoord_geven(
        vaststelling=blad, partij=Partij.PRAKTIJKOPLEIDER, door=johan.lid, plaats="Deventer"
    )
    actions.akkoord_geven(
        vaststelling=blad, partij=Partij.KANDIDAAT, door=fatima.lid, plaats="Deventer",
        bron=m.Bron.PAPIER, scan=SCAN,
    )  # fmt: skip


def opdracht_geven(klas, wie):
    return actions.reeks_uitgeven(
        trajecten=klas, motiveringen={}, door=wie.lid, sleutel=uuid.uuid4()
    )


def werken(renderer):
    """What a worker does, until nothing waits: the orders of the reeks, the documents, the end."""
    _alles(Uitgiftereeks, actions.reeks_uitvoeren, renderer)
    _alles(Uitgifteopdracht, actions.opdracht_uitvoeren, renderer)
    Uitgiftereeks.objects.update(niet_voor="2020-01-01T00:00Z")
    _alles(Uitgiftereeks, actions.reeks_uitvoeren, renderer)


def _alles(model, doen, renderer):
    while werk := actions.pakken(model):
        doen(werk, renderer)
