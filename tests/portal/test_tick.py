"""The yardstick of the bench draws the very page that people see, or its ratio means nothing."""

import re

from django.template.loader import render_to_string

from portal.bench import tick
from tests import factories as f
from trajecten.models import Niveau


def plat(html):
    """The page without white space and without what differs at every render."""
    html = re.sub(r'(name="(?:csrfmiddlewaretoken|sleutel)" value=")[^"]*', r"\1", html)
    return re.sub(r"\s+", "", html)


def test_meetlat_en_scherm_zijn_dezelfde_bladzijde(planregel, johan):
    f.aftekening(planregel, johan.lid, Niveau.MET_HULP)

    request, regel = tick.verzoek(johan.lid, planregel)
    scherm = render_to_string(
        "trajecten/aftekenen.html", tick.context_van_het_scherm(regel), request
    )
    meetlat = render_to_string("bench/aftekenen.html", tick.kale_context(regel, johan.lid), request)

    assert plat(scherm) == plat(meetlat)
    assert " checked" in scherm


def test_meting_telt_alleen_gelukte_verzoeken(db, monkeypatch):
    monkeypatch.setattr(tick, "RONDES", 3)

    metingen = tick.meten()

    assert [meting.id for meting in metingen] == ["tick", "tick-screen"]
    assert all(meting.waarde > 0 for meting in metingen)
