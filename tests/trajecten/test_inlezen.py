"""A file is judged line by line before anything happens; then the good lines come in at once."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import factories as f
from tests.draden import tegelijk
from tests.spelers import Speler
from tests.trajecten.maken_onderdelen import diplomatraject
from trajecten import actions
from trajecten.models import (
    Bron,
    Inlezing,
    Logregel,
    Onderdeel,
    Resultaat,
    Rol,
)

pytestmark = pytest.mark.django_db
KOP = "traject;onderdeel;code;niveau;deel;resultaat;datum"


@pytest.fixture(autouse=True)
def eigen_opslag(settings, tmp_path):
    settings.OPSLAG_MAP = tmp_path


@pytest.fixture
def traject():
    traject = diplomatraject(begin=date(2025, 8, 1))
    traject.overgangen.create(naar="actief")
    return traject


@pytest.fixture
def fatima(traject):
    return Speler(traject.coordinator)


def aanbieden(client, speler, tekst, soort="resultaten", codering="utf-8"):
    inhoud = tekst if isinstance(tekst, bytes) else tekst.encode(codering)
    bestand = SimpleUploadedFile("resultaten.csv", inhoud, "text/csv")
    velden = {"soort": soort, "bestand": bestand}
    return speler.aanmelden(client).post(reverse("trajecten:inlezen"), velden)


def regels(traject, *rijen, kop=KOP):
    return "\n".join([kop, *(f"{traject.nummer};{rij}" for rij in rijen)])


def redenen(inlezing):
    return [regel["reden"] for regel in inlezing.stand["regels"]]


def test_eerst_zien_dan_inlezen(client, traject, fatima):
    tekst = regels(traject, "kerntaak;B1-K1;;;7;12-03-2026", "rekenen;;;;voldaan;20-05-2026")

    bladzijde = client.get(aanbieden(client, fatima, tekst)["Location"])
    voor = Resultaat.objects.count()
    client.post(bladzijde.wsgi_request.path)

    assert "Dit gaat er gebeuren" in bladzijde.content.decode()
    assert voor == 0
    assert [(r.volgnummer, r.naam, r.in_woorden, r.bron) for r in traject.resultaten.all()] == [
        (1, "Werkt als assistent", "7", Bron.OVERGENOMEN),
        (2, "rekenen", "voldaan", Bron.OVERGENOMEN),
    ]  # fmt: skip
    assert Logregel.objects.filter(actie="resultaten_inlezen").get().bijzonderheden["aantal"] == 2


def test_tweede_klik_en_hetzelfde_bestand_veranderen_niets(client, traject, fatima):
    tekst = regels(traject, "kerntaak;B1-K1;;;7;12-03-2026")
    pad = aanbieden(client, fatima, tekst)["Location"]
    client.post(pad)
    client.post(pad)

    aanbieden(client, fatima, tekst)

    nieuwste = Inlezing.objects.first()
    assert traject.resultaten.count() == 1
    assert (nieuwste.voorbeeld["nieuw"], nieuwste.voorbeeld["gelijk"]) == (0, 1)
    assert client.post(nieuwste.get_absolute_url()).status_code == 422


@pytest.mark.parametrize(
    ("rij", "reden"),
    [
        ("kerntaak;B1-K1;;;11;12-03-2026", "is de komma weg?"),
        ("kerntaak;B1-K1;;;0,5;12-03-2026", "Een cijfer ligt tussen 1 en 10. Hier staat 0,5."),
        ("kerntaak;B1-K1;;;1.006,8;12-03-2026", "Schrijf een cijfer met één komma, zoals 6,8."),
        ("kerntaak;B1-K1;;;6,8;12-03-2026", "is een heel cijfer"),
        ("kerntaak;P9-K9;;;7;12-03-2026", "Dit examen hoort bij een andere opleiding."),
        ("kerntaak;B1-K1;;;7;12-03-2025", "vóór de start van dit traject op 01-08-2025"),
        ("kerntaak;B1-K1;;;7;31-02-2026", "Dit is geen datum."),
        ("kerntak;B1-K1;;;7;12-03-2026", "Dit kennen we niet. Kies uit: kerntaak"),
        ("kerntaak;B1-K1;;;;12-03-2026", "Vul de kolom resultaat in."),
        ("kerntaak;B1-K1;;;7", "Deze regel heeft 6 kolommen; de eerste heeft er 7."),
    ],
)
def test_foute_regel_zegt_waarom_en_de_goede_komt_erin(client, traject, fatima, rij, reden):
    tekst = regels(traject, rij, "rekenen;;;;voldaan;20-05-2026")

    client.post(aanbieden(client, fatima, tekst)["Location"])

    inlezing = Inlezing.objects.get()
    assert [r.naam for r in traject.resultaten.all()] == ["rekenen"]
    assert (inlezing.verslag["nieuw"], inlezing.verslag["fout"]) == (1, 1)
    assert reden in redenen(inlezing)[0]
    assert reden in client.get(inlezing.get_absolute_url()).content.decode()


def test_komma_en_punt_zijn_hetzelfde_cijfer(client, traject, fatima):
    tekst = regels(
        traject, "Nederlandse taal;;2F;centraal examen;6,4;20-05-2026",
        "Nederlandse taal;;2F;ce;6.4;20-05-2026",
    )  # fmt: skip

    client.post(aanbieden(client, fatima, tekst)["Location"])

    assert traject.resultaten.get().cijfer == Decimal("6.4")


@pytest.mark.parametrize(
    ("tekst", "reden"),
    [
        ("traject;onderdeel;datum\nTR;les;1-1-2026", "De eerste regel mist de kolom resultaat."),
        (KOP, "Er staan geen regels in dit bestand."),
        ("PK\x03\x04\0\0", "Dit is geen CSV-bestand."),
        (KOP + "\n" + "a;b;c;d;e;f;g\n" * 2001, "Dit bestand heeft meer dan 2000 regels."),
        ("", "Dit bestand is leeg."),
    ],
)
def test_onleesbaar_bestand_wordt_bij_het_veld_geweigerd(client, traject, fatima, tekst, reden):
    response = aanbieden(client, fatima, tekst)

    assert response.status_code == 422
    assert reden in response.content.decode()
    assert not Inlezing.objects.exists()


def test_bestand_uit_excel_op_windows_wordt_gelezen(client, traject, fatima):
    kop = f"{KOP};beoordelaar"
    tekst = regels(traject, "rekenen;;;;voldaan;20-05-2026;Zoë Voorbeeld", kop=kop)

    client.post(aanbieden(client, fatima, tekst, codering="cp1252")["Location"])

    assert traject.resultaten.get().beoordelaar == "Zoë Voorbeeld"


def test_traject_van_een_andere_school_bestaat_niet(client, traject, fatima):
    vreemd = diplomatraject(instelling=f.instelling("Roc Elders"), coordinator=f.lid(
        Rol.COORDINATOR, "Jan Elders", organisatie=f.instelling("Roc Elders 2")),
        kwalificatie=traject.kwalificatie,
    )  # fmt: skip

    aanbieden(client, fatima, regels(vreemd, "rekenen;;;;voldaan;20-05-2026"))

    assert redenen(Inlezing.objects.get()) == [
        "Dit traject of studentnummer kennen we niet bij deze school."
    ]


def test_studentnummer_wijst_een_traject_aan_als_het_er_een_is(client, traject, fatima):
    tweede = f.traject(instelling=traject.instelling, kwalificatie=traject.kwalificatie)
    traject.inschrijving.studentnummer = "S1001"
    traject.inschrijving.save()
    aanbieden(client, fatima, f"{KOP}\nS1001;rekenen;;;;voldaan;20-05-2026")
    een = redenen(Inlezing.objects.first())
    type(traject.inschrijving).objects.create(
        traject=tweede, studentnummer="S1001", gebeurd_op=date(2026, 1, 1), door=fatima.lid
    )

    aanbieden(client, fatima, f"{KOP}\nS1001;rekenen;;;;voldaan;20-05-2026")

    assert een == [""]
    assert redenen(Inlezing.objects.first()) == [
        "Dit studentnummer heeft meer trajecten. Gebruik het nummer van het traject."
    ]


def test_coordinator_vindt_inlezen_en_overnemen_bij_de_trajecten(client, fatima):
    bladzijde = fatima.aanmelden(client).get(reverse("trajecten:overzicht")).content.decode()

    assert reverse("trajecten:inlezen") in bladzijde
    assert reverse("trajecten:overnemen") in bladzijde


def test_verslag_is_een_csv_zonder_formules(client, traject, fatima):
    pad = aanbieden(client, fatima, f"{KOP}\n=1+1;rekenen;;;;voldaan;20-05-2026")["Location"]

    tekst = client.get(f"{pad}verslag/").content.decode("utf-8-sig")

    assert tekst.splitlines()[1].startswith("2;'=1+1: rekenen;fout;Dit traject")


def test_foute_regels_zijn_te_downloaden_zoals_ze_waren(client, traject, fatima):
    goed, fout = "rekenen;;;;voldaan;20-05-2026", "kerntaak;B1-K1;;;11;12-03-2026"
    pad = aanbieden(client, fatima, regels(traject, goed, fout))["Location"]

    tekst = client.get(f"{pad}fouten/").content.decode("utf-8-sig").splitlines()

    assert tekst[0] == f"{KOP};reden"
    assert tekst[1].startswith(f"{traject.nummer};{fout};resultaat: ")
    assert len(tekst) == 2


def test_inlezen_query_count(traject, django_assert_num_queries):
    """As many for thirty lines as for one; the rows go in as one batch."""
    fatima = traject.coordinator
    een, dertig = (
        actions.bestand_aanbieden(
            soort="resultaten", naam="a.csv", door=fatima,
            inhoud=regels(
                traject, *(f"les;;;;voldaan;{1 + n % 28}-03-2026;Les {n}" for n in reeks),
                kop=f"{KOP};naam",
            ).encode(),
        )
        for reeks in ([99], range(30))
    )  # fmt: skip
    with CaptureQueriesContext(connection) as bij_een:
        actions.inlezen(inlezing=een, door=fatima)

    with django_assert_num_queries(len(bij_een)):
        actions.inlezen(inlezing=dertig, door=fatima)

    assert traject.resultaten.filter(onderdeel=Onderdeel.LES).count() == 31


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_twee_keer_inlezen_tegelijk_is_een_keer(traject):
    fatima = traject.coordinator
    tekst = regels(traject, "rekenen;;;;voldaan;20-05-2026").encode()
    eerste, tweede = (
        actions.bestand_aanbieden(soort="resultaten", inhoud=tekst, naam="a.csv", door=fatima)
        for _ in range(2)
    )

    tegelijk(
        lambda inlezing: actions.inlezen(inlezing=inlezing, door=fatima),
        (eerste, eerste, tweede),
    )

    assert traject.resultaten.count() == 1
