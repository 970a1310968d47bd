"""Inviting people at a traject: kandidaat or praktijkopleider, by mail or by card."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from tests import factories as f
from trajecten import actions
from trajecten.models import Bericht, Gebruiker, Lidmaatschap, Logregel, Rol, Uitnodiging
from trajecten.rules import Bezwaar


def pagina(traject):
    return reverse("trajecten:uitnodigen", args=[traject.pk])


def test_praktijkopleider_krijgt_een_link(client, fatima, johan, plaatsing):
    fatima.aanmelden(client)

    response = client.post(pagina(plaatsing.traject), {"wie": johan.lid.pk})

    assertRedirects(response, pagina(plaatsing.traject))
    assert Uitnodiging.objects.get().waarvoor == "Samira te begeleiden op het werk"
    assert Bericht.objects.get().aan == johan.lid.gebruiker.email


def test_kandidaat_krijgt_een_account_bij_de_eerste_uitnodiging(client, fatima, traject):
    fatima.aanmelden(client)

    client.post(pagina(traject), {"wie": "kandidaat", "email": "Samira@Voorbeeld.example"})

    lid = Lidmaatschap.objects.get(rol=Rol.KANDIDAAT)
    assert (lid.kandidaat, lid.gebruiker.email) == (traject.kandidaat, "samira@voorbeeld.example")


def test_zonder_adres_zegt_de_pagina_wat_te_doen(client, fatima, traject):
    fatima.aanmelden(client)

    response = client.post(pagina(traject), {"wie": "kandidaat"})

    assertContains(response, "heeft geen e-mailadres", status_code=422)
    assert not Lidmaatschap.objects.filter(rol=Rol.KANDIDAAT).exists()


def test_een_fout_adres_blijft_staan(client, fatima, traject):
    fatima.aanmelden(client)

    response = client.post(pagina(traject), {"wie": "kandidaat", "email": "samira@"})

    assertContains(response, "Dit e-mailadres klopt niet", status_code=422)
    assertContains(response, 'value="samira@"', status_code=422)


def test_een_praktijkopleider_van_elders_staat_niet_in_de_keuze(client, fatima, traject, els):
    fatima.aanmelden(client)

    response = client.post(pagina(traject), {"wie": els.lid.pk})

    assert response.status_code == 422
    assert not Uitnodiging.objects.exists()


def test_het_adres_van_een_ander_account_wordt_niet_overgenomen(fatima, traject, johan):
    with pytest.raises(Bezwaar, match="ander account"):
        lid = f.lid(Rol.KANDIDAAT, kandidaat=traject.kandidaat)
        actions.uitnodigen_bij_traject(
            traject=traject, lid=lid, email=johan.lid.gebruiker.email, door=fatima.lid
        )


def test_een_mens_met_een_account_krijgt_er_een_rol_bij(fatima, johan, school):
    lid = actions.lid_aanmaken(
        rol=Rol.COORDINATOR,
        naam="J. Voorbeeld",
        email=johan.lid.gebruiker.email.upper(),
        door=fatima.lid,
        organisatie=school,
    )

    assert lid.gebruiker == johan.lid.gebruiker
    assert lid.gebruiker.naam == "Johan Voorbeeld"


def test_dezelfde_rol_komt_er_niet_twee_keer(fatima, johan, bedrijf):
    lid = actions.lid_aanmaken(
        rol=Rol.PRAKTIJKOPLEIDER,
        naam="Johan Voorbeeld",
        email=johan.lid.gebruiker.email,
        door=fatima.lid,
        leerbedrijf=bedrijf,
    )

    assert lid == johan.lid
    assert Gebruiker.objects.filter(naam="Johan Voorbeeld").count() == 1


def test_de_kaart_toont_de_code_een_keer(client, fatima, traject):
    fatima.aanmelden(client)
    kaart = reverse("trajecten:kaart", args=[traject.pk])

    response = client.post(kaart)

    uitnodiging = Uitnodiging.objects.get()
    code = response.context["code"]
    assertContains(response, code)
    assert actions.geheim_hash(code.replace("-", "")) == uitnodiging.geheim_sha256
    assert code not in client.get(kaart).content.decode()


def test_een_tweede_kaart_maakt_de_eerste_ongeldig(fatima, traject):
    eerste, _ = actions.kandidaatkaart_maken(traject=traject, door=fatima.lid)

    actions.kandidaatkaart_maken(traject=traject, door=fatima.lid)

    eerste.refresh_from_db()
    assert eerste.ingetrokken_op is not None


def test_geheimen_staan_niet_in_het_logboek(fatima, traject):
    _, code = actions.kandidaatkaart_maken(traject=traject, door=fatima.lid)

    assert code.replace("-", "") not in str(list(Logregel.objects.values()))


@pytest.mark.parametrize("rol", [Rol.KLANTMANAGER, Rol.JOBCOACH, Rol.EXAMENCOMMISSIE])
def test_wie_niet_mag_uitnodigen_nodigt_niemand_uit(rol, johan, school):
    iemand = f.lid(rol, organisatie=school)

    with pytest.raises(Bezwaar, match="kan geen praktijkopleider uitnodigen"):
        actions.uitnodigen(lid=johan.lid, door=iemand, waarvoor="te begeleiden")
