"""The logo on paper: drawn from the frozen SHA-256, never from what the school has now."""

import io

import pytest
from PIL import Image

from tests.verklaringen.lezer import beeld, bladen
from tests.verklaringen.voorbeelden import MBO_COMPLEET, OVEREENKOMST
from trajecten import actions, opslag
from trajecten.models import Inrichting
from verklaringen.documenten import mbo_verklaring, praktijkovereenkomst

ROOD, BLAUW = (200, 0, 0), (0, 0, 200)


def png(kleur, maat=(1200, 400)):
    uit = io.BytesIO()
    Image.new("RGB", maat, kleur).save(uit, "PNG")
    return uit.getvalue()


@pytest.fixture
def met_logo(school, fatima):
    """Roc Voorbeeld has a red logo; the content to freeze."""
    actions.logo_plaatsen(instelling=school, door=fatima.lid, logo=(png(ROOD), "logo.png"))
    return {"logo": {"sha256": Inrichting.objects.get(organisatie=school).logo.sha256}}


def donker(pdf):
    """The dark block of the logo at the top right of the first page, in millimetres."""
    boven = beeld(pdf, 1, 100).crop((480, 50, 827, 145))  # under the line with the stand
    vak = boven.point(lambda tint: 255 * (tint < 110)).getbbox()
    return [round(maat * 25.4 / 100) for maat in (vak[2] - vak[0], vak[3] - vak[1])]


@pytest.mark.parametrize(
    ("module", "inhoud"),
    [(mbo_verklaring, MBO_COMPLEET | {"nummer": ""}), (praktijkovereenkomst, OVEREENKOMST)],
)
def test_logo_past_in_zijn_vak_rechtsboven(renderer, met_logo, module, inhoud):
    met = renderer.renderen(module.drukwerk(inhoud | met_logo))

    assert donker(met) == [54, 18]
    assert bladen(met) == bladen(renderer.renderen(module.drukwerk(inhoud)))


def test_wat_vastligt_houdt_zijn_logo(renderer, met_logo, school, fatima):
    eerst = mbo_verklaring.drukwerk(MBO_COMPLEET | {"nummer": ""} | met_logo)

    actions.logo_plaatsen(instelling=school, door=fatima.lid, logo=(png(BLAUW), "nieuw.png"))
    actions.logo_weghalen(instelling=school, door=fatima.lid)

    later = mbo_verklaring.drukwerk(MBO_COMPLEET | {"nummer": ""} | met_logo)
    assert later.beelden["logo"] == eerst.beelden["logo"]


def test_een_logo_dat_weg_is_houdt_het_document_tegen(met_logo):
    with pytest.raises(opslag.OpslagFout, match="logo"):
        mbo_verklaring.drukwerk(MBO_COMPLEET | {"nummer": "", "logo": {"sha256": "0" * 64}})
