"""The worker dies while a new document takes the place of an old one: never two, never none."""

import pytest

from portal.invarianten import register
from tests.verklaringen.maken_verbetering import stand
from tests.verklaringen.werkers import afmaken, starten
from verklaringen import actions
from verklaringen.models import Uitgifteopdracht, Vervanging

pytestmark = pytest.mark.django_db(transaction=True)


def test_gedood_voor_de_commit_geldt_het_oude_nog_en_daarna_alleen_het_nieuwe(
    verbeterd, uitgereikt, fatima
):
    actions.uitgeven(traject=uitgereikt, door=fatima.lid)
    code, uitvoer = afmaken(starten("--eenmaal", FAALPUNT="voor_commit"))
    assert code == 137, uitvoer
    assert stand(uitgereikt) == {"praktijkverklaring": ["geldig"], "mbo_verklaring": ["geldig"]}
    assert not Vervanging.objects.exists()

    Uitgifteopdracht.objects.update(lease_tot=None)  # else it is a wait for the lease to run out
    code, uitvoer = afmaken(starten("--eenmaal"))

    assert code == 0, uitvoer
    beide = ["vervangen", "geldig"]
    assert stand(uitgereikt) == {"praktijkverklaring": beide, "mbo_verklaring": beide}
    assert list(register.een_geldig()) == []
