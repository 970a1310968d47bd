"""Importing leerbedrijven from a CSV: good lines in, bad lines aside, nothing twice."""

import io
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from tests import factories as f
from trajecten import actions
from trajecten.imports import leerbedrijven
from trajecten.imports.tabel import Onbruikbaar
from trajecten.models import Bestand, Erkenning, Leerbedrijf, Logregel, Uitvoerbaar

pytestmark = pytest.mark.django_db
KOP = (
    "leerbedrijf_id;naam;straat;huisnummer;postcode;plaats;kvk;vestigingsnummer;crebo;"
    "laatst_beoordeeld;volgende_beoordeling;ingetrokken_op;uitvoerbaar;niet_uitvoerbaar"
)
GOED = {
    "leerbedrijf_id": "100999001", "naam": "Café De Schakel", "plaats": "Deventer",
    "straat": "Voorbeeldweg", "huisnummer": "1a", "postcode": "7411aa", "kvk": "01234567",
    "vestigingsnummer": "000012345678", "crebo": "25743", "laatst_beoordeeld": "12-01-2026",
    "volgende_beoordeling": "2030-01-12", "uitvoerbaar": "B1-K1-W1 b1-k1-w2",
    "niet_uitvoerbaar": "P1-K1-W5",
}  # fmt: skip


@pytest.fixture(autouse=True)
def eigen_mappen(settings, tmp_path):
    settings.OPSLAG_MAP = tmp_path / "opslag"
    settings.VAR = tmp_path / "var"


@pytest.fixture
def importeren(tmp_path):
    """Import these lines (dicts over GOED); returns the outcome and the refused lines."""

    def werk(*rijen, kop=KOP, **anders):
        namen = kop.split(";")
        regels = [kop] + [
            ";".join({**GOED, **rij}.get(naam, "") for naam in namen) for rij in rijen
        ]
        pad = tmp_path / "leerbedrijven.csv"
        pad.write_text("\n".join(regels) + "\n", encoding="utf-8-sig")
        fouten = []
        uitkomst = actions.leerbedrijven_importeren(pad=pad, bij_fout=fouten.append, **anders)
        return uitkomst, fouten

    return werk


def test_regel_wordt_leerbedrijf_met_erkenning_en_antwoorden(importeren):
    uitkomst, fouten = importeren({})

    assert (uitkomst.goed, fouten) == (1, [])
    velden = ("naam", "straat", "huisnummer", "postcode", "plaats", "kvk", "vestigingsnummer")
    bedrijf = Leerbedrijf.objects.get(leerbedrijf_id="100999001")
    assert [getattr(bedrijf, veld) for veld in velden] == [
        "Café De Schakel", "Voorbeeldweg", "1a", "7411 AA", "Deventer", "01234567", "000012345678"
    ]  # fmt: skip
    assert (bedrijf.zoek, bedrijf.bron) == ("cafe de schakel deventer 100999001", "import")
    erkenning = bedrijf.erkenningen.get()
    assert (erkenning.crebo, erkenning.bron) == ("25743", "import")
    assert erkenning.laatst_beoordeeld == date(2026, 1, 12)
    assert erkenning.volgende_beoordeling == date(2030, 1, 12)
    assert bedrijf.uitvoerbaarheid("25743", ["B1-K1-W1", "B1-K1-W2", "P1-K1-W5", "P1-K1-W6"]) == {
        "B1-K1-W1": "ja", "B1-K1-W2": "ja", "P1-K1-W5": "nee", "P1-K1-W6": "onbekend"
    }  # fmt: skip


def test_tweede_keer_verandert_niets(importeren):
    importeren({})

    uitkomst, _ = importeren({})

    assert not uitkomst.ingeladen
    assert Bestand.objects.count() == Logregel.objects.count() == 1


def test_nieuw_adres_en_intrekking_komen_over_het_oude_heen(importeren):
    importeren({}, {"leerbedrijf_id": "100999002"})

    uitkomst, _ = importeren(
        {"naam": "De Nieuwe Schakel", "ingetrokken_op": "01-03-2026"},
        {"leerbedrijf_id": "100999002"},
    )

    assert uitkomst.ingeladen.nieuw == {"leerbedrijven": 0, "erkenningen": 0}
    assert uitkomst.ingeladen.gewijzigd == {
        "leerbedrijven": 1, "erkenningen": 1, "werkprocessen": 0
    }  # fmt: skip
    assert Leerbedrijf.objects.zoeken("nieuwe schakel").get().naam == "De Nieuwe Schakel"
    assert Erkenning.objects.get(ingetrokken_op=date(2026, 3, 1)).bron == "import"


def test_regel_met_codes_geeft_het_hele_antwoord_en_een_regel_zonder_laat_het_staan(importeren):
    importeren({})

    importeren({"uitvoerbaar": "B1-K1-W1", "niet_uitvoerbaar": "B1-K1-W2"})
    na_nieuw_antwoord = dict(Uitvoerbaar.objects.values_list("code", "uitvoerbaar"))
    importeren({"uitvoerbaar": "", "niet_uitvoerbaar": ""})

    assert na_nieuw_antwoord == {"B1-K1-W1": True, "B1-K1-W2": False}
    assert dict(Uitvoerbaar.objects.values_list("code", "uitvoerbaar")) == na_nieuw_antwoord


def test_met_de_hand_toegevoegd_leerbedrijf_wordt_aangevuld(importeren):
    bedrijf = f.leerbedrijf("Oude Naam", erkend_voor=(), leerbedrijf_id="100999001")

    importeren({})

    bedrijf.refresh_from_db()
    assert (bedrijf.naam, bedrijf.bron) == ("Café De Schakel", "import")


def test_een_leerbedrijf_met_twee_erkenningen_heeft_twee_regels(importeren):
    uitkomst, fouten = importeren({}, {"crebo": "25741"})

    assert fouten == []
    assert uitkomst.ingeladen.nieuw == {"leerbedrijven": 1, "erkenningen": 2}


def test_leerbedrijf_zonder_erkenning_kan(importeren):
    importeren(GOED, kop="leerbedrijf_id;naam;plaats")

    assert not Leerbedrijf.objects.get().erkenningen.exists()


@pytest.mark.parametrize(
    ("kolom", "waarde", "reden"),
    [
        ("leerbedrijf_id", "12345678", "Een leerbedrijf-ID heeft 9 cijfers"),
        ("leerbedrijf_id", "012345678", "Een leerbedrijf-ID heeft 9 cijfers"),
        ("leerbedrijf_id", "10099900１", "Een leerbedrijf-ID heeft 9 cijfers"),
        ("naam", "", "Vul een naam in."),
        ("naam", "Sсhakel", "Het teken “с” (U+0441, Cyrillisch schrift)"),
        ("naam", "=SOM(A1)", "Het teken “=”"),
        ("plaats", "", "Vul de plaats in."),
        ("plaats", "x" * 81, "Gebruik hooguit 80 tekens."),
        ("straat", "Weg\x00", "Er staat een onzichtbaar teken in"),
        ("postcode", "0411 AA", "Een postcode heeft vier cijfers en twee letters."),
        ("kvk", "1234567", "Een KvK-nummer heeft 8 cijfers."),
        ("vestigingsnummer", "12345678", "Een vestigingsnummer heeft 12 cijfers."),
        ("crebo", "2574", "Een crebo heeft 5 cijfers."),
        ("crebo", "", "Zonder crebo kan er geen erkenning op deze regel staan."),
        ("laatst_beoordeeld", "31-02-2026", "Dit is geen datum."),
        ("ingetrokken_op", "gisteren", "Dit is geen datum."),
        ("uitvoerbaar", "B1-K1", "Dit is geen code van een werkproces, zoals B1-K1-W1."),
        ("niet_uitvoerbaar", "B1-K1-W1", "Deze code staat ook bij uitvoerbaar."),
    ],
)
def test_foute_regel_wordt_genoemd_en_de_goede_komt_binnen(importeren, kolom, waarde, reden):
    uitkomst, fouten = importeren({kolom: waarde}, {"leerbedrijf_id": "100999002"})

    assert (uitkomst.goed, uitkomst.fout) == (1, 1)
    [fout] = fouten
    assert (fout.regel, fout.kolom) == (2, kolom)
    assert fout.reden.startswith(reden)
    assert list(Leerbedrijf.objects.values_list("leerbedrijf_id", flat=True)) == ["100999002"]


@pytest.mark.parametrize(
    ("tweede", "reden"),
    [
        ({}, "Deze erkenning van dit leerbedrijf staat al op regel 2."),
        ({"naam": "Anders", "crebo": "25741"}, "Naam of adres is anders dan op regel 2"),
    ],
)
def test_regel_die_een_eerdere_tegenspreekt_wordt_geweigerd(importeren, tweede, reden):
    _, fouten = importeren({}, tweede)

    assert [fout.regel for fout in fouten] == [3]
    assert fouten[0].reden.startswith(reden)
    assert Leerbedrijf.objects.get().naam == "Café De Schakel"


def test_proef_telt_en_bewaart_niets(importeren):
    uitkomst, _ = importeren({}, proef=True)

    assert uitkomst.ingeladen.nieuw == {"leerbedrijven": 1, "erkenningen": 1}
    assert not Leerbedrijf.objects.exists()
    assert not Bestand.objects.exists()


def lezen(tekst):
    return list(leerbedrijven.Leerbedrijvenbestand(io.StringIO(tekst)))


def test_comma_separated_file_with_quotes_is_read_too():
    [rij] = lezen('naam,plaats,leerbedrijf_id\n"Bakker, en Zn.",Zwolle,100999001\n')

    assert rij.bedrijf[:2] == ("100999001", "Bakker, en Zn.")


@pytest.mark.parametrize(
    ("kop", "reden"),
    [
        ("naam;plaats", "mist de kolom leerbedrijf_id"),
        ("", "mist de kolom leerbedrijf_id, naam, plaats"),
        ("leerbedrijf_id;naam;plaats;naam", "Een kolom staat twee keer"),
    ],
)
def test_bestand_met_een_verkeerde_eerste_regel_wordt_geweigerd(kop, reden):
    with pytest.raises(Onbruikbaar, match=reden):
        lezen(f"{kop}\nx;y;z\n")


@pytest.mark.parametrize("regel", ["100999001;Schakel", '100999001;"Schakel;Zwolle', "a;b;c;d"])
def test_line_that_does_not_fit_the_header_is_refused_alone(regel):
    rijen = lezen(f"leerbedrijf_id;naam;plaats\n100999002;Goed;Zwolle\n{regel}\n")

    assert [type(rij).__name__ for rij in rijen] == ["Rij", "Rijfout"]


def test_command_writes_the_bad_lines_and_says_so(tmp_path, settings):
    pad = tmp_path / "lijst.csv"
    pad.write_text(
        "leerbedrijf_id;naam;plaats;extra\n100999001;Goed;Zwolle;x\n100999002;=cmd;Zwolle;x\n"
    )
    uit = io.StringIO()

    with pytest.raises(CommandError) as einde:
        call_command("importeren_leerbedrijven", pad, stdout=uit)

    assert einde.value.returncode == 3
    assert "2 regels gelezen" in uit.getvalue()
    assert "Niet gebruikte kolommen: extra." in uit.getvalue()
    fouten = (settings.VAR / "import" / "lijst-fouten.csv").read_text().splitlines()
    assert fouten[0] == "regel;kolom;waarde;reden"
    assert fouten[1].startswith("3;naam;'=cmd;Het teken “=” (U+003D)")
    assert Leerbedrijf.objects.get().naam == "Goed"


def test_command_refuses_a_file_without_the_right_header(tmp_path):
    pad = tmp_path / "lijst.csv"
    pad.write_text("a;b\n1;2\n")

    with pytest.raises(CommandError, match="lijst.csv is niet ingelezen") as einde:
        call_command("importeren_leerbedrijven", pad)

    assert einde.value.returncode == 1


def test_line_that_is_not_utf8_is_refused_alone(tmp_path):
    pad = tmp_path / "lijst.csv"
    pad.write_bytes(
        b"leerbedrijf_id;naam;plaats\n100999001;Caf\xe9;Zwolle\n100999002;Goed;Zwolle\n"
    )
    fouten = []

    actions.leerbedrijven_importeren(pad=pad, bij_fout=fouten.append)

    assert [(fout.regel, fout.kolom) for fout in fouten] == [(2, "naam")]
    assert "geen UTF-8" in fouten[0].reden
    assert Leerbedrijf.objects.get().naam == "Goed"
