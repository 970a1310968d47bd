"""On the route to a mbo-certificaat the plan holds the werkprocessen of that certificaat."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories as f
from tests.trajecten import maken_certificaat as maken
from tests.trajecten.stappen import tekst, url, vers
from trajecten import actions
from trajecten import models as m
from trajecten.rules import Bezwaar

VANDAAG = timezone.localdate()


@pytest.fixture
def binnen(client, fatima):
    return fatima.aanmelden(client)


@pytest.fixture
def gematcht(fatima, johan):
    return maken.gematcht(fatima.lid, johan.lid)


@pytest.fixture
def met_periode(fatima, johan):
    return maken.met_periode(fatima.lid, johan.lid)


def plan(traject, **velden):
    return {
        "kwalificatie": traject.kwalificatie_id, "certificaat": maken.koken().pk,
        "begin": VANDAAG.isoformat(), "eind": (VANDAAG + timedelta(days=180)).isoformat(),
        "uren_per_week": 20, "uren_totaal": 400, "versie": traject.versie,
    } | velden  # fmt: skip


def keuzes(traject, *codes):
    eigen = traject.certificaat.werkprocessen.all()
    return [(traject.kwalificatie, p) for p in eigen if not codes or p.code in codes]


def test_het_plan_begint_met_het_certificaat(binnen, gematcht):
    response = binnen.post(url("plan", gematcht), plan(gematcht))

    assert response.url == url("werkprocessen_kiezen", gematcht)
    assert vers(gematcht).certificaat.code == "C0021"


def test_zonder_certificaat_blijft_de_rest_staan(binnen, gematcht):
    response = binnen.post(url("plan", gematcht), plan(gematcht, certificaat=""))

    assert response.status_code == 422
    assert "Kies het mbo-certificaat." in tekst(response)
    assert 'value="400"' in tekst(response)


def test_een_andere_route_vraagt_geen_certificaat(binnen, gematcht):
    m.Traject.objects.update(route="diploma")

    assert "Mbo-certificaat" not in tekst(binnen.get(url("plan", gematcht)))


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"code": "C0060", "crebo": "25589"}, "hoort bij crebo 25589, niet bij Kok"),
        ({"code": "C0061", "geldig_tot": "2020-01-01"}, "geldt niet meer sinds 01-01-2020"),
        ({"code": "C0062", "geldig_vanaf": "2099-01-01"}, "geldt pas vanaf 01-01-2099"),
    ],
)
def test_certificaat_dat_niet_past(binnen, gematcht, velden, zin):
    anders = f.certificaat(naam="Anders", **velden)

    response = binnen.post(url("plan", gematcht), plan(gematcht, certificaat=anders.pk))

    assert response.status_code == 422
    assert zin in tekst(response)
    assert vers(gematcht).certificaat is None


def test_alle_werkprocessen_van_het_certificaat_staan_al_aangevinkt(binnen, met_periode):
    pagina = tekst(binnen.get(url("werkprocessen_kiezen", met_periode)))

    assert "C1-K1 Bereidt gerechten (deels)" in pagina
    assert pagina.count(" checked") == 6
    assert "B1-K1-W1" not in pagina
    assert "Extra werkprocessen" not in pagina


def test_planregels_hebben_codes_en_titels_van_het_certificaat(binnen, met_periode):
    k = met_periode.kwalificatie_id
    per_taak = {}
    for proces in met_periode.certificaat.werkprocessen.all():
        per_taak.setdefault(f"k{k}_{proces.kerntaak_code}", []).append(f"{k}-{proces.pk}")
    data = per_taak | {
        "gelezen": "uitvoerbaar:25180", "bevestigd": "on", "versie": met_periode.versie,
    }  # fmt: skip

    binnen.post(url("werkprocessen_kiezen", met_periode), data)

    regels = m.Planregel.objects.geldig().filter(traject=met_periode)
    assert [(r.kerntaak_code, r.code, r.titel, r.crebo) for r in regels] == [
        (kerntaak, code, titel, "25180")
        for (kerntaak, _), processen in maken.C0021.items()
        for code, titel in processen.items()
    ]


def test_werkproces_uit_het_dossier_hoort_niet_in_dit_plan(met_periode, fatima):
    vreemd = met_periode.kwalificatie.werkprocessen()[0]

    with pytest.raises(Bezwaar, match="hoort niet bij C0021 Koken in de horeca"):
        actions.werkprocessen_kiezen(
            traject=met_periode, door=fatima.lid, keuzes=[(met_periode.kwalificatie, vreemd)]
        )


def test_ander_certificaat_haalt_de_werkprocessen_van_het_vorige_weg(fatima, johan):
    traject = maken.gepland(fatima.lid, johan.lid)
    anders = f.certificaat("C0070", "Bakken")

    actions.plannen(
        traject=traject, door=fatima.lid, kwalificatie=traject.kwalificatie, certificaat=anders,
        begin=VANDAAG, eind=VANDAAG + timedelta(days=180), uren_per_week=20, uren_totaal=500,
    )  # fmt: skip

    assert not m.Planregel.objects.geldig().filter(traject=traject).exists()


def test_certificaat_zonder_bekende_werkprocessen_kiest_uit_het_dossier_op_naam(
    met_periode, fatima
):
    m.Certificaatwerkproces.objects.all().delete()
    processen = [(met_periode.kwalificatie, p) for p in met_periode.kwalificatie.werkprocessen()]

    with pytest.raises(Bezwaar, match="Lees de waarschuwingen"):
        actions.werkprocessen_kiezen(
            traject=met_periode, door=fatima.lid, keuzes=processen, bevestigd=["uitvoerbaar:25180"]
        )
    actions.werkprocessen_kiezen(
        traject=met_periode, door=fatima.lid, keuzes=processen,
        bevestigd=["uitvoerbaar:25180", "certificaat:C0021"],
    )  # fmt: skip

    assert m.Planregel.objects.filter(traject=met_periode).count() == 7


def test_overeenkomst_bevriest_de_werkprocessen_van_het_certificaat(fatima, johan):
    traject = maken.gepland(fatima.lid, johan.lid)

    pok = actions.overeenkomst_opstellen(traject=traject, door=fatima.lid)

    assert pok.inhoud["certificaat"] == "C0021 Koken in de horeca"
    codes = [w["code"] for taak in pok.inhoud["kerntaken"] for w in taak["werkprocessen"]]
    assert codes == maken.CODES


def test_na_het_plan_verandert_niemand_het_certificaat_zonder_nieuw_plan(fatima, johan):
    traject = maken.gepland(fatima.lid, johan.lid)
    m.Traject.objects.filter(pk=traject.pk).update(status=m.Status.ACTIEF)
    anders = f.certificaat("C0070", "Bakken")

    with pytest.raises(Bezwaar, match="Het praktijkleerplan is voor C0021"):
        actions.certificaat_kiezen(traject=vers(traject), door=fatima.lid, certificaat=anders)


def test_praktijkopleider_tekent_een_werkproces_van_het_certificaat_af(client, fatima, johan):
    traject = maken.gepland(fatima.lid, johan.lid)
    m.Traject.objects.filter(pk=traject.pk).update(status=m.Status.ACTIEF)
    regel = traject.planregels.first()

    johan.aanmelden(client)
    pagina = client.get(regel.get_absolute_url())

    assert "Maakt mise en place" in tekst(pagina)


def test_een_werkproces_staat_een_keer_in_het_plan(fatima, johan):
    traject = maken.gepland(fatima.lid, johan.lid)
    regels = list(traject.planregels.all())

    nog_eens = actions.werkprocessen_kiezen(
        traject=traject, door=fatima.lid, keuzes=keuzes(traject, "C1-K1-W1"),
        bevestigd=["uitvoerbaar:25180"],
    )  # fmt: skip

    assert [regel.pk for regel in nog_eens] == [regels[0].pk]
