"""Reading SBB's dossier files: codes composed, versions kept apart, a bad file refused whole."""

import io
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from tests import factories as f
from tests.trajecten.dossierbestand import bestand, dossier, profiel, taak
from trajecten import actions, opslag
from trajecten.imports import dossiers
from trajecten.imports.dossiers import Onleesbaar
from trajecten.models import (
    Bestand,
    Kerntaak,
    Kwalificatie,
    Kwalificatiedossier,
    Logregel,
    Werkproces,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def eigen_opslag(settings, tmp_path):
    settings.OPSLAG_MAP = tmp_path / "opslag"


def importeren(inhoud=None, **anders):
    return actions.dossiers_importeren(inhoud=inhoud or bestand(), naam="proef.xml", **anders)


def stand():
    """Every row of the four tables, to see whether anything changed."""
    return [
        list(model.objects.order_by("pk").values())
        for model in (Kwalificatiedossier, Kwalificatie, Kerntaak, Werkproces)
    ]


def test_dossier_komt_binnen_met_samengestelde_codes_in_de_volgorde_van_de_codes():
    gelezen, verslag = importeren()

    assert dict(gelezen.telling()) == {
        "dossiers": 1, "kwalificaties": 2, "kerntaken": 3, "werkprocessen": 6
    }  # fmt: skip
    assert verslag.aantallen() == {"toegevoegd": 12, "gewijzigd": 0, "verdwenen": 0}
    kwalificatie = Kwalificatie.objects.get(crebo="29002")
    assert list(kwalificatie.werkprocessen().values_list("code", "titel")) == [
        ("B1-K1-W1", "Bereidt voor"),
        ("B1-K1-W2", "Voert uit"),
        ("B1-K1-W9", "Controleert"),
        ("B1-K1-W10", "Ruimt op"),
        ("P2-K1-W1", "Maakt een voorbeeld"),
    ]
    assert kwalificatie.dossier.naam == "Voorbeeldwerk"
    assert kwalificatie.dossier.sectorkamer == "Voorbeeld en proef"
    assert kwalificatie.geldig_vanaf == date(2024, 8, 1)
    assert Werkproces.objects.get(code="B1-K1-W2").titel_ruw == "Voert  uit "


def test_tweede_keer_verandert_niets():
    importeren()
    eerst = stand()

    _, verslag = importeren()

    assert not verslag
    assert stand() == eerst
    assert Bestand.objects.count() == Logregel.objects.count() == 1


def test_bestand_wordt_bewaard_onder_zijn_sha256():
    importeren()

    bewaard = Bestand.objects.get()
    assert opslag.lezen(bewaard) == bestand()
    assert Kwalificatiedossier.objects.get().bestand_sha256 == bewaard.sha256


def test_proef_laat_zien_en_bewaart_niets():
    _, verslag = importeren(proef=True)

    assert len(verslag.toegevoegd) == 12
    assert stand() == [[], [], [], []]
    assert not Bestand.objects.exists()
    assert not Logregel.objects.exists()


def test_gewijzigde_titel_en_verdwenen_werkproces_worden_gemeld_en_niets_gewist():
    importeren()
    werkproces = Werkproces.objects.get(code="B1-K1-W9")

    nieuw = taak("Werkt mee", {1: "Bereidt alles voor", 2: "Voert  uit ", 10: "Ruimt op"})
    _, verslag = importeren(bestand(dossier(basis=nieuw)))

    assert verslag.gewijzigd == [
        "werkproces 28001 B1-K1-W1: titel was “Bereidt voor”, is “Bereidt alles voor”",
        "werkproces 28001 B1-K1-W1: titel_ruw was “Bereidt voor”, is “Bereidt alles voor”",
    ]
    assert verslag.verdwenen == ["werkproces 28001 B1-K1-W9 Controleert"]
    werkproces.refresh_from_db()
    assert werkproces.vervallen_op
    assert werkproces not in Kwalificatie.objects.get(crebo="29001").werkprocessen()


def test_wat_terugkomt_telt_weer_mee():
    importeren()
    importeren(bestand(dossier(basis=taak("Werkt mee", {1: "Bereidt voor"}))))

    _, verslag = importeren()

    assert verslag.toegevoegd == [
        f"werkproces 28001 B1-K1-W{nummer} (was verdwenen)" for nummer in (2, 9, 10)
    ]
    assert Kwalificatie.objects.get(crebo="29001").werkprocessen().count() == 5


def test_verdwenen_kwalificatie_is_niet_meer_te_kiezen():
    importeren()

    _, verslag = importeren(bestand(dossier(profielen=profiel())))

    assert verslag.verdwenen == ["kwalificatie Proefnemer (29002)"]
    kiesbaar = Kwalificatie.objects.kiesbaar_op(date(2026, 2, 2))
    assert list(kiesbaar.values_list("crebo", flat=True)) == ["29001"]


def test_vernieuwd_dossier_komt_naast_het_oude():
    importeren()

    nieuw = dossier(vanaf="01-08-2026", profielen=profiel(vanaf="01-08-2026"))
    importeren(bestand(nieuw))

    assert Kwalificatiedossier.objects.filter(crebo="28001").count() == 2
    versies = Kwalificatie.objects.filter(crebo="29001")
    oud, vernieuwd = versies.order_by("geldig_vanaf")
    assert list(versies.kiesbaar_op(date(2026, 7, 31))) == [oud]
    assert list(versies.kiesbaar_op(date(2026, 8, 1))) == [vernieuwd]


def test_import_sluit_de_startversie_voor_nieuwe_trajecten_en_laat_haar_staan():
    start = f.kwalificatie("29001", "Voorbeeldmaker", dossier=f.dossier("28001", "Voorbeeldwerk"))
    eigen = f.werkproces("B1-K1-W1", "Bereidt voor", van=start)
    Werkproces.objects.filter(pk=eigen.pk).update(eigen_uitleg="Je legt alles klaar.")

    _, verslag = importeren()

    assert verslag.gewijzigd == ["startgegevens van dossier 28001 Voorbeeldwerk zijn gesloten"]
    start.dossier.refresh_from_db()
    assert start.dossier.vervangen_door.bron == "sbb"
    assert start not in Kwalificatie.objects.kiesbaar_op(date(2026, 2, 2))
    eigen.refresh_from_db()
    assert (eigen.titel, eigen.vervallen_op) == ("Bereidt voor", None)
    overgenomen = Werkproces.objects.get(code="B1-K1-W1", kerntaak__dossier__bron="sbb")
    assert overgenomen.eigen_uitleg == "Je legt alles klaar."


def test_dossier_dat_niet_is_vastgesteld_wordt_met_reden_overgeslagen():
    gelezen, verslag = importeren(bestand(dossier(status="In ontwikkeling")))

    assert not verslag
    assert [fout.reden for fout in gelezen.overgeslagen] == [
        "dossier 901 heeft status “In ontwikkeling”, niet Vastgesteld"
    ]


def test_twee_ministeries_geven_twee_dossiers_met_hun_eigen_crebo():
    inhoud = bestand().decode("utf-8-sig")
    for einde, crebo in (("</dossiercrebo>", "28009"), ("</crebo>", "29009")):
        deel, rest = inhoud.split(einde, 1)
        tweede = '<{0} ministerie="EZ" Geldig_vanaf="01-08-2024">{1}</{0}>'.format(
            einde[2:-1], crebo
        )
        inhoud = deel + einde + tweede + rest

    gelezen = dossiers.lezen(inhoud.encode())

    assert [(d.crebo, [k.crebo for k in d.kwalificaties]) for d in gelezen.dossiers] == [
        ("28001", ["29001", "29002"]),
        ("28009", ["29009"]),
    ]


@pytest.mark.parametrize(
    ("oud", "nieuw", "reden"),
    [
        ('hoofdstuk="10"', "", "<werkproces nr=“60”> heeft geen hoofdstuk, dus geen code"),
        ('hoofdstuk="10"', 'hoofdstuk="1a"', "“1a” van <werkproces nr=“60”> is geen nummer"),
        ('hoofdstuk="10"', 'hoofdstuk="9"', "code B1-K1-W9 staat 2 keer in dit deel"),
        ('titel="Ruimt op"', 'titel=" "', "<werkproces> heeft geen titel"),
        ('nr="901"', "", "<dossier> heeft geen nr"),
        (">28001<", ">2800<", "crebo “2800” heeft geen 5 cijfers"),
        (">29002<", "><", "crebo “” heeft geen 5 cijfers"),
        (">29002<", ">29001<", "crebo 29001 staat twee keer in dit dossier"),
        ('niveau="2"', 'niveau="5"', "niveau “5” is geen 1, 2, 3 of 4"),
        ('vanaf="01-08-2024"', 'vanaf=""', "<dossiercrebo> heeft geen Geldig_vanaf"),
        ('"01-08-2024"', '"2024-08-01"', "“2024-08-01” is geen datum dd-mm-jjjj"),
    ],
)
def test_fout_in_het_bestand_wordt_genoemd_en_er_komt_niets_binnen(oud, nieuw, reden):
    inhoud = bestand().decode().replace(oud, nieuw, 1).encode()

    with pytest.raises(Onleesbaar) as geweigerd:
        importeren(inhoud)

    assert [str(fout).endswith(reden) for fout in geweigerd.value.fouten] == [True]
    assert stand() == [[], [], [], []]


def test_elke_fout_staat_er_met_zijn_regel():
    tekst = bestand().decode().replace('hoofdstuk="10"', "").replace('niveau="2"', 'niveau="0"')
    regels = [
        nummer
        for nummer, regel in enumerate(tekst.splitlines(), 1)
        if "Ruimt op" in regel or "niveau=" in regel
    ]

    with pytest.raises(Onleesbaar) as geweigerd:
        dossiers.lezen(tekst.encode())

    assert [fout.regel for fout in geweigerd.value.fouten] == regels
    assert len(regels) == 3


BOM = b"\xef\xbb\xbf"
LACHEN = (
    b'<!DOCTYPE sbb [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    b'<sbb><dossiers><dossier titel="&b;" /></dossiers></sbb>'
)


@pytest.mark.parametrize(
    ("inhoud", "reden"),
    [
        (b"<!DOCTYPE sbb><sbb/>", "regel 1: een DOCTYPE of ENTITY is niet toegestaan"),
        (BOM + b'<?xml version="1.0"?>\n\n<!-- x --> <!DOCTYPE sbb SYSTEM "file:///etc/passwd"><sbb/>',
         "regel 3: een DOCTYPE of ENTITY is niet toegestaan"),
        (LACHEN, "regel 1: een DOCTYPE of ENTITY is niet toegestaan"),
        ("<!DOCTYPE sbb><sbb/>".encode("utf-16"), "een DOCTYPE of ENTITY is niet toegestaan"),
        ('<?xml version="1.0" encoding="utf-16"?><sbb/>'.encode("utf-16"), "alleen UTF-8 kan"),
        (b"<sbb><dossiers>", "geen geldige XML"),
        (b"", "geen geldige XML"),
        (b"<sbb>&extern;</sbb>", "geen geldige XML"),
        (b"\xff\xfe<sbb>", "geen geldige XML"),
        (b"<ander />", "dit is geen bestand van SBB: het begint met <ander>"),
        (b"<sbb />", "er staat geen dossier in dit bestand"),
    ],
)  # fmt: skip
def test_bestand_dat_niet_van_sbb_is_wordt_geweigerd(inhoud, reden):
    with pytest.raises(Onleesbaar) as geweigerd:
        dossiers.lezen(inhoud)

    assert reden in str(geweigerd.value)


def test_command_reads_the_good_file_and_reports_the_bad_one(tmp_path):
    goed, slecht = tmp_path / "goed.xml", tmp_path / "slecht.xml"
    goed.write_bytes(bestand())
    slecht.write_bytes(bestand().replace(b"<sbb>", b"<!DOCTYPE sbb>\n<sbb>"))
    uit, fout = io.StringIO(), io.StringIO()

    with pytest.raises(CommandError) as einde:
        call_command("importeren_dossiers", slecht, goed, stdout=uit, stderr=fout)

    assert einde.value.returncode == 1
    assert "1 van 2 bestanden niet ingelezen: slecht.xml" in str(einde.value)
    assert fout.getvalue() == "slecht.xml, regel 2: een DOCTYPE of ENTITY is niet toegestaan\n"
    assert "goed.xml: 1 dossiers, 2 kwalificaties, 3 kerntaken, 6 werkprocessen" in uit.getvalue()
    assert Kwalificatie.objects.count() == 2


def test_command_says_that_a_second_run_changes_nothing(tmp_path):
    pad = tmp_path / "goed.xml"
    pad.write_bytes(bestand())
    call_command("importeren_dossiers", pad, stdout=io.StringIO())
    uit = io.StringIO()

    call_command("importeren_dossiers", pad, stdout=uit)

    assert "Geen verandering." in uit.getvalue()


def test_command_names_a_file_that_is_not_there(tmp_path):
    fout = io.StringIO()

    with pytest.raises(CommandError):
        call_command("importeren_dossiers", tmp_path / "weg.xml", stderr=fout)

    assert "weg.xml" in fout.getvalue()
