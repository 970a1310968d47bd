"""The demo region is made through the actions of the portal: every story ends where it says."""

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains

from portal.demo.bouwen import vertellen
from portal.demo.kandidaten import VERHALEN
from portal.demo.regio import regio_bouwen
from portal.demo.spelers import spelers
from tests.spelers import Speler
from trajecten import actions
from trajecten.models import Route, Status

pytestmark = pytest.mark.django_db
# What stands in for the stages inside a status; the documents themselves are made by the worker.
STATUS = {
    "aangemeld": "aangemeld", "intake": "intake", "match": "match",
    "erkenning_aangevraagd": "match", "plan": "plan", "plan_leeg": "plan",
    "pok": "pok_ter_ondertekening", "pok_half": "pok_ter_ondertekening",
    "overgenomen": "actief", "teruggestuurd": "eindbeoordeling",
    "tekenen": "verklaring_ter_ondertekening", "half_getekend": "verklaring_ter_ondertekening",
    "klopt_niet": "schooloordeel", "besloten": "bij_examencommissie",
    "uitgegeven": "bij_examencommissie",
}  # fmt: skip


@pytest.fixture
def regio(settings, tmp_path):
    settings.OPSLAG_MAP = tmp_path
    settings.OMGEVING = "demo"  # only there the start content is enough to issue on
    actions.startgegevens_laden()
    return regio_bouwen(timezone.now())


def verwacht(verhaal):
    if verhaal.stand == "uitgereikt" and verhaal.route == Route.PRAKTIJKVERKLARING:
        return Status.BIJ_EXAMENCOMMISSIE  # handed over once the worker made the documents
    return STATUS.get(verhaal.stand, verhaal.stand)


def test_elk_verhaal_eindigt_waar_het_zegt(regio):
    trajecten = {verhaal: vertellen(regio, verhaal) for verhaal in VERHALEN}

    anders = {}
    for verhaal, traject in trajecten.items():
        if traject:
            traject.refresh_from_db()
            if traject.status != verwacht(verhaal):
                anders[verhaal.naam] = traject.status
    assert anders == {}
    zonder = {verhaal.stand for verhaal, traject in trajecten.items() if traject is None}
    assert zonder == {"aanmeldpunt", "teruggegeven", "ingetrokken"}
    assert {traject.route for traject in trajecten.values() if traject} >= set(Route.values)


def test_een_speler_met_een_onvoldoende_examen_beslist_over_deel_d(client, regio):
    """The totaaloverzicht is offered to a kandidaat whom anybody in the demo can play."""
    verhaal = next(verhaal for verhaal in VERHALEN if verhaal.bijzonder == "examens")
    traject = vertellen(regio, verhaal)
    groep = next(groep for groep in spelers() if groep["rol"] == "Kandidaat")
    Speler(groep["leden"][0]).aanmelden(client)

    response = client.get(reverse("verklaringen:bewijzen"))

    assert [lid.kandidaat for lid in groep["leden"]] == [traject.kandidaat]
    assertContains(response, "Jij beslist wie dit ziet.")
    assertContains(response, reverse("verklaringen:totaaloverzicht_afdrukken", args=[traject.pk]))
