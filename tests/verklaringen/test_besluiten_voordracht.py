"""The decision about a voordracht, and that the kandidaat got what the school made."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from tests.draden import tegelijk
from tests.verklaringen import maken_voordracht as maken
from tests.verklaringen.test_besluiten import invoer
from tests.verklaringen.test_papier import pdf
from trajecten import models as m
from trajecten import rules as traject_rules
from trajecten.models import Besluit, Bron, Status
from verklaringen import actions
from verklaringen.models import Afdruk, Uitgifte, Vaststelling, Voordracht, Voordrachtuitreiking

VANDAAG = timezone.localdate()
NIET = {"uitkomst": "afgewezen", "reden": "Er mist een beoordeling."}
WACHT = {"uitkomst": "aangehouden", "reden": "Eerst het werkboek zien."}


def url(traject, naam="besluiten"):
    return reverse(f"verklaringen:{naam}", args=[traject.pk])


@pytest.fixture
def tarik(fatima, johan):
    """Offered for the certificaat."""
    traject = maken.certificaat(fatima.lid, johan.lid)
    actions.voordragen(traject=traject, door=fatima.lid)
    traject.refresh_from_db()
    return traject


@pytest.fixture
def toegekend(tarik, anne):
    actions.besluiten(
        traject=tarik, door=anne.lid, uitkomst="toegekend", naam="Anne Voorbeeld",
        functie="voorzitter", plaats="Zwolle",
    )  # fmt: skip
    return tarik


def uitreiking(**anders):
    velden = {"gebeurd_op": VANDAAG.isoformat(), "plaats": "Zutphen", "naam": "Fatima Voorbeeld"}
    return velden | anders


def test_examencommissie_leest_de_voordracht_en_kent_toe(client, tarik, anne):
    anne.aanmelden(client)
    pagina = client.get(url(tarik))
    assertContains(pagina, "Besluit over het mbo-certificaat van Tarik Voorbeeld")
    assertContains(pagina, "Koken in de horeca")
    assertContains(pagina, "Gemiddelde 6,58, eindcijfer 7.")
    assertContains(pagina, "commissie van beroep")
    assertNotContains(pagina, "Deze naam komt op de mbo-verklaring.")

    client.post(url(tarik), invoer())

    voordracht = Voordracht.objects.get()
    assert voordracht.is_toegekend
    assert voordracht.besluit.volgnummer == 1
    assert not Vaststelling.objects.exists()


def test_diploma_heet_overal_diploma(client, fatima, johan, anne):
    traject = maken.diploma(fatima.lid, johan.lid)
    actions.voordragen(traject=traject, door=fatima.lid)
    anne.aanmelden(client)

    assertContains(client.get(url(traject)), "Besluit over het diploma van Samira Voorbeeld")


def test_afgewezen_gaat_met_de_reden_terug_naar_de_school(client, tarik, anne, fatima):
    anne.aanmelden(client)

    client.post(url(tarik), invoer(**NIET))

    tarik.refresh_from_db()
    voordracht = Voordracht.objects.get()
    assert tarik.status == Status.SCHOOLOORDEEL
    assert voordracht.vervallen_reden == "Afgewezen: Er mist een beoordeling."
    fatima.aanmelden(client)
    assertContains(client.get(url(tarik, "voordragen")), "Er mist een beoordeling.")


def test_na_afwijzen_telt_hetzelfde_besluit_over_de_nieuwe_voordracht(client, tarik, anne, fatima):
    anne.aanmelden(client)
    for ronde in (1, 2):
        client.post(url(tarik), invoer(**NIET))
        tarik.refresh_from_db()
        assert (tarik.status, Besluit.objects.count()) == (Status.SCHOOLOORDEEL, ronde)
        actions.voordragen(traject=tarik, door=fatima.lid)

    assert Voordracht.objects.geldig().get().besluit is None


def test_aangehouden_blijft_liggen_en_kan_daarna_worden_toegekend(client, tarik, anne):
    anne.aanmelden(client)
    client.post(url(tarik), invoer(**WACHT))
    client.post(url(tarik), invoer(**WACHT))
    voordracht = Voordracht.objects.get()
    assert (voordracht.stand, Besluit.objects.count()) == ("aangehouden", 1)
    assertContains(client.get(url(tarik)), "Eerst het werkboek zien.")

    client.post(url(tarik), invoer())

    assert Voordracht.objects.get().is_toegekend
    lijst = client.get(reverse("verklaringen:examencommissie"))
    assert [rij.gevraagd for rij in lijst.context["besloten"]] == ["Mbo-certificaat"] * 2


def test_mist_er_een_examen_dan_haalt_de_school_het_aangehouden_dossier_terug(
    client, tarik, anne, fatima
):
    anne.aanmelden(client)
    client.post(url(tarik), invoer(**WACHT))
    fatima.aanmelden(client)
    assertContains(client.get(url(tarik, "voordragen")), "Mist er een resultaat?")

    client.post(url(tarik, "voordracht_terughalen"), {"reden": "Het examen komt nog."})

    tarik.refresh_from_db()
    assert tarik.status == Status.SCHOOLOORDEEL
    kader = traject_rules.kader_van(tarik)
    assert traject_rules.bezwaar_tegen_resultaten(kader, fatima.lid) == ""


def test_na_toekennen_besluit_niemand_opnieuw_en_haalt_niemand_terug(
    client, toegekend, anne, fatima
):
    anne.aanmelden(client)
    assertContains(client.post(url(toegekend), invoer(**NIET)), "al besloten", status_code=422)
    fatima.aanmelden(client)

    response = client.post(url(toegekend, "voordracht_terughalen"), {"reden": "Toch niet."})

    assertContains(response, "kende dit al toe", status_code=422)
    assert Voordracht.objects.get().is_toegekend


def test_school_legt_een_besluit_van_papier_vast(client, tarik, fatima):
    fatima.aanmelden(client)

    response = client.post(url(tarik), invoer(scan=pdf()))

    assertRedirects(response, url(tarik, "voordragen"))
    assert Besluit.objects.get().bron == Bron.PAPIER
    assert Voordracht.objects.get().is_toegekend


def test_besluiten_vraagt_een_verse_code(client, tarik, anne):
    anne.aanmelden(client, met_code=False)

    client.post(url(tarik), invoer())

    assert not Besluit.objects.exists()


def test_uitreiking_met_dag_plaats_en_wie(client, toegekend, fatima):
    fatima.aanmelden(client)
    pagina = client.get(url(toegekend, "voordracht_uitreiken"))
    assertContains(pagina, "De school meldt het zelf bij DUO.")

    response = client.post(url(toegekend, "voordracht_uitreiken"), uitreiking(), follow=True)

    assertContains(response, "in Zutphen door Fatima Voorbeeld")
    toegekend.refresh_from_db()
    rij = Voordrachtuitreiking.objects.get()
    assert (toegekend.status, rij.gebeurd_op, rij.door) == (
        Status.UITGEREIKT, VANDAAG, fatima.lid,
    )  # fmt: skip
    assert not Uitgifte.objects.exists()
    assert not Afdruk.objects.exists()


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"gebeurd_op": ""}, "Kies een dag."),
        ({"gebeurd_op": "2099-01-01"}, "De datum ligt in de toekomst."),
        ({"gebeurd_op": "2020-01-01"}, "De examencommissie besloot op"),
        ({"plaats": ""}, "Vul de plaats in."),
        ({"naam": ""}, "Vul in wie het aan de kandidaat gaf."),
    ],
)
def test_uitreiking_met_een_fout_bewaart_niets(client, toegekend, fatima, anders, zin):
    fatima.aanmelden(client)

    response = client.post(url(toegekend, "voordracht_uitreiken"), uitreiking(**anders))

    assertContains(response, zin, status_code=422)
    assert not Voordrachtuitreiking.objects.exists()


def test_voor_het_besluit_is_er_niets_uit_te_reiken(client, tarik, fatima):
    fatima.aanmelden(client)

    response = client.post(url(tarik, "voordracht_uitreiken"), uitreiking())

    assertContains(response, "heeft dit nog niet toegekend", status_code=422)


def test_tweede_die_uitreikt_leest_wie_het_vastlegde(client, toegekend, fatima, farid):
    actions.voordracht_uitreiken(
        traject=toegekend, door=fatima.lid, naam="Fatima Voorbeeld", plaats="Zutphen"
    )
    farid.aanmelden(client)

    response = client.post(url(toegekend, "voordracht_uitreiken"), uitreiking(plaats="Zwolle"))

    assertContains(response, "Vastgelegd door Fatima Voorbeeld", status_code=409)
    assert Voordrachtuitreiking.objects.get().plaats == "Zutphen"


def test_het_portaal_geeft_zelf_geen_certificaat_uit(client, toegekend, fatima):
    fatima.aanmelden(client)

    response = client.post(url(toegekend, "uitgeven"), {})

    assertContains(response, "maakt de school zelf, buiten dit portaal", status_code=422)


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_twee_leden_tegelijk_is_een_besluit(tarik, anne):
    toestellen = [anne.aanmelden(Client()) for _ in range(2)]

    for _ in range(10):
        Voordracht.objects.update(besluit=None)
        Besluit.objects.all().delete()
        codes = tegelijk(lambda een: een.post(url(tarik), invoer()).status_code, toestellen)

        assert sorted(codes) == [302, 422]
        assert Voordracht.objects.get().besluit == Besluit.objects.get()


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_besluiten_en_terughalen_tegelijk_heeft_een_winnaar(tarik, anne, fatima):
    commissie, school = anne.aanmelden(Client()), fatima.aanmelden(Client())

    def doen(klant):
        if klant is commissie:
            return klant.post(url(tarik), invoer()).status_code
        terug = url(tarik, "voordracht_terughalen")
        return klant.post(terug, {"reden": "Een fout."}).status_code

    codes = tegelijk(doen, [commissie, school])

    tarik.refresh_from_db()
    voordracht = Voordracht.objects.get()
    assert sorted(codes) == [302, 422]
    assert voordracht.is_toegekend != (tarik.status == Status.SCHOOLOORDEEL)


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_twee_keer_uitreiken_tegelijk_is_een_uitreiking(toegekend, fatima, farid):
    klanten = [wie.aanmelden(Client()) for wie in (fatima, farid)]
    uitreiken = url(toegekend, "voordracht_uitreiken")

    codes = tegelijk(lambda klant: klant.post(uitreiken, uitreiking()).status_code, klanten)

    assert sorted(codes) == [302, 409]
    assert Voordrachtuitreiking.objects.count() == 1
    assert m.Statusovergang.objects.filter(naar=Status.UITGEREIKT).count() == 1
