"""Every button pressed four times at the same moment: one row, a polite answer, never a 500.

Aftekenen, eindoordeel, schooloordeel, the steps of the overeenkomst, tekenen and uitgeven have
races of their own; here stand the other steps that change something.
"""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import factories as f
from tests.draden import tegelijk
from tests.trajecten import stappen
from tests.trajecten.test_aanmelden import ingevuld as aanmelding_ingevuld
from tests.trajecten.test_aanmeldpunt import aanmelding, aanmeldpunt  # noqa: F401
from tests.trajecten.test_gegevens import ingevuld  # noqa: F401
from tests.trajecten.test_intake import aangemeld, in_intake  # noqa: F401
from tests.trajecten.test_intake import ingevuld as intake_ingevuld
from tests.trajecten.test_plan_scherm import plan
from trajecten import models as m
from trajecten.actions import kandidaatkaart_maken
from trajecten.models import Status
from verklaringen import actions
from verklaringen.models import Soort, Uitgifteopdracht, Uitreiking, Vaststelling

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]
KEER = 4
VANDAAG = timezone.localdate().isoformat()


def drukken(wie, naam, ding, velden):
    """The status codes of pressing at once; `velden` is made anew for each press."""
    klant = wie.aanmelden(Client())
    pad = reverse(naam, args=[ding.pk] if ding else [])

    def druk(_):
        eigen = Client(raise_request_exception=False)
        eigen.cookies.update(klant.cookies)
        return eigen.post(pad, velden() if callable(velden) else velden).status_code

    return set(tegelijk(druk, range(KEER)))


def test_aanmelden(mo, aanmeldpunt):  # noqa: F811
    velden = aanmelding_ingevuld()

    assert drukken(mo, "trajecten:aanmelden", None, velden) == {302}
    assert m.Aanmelding.objects.count() == 1


def test_doorzetten(aanmelding, aanmeldpunt, fatima):  # noqa: F811
    velden = {"instelling": fatima.lid.organisatie_id}

    codes = drukken(aanmeldpunt, "trajecten:aanmelding_doorzetten", aanmelding, velden)

    assert codes <= {302, 404, 422}  # 404: it left the region's list while we pressed
    assert m.Traject.objects.count() == m.Kandidaat.objects.count() == 1


def test_intake_beginnen(aangemeld, fatima):  # noqa: F811
    assert drukken(fatima, "trajecten:intake_beginnen", aangemeld, {}) == {302}
    assert aangemeld.overgangen.filter(naar=Status.INTAKE).count() == 1


def test_intake(in_intake, fatima):  # noqa: F811
    codes = drukken(fatima, "trajecten:intake", in_intake, intake_ingevuld())

    assert codes <= {302, 422}
    assert (m.Intake.objects.count(), stappen.vers(in_intake).status) == (1, Status.MATCH)


def test_plan(fatima, johan):
    stappen.uitvoerbaar(johan.lid.leerbedrijf)
    traject = stappen.gematcht(fatima.lid, johan.lid)

    assert drukken(fatima, "trajecten:plan", traject, plan(traject)) <= {302, 409}
    assert m.Logregel.objects.filter(actie="plannen").count() == 1


def test_werkprocessen_kiezen(fatima, johan):
    stappen.uitvoerbaar(johan.lid.leerbedrijf)
    traject = stappen.gematcht(fatima.lid, johan.lid)
    fatima.aanmelden(Client()).post(stappen.url("plan", traject), plan(traject))
    traject, velden = stappen.vers(traject), {}
    for kwalificatie, proces in stappen.keuzes(traject.kwalificatie):
        naam = f"k{kwalificatie.pk}_{proces.kerntaak_id}"
        velden.setdefault(naam, []).append(f"{kwalificatie.pk}-{proces.pk}")

    velden["versie"] = traject.versie
    codes = drukken(fatima, "trajecten:werkprocessen_kiezen", traject, velden)

    assert codes <= {302, 409}
    assert traject.planregels.geldig().count() == 2


def test_getekende_overeenkomst_vastleggen(fatima, johan):
    overeenkomst = stappen.ter_ondertekening(fatima.lid, johan.lid)

    def velden():
        return {
            "getekend_op": VANDAAG, "instelling": "Fatima Voorbeeld",
            "kandidaat": "Samira Voorbeeld", "leerbedrijf": "Johan Voorbeeld",
            "scan": SimpleUploadedFile("pok.png", stappen.png(), "image/png"),
        }  # fmt: skip

    traject = overeenkomst.plaatsing.traject
    assert drukken(fatima, "trajecten:overeenkomst_vastleggen", traject, velden) <= {302, 409, 422}
    assert overeenkomst.ondertekeningen.count() == 3


def test_stoppen(traject, fatima):
    velden = {"reden_code": "verhuisd", "toelichting": "Verhuisd naar Groningen"}

    assert drukken(fatima, "trajecten:stoppen", traject, velden) <= {302, 422}
    assert traject.overgangen.filter(naar=Status.GESTOPT).count() == 1


def test_eindbeoordeling_openen(planregel, fatima):
    codes = drukken(fatima, "trajecten:eindbeoordeling", planregel.traject, {})

    assert codes <= {302, 409, 422}
    assert planregel.traject.overgangen.filter(naar=Status.EINDBEOORDELING).count() == 1


def test_zelfbeoordelen(planregel, samira):
    velden = {"niveau": "met_hulp", "woorden": "Het gaat goed"}

    assert drukken(samira, "trajecten:zelfbeoordelen", planregel, velden) == {302}
    assert planregel.zelfbeoordelingen.count() == 1


def test_gegevens(planregel, johan, fatima, ingevuld):  # noqa: F811
    traject = planregel.traject
    f.eindoordeel(planregel, johan.lid)
    m.Traject.objects.update(status=Status.SCHOOLOORDEEL)

    assert drukken(fatima, "trajecten:gegevens", traject, ingevuld()) <= {302, 409}
    assert traject.kandidaat.identiteiten.count() == 1
    assert planregel.plaatsing.documentgegevens.count() == 1


def test_verzoek(planregel, fatima):
    velden = {"gebeurd_op": VANDAAG, "wijze": "mondeling"}

    assert drukken(fatima, "trajecten:verzoek", planregel.traject, velden) <= {302, 409, 422}
    assert m.Verzoek.objects.count() == 1


def test_vaststellen(beoordeeld, fatima):
    assert drukken(fatima, "verklaringen:vaststellen", beoordeeld, {}) == {302}
    assert Vaststelling.objects.count() == 1


def test_besluiten(getekend, anne):
    velden = {
        "uitkomst": "toegekend", "naam": "Anne Voorbeeld", "functie": "voorzitter",
        "plaats": "Zwolle", "gebeurd_op": VANDAAG,
    }  # fmt: skip

    assert drukken(anne, "verklaringen:besluiten", getekend, velden) <= {302, 422}
    assert getekend.besluiten.count() == 1
    assert Vaststelling.objects.filter(soort=Soort.MBO_VERKLARING).count() == 1


def test_aanhouden(getekend, anne):
    velden = {
        "uitkomst": "aangehouden", "naam": "Anne Voorbeeld", "functie": "voorzitter",
        "plaats": "Zwolle", "gebeurd_op": VANDAAG, "reden": "We missen de uren.",
    }  # fmt: skip

    assert drukken(anne, "verklaringen:besluiten", getekend, velden) <= {302, 422}
    assert getekend.besluiten.count() == 1


def test_uitreiken(opdrachten, besloten, renderer, fatima):
    while werk := actions.pakken(Uitgifteopdracht):
        actions.opdracht_uitvoeren(werk, renderer)
    velden = {"gebeurd_op": VANDAAG, "plaats": "Deventer"}

    assert drukken(fatima, "verklaringen:uitreiken", besloten, velden) <= {302, 422}
    assert Uitreiking.objects.count() == 2


def test_kandidaat_uitnodigen(traject, fatima):
    velden = {"wie": "kandidaat", "email": "samira@voorbeeld.example"}

    assert drukken(fatima, "trajecten:uitnodigen", traject, velden) <= {302, 422}
    lid = m.Lidmaatschap.objects.get(kandidaat=traject.kandidaat)
    open_ = lid.uitnodigingen.filter(gebruikt_op=None, ingetrokken_op=None)
    assert open_.count() == 1


def test_collega_uitnodigen(fatima):
    velden = {"rol": "mbo_coordinator", "naam": "Nieuw Voorbeeld", "email": "nieuw@roc.example"}

    assert drukken(fatima, "trajecten:collega_uitnodigen", None, velden) <= {302, 422}
    lid = m.Lidmaatschap.objects.get(gebruiker__email="nieuw@roc.example")
    assert lid.uitnodigingen.filter(gebruikt_op=None, ingetrokken_op=None).count() == 1


def test_kaart_maken(traject, fatima):
    assert drukken(fatima, "trajecten:kaart", traject, {}) <= {200, 422}
    lid = m.Lidmaatschap.objects.get(kandidaat=traject.kandidaat)
    assert lid.uitnodigingen.filter(gebruikt_op=None, ingetrokken_op=None).count() == 1


def test_een_kaart_komt_maar_een_keer_binnen(traject, fatima):
    _, code = kandidaatkaart_maken(traject=traject, door=fatima.lid)
    pad = reverse("kaart")

    antwoorden = tegelijk(
        lambda _: Client(raise_request_exception=False).post(pad, {"code": code}).url, range(KEER)
    )

    assert sorted(antwoorden) == ["/mijn/", *["/uitnodiging/"] * (KEER - 1)]


def test_lid_beeindigen(fatima, farid):
    assert drukken(fatima, "trajecten:lid_beeindigen", farid.lid, {}) <= {302, 404, 422}
    assert m.Logregel.objects.filter(actie="lid_beeindigen").count() == 1


def test_praktijkopleider_toevoegen(plaatsing, fatima):
    velden = {"nieuw_naam": "Piet Nieuw", "nieuw_email": "piet@bedrijf.example", "van": VANDAAG}

    codes = drukken(fatima, "trajecten:praktijkopleiders", plaatsing.traject, velden)

    assert codes <= {302, 422}
    assert plaatsing.begeleidingen.filter(lid__gebruiker__naam="Piet Nieuw").count() == 1


def test_leerbedrijf_toevoegen(fatima):
    traject = stappen.in_match(fatima.lid)
    velden = {
        "leerbedrijf_id": "123456789", "naam": "Nieuw Bedrijf", "straat": "Weg", "huisnummer": "1",
        "postcode": "7411 AA", "plaats": "Deventer",
    }  # fmt: skip

    assert drukken(fatima, "trajecten:leerbedrijf_toevoegen", traject, velden) <= {302, 422}
    assert m.Leerbedrijf.objects.filter(leerbedrijf_id="123456789").count() == 1


def test_herplaatsen(plaatsing, fatima):
    velden = {
        "laatste_dag": VANDAAG, "reden": "Ander bedrijf past beter",
        "versie": plaatsing.traject.versie,
    }  # fmt: skip

    codes = drukken(fatima, "trajecten:herplaatsen", plaatsing.traject, velden)

    assert codes <= {302, 409, 422}
    assert plaatsing.traject.overgangen.filter(naar=Status.MATCH).count() == 1


def test_begeleiding_die_begon_eindigt_een_keer(plaatsing, fatima, bedrijf):
    m.Begeleiding.objects.create(
        plaatsing=plaatsing, lid=f.lid("praktijkopleider", "Piet", leerbedrijf=bedrijf)
    )
    rij = plaatsing.begeleidingen.first()
    velden = {
        "begeleiding": rij.pk,
        "tot": (timezone.localdate() - timedelta(days=1)).isoformat(),
    }

    codes = drukken(fatima, "trajecten:begeleiding_beeindigen", plaatsing.traject, velden)

    assert codes <= {302, 422}
    assert m.Logregel.objects.filter(actie="begeleiding_beeindigen").count() == 1
