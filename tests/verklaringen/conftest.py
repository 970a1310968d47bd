"""A traject at each step of the PDF line, walked there through the actions."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories as f
from trajecten import models as m
from trajecten.actions import overgaan
from verklaringen import actions
from verklaringen.models import Partij, Soort, Uitgifte, Uitgifteopdracht
from verklaringen.pdf import Renderer

SCAN = (b"%PDF-1.4 getekend", "application/pdf", "getekend.pdf")


@pytest.fixture(scope="session")
def renderer():
    with Renderer() as renderer:
        yield renderer


@pytest.fixture(autouse=True)
def opslag(settings, tmp_path):
    settings.OPSLAG_MAP = tmp_path / "opslag"
    return settings.OPSLAG_MAP


@pytest.fixture
def beoordeeld(traject, plaatsing, johan, fatima, samira):
    """Three werkprocessen with ja and one without, schooloordeel, data and verzoek."""
    f.mag_uitgeven(traject.instelling)
    m.Kwalificatie.objects.update(bevestigd_door="Beheer", bevestigd_op=timezone.now())
    m.Erkenningcontrole.objects.create(
        leerbedrijf=plaatsing.leerbedrijf,
        crebo="25743",
        uitkomst=m.Erkenningcontrole.Uitkomst.GEVERIFIEERD,
        gecontroleerd_op=plaatsing.begin - timedelta(days=7),
        door=fatima.lid,
    )
    regels = [
        f.planregel(plaatsing, code, titel)
        for code, titel in (
            ("B1-K1-W1", "Bereidt assisterende werkzaamheden voor"),
            ("B1-K1-W2", "Voert assisterende werkzaamheden uit"),
            ("P1-K1-W1", "Ontvangt goederen en/of producten"),
        )
    ]
    for regel in regels:
        f.eindoordeel(regel, johan.lid)
    nee = f.planregel(plaatsing, "P1-K1-W5", "Maakt goederen en/of producten verzendklaar")
    f.eindoordeel(nee, johan.lid, m.Eindoordeel.Oordeel.NIET_AANGEBODEN)
    overgaan(traject=traject, naar=m.Status.EINDBEOORDELING, door=fatima.lid)
    overgaan(traject=traject, naar=m.Status.SCHOOLOORDEEL, door=fatima.lid)
    f.schooloordeel(traject, fatima.lid)
    f.identiteit(traject.kandidaat, fatima.lid)
    f.documentgegevens(plaatsing, johan.lid, fatima.lid)
    m.Verzoek.objects.create(
        traject=traject, wijze="mondeling", door=fatima.lid, gebeurd_op=timezone.localdate()
    )
    return traject


@pytest.fixture
def blad(beoordeeld, fatima):
    """The sheet, fixed and waiting for two signatures."""
    return actions.vaststellen(traject=beoordeeld, door=fatima.lid)[0]


@pytest.fixture
def getekend(blad, johan, fatima):
    """Johan agreed in the portal, Samira on paper."""
    actions.akkoord_geven(
        vaststelling=blad, partij=Partij.PRAKTIJKOPLEIDER, door=johan.lid, plaats="Deventer"
    )
    actions.akkoord_geven(
        vaststelling=blad,
        partij=Partij.KANDIDAAT,
        door=fatima.lid,
        plaats="Deventer",
        bron=m.Bron.PAPIER,
        scan=SCAN,
    )
    return blad.traject


@pytest.fixture
def besloten(getekend, anne):
    """The examencommissie said yes."""
    getekend.refresh_from_db()
    actions.besluiten(
        traject=getekend,
        door=anne.lid,
        uitkomst=m.Besluit.Uitkomst.TOEGEKEND,
        naam="Anne Voorbeeld",
        functie="voorzitter",
        plaats="Zwolle",
    )
    return getekend


@pytest.fixture
def opdrachten(besloten, fatima):
    """The orders to issue: the sheet first, then the mbo-verklaring."""
    return actions.uitgeven(traject=besloten, door=fatima.lid)


@pytest.fixture
def uitgegeven(opdrachten, renderer):
    """The traject with both documents in the register."""
    while werk := actions.pakken(Uitgifteopdracht):
        actions.opdracht_uitvoeren(werk, renderer)
    return opdrachten[0].vaststelling.traject


@pytest.fixture
def uitgifte(uitgegeven):
    """The praktijkverklaring as it stands in the register."""
    return Uitgifte.objects.get(soort=Soort.PRAKTIJKVERKLARING)
