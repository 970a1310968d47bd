"""The page for signed paper."""

import io
from datetime import timedelta

import pikepdf
import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertRedirects

from tests import factories as f
from trajecten import models as m
from trajecten.models import Niveau, Status

VANDAAG = timezone.localdate()
VORIGE_WEEK = VANDAAG - timedelta(days=7)


@pytest.fixture(autouse=True)
def opslagmap(settings, tmp_path):
    settings.OPSLAG_MAP = tmp_path


@pytest.fixture
def binnen(client, fatima):
    return fatima.aanmelden(client)


def url(traject, soort=""):
    adres = reverse("trajecten:papier", args=[traject.pk])
    return f"{adres}?soort={soort}" if soort else adres


def scan():
    inhoud = io.BytesIO()
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.save(inhoud)
    inhoud.seek(0)
    inhoud.name = "aftekenlijst.pdf"
    return inhoud


def lijst(planregel, johan, **velden):
    pk = planregel.pk
    return {
        "namens": str(johan.lid.pk), "scan": scan(), f"niveau_{pk}": "zelfstandig",
        f"dag_{pk}": VORIGE_WEEK.isoformat(), f"na_{pk}": "0",
    } | {f"{naam}_{pk}": waarde for naam, waarde in velden.items()}  # fmt: skip


def test_school_neemt_een_aftekenlijst_over(binnen, planregel, johan):
    response = binnen.post(url(planregel.traject), lijst(planregel, johan, toelichting="Netjes"))

    assertRedirects(response, planregel.traject.get_absolute_url())
    rij = planregel.aftekeningen.get()
    assert (rij.niveau, rij.bron, rij.namens, rij.toelichting) == (
        "zelfstandig", "papier", johan.lid, "Netjes",
    )  # fmt: skip


def test_een_regel_die_niet_op_het_papier_staat_blijft_leeg(binnen, planregel, johan):
    tweede = f.planregel(planregel.plaatsing, "B1-K1-W2")

    binnen.post(url(planregel.traject), lijst(planregel, johan) | {f"na_{tweede.pk}": "0"})

    assert (planregel.aftekeningen.count(), tweede.aftekeningen.count()) == (1, 0)


@pytest.mark.parametrize(
    ("velden", "tekst"),
    [
        ({"dag": ""}, "Vul de datum in die op het papier staat."),
        ({"niveau": "kan_hier_niet"}, "Kies waarom dit werk hier niet kan."),
        ({"niveau": ""}, "Kies het niveau dat bij deze datum staat."),
        ({"dag": (VANDAAG + timedelta(days=1)).isoformat()}, "Deze dag is nog niet geweest."),
    ],
)
def test_fout_op_een_regel_houdt_wat_je_typte(binnen, planregel, johan, velden, tekst):
    response = binnen.post(
        url(planregel.traject), lijst(planregel, johan, toelichting="Blijft staan", **velden)
    )

    assertContains(response, tekst, status_code=422)
    assertContains(response, "Blijft staan", status_code=422)
    assert m.Aftekening.objects.count() == 0


def test_zonder_scan_kan_het_niet(binnen, planregel, johan):
    velden = lijst(planregel, johan)
    del velden["scan"]

    response = binnen.post(url(planregel.traject), velden)

    assertContains(response, "Kies de foto of scan van het getekende papier.", status_code=422)


def test_nieuwer_oordeel_staat_naast_het_papier(binnen, planregel, johan):
    f.aftekening(planregel, johan.lid, Niveau.MET_HULP)

    response = binnen.post(url(planregel.traject), lijst(planregel, johan, na="1"))

    assertContains(response, "Er ligt al iets nieuwers vast.", status_code=409)
    (rij,) = response.context["botsingen"]
    assert (rij["feit"].get_niveau_display(), rij["papier"]) == ("Met hulp", "Zelfstandig")
    assert planregel.aftekeningen.count() == 1


def test_wie_beide_zag_neemt_het_papier_toch_over(binnen, planregel, johan):
    f.aftekening(planregel, johan.lid, Niveau.MET_HULP)
    eerste = binnen.post(url(planregel.traject), lijst(planregel, johan, na="1"))
    gezien = eerste.context["form"][f"gezien_{planregel.pk}"].value()

    response = binnen.post(url(planregel.traject), lijst(planregel, johan, na="1", gezien=gezien))

    assert response.status_code == 302
    assert planregel.aftekeningen.last().bron == "papier"


def test_eindoordeelformulier_brengt_het_naar_de_school(binnen, planregel, johan):
    m.Traject.objects.update(status=Status.EINDBEOORDELING)
    velden = {
        "namens": str(johan.lid.pk), "scan": scan(), "gebeurd_op": VANDAAG.isoformat(),
        f"oordeel_{planregel.pk}": "ja", f"na_{planregel.pk}": "0",
    }  # fmt: skip

    binnen.post(url(planregel.traject, "eindoordeel"), velden)

    assert planregel.eindoordelen.get().van == johan.lid
    assert m.Traject.objects.get().status == Status.SCHOOLOORDEEL


def test_in_de_eindbeoordeling_staat_het_eindoordeelformulier_klaar(binnen, planregel):
    m.Traject.objects.update(status=Status.EINDBEOORDELING)

    assertContains(binnen.get(url(planregel.traject)), "Neem een eindoordeelformulier over")


def test_traject_zonder_plaatsing_heeft_geen_papier(binnen, traject):
    assert binnen.get(url(traject)).status_code == 404


def test_vreemd_traject_bestaat_niet(client, planregel, karin, johan):
    karin.aanmelden(client)

    antwoorden = [
        client.get(url(planregel.traject)),
        client.post(url(planregel.traject), lijst(planregel, johan)),
    ]

    assert [antwoord.status_code for antwoord in antwoorden] == [404, 404]


def test_papier_query_count_is_the_same_at_1_and_at_3_werkprocessen(
    binnen, planregel, johan, django_assert_num_queries, django_assert_max_num_queries
):
    f.aftekening(planregel, johan.lid)
    binnen.get(url(planregel.traject))
    with django_assert_max_num_queries(30) as een:
        binnen.get(url(planregel.traject))
    for code in ("B1-K1-W2", "B1-K1-W3"):
        f.aftekening(f.planregel(planregel.plaatsing, code), johan.lid)

    with django_assert_num_queries(len(een)):
        binnen.get(url(planregel.traject))
