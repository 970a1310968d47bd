"""The werklijst: what asks for action, one sentence and one step per line."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from portal.toegang import TOEGANG
from tests import factories as f
from trajecten import actions
from trajecten import models as m
from trajecten.models import Niveau, Rol, Status
from trajecten.views.stappen import METEEN, STAPPEN

URL = reverse("start:werklijst")
VANDAAG = timezone.localdate()


@pytest.fixture
def binnen(client, fatima):
    return fatima.aanmelden(client)


def regels(klant, signaal="", **filter):
    """(signal, kandidaat, sentence, step) of each line on the page."""
    context = klant.get(URL, filter | ({"signaal": signaal} if signaal else {})).context
    return [
        (groep["signaal"].sleutel, regel.traject.kandidaat.naam, regel.zin, regel.stap)
        for groep in context["groepen"]
        for regel, _ in groep["regels"]
    ]


def in_status(traject, status, **velden):
    m.Traject.objects.filter(pk=traject.pk).update(status=status, **velden)
    return m.Traject.objects.get(pk=traject.pk)


def overeenkomst(plaatsing, fatima, *partijen):
    pok = m.Praktijkovereenkomst.objects.create(
        plaatsing=plaatsing, versie=1, opgesteld_op=VANDAAG, door=fatima.lid, inhoud={}
    )
    for partij in partijen:
        pok.ondertekeningen.create(partij=partij, naam="X", door=fatima.lid, gebeurd_op=VANDAAG)


def test_niets_te_doen(binnen, planregel, johan):
    f.aftekening(planregel, johan.lid, Niveau.MET_HULP)

    assertContains(binnen.get(URL), "Alles is bij. Je hoeft nu niets te doen.")


@pytest.mark.parametrize(
    ("status", "zin"),
    [(Status.AANGEMELD, "De intake plannen."), (Status.INTAKE, "De intake afronden.")],
)
def test_nieuwe_aanmelding_vraagt_om_een_intake(binnen, traject, status, zin):
    in_status(traject, status)

    assert regels(binnen) == [("aanmelding", "Samira Voorbeeld", zin, "intake")]


def test_zonder_leerbedrijf_staat_het_bij_voor_de_start(binnen, traject):
    in_status(traject, Status.MATCH)

    assert regels(binnen) == [
        ("voorbereiding", "Samira Voorbeeld", "Een leerbedrijf kiezen.", "match")
    ]


def test_erkenning_aangevraagd(binnen, plaatsing, fatima):
    in_status(plaatsing.traject, Status.MATCH)
    m.Erkenningcontrole.objects.create(
        leerbedrijf=plaatsing.leerbedrijf, crebo="25743", uitkomst="aangevraagd",
        gecontroleerd_op=VANDAAG + timedelta(days=1), door=fatima.lid,
    )  # fmt: skip

    zin = "Nagaan of Werkbedrijf De Schakel de erkenning heeft."
    assert regels(binnen) == [("erkenning", "Samira Voorbeeld", zin, "erkenning_controleren")]


@pytest.mark.parametrize(("dagen", "aantal"), [(7, 1), (8, 0)])
def test_niet_getekend_een_week_voor_de_start(binnen, plaatsing, fatima, dagen, aantal):
    in_status(plaatsing.traject, Status.POK_TER_ONDERTEKENING)
    m.Plaatsing.objects.update(begin=VANDAAG + timedelta(days=dagen))
    overeenkomst(plaatsing, fatima, "instelling", "kandidaat")

    gevonden = regels(binnen, "pok")

    assert len(gevonden) == aantal
    if aantal:
        assert gevonden[0][2].startswith("Nog niet getekend door het leerbedrijf. De start is op")


def test_door_iedereen_getekend_kan_starten(binnen, plaatsing, fatima):
    in_status(plaatsing.traject, Status.POK_TER_ONDERTEKENING)
    m.Plaatsing.objects.update(begin=VANDAAG + timedelta(days=30))
    overeenkomst(plaatsing, fatima, "instelling", "kandidaat", "leerbedrijf")

    assert [regel[3] for regel in regels(binnen)] == ["starten"]


@pytest.mark.parametrize(
    ("route", "dagen", "stil"),
    [
        ("praktijkverklaring", 21, False), ("praktijkverklaring", 22, True),
        ("certificaat", 28, False), ("certificaat", 29, True),
        ("diploma", 35, False), ("diploma", 36, True),
    ],
)  # fmt: skip
def test_stil_per_route(binnen, planregel, johan, route, dagen, stil):
    in_status(planregel.traject, Status.ACTIEF, route=route)
    f.planregel(planregel.plaatsing, "B1-K1-W2")
    f.aftekening(planregel, johan.lid, gebeurd_op=VANDAAG - timedelta(days=dagen))

    zin = f"Stil sinds {dagen} dagen. Bel Johan Voorbeeld."
    verwacht = [("stil", "Samira Voorbeeld", zin, "detail")] if stil else []
    assert regels(binnen) == verwacht


def test_nooit_afgetekend_telt_vanaf_de_start(binnen, planregel):
    m.Plaatsing.objects.update(begin=VANDAAG - timedelta(days=40))

    assert [regel[0] for regel in regels(binnen)] == ["stil"]


def test_kan_hier_niet_is_een_taak_voor_de_school(binnen, planregel, johan):
    f.planregel(planregel.plaatsing, "B1-K1-W2")
    f.aftekening(planregel, johan.lid, Niveau.KAN_HIER_NIET, reden="doen_wij_niet")

    zin = f"Elders oefenen: zoek een plek voor “{planregel.titel}”."
    assert regels(binnen) == [("kan_hier_niet", "Samira Voorbeeld", zin, "detail")]


def test_zonder_praktijkopleider(binnen, planregel):
    m.Begeleiding.objects.update(tot=VANDAAG - timedelta(days=1))

    assert [regel[::3] for regel in regels(binnen)] == [("geen_begeleider", "praktijkopleiders")]


def test_later_terug_dan_verwacht(binnen, traject, fatima):
    traject.overgangen.create(
        van=Status.ACTIEF, naar=Status.ONDERBROKEN, verwacht_op=VANDAAG, door=fatima.lid
    )
    in_status(traject, Status.ONDERBROKEN)

    assert [regel[0] for regel in regels(binnen)] == ["onderbroken"]


def test_na_de_laatste_dag_gaat_de_eindbeoordeling_open(binnen, planregel):
    m.Plaatsing.objects.update(eind=VANDAAG - timedelta(days=1))

    assert [regel[::3] for regel in regels(binnen)] == [("eindbeoordeling", "eindbeoordeling")]


def test_eindoordelen_laten_op_zich_wachten(binnen, planregel):
    in_status(planregel.traject, Status.EINDBEOORDELING)
    m.Plaatsing.objects.update(eind=VANDAAG - timedelta(days=1))

    zin = "Johan Voorbeeld gaf nog niet alle eindoordelen. Bel even."
    assert regels(binnen) == [("eindbeoordeling", "Samira Voorbeeld", zin, "detail")]


def test_oordeel_gegevens_en_verzoek_na_elkaar(binnen, planregel, johan, fatima):
    traject = in_status(planregel.traject, Status.SCHOOLOORDEEL)
    f.eindoordeel(planregel, johan.lid)
    stappen = [regels(binnen)[0][3]]
    f.schooloordeel(traject, fatima.lid)
    stappen.append(regels(binnen)[0][3])
    f.identiteit(traject.kandidaat, fatima.lid)
    f.documentgegevens(planregel.plaatsing, johan.lid, fatima.lid)
    stappen.append(regels(binnen)[0][3])
    m.Verzoek.objects.create(
        traject=traject, wijze="mondeling", door=fatima.lid, gebeurd_op=VANDAAG
    )
    stappen.append(regels(binnen)[0][3])

    assert stappen == ["schooloordeel", "gegevens", "verzoek", "vaststellen"]


def test_dit_klopt_niet_staat_bovenaan_met_de_reden(binnen, traject, samira, fatima):
    in_status(traject, Status.VERKLARING_TER_ONDERTEKENING)
    traject.vaststellingen.create(
        soort="mbo_verklaring", volgnummer=1, inhoud={}, inhoud_sha256="0" * 64, door=fatima.lid,
        sjabloonversie="1", vervallen_op=timezone.now(), vervallen_reden="Mijn naam is fout",
    )  # fmt: skip
    actions.overgaan(traject=m.Traject.objects.get(), naar=Status.SCHOOLOORDEEL, door=samira.lid)

    assert regels(binnen) == [
        (
            "klopt_niet",
            "Samira Voorbeeld",
            "De verklaring kwam terug: “Mijn naam is fout”.",
            "detail",
        )
    ]


def toekennen(traject, anne):
    """The decision, and with it the mbo-verklaring that it fixed."""
    traject.besluiten.create(
        volgnummer=1, uitkomst="toegekend", naam="Anne Voorbeeld", functie="voorzitter",
        plaats="Deventer", door=anne.lid, gebeurd_op=VANDAAG,
    )  # fmt: skip
    return traject.vaststellingen.create(
        soort="mbo_verklaring", volgnummer=1, inhoud={}, inhoud_sha256="0" * 64,
        sjabloonversie="1", door=anne.lid,
    )  # fmt: skip


def test_klaar_voor_uitgifte_na_het_besluit(binnen, client, traject, anne):
    in_status(traject, Status.BIJ_EXAMENCOMMISSIE)
    voor = regels(binnen)
    toekennen(traject, anne)

    assert voor == []
    assert regels(binnen) == [("uitgifte", "Samira Voorbeeld", "Klaar voor uitgifte.", "uitgeven")]


def test_aangehouden_besluit_is_niet_klaar_voor_uitgifte(binnen, traject, anne):
    in_status(traject, Status.BIJ_EXAMENCOMMISSIE)
    for nummer, uitkomst in enumerate(("toegekend", "aangehouden"), 1):
        traject.besluiten.create(
            volgnummer=nummer, uitkomst=uitkomst, naam="A", functie="v", plaats="D", reden="later",
            door=anne.lid, gebeurd_op=VANDAAG,
        )  # fmt: skip

    assert [regel[0] for regel in regels(binnen)] == ["besloten"]


def test_een_signaal_toont_alleen_dat(binnen, traject, school, fatima):
    in_status(traject, Status.INTAKE)
    f.traject(Status.PLAN, instelling=school, kandidaat=f.kandidaat("Ali Voorbeeld"))

    alles, een = regels(binnen), regels(binnen, "aanmelding")

    assert ([regel[0] for regel in alles], [regel[0] for regel in een]) == (
        ["aanmelding", "voorbereiding"], ["aanmelding"],
    )  # fmt: skip


def test_begint_met_eigen_werk_en_dat_van_niemand(binnen, traject, school, farid):
    in_status(traject, Status.INTAKE)
    f.traject(
        Status.INTAKE, instelling=school, coordinator=farid.lid, kandidaat=f.kandidaat("Van Farid")
    )
    f.traject(Status.INTAKE, instelling=school, kandidaat=f.kandidaat("Van Niemand"))

    eigen = sorted(regel[1] for regel in regels(binnen))
    iedereen = sorted(regel[1] for regel in regels(binnen, van="iedereen"))

    assert eigen == ["Samira Voorbeeld", "Van Niemand"]
    assert iedereen == ["Samira Voorbeeld", "Van Farid", "Van Niemand"]


def test_andere_school_staat_er_niet(client, traject, karin):
    in_status(traject, Status.INTAKE)

    assertNotContains(karin.aanmelden(client).get(URL, {"van": "iedereen"}), "Samira")


def test_elke_regel_heeft_een_knop_of_wijst_naar_het_traject(binnen, traject):
    in_status(traject, Status.INTAKE)

    response = binnen.get(URL)

    assertContains(response, reverse("trajecten:intake", args=[traject.pk]))
    assertContains(response, traject.get_absolute_url())


def test_werklijst_query_count_is_the_same_at_1_and_at_3_rows(
    binnen, planregel, school, johan, django_assert_num_queries, django_assert_max_num_queries
):
    in_status(planregel.traject, Status.INTAKE)
    binnen.get(URL)
    with django_assert_max_num_queries(35) as een:
        binnen.get(URL)
    for naam in ("Ali Een", "Bo Twee"):
        nieuw = f.traject(Status.INTAKE, instelling=school, kandidaat=f.kandidaat(naam))
        f.plaatsing(nieuw, praktijkopleider=johan.lid)

    with django_assert_num_queries(len(een)):
        assert len(regels(binnen)) == 3


@pytest.mark.parametrize("stap", STAPPEN)
def test_elke_knop_van_de_school_leidt_ergens_heen(stap):
    route, _ = STAPPEN[stap]

    regel = TOEGANG[route]
    assert Rol.COORDINATOR in (regel.POST if stap in METEEN else regel.GET)
