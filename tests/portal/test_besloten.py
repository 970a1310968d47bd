"""What the examencommissie decided comes back on the werklijst of the mbo-coördinator."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories as f
from tests.portal.test_werklijst import in_status, regels
from trajecten.models import Status

VANDAAG = timezone.localdate()


@pytest.fixture
def binnen(client, fatima):
    return fatima.aanmelden(client)


def besluiten(traject, anne, uitkomst, reden):
    return traject.besluiten.create(
        volgnummer=1, uitkomst=uitkomst, reden=reden, naam="Anne Voorbeeld", functie="voorzitter",
        plaats="Deventer", door=anne.lid, gebeurd_op=VANDAAG,
    )  # fmt: skip


def test_afgewezen_komt_met_de_reden_terug_bij_de_school(binnen, traject, anne, fatima):
    in_status(traject, Status.SCHOOLOORDEEL, status_sinds=timezone.now())
    f.schooloordeel(traject, fatima.lid)
    besluiten(traject, anne, "afgewezen", "Er is geen verzoek.")

    zin = "De examencommissie wees af: “Er is geen verzoek”."
    assert regels(binnen) == [("besloten", "Samira Voorbeeld", zin, "gegevens")]


def test_wat_de_school_daarna_deed_haalt_de_regel_weg(binnen, traject, anne):
    besluiten(traject, anne, "afgewezen", "Er is geen verzoek.")
    in_status(traject, Status.SCHOOLOORDEEL, status_sinds=timezone.now() + timedelta(hours=1))

    assert [regel[0] for regel in regels(binnen)] == ["schooloordeel"]


def test_aangehouden_komt_met_de_reden_bij_de_school(binnen, traject, anne):
    in_status(traject, Status.BIJ_EXAMENCOMMISSIE, status_sinds=timezone.now())
    besluiten(traject, anne, "aangehouden", "De uren ontbreken")

    zin = "De examencommissie houdt het besluit aan: “De uren ontbreken”."
    assert regels(binnen) == [("besloten", "Samira Voorbeeld", zin, "detail")]


@pytest.mark.parametrize(
    ("uitkomst", "zin"),
    [
        ("verleend", "De examencommissie verleende vrijstelling voor B1-K1 Werkt als assistent. "
         "Pas zo nodig het plan aan."),
        ("deels", "De examencommissie verleende voor een deel vrijstelling voor B1-K1 Werkt als "
         "assistent. Pas zo nodig het plan aan."),
        ("afgewezen", "De examencommissie wees de vrijstelling voor B1-K1 Werkt als assistent af: "
         "“Het bewijs dekt dit”."),
    ],
)  # fmt: skip
def test_besluit_over_een_vrijstelling_komt_bij_de_school(binnen, traject, anne, uitkomst, zin):
    in_status(traject, Status.PLAN, route="diploma")
    f.vrijstellingsbesluit(f.vrijstellingsverzoek(traject), anne.lid, uitkomst)

    verwacht = [("besloten", "Samira Voorbeeld", zin, "vrijstellingen")]
    assert regels(binnen, "besloten") == verwacht


@pytest.mark.parametrize(("dagen", "aantal"), [(13, 1), (14, 0)])
def test_een_besluit_over_een_vrijstelling_staat_er_veertien_dagen(
    binnen, traject, anne, dagen, aantal
):
    op = VANDAAG - timedelta(days=dagen)
    f.vrijstellingsbesluit(f.vrijstellingsverzoek(traject), anne.lid, gebeurd_op=op)

    assert len(regels(binnen, "besloten")) == aantal
