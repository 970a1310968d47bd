"""verklaring.json in the issued PDF: exactly what is on the page, in its schema, once."""

import copy
import hashlib
import io
import json
import re

import pikepdf
import pytest
import rfc8785
from django.template.defaultfilters import date as datum
from django.utils.dateparse import parse_date
from jsonschema import Draft202012Validator

from tests.verklaringen.lezer import lopende_tekst
from tests.verklaringen.voorbeelden import CODE, MBO_COMPLEET, MBO_VERKLARING, UITGEGEVEN
from trajecten import opslag
from verklaringen import actions
from verklaringen.documenten import bijlage, mbo_verklaring, praktijkverklaring
from verklaringen.models import Staat, Uitgifte, Uitgifteopdracht
from verklaringen.pdf import RenderFout

MBO_OPTIE_3 = MBO_COMPLEET | {
    "bpv": {"optie": 3, "leerbedrijven": []}, "bladen": MBO_VERKLARING["bladen"]
}  # fmt: skip
ALLE = {
    "praktijkverklaring": (praktijkverklaring, UITGEGEVEN),
    "mbo, het eerste sjabloon": (mbo_verklaring, MBO_VERKLARING),
    "mbo, optie 2": (mbo_verklaring, MBO_COMPLEET),
    "mbo, optie 3": (mbo_verklaring, MBO_OPTIE_3),
}
# What a machine says in one word and the page in a few.
OP_HET_BLAD = {
    ("soort", "praktijkverklaring"): "Praktijkverklaring",
    ("soort", "mbo_verklaring"): "Mbo-verklaring",
    ("partij", "kandidaat"): "Kandidaat",
    ("partij", "praktijkopleider"): "Praktijkopleider",
    ("adres", "http://127.0.0.1:8000/controleren/"): "127.0.0.1:8000/controleren",
    ("optie", 2): "(optie 2)",
    ("optie", 3): "(optie 3)",
}
NIET_GEDRUKT = {"formaat", "versie"}
NOOIT = {
    "achternaam", "uren_geschat", "vaststelling", "bsn", "gemeente", "verwijzer", "uitkering",
    "jobcoach", "verdienvorm", "nlqf", "sjabloon", "logo", "sha256", "notities",
}  # fmt: skip
# Letters that are nowhere else in a document, so that each shows where it ends up.
MERKTEKEN = re.compile(r"Qx\d{3}z")


@pytest.fixture(scope="module", params=ALLE)
def geval(request):
    return ALLE[request.param]


@pytest.fixture(scope="module")
def pdf(geval, renderer):
    """The document as it is issued."""
    module, inhoud = geval
    return renderer.renderen(module.drukwerk(inhoud, code=CODE))


def lezen(pdf: bytes) -> dict:
    """The content of the attachment; fails when there is not exactly one."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        (naam,) = document.attachments
        assert naam == "verklaring.json"
        return json.loads(document.attachments[naam].get_file().read_bytes())


def takken(deel, naam=""):
    """Every value at the end of a branch, with the name it has there."""
    if isinstance(deel, dict):
        for eigen, waarde in deel.items():
            yield from takken(waarde, eigen)
    elif isinstance(deel, list):
        for waarde in deel:
            yield from takken(waarde, naam)
    else:
        yield naam, deel


def op_het_blad(naam, waarde) -> str:
    """How a person reads this value."""
    if naam in ("op", "geboren_op", "uitgegeven_op"):
        return datum(parse_date(waarde), "j F Y")
    if naam == "wijze":
        return {"portaal": "in het portaal", "papier": "ondertekend op papier"}[waarde]
    return OP_HET_BLAD.get((naam, waarde), str(waarde))


def gemerkt(deel, teller, naam=""):
    """The same content with every free text replaced by a mark of its own."""
    if isinstance(deel, dict):
        return {eigen: gemerkt(waarde, teller, eigen) for eigen, waarde in deel.items()}
    if isinstance(deel, list):
        return [gemerkt(waarde, teller, naam) for waarde in deel]
    vast = {"soort", "sjabloon", "nummer", "partij", "wijze", "crebo", "leerbedrijf_id", "sha256"}
    if not isinstance(deel, str) or naam in vast or naam == "op" or naam.endswith("_op"):
        return deel
    teller.append(naam)
    return f"Qx{len(teller):03}z"


def test_alles_in_de_bijlage_staat_op_het_blad(pdf):
    gelezen = lopende_tekst(pdf)

    gegevens = [tak for tak in takken(lezen(pdf)) if tak[0] not in NIET_GEDRUKT]

    assert len(gegevens) > 20
    assert [tak for tak in gegevens if op_het_blad(*tak) not in gelezen] == []


def test_bijlage_heeft_elke_tekst_van_het_blad_en_geen_andere(renderer, geval):
    module, inhoud = geval
    anders = gemerkt(copy.deepcopy(inhoud), teller := [])
    pdf = renderer.renderen(module.drukwerk(anders, code=CODE))

    op_blad = set(MERKTEKEN.findall(lopende_tekst(pdf)))

    assert set(MERKTEKEN.findall(json.dumps(lezen(pdf)))) == op_blad
    assert 10 < len(op_blad) < len(teller)


def test_getallen_zijn_die_van_het_blad(renderer):
    inhoud = UITGEGEVEN | {"uren": 4321}
    inhoud["kwalificatie"] = UITGEGEVEN["kwalificatie"] | {"niveau": 3}
    pdf = renderer.renderen(praktijkverklaring.drukwerk(inhoud, code=CODE))

    getallen = [tak for tak in takken(lezen(pdf)) if isinstance(tak[1], int)]

    assert sorted(getallen) == [("niveau", 3), ("uren", 4321), ("versie", 1)]
    assert "Uren in het leerbedrijf 4321" in lopende_tekst(pdf)
    assert "niveau 3" in lopende_tekst(pdf)


def test_bijlage_past_in_het_gepubliceerde_schema(pdf):
    schema = json.loads(bijlage.SCHEMA.read_text())
    Draft202012Validator.check_schema(schema)

    Draft202012Validator(schema).validate(lezen(pdf))

    assert (lezen(pdf)["formaat"], lezen(pdf)["versie"]) == ("praktijkleren-portaal/verklaring", 1)


def test_pdf_noemt_de_bijlage_een_keer_als_gegevens_bij_het_document(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as document:
        (bij,) = document.Root.AF
        (stroom,) = [
            stuk
            for stuk in document.objects
            if isinstance(stuk, pikepdf.Stream) and stuk.get("/Type") == "/EmbeddedFile"
        ]
        namen = document.Root.Names.EmbeddedFiles.Names
        rauw = stroom.read_bytes()

        assert bij.AFRelationship == "/Data"
        assert (str(bij.UF), str(stroom.Subtype)) == ("verklaring.json", "/application/json")
        assert str(bij.Desc) == "Wat op dit document staat, voor een computer (JSON)"
        assert len(namen) == 2
    assert rauw == rfc8785.dumps(json.loads(rauw))


def test_wat_nooit_op_het_blad_mag_is_geen_veld(pdf):
    gegevens = lezen(pdf)

    velden = {naam for naam, _ in takken(gegevens)} | set(gegevens)

    assert "naam" in velden
    assert velden & NOOIT == set()


@pytest.mark.parametrize("module", [praktijkverklaring, mbo_verklaring])
def test_een_veld_erbij_in_de_bevroren_inhoud_komt_er_niet_ongemerkt_in(module):
    inhoud = UITGEGEVEN if module is praktijkverklaring else MBO_COMPLEET
    kwalificatie = inhoud["kwalificatie"] | {"uitkering": "ja"}

    with pytest.raises(RenderFout, match=r"schema: \$\.kwalificatie\.$"):
        module.drukwerk(inhoud | {"kwalificatie": kwalificatie}, code=CODE)


@pytest.mark.parametrize(
    ("anders", "waar"),
    [
        ({"nummer": "MV-2026-0012345-K"}, "$.nummer"),
        ({"uren": "512"}, "$.uren"),
        ({"geboren_op": "14-03-1991"}, "$.persoon.geboren_op"),
        ({"kerntaken": [], "extra": []}, "$"),
    ],
)
def test_zonder_passende_bijlage_is_er_geen_document(anders, waar):
    with pytest.raises(RenderFout) as fout:
        bijlage.bijlage(praktijkverklaring.gegevens(UITGEGEVEN | anders), CODE)

    assert str(fout.value).endswith(f"schema: {waar}.")


def test_een_andere_versie_van_het_schema_houdt_de_uitgifte_tegen(
    opdrachten, renderer, monkeypatch, tmp_path
):
    schema = json.loads(bijlage.SCHEMA.read_text())
    schema["$defs"]["praktijkverklaring"]["required"].append("handtekening")
    (tmp_path / "strenger.json").write_text(json.dumps(schema))
    monkeypatch.setattr(bijlage, "SCHEMA", tmp_path / "strenger.json")
    bijlage._toetser.cache_clear()

    opdracht = actions.pakken(Uitgifteopdracht)
    actions.opdracht_uitvoeren(opdracht, renderer)
    bijlage._toetser.cache_clear()

    opdracht.refresh_from_db()
    assert (opdracht.staat, opdracht.bestand) == (Staat.GERESERVEERD, None)
    assert "kloppen niet met hun schema" in opdracht.fout
    assert not Uitgifte.objects.exists()


def test_uitgegeven_documenten_dragen_wat_het_register_kent(uitgegeven):
    for uitgifte in Uitgifte.objects.all():
        gegevens = lezen(opslag.lezen(uitgifte.bestand))

        assert gegevens["nummer"] == uitgifte.nummer
        assert gegevens["persoon"]["naam"] == uitgifte.inhoud["naam"]
        code = gegevens["controle"]["code"].encode().replace(b"-", b"")
        assert hashlib.sha256(code).hexdigest() == uitgifte.code_sha256
        assert "merk" not in gegevens


def test_in_de_demo_zegt_ook_de_bijlage_dat_het_niet_echt_is(renderer, settings):
    settings.DEMO = True
    pdf = renderer.renderen(praktijkverklaring.drukwerk(UITGEGEVEN, code=CODE))

    assert lezen(pdf)["merk"].startswith("TESTZEGEL. VOORBEELD.")
    assert lezen(pdf)["merk"] in lopende_tekst(pdf)


def test_zonder_code_is_er_geen_bijlage(renderer):
    pdf = renderer.renderen(praktijkverklaring.drukwerk(UITGEGEVEN))

    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert not document.attachments
        assert "/AF" not in document.Root
