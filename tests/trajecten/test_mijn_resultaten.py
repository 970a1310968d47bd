"""The kandidaat's own results: passed, still to do, and what the school changed."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from tests import factories as f
from tests.spelers import Speler
from tests.trajecten import maken_onderdelen as maken
from trajecten import models as m

pytestmark = pytest.mark.django_db
VANDAAG = timezone.localdate()
PAGINA = reverse("trajecten:mijn_resultaten")


@pytest.fixture
def diploma():
    """Samira's traject to a diploma of niveau 2."""
    return maken.diplomatraject(2, VANDAAG - timedelta(days=30))


@pytest.fixture
def binnen(client, diploma):
    return Speler(f.lid(m.Rol.KANDIDAAT, kandidaat=diploma.kandidaat)).aanmelden(client)


def gelezen(binnen):
    """The one dossier on the page, as the words a person reads."""
    (dossier,) = binnen.get(PAGINA).context["dossiers"]

    def woorden(standen):
        return [f"{s.telt.titel_voor_kandidaat}: {s.telt.in_woorden}" for s in standen]

    return {
        naam: woorden(getattr(dossier, naam))
        for naam in ("gehaald", "nog_niet", "cijfers", "lessen")
    } | {"open": dossier.open}


def test_kandidaat_ziet_wat_gehaald_is_en_wat_nog_moet(binnen, diploma):
    f.resultaat(diploma, "kerntaak", 5)
    f.resultaat(diploma, "kerntaak", 8)
    f.resultaat(diploma, "kerntaak", 5, code="P2-K1", naam="Ondersteunt bij zorg")
    f.resultaat(diploma, "loopbaan", "voldaan")
    f.resultaat(diploma, "les", "voldaan", naam="Hygiëne")

    assert gelezen(binnen) == {
        "gehaald": ["Werkt als assistent: 8", "loopbaan: voldaan"],
        "nog_niet": ["Ondersteunt bij zorg: 5"],
        "cijfers": [],
        "lessen": ["Hygiëne: voldaan"],
        "open": [
            "Nederlandse taal: centraal examen",
            "Nederlandse taal: instellingsexamen",
            "rekenen: het examen",
            "burgerschap",
            "Keuzedelen: 0 van 480 uren",
        ],
    }


def test_een_laag_cijfer_dat_mag_is_niet_nog_niet_gehaald(binnen, diploma):
    f.resultaat(diploma, "nederlands", "5,4", deel="ce", niveau="2F")
    f.resultaat(diploma, "rekenen", 5, niveau="mbo-rekenniveau 2")
    f.resultaat(diploma, "keuzedeel", 5)

    gezien = gelezen(binnen)

    assert (gezien["gehaald"], gezien["nog_niet"], len(gezien["cijfers"])) == ([], [], 3)
    assertContains(binnen.get(PAGINA), "De school kijkt of dit genoeg is.")


def test_vrijstelling_hoeft_niet_meer(binnen, diploma):
    maken.vrijstelling(diploma)

    assertContains(binnen.get(PAGINA), "Werkt als assistent: <strong>hoef je niet te doen</strong>")


def test_kandidaat_leest_waarom_iets_veranderd_of_weggehaald_is(binnen, diploma):
    fout = f.resultaat(diploma, "kerntaak", 9)
    f.resultaat(diploma, "kerntaak", 6, vervangt=fout, reden="Typefout")
    weg = f.resultaat(diploma, "les", "voldaan", naam="Lassen")
    m.Resultaatintrekking.objects.create(
        resultaat=weg, reden="Van een ander", door=diploma.coordinator, gebeurd_op=VANDAAG
    )

    response = binnen.get(PAGINA)

    assertContains(response, "Fatima heeft dit veranderd. Waarom: Typefout")
    assertContains(response, "Waarom: Van een ander")


@pytest.mark.parametrize(("compensatie", "nog_niet"), [(False, ["Deel 1: 5,4"]), (True, [])])
def test_certificaat_met_compensatie_keurt_geen_onderdeel_af(client, compensatie, nog_niet):
    certificaat = maken.certificaat_c0021()
    traject = maken.diplomatraject(
        route="certificaat", kwalificatie=certificaat.kwalificatie, certificaat=certificaat
    )
    f.resultaat(traject, "certificaatexamen", "5,4", code="C0021", naam="Deel 1")
    maken.schoolregels(traject.instelling, traject.coordinator, certificaat_compensatie=compensatie)
    binnen = Speler(f.lid(m.Rol.KANDIDAAT, kandidaat=traject.kandidaat)).aanmelden(client)

    gezien = gelezen(binnen)

    assert (gezien["nog_niet"], gezien["open"]) == (nog_niet, [])


def test_van_een_ander_is_er_niets_te_zien(client, tarik, diploma):
    f.resultaat(diploma, "kerntaak", 8)

    response = tarik.aanmelden(client).get(PAGINA)

    assertContains(response, "Er staat nog niets.")
    assertNotContains(response, "Werkt als assistent")


def test_dit_kan_ik_verwijst_naar_de_examens(binnen, client, tarik, diploma):
    verwijzing = f'href="{PAGINA}"'
    assertContains(binnen.get(reverse("trajecten:dit_kan_ik")), verwijzing)

    assertNotContains(tarik.aanmelden(client).get(reverse("trajecten:dit_kan_ik")), verwijzing)


def test_mijn_resultaten_query_count(binnen, diploma, tellen):
    f.resultaat(diploma, "kerntaak", 8)
    een = tellen(PAGINA)
    for naam in ("A", "B"):
        f.resultaat(diploma, "les", "voldaan", naam=naam)

    assert tellen(PAGINA) == een
