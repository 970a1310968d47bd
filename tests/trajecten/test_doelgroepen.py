"""Doelgroepen: off by default, of the referring organisation alone."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from tests import factories as f
from tests import maken_nazorg as maken
from tests.spelers import Speler
from trajecten import actions
from trajecten.models import Doelgroep, Rol
from trajecten.rules import Bezwaar, Ingehaald

GROND = "DPIA van 3 november 2026: taak van de gemeente, Participatiewet artikel 7."


@pytest.fixture
def beleid(mo):
    return f.lid(Rol.BELEID, "Bas Voorbeeld", organisatie=mo.lid.organisatie)


@pytest.fixture
def verwezen(traject, mo):
    maken.verwezen(traject, mo.lid)
    return traject


@pytest.fixture
def aan(verwezen, beleid):
    """The gemeente switched it on."""
    actions.doelgroepgebruik_besluiten(door=beleid, aan=True, grondslag=GROND, na=0)
    return verwezen


def vastleggen(traject, lid, soorten=("ww", "statushouder"), hoofd="ww", na=0):
    return actions.doelgroepen_vastleggen(
        traject=traject, door=lid, soorten=soorten, hoofd=hoofd, na=na
    )


def ziet(lid):
    return sorted(Doelgroep.objects.zichtbaar_voor(lid).nu().values_list("soort", flat=True))


def test_het_staat_uit_tot_iemand_het_aanzet(verwezen, mo):
    with pytest.raises(Bezwaar, match="legt geen doelgroepen vast"):
        vastleggen(verwezen, mo.lid)


def test_aanzetten_vraagt_de_grond(beleid):
    with pytest.raises(Bezwaar, match="grond"):
        actions.doelgroepgebruik_besluiten(door=beleid, aan=True, grondslag=" ", na=0)


@pytest.mark.parametrize("wie", ["mo", "fatima", "johan", "anne"])
def test_een_ander_zet_het_niet_aan(request, wie):
    speler = request.getfixturevalue(wie)

    with pytest.raises(Bezwaar, match="Alleen beleid of beheer"):
        actions.doelgroepgebruik_besluiten(door=speler.lid, aan=True, grondslag=GROND, na=0)


def test_een_school_zet_het_niet_aan(school):
    lid = f.lid(Rol.BEHEER, organisatie=school)

    with pytest.raises(Bezwaar, match="Alleen beleid of beheer"):
        actions.doelgroepgebruik_besluiten(door=lid, aan=True, grondslag=GROND, na=0)


def test_verwijzer_legt_vast_en_ziet_het(aan, mo):
    vastleggen(aan, mo.lid)

    assert ziet(mo.lid) == ["statushouder", "ww"]
    assert aan.doelgroepen.hoofd().get().soort == "ww"
    assert aan.doelgroepen.hoofd().get().met_uitkering


def test_niemand_anders_ziet_het(aan, mo, peter, fatima, johan, anne, noor, karin, beleid):
    vastleggen(aan, mo.lid)
    maken.jobcoaching(aan, noor.lid)
    zij = f.lid(Rol.KANDIDAAT, kandidaat=aan.kandidaat)

    anderen = [wie.lid for wie in (peter, fatima, johan, anne, noor, karin)]
    assert [ziet(lid) for lid in (*anderen, beleid, zij)] == [[]] * 8


def test_een_werkbedrijf_dat_verwees_ziet_het_ook_als_jobcoach(traject, noor):
    schakel = noor.lid.organisatie
    klantmanager = f.lid(Rol.KLANTMANAGER, organisatie=schakel)
    beheer = f.lid(Rol.BEHEER, organisatie=schakel)
    maken.verwezen(traject, klantmanager)
    maken.jobcoaching(traject, noor.lid)
    actions.doelgroepgebruik_besluiten(door=beheer, aan=True, grondslag=GROND, na=0)

    vastleggen(traject, klantmanager)

    assert ziet(noor.lid) == ["statushouder", "ww"]


def test_uitzetten_verbergt_alles(aan, mo, beleid):
    vastleggen(aan, mo.lid)

    actions.doelgroepgebruik_besluiten(door=beleid, aan=False, na=1)

    assert ziet(mo.lid) == []


def test_opnieuw_vastleggen_bewaart_het_oude(aan, mo):
    vastleggen(aan, mo.lid)
    vastleggen(aan, mo.lid, ("banenafspraak",), "banenafspraak", na=1)

    assert ziet(mo.lid) == ["banenafspraak"]
    assert aan.doelgroepen.count() == 3


def test_twee_keer_drukken_is_een_keer_vastleggen(aan, mo):
    assert vastleggen(aan, mo.lid) == vastleggen(aan, mo.lid)


def test_wie_later_is_ziet_wat_er_al_staat(aan, mo):
    collega = f.lid(Rol.KLANTMANAGER, "Mia Voorbeeld", organisatie=mo.lid.organisatie)
    vastleggen(aan, mo.lid)

    with pytest.raises(Ingehaald) as ingehaald:
        vastleggen(aan, collega, ("wsw",), "wsw")
    assert ingehaald.value.eerder.door == mo.lid


@pytest.mark.parametrize(
    ("soorten", "hoofd", "zin"),
    [
        ((), "", "ten minste één"),
        (("ww",), "wsw", "de belangrijkste"),
        (("verslaving",), "verslaving", "staat niet in de lijst: verslaving"),
    ],
)
def test_een_verkeerde_keuze(aan, mo, soorten, hoofd, zin):
    with pytest.raises(Bezwaar, match=zin):
        vastleggen(aan, mo.lid, soorten, hoofd)


def test_een_andere_gemeente_legt_niets_vast(aan, peter):
    with pytest.raises(Bezwaar, match="Alleen de organisatie die aanmeldde"):
        vastleggen(aan, peter.lid)


def test_wissen_laat_niets_staan(aan, mo):
    vastleggen(aan, mo.lid)

    assert actions.doelgroepen_wissen(traject=aan, door=mo.lid) == 2
    assert aan.doelgroepen.count() == 0


def adres(naam, *args):
    return reverse(f"trajecten:{naam}", args=args)


def test_beleid_zet_het_aan_en_uit_op_de_pagina(client, beleid):
    Speler(beleid).aanmelden(client)
    pagina = adres("doelgroepgebruik")
    assertContains(client.get(pagina), "Dit staat uit.")

    zonder_grond = client.post(pagina, {"aan": "ja", "na": 0})
    client.post(pagina, {"aan": "ja", "grondslag": GROND, "na": 0})

    assertContains(zonder_grond, "Schrijf op welke grond de DPIA noemt", status_code=422)
    assertContains(client.get(pagina), "Dit staat aan voor Gemeente Deventer.")
    laat = client.post(pagina, {"aan": "nee", "na": 0})
    assertContains(laat, "Iemand anders heeft dit net veranderd.", status_code=409)


def test_klantmanager_kiest_op_de_pagina(client, aan, mo):
    mo.aanmelden(client)
    pagina = adres("doelgroepen", aan.pk)
    assertContains(client.get(aan.aanmelding.get_absolute_url()), pagina)

    fout = client.post(pagina, {"soorten": ["ww"], "hoofd": "wsw", "na": 0})
    client.post(pagina, {"soorten": ["ww", "pro_vso"], "hoofd": "ww", "na": 0})

    assertContains(fout, "Zet bij de belangrijkste ook een vinkje", status_code=422)
    assert ziet(mo.lid) == ["pro_vso", "ww"]
    laat = client.post(pagina, {"soorten": ["wsw"], "hoofd": "wsw", "na": 0})
    assertContains(laat, "schreef op: WW, Verliet pro of vso", status_code=409)
    client.post(adres("doelgroepen_wissen", aan.pk))
    assert ziet(mo.lid) == []


def test_zonder_besluit_is_er_geen_koppeling(client, verwezen, mo):
    mo.aanmelden(client)

    pagina = adres("doelgroepen", verwezen.pk)
    assertNotContains(client.get(verwezen.aanmelding.get_absolute_url()), pagina)
    assertContains(client.get(pagina), "legt geen doelgroepen vast")


def test_op_geen_enkele_pagina_van_een_ander(client, aan, mo, fatima, johan, anne, noor):
    """School, leerbedrijf, examencommissie, jobcoach and kandidaat: the words are nowhere."""
    vastleggen(aan, mo.lid)
    maken.jobcoaching(aan, noor.lid)
    zij = Speler(f.lid(Rol.KANDIDAAT, kandidaat=aan.kandidaat))
    paginas = ["/mijn/", aan.get_absolute_url(), adres("nazorg"), "/werklijst/", "/mijn/wie-keek/"]
    for speler in (fatima, johan, anne, noor, zij):
        speler.aanmelden(client)
        for pad in paginas:
            response = client.get(pad, follow=True)
            assert "Statushouder" not in response.content.decode()
            assert adres("doelgroepen", aan.pk) not in response.content.decode()
