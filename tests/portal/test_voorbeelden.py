"""The rendered examples in docs/voorbeelden: of every document one, made by `make voorbeelden`."""

import pytest
from django.conf import settings
from django.utils import timezone

from portal.demo.bouwen import vertellen
from portal.demo.kandidaten import VERHALEN
from portal.demo.regio import regio_bouwen
from portal.demo.voorbeelden import VOORBEELDEN
from tests.verklaringen.lezer import bladen, lopende_tekst
from trajecten import actions
from trajecten.models import Identiteit, Inrichting, Resultaat
from verklaringen.models import Afdruk, Soort

MAP = settings.BASE_DIR / "docs" / "voorbeelden"
# Files of the register: only the worker makes those.
UITGEGEVEN = {"mbo_verklaring", "praktijkverklaring"}


@pytest.fixture
def regio(settings, tmp_path, db):
    """The people that the examples are of."""
    settings.OPSLAG_MAP = tmp_path
    settings.OMGEVING, settings.DEMO = "demo", True
    actions.startgegevens_laden()
    regio = regio_bouwen(timezone.now())
    nodig = "Samira Karim Farida Priya Ibrahim Wilma Xander Arjen".split()  # noqa: SIM905
    for verhaal in VERHALEN:
        if verhaal.naam.split()[0] in nodig:
            vertellen(regio, verhaal)


def test_elk_document_heeft_een_voorbeeld():
    assert {*Soort.values, *Afdruk.Soort.values} - VOORBEELDEN.keys() == set()


@pytest.mark.parametrize("naam", sorted(VOORBEELDEN))
def test_elk_voorbeeld_ligt_klaar_en_zegt_dat_het_er_een_is(naam):
    pdf = (MAP / f"{naam}.pdf").read_bytes()
    beelden = sorted(MAP.glob(f"{naam}-[0-9].png"))

    assert "VOORBEELD. Alle personen en bedrijven zijn verzonnen." in lopende_tekst(pdf)
    assert len(beelden) == bladen(pdf)
    assert max(pad.stat().st_size for pad in beelden) < 100_000


def test_er_ligt_niets_wat_niet_meer_gemaakt_wordt():
    namen = {pad.stem.rpartition("-")[0] or pad.stem for pad in MAP.glob("*.p[dn][fg]")}

    assert namen == set(VOORBEELDEN)


def test_voorbeelden_laten_niets_achter_in_de_regio(regio):
    def stand():
        return [model.objects.count() for model in (Resultaat, Identiteit)]

    voor = stand()
    gemaakt = {naam: maken() for naam, maken in VOORBEELDEN.items() if naam not in UITGEGEVEN}

    assert stand() == voor
    assert Inrichting.objects.get().logo is None
    assert [naam for naam, drukwerk in gemaakt.items() if "VOORBEELD" not in drukwerk.html] == []
