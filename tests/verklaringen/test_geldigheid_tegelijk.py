"""Two people about the same issued document at one moment, on a real PostgreSQL."""

import pytest
from django.db import OperationalError, connections, transaction

from tests.verklaringen import maken_verbetering
from tests.verklaringen.maken_uitgiften import WAAROM
from tests.verklaringen.test_tegelijk import tegelijk
from trajecten.rules import Bezwaar
from verklaringen import actions, namen
from verklaringen.models import (
    Intrekking,
    Intrekkingsvoorstel,
    Raadpleging,
    Uitgifteopdracht,
    Voorstelafwijzing,
)

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


def test_twee_keer_bevestigen_tegelijk_is_een_intrekking(voorstel, farid):
    uitkomsten = tegelijk(*[lambda: actions.intrekken(voorstel=voorstel, door=farid.lid)] * 4)

    assert sorted(type(u).__name__ for u in uitkomsten) == ["Ingehaald"] * 3 + ["Intrekking"]
    assert Intrekking.objects.count() == 1


def test_bevestigen_en_terugnemen_tegelijk_geeft_een_winnaar(voorstel, farid, fatima):
    uitkomsten = tegelijk(
        lambda: actions.intrekken(voorstel=voorstel, door=farid.lid),
        lambda: actions.voorstel_afwijzen(
            voorstel=voorstel, door=fatima.lid, toelichting="Vergissing."
        ),
    )

    assert "Ingehaald" in [type(u).__name__ for u in uitkomsten]
    assert Intrekking.objects.count() + Voorstelafwijzing.objects.count() == 1


def test_twee_collegas_stellen_tegelijk_hetzelfde_voor(pv, farid, fatima):
    uitkomsten = tegelijk(
        *[
            lambda wie=wie: actions.intrekken_voorstellen(uitgifte=pv, door=wie.lid, **WAAROM)
            for wie in (fatima, farid)
        ]
    )

    assert sorted(type(u).__name__ for u in uitkomsten) == ["Ingehaald", "Intrekkingsvoorstel"]
    assert Intrekkingsvoorstel.objects.count() == 1


def test_wie_net_stopt_met_delen_gaat_voor_wie_opent(pv, samira):
    code = namen.nieuwe_code()
    deling = actions.delen(uitgifte=pv, door=samira.lid, code=code, duur="dag")

    def openen():
        with connections["default"].cursor() as cursor:
            cursor.execute("SET lock_timeout = '200ms'")
        return actions.gedeeld_openen(code=code)

    with transaction.atomic():
        actions.delen_stoppen(deling=deling, door=samira.lid)
        (gewacht,) = tegelijk(openen)

    assert isinstance(gewacht, OperationalError)  # else it would have seen what is not stopped yet
    assert actions.gedeeld_openen(code=code) is None
    assert not Raadpleging.objects.exists()


def test_elk_bezoek_tegelijk_telt(pv, samira):
    code = namen.nieuwe_code()
    deling = actions.delen(uitgifte=pv, door=samira.lid, code=code, duur="dag")

    tegelijk(*[lambda: actions.gedeeld_openen(code=code)] * 8)

    assert deling.raadplegingen.count() == 8


def test_twee_collegas_beginnen_tegelijk_een_verbetering(uitgereikt, farid, fatima):
    uitkomsten = tegelijk(
        *[
            lambda wie=wie: maken_verbetering.beginnen(uitgereikt, wie.lid)
            for wie in (fatima, farid)
        ]
    )

    assert sorted(type(u).__name__ for u in uitkomsten) == ["Bezwaar", "Verbetering"]


def test_stoppen_en_uitgeven_tegelijk_geeft_een_winnaar(verbeterd, uitgereikt, farid, fatima):
    uitkomsten = tegelijk(
        lambda: actions.uitgeven(traject=uitgereikt, door=fatima.lid),
        lambda: actions.verbeteren_stoppen(traject=uitgereikt, door=farid.lid, reden="Klopt wel."),
    )

    assert [isinstance(u, Bezwaar) for u in uitkomsten].count(True) == 1
    gestopt = isinstance(uitkomsten[0], Bezwaar)
    assert Uitgifteopdracht.objects.filter(uitgifte=None).count() == (0 if gestopt else 2)
