"""Two people with the same zip at the same moment, and a process that dies in the middle."""

import pytest

from tests.draden import tegelijk
from tests.trajecten import maken_zip
from tests.trajecten.maken_zip import aanbieden, inpakken, insturen, rij
from tests.verklaringen.werkers import afmaken, proces
from trajecten import actions
from trajecten.models import Inlezing, Kandidaat, Leerbedrijf, Overnameregel, Rol, Traject

pytestmark = pytest.mark.django_db(transaction=True)
RONDEN = 4
KLIK = """
import sys, django
django.setup()
from django.test import Client
client = Client(HTTP_HOST="127.0.0.1")
client.cookies["sessie"] = sys.argv[1]
print(client.post(sys.argv[2]).status_code)
"""


@pytest.fixture(autouse=True)
def eigen_opslag(settings, tmp_path):
    settings.OPSLAG_MAP = tmp_path


@pytest.fixture
def kwalificatie(fatima):
    return maken_zip.omgeving(fatima.lid)[0]


def klikken(client, pad, **omgeving):
    """A web process that gets the click on the button."""
    return afmaken(proces("-c", KLIK, client.cookies["sessie"].value, pad, **omgeving))


def test_gedood_halverwege_gaat_de_volgende_klik_verder(client, fatima, kwalificatie):
    pad = insturen(client, fatima, inpakken(*(rij(n) for n in range(4))))["Location"]

    code, uitvoer = klikken(client, pad, FAALPUNT="na_overname")
    assert (code, Traject.objects.count()) == (137, 1), uitvoer
    assert Inlezing.objects.get().ingelezen_op is None
    code, uitvoer = klikken(client, pad)

    assert (code, uitvoer.split()[-1]) == (0, "302"), uitvoer
    assert Traject.objects.count() == Kandidaat.objects.count() == 4
    assert Inlezing.objects.get().verslag["nieuw"] == 4


def test_gedood_midden_in_een_regel_laat_niets_van_die_regel_achter(client, fatima, kwalificatie):
    pad = insturen(client, fatima, inpakken(*(rij(n) for n in range(3))))["Location"]

    code, uitvoer = klikken(client, pad, FAALPUNT="in_overname")
    assert (code, Traject.objects.count(), Kandidaat.objects.count()) == (137, 0, 0), uitvoer
    klikken(client, pad)

    assert Traject.objects.count() == Kandidaat.objects.count() == 3


@pytest.mark.postgresql
def test_twee_coordinatoren_met_hetzelfde_bestand(fatima, farid, kwalificatie):
    for ronde in range(RONDEN):
        regels = [rij(10 * ronde + n) for n in range(3)]
        paren = [(lid, aanbieden(lid, *regels)) for lid in (fatima.lid, farid.lid)]

        klaar = tegelijk(lambda paar: actions.inlezen(door=paar[0], inlezing=paar[1]), paren)

        assert Traject.objects.count() == Overnameregel.objects.count() == 3 * (ronde + 1)
        assert sum(inlezing.verslag["nieuw"] for inlezing in klaar) == 3
        assert sum(inlezing.verslag["gelijk"] for inlezing in klaar) == 3


@pytest.mark.postgresql
def test_dubbele_klik_op_dezelfde_knop(fatima, kwalificatie):
    for ronde in range(RONDEN):
        inlezing = aanbieden(fatima.lid, *(rij(10 * ronde + n) for n in range(3)))

        klaar = tegelijk(
            lambda een: actions.inlezen(door=fatima.lid, inlezing=een), [inlezing, inlezing]
        )

        assert Traject.objects.count() == 3 * (ronde + 1)
        assert [een.verslag["nieuw"] for een in klaar] == [3, 3]


@pytest.mark.postgresql
def test_zelfde_student_met_een_andere_begindag_tegelijk(fatima, farid, kwalificatie):
    for ronde in range(RONDEN):
        dagen = [maken_zip.BEGIN, maken_zip.BEGIN.replace(day=1)]
        paren = [
            (lid, aanbieden(lid, rij(ronde, begin=maken_zip.dag(een), afgetekend="",
                                     ingeschreven_op=maken_zip.dag(min(dagen)))))
            for lid, een in zip((fatima.lid, farid.lid), dagen, strict=True)
        ]  # fmt: skip

        tegelijk(lambda paar: actions.inlezen(door=paar[0], inlezing=paar[1]), paren)

        assert Traject.objects.count() == ronde + 1


@pytest.mark.postgresql
def test_een_nieuwe_praktijkopleider_bij_twee_bestanden_is_een_mens(fatima, farid, kwalificatie):
    paren = [(lid, aanbieden(lid, rij(n))) for n, lid in enumerate((fatima.lid, farid.lid))]

    tegelijk(lambda paar: actions.inlezen(door=paar[0], inlezing=paar[1]), paren)

    bedrijf = Leerbedrijf.objects.get(leerbedrijf_id="100999501")
    assert bedrijf.leden.filter(rol=Rol.PRAKTIJKOPLEIDER).count() == 1
