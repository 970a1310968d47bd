from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories as f
from tests.trajecten import stappen
from trajecten import actions, models
from trajecten.models import Plaatsing, Rol
from trajecten.rules import Bezwaar

VANDAAG = timezone.localdate()


@pytest.fixture
def vera(bedrijf):
    return f.lid(Rol.PRAKTIJKOPLEIDER, "Vera Vervanger", leerbedrijf=bedrijf)


def toevoegen(plaatsing, lid, begeleider, **velden):
    return actions.praktijkopleiders_toevoegen(
        plaatsing=plaatsing, door=lid, begeleiders=[begeleider], **velden
    )


def beeindigen(begeleiding, lid, tot=VANDAAG):
    return actions.begeleiding_beeindigen(begeleiding=begeleiding, door=lid, tot=tot)


def test_vervanger_ziet_de_kandidaat(plaatsing, fatima, vera):
    toevoegen(plaatsing, fatima.lid, vera)

    assert list(Plaatsing.objects.zichtbaar_voor(vera)) == [plaatsing]


def test_twee_keer_toevoegen_is_een_begeleiding(plaatsing, fatima, vera):
    assert toevoegen(plaatsing, fatima.lid, vera) == toevoegen(plaatsing, fatima.lid, vera)


def test_iemand_van_een_ander_bedrijf_kan_niet_vervangen(plaatsing, fatima, els):
    with pytest.raises(Bezwaar, match="geen praktijkopleider van"):
        toevoegen(plaatsing, fatima.lid, els.lid)


def test_wie_stopt_ziet_de_kandidaat_daarna_niet_meer(plaatsing, fatima, johan, vera):
    toevoegen(plaatsing, fatima.lid, vera)

    beeindigen(plaatsing.begeleidingen.get(lid=johan.lid), fatima.lid, VANDAAG - timedelta(days=1))

    assert not Plaatsing.objects.zichtbaar_voor(johan.lid).exists()


def test_de_laatste_praktijkopleider_gaat_niet_weg_zonder_vervanger(plaatsing, fatima):
    with pytest.raises(Bezwaar, match="Voeg eerst een vervanger toe"):
        beeindigen(plaatsing.begeleidingen.get(), fatima.lid)


def test_einde_voor_het_begin_kan_niet(plaatsing, fatima, johan, vera):
    toevoegen(plaatsing, fatima.lid, vera)
    begeleiding = plaatsing.begeleidingen.get(lid=johan.lid)

    with pytest.raises(Bezwaar, match="De laatste dag is vóór de eerste"):
        beeindigen(begeleiding, fatima.lid, begeleiding.van - timedelta(days=1))


def test_tijdens_het_tekenen_verandert_de_praktijkopleider_niet(fatima, johan, vera):
    overeenkomst = stappen.ter_ondertekening(fatima.lid, johan.lid)

    with pytest.raises(Bezwaar, match="Haal eerst de overeenkomst terug"):
        toevoegen(overeenkomst.plaatsing, fatima.lid, vera)


def test_coordinator_van_een_andere_school_voegt_niemand_toe(plaatsing, karin, vera):
    with pytest.raises(Bezwaar, match="Alleen een mbo-coördinator"):
        toevoegen(plaatsing, karin.lid, vera)

    assert models.Begeleiding.objects.count() == 1
