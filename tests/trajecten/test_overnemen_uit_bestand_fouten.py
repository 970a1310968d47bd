"""Every line and every zip that cannot be read says why, and nothing of it comes in."""

from datetime import timedelta

import pytest

from tests import factories as f
from tests.trajecten import maken_zip
from tests.trajecten.maken_zip import (
    BEGIN,
    KOP,
    PDF,
    VANDAAG,
    aanbieden,
    dag,
    inpakken,
    insturen,
    redenen,
    rij,
    tabel,
    uitkomsten,
)
from tests.trajecten.stappen import png, tekst
from trajecten import actions, models
from trajecten.imports import scans
from trajecten.models import Traject
from trajecten.rules import Bezwaar

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def eigen_opslag(settings, tmp_path):
    settings.OPSLAG_MAP = tmp_path


@pytest.fixture(autouse=True)
def kwalificatie(fatima):
    return maken_zip.omgeving(fatima.lid)[0]


@pytest.mark.parametrize(
    ("anders", "reden"),
    [
        ({"crebo": "99999"}, "crebo: Dit crebo kennen we niet."),
        ({"crebo": "2574"}, "crebo: Een crebo heeft vijf cijfers."),
        ({"werkprocessen": "B1-K1-W1 B9-K9-W9"}, "werkprocessen: Dit hoort niet bij Assistent"),
        ({"werkprocessen": ""}, "werkprocessen: Vul deze kolom in."),
        ({"afgetekend": "P1-K1-W1"}, "afgetekend: Schrijf bij elke code de dag"),
        (
            {"werkprocessen": "B1-K1-W1", "afgetekend": f"P1-K1-W1={dag(BEGIN)}"},
            "Zet dit ook in de kolom werk",
        ),
        ({"afgetekend": f"B1-K1-W1={dag(BEGIN - timedelta(days=1))}"}, "afgetekend: Een af"),
        ({"leerbedrijf_id": "999999999"}, "leerbedrijf_id: Dit leerbedrijf-ID kennen we niet."),
        ({"leerbedrijf_id": "1,01E+08"}, "leerbedrijf_id: Een leerbedrijf-ID heeft 9 cijfers"),
        ({"begin": "31-02-2026"}, "begin: Dit is geen datum. Schrijf dd-mm-jjjj."),
        ({"begin": ""}, "begin: Vul deze kolom in."),
        ({"begin": dag(VANDAAG + timedelta(days=1))}, "begin: Dit traject is nog niet begonnen."),
        ({"eind": dag(BEGIN - timedelta(days=1))}, "eind: De einddatum is vóór de startdatum."),
        ({"uren_per_week": "24,5"}, "uren_per_week: Schrijf een heel getal, zonder punt of komma."),
        ({"uren_per_week": "24.5"}, "uren_per_week: Schrijf een heel getal, zonder punt of komma."),
        ({"uren_per_week": "61"}, "uren_per_week: Schrijf een heel getal van 1 tot en met 60."),
        ({"uren_totaal": "4999"}, "uren_totaal: Dit past niet in"),
        ({"gemeente": "Atlantis"}, "gemeente: Deze gemeente kennen we niet."),
        ({"route": "examen"}, "route: Dit kennen we niet. Kies uit: praktijkverklaring, mbo-"),
        ({"leerweg": "bol"}, "leerweg: Een praktijkverklaring gaat altijd via de derde leerweg."),
        ({"jonger_dan_18": "misschien"}, "jonger_dan_18: Schrijf ja of nee."),
        ({"jonger_dan_18": "ja"}, "getekend_op: Vul in wie tekende voor de wettelijk"),
        ({"naam": "Али"}, "Cyrillisch schrift"),
        ({"naam": "Ali 2"}, "naam: Het cijfer 2 kan niet in deze naam staan."),
        ({"telefoon": "612345678"}, "telefoon: Het telefoonnummer klopt niet."),
        ({"email": "ali"}, "email: Dit e-mailadres klopt niet."),
        ({"studentnummer": "S#1"}, "studentnummer: Gebruik letters en cijfers"),
        ({"wens": "x" * 501}, "wens: Deze tekst heeft 501 tekens."),
        ({"route": "mbo-certificaat"}, "certificaat: Vul in welk mbo-certificaat het is"),
        ({"certificaat": "C9999"}, "certificaat: Dit mbo-certificaat kennen we niet."),
        ({"erkenning_gecontroleerd_op": ""}, "Vul in op welke dag de erkenning"),
        (
            {"erkenning_gecontroleerd_op": dag(BEGIN - timedelta(days=91))},
            "Op de eerste dag",
        ),
        ({"ingeschreven_op": dag(BEGIN + timedelta(days=1))}, "ingeschreven_op: De inschrijving"),
        ({"getekend_op": dag(VANDAAG + timedelta(days=1))}, "getekend_op: De dag van tekenen ligt"),
        ({"tekende_leerbedrijf": "Ali Voorbeeld"}, "getekend_op: Twee partijen hebben"),
        ({"scan": "weg.pdf"}, "scan: Deze scan zit niet in de zip."),
        ({"scan": ""}, "scan: Vul deze kolom in."),
    ],
)
def test_foute_regel_zegt_per_kolom_waarom(fatima, anders, reden):
    inlezing = aanbieden(fatima.lid, rij(1, **anders), rij(2), scans={"1.pdf": PDF, "2.pdf": PDF})

    klaar = actions.inlezen(inlezing=inlezing, door=fatima.lid)

    assert reden in redenen(inlezing)[0]
    assert uitkomsten(klaar) == ["fout", "nieuw"]
    assert [t.inschrijving.studentnummer for t in Traject.objects.all()] == ["S-2"]


def test_alle_foute_kolommen_staan_er_tegelijk(fatima):
    fout = rij(1, naam="Ali 2", begin="gisteren", uren_totaal="veel")

    reden = redenen(aanbieden(fatima.lid, fout))[0]

    assert [kolom in reden for kolom in ("naam: ", "begin: ", "uren_totaal: ")] == [True] * 3


def test_wat_opgezocht_wordt_staat_er_ook_tegelijk(fatima):
    fout = rij(1, crebo="99999", leerbedrijf_id="999999999", scan="weg.pdf", naam="Ali 2")

    reden = redenen(aanbieden(fatima.lid, fout, scans={}))[0]

    plekken = [reden.find(k) for k in ("naam: ", "crebo: ", "leerbedrijf_id: ", "scan: ")]
    assert plekken == sorted(plekken)
    assert -1 not in plekken


def test_ontbrekende_kolom_weigert_het_bestand(client, fatima):
    zonder = [kolom for kolom in KOP if kolom != "crebo"]

    antwoord = insturen(client, fatima, inpakken(csv=tabel(rij(1), kop=zonder)))

    assert antwoord.status_code == 422
    assert "De eerste regel mist de kolom crebo." in tekst(antwoord)


def test_kolom_met_een_andere_naam_wordt_genoemd(client, fatima):
    anders = [*KOP, "geboorteplaats"]

    pad = insturen(client, fatima, inpakken(csv=tabel(rij(1), kop=anders), scans={"1.pdf": PDF}))

    assert "Kolommen die we niet gebruiken" in tekst(client.get(pad["Location"]))


def test_puntkomma_komma_en_bom_zijn_hetzelfde(fatima):
    met_komma = tabel(rij(1), teken=",")
    met_bom = b"\xef\xbb\xbf" + tabel(rij(1))

    uitkomst = [
        uitkomsten(aanbieden(fatima.lid, csv=csv, scans={"1.pdf": PDF}))
        for csv in (met_komma, met_bom)
    ]

    assert uitkomst == [["nieuw"], ["nieuw"]]


def test_wie_er_al_is_met_hetzelfde_studentnummer(fatima):
    models.Inschrijving.objects.create(
        traject=f.traject(instelling=fatima.lid.organisatie), studentnummer="s-1",
        gebeurd_op=BEGIN, door=fatima.lid,
    )  # fmt: skip

    assert (
        "studentnummer: Dit studentnummer staat al bij" in redenen(aanbieden(fatima.lid, rij(1)))[0]
    )


def test_studentnummer_van_een_andere_school_zegt_niets(fatima, karin):
    models.Inschrijving.objects.create(
        traject=f.traject(instelling=karin.lid.organisatie), studentnummer="S-1",
        gebeurd_op=BEGIN, door=karin.lid,
    )  # fmt: skip

    assert uitkomsten(aanbieden(fatima.lid, rij(1))) == ["nieuw"]


def test_zelfde_naam_en_geboortedatum_is_dezelfde_mens(fatima):
    kandidaat = f.kandidaat("Álí Voorbeeld")
    kandidaat.identiteiten.create(
        volgnummer=1, voornamen="Ali", achternaam="Voorbeeld", geboortedatum="1991-03-14",
        geboorteplaats="Zwolle", door=fatima.lid, gebeurd_op=BEGIN,
    )  # fmt: skip
    f.traject(instelling=fatima.lid.organisatie, kandidaat=kandidaat)

    met = redenen(aanbieden(fatima.lid, rij(1, geboortedatum="14-03-1991")))[0]
    zonder = aanbieden(fatima.lid, rij(1))

    assert "zelfde naam en geboortedatum" in met
    assert uitkomsten(zonder) == ["nieuw"]
    assert redenen(zonder)[0].startswith("Let op: bij TR-")


def test_dezelfde_naam_op_twee_regels_is_een_opmerking(fatima):
    inlezing = aanbieden(fatima.lid, rij(1), rij(2, naam="alí voorbeeld"))

    assert uitkomsten(inlezing) == ["nieuw", "nieuw"]
    assert redenen(inlezing)[1].startswith("Let op: op regel 2 staat dezelfde naam.")


@pytest.mark.parametrize("kolom", ["studentnummer", "scan"])
def test_twee_keer_dezelfde_op_twee_regels(fatima, kolom):
    tweede = rij(2, **{kolom: rij(1)[kolom]})

    inlezing = aanbieden(fatima.lid, rij(1), tweede, scans={"1.pdf": PDF, "2.pdf": PDF})

    assert uitkomsten(inlezing) == ["nieuw", "fout"]
    assert f"{kolom}: Dit staat al op regel 2." in redenen(inlezing)[1]


def test_e_mailadres_van_iemand_anders(fatima):
    f.gebruiker("Piet Anders", email="piet@bedrijf.example")

    reden = redenen(aanbieden(fatima.lid, rij(1, praktijkopleider_email="piet@bedrijf.example")))[0]

    assert "praktijkopleider_email: Bij dit e-mailadres staat een andere naam." in reden


@pytest.mark.parametrize(
    ("inhoud", "reden"),
    [
        (b"%PDF-1.4 kapot", "scan: Dit bestand kunnen we niet lezen."),
        (b"geen scan", "scan: Dit bestand kunnen we niet lezen."),
        (png()[:50], "scan: Dit bestand kunnen we niet lezen."),
        (b"PK\x03\x04 zip", "1.pdf is zelf een zip."),
    ],
)
def test_scan_die_geen_scan_is(fatima, inhoud, reden):
    try:
        gezegd = redenen(aanbieden(fatima.lid, rij(1), scans={"1.pdf": inhoud}))[0]
    except Bezwaar as bezwaar:
        gezegd = str(bezwaar)

    assert reden in gezegd


def test_scan_wordt_bij_het_overnemen_weer_gelezen(fatima, monkeypatch):
    regels = rij(1), rij(2, scan="2.png")
    inlezing = aanbieden(fatima.lid, *regels, scans={"1.pdf": PDF, "2.png": png()})
    monkeypatch.setattr(scans, "PIXELS_MAX", 1)

    klaar = actions.inlezen(inlezing=inlezing, door=fatima.lid)

    assert uitkomsten(klaar) == ["nieuw", "fout"]
    assert redenen(klaar)[1].startswith("scan: Deze foto is te groot om te lezen.")


def test_foto_in_een_map_met_een_andere_schrijfwijze_wordt_gevonden(fatima):
    inlezing = aanbieden(
        fatima.lid, rij(1, scan="ZOË.PNG"), scans={"scans/Zoe\u0308.png": png(), "over.pdf": PDF}
    )

    actions.inlezen(inlezing=inlezing, door=fatima.lid)

    assert inlezing.voorbeeld["ongenoemd"] == 1
    assert models.Bestand.objects.get(soort="scan").mimetype == "image/png"


def test_kolom_met_burgerservicenummers_wordt_niet_bewaard(client, fatima):
    bsn = ("111222333", "123456782")
    regels = [rij(nummer, studentnummer=waarde) for nummer, waarde in enumerate(bsn)]

    antwoord = insturen(client, fatima, inpakken(*regels))

    assert "lijken BSN-nummers te staan" in tekst(antwoord)
    assert not models.Bestand.objects.exists()
