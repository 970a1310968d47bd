"""The actions from the last day to the schooloordeel."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories as f
from trajecten import actions, rules
from trajecten import models as m
from trajecten.models import Status
from trajecten.rules import Bezwaar, Ingehaald

pytestmark = pytest.mark.django_db

VANDAAG = timezone.localdate()


def in_status(traject, status):
    traject.status = status
    traject.save()
    return traject


def oordelen(traject, door, na=0, **velden):
    velden = {"positief": True, "optie": 3, "motivering": "Samira werkt zelfstandig."} | velden
    return actions.schooloordeel_geven(traject=traject, door=door, na=na, **velden)


def test_school_opent_de_eindbeoordeling_en_de_praktijkopleider_krijgt_bericht(
    planregel, fatima, johan
):
    actions.eindbeoordeling_openen(traject=planregel.traject, door=fatima.lid)

    bericht = m.Bericht.objects.get()
    assert m.Traject.objects.get().status == Status.EINDBEOORDELING
    assert bericht.aan == johan.lid.gebruiker.email
    assert bericht.onderwerp == "Geef je eindoordeel over Samira"
    assert "Voorbeeld" not in bericht.tekst


def test_praktijkopleider_zonder_adres_krijgt_geen_bericht(planregel, fatima, johan):
    m.Gebruiker.objects.filter(pk=johan.lid.gebruiker_id).update(email=None)

    actions.eindbeoordeling_openen(traject=planregel.traject, door=fatima.lid)

    assert m.Bericht.objects.count() == 0


def test_eindbeoordeling_zonder_plan_kan_niet(plaatsing, fatima):
    with pytest.raises(Bezwaar, match="geen werkprocessen in het plan"):
        actions.eindbeoordeling_openen(traject=plaatsing.traject, door=fatima.lid)


def test_andere_school_opent_geen_eindbeoordeling(planregel, karin):
    with pytest.raises(Bezwaar, match="Alleen een mbo-coördinator"):
        actions.eindbeoordeling_openen(traject=planregel.traject, door=karin.lid)


@pytest.mark.parametrize("route", ["certificaat", "diploma"])
def test_elke_route_met_bpv_gaat_langs_de_praktijkopleider_en_de_school(
    planregel, fatima, johan, route
):
    m.Traject.objects.update(route=route)
    actions.eindbeoordeling_openen(traject=m.Traject.objects.get(), door=fatima.lid)
    actions.eindoordelen_geven(
        door=johan.lid, oordelen=[{"planregel": planregel, "oordeel": "ja", "na": 0}]
    )
    actions.eindoordelen_versturen(traject=m.Traject.objects.get(), door=johan.lid)

    oordelen(m.Traject.objects.get(), fatima.lid, optie=1)

    assert m.Traject.objects.get().status == Status.SCHOOLOORDEEL
    assert rules.geldig_schooloordeel(m.Traject.objects.get()).optie == 1


def test_na_stoppen_is_er_voor_een_diploma_geen_eindbeoordeling(planregel, fatima):
    m.Traject.objects.update(route="diploma", status=Status.GESTOPT)

    with pytest.raises(Bezwaar, match="alleen bij de route praktijkverklaring nog een mbo-ver"):
        actions.eindbeoordeling_openen(traject=m.Traject.objects.get(), door=fatima.lid)


@pytest.mark.parametrize("optie", [2, 3, None])
def test_een_deel_van_de_bpv_is_niet_genoeg_voor_een_diploma(beoordeeld, fatima, optie):
    m.Traject.objects.update(route="diploma")

    with pytest.raises(Bezwaar, match="de hele bpv positief, of nog niet positief"):
        oordelen(beoordeeld, fatima.lid, optie=optie)


def test_na_stoppen_kan_de_eindbeoordeling_op_verzoek_een_keer(planregel, fatima):
    traject = planregel.traject
    actions.stoppen(traject=traject, door=fatima.lid, reden_code="werk_gevonden")
    with pytest.raises(Bezwaar, match="eerst het verzoek"):
        actions.eindbeoordeling_openen(traject=traject, door=fatima.lid)
    actions.verzoek_vastleggen(
        traject=traject, door=fatima.lid, wijze="mondeling", gebeurd_op=VANDAAG
    )

    actions.eindbeoordeling_openen(traject=m.Traject.objects.get(), door=fatima.lid)

    assert m.Traject.objects.get().status == Status.EINDBEOORDELING


def test_alle_eindoordelen_gegeven_dan_is_de_school_aan_de_beurt(planregel, fatima, johan):
    traject = in_status(planregel.traject, Status.EINDBEOORDELING)
    tweede = f.planregel(planregel.plaatsing, "B1-K1-W2")
    f.eindoordeel(planregel, johan.lid)
    eerst = actions.eindbeoordeling_afronden(traject=traject, door=johan.lid)
    f.eindoordeel(tweede, johan.lid, "niet_aangeboden")

    actions.eindbeoordeling_afronden(traject=traject, door=johan.lid)

    assert eerst is None
    assert m.Traject.objects.get().status == Status.SCHOOLOORDEEL


def test_terugsturen_vraagt_een_reden_die_de_praktijkopleider_leest(beoordeeld, fatima):
    with pytest.raises(Bezwaar, match="Schrijf op waarom"):
        actions.terugsturen(traject=beoordeeld, door=fatima.lid, reden=" ", na=0)

    actions.terugsturen(traject=beoordeeld, door=fatima.lid, reden="W1 mist een toelichting.", na=0)

    assert beoordeeld.overgangen.last().toelichting == "W1 mist een toelichting."
    assert m.Bericht.objects.get().onderwerp == "Kijk nog eens naar je eindoordeel over Samira"


def test_na_terugsturen_is_een_nieuw_eindoordeel_nodig(beoordeeld, planregel, fatima, johan):
    actions.terugsturen(traject=beoordeeld, door=fatima.lid, reden="Kijk nog eens.", na=0)
    eerst = rules.eindbeoordeling_compleet(beoordeeld)
    f.eindoordeel(planregel, johan.lid, "nee")

    assert (eerst, rules.eindbeoordeling_compleet(beoordeeld)) == (False, True)


def test_schooloordeel_telt_niet_meer_na_terugsturen(beoordeeld, planregel, fatima, johan):
    oordelen(beoordeeld, fatima.lid)
    actions.terugsturen(traject=beoordeeld, door=fatima.lid, reden="Kijk nog eens.", na=1)
    beoordeeld.refresh_from_db()
    f.eindoordeel(planregel, johan.lid, "nee")

    actions.eindbeoordeling_afronden(traject=beoordeeld, door=johan.lid)

    assert rules.geldig_schooloordeel(m.Traject.objects.get()) is None
    assert rules.aan_zet(m.Traject.objects.get()).stap == "schooloordeel"


def test_school_geeft_een_gemotiveerd_oordeel(beoordeeld, fatima):
    oordeel = oordelen(beoordeeld, fatima.lid)

    assert (oordeel.volgnummer, oordeel.positief, oordeel.optie) == (1, True, 3)
    assert rules.geldig_schooloordeel(beoordeeld) == oordeel


def test_positief_kan_niet_zonder_een_ja(beoordeeld, planregel, fatima, johan):
    f.eindoordeel(planregel, johan.lid, "nee")

    with pytest.raises(Bezwaar, match="bij geen enkel werkproces een ja"):
        oordelen(beoordeeld, fatima.lid)


def test_positief_zegt_wat_er_positief_is(beoordeeld, fatima):
    with pytest.raises(Bezwaar, match="de hele bpv of een deel"):
        oordelen(beoordeeld, fatima.lid, optie=None)


def test_niet_positief_heeft_geen_optie(beoordeeld, fatima):
    with pytest.raises(Bezwaar, match="Kies geen optie"):
        oordelen(beoordeeld, fatima.lid, positief=False)


def test_schooloordeel_wacht_op_de_praktijkopleider(planregel, fatima):
    traject = in_status(planregel.traject, Status.EINDBEOORDELING)

    with pytest.raises(Bezwaar, match="nog niet over elk werkproces"):
        oordelen(traject, fatima.lid)


def test_schooloordeel_van_morgen_kan_niet(beoordeeld, fatima):
    with pytest.raises(Bezwaar, match="nog niet geweest"):
        oordelen(beoordeeld, fatima.lid, gebeurd_op=VANDAAG + timedelta(days=1))


def test_wie_later_komt_krijgt_het_oordeel_van_de_eerste(beoordeeld, fatima, farid):
    eerste = oordelen(beoordeeld, fatima.lid)

    with pytest.raises(Ingehaald) as ingehaald:
        oordelen(beoordeeld, farid.lid, positief=False, optie=None)

    assert ingehaald.value.eerder == eerste
    assert beoordeeld.schooloordelen.count() == 1


def test_uitstroom_een_keer_na_uitreiken(traject, fatima):
    in_status(traject, Status.UITGEREIKT)
    eerste = actions.uitstroom_vastleggen(
        traject=traject, door=fatima.lid, bestemming="werk_zelfde_bedrijf"
    )

    with pytest.raises(Ingehaald) as ingehaald:
        actions.uitstroom_vastleggen(traject=traject, door=fatima.lid, bestemming="onbekend")

    assert ingehaald.value.eerder == eerste


def test_uitstroom_tijdens_het_leren_kan_niet(traject, fatima):
    with pytest.raises(Bezwaar, match="uitgereikt of gestopt"):
        actions.uitstroom_vastleggen(traject=traject, door=fatima.lid, bestemming="onbekend")
