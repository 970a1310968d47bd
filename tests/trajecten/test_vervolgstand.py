"""What counts already towards a certificaat or diploma: practised, achieved, to ask, to do."""

import pytest

from tests import factories as f
from trajecten import models as m
from trajecten import rules
from trajecten.models import Route, Status
from trajecten.rules import Doel


def stand(traject, doel):
    """{name of the onderdeel: (stand, sentences)} over all groups."""
    groepen = rules.vervolgstand(traject, doel)
    return {regel.naam: (regel.stand, regel.zinnen) for groep in groepen for regel in groep.regels}


def test_wat_geoefend_is_staat_er_als_geoefend_en_nooit_als_vrijstelling(uitgereikt):
    gezien = stand(uitgereikt, Doel(Route.DIPLOMA, uitgereikt.kwalificatie))

    bij = f"Met ja beoordeeld bij Werkbedrijf De Schakel ({uitgereikt.nummer})."
    werk = "B1-K1-W1 Bereidt (assisterende) werkzaamheden voor"
    assert gezien[werk] == ("Geoefend", (bij,))
    assert gezien["B1-K1-W2 Voert uit"] == ("Nog doen", ())
    assert gezien["B1-K1 Werkt als assistent"] == ("Nog doen", ())


def test_zonder_eindoordeel_telt_zelfstandig_afgetekend_als_geoefend(planregel, johan):
    f.aftekening(planregel, johan.lid)
    traject = planregel.traject

    gezien = stand(traject, Doel(Route.DIPLOMA, traject.kwalificatie))

    bij = f"Zelfstandig afgetekend bij Werkbedrijf De Schakel ({traject.nummer})."
    assert gezien[str(planregel)] == ("Geoefend", (bij,))


def test_een_examen_van_dezelfde_versie_is_behaald(uitgereikt):
    f.resultaat(uitgereikt, "kerntaak", 7)
    f.resultaat(uitgereikt, "burgerschap", "voldaan")
    f.resultaat(uitgereikt, "loopbaan", "niet_voldaan")

    gezien = stand(uitgereikt, Doel(Route.DIPLOMA, uitgereikt.kwalificatie))

    behaald = ("Behaald", (f"7, behaald in {uitgereikt.nummer}.",))
    assert gezien["B1-K1 Werkt als assistent"] == behaald
    assert gezien["Burgerschap"] == ("Behaald", (f"Voldaan, behaald in {uitgereikt.nummer}.",))
    assert gezien["Loopbaan"] == ("Nog doen", ())


@pytest.fixture
def hoger():
    """A kwalificatie of another dossier, with the same code B1-K1-W1 for other work."""
    kwal = f.kwalificatie(
        "25774", "Logistiek medewerker", 2, dossier=f.dossier("23110", "Logistiek")
    )
    f.werkproces("B1-K1-W1", "Ontvangt goederen", kwal)
    f.werkproces("B1-K1-W2", "Voert uit", kwal)
    return kwal


def test_dezelfde_code_in_een_ander_dossier_telt_niet(uitgereikt, hoger):
    f.resultaat(uitgereikt, "kerntaak", 7)

    gezien = stand(uitgereikt, Doel(Route.DIPLOMA, hoger))

    assert {
        naam: staat for naam, (staat, _) in gezien.items() if naam.startswith("B1")
    } == dict.fromkeys(
        ["B1-K1 Werkt als assistent", "B1-K1-W1 Ontvangt goederen", "B1-K1-W2 Voert uit"],
        "Nog doen",
    )


def test_een_opvolger_telt_alleen_wat_dezelfde_code_en_titel_heeft(uitgereikt, hoger, johan):
    hoger.opvolger_van = uitgereikt.kwalificatie
    hoger.save()
    plaatsing = uitgereikt.plaatsingen.get()
    f.eindoordeel(plaatsing.planregels.get(code="B1-K1-W2"), johan.lid)

    gezien = stand(uitgereikt, Doel(Route.DIPLOMA, hoger))

    assert gezien["B1-K1-W2 Voert uit"][0] == "Geoefend"
    assert gezien["B1-K1-W1 Ontvangt goederen"] == ("Nog doen", ())


def test_rekenen_van_een_andere_opleiding_is_alleen_een_reden_om_te_vragen(uitgereikt, hoger):
    f.resultaat(uitgereikt, "rekenen", 6)

    assert stand(uitgereikt, Doel(Route.DIPLOMA, hoger))["Rekenen"] == (
        "Vrijstelling vragen",
        (f"6, behaald in {uitgereikt.nummer}.",
         "Vrijstelling kan alleen als het examen minstens hetzelfde niveau had."),
    )  # fmt: skip


@pytest.fixture
def met_certificaat(school, fatima, gedekt):
    """Tarik with the mbo-certificaat C0021."""
    return f.traject(
        Status.UITGEREIKT, instelling=school, coordinator=fatima.lid, route=Route.CERTIFICAAT,
        kwalificatie=gedekt.kwalificatie, certificaat=gedekt, kandidaat=f.kandidaat("Tarik Een"),
    )  # fmt: skip


def test_na_c0021_zit_vier_van_zeven_werkprocessen_in_de_kerntaak(met_certificaat, gedekt):
    gezien = stand(met_certificaat, Doel(Route.DIPLOMA, gedekt.kwalificatie))

    assert gezien["B1-K1 Werkt als assistent"] == (
        "Vrijstelling vragen",
        ("Mbo-certificaat C0021 gaat over B1-K1-W2, B1-K1-W4, B1-K1-W5, B1-K1-W6: 4 van de 7 "
         "werkprocessen. De examencommissie beslist.",),
    )  # fmt: skip


def test_werk_van_het_certificaat_telt_als_geoefend_in_de_opleiding(met_certificaat, gedekt, johan):
    plaatsing = f.plaatsing(met_certificaat, praktijkopleider=johan.lid)
    proces = gedekt.werkprocessen.get(code="C1-K1-W4")
    regel = m.Planregel.objects.create(
        traject=met_certificaat, plaatsing=plaatsing, certificaatwerkproces=proces, volgorde=1,
        crebo="25180", kwalificatie_naam="Kok", kerntaak_code="C1-K1", kerntaak_titel="Bereidt",
        code=proces.code, titel=proces.titel,
    )  # fmt: skip
    f.eindoordeel(regel, johan.lid)

    gezien = stand(met_certificaat, Doel(Route.DIPLOMA, gedekt.kwalificatie))

    assert gezien["B1-K1-W6 Werkproces 6 van de kok"] == (
        "Geoefend",
        (f"Met ja beoordeeld als C1-K1-W4 bij Werkbedrijf De Schakel ({met_certificaat.nummer}) "
         "(een deel van dit werk).",),
    )  # fmt: skip
    assert gezien["B1-K1-W2 Werkproces 2 van de kok"][0] == "Nog doen"


def test_naar_een_certificaat_telt_het_werk_uit_de_opleiding_als_geoefend(
    school, fatima, gedekt, johan
):
    traject = f.traject(
        Status.UITGEREIKT, instelling=school, coordinator=fatima.lid,
        kwalificatie=gedekt.kwalificatie,
    )  # fmt: skip
    plaatsing = f.plaatsing(traject, praktijkopleider=johan.lid)
    f.eindoordeel(f.planregel(plaatsing, "B1-K1-W2", "Werkproces 2 van de kok"), johan.lid)

    gezien = stand(traject, Doel(Route.CERTIFICAAT, gedekt.kwalificatie, gedekt))

    assert gezien["C1-K1-W1 Maakt mise en place"][0] == "Geoefend"
    assert gezien["C1-K1-W2 Bereidt gerechten en componenten"][0] == "Nog doen"
    assert gezien["Het examen: elk onderdeel uit het examenplan"] == ("Nog doen", ())


def test_een_andere_school_of_een_andere_kandidaat_telt_niet_mee(uitgereikt, johan):
    elders = f.traject(Status.UITGEREIKT, kandidaat=uitgereikt.kandidaat)
    plaatsing = f.plaatsing(elders, praktijkopleider=johan.lid)
    f.eindoordeel(f.planregel(plaatsing, "B1-K1-W2", "Voert uit"), johan.lid)

    gezien = stand(uitgereikt, Doel(Route.DIPLOMA, uitgereikt.kwalificatie))

    assert gezien["B1-K1-W2 Voert uit"][0] == "Nog doen"
