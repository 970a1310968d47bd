"""The list for the ceremony: who gets what, with a place to sign."""

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from tests import factories as f
from tests.verklaringen import maken_verbetering
from tests.verklaringen.maken_uitgiften import WAAROM, document
from trajecten.models import Status
from trajecten.rules import documentstatus
from verklaringen import actions, rules
from verklaringen.models import Vaststelling

URL = reverse("verklaringen:uitreiklijst")


@pytest.fixture
def klaar(school, fatima, johan):
    """Both documents of Bo, issued and not yet handed over."""
    return klaarleggen("Bo Voorbeeld", school, fatima, johan)


def klaarleggen(naam, school, fatima, johan):
    traject = f.traject(
        Status.BIJ_EXAMENCOMMISSIE, instelling=school, coordinator=fatima.lid,
        kandidaat=f.kandidaat(naam),
    )  # fmt: skip
    document(traject, fatima.lid, f.plaatsing(traject, praktijkopleider=johan.lid))
    document(traject, fatima.lid)
    return traject


def test_wie_krijgt_wat_met_een_plek_om_te_tekenen(client, klaar, fatima):
    fatima.aanmelden(client)

    response = client.get(URL)

    assertContains(response, "Bo Voorbeeld")
    for uitgifte in klaar.uitgiften.all():
        assertContains(response, uitgifte.nummer)
    assertContains(response, "Handtekening voor ontvangst")
    assertContains(response, "1 persoon")


def test_dag_en_plaats_komen_bovenaan(client, klaar, fatima):
    fatima.aanmelden(client)

    response = client.get(URL, {"op": "2026-12-04", "plaats": "Aula <b>"})

    assertContains(response, "vrijdag 4 december 2026, Aula &lt;b&gt;.")


def test_een_dag_die_niet_bestaat_blijft_weg(client, klaar, fatima):
    fatima.aanmelden(client)

    assertContains(client.get(URL, {"op": "31-02-2026"}), "Bo Voorbeeld")


def test_op_naam(client, klaar, school, fatima, johan):
    klaarleggen("Aad Voorbeeld", school, fatima, johan)

    assert [t.kandidaat.naam for t in rules.uit_te_reiken(fatima.lid)] == [
        "Aad Voorbeeld", "Bo Voorbeeld",
    ]  # fmt: skip


def test_wie_nog_op_een_document_wacht_staat_er_niet_op(klaar, fatima, johan):
    plek = f.plaatsing(f.traject(), leerbedrijf=johan.lid.leerbedrijf)
    Vaststelling.objects.create(
        traject=klaar, soort="praktijkverklaring", plaatsing=plek, volgnummer=9, inhoud={},
        inhoud_sha256="0" * 64, sjabloonversie="1", door=fatima.lid,
    )  # fmt: skip

    assert not rules.uit_te_reiken(fatima.lid).exists()


def test_wat_gegeven_is_staat_er_niet_meer_op(klaar, fatima):
    actions.uitreiken(traject=klaar, door=fatima.lid, plaats="Zwolle")

    assert not rules.uit_te_reiken(fatima.lid).exists()


def test_wie_een_ingetrokken_document_heeft_krijgt_eerst_het_nieuwe(client, klaar, fatima, farid):
    pv = klaar.uitgiften.get(soort="praktijkverklaring")
    voorstel = actions.intrekken_voorstellen(uitgifte=pv, door=fatima.lid, **WAAROM)
    actions.intrekken(voorstel=voorstel, door=farid.lid)
    fatima.aanmelden(client)

    response = client.get(URL)

    assertContains(response, "Er ligt nu niets klaar.")
    assertNotContains(response, "Bo Voorbeeld")


def test_met_het_nieuwe_document_staat_die_er_weer_op(
    client, geregistreerd, renderer, fatima, farid, johan, samira, anne
):
    traject = geregistreerd
    oud = list(traject.uitgiften.values_list("nummer", flat=True))
    pv = traject.uitgiften.get(soort="praktijkverklaring")
    voorstel = actions.intrekken_voorstellen(uitgifte=pv, door=fatima.lid, **WAAROM)
    actions.intrekken(voorstel=voorstel, door=farid.lid)
    maken_verbetering.beginnen(traject, fatima.lid)
    actions.vaststellen(traject=traject, door=fatima.lid)
    maken_verbetering.tekenen(traject, johan.lid, samira.lid)
    maken_verbetering.besluiten(traject, anne.lid)
    actions.uitgeven(traject=traject, door=fatima.lid)
    fatima.aanmelden(client)

    tot_dan = client.get(URL)
    maken_verbetering.werken(renderer)
    daarna = client.get(URL)

    assertNotContains(tot_dan, "Samira")
    nieuw = traject.uitgiften.exclude(nummer__in=oud).values_list("nummer", flat=True)
    assert len(nieuw) == 2
    for nummer in nieuw:
        assertContains(daarna, nummer)
    for nummer in oud:
        assertNotContains(daarna, nummer)


def test_zonder_nieuw_besluit_geeft_niemand_het_oude_document(client, geregistreerd, fatima):
    traject = geregistreerd
    maken_verbetering.beginnen(traject, fatima.lid)
    actions.vaststellen(traject=traject, door=fatima.lid)  # the sheet stayed the same
    fatima.aanmelden(client)

    lijst = client.get(URL)
    response = client.post(
        reverse("verklaringen:uitreiken", args=[traject.pk]),
        {"gebeurd_op": timezone.localdate().isoformat(), "plaats": "Zwolle"},
    )

    assert documentstatus(maken_verbetering.vers(traject)) == Status.BIJ_EXAMENCOMMISSIE
    assertContains(lijst, "Er ligt nu niets klaar.")
    assertContains(response, "Nog niet alle documenten zijn uitgegeven.", status_code=422)


def test_een_andere_school_ziet_hier_niets_van(client, klaar, karin):
    karin.aanmelden(client)

    assertContains(client.get(URL), "Er ligt nu niets klaar.")


def test_uitreiklijst_query_count_is_the_same_at_1_and_at_3_rows(
    client, klaar, school, fatima, johan, tellen
):
    fatima.aanmelden(client)
    tellen(URL)
    bij_een = tellen(URL)
    for naam in ("Cas Voorbeeld", "Daan Voorbeeld"):
        klaarleggen(naam, school, fatima, johan)

    assert tellen(URL) == bij_een
