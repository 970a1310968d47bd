"""Two people at the same moment on PostgreSQL: one row, one polite answer, eight rounds."""

import uuid

import pytest
from django.test import Client
from django.utils import timezone

from tests import factories as f
from tests.conftest import Speler
from tests.draden import tegelijk
from tests.trajecten import stappen
from tests.trajecten.stappen import url
from tests.trajecten.test_overnemen import gegevens
from trajecten import actions, models
from trajecten.models import Rol, Status

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]
RONDEN = 8


@pytest.fixture
def klanten(fatima, school):
    farid = Speler(f.lid(Rol.COORDINATOR, "Farid Voorbeeld", organisatie=school))
    return [wie.aanmelden(Client()) for wie in (fatima, farid)]


def sturen(klanten, waarheen, velden):
    """Both send at once; `velden` is one dict, or one for each."""
    paren = list(zip(klanten, velden if isinstance(velden, list) else [velden] * 2, strict=True))
    return sorted(tegelijk(lambda paar: paar[0].post(waarheen, paar[1]).status_code, paren))


def test_race_om_het_leerbedrijf(klanten, fatima):
    kwalificatie = stappen.kwalificatie()
    bedrijven = [f.leerbedrijf(), f.leerbedrijf()]
    for _ in range(RONDEN):
        traject = stappen.in_match(fatima.lid)
        velden = [
            {
                "leerbedrijf": bedrijf.pk,
                "kwalificatie": kwalificatie.pk,
                "nieuw_naam": "Piet Nieuw",
                "versie": traject.versie,
            }
            for bedrijf in bedrijven
        ]

        assert sturen(klanten, url("match", traject), velden) == [302, 409]
        assert traject.plaatsingen.count() == 1


def test_race_om_het_opstellen(klanten, fatima, johan):
    for _ in range(RONDEN):
        traject = stappen.gepland(fatima.lid, johan.lid)
        velden = {"opgesteld_op": timezone.localdate().isoformat(), "versie": traject.versie}

        assert sturen(klanten, url("overeenkomst", traject), velden) == [302, 409]
        assert models.Praktijkovereenkomst.objects.filter(plaatsing__traject=traject).count() == 1


def test_race_om_te_tekenen_voor_dezelfde_partij(klanten, fatima, johan):
    for _ in range(RONDEN):
        overeenkomst = stappen.ter_ondertekening(fatima.lid, johan.lid)
        waarheen = url("overeenkomst_ondertekenen", overeenkomst.plaatsing.traject)

        assert sturen(klanten, waarheen, {"akkoord": "on"}) == [302, 409]
        assert overeenkomst.ondertekeningen.count() == 1


def test_race_tussen_tekenen_en_terughalen(klanten, fatima, johan):
    for _ in range(RONDEN):
        overeenkomst = stappen.ter_ondertekening(fatima.lid, johan.lid)
        traject = overeenkomst.plaatsing.traject
        acties = [
            (klanten[0], url("overeenkomst_ondertekenen", traject), {"akkoord": "on"}),
            (klanten[1], url("overeenkomst_laten_vervallen", traject), {"reden": "Uren anders"}),
        ]

        codes = tegelijk(lambda actie: actie[0].post(actie[1], actie[2]).status_code, acties)

        assert codes[1] == 302
        assert codes[0] in (302, 422)
        assert models.Traject.objects.get(pk=traject.pk).status == Status.PLAN


def test_race_om_te_starten(klanten, fatima, johan):
    for _ in range(RONDEN):
        overeenkomst = stappen.ter_ondertekening(fatima.lid, johan.lid)
        stappen.getekend_op_papier(overeenkomst, fatima.lid)
        traject = stappen.vers(overeenkomst.plaatsing.traject)

        assert sturen(klanten, url("starten", traject), {"versie": traject.versie}) == [302, 409]
        assert traject.overgangen.filter(naar=Status.ACTIEF).count() == 1


def test_race_om_in_te_schrijven(klanten, fatima, johan):
    for _ in range(RONDEN):
        traject = stappen.gematcht(fatima.lid, johan.lid)
        velden = [
            {"studentnummer": nummer, "op": timezone.localdate().isoformat()}
            for nummer in ("S-1", "S-2")
        ]

        assert sturen(klanten, url("inschrijven", traject), velden) == [302, 409]


def test_race_van_dezelfde_overname(fatima):
    f.mag_uitgeven(fatima.lid.organisatie)
    kwalificatie, bedrijf = stappen.kwalificatie(), f.leerbedrijf()
    stappen.uitvoerbaar(bedrijf)
    for ronde in range(RONDEN):
        velden = gegevens(
            kwalificatie, bedrijf, sleutel=uuid.uuid4(),
            begeleider={"naam": "Piet Nieuw", "email": f"piet{ronde}@bedrijf.example"},
        )  # fmt: skip

        trajecten = tegelijk(
            lambda lid, velden=velden: actions.overnemen(door=lid, **velden), [fatima.lid] * 2
        )

        assert trajecten[0] == trajecten[1]
        assert models.Traject.objects.count() == ronde + 1
