"""Two phones, one werkproces, the same moment: one row and one polite answer, twenty rounds."""

import pytest
from django.test import Client

from tests.draden import tegelijk
from tests.trajecten.test_aftekenen import collega, ingevuld, url


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_race_tussen_twee_telefoons(planregel, plaatsing, johan, bedrijf):
    els = collega(bedrijf, plaatsing)
    klanten = [wie.aanmelden(Client()) for wie in (johan, els)]

    for ronde in range(20):
        antwoorden = tegelijk(
            lambda klant, na=ronde: klant.post(url(planregel), ingevuld(na=na)).status_code, klanten
        )

        assert sorted(antwoorden) == [302, 409]
        assert planregel.aftekeningen.count() == ronde + 1


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_race_van_dezelfde_druk(planregel, johan):
    klanten = [johan.aanmelden(Client()) for _ in range(2)]

    for ronde in range(20):
        gegevens = ingevuld(na=ronde)
        antwoorden = tegelijk(
            lambda klant, data=gegevens: klant.post(url(planregel), data).status_code, klanten
        )

        assert antwoorden == [302, 302]
        assert planregel.aftekeningen.count() == ronde + 1
