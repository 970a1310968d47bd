from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests import factories as f
from tests.trajecten import stappen
from trajecten import actions, models, rules
from trajecten.rules import Bezwaar, Ingehaald

VANDAAG = timezone.localdate()


def plannen(traject, lid, **velden):
    velden = {
        "kwalificatie": traject.kwalificatie,
        "begin": VANDAAG,
        "eind": VANDAAG + timedelta(days=120),
        "uren_per_week": 24,
        "uren_totaal": 400,
    } | velden
    return actions.plannen(traject=traject, door=lid, **velden)


def kiezen(traject, lid, keuzes, **velden):
    return actions.werkprocessen_kiezen(traject=traject, door=lid, keuzes=keuzes, **velden)


@pytest.fixture
def traject(fatima, johan):
    return stappen.gematcht(fatima.lid, johan.lid)


@pytest.fixture
def met_periode(traject, fatima, johan):
    stappen.uitvoerbaar(johan.lid.leerbedrijf)
    plannen(traject, fatima.lid)
    return traject


def test_periode_en_uren_staan_op_de_plaatsing(traject, fatima):
    plaatsing = plannen(traject, fatima.lid, begin=date(2027, 2, 1), eind=date(2027, 7, 30))

    assert (plaatsing.begin, plaatsing.eind) == (date(2027, 2, 1), date(2027, 7, 30))
    assert (plaatsing.uren_per_week, plaatsing.uren_totaal) == (24, 400)


def test_einddatum_voor_de_startdatum_kan_niet(traject, fatima):
    with pytest.raises(Bezwaar, match="De einddatum is vóór de startdatum"):
        plannen(traject, fatima.lid, eind=VANDAAG - timedelta(days=1))


def test_school_zonder_diploma_erkenning_plant_niet(traject, fatima):
    models.MagUitgeven.objects.all().delete()

    with pytest.raises(Bezwaar, match="mag op .* niets uitgeven voor crebo 25743"):
        plannen(traject, fatima.lid)


def test_verlopen_diploma_erkenning_telt_niet(traject, fatima):
    models.MagUitgeven.objects.update(tot=VANDAAG - timedelta(days=1))

    with pytest.raises(Bezwaar, match="niets uitgeven"):
        plannen(traject, fatima.lid)


def test_bekostigde_school_heeft_voor_bbl_geen_aparte_erkenning_nodig(traject, fatima):
    models.MagUitgeven.objects.all().delete()
    models.Organisatie.objects.filter(pk=traject.instelling_id).update(bekostigd=True)
    models.Traject.objects.filter(pk=traject.pk).update(leerweg="bbl", route="diploma")

    plaatsing = plannen(models.Traject.objects.get(pk=traject.pk), fatima.lid)

    assert plaatsing.begin == VANDAAG


def test_kwalificatie_die_op_de_start_niet_meer_te_kiezen_is(traject, fatima):
    models.Kwalificatie.objects.update(einde_instroom="2027-01-31")
    kwalificatie = models.Kwalificatie.objects.get(crebo="25743")

    with pytest.raises(Bezwaar, match="nam tot 31-01-2027 nieuwe mensen aan"):
        plannen(
            traject, fatima.lid, kwalificatie=kwalificatie, begin=date(2027, 2, 1),
            eind=date(2027, 7, 1),
        )  # fmt: skip


def test_zonder_erkenning_voor_de_nieuwe_kwalificatie_stopt_het_plan(traject, fatima):
    kok = f.kwalificatie("25180", "Kok", niveau=2, dossier=f.dossier("23110", "Keuken"))
    f.mag_uitgeven(fatima.lid.organisatie, "25180")

    with pytest.raises(Bezwaar, match="erkenning voor 25180"):
        plannen(traject, fatima.lid, kwalificatie=kok)


def test_planregels_nemen_codes_en_titels_letterlijk_over(met_periode, fatima):
    regels = kiezen(met_periode, fatima.lid, stappen.keuzes(met_periode.kwalificatie))

    assert [(r.volgorde, r.crebo, r.kerntaak_code, r.code, r.titel, r.extra) for r in regels] == [
        (1, "25743", "B1-K1", "B1-K1-W1", "Bereidt assisterende werkzaamheden voor", False),
        (2, "25743", "P1-K1", "P1-K1-W1", "Ontvangt goederen en/of producten", False),
    ]


def test_zonder_werkproces_geen_plan(met_periode, fatima):
    with pytest.raises(Bezwaar, match="Kies ten minste één werkproces"):
        kiezen(met_periode, fatima.lid, [])


def test_werkproces_dat_hier_niet_kan_blokkeert(met_periode, fatima):
    models.Uitvoerbaar.objects.filter(code="P1-K1-W1").update(uitvoerbaar=False)

    with pytest.raises(Bezwaar, match="kan hier niet geleerd worden: P1-K1-W1"):
        kiezen(met_periode, fatima.lid, stappen.keuzes(met_periode.kwalificatie))


def test_onbekend_of_het_hier_kan_is_een_waarschuwing_op_naam(met_periode, fatima):
    models.Uitvoerbaar.objects.filter(code="P1-K1-W1").delete()
    keuzes = stappen.keuzes(met_periode.kwalificatie)

    with pytest.raises(Bezwaar, match="bevestig ze met je naam"):
        kiezen(met_periode, fatima.lid, keuzes)
    kiezen(met_periode, fatima.lid, keuzes, bevestigd=["uitvoerbaar:25743"])

    bevestiging = models.Planbevestiging.objects.get()
    assert "P1-K1-W1" in bevestiging.tekst
    assert bevestiging.door == fatima.lid


def test_titels_uit_startgegevens_worden_op_naam_bevestigd(met_periode, fatima):
    models.Kwalificatie.objects.update(bevestigd_op=None, bevestigd_door="")
    traject = models.Traject.objects.get(pk=met_periode.pk)

    kiezen(
        traject, fatima.lid, stappen.keuzes(traject.kwalificatie), bevestigd=["startgegevens:25743"]
    )

    assert "niet door SBB geleverd" in models.Planbevestiging.objects.get().tekst


def test_extra_werkproces_van_een_andere_kwalificatie(met_periode, fatima):
    ander = f.kwalificatie(
        "25741", "Assistent dienstverlening", profiel="P2", geldig_vanaf=date(2020, 8, 1),
        bevestigd_door="A. Beheer", bevestigd_op=timezone.now(),
    )  # fmt: skip
    extra = f.werkproces("P2-K1-W1", "Maakt (werk)ruimtes gebruiksklaar", ander)
    keuzes = [*stappen.keuzes(met_periode.kwalificatie), (ander, extra)]

    regels = kiezen(met_periode, fatima.lid, keuzes, bevestigd=["uitvoerbaar:25741"])

    assert [(r.crebo, r.code, r.extra) for r in regels if r.extra] == [("25741", "P2-K1-W1", True)]


def test_extra_vraagt_ook_een_erkenning_voor_dat_crebo(met_periode, fatima):
    kok = f.kwalificatie("25180", "Kok", niveau=2, dossier=f.dossier("23110", "Keuken"))
    snijden = f.werkproces("B1-K1-W1", "Maakt mise en place", kok)
    keuzes = [*stappen.keuzes(met_periode.kwalificatie), (kok, snijden)]

    with pytest.raises(Bezwaar, match="erkenning voor 25180"):
        kiezen(met_periode, fatima.lid, keuzes)


def test_werkproces_van_een_andere_kwalificatie_telt_niet_als_eigen(met_periode, fatima):
    kok = f.kwalificatie("25180", "Kok", niveau=2, dossier=f.dossier("23110", "Keuken"))
    vreemd = f.werkproces("B1-K1-W1", "Maakt mise en place", kok)

    with pytest.raises(Bezwaar, match="hoort niet bij"):
        kiezen(met_periode, fatima.lid, [(met_periode.kwalificatie, vreemd)])


def test_eerder_bewezen_werkproces_mag_met_een_waarschuwing(met_periode, fatima):
    eerder = f.traject(kandidaat=met_periode.kandidaat, instelling=met_periode.instelling)
    regel = f.planregel(f.plaatsing(eerder), kwalificatie=met_periode.kwalificatie)
    f.eindoordeel(regel, fatima.lid)
    keuzes = stappen.keuzes(met_periode.kwalificatie)

    with pytest.raises(Bezwaar, match="Lees de waarschuwingen"):
        kiezen(met_periode, fatima.lid, keuzes)
    kiezen(met_periode, fatima.lid, keuzes, bevestigd=["bewezen"])

    assert "B1-K1-W1" in models.Planbevestiging.objects.get(sleutel="bewezen").tekst


def test_andere_kwalificatie_kiezen_haalt_de_oude_werkprocessen_weg(met_periode, fatima, johan):
    kiezen(met_periode, fatima.lid, stappen.keuzes(met_periode.kwalificatie))
    ander = f.kwalificatie("25741", "Assistent dienstverlening", profiel="P2")
    f.mag_uitgeven(fatima.lid.organisatie, "25741")

    plannen(models.Traject.objects.get(pk=met_periode.pk), fatima.lid, kwalificatie=ander)

    assert not models.Planregel.objects.filter(traject=met_periode).geldig().exists()


def test_tweede_klik_verandert_niets(met_periode, fatima):
    keuzes = stappen.keuzes(met_periode.kwalificatie)
    eerste = kiezen(met_periode, fatima.lid, keuzes)
    versie = models.Traject.objects.get(pk=met_periode.pk).versie

    tweede = kiezen(met_periode, fatima.lid, keuzes)

    assert eerste == tweede
    assert models.Traject.objects.get(pk=met_periode.pk).versie == versie


def test_oud_formulier_verliest_niets_van_een_ander(met_periode, fatima):
    oud = models.Traject.objects.get(pk=met_periode.pk).versie
    keuzes = stappen.keuzes(met_periode.kwalificatie)
    kiezen(met_periode, fatima.lid, keuzes, versie=oud)

    with pytest.raises(Ingehaald):
        kiezen(met_periode, fatima.lid, keuzes[:1], versie=oud)

    assert rules.lopende_plaatsing(met_periode).planregels.geldig().count() == 2


def test_inschrijven_een_keer_met_nummer_en_datum(traject, fatima):
    eerste = actions.inschrijven(traject=traject, door=fatima.lid, studentnummer="S-1", op=VANDAAG)

    tweede = actions.inschrijven(traject=traject, door=fatima.lid, studentnummer="S-1", op=VANDAAG)

    assert eerste == tweede
    with pytest.raises(Ingehaald) as ingehaald:
        actions.inschrijven(traject=traject, door=fatima.lid, studentnummer="S-2", op=VANDAAG)
    assert ingehaald.value.eerder.studentnummer == "S-1"


def test_inschrijven_na_de_start_kan_niet(met_periode, fatima):
    with pytest.raises(Bezwaar, match="na de start"):
        actions.inschrijven(
            traject=met_periode, door=fatima.lid, studentnummer="S-1",
            op=VANDAAG + timedelta(days=1),
        )  # fmt: skip
