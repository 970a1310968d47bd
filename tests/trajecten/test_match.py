import pytest

from tests import factories as f
from tests.trajecten import stappen
from trajecten import actions, models, rules
from trajecten.rules import Bezwaar, Ingehaald

NIEUW = {"naam": "Piet Nieuw", "email": "piet@bedrijf.example", "telefoon": "0687654321"}


def matchen(traject, lid, leerbedrijf, begeleiders, **velden):
    velden = {"kwalificatie": stappen.kwalificatie()} | velden
    return actions.matchen(
        traject=traject, door=lid, leerbedrijf=leerbedrijf, begeleiders=begeleiders, **velden
    )


def vers(traject):
    return models.Traject.objects.get(pk=traject.pk)


def test_match_met_erkenning_gaat_naar_het_plan(fatima, johan):
    traject = stappen.in_match(fatima.lid)

    plaatsing = matchen(traject, fatima.lid, johan.lid.leerbedrijf, [johan.lid])

    assert vers(traject).status == "plan"
    assert vers(traject).kwalificatie.crebo == "25743"
    assert plaatsing.heeft_praktijkopleider(johan.lid)


def test_zonder_erkenning_wacht_het_traject_in_match(fatima):
    bedrijf = f.leerbedrijf("Nieuw Bedrijf", erkend_voor=())
    traject = stappen.in_match(fatima.lid)

    matchen(traject, fatima.lid, bedrijf, [NIEUW])

    assert vers(traject).status == "match"
    with pytest.raises(Bezwaar, match="nagekeken"):
        actions.plan_openen(traject=vers(traject), door=fatima.lid)


def test_na_een_controle_gaat_het_traject_alsnog_naar_het_plan(fatima):
    bedrijf = f.leerbedrijf("Nieuw Bedrijf", erkend_voor=())
    traject = stappen.in_match(fatima.lid)
    matchen(traject, fatima.lid, bedrijf, [NIEUW])
    f.erkenning(bedrijf, "25743", door=fatima.lid)

    actions.plan_openen(traject=vers(traject), door=fatima.lid)

    assert vers(traject).status == "plan"


def test_nieuwe_praktijkopleider_krijgt_een_account_bij_dit_leerbedrijf(fatima, bedrijf):
    traject = stappen.in_match(fatima.lid)

    plaatsing = matchen(traject, fatima.lid, bedrijf, [NIEUW])

    lid = plaatsing.begeleidingen.get().lid
    assert (lid.naam, lid.rol, lid.leerbedrijf) == ("Piet Nieuw", "praktijkopleider", bedrijf)
    assert (lid.gebruiker.email, lid.gebruiker.telefoon) == ("piet@bedrijf.example", "0687654321")


def test_praktijkopleider_mag_zonder_e_mail(fatima, bedrijf):
    traject = stappen.in_match(fatima.lid)

    plaatsing = matchen(traject, fatima.lid, bedrijf, [{"naam": "Piet Nieuw"}])

    assert plaatsing.begeleidingen.get().lid.gebruiker.email is None


def test_andermans_adres_geeft_geen_nieuwe_rol(fatima, bedrijf, mo):
    traject = stappen.in_match(fatima.lid)

    with pytest.raises(Bezwaar, match="andere naam"):
        matchen(traject, fatima.lid, bedrijf, [NIEUW | {"email": mo.lid.gebruiker.email}])

    assert mo.lid.gebruiker.lidmaatschappen.count() == 1
    assert not models.Plaatsing.objects.exists()


def test_praktijkopleider_van_een_ander_leerbedrijf_kan_niet(fatima, bedrijf, els):
    traject = stappen.in_match(fatima.lid)

    with pytest.raises(Bezwaar, match="geen praktijkopleider"):
        matchen(traject, fatima.lid, bedrijf, [els.lid])


def test_tweede_klik_geeft_dezelfde_plaatsing(fatima, bedrijf):
    traject = stappen.in_match(fatima.lid)
    eerste = matchen(traject, fatima.lid, bedrijf, [NIEUW], versie=traject.versie)

    tweede = matchen(traject, fatima.lid, bedrijf, [NIEUW], versie=traject.versie)

    assert eerste == tweede
    assert models.Lidmaatschap.objects.filter(gebruiker__naam="Piet Nieuw").count() == 1


def test_wie_een_oud_formulier_stuurt_hoort_wie_eerder_was(fatima, bedrijf, johan):
    traject = stappen.in_match(fatima.lid)
    oud = traject.versie
    matchen(traject, fatima.lid, bedrijf, [johan.lid])
    ander = f.leerbedrijf("Ander Bedrijf")

    with pytest.raises(Ingehaald) as ingehaald:
        matchen(traject, fatima.lid, ander, [NIEUW], versie=oud)

    assert ingehaald.value.eerder.actor == "Fatima Voorbeeld"


def test_ander_leerbedrijf_kiezen_laat_de_eerste_plaatsing_vervallen(fatima, johan, els):
    traject = stappen.gematcht(fatima.lid, johan.lid)

    nieuw = matchen(traject, fatima.lid, els.lid.leerbedrijf, [els.lid])

    assert rules.lopende_plaatsing(traject) == nieuw
    assert traject.plaatsingen.filter(vervallen_op=None).count() == 1
    assert vers(traject).status == "plan"


def test_coordinator_van_een_andere_school_matcht_niet(fatima, johan, karin):
    traject = stappen.in_match(fatima.lid)

    with pytest.raises(Bezwaar, match="Alleen een mbo-coördinator"):
        matchen(traject, karin.lid, johan.lid.leerbedrijf, [johan.lid])


def test_matchen_kan_niet_als_het_traject_al_loopt(traject, fatima, johan):
    with pytest.raises(Bezwaar, match="Daar kan dit niet"):
        matchen(traject, fatima.lid, johan.lid.leerbedrijf, [johan.lid])


def test_verouderde_kwalificatie_kan_niet(fatima, johan):
    oud = f.kwalificatie("25000", "Oud beroep", einde_instroom="2020-07-31")
    traject = stappen.in_match(fatima.lid)

    with pytest.raises(Bezwaar, match="nieuwe mensen"):
        matchen(
            traject, fatima.lid, johan.lid.leerbedrijf, [johan.lid],
            kwalificatie=models.Kwalificatie.objects.get(pk=oud.pk),
        )  # fmt: skip


def test_match_schrijft_een_logregel_over_de_kandidaat(fatima, johan):
    traject = stappen.gematcht(fatima.lid, johan.lid)

    regels = models.Logregel.objects.filter(kandidaat=traject.kandidaat)
    assert list(regels.values_list("actie", "actor")) == [
        ("status:plan", "Fatima Voorbeeld"),
        ("matchen", "Fatima Voorbeeld"),
    ]
