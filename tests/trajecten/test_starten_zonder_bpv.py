"""A mbo-certificaat without learning on the job: from the intake to the voordracht."""

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertContains, assertRedirects

from tests import factories as f
from tests.draden import tegelijk
from tests.trajecten import maken_certificaat as maken
from tests.trajecten.stappen import url, vers
from tests.trajecten.test_intake import ingevuld
from trajecten import actions, rules
from trajecten import models as m
from trajecten.models import Status
from trajecten.rules import Bezwaar

VANDAAG = timezone.localdate()


@pytest.fixture
def binnen(client, fatima):
    return fatima.aanmelden(client)


@pytest.fixture
def in_intake(school, fatima):
    f.mag_uitgeven(school, "25180")
    maken.koken()
    return f.traject(
        Status.INTAKE, instelling=school, coordinator=fatima.lid, kwalificatie=None, route="",
        leerweg="", kandidaat=f.kandidaat("Tarik Voorbeeld"),
    )  # fmt: skip


def zonder_bpv(**velden):
    keuze = {"route": "certificaat", "leerweg": "derde_leerweg", "met_bpv": "nee"}
    return ingevuld(**(keuze | velden))


@pytest.fixture
def na_intake(binnen, in_intake):
    binnen.post(url("intake", in_intake), zonder_bpv())
    return vers(in_intake)


@pytest.fixture
def gestart(binnen, na_intake):
    binnen.post(url("starten_zonder_bpv", na_intake), start())
    return vers(na_intake)


def start(**velden):
    koken = maken.koken()
    return {
        "kwalificatie": koken.kwalificatie_id, "certificaat": koken.pk,
        "studentnummer": "S-2002", "op": VANDAAG.isoformat(),
    } | velden  # fmt: skip


def test_keuze_in_de_intake_slaat_het_leerbedrijf_over(binnen, in_intake):
    response = binnen.post(url("intake", in_intake), zonder_bpv())

    assertRedirects(response, url("starten_zonder_bpv", in_intake))
    assert vers(in_intake).status == Status.INTAKE
    zet = rules.aan_zet(vers(in_intake))
    assert (zet.stap, zet.wat) == ("starten_zonder_bpv", "het certificaat kiezen en inschrijven")


@pytest.mark.parametrize("met_bpv", ["ja", ""])
def test_met_leren_op_het_werk_gaat_het_naar_het_leerbedrijf(binnen, in_intake, met_bpv):
    binnen.post(url("intake", in_intake), zonder_bpv(met_bpv=met_bpv))

    assert vers(in_intake).status == Status.MATCH


@pytest.mark.parametrize("route", ["praktijkverklaring", "diploma"])
def test_een_andere_route_kan_niet_zonder(binnen, in_intake, route):
    response = binnen.post(url("intake", in_intake), zonder_bpv(route=route))

    assertContains(response, "Alleen een mbo-certificaat kan zonder", status_code=422)
    assert not m.Intake.objects.exists()


def test_start_kiest_het_certificaat_en_schrijft_in(binnen, na_intake):
    response = binnen.post(url("starten_zonder_bpv", na_intake), start())

    assertRedirects(response, na_intake.get_absolute_url())
    traject = vers(na_intake)
    assert (traject.status, traject.certificaat.code) == (Status.ACTIEF, "C0021")
    assert traject.kwalificatie.crebo == "25180"
    assert traject.inschrijving.studentnummer == "S-2002"
    assert not m.Plaatsing.objects.exists()


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"certificaat": ""}, "Kies het mbo-certificaat."),
        ({"kwalificatie": ""}, "Kies een opleiding."),
        ({"studentnummer": ""}, "Vul het studentnummer in."),
        ({"op": "2099-01-01"}, "De dag van inschrijving ligt in de toekomst."),
    ],
)
def test_wat_mist_staat_bij_het_veld_en_de_rest_blijft(binnen, na_intake, velden, zin):
    response = binnen.post(url("starten_zonder_bpv", na_intake), start(**velden))

    assertContains(response, zin, status_code=422)
    assert vers(na_intake).status == Status.INTAKE
    assert not m.Inschrijving.objects.exists()


def test_school_die_het_niet_mag_uitgeven_start_niet(binnen, na_intake):
    m.MagUitgeven.objects.all().delete()

    response = binnen.post(url("starten_zonder_bpv", na_intake), start())

    assertContains(response, "niets uitgeven voor crebo 25180", status_code=422)


def test_certificaat_van_een_andere_opleiding(binnen, na_intake):
    schilderen = f.certificaat("C0060", "Uitvoeren van schilderwerk", "25589")

    response = binnen.post(url("starten_zonder_bpv", na_intake), start(certificaat=schilderen.pk))

    assertContains(response, "hoort bij crebo 25589", status_code=422)


def test_met_bpv_start_niemand_zonder_overeenkomst(binnen, in_intake, fatima):
    binnen.post(url("intake", in_intake), zonder_bpv(met_bpv="ja"))
    m.Traject.objects.update(status=Status.INTAKE)

    response = binnen.post(url("starten_zonder_bpv", in_intake), start())

    assertContains(response, "Kies eerst een leerbedrijf.", status_code=422)
    assert vers(in_intake).status == Status.INTAKE


def test_een_plek_van_een_eerdere_keuze_vervalt(binnen, na_intake):
    f.plaatsing(na_intake)

    binnen.post(url("starten_zonder_bpv", na_intake), start())

    assert not m.Plaatsing.objects.geldig().exists()


def test_dubbelklik_start_een_keer_en_een_collega_leest_wie_het_was(binnen, na_intake, farid):
    starten = url("starten_zonder_bpv", na_intake)
    codes = [binnen.post(starten, start()).status_code for _ in range(2)]
    farid.aanmelden(binnen)

    response = binnen.post(url("starten_zonder_bpv", na_intake), start())

    assert codes == [302, 302]
    assertContains(response, "Fatima Voorbeeld", status_code=409)
    assert na_intake.overgangen.filter(naar=Status.ACTIEF).count() == 1


def test_onderweg_vraagt_niemand_om_een_praktijkopleider(binnen, gestart):
    zet = rules.aan_zet(gestart)
    context = binnen.get(gestart.get_absolute_url()).context
    (signaal,) = [s for s in rules.SIGNALEN if s.sleutel == "geen_begeleider"]

    assert (zet.rol, zet.stap) == ("mbo_coordinator", "afronden_zonder_bpv")
    assert signaal.regels(m.Traject.objects.all()) == []
    titels = [stap["titel"] for stap in context["stappen"]]
    assert titels == [
        "Aanmelding", "Intake", "Lessen en examens", "Voordracht maken", "Examencommissie",
        "Uitgereikt", "Nazorg",
    ]  # fmt: skip
    niet = {"papier", "praktijkopleiders", "herplaatsen", "eindbeoordeling", "verzoek"}
    assert not niet & {knop.stap for knop in context["andere"]}


def test_resultaten_leg_je_vast_zodra_het_gestart_is(gestart, fatima):
    assert rules.bezwaar_tegen_resultaten(rules.kader_van(gestart), fatima.lid) == ""


def test_aan_het_eind_vraagt_niemand_een_eindoordeel(binnen, gestart, fatima):
    assertContains(binnen.get(url("eindbeoordeling", gestart)), "hoeft dus niets te beoordelen")

    binnen.post(url("eindbeoordeling", gestart))
    nog_eens = binnen.post(url("eindbeoordeling", gestart))

    traject = vers(gestart)
    assert traject.status == Status.SCHOOLOORDEEL
    assert rules.aan_zet(traject).stap == "gegevens"
    assertContains(nog_eens, "zijn al afgerond", status_code=422)
    assert traject.overgangen.filter(naar=Status.SCHOOLOORDEEL).count() == 1
    f.identiteit(traject.kandidaat, fatima.lid)
    assert rules.aan_zet(traject).stap == "voordragen"


def test_zonder_bpv_is_er_geen_oordeel_over_de_bpv(binnen, gestart, fatima):
    binnen.post(url("eindbeoordeling", gestart))

    with pytest.raises(Bezwaar, match="hoort geen leren op het werk"):
        actions.schooloordeel_geven(
            traject=vers(gestart), door=fatima.lid, positief=True, optie=1, motivering="x", na=0
        )
    with pytest.raises(Bezwaar, match="hoort geen leren op het werk"):
        actions.terugsturen(traject=vers(gestart), door=fatima.lid, reden="x", na=0)


@pytest.mark.parametrize("wie", ["karin", "johan"])
def test_een_ander_start_niet(client, na_intake, wie, request):
    request.getfixturevalue(wie).aanmelden(client)

    assert client.post(url("starten_zonder_bpv", na_intake), start()).status_code in (403, 404)
    assert vers(na_intake).status == Status.INTAKE


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_twee_collegas_tegelijk_starten_een_keer(na_intake, fatima, farid):
    klanten = [wie.aanmelden(Client()) for wie in (fatima, farid)]
    data = start()

    codes = tegelijk(
        lambda klant: klant.post(url("starten_zonder_bpv", na_intake), data).status_code, klanten
    )

    assert sorted(codes) == [302, 409]
    assert m.Inschrijving.objects.count() == 1
