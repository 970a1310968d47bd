"""manage.py bench: the frame, on few rows; the figures themselves belong to `make bench`."""

import json

import pytest
from django.core.management import CommandError, call_command

from portal.bench import inlezen, meting
from portal.management.commands.bench import verslag
from trajecten.models import Erkenning, Leerbedrijf, Uitvoerbaar


def test_gate_at_its_bound_is_held_and_past_it_is_not():
    assert [meting.minstens("x", waarde, 4, "keer").gehaald for waarde in (4, 3.9)] == [True, False]
    assert [meting.hooguit("x", waarde, 3, "keer").gehaald for waarde in (3, 3.1)] == [True, False]


def test_report_holds_every_figure_with_its_gate(db):
    inhoud = json.loads(json.dumps(verslag([meting.hooguit("x", 2.5, 3, "keer", "a en b")])))

    assert inhoud["metingen"] == [
        {"id": "x", "waarde": 2.5, "poort": "hooguit 3", "eenheid": "keer", "gehaald": True,
         "toelichting": "a en b"}
    ]  # fmt: skip


def test_unknown_gate_is_refused_before_anything_is_measured():
    with pytest.raises(CommandError, match="Onbekend: snelheid. Kies uit "):
        call_command("bench", "snelheid")


def test_both_sides_of_the_import_gate_write_the_same_rows(db):
    def stand():
        return [
            list(model.objects.order_by(*volgorde).values(*velden))
            for model, volgorde, velden in (
                (Leerbedrijf, ["leerbedrijf_id"], [*inlezen.BEDRIJFVELDEN, "bron"]),
                (Erkenning, ["leerbedrijf__leerbedrijf_id"], [*inlezen.DATAVELDEN, "crebo"]),
                (Uitvoerbaar, ["erkenning__leerbedrijf__leerbedrijf_id", "code"],
                 ["code", "uitvoerbaar"]),
            )
        ]  # fmt: skip

    rijen = inlezen.rijen_maken(40)
    standen = []
    for werk in (inlezen.met_staging, inlezen.met_bulk_create):
        inlezen.leegmaken()
        werk(rijen)
        standen.append(stand())

    assert standen[0] == standen[1]
    assert list(map(len, standen[0])) == [40, 40, 12]
