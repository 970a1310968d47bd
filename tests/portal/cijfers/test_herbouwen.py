"""Building the figures: open periods anew, closed ones kept, corrections beside the old value."""

import threading
import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from portal.cijfers.actions import herbouwen
from portal.cijfers.models import Afsluiting, Herbouw, IndicatorWaarde, Trajectfeit
from portal.nacht import taken
from portal.slot import Bezet, slot
from tests import factories as f
from tests.draden import tegelijk
from trajecten.models import Aanmelding, Status, Statusovergang

from .levensloop import op

pytestmark = pytest.mark.django_db
EERST = datetime(2026, 11, 20, 2, tzinfo=UTC)
LATER = EERST + timedelta(days=3)
FEB = date(2025, 2, 10)


@pytest.fixture(autouse=True)
def slotmap(settings, tmp_path):
    settings.VAR = tmp_path


def aangemeld(dag=FEB, vastgelegd=None, gemeente=None, **velden):
    """A traject that came in on this day; recorded then, or on `vastgelegd`."""
    gemeente = gemeente or f.gemeente()
    kandidaat = velden.pop("kandidaat", None) or f.kandidaat(gemeente=gemeente)
    traject = f.traject(Status.AANGEMELD, kandidaat=kandidaat, route="", **velden)
    Aanmelding.objects.create(
        naam=kandidaat.naam, telefoon="0612345678", taal="nl", wens="Leren", gemeente=gemeente,
        uitleg_gegeven=True, sleutel=uuid.uuid4(), gebeurd_op=dag, status="doorgezet",
        vastgelegd_op=vastgelegd or op(dag), traject=traject,
    )  # fmt: skip
    return traject


def waarden(code="I01", periode="2025-K1", voor="gemeente", dimensie=""):
    rijen = IndicatorWaarde.objects.geldig().filter(
        code=code, periode=periode, voor_soort=voor, dimensie=dimensie, route=""
    )
    return dict(rijen.values_list("voor_id", "teller"))


def alles():
    velden = [
        veld.name for veld in IndicatorWaarde._meta.fields if veld.name not in ("id", "berekend_op")
    ]
    return set(IndicatorWaarde.objects.values_list(*velden))


def test_nog_een_keer_geeft_hetzelfde():
    for dag in (FEB, date(2026, 10, 1), date(2026, 11, 1)):
        aangemeld(dag)
    herbouwen(nu=EERST)
    eerst = alles()

    herbouw = herbouwen(nu=LATER)

    assert alles() == eerst
    assert (herbouw.trajecten, herbouw.gecorrigeerd) == (3, 0)
    assert Herbouw.objects.first().peildatum == date(2026, 11, 23)


def test_open_periode_telt_opnieuw():
    gemeente = f.gemeente().pk
    aangemeld(date(2026, 11, 1))
    herbouwen(nu=EERST)
    aangemeld(date(2026, 11, 2))

    herbouwen(nu=LATER)

    assert waarden(periode="2026-K4") == {gemeente: 2}
    assert IndicatorWaarde.objects.exclude(vervangen_op=None).count() == 0


def test_een_gesloten_periode_blijft_zoals_hij_was():
    gemeente, traject = f.gemeente().pk, aangemeld()
    herbouwen(nu=EERST)
    # Not by an action: no fact says so, so the figure of then stands.
    Aanmelding.objects.filter(traject=traject).update(gebeurd_op=date(2025, 5, 1))

    herbouwen(nu=LATER)

    assert waarden(periode="2025-K1") == {gemeente: 1}
    assert waarden(periode="2025-K2") == {}


def test_een_correctie_na_het_sluiten_en_de_oude_waarde_ernaast():
    gemeente = f.gemeente().pk
    aangemeld()
    herbouwen(nu=EERST)
    aangemeld(vastgelegd=EERST + timedelta(hours=9))

    herbouw = herbouwen(nu=LATER)

    assert waarden() == {gemeente: 2}
    oud, nieuw = IndicatorWaarde.objects.filter(
        code="I01", periode="2025-K1", voor_soort="gemeente", dimensie=""
    ).order_by("pk")
    assert (oud.teller, oud.vervangen_op, oud.gecorrigeerd_op) == (1, LATER, None)
    assert (nieuw.teller, nieuw.vervangen_op, nieuw.gecorrigeerd_op) == (2, None, LATER)
    afsluiting = Afsluiting.objects.get(code="I01", periode="2025-K1")
    assert (afsluiting.gecorrigeerd_op, afsluiting.reden) == (LATER, "later_vastgelegd")
    assert herbouw.gecorrigeerd > 0


def test_een_correctie_raakt_alleen_wie_het_aangaat():
    ander = f.gemeente("Apeldoorn", "GM0200")
    aangemeld()
    aangemeld(gemeente=ander)
    herbouwen(nu=EERST)
    aangemeld(vastgelegd=EERST + timedelta(hours=9))

    herbouwen(nu=LATER)

    geraakt = IndicatorWaarde.objects.exclude(gecorrigeerd_op=None)
    assert set(geraakt.filter(voor_soort="gemeente").values_list("voor_id", flat=True)) == {
        f.gemeente().pk
    }


def test_een_stop_die_een_vergissing_was_telt_ook_achteraf_niet(fatima):
    gemeente, traject = f.gemeente().pk, aangemeld()
    stop = Statusovergang.objects.create(
        traject=traject, van="aangemeld", naar="niet_gestart", op=op(date(2025, 3, 1)),
        reden_code="anders",
    )  # fmt: skip
    type(traject).objects.filter(pk=traject.pk).update(status="niet_gestart")
    herbouwen(nu=EERST)
    assert waarden("I07") == {}
    Statusovergang.objects.create(
        traject=traject, van="niet_gestart", naar="aangemeld", op=EERST + timedelta(hours=9),
        herstelt=stop,
    )  # fmt: skip
    type(traject).objects.filter(pk=traject.pk).update(status="aangemeld")

    herbouwen(nu=LATER)

    assert waarden("I07") == {gemeente: 1}


def test_een_samengevoegde_gemeente_telt_bij_haar_opvolger():
    oud, nieuw = f.gemeente("Oud", "GM0901"), f.gemeente("Nieuw", "GM0902")
    aangemeld(gemeente=oud)
    aangemeld(gemeente=nieuw)
    herbouwen(nu=EERST)
    assert waarden() == {oud.pk: 1, nieuw.pk: 1}
    oud.eind, oud.opvolger = date(2026, 11, 20), nieuw
    oud.save()

    herbouwen(nu=LATER)

    assert waarden() == {nieuw.pk: 2}
    assert set(Trajectfeit.objects.values_list("gemeente_toen", flat=True)) == {oud.pk, nieuw.pk}
    reden = Afsluiting.objects.get(code="I01", periode="2025-K1").reden
    assert reden == "gemeente_samengevoegd"


def test_een_onrijpe_periode_heeft_geen_uitkomst(traject):
    Statusovergang.objects.create(traject=traject, naar="gestopt", op=op(date(2026, 2, 1)))
    type(traject).objects.filter(pk=traject.pk).update(status="gestopt")
    herbouwen(nu=EERST)
    Trajectfeit.objects.update(gestart_op=date(2026, 1, 1))

    codes = set(IndicatorWaarde.objects.filter(code="I16").values_list("periode", "maand"))

    assert codes <= {("2026-K1", 3), ("2026-K1", 6)}


def test_een_periode_zonder_trajecten_heeft_geen_rij_en_is_wel_geteld():
    aangemeld()
    herbouwen(nu=EERST)

    assert waarden(periode="2025-K3") == {}
    assert Afsluiting.objects.filter(code="I01", periode="2025-K3").exists()


def test_zonder_een_enkel_traject_gaat_het_ook():
    assert herbouwen(nu=EERST).waarden == 0


def test_de_regio_zonder_de_gemeente_zelf_en_uit_hoeveel_gemeenten_zij_komt():
    gemeenten = [f.gemeente(f"Gemeente {n}", f"GM090{n}") for n in range(3)]
    for aantal, gemeente in enumerate(gemeenten, 1):
        for _ in range(aantal):
            aangemeld(gemeente=gemeente)
    herbouwen(nu=EERST)

    zonder = IndicatorWaarde.objects.geldig().filter(
        code="I01", periode="2025-K1", voor_soort="regio_zonder", route=""
    )
    assert dict(zonder.values_list("voor_id", "teller")) == {
        gemeente.pk: teller for gemeente, teller in zip(gemeenten, (5, 4, 3), strict=True)
    }
    assert set(zonder.values_list("bijdragers", flat=True)) == {3}


def test_mensen_staan_naast_trajecten():
    samira = f.kandidaat(gemeente=f.gemeente())
    for _ in range(2):
        aangemeld(kandidaat=samira)
    herbouwen(nu=EERST)

    rij = IndicatorWaarde.objects.get(
        code="I01", periode="2025-K1", voor_soort="gemeente", dimensie=""
    )
    assert (rij.teller, rij.personen, rij.noemer) == (2, 1, None)


def test_het_nachtwerk_telt_de_cijfers():
    aangemeld()

    zin = taken.cijfers(EERST)

    assert zin.startswith("1 trajecten geteld, ")
    assert Herbouw.objects.count() == 1


def test_de_opdracht_zegt_wat_hij_deed(capsys):
    aangemeld()

    call_command("cijfers_herbouwen")

    assert capsys.readouterr().out.startswith("1 trajecten, ")


@pytest.mark.django_db(transaction=True)
def test_er_loopt_er_nooit_meer_dan_een(settings):
    vast, klaar = threading.Event(), threading.Event()

    def eerste():
        try:
            with slot("cijfers"):
                vast.set()
                klaar.wait(30)
        finally:
            connection.close()

    draad = threading.Thread(target=eerste)
    draad.start()
    vast.wait(30)
    try:
        with pytest.raises(CommandError, match="worden al geteld") as einde:
            call_command("cijfers_herbouwen")
    finally:
        klaar.set()
        draad.join()

    assert (einde.value.returncode, Herbouw.objects.count()) == (2, 0)


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_race_tussen_twee_herbouwen_geeft_nooit_dubbele_cijfers():
    for _ in range(5):
        aangemeld()

    def proberen(_):
        try:
            return herbouwen(nu=EERST).trajecten
        except Bezet:
            return "bezet"

    for _ in range(5):
        uitkomsten = tegelijk(proberen, range(2))

        assert 5 in uitkomsten
        assert set(uitkomsten) <= {5, "bezet"}
    assert waarden() == {f.gemeente().pk: 5}
