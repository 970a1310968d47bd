"""A traject past its last day: judged by the praktijkopleider, waiting for the school."""

import pytest

from tests import factories as f
from tests.trajecten import maken_certificaat
from trajecten import models as m
from trajecten.models import Status


@pytest.fixture
def ja(planregel, johan):
    """Johan's eindoordeel `ja` on the one werkproces of the plan."""
    return f.eindoordeel(planregel, johan.lid)


@pytest.fixture
def beoordeeld(traject, ja):
    """`traject` with every eindoordeel given, in schooloordeel."""
    traject.status = Status.SCHOOLOORDEEL
    traject.save()
    return traject


@pytest.fixture
def diploma(traject):
    """Samira on the route diploma, with three werkprocessen in B1-K1 and one in P1-K1."""
    for code in ("B1-K1-W1", "B1-K1-W2", "B1-K1-W3", "P1-K1-W1"):
        f.werkproces(code, f"Doet {code}", traject.kwalificatie)
    m.Traject.objects.filter(pk=traject.pk).update(route=m.Route.DIPLOMA, leerweg=m.Leerweg.BBL)
    traject.refresh_from_db()
    return traject


@pytest.fixture
def verzoek(diploma, fatima):
    """An exemption asked for B1-K1, with its evidence."""
    return f.vrijstellingsbewijs(diploma, fatima.lid).verzoek


@pytest.fixture
def uitgereikt(traject, planregel, johan):
    """Samira's praktijkverklaring: B1-K1-W1 with ja, W2 not."""
    f.eindoordeel(planregel, johan.lid)
    f.eindoordeel(f.planregel(planregel.plaatsing, "B1-K1-W2", "Voert uit"), johan.lid, "nee")
    m.Traject.objects.filter(pk=traject.pk).update(status=Status.UITGEREIKT)
    traject.refresh_from_db()
    return traject


@pytest.fixture
def gedekt():
    """C0021 lies over B1-K1-W2, W4, W5 and W6 of Kok."""
    certificaat = maken_certificaat.koken()
    werk = {proces.code: proces for proces in certificaat.kwalificatie.werkprocessen()}
    for eigen, dossier in (("C1-K1-W1", "W2"), ("C1-K1-W2", "W4"), ("C1-K1-W3", "W5"),
                           ("C1-K1-W4", "W6")):  # fmt: skip
        proces = certificaat.werkprocessen.get(code=eigen)
        proces.dekkingen.create(werkproces=werk[f"B1-K1-{dossier}"], deels=dossier == "W6")
    return certificaat
