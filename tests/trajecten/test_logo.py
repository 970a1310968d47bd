"""The school's own logo: checked, drawn anew, and only on what is made afterwards."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image, PngImagePlugin
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from tests import factories as f
from trajecten import actions, opslag
from trajecten.actions.overeenkomstinhoud import inhoud_van
from trajecten.models import Bestand, Inrichting, Inschrijving, Logregel, Rol
from trajecten.rules import Bezwaar

PLAATSEN = reverse("trajecten:logo_plaatsen")
BESTAND = reverse("trajecten:logo")


@pytest.fixture(autouse=True)
def _opslag(settings, tmp_path):
    settings.OPSLAG_MAP = tmp_path / "opslag"


@pytest.fixture
def binnen(client, fatima):
    return fatima.aanmelden(client)


def plaatje(soort="PNG", maat=(400, 120), kleur=(28, 63, 79, 255), **hoe):
    uit = io.BytesIO()
    Image.new("RGBA" if soort == "PNG" else "RGB", maat, kleur[: 4 if soort == "PNG" else 3]).save(
        uit, soort, **hoe
    )
    return uit.getvalue()


def upload(inhoud, naam="logo.png", soort="image/png"):
    return {"logo": SimpleUploadedFile(naam, inhoud, content_type=soort), "eigen": "on"}


def test_logo_staat_er_met_wie_het_plaatste(binnen, school, fatima):
    response = binnen.post(PLAATSEN, upload(plaatje()), follow=True)

    assertRedirects(response, PLAATSEN)
    assertContains(response, "Geplaatst door Fatima Voorbeeld")
    logo = Inrichting.objects.get(organisatie=school).logo
    assert (logo.soort, logo.mimetype, logo.door) == (Bestand.Soort.LOGO, "image/png", fatima.lid)
    assert binnen.get(BESTAND).content == opslag.lezen(logo)
    assert Logregel.objects.get(actie="logo_plaatsen").bijzonderheden == {"sha256": logo.sha256}


def test_logo_wordt_opnieuw_getekend_op_wit_zonder_verborgen_tekst(binnen, school):
    geheim = PngImagePlugin.PngInfo()
    geheim.add_text("Comment", "plek: 52.1, 5.9")

    binnen.post(PLAATSEN, upload(plaatje(kleur=(0, 0, 0, 0), pnginfo=geheim)))

    inhoud = opslag.lezen(Inrichting.objects.get(organisatie=school).logo)
    beeld = Image.open(io.BytesIO(inhoud))
    assert b"plek" not in inhoud
    assert (beeld.format, beeld.mode, beeld.info) == ("PNG", "RGB", {})
    assert beeld.getpixel((10, 10)) == (255, 255, 255)


def test_groot_logo_wordt_klein_bewaard(binnen, school):
    binnen.post(PLAATSEN, upload(plaatje("JPEG", (3000, 1500)), "logo.jpg", "image/jpeg"))

    logo = Inrichting.objects.get(organisatie=school).logo
    assert Image.open(io.BytesIO(opslag.lezen(logo))).size == (1200, 600)
    assert logo.naam == "logo.png"


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>a()</script></svg>", "SVG kan niet"),
        (b"%PDF-1.4 geen plaatje", "kunnen we niet lezen"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", "kunnen we niet lezen"),
        (plaatje("GIF"), "kunnen we niet lezen"),
        (plaatje()[:200], "kunnen we niet lezen"),
        (plaatje(maat=(80, 40)), "80 beeldpunten breed"),
        (b"\x89PNG" + b"0" * (2 * 1024 * 1024), "te groot (2 MB)"),
    ],
)  # fmt: skip
def test_wat_geen_goed_logo_is_wordt_geweigerd(binnen, school, inhoud, zin):
    response = binnen.post(PLAATSEN, upload(inhoud))

    assertContains(response, zin, status_code=422)
    assert Inrichting.objects.get(organisatie=school).logo is None


def test_te_veel_beeldpunten_worden_niet_uitgepakt(binnen, school):
    uit = io.BytesIO()
    Image.new("1", (6000, 5000)).save(uit, "PNG")

    response = binnen.post(PLAATSEN, upload(uit.getvalue()))

    assertContains(response, "te groot om te lezen", status_code=422)


def test_zonder_vinkje_is_het_niet_zeker_van_de_school(binnen, school):
    response = binnen.post(PLAATSEN, upload(plaatje()) | {"eigen": ""})

    assertContains(response, "Een logo van een ander mag niet.", status_code=422)


def test_weghalen_laat_de_plek_leeg(binnen, school):
    binnen.post(PLAATSEN, upload(plaatje()))

    response = binnen.post(reverse("trajecten:logo_weghalen"), follow=True)

    assertContains(response, "Het logo is weg.")
    assertNotContains(response, "Zo staat het op papier")
    assert binnen.get(BESTAND).status_code == 204


def test_een_ander_dan_de_school_plaatst_niets(school, karin):
    with pytest.raises(Bezwaar, match="Alleen een mbo-coördinator of beheer"):
        actions.logo_plaatsen(instelling=school, door=karin.lid, logo=(plaatje(), "x.png"))


def test_beheer_van_wat_geen_school_is_heeft_geen_logo(db):
    gemeente = f.organisatie("regio", "Aanmeldpunt")
    beheer = f.lid(Rol.BEHEER, organisatie=gemeente)

    with pytest.raises(Bezwaar, match="Alleen een school"):
        actions.logo_plaatsen(instelling=gemeente, door=beheer, logo=(plaatje(), "x.png"))


def test_overeenkomst_van_daarvoor_houdt_haar_eigen_logo(school, plaatsing, fatima):
    f.planregel(plaatsing)
    plaatsing.traject.inschrijving = _ingeschreven(plaatsing.traject, fatima.lid)
    zonder = inhoud_van(plaatsing, 1, timezone.localdate())

    actions.logo_plaatsen(instelling=school, door=fatima.lid, logo=(plaatje(), "logo.png"))
    plaatsing.traject.instelling.refresh_from_db()

    met = inhoud_van(plaatsing, 2, timezone.localdate())
    assert "logo" not in zonder
    assert met["logo"] == {"sha256": Inrichting.objects.get(organisatie=school).logo.sha256}


def _ingeschreven(traject, door):
    return Inschrijving.objects.create(
        traject=traject, studentnummer="123456", door=door, gebeurd_op=timezone.localdate()
    )
