"""Each indicator over three thousand trajecten, counted by the portal and by hand: the same."""

import pytest
from django.db import transaction

from portal.cijfers.actions import herbouwen
from portal.cijfers.indicatoren import GEMETEN, INDICATOREN, Vorm
from portal.cijfers.models import IndicatorWaarde

from . import langzaam
from .bevolking import bevolken
from .levensloop import NU, VANDAAG
from .narekenen import Figuur

pytestmark = pytest.mark.django_db
PLEK = ("voor_soort", "voor_id", "periode", "route", "dimensie", "waarde")
CIJFER = (
    "teller", "noemer", "onbekend", "personen", "mediaan", "p25", "p75", "bijdragers",
)  # fmt: skip
FIGUREN = [(definitie.code, maand) for definitie in GEMETEN for maand in definitie.maanden]


@pytest.fixture(scope="module")
def geteld(django_db_setup, django_db_blocker):
    """(What the portal counted, the dossiers as read by hand); nothing stays in the database."""
    with django_db_blocker.unblock(), transaction.atomic():
        bevolken()
        herbouwen(nu=NU)
        rijen = list(IndicatorWaarde.objects.geldig().values(*PLEK, *CIJFER, "code", "maand"))
        dossiers = langzaam.lezen(VANDAAG)
        transaction.set_rollback(True)
    return rijen, dossiers


@pytest.mark.parametrize(("code", "maand"), FIGUREN)
def test_elk_cijfer_is_met_de_hand_nagerekend(geteld, code, maand):
    rijen, dossiers = geteld
    van_portaal = {
        tuple(rij[veld] for veld in PLEK): tuple(rij[veld] for veld in CIJFER)
        for rij in rijen
        if (rij["code"], rij["maand"]) == (code, maand)
    }

    met_de_hand = Figuur(code, maand, dossiers, VANDAAG).cijfers()

    assert _zonder_nullen(van_portaal) == pytest.approx(_zonder_nullen(met_de_hand))
    assert van_portaal


def _zonder_nullen(cijfers):
    """Compared number by number; what is not there is -1."""
    return {
        (*plek, naam): -1 if waarde is None else waarde
        for plek, cijfer in cijfers.items()
        for naam, waarde in zip(CIJFER, cijfer, strict=True)
    }


def test_in_de_bevolking_zit_alles_wat_vreemd_is(geteld):
    _, dossiers = geteld
    soorten = {dossier.document for dossier in dossiers}

    assert soorten == {"", "praktijkverklaring", "mbo_verklaring", "certificaat", "diploma"}
    assert {d.einde for d in dossiers} == {
        "", "gestopt", "niet_gestart", "uitgereikt", "doorgestroomd",
    }  # fmt: skip
    assert sum(d.uitval for d in dossiers) > 100
    assert sum(d.positief for d in dossiers) > 50
    assert any(d.einde == "gestopt" and not d.gestart for d in dossiers)
    assert any(d.einde == "uitgereikt" and not d.document for d in dossiers)
    assert any(d.overgenomen for d in dossiers)
    assert any(not d.met_bpv and d.gestart for d in dossiers)
    assert len({d.mens for d in dossiers}) < len(dossiers) - 200


def test_alle_zevenentwintig_staan_er_met_tekst():
    assert list(INDICATOREN) == [f"I{nummer:02}" for nummer in range(1, 28)]
    for definitie in INDICATOREN.values():
        assert definitie.titel and definitie.uitleg.endswith("."), definitie.code
        assert definitie.teller, definitie.code


def test_wat_nog_niet_gemeten_is_zegt_waarom():
    leeg = {code for code, definitie in INDICATOREN.items() if definitie.niet_gemeten}

    assert leeg == {"I15", "I21", "I23", "I24", "I26"}
    assert all(INDICATOREN[code].niet_gemeten.endswith(".") for code in leeg)


def test_alleen_een_stand_heeft_geen_dag_die_hem_in_een_periode_zet():
    zonder = {definitie.code for definitie in GEMETEN if not definitie.datum}

    assert zonder == {d.code for d in GEMETEN if d.vorm == Vorm.STAND}
