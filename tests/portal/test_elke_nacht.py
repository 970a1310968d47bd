"""manage.py elke_nacht: every task by itself, one run at a time, and beheer sees how it went."""

import os
import threading
import uuid
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains

from portal.nacht import actions, taken
from portal.nacht.models import Nacht
from portal.nacht.taken import TAKEN, Afwijking, Taak
from portal.slot import slot
from tests import factories as f
from tests.spelers import Speler
from trajecten.models import Bericht, Inlezing, Rol, Uitnodiging
from verklaringen.models import Uitgiftereeks

pytestmark = pytest.mark.django_db
URL = reverse("nacht:nachtwerk")
NU = timezone.now()


@pytest.fixture(autouse=True)
def opslag(settings, tmp_path):
    settings.OPSLAG_MAP, settings.VAR = tmp_path / "opslag", tmp_path
    return settings.OPSLAG_MAP


@pytest.fixture
def beheer(school):
    return Speler(f.lid(Rol.BEHEER, "Bea Beheer", organisatie=school))


def goed(nu):
    return "Drie dingen opgeruimd."


def stuk(nu):
    raise ValueError("Samira Voorbeeld")


def scheef(nu):
    raise Afwijking("Er klopt iets niet: I2.")


def taak(doen):
    return Taak(doen.__name__, f"Taak {doen.__name__}", doen)


def test_alles_draait_en_geeft_per_taak_een_regel(capsys):
    call_command("elke_nacht")

    uitvoer = capsys.readouterr().out.splitlines()
    nacht = Nacht.objects.get()
    assert [regel[:3] for regel in uitvoer[:-1]] == ["ok "] * len(TAKEN)
    assert [regel.split()[3] for regel in uitvoer[:-1]] == [taak.naam for taak in TAKEN]
    assert (nacht.gelukt, len(nacht.taken)) == (True, len(TAKEN))


def test_een_taak_die_stukgaat_houdt_de_andere_niet_tegen(monkeypatch, capsys):
    monkeypatch.setattr(
        actions.nachtwerk_doen, "__defaults__", ((taak(stuk), taak(scheef), taak(goed)), None)
    )

    with pytest.raises(CommandError, match="Niet gelukt: stuk, scheef.") as einde:
        call_command("elke_nacht")

    assert einde.value.returncode == 1
    assert [t["zin"] for t in Nacht.objects.get().taken] == [
        "Mislukt (ValueError). Kijk in het logboek van de server.",
        "Er klopt iets niet: I2.",
        "Drie dingen opgeruimd.",
    ]
    assert "Samira" not in capsys.readouterr().out


def test_wat_gedaan_is_blijft_bekend_als_de_rest_sterft():
    def sterven(nu):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        actions.nachtwerk_doen((taak(goed), taak(sterven)))

    nacht = Nacht.objects.get()
    assert [t["naam"] for t in nacht.taken] == ["goed"]
    assert (nacht.klaar_op, nacht.gelukt) == (None, False)


@pytest.mark.django_db(transaction=True)
def test_twee_nachten_lopen_nooit_tegelijk():
    vast, klaar = threading.Event(), threading.Event()

    def eerste():
        try:
            with slot("elke_nacht"):
                vast.set()
                klaar.wait(30)
        finally:
            connection.close()

    draad = threading.Thread(target=eerste)
    draad.start()
    vast.wait(30)
    try:
        with pytest.raises(CommandError, match="Het nachtwerk loopt al.") as einde:
            call_command("elke_nacht")
    finally:
        klaar.set()
        draad.join()

    assert (einde.value.returncode, Nacht.objects.count()) == (2, 0)
    actions.nachtwerk_doen((taak(goed),))
    assert Nacht.objects.get().gelukt


def test_verlopen_sessie_gaat_weg_en_een_lopende_blijft(client, fatima, farid):
    fatima.aanmelden(client)
    lopend = client.session.session_key
    oud = farid.aanmelden(type(client)()).session
    oud.set_expiry(-60)
    oud.save()

    assert taken.sessies(timezone.now()) == "1 verlopen sessies weggegooid."
    assert client.session.exists(lopend)


def test_verlopen_teller_van_een_rem_gaat_weg(db):
    cache.set("oud", 1, 60)
    cache.set("nieuw", 1, 7200)

    taken.tellers(timezone.now() + timedelta(hours=1))

    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM cache")
        sleutels = [sleutel for (sleutel,) in cursor.fetchall()]
    assert any("nieuw" in sleutel for sleutel in sleutels)
    assert not any("oud" in sleutel for sleutel in sleutels)


def test_alleen_oude_ongebruikte_uitnodigingen_gaan_weg(fatima, johan):
    def uitnodiging(dagen, **velden):
        return Uitnodiging.objects.create(
            lid=johan.lid, door=fatima.lid, soort="link", geheim_sha256=uuid.uuid4().hex,
            waarvoor="-", verloopt_op=NU - timedelta(days=dagen), **velden,
        )  # fmt: skip

    uitnodiging(181)
    blijft = {uitnodiging(179).pk, uitnodiging(181, gebruikt_op=NU).pk}

    taken.uitnodigingen(NU)

    assert set(Uitnodiging.objects.values_list("pk", flat=True)) == blijft


def test_code_in_post_die_niet_aankwam_wordt_gewist():
    for geheim, opgegeven in ((True, NU), (False, NU), (True, None)):
        Bericht.objects.create(
            aan="a@b.example", onderwerp="-", tekst="123456", geheim=geheim, opgegeven_op=opgegeven,
            bericht_id=uuid.uuid4(),
        )  # fmt: skip

    taken.codes(NU + timedelta(seconds=1))

    assert list(Bericht.objects.order_by("pk").values_list("tekst", flat=True)) == [
        "", "123456", "123456",
    ]  # fmt: skip


def test_bestand_dat_niemand_inlas_en_een_zip_die_klaar_is_gaan_weg(fatima):
    oud, kort = timezone.now() - timedelta(days=31), timezone.now() - timedelta(days=29)
    for soort, aangeboden, ingelezen in (
        ("resultaten", oud, None),
        ("resultaten", oud, oud),
        ("trajecten", oud, oud),
        ("trajecten", oud, kort),
        ("trajecten", kort, None),
    ):
        klaar = {"verslag": {}, "ingelezen_door": fatima.lid} if ingelezen else {}
        inlezing = Inlezing.objects.create(
            soort=soort, door=fatima.lid, voorbeeld={}, aangeboden_op=aangeboden,
            ingelezen_op=ingelezen, bestand=f.scan(door=fatima.lid), **klaar,
        )  # fmt: skip
        if soort == "trajecten" and ingelezen:
            inlezing.overnames.create(regel=2, traject=f.traject())

    assert taken.inlezingen(timezone.now()).startswith("2 bestanden weggegooid")

    over = [(rij.soort, rij.ingelezen_op) for rij in Inlezing.objects.order_by("pk")]
    assert over == [("resultaten", oud), ("trajecten", kort), ("trajecten", None)]


def test_werk_van_een_stilgevallen_worker_komt_los(fatima):
    def reeks(uren):
        return Uitgiftereeks.objects.create(
            instelling=fatima.lid.organisatie, door=fatima.lid, sleutel=uuid.uuid4(),
            lease_tot=NU - timedelta(hours=uren),
        )  # fmt: skip

    dood, bezig = reeks(2), reeks(0)

    assert taken.leases(NU).startswith("1 keer werk losgelaten")
    dood.refresh_from_db()
    bezig.refresh_from_db()
    assert (dood.lease_tot, bool(bezig.lease_tot)) == (None, True)


def test_bestand_zonder_eigenaar_gaat_apart_en_pas_na_35_dagen_weg(opslag):
    eigen = f.scan()
    wees = opslag / "ab" / ("ab" * 32)
    wees.parent.mkdir()
    wees.write_bytes(b"los")
    oud = (NU - timedelta(hours=25)).timestamp()
    for pad in (wees, opslag / eigen.sha256[:2] / eigen.sha256):
        os.utime(pad, (oud, oud))
    apart = opslag / "wezen" / wees.name

    assert taken.wezen(NU) == "1 bestanden zonder eigenaar apart gezet, 0 weggegooid."
    assert (wees.exists(), apart.read_bytes()) == (False, b"los")
    assert (opslag / eigen.sha256[:2] / eigen.sha256).exists()
    taken.wezen(NU + timedelta(days=34))
    assert apart.exists()
    assert taken.wezen(NU + timedelta(days=36)).endswith("1 weggegooid.")
    assert not apart.exists()


def test_beheer_ziet_de_laatste_nacht_per_taak(client, beheer):
    actions.nachtwerk_doen((taak(goed),))
    actions.nachtwerk_doen((taak(goed), taak(stuk)))

    response = beheer.aanmelden(client).get(URL)

    assertContains(response, "Niet alles lukte.")
    assertContains(response, "Drie dingen opgeruimd.")
    assertContains(response, "Alles gelukt")


def test_beheer_ziet_dat_de_nacht_is_overgeslagen(client, beheer):
    beheer.aanmelden(client)
    assertContains(client.get(URL), "Het nachtwerk heeft nog nooit gedraaid.")

    Nacht.objects.create(begonnen_op=timezone.now() - timedelta(hours=27), klaar_op=timezone.now())

    assertContains(client.get(URL), "Het nachtwerk is overgeslagen.")


def test_nachtwerk_query_count(client, beheer, tellen):
    beheer.aanmelden(client)
    aantallen = []
    for _ in range(3):
        actions.nachtwerk_doen((taak(goed),))
        aantallen.append(tellen(URL))

    assert len(set(aantallen)) == 1
