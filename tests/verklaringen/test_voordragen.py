"""The page where the school proposes a mbo-certificaat or diploma to the examencommissie."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from tests import factories as f
from tests.draden import tegelijk
from tests.verklaringen import maken_voordracht as maken
from trajecten import models as m
from trajecten.models import Status
from verklaringen import actions
from verklaringen.actions import vingerafdruk
from verklaringen.models import Voordracht

VANDAAG = timezone.localdate()
MET_REDEN = {"motivering": "De commissie ziet het werkboek.", "beroepsvereisten": ""}


def url(traject, naam="voordragen"):
    return reverse(f"verklaringen:{naam}", args=[traject.pk])


@pytest.fixture
def binnen(client, fatima):
    return fatima.aanmelden(client)


@pytest.fixture
def tarik(fatima, johan):
    """Ready for the certificaat."""
    return maken.certificaat(fatima.lid, johan.lid)


@pytest.fixture
def amina(fatima, johan):
    """Ready for the diploma."""
    return maken.diploma(fatima.lid, johan.lid)


def aangeboden(traject, fatima):
    return actions.voordragen(traject=traject, door=fatima.lid)


@pytest.mark.parametrize("wie", ["tarik", "amina"])
def test_pagina_toont_elke_regel_en_wat_klaar_is(binnen, wie, request):
    traject = request.getfixturevalue(wie)

    pagina = binnen.get(url(traject))

    antwoorden = pagina.context["toets"].antwoorden
    assert pagina.context["bezwaar"] == ""
    assert [a.voldaan for a in antwoorden] == ["ja"] * len(antwoorden)
    for antwoord in antwoorden:
        assertContains(pagina, antwoord.bron)
    assertContains(pagina, "Advies, de examencommissie beslist.")
    assertNotContains(pagina, "Waarom draag je dit toch voor?")


@pytest.mark.parametrize(("wie", "soort"), [("tarik", "certificaat"), ("amina", "diploma")])
def test_aanbieden_bevriest_inhoud_en_toets(binnen, fatima, wie, soort, request):
    traject = request.getfixturevalue(wie)

    response = binnen.post(url(traject), {"beroepsvereisten": "Geen."})

    assertRedirects(response, url(traject))
    voordracht = Voordracht.objects.get()
    traject.refresh_from_db()
    assert (traject.status, voordracht.soort) == (Status.BIJ_EXAMENCOMMISSIE, soort)
    assert voordracht.toets["uitkomst"] == "voldoet"
    assert voordracht.inhoud["mens"]["naam"] == "Samira Voorbeeld"
    assert voordracht.inhoud_sha256 == vingerafdruk(voordracht.inhoud)
    regels = m.Logregel.objects.filter(actie="voordragen", kandidaat=traject.kandidaat)
    assert regels.count() == 1


def test_certificaat_zonder_bpv_vraagt_geen_oordeel_over_het_werk(binnen, tarik, fatima):
    maken.zonder_bpv(tarik, fatima.lid)

    response = binnen.post(url(tarik), {"beroepsvereisten": ""})

    assertRedirects(response, url(tarik))
    voordracht = Voordracht.objects.get()
    assert voordracht.toets["antwoorden"][0]["zin"] == (
        "Leren op het werk is geen deel van dit traject."
    )
    assert (voordracht.inhoud["plekken"], voordracht.inhoud["schooloordeel"]) == ([], [])


def test_na_het_aanbieden_verandert_een_nieuw_cijfer_de_voordracht_niet(binnen, tarik, fatima):
    voordracht = aangeboden(tarik, fatima)
    f.resultaat(tarik, "certificaatexamen", "1,0", code="C0021", naam="Onderdeel 1a")

    pagina = binnen.get(url(tarik))

    assert pagina.context["toets"] == voordracht.toets
    assert len(pagina.context["voordracht"].inhoud["certificaat"]["examen"]) == 6


@pytest.mark.parametrize(
    "zonder", [{"examen": ("7,2", "5,4")}, {"examen": ("voldaan", "onvoldoende")}]
)
def test_voldoet_het_niet_dan_alleen_met_een_motivering(binnen, fatima, johan, zonder):
    traject = maken.certificaat(fatima.lid, johan.lid, **zonder)

    geweigerd = binnen.post(url(traject), MET_REDEN | {"motivering": " "})
    assertContains(geweigerd, "Schrijf op waarom je dit toch voordraagt.", status_code=422)
    assert not Voordracht.objects.exists()

    assertRedirects(binnen.post(url(traject), MET_REDEN), url(traject))
    voordracht = Voordracht.objects.get()
    assert voordracht.motivering == voordracht.inhoud["motivering"] == MET_REDEN["motivering"]
    assert voordracht.toets["uitkomst"] == "voldoet_niet"


def test_niet_te_berekenen_vraagt_ook_een_motivering(binnen, tarik):
    tarik.resultaten.filter(onderdeel="les").delete()

    pagina = binnen.get(url(tarik))

    assertContains(pagina, "Slagingsregels: aan de examencommissie")
    assertContains(pagina, "Waarom draag je dit toch voor?")
    assert binnen.post(url(tarik), {"beroepsvereisten": ""}).status_code == 422


def _zonder_schooloordeel(traject):
    traject.schooloordelen.all().delete()


def _niet_positief(traject):
    traject.schooloordelen.update(positief=False, optie=None)


def _zonder_naam(traject):
    traject.kandidaat.identiteiten.all().delete()


def _zonder_uren(traject):
    m.Documentgegevens.objects.all().delete()


def _zonder_toestemming(traject):
    m.MagUitgeven.objects.update(tot=VANDAAG - timedelta(days=1))


def _onbevestigd(traject):
    m.Kwalificatie.objects.update(bevestigd_door="", bevestigd_op=None)


@pytest.mark.parametrize(
    ("breken", "zin"),
    [
        (_zonder_schooloordeel, "De school gaf nog geen oordeel over het leren op het werk"),
        (_niet_positief, "is nog niet positief"),
        (_zonder_naam, "Vul eerst de officiële naam en de geboortegegevens in"),
        (_zonder_uren, "Vul de uren en de namen in zoals SBB ze kent."),
        (_zonder_toestemming, "niets uitgeven voor crebo 25180"),
        (_onbevestigd, "komen uit startgegevens"),
    ],
)
def test_wat_mist_staat_erbij_en_houdt_het_aanbieden_tegen(binnen, tarik, breken, zin):
    breken(tarik)

    pagina = binnen.get(url(tarik))
    response = binnen.post(url(tarik), MET_REDEN)

    assertContains(pagina, zin)
    assertContains(response, zin, status_code=422)
    assert not Voordracht.objects.exists()


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"geldig_tot": VANDAAG - timedelta(days=1)}, "geldt niet meer sinds"),
        ({"geldig_vanaf": VANDAAG + timedelta(days=1)}, "geldt pas vanaf"),
    ],
)
def test_certificaat_buiten_zijn_geldigheid_wordt_niet_voorgedragen(binnen, tarik, velden, zin):
    m.Certificaat.objects.update(**velden)

    assertContains(binnen.post(url(tarik), MET_REDEN), zin, status_code=422)


def _diploma_gehaald(kandidaat, kwalificatie, fatima, anne):
    traject = f.traject(
        Status.UITGEREIKT, route="diploma", kandidaat=kandidaat, kwalificatie=kwalificatie,
        instelling=fatima.organisatie,
    )  # fmt: skip
    besluit = traject.besluiten.create(
        volgnummer=1, uitkomst="toegekend", naam="Anne", functie="voorzitter", plaats="Zwolle",
        door=anne, gebeurd_op=VANDAAG,
    )  # fmt: skip
    return Voordracht.objects.create(
        traject=traject, soort="diploma", volgnummer=1, inhoud={}, inhoud_sha256="0" * 64,
        toets={}, door=fatima, besluit=besluit,
    )  # fmt: skip


@pytest.mark.parametrize("wie", ["tarik", "amina"])
def test_wie_het_diploma_al_heeft_krijgt_geen_tweede_en_geen_certificaat(
    binnen, fatima, anne, wie, request
):
    traject = request.getfixturevalue(wie)
    _diploma_gehaald(traject.kandidaat, traject.kwalificatie, fatima.lid, anne.lid)

    response = binnen.post(url(traject), MET_REDEN)

    assertContains(response, "De kandidaat heeft al een diploma van", status_code=422)
    assert not Voordracht.objects.filter(traject=traject).exists()


def test_diploma_van_een_ander_of_van_iets_anders_telt_niet(binnen, tarik, fatima, anne):
    anders = f.kwalificatie("25741", "Assistent dienstverlening", profiel="P2")
    _diploma_gehaald(tarik.kandidaat, anders, fatima.lid, anne.lid)
    _diploma_gehaald(f.kandidaat("Iemand Anders"), tarik.kwalificatie, fatima.lid, anne.lid)

    assert binnen.post(url(tarik), MET_REDEN).status_code == 302


def test_terughalen_met_reden_maakt_ruimte_voor_een_nieuwe(binnen, tarik, fatima):
    aangeboden(tarik, fatima)
    zonder = binnen.post(url(tarik, "voordracht_terughalen"), {"reden": " "})
    assertContains(zonder, "Schrijf op waarom je de voordracht terughaalt.", status_code=422)

    binnen.post(url(tarik, "voordracht_terughalen"), {"reden": "Een cijfer klopt niet."})

    tarik.refresh_from_db()
    assert tarik.status == Status.SCHOOLOORDEEL
    assertContains(binnen.get(url(tarik)), "Teruggehaald door de school: Een cijfer klopt niet.")
    binnen.post(url(tarik), {"beroepsvereisten": ""})
    geldig = [rij.vervallen_op is None for rij in Voordracht.objects.all()]
    assert geldig == [False, True]


def test_dubbelklik_is_een_voordracht(binnen, tarik):
    codes = [binnen.post(url(tarik), {"beroepsvereisten": ""}).status_code for _ in range(2)]

    assert codes == [302, 302]
    assert Voordracht.objects.count() == 1


def test_collega_die_later_komt_ziet_wie_het_aanbood(client, tarik, fatima, farid):
    aangeboden(tarik, fatima)
    farid.aanmelden(client)

    response = client.post(url(tarik), {"beroepsvereisten": ""})

    assertContains(response, "Iemand anders was je net voor.", status_code=409)
    assertContains(response, "door Fatima Voorbeeld", status_code=409)


def test_te_vroeg_zegt_de_pagina_wat_eerst_komt(binnen, tarik):
    m.Traject.objects.update(status=Status.ACTIEF)

    pagina = binnen.get(url(tarik))

    assertContains(pagina, "Van daaruit kan het niet naar")
    assertNotContains(pagina, "Bied aan bij de examencommissie")


def test_praktijkverklaring_heeft_een_andere_bladzijde(binnen, traject):
    assertRedirects(binnen.get(url(traject)), url(traject, "ondertekening"))
    m.Traject.objects.update(route="diploma")
    assertRedirects(binnen.get(url(traject, "ondertekening")), url(traject))


@pytest.mark.parametrize(
    ("wie", "status"), [("karin", 404), ("boris", 403), ("anne", 403), ("johan", 403)]
)
@pytest.mark.parametrize("naam", ["voordragen", "voordracht_terughalen", "voordracht_uitreiken"])
def test_een_ander_draagt_niet_voor(client, tarik, wie, status, naam, request):
    request.getfixturevalue(wie).aanmelden(client)

    assert client.get(url(tarik, naam)).status_code == status
    assert client.post(url(tarik, naam), MET_REDEN).status_code == status
    assert not Voordracht.objects.exists()


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_twee_collegas_tegelijk_is_een_voordracht(tarik, fatima, farid):
    klanten = [wie.aanmelden(Client()) for wie in (fatima, farid)]

    for ronde in range(1, 11):
        codes = tegelijk(
            lambda klant: klant.post(url(tarik), {"beroepsvereisten": ""}).status_code, klanten
        )

        assert sorted(codes) == [302, 409]
        assert Voordracht.objects.count() == ronde
        actions.voordracht_terughalen(traject=tarik, door=fatima.lid, reden="Nog eens.")
