"""Two people at the same moment, on PostgreSQL: one row, and one polite answer."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import factories as f
from tests import maken_nazorg as maken
from tests.draden import tegelijk
from tests.spelers import Speler
from trajecten.models import Rol

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]
RONDEN = 10


@pytest.fixture
def klaar(school, fatima, noor):
    rij = maken.geeindigd_traject(92, instelling=school, coordinator=fatima.lid)
    maken.jobcoaching(rij, noor.lid)
    return rij


def url(traject, stap):
    return reverse(f"trajecten:{stap}", args=[traject.pk])


def test_race_om_het_antwoord(klaar, noor):
    zij = Speler(f.lid(Rol.KANDIDAAT, kandidaat=klaar.kandidaat))
    klanten = [(noor.aanmelden(Client()), "bellen"), (zij.aanmelden(Client()), "werk_je_nu")]

    def antwoorden(klant, ronde):
        client, stap = klant
        werk = "ja_12" if ronde % 2 else "nee"
        gegevens = {
            "maand": 3, "na": ronde, "werk": werk, "gebeurd_op": timezone.localdate().isoformat(),
            "vraag": "werk", "antwoord": "nee" if ronde % 2 else "ja",
        }  # fmt: skip
        return client.post(url(klaar, stap), gegevens).status_code

    for ronde in range(RONDEN):
        assert sorted(tegelijk(lambda klant, nr=ronde: antwoorden(klant, nr), klanten)) == [
            302,
            409,
        ]
        assert klaar.nazorgmetingen.count() == ronde + 1


def test_race_van_dezelfde_tik(klaar):
    zij = Speler(f.lid(Rol.KANDIDAAT, kandidaat=klaar.kandidaat))
    klanten = [zij.aanmelden(Client()) for _ in range(2)]
    gegevens = {"maand": 3, "na": 0, "vraag": "werk", "antwoord": "ja"}

    antwoorden = tegelijk(
        lambda klant: klant.post(url(klaar, "werk_je_nu"), gegevens).status_code, klanten
    )

    assert antwoorden == [302, 302]
    assert klaar.nazorgmetingen.count() == 1


def test_race_om_de_poging(klaar, noor, fatima):
    klanten = [wie.aanmelden(Client()) for wie in (noor, fatima)]
    gegevens = {"maand": 3, "na": 0, "uitkomst": "niet_opgenomen"}

    antwoorden = tegelijk(
        lambda klant: klant.post(url(klaar, "nazorgpoging_vastleggen"), gegevens).status_code,
        klanten,
    )

    assert antwoorden == [302, 302]
    assert klaar.nazorgpogingen.count() == 1


def test_race_om_de_jobcoach(traject, school, fatima, farid, noor):
    anderen = [f.lid(Rol.JOBCOACH, f"Nico {naam}", organisatie=school) for naam in ("Een", "Twee")]
    klanten = list(
        zip([fatima.aanmelden(Client()), farid.aanmelden(Client())], anderen, strict=True)
    )

    antwoorden = tegelijk(
        lambda klant: (
            klant[0].post(url(traject, "jobcoach_koppelen"), {"jobcoach": klant[1].pk}).status_code
        ),
        klanten,
    )

    assert sorted(antwoorden) == [302, 409]
    assert traject.jobcoachings.count() == 1


def test_race_van_stop_en_antwoord(klaar, noor):
    """Whoever is first, afterwards nobody can answer any more."""
    zij = Speler(f.lid(Rol.KANDIDAAT, kandidaat=klaar.kandidaat))
    gegevens = {"maand": 3, "na": 0, "werk": "nee", "gebeurd_op": timezone.localdate().isoformat()}
    klanten = [
        (zij.aanmelden(Client()), "nazorg_niet_meer_vragen", {}),
        (noor.aanmelden(Client()), "bellen", gegevens),
    ]

    antwoorden = tegelijk(
        lambda klant: klant[0].post(url(klaar, klant[1]), klant[2]).status_code, klanten
    )

    assert antwoorden[0] == 302
    assert antwoorden[1] == (302 if klaar.nazorgmetingen.exists() else 422)
