"""The lists of keuzedelen and mbo-certificaten come out of a file of beheer."""

from datetime import date

import pytest

from tests import factories as f
from tests.spelers import Speler
from tests.trajecten.maken_onderdelen import diplomatraject
from tests.trajecten.test_inlezen import KOP, aanbieden, redenen, regels
from trajecten.models import Certificaat, Inlezing, Keuzedeel, Rol

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def eigen_opslag(settings, tmp_path):
    settings.OPSLAG_MAP = tmp_path


@pytest.fixture
def beheer():
    return Speler(f.lid(Rol.BEHEER, "Bea Voorbeeld", organisatie=f.instelling("Beheer")))


def test_onbekend_keuzedeel_wordt_bevestigd_door_de_lijst(client, beheer):
    traject = diplomatraject(begin=date(2025, 8, 1))
    traject.overgangen.create(naar="actief")
    fatima = Speler(traject.coordinator)
    kop = f"{KOP};naam;klokuren"
    tekst = regels(traject, "keuzedeel;K9999;;;8;20-05-2026;Iets nieuws;240", kop=kop)
    client.post(aanbieden(client, fatima, tekst)["Location"])
    voor = traject.resultaten.get()
    lijst = "code;naam;klokuren\nK9999;Iets nieuws van de lijst;240"

    client.post(aanbieden(client, beheer, lijst, "keuzedelen")["Location"])

    na = traject.resultaten.get()
    assert (voor.bevestigd, voor.naam) == (False, "Iets nieuws")
    assert (na.bevestigd, na.naam) == (True, "Iets nieuws van de lijst")


def test_lijst_van_keuzedelen_wijzigt_wat_anders_is_en_verwijdert_niets(client, beheer):
    Keuzedeel.objects.create(code="K0001", naam="Blijft", klokuren=240)
    Keuzedeel.objects.create(code="K0002", naam="Oud", klokuren=240)
    lijst = "code;naam;geldig_tot\nK0002;Nieuw;31-07-2027\nK0003;Erbij;\nK0003;Dubbel;\nQ1;Fout;"

    client.post(aanbieden(client, beheer, lijst, "keuzedelen")["Location"])

    assert [(k.code, k.naam, k.klokuren, k.geldig_tot) for k in Keuzedeel.objects.all()] == [
        ("K0001", "Blijft", 240, None), ("K0002", "Nieuw", 240, date(2027, 7, 31)),
        ("K0003", "Erbij", None, None),
    ]  # fmt: skip
    assert redenen(Inlezing.objects.get()) == [
        "Verandert: naam, geldig tot.", "", "K0003 staat al op regel 3.",
        "code: Schrijf een K en vier cijfers.",
    ]  # fmt: skip


def test_certificaat_komt_met_zijn_werkprocessen(client, beheer):
    kop = "code;naam;geldig_vanaf;kerntaak_code;kerntaak_titel;werkproces_code;werkproces_titel"
    rijen = [
        "C0999;Iets maken;01-08-2026;C1-K1;Maakt iets;C1-K1-W1;Begint",
        "C0999;Iets maken;01-08-2026;C1-K1;Maakt iets;C1-K1-W2;Maakt af",
        "C0998;Half;01-08-2026;C1-K1;;;",
    ]
    tekst = "\n".join([kop, *rijen])

    client.post(aanbieden(client, beheer, tekst, "certificaten")["Location"])
    aanbieden(client, beheer, tekst, "certificaten")

    certificaat = Certificaat.objects.get()
    assert [w.code for w in certificaat.werkprocessen.all()] == ["C1-K1-W1", "C1-K1-W2"]
    assert certificaat.geldig_vanaf == date(2026, 8, 1)
    assert [Inlezing.objects.first().voorbeeld[u] for u in ("nieuw", "gelijk", "fout")] == [0, 2, 1]


def test_school_leest_geen_lijsten_in(client):
    fatima = Speler(f.lid(Rol.COORDINATOR, "Fatima Voorbeeld", organisatie=f.instelling()))

    response = aanbieden(client, fatima, "code;naam\nK0001;Iets", "keuzedelen")

    assert response.status_code == 422
    assert not Keuzedeel.objects.exists()
