"""Is this PDF one of ours? The page for staff and the command say the same, point by point."""

import subprocess
import sys
from io import StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.utils import timezone
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from pytest_django.asserts import assertContains, assertNotContains

from tests import factories as f
from tests.spelers import Speler
from trajecten import opslag
from trajecten.models import Bestand, Logregel, Rol
from verklaringen import models as v
from verklaringen import zegel
from verklaringen.actions.zegels import NIET_BEKEND, NIET_ORIGINEEL, ORIGINEEL
from verklaringen.forms import controleren
from verklaringen.zegel import apart
from verklaringen.zegel.nakijken import ONLEESBAAR, PUNTEN, onderzoeken

pytestmark = pytest.mark.usefixtures("verse_remmen")

URL = "/zegel/controleren/"


@pytest.fixture
def pdf(sleutelbestand, uitgifte):
    """The bytes of a sealed praktijkverklaring."""
    return opslag.lezen(uitgifte.bestand)


def insturen(client, inhoud: bytes):
    bestand = SimpleUploadedFile("blad.pdf", inhoud, "application/pdf")
    return client.post(URL, {"bestand": bestand})


def commando(*paden) -> tuple[int, list[str]]:
    """The exit code and the lines of `manage.py controleren_zegel`."""
    uit, code = StringIO(), 0
    try:
        call_command("controleren_zegel", *map(str, paden), stdout=uit)
    except CommandError as fout:
        code = fout.returncode
    return code, uit.getvalue().splitlines()


def ingetrokken(uitgifte, lid):
    feit = {"gebeurd_op": timezone.localdate(), "door": lid}
    voorstel = v.Intrekkingsvoorstel.objects.create(
        uitgifte=uitgifte, volgnummer=1, reden="fout", toelichting="Fout", **feit
    )
    v.Intrekking.objects.create(uitgifte=uitgifte, voorstel=voorstel, reden="fout", **feit)


@pytest.mark.parametrize("rol", [Rol.COORDINATOR, Rol.EXAMENCOMMISSIE, Rol.BEHEER])
def test_origineel_is_op_elk_punt_goed(client, pdf, uitgifte, school, rol):
    Speler(f.lid(rol, "Iemand Anders", organisatie=school)).aanmelden(client)

    response = insturen(client, pdf)

    assertContains(response, ORIGINEEL)
    assertContains(response, "Het staat in het register en het is geldig.")
    assertContains(response, uitgifte.nummer)
    for punt in PUNTEN:
        assertContains(response, punt.belofte)
    assertContains(response, '<span class="zacht">Ja</span>', count=7)
    assertNotContains(response, "Samira")


def test_testzegel_heet_testzegel(client, pdf, fatima):
    fatima.aanmelden(client)

    assertContains(insturen(client, pdf), "TESTZEGEL")


def test_een_bestand_van_een_andere_school_mag_ook(client, pdf):
    Speler(
        f.lid(Rol.COORDINATOR, "Elders Voorbeeld", organisatie=f.instelling("Elders"))
    ).aanmelden(client)

    assertContains(insturen(client, pdf), ORIGINEEL)


def test_de_kandidaat_leest_wie_er_keek_en_het_bestand_wordt_niet_bewaard(client, pdf, fatima):
    fatima.aanmelden(client)
    bestanden = Bestand.objects.count()

    insturen(client, pdf)
    insturen(client, pdf + b"\n")

    regel = Logregel.objects.get(actie="controleren_zegel")
    assert (regel.lid, regel.bijzonderheden) == (fatima.lid, {"antwoord": "geldig", "zegel": True})
    assert Bestand.objects.count() == bestanden


def test_ingetrokken_document_is_origineel_en_niet_meer_geldig(client, pdf, uitgifte, fatima):
    fatima.aanmelden(client)
    ingetrokken(uitgifte, fatima.lid)

    response = insturen(client, pdf)

    assertContains(response, ORIGINEEL)
    assertContains(response, "Het is niet meer geldig.")
    assertNotContains(response, "het is geldig")


def test_zegel_van_ons_op_een_bestand_dat_niet_in_het_register_staat(client, pdf, fatima):
    fatima.aanmelden(client)
    nooit_uitgegeven = zegel.verzegelen(_zonder_zegel(pdf), zegel.paraat())

    response = insturen(client, nooit_uitgegeven)

    assertContains(response, NIET_ORIGINEEL)
    assertContains(response, NIET_BEKEND)


def test_uitgegeven_zonder_zegel_is_origineel_en_dat_staat_erbij(client, uitgifte, fatima):
    fatima.aanmelden(client)

    response = insturen(client, opslag.lezen(uitgifte.bestand))

    assertContains(response, ORIGINEEL)
    assertContains(response, "Er zit geen zegel op.")


def test_zonder_lijst_met_certificaten_kan_het_niet(client, pdf, fatima, settings, tmp_path):
    fatima.aanmelden(client)
    settings.ZEGEL_CERTIFICATEN = str(tmp_path / "leeg.pem")
    (tmp_path / "leeg.pem").write_bytes(b"")

    response = insturen(client, pdf)

    zin = "geen zegel controleren: de lijst met eigen certificaten is niet te lezen."
    assertContains(response, zin, status_code=422)


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"", "Dit bestand is leeg. Kies een andere PDF."),
        (b"GIF89a", "Dit is geen PDF. Kies de PDF van het document."),
        (b"%PDF-1.7" + b" " * 200, "Dit bestand is te groot. Een verklaring is nooit 10 MB."),
    ],
)
def test_wat_geen_pdf_van_ons_kan_zijn(client, fatima, monkeypatch, inhoud, zin):
    monkeypatch.setattr(controleren, "GROOTSTE", 100)
    fatima.aanmelden(client)

    assertContains(insturen(client, inhoud), zin, status_code=422)


def test_zonder_bestand_vraagt_de_pagina_erom(client, fatima):
    fatima.aanmelden(client)

    response = client.post(URL, {})

    assertContains(response, "Kies de PDF die je wilt controleren.", status_code=422)


def test_pagina_heeft_een_rem(client, fatima, settings):
    settings.ACCOUNT_RATE_LIMITS = {"controleren_zegel": "2/m/user"}
    fatima.aanmelden(client)

    codes = [client.post(URL, {}).status_code for _ in range(3)]

    assert codes == [422, 422, 429]


def test_commando_zegt_het_per_bestand_in_een_regel(pdf, uitgifte, tmp_path):
    goed, fout = tmp_path / "goed.pdf", tmp_path / "fout.pdf"
    goed.write_bytes(pdf)
    fout.write_bytes(pdf + b"\n% erbij")

    assert commando(goed) == (0, [f"{goed}: {ORIGINEEL} {uitgifte.nummer}, geldig. Testzegel."])
    assert commando(goed, fout) == (
        1,
        [
            f"{goed}: {ORIGINEEL} {uitgifte.nummer}, geldig. Testzegel.",
            f"{fout}: {NIET_ORIGINEEL} Het zegel gaat niet over het hele bestand.",
        ],
    )
    assert Logregel.objects.filter(actie="controleren_zegel", herkomst="commando").count() == 2


def test_commando_kent_ingetrokken_en_onleesbaar(pdf, uitgifte, fatima, tmp_path):
    ingetrokken(uitgifte, fatima.lid)
    goed, weg = tmp_path / "goed.pdf", tmp_path / "weg.pdf"
    goed.write_bytes(pdf)

    code, (regel,) = commando(goed)
    alles = commando(weg, goed)

    vandaag = f"{timezone.localdate():%d-%m-%Y}"
    assert (code, regel) == (
        3,
        f"{goed}: {ORIGINEEL} {uitgifte.nummer}, ingetrokken op {vandaag}. Testzegel.",
    )
    assert alles == (2, [f"{weg}: Dit bestand is niet te lezen.", regel])


@pytest.mark.parametrize("onzin", [b"", b"%PDF-1.7\n", b"\0" * 5000, b"%PDF-1.7\n" + b"<<" * 9000])
def test_onzin_is_niet_origineel_en_geen_storing(db, tmp_path, onzin):
    (tmp_path / "x.pdf").write_bytes(onzin)

    code, (regel,) = commando(tmp_path / "x.pdf")

    assert code == 1
    assert NIET_ORIGINEEL in regel


plek = st.integers(min_value=0, max_value=10**6)


@hypothesis_settings(
    max_examples=120,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.tuples(plek, plek, st.binary(max_size=12)), min_size=1, max_size=4))
def test_elke_verandering_valt_op_en_geen_enkele_breekt_het_nakijken(verzegeld, stukken):
    pdf = verzegeld
    for begin, lengte, erin in stukken:
        begin %= len(pdf) + 1
        pdf = pdf[:begin] + erin + pdf[begin + lengte % 40 :]

    onderzoek = onderzoeken(pdf, zegel.eigen_certificaten())

    # The blank room behind the signature is the one place that it cannot cover; there the
    # register decides.
    assert onderzoek.bezwaar or _buiten_de_handtekening(pdf) == _buiten_de_handtekening(verzegeld)


@hypothesis_settings(max_examples=60, deadline=None, derandomize=True)
@given(st.binary(max_size=400))
def test_willekeurige_bytes_breken_het_nakijken_niet(erin):
    pdf = b"%PDF-1.7\n" + erin + b"\nstartxref\n9\n%%EOF"

    assert onderzoeken(pdf, ()).bezwaar


def test_wat_te_lang_duurt_is_niet_te_lezen(pdf, monkeypatch):
    monkeypatch.setattr(apart, "MAX_SECONDEN", 0.001)

    assert zegel.apart_onderzoeken(pdf, zegel.eigen_certificaten()).bezwaar == ONLEESBAAR


def test_eigen_proces_mag_weinig_en_weet_niets():
    vraag = (
        "import resource as r, sys; from verklaringen.zegel import kind; kind.begrenzen();"
        "grenzen = [r.getrlimit(soort)[0] for soort in (r.RLIMIT_AS, r.RLIMIT_CPU)];"
        "print(*grenzen, 'verklaringen.models' in sys.modules)"
    )

    gezegd = subprocess.run([sys.executable, "-c", vraag], capture_output=True, text=True).stdout

    assert gezegd.split() == [str(1024**3), "10", "False"]


def _buiten_de_handtekening(pdf: bytes) -> bytes:
    begin = pdf.rfind(b"/Contents <")
    return pdf[:begin] + pdf[pdf.find(b">", begin) :]


def _zonder_zegel(pdf: bytes) -> bytes:
    """The file as it was before it was sealed: the first revision."""
    return pdf[: pdf.index(b"%%EOF") + len(b"%%EOF\n")]
