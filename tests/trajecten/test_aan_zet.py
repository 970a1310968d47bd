"""Whose turn it is, per status, from what is recorded."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests import factories as f
from trajecten import models as m
from trajecten import rules
from trajecten.models import Niveau, Partij, Status

pytestmark = pytest.mark.django_db

VANDAAG = timezone.localdate()


def zet(traject):
    return rules.aan_zet(m.Traject.objects.get(pk=traject.pk))


def in_status(traject, status):
    traject.status = status
    traject.save()
    return traject


@pytest.mark.parametrize(
    ("status", "wat", "stap"),
    [
        (Status.AANGEMELD, "de intake plannen", "intake"),
        (Status.INTAKE, "de intake afronden", "intake"),
        (Status.MATCH, "een leerbedrijf kiezen", "match"),
        (Status.PLAN, "het praktijkleerplan maken", "plan"),
        (Status.ONDERBROKEN, "afspreken wanneer het verdergaat", "hervatten"),
        (Status.SCHOOLOORDEEL, "het schooloordeel geven", "schooloordeel"),
        (
            Status.VERKLARING_TER_ONDERTEKENING,
            "de verklaring laten ondertekenen",
            "ondertekening",
        ),
    ],
)
def test_de_coordinator_is_aan_zet(traject, status, wat, stap):
    nu = zet(in_status(traject, status))

    assert (nu.rol, nu.naam, nu.wat, nu.stap) == ("mbo_coordinator", "Fatima Voorbeeld", wat, stap)


@pytest.mark.parametrize(
    "status",
    [Status.NIET_GESTART, Status.GESTOPT, Status.UITGEREIKT, Status.NAZORG, Status.AFGESLOTEN,
     Status.DOORGESTROOMD],
)  # fmt: skip
def test_na_het_einde_hoeft_niemand_iets_te_doen(traject, status):
    nu = zet(in_status(traject, status))

    assert str(nu) == "Niemand hoeft nu iets te doen."


def test_zonder_coordinator_is_de_school_aan_zet(traject):
    m.Traject.objects.update(coordinator=None, status=Status.INTAKE)

    assert zet(traject).naam == "Roc Voorbeeld"


def test_praktijkopleider_is_aan_zet_met_het_eerste_open_werkproces(plaatsing, johan):
    eerste = f.planregel(plaatsing, "B1-K1-W1", "Bereidt werkzaamheden voor")
    f.planregel(plaatsing, "B1-K1-W2", "Voert werkzaamheden uit")
    f.aftekening(eerste, johan.lid, gebeurd_op=date(VANDAAG.year, VANDAAG.month, 1))

    nu = zet(plaatsing.traject)

    assert str(nu) == (
        f"Aan zet: Johan Voorbeeld (praktijkopleider), sinds {nu.sinds_tekst}: "
        "“Voert werkzaamheden uit” aftekenen."
    )
    assert nu.sinds == date(VANDAAG.year, VANDAAG.month, 1)


def test_ingetrokken_aftekening_telt_niet(planregel, johan):
    aftekening = f.aftekening(planregel, johan.lid)
    m.Aftekeningintrekking.objects.create(aftekening=aftekening, door=johan.lid, gebeurd_op=VANDAAG)

    assert zet(planregel.traject).wat == f"“{planregel.titel}” aftekenen"


def test_alles_afgetekend_of_kan_hier_niet_dan_is_de_school_aan_zet(plaatsing, johan):
    f.aftekening(f.planregel(plaatsing, "B1-K1-W1"), johan.lid)
    niet = f.planregel(plaatsing, "B1-K1-W2")
    f.aftekening(niet, johan.lid, Niveau.KAN_HIER_NIET, reden="doen_wij_niet")

    assert zet(plaatsing.traject).stap == "eindbeoordeling"


def test_na_de_einddatum_opent_de_school_de_eindbeoordeling(planregel):
    eind = VANDAAG - timedelta(days=3)
    m.Plaatsing.objects.update(eind=eind)

    nu = zet(planregel.traject)

    assert (nu.stap, nu.sinds) == ("eindbeoordeling", eind)


def test_voor_de_eerste_dag_hoeft_niemand_iets_te_doen(planregel):
    m.Plaatsing.objects.update(begin=VANDAAG + timedelta(days=3))

    assert zet(planregel.traject) == rules.aan_zet.__globals__["NIEMAND"]


def test_zonder_praktijkopleider_is_de_school_aan_zet(planregel):
    m.Begeleiding.objects.update(tot=VANDAAG - timedelta(days=1))

    assert zet(planregel.traject).stap == "praktijkopleiders"


def test_eindbeoordeling_is_aan_de_praktijkopleider(planregel):
    in_status(planregel.traject, Status.EINDBEOORDELING)

    nu = zet(planregel.traject)

    assert (nu.rol, nu.wat) == ("praktijkopleider", "het eindoordeel geven")


def test_overeenkomst_noemt_wie_nog_moet_tekenen(plaatsing, fatima, samira, johan):
    traject = in_status(plaatsing.traject, Status.POK_TER_ONDERTEKENING)
    pok = m.Praktijkovereenkomst.objects.create(
        plaatsing=plaatsing, versie=1, opgesteld_op=VANDAAG, door=fatima.lid, inhoud={}
    )
    gezien = []
    for partij, lid in [
        (Partij.INSTELLING, fatima), (Partij.KANDIDAAT, samira), (Partij.LEERBEDRIJF, johan),
    ]:  # fmt: skip
        gezien.append((zet(traject).rol, zet(traject).naam))
        pok.ondertekeningen.create(
            partij=partij, naam=lid.lid.naam, door=lid.lid, gebeurd_op=VANDAAG
        )

    assert gezien == [
        ("mbo_coordinator", "Fatima Voorbeeld"),
        ("kandidaat", "Samira Voorbeeld"),
        ("leerbedrijfbeheerder", "Werkbedrijf De Schakel"),
    ]
    assert zet(traject).stap == "starten"


def test_minderjarige_heeft_een_vertegenwoordiger_nodig(plaatsing, fatima, samira):
    traject = in_status(plaatsing.traject, Status.POK_TER_ONDERTEKENING)
    m.Kandidaat.objects.update(vertegenwoordiger_naam="Rachida Voorbeeld")
    pok = m.Praktijkovereenkomst.objects.create(
        plaatsing=plaatsing, versie=1, opgesteld_op=VANDAAG, door=fatima.lid, inhoud={},
        vertegenwoordiger_nodig=True,
    )  # fmt: skip
    for partij in (Partij.INSTELLING, Partij.KANDIDAAT):
        pok.ondertekeningen.create(partij=partij, naam="X", door=fatima.lid, gebeurd_op=VANDAAG)

    assert zet(traject).naam == "Rachida Voorbeeld"


def test_besluit_maakt_de_school_weer_aan_zet(traject, anne):
    in_status(traject, Status.BIJ_EXAMENCOMMISSIE)
    eerst = zet(traject).rol
    traject.besluiten.create(
        volgnummer=1, uitkomst="toegekend", naam="Anne Voorbeeld", functie="voorzitter",
        plaats="Deventer", door=anne.lid, gebeurd_op=VANDAAG,
    )  # fmt: skip

    assert (eerst, zet(traject).stap) == ("examencommissie", "uitgeven")


def test_na_een_positief_oordeel_volgen_gegevens_verzoek_en_vaststellen(
    planregel, fatima, johan, ja
):
    traject = in_status(planregel.traject, Status.SCHOOLOORDEEL)
    traject.schooloordelen.create(
        volgnummer=1, positief=True, optie=3, motivering="Goed", door=fatima.lid,
        gebeurd_op=VANDAAG,
    )  # fmt: skip
    stappen = [zet(traject).stap]
    f.identiteit(traject.kandidaat, fatima.lid)
    f.documentgegevens(planregel.plaatsing, johan.lid, fatima.lid)
    stappen.append(zet(traject).stap)
    m.Verzoek.objects.create(
        traject=traject, wijze="mondeling", door=fatima.lid, gebeurd_op=VANDAAG
    )
    stappen.append(zet(traject).stap)

    assert stappen == ["gegevens", "verzoek", "vaststellen"]


def test_niet_positief_vraagt_een_gesprek(traject, fatima):
    in_status(traject, Status.SCHOOLOORDEEL)
    traject.schooloordelen.create(
        volgnummer=1, positief=False, motivering="Nog niet", door=fatima.lid, gebeurd_op=VANDAAG
    )

    assert zet(traject).wat == "afspreken hoe het verdergaat"


def test_erkenning_aangevraagd_wacht_op_de_school(plaatsing, fatima):
    traject = in_status(plaatsing.traject, Status.MATCH)
    m.Erkenningcontrole.objects.create(
        leerbedrijf=plaatsing.leerbedrijf, crebo="25743", uitkomst="aangevraagd",
        gecontroleerd_op=VANDAAG + timedelta(days=1), door=fatima.lid,
    )  # fmt: skip

    nu = zet(traject)

    assert nu.stap == "erkenning_controleren"
    assert nu.wat == "nagaan of Werkbedrijf De Schakel de erkenning heeft"


@pytest.mark.parametrize(("dagen", "stil"), [(21, False), (22, True)])
def test_stil_is_meer_dan_21_dagen_zonder_aftekening(planregel, johan, dagen, stil):
    f.planregel(planregel.plaatsing, "B1-K1-W2")
    f.aftekening(planregel, johan.lid, gebeurd_op=VANDAAG - timedelta(days=dagen))

    assert rules.is_stil(planregel.traject) is stil


def test_aan_zet_kost_geen_extra_query_per_rij(plaatsing, django_assert_num_queries):
    f.planregel(plaatsing)
    f.plaatsing(f.traject(instelling=plaatsing.traject.instelling))

    with django_assert_num_queries(1):
        regels = [rules.aan_zet(rij) for rij in rules.with_stand(m.Traject.objects.all())]

    assert len(regels) == 2
