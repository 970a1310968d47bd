"""manage.py bench: the frame, on few rows; the figures themselves belong to `make bench`."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.core.management import CommandError, call_command

from portal.bench import inlezen, meting, uitgeven, vrijdag
from portal.management.commands.bench import verslag
from tests import factories as f
from tests.verklaringen.klas import Stempel
from trajecten import opslag
from trajecten.models import Erkenning, Leerbedrijf, Rol, Uitvoerbaar
from verklaringen import actions
from verklaringen.models import Uitgifte, Uitgifteopdracht


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


def test_batch_counts_what_is_lost_unsealed_or_damaged(db, settings, tmp_path):
    settings.OPSLAG_MAP = tmp_path
    uitgeven.klaarzetten(3)
    for _ in range(2):
        actions.opdracht_uitvoeren(actions.pakken(Uitgifteopdracht), Stempel())

    # Two without a seal; the third is in no state, no register and has no number.
    assert (uitgeven._heel(2).waarde, uitgeven._heel(3).waarde) == (2, 2 + 3)
    opslag.pad_van(Uitgifte.objects.first().bestand).write_bytes(b"anders")
    assert uitgeven._heel(2).waarde == 3


def test_batch_speed_runs_from_the_first_document_to_the_middle_one(db):
    uitgeven.klaarzetten(6)
    for seconde, opdracht in enumerate(Uitgifteopdracht.objects.all()):
        opdracht.staat, opdracht.vervallen_reden = "vervallen", "-"
        opdracht.klaar_op = f"2026-08-20T10:00:{seconde:02}Z"
        opdracht.save()

    assert (uitgeven._snelheid(1.5).waarde, uitgeven._snelheid(1.5).gehaald) == (2 / 3, True)
    assert not uitgeven._snelheid(2.0).gehaald


class Antwoord(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path == "/goed/" else 500)
        self.send_header("Set-Cookie", "csrftoken=nieuw; Path=/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args):
        pass


def test_friday_counts_every_answer_that_is_not_the_expected_one(db, school):
    server = HTTPServer(("127.0.0.1", 0), Antwoord)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    lid = f.lid(Rol.COORDINATOR, organisatie=school)
    browser = vrijdag.Browser(server.server_port, lid)

    browser.vragen("GET", "/goed/", 200)
    browser.vragen("GET", "/stuk/", 200)
    server.shutdown()
    server.server_close()

    assert browser.fouten == ["GET /stuk/: 500"]
    assert (browser.koekjes["csrftoken"], len(browser.tijden)) == ("nieuw", 2)
    assert [m.gehaald for m in vrijdag._uitkomst([browser])][1] is False
