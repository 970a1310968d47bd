"""Pages that few people see: the seal of a PDF, what waits for the operator, and the decisions."""

import pytest

from tests.browser.conftest import LAPTOP, TELEFOON
from tests.browser.stroom import Venster
from tests.verklaringen import maken_voordracht as maken
from tests.verklaringen.conftest import (  # noqa: F401
    beoordeeld,
    besloten,
    blad,
    getekend,
    kaal,
    klas,
    opdrachten,
    pv,
    reeks,
    renderer,
    sleutelbestand,
    uitgegeven,
    uitgifte,
    voorstel,
)
from tests.verklaringen.conftest import opslag as eigen_opslag  # noqa: F401
from trajecten import opslag
from trajecten.models import Erkenning, Traject
from verklaringen import actions, namen
from verklaringen.models import Uitgifteopdracht

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def venster(pagina):
    """A phone; each page is looked at on a laptop too."""
    return lambda speler: Venster(pagina, speler, TELEFOON, ook_op=[LAPTOP])


@pytest.mark.usefixtures("verse_remmen")
def test_het_zegel_van_een_pdf(venster, sleutelbestand, uitgifte, kaal, fatima):  # noqa: F811
    ik = venster(fatima).naar("/zegel/controleren/").druk("Controleer")
    for inhoud, zin in (
        (kaal, "Gebruik dit bestand niet als bewijs."),
        (opslag.lezen(uitgifte.bestand), "Het staat in het register en het is geldig."),
    ):
        bestand = {"name": "blad.pdf", "mimeType": "application/pdf", "buffer": inhoud}
        ik.gezien.clear()
        ik.vul(bestand=bestand).druk("Controleer").leest(zin).leest("Punt voor punt")


@pytest.mark.parametrize(
    ("fout", "zin"),
    [(namen.GEEN_ZEGEL, "er is geen geldig zegel."), (opslag.VOL, "de opslag van het portaal is")],
)
def test_wat_op_de_beheerder_wacht(venster, opdrachten, fatima, fout, zin):  # noqa: F811
    Uitgifteopdracht.objects.update(fout=fout)
    ik = venster(fatima)

    with ik.stilstaand():
        ik.naar(f"/trajecten/{opdrachten[0].vaststelling.traject_id}/document/").leest(zin)
    ik.naar("/werklijst/").leest(zin)


def test_een_reeks_met_een_reden_en_een_die_wacht(venster, klas, fatima):  # noqa: F811
    Erkenning.objects.update(ingetrokken_op="2026-01-01")
    keuze = "&".join(f"traject={traject.pk}" for traject in klas)
    ik = venster(fatima).naar("/uitgiftereeksen/").naar(f"/uitgiftereeksen/nieuw/?{keuze}")
    ik.leest("Let op de erkenning (3)").druk("Geef uit voor 3 mensen")
    ik.leest("Schrijf op waarom de verklaring van Ali Voorbeeld toch")


def test_een_reeks_die_wacht(venster, reeks, fatima):  # noqa: F811
    actions.reeks_uitvoeren(actions.pakken(type(reeks)))
    Uitgifteopdracht.objects.update(fout=opslag.VOL)
    ik = venster(fatima)

    with ik.stilstaand():
        ik.naar(reeks.get_absolute_url()).leest("de opslag van het portaal is vol.")


@pytest.mark.parametrize("soort", ["certificaat", "diploma"])
def test_een_voordracht_van_aanbieden_tot_uitreiken(venster, fatima, johan, anne, soort):
    traject = getattr(maken, soort)(fatima.lid, johan.lid)
    pad = f"/trajecten/{traject.pk}"
    school, commissie = venster(fatima), venster(anne)
    school.naar(f"{pad}/voordracht/").druk("Bied aan")

    commissie.naar(f"{pad}/besluit/").druk("Leg het besluit vast").leest("Kies")
    commissie.vul(uitkomst="aangehouden", reden="Eerst het werkboek zien.")
    commissie.druk("Leg het besluit vast")
    school.gezien.clear()
    school.naar(f"{pad}/voordracht/").leest("Mist er een resultaat?")
    school.naar(f"{pad}/voordracht/terughalen/")
    commissie.gezien.clear()
    commissie.naar(f"{pad}/besluit/").leest("Dit is het vorige besluit.")
    commissie.vul(uitkomst="toegekend").druk("Leg het besluit vast")
    commissie.gezien.clear()
    commissie.naar(f"{pad}/besluit/").leest("De examencommissie heeft al besloten.")
    school.naar(f"{pad}/voordracht/uitreiken/").druk("Leg de uitreiking vast")
    school.gezien.clear()
    school.naar(f"{pad}/voordracht/").leest("Gegeven op")


def test_een_voordracht_die_nog_niet_kan_en_een_die_is_afgewezen(venster, fatima, johan, anne):
    traject = maken.certificaat(fatima.lid, johan.lid, examen=("7,2", "5,4"))
    school, commissie = venster(fatima), venster(anne)
    school.naar(f"/trajecten/{traject.pk}/voordracht/").leest("De regels zeggen nog geen ja.")
    school.druk("Bied aan")
    school.vul(motivering="De examencommissie kent deze kandidaat.").druk("Bied aan")

    commissie.naar(f"/trajecten/{traject.pk}/besluit/").leest("Waarom de school dit toch")
    commissie.vul(uitkomst="afgewezen", reden="Eerst een herkansing.")
    commissie.druk("Leg het besluit vast")
    school.gezien.clear()
    school.naar(f"/trajecten/{traject.pk}/voordracht/").leest("Afgewezen: Eerst een herkansing.")


def test_van_het_traject_naar_wat_er_is_uitgegeven(venster, voorstel, pv, fatima, farid):  # noqa: F811
    actions.intrekken(voorstel=voorstel, door=farid.lid)
    Traject.objects.update(status="uitgereikt")
    ik = venster(fatima).naar(pv.traject.get_absolute_url())

    ik.druk("Documenten van dit traject").leest("Documenten van Samira Voorbeeld")
    ik.leest(pv.nummer).leest("Ingetrokken").druk(pv.traject.nummer)
