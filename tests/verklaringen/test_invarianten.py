"""controleren_invarianten: green on what the portal made, and red on exactly what was broken."""

import json
import os
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models import F
from django.utils import timezone

from portal.invarianten.invariant import nagaan
from portal.invarianten.lijst import INVARIANTEN
from tests import factories as f
from trajecten import models as m
from trajecten import opslag as bewaarplaats
from trajecten.models import onveranderlijk
from verklaringen import models as v

pytestmark = pytest.mark.django_db


def mis(met_sloten=False):
    """The deviations, per invariant that has any; reading all locks of SQLite takes seconds."""
    gevraagd = [i for i in INVARIANTEN if met_sloten or i.id != "I11"]
    return {u.id: u.afwijkingen for u in map(nagaan, gevraagd) if u.stand == "afwijking"}


def lang_geleden(**lang):
    return timezone.now() - timedelta(**lang)


def bestand_van(uitgifte):
    return bewaarplaats.pad_van(uitgifte.bestand)


def test_wat_het_portaal_maakte_klopt(uitgegeven, tmp_path, capsys):
    call_command("controleren_invarianten", bestand=tmp_path / "verslag.json")

    verslag = json.loads((tmp_path / "verslag.json").read_text())
    standen = {uitkomst["id"]: uitkomst["stand"] for uitkomst in verslag["invarianten"]}
    niet_gebouwd = [id for id, stand in standen.items() if stand == "niet_gebouwd"]
    assert (verslag["groen"], len(standen), niet_gebouwd) == (True, 11, ["I5"])
    assert "I5   niet gebouwd" in capsys.readouterr().out


def test_een_afwijking_geeft_exitcode_1_en_staat_in_het_verslag(uitgegeven, tmp_path, capsys):
    m.Teller.objects.filter(soort="PV").update(stand=F("stand") + 1)

    with pytest.raises(CommandError, match="Er klopt iets niet: I1."):
        call_command("controleren_invarianten", bestand=tmp_path / "verslag.json")

    assert json.loads((tmp_path / "verslag.json").read_text())["groen"] is False
    assert "Nummer 2 van PV" in capsys.readouterr().out


def test_i1_nummer_boven_de_teller_en_nummer_met_verkeerd_teken(uitgifte):
    opdracht = v.Uitgifteopdracht.objects.filter(pk=uitgifte.opdracht_id)
    m.Teller.objects.filter(soort="MV").delete()
    opdracht.update(nummer="PV-2026-0000001-I")

    jaar = timezone.localdate().year
    assert mis()["I1"] == [
        "PV-2026-0000001-I is geen goed documentnummer.",
        f"Nummer 1 van MV {jaar} is hoger dan de teller (0).",
        f"Nummer 1 van PV {jaar} is uitgedeeld en heeft geen opdracht.",
    ]


def test_i2_beschadigd_bestand(uitgifte):
    with bestand_van(uitgifte).open("ab") as bestand:
        bestand.write(b"x")

    zin = f"{uitgifte.nummer}: Bestand {uitgifte.bestand_sha256[:12]} is beschadigd."
    assert mis() == {"I2": [zin]}


def test_i2_verdwenen_bestand(uitgifte):
    bestand_van(uitgifte).unlink()

    assert mis() == {"I2": [f"{uitgifte.nummer}: Dit bestand is niet te bereiken."]}


def test_i3_bestand_zonder_rij_telt_na_een_dag(uitgegeven, opslag):
    for naam, uren in (("a" * 64, 23), ("b" * 64, 25)):
        pad = opslag / naam[:2] / naam
        pad.parent.mkdir(exist_ok=True)
        pad.write_bytes(b"los")
        os.utime(pad, (lang_geleden(hours=uren).timestamp(),) * 2)

    assert mis() == {"I3": ["Bestand bbbbbbbbbbbb in de opslag hoort nergens bij."]}


def test_i4_dubbele_en_ontbrekende_regel_in_het_logboek(uitgifte):
    regel = m.Logregel.objects.get(actie="uitgegeven", object_id=str(uitgifte.pk))
    velden = {"actor": "worker", "rol": "geen", "actie": "uitgegeven", "herkomst": "worker"}
    m.Logregel.objects.create(objecttype="uitgifte", object_id=regel.object_id, **velden)
    m.Logregel.objects.create(objecttype="uitgifte", object_id="999", **velden)

    assert mis() == {
        "I4": [
            f"{uitgifte.nummer} staat 2 keer als uitgegeven in het logboek.",
            "Het logboek noemt uitgifte 999, die niet bestaat.",
        ]
    }


def test_i6_bestand_zonder_het_zegel_dat_het_register_noemt(uitgifte):
    onveranderlijk.weghalen(connection, ["verklaringen_uitgifte"])
    v.Uitgifte.objects.filter(pk=uitgifte.pk).update(zegel="0123456789abcdef0123")

    assert mis()["I6"] == [f"{uitgifte.nummer}: Er zit geen zegel op dit bestand."]


def test_i7_status_die_niet_volgt_uit_de_stappen(uitgegeven):
    m.Traject.objects.filter(pk=uitgegeven.pk).update(status="actief")

    zin = "de status is niet die van de laatste stap (bij_examencommissie)."
    assert mis() == {"I7": [f"Traject {uitgegeven.pk}: {zin}"]}


def test_i7_stap_die_niet_mag(uitgegeven):
    m.Statusovergang.objects.create(traject=uitgegeven, van="bij_examencommissie", naar="aangemeld")
    m.Traject.objects.filter(pk=uitgegeven.pk).update(status="aangemeld")

    zin = "van bij_examencommissie naar aangemeld is geen stap."
    assert mis() == {"I7": [f"Traject {uitgegeven.pk}: {zin}"]}


def test_i7_opdracht_die_terugging_na_de_uitgifte(uitgifte):
    v.Uitgifteopdracht.objects.filter(pk=uitgifte.opdracht_id).update(
        staat="opgeslagen", klaar_op=None, niet_voor=timezone.now()
    )

    zin = f"{uitgifte.nummer} staat in het register, maar de opdracht staat op opgeslagen."
    assert mis() == {"I7": [zin]}


def test_i8_post_die_blijft_liggen_en_post_die_is_opgegeven(uitgegeven):
    wacht, opgegeven = m.Bericht.objects.order_by("pk")
    m.Bericht.objects.filter(pk=wacht.pk).update(klaargezet_op=lang_geleden(minutes=16))
    m.Bericht.objects.filter(pk=opgegeven.pk).update(opgegeven_op=timezone.now(), fout="weg")

    assert mis() == {
        "I8": [
            f"Bericht {wacht.pk} wacht langer dan een kwartier.",
            f"Bericht {opgegeven.pk} is opgegeven: weg",
        ]
    }


def test_i8_werk_dat_geen_worker_oppakt(opdrachten):
    v.Uitgifteopdracht.objects.update(niet_voor=lang_geleden(minutes=16))

    assert mis() == {"I8": [f"Uitgifteopdracht {opdrachten[0].pk} wacht op een worker."]}


def test_i9_verwijzing_naar_een_ander_traject_en_een_andere_school(uitgegeven, karin):
    ander = f.plaatsing(f.traject(instelling=uitgegeven.instelling))
    regel = uitgegeven.planregels.first()
    m.Planregel.objects.filter(pk=regel.pk).update(plaatsing=ander)
    v.Uitgifteopdracht.objects.filter(soort="mbo_verklaring").update(door=karin.lid)

    zinnen = mis()["I9"]
    assert f"Planregel {regel.pk} noemt een ander traject (plaatsing__traject)." in zinnen
    assert any("Uitgifteopdracht" in z and "iemand van een andere school" in z for z in zinnen)


def test_i10_veranderde_inhoud(uitgegeven, blad):
    v.Vaststelling.objects.filter(pk=blad.pk).update(inhoud=blad.inhoud | {"uren": 9000})

    assert mis() == {"I10": [f"Vaststelling {blad.pk}: de inhoud is veranderd."]}


def test_i11_verdwenen_slot(uitgegeven):
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX een_geldige_vaststelling_per_plaatsing")

    zin = "verklaringen_vaststelling: een_geldige_vaststelling_per_plaatsing ontbreekt."
    assert mis(met_sloten=True) == {"I11": [zin]}


@pytest.mark.postgresql
def test_i11_verdwenen_trigger(uitgegeven):
    onveranderlijk.weghalen(connection, ["verklaringen_uitgifte"])

    assert mis(met_sloten=True) == {
        "I11": [
            f"Trigger verklaringen_uitgifte_{soort} ontbreekt of kan uit."
            for soort in ("rij", "leeg")
        ]
    }


def test_een_bestand_dat_opnieuw_bewaard_wordt_is_weer_vers(opslag, traject):
    def bewaren():
        return bewaarplaats.bewaren(b"x", naam="x", soort="afdruk", mimetype="text/plain")

    pad = bewaarplaats.pad_van(bewaren())
    os.utime(pad, (lang_geleden(days=9).timestamp(),) * 2)
    bewaren()

    assert pad.stat().st_mtime > lang_geleden(minutes=1).timestamp()
