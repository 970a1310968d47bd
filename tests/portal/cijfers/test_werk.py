"""How much work each coördinator of a school has: of the own school, and found from the figures."""

from pytest_django.asserts import assertContains

from tests import factories as f
from tests.spelers import Speler
from trajecten.models import Rol, Status

WERK = "/dashboard/werk/"


def test_per_coordinator_van_de_eigen_school(client, school, fatima, farid):
    for status in (Status.INTAKE, Status.ACTIEF, Status.ACTIEF, Status.SCHOOLOORDEEL):
        f.traject(status, instelling=school, coordinator=fatima.lid)
    f.traject(Status.AFGESLOTEN, instelling=school, coordinator=fatima.lid)
    f.traject(Status.AANGEMELD, instelling=school, coordinator=farid.lid)
    f.traject(Status.ACTIEF, instelling=f.instelling("Roc Elders"), coordinator=None)

    rijen = fatima.aanmelden(client).get(WERK).context["rijen"]

    assert [(rij.naam, rij.voor_start, rij.leert, rij.afronden) for rij in rijen] == [
        ("Fatima Voorbeeld", 1, 2, 1), ("Farid Voorbeeld", 1, 0, 0),
    ]  # fmt: skip
    assert all(rij.langst for rij in rijen)


def test_een_traject_zonder_coordinator_staat_er_ook(client, school, fatima):
    f.traject(Status.ACTIEF, instelling=school, coordinator=None)

    response = fatima.aanmelden(client).get(WERK)

    assertContains(response, "Nog niemand")
    assert response.context["rijen"][0].langst is None


def test_de_weg_erheen_staat_bij_de_cijfers(client, fatima):
    assertContains(fatima.aanmelden(client).get(WERK), f'href="{WERK}"')


def test_alleen_voor_de_coordinator(client, school, db):
    bas = Speler(f.lid(Rol.BELEID, "Bas Voorbeeld", organisatie=school))

    assert bas.aanmelden(client).get(WERK).status_code == 403
