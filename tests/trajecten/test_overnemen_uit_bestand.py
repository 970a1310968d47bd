"""Many running trajecten out of one zip: first seen, then taken over line by line, never twice."""

from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import factories as f
from tests.trajecten import maken_certificaat, maken_zip
from tests.trajecten.maken_zip import (
    BEGIN,
    aanbieden,
    dag,
    inpakken,
    insturen,
    redenen,
    rij,
    uitkomsten,
)
from tests.trajecten.stappen import tekst
from trajecten import actions, models
from trajecten.actions import inlezen_trajecten
from trajecten.models import Inlezing, Logregel, Status, Traject
from trajecten.rules import Bezwaar

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def eigen_opslag(settings, tmp_path):
    settings.OPSLAG_MAP = tmp_path


@pytest.fixture
def kwalificatie(fatima):
    return maken_zip.omgeving(fatima.lid)[0]


def inlezen(inlezing, lid, **zo):
    return actions.inlezen(inlezing=inlezing, door=lid, **zo)


def test_eerst_zien_dan_overnemen(client, fatima, kwalificatie):
    bladzijde = client.get(insturen(client, fatima, inpakken(rij(1), rij(2)))["Location"])
    voor = (Traject.objects.count(), models.Kandidaat.objects.count())
    na = client.post(bladzijde.wsgi_request.path, follow=True)

    assert "Dit gaat er gebeuren" in tekst(bladzijde)
    assert "Studentnummer S-1: Assistent logistiek (25743)" in tekst(bladzijde)
    assert voor == (0, 0)
    assert {t.status for t in Traject.objects.all()} == {Status.ACTIEF}
    assert Traject.objects.count() == 2
    for traject in Traject.objects.all():
        assert f"Overgenomen als {traject.nummer}" in tekst(na)


def test_wat_op_de_regel_staat_ligt_vast_met_bron_overgenomen(fatima, kwalificatie):
    inlezen(aanbieden(fatima.lid, rij(1)), fatima.lid)

    traject = Traject.objects.get()
    plaatsing = traject.plaatsingen.get()
    overeenkomst = plaatsing.overeenkomsten.get()
    aftekening = models.Aftekening.objects.get()
    assert (traject.inschrijving.studentnummer, traject.coordinator) == ("S-1", fatima.lid)
    assert (plaatsing.begin, plaatsing.uren_totaal) == (BEGIN, 400)
    assert [regel.code for regel in plaatsing.planregels.all()] == ["B1-K1-W1", "P1-K1-W1"]
    assert {o.bron for o in overeenkomst.ondertekeningen.all()} == {"overgenomen"}
    assert {o.scan.naam for o in overeenkomst.ondertekeningen.all()} == {"1.pdf"}
    assert (aftekening.namens.naam, aftekening.bron) == ("Johan Voorbeeld", "overgenomen")
    assert Logregel.objects.filter(actie="overnemen").count() == 1


def test_een_diploma_in_de_bbl(fatima, kwalificatie):
    f.mag_uitgeven(fatima.lid.organisatie, leerweg="bbl")

    inlezen(aanbieden(fatima.lid, rij(1, route="diploma", leerweg="BBL")), fatima.lid)

    assert (Traject.objects.get().route, Traject.objects.get().leerweg) == ("diploma", "bbl")


def test_een_mbo_certificaat_met_eigen_werkprocessen(fatima, kwalificatie):
    certificaat = maken_certificaat.koken()
    f.mag_uitgeven(fatima.lid.organisatie, "25180")
    regel = rij(
        1, route="mbo-certificaat", crebo="25180", certificaat="c0021",
        werkprocessen="C1-K1-W1, c1-k1-w2", afgetekend=f"C1-K1-W2={dag(BEGIN)}",
    )  # fmt: skip

    inlezing = aanbieden(fatima.lid, regel)
    inlezen(inlezing, fatima.lid, bevestigd=["uitvoerbaar:25180"])

    traject = Traject.objects.get()
    assert traject.certificaat == certificaat
    assert [r.code for r in traject.planregels.all()] == ["C1-K1-W1", "C1-K1-W2"]
    assert models.Aftekening.objects.get().planregel.code == "C1-K1-W2"


def test_tachtig_regels_in_een_klik(client, fatima, kwalificatie, monkeypatch):
    monkeypatch.setattr(inlezen_trajecten, "SECONDEN", 600)  # a busy machine is not a fault
    antwoord = insturen(client, fatima, inpakken(*(rij(n) for n in range(80))))

    client.post(antwoord["Location"])

    inlezing = Inlezing.objects.get()
    assert (inlezing.verslag["nieuw"], inlezing.verslag["fout"]) == (80, 0)
    assert Traject.objects.count() == inlezing.overnames.count() == 80
    assert models.Lidmaatschap.objects.filter(rol="praktijkopleider").count() == 1


def test_tweede_klik_en_hetzelfde_bestand_veranderen_niets(client, fatima, kwalificatie):
    eerste = insturen(client, fatima, inpakken(rij(1)))["Location"]
    client.post(eerste)
    client.post(eerste)

    nogmaals = insturen(client, fatima, inpakken(rij(1), rij(2)))["Location"]
    client.post(nogmaals)

    assert Traject.objects.count() == 2
    assert uitkomsten(Inlezing.objects.first()) == ["gelijk", "nieuw"]
    assert redenen(Inlezing.objects.first())[0].startswith("Dit traject staat er al: TR-")


def test_na_een_stop_gaat_een_klik_verder(client, fatima, kwalificatie, monkeypatch):
    pad = insturen(client, fatima, inpakken(*(rij(n) for n in range(3))))["Location"]
    tijd = iter(range(0, 1000, 8))
    klok = SimpleNamespace(monotonic=lambda: next(tijd))
    monkeypatch.setattr(inlezen_trajecten, "time", klok)
    halverwege = client.post(pad, follow=True)
    toen = Traject.objects.count()
    monkeypatch.undo()
    client.post(pad)

    assert toen == 2
    assert "2 van de 3 trajecten zijn overgenomen." in tekst(halverwege)
    assert "Ga verder" in tekst(halverwege)
    assert Traject.objects.count() == Inlezing.objects.get().verslag["nieuw"] == 3


def test_wat_tussen_kijken_en_klikken_verandert_telt(fatima, kwalificatie):
    inlezing = aanbieden(fatima.lid, rij(1), rij(2))
    models.Inschrijving.objects.create(
        traject=f.traject(instelling=fatima.lid.organisatie, kwalificatie=kwalificatie),
        studentnummer="s-1", gebeurd_op=BEGIN, door=fatima.lid,
    )  # fmt: skip

    klaar = inlezen(inlezing, fatima.lid)

    assert uitkomsten(klaar) == ["fout", "nieuw"]
    assert "Dit studentnummer staat al bij TR-" in redenen(klaar)[0]


def test_waarschuwingen_leest_iemand_op_eigen_naam(client, fatima, kwalificatie):
    models.Kwalificatie.objects.update(bevestigd_op=None, bevestigd_door="")
    pad = insturen(client, fatima, inpakken(rij(1), rij(2)))["Location"]
    bladzijde = client.get(pad)

    geweigerd = client.post(pad, {"gelezen": "startgegevens:25743"})
    client.post(pad, {"gelezen": "startgegevens:25743", "bevestigd": "on"})

    assert "(Bij regel 2, 3.)" in tekst(bladzijde)
    assert geweigerd.status_code == 422
    assert "Lees de waarschuwingen en zet een vinkje." in tekst(geweigerd)
    assert [b.door for b in models.Planbevestiging.objects.all()] == [fatima.lid] * 2


def test_zonder_de_waarschuwing_te_lezen_gebeurt_er_niets(fatima, kwalificatie):
    models.Kwalificatie.objects.update(bevestigd_op=None, bevestigd_door="")
    inlezing = aanbieden(fatima.lid, rij(1))

    with pytest.raises(Bezwaar, match="Lees de waarschuwingen"):
        inlezen(inlezing, fatima.lid)

    assert not Traject.objects.exists()


def test_namen_met_vreemde_letters_blijven_heel(fatima, kwalificatie):
    naam = "Zoë Çelik-Øster d’Été"
    regel = rij(1, naam=naam, tekende_kandidaat=naam, scan="Zoë Çelik.pdf")

    inlezen(aanbieden(fatima.lid, regel), fatima.lid)

    assert Traject.objects.get().kandidaat.naam == naam


def test_verslag_en_voorbeeld_noemen_geen_mensen(fatima, kwalificatie):
    inlezing = aanbieden(fatima.lid, rij(1), rij(2, naam="Al1 Fout", telefoon="06"))

    assert "Ali" not in str(inlezing.voorbeeld)
    assert "Al1" not in str(inlezing.voorbeeld)


def test_bestand_van_een_andere_school_bestaat_niet(client, fatima, karin, kwalificatie):
    inlezing = aanbieden(fatima.lid, rij(1))
    karin.aanmelden(client)

    codes = [
        client.get(reverse(f"trajecten:{naam}", args=[inlezing.pk])).status_code
        for naam in ("inlezing", "inleesverslag", "inleesfouten")
    ]

    assert codes == [404, 404, 404]
    assert client.post(inlezing.get_absolute_url()).status_code == 404
    assert not Traject.objects.exists()


def test_een_collega_van_dezelfde_school_mag_verder(client, fatima, farid, kwalificatie):
    inlezing = aanbieden(fatima.lid, rij(1))

    farid.aanmelden(client).post(inlezing.get_absolute_url())

    assert Traject.objects.get().coordinator == farid.lid


def test_foute_regels_komen_terug_om_te_verbeteren(client, fatima, kwalificatie):
    fout = rij(2, crebo="99999", telefoon="+31612345678")
    pad = insturen(client, fatima, inpakken(rij(1), fout))["Location"]
    client.post(pad)

    terug = client.get(f"{pad}fouten/").content
    regel = terug.decode("utf-8-sig").splitlines()
    beter = terug.replace(b"99999", b"25743")
    client.post(
        insturen(client, fatima, inpakken(csv=beter, scans={"2.pdf": maken_zip.PDF}))["Location"]
    )

    assert len(regel) == 2
    assert regel[1].endswith("crebo: Dit crebo kennen we niet. Kijk het na.")
    assert {t.inschrijving.studentnummer for t in Traject.objects.all()} == {"S-1", "S-2"}


def test_voorbeeld_van_de_csv_is_zelf_te_lezen(client, fatima, kwalificatie):
    models.Leerbedrijf.objects.update(leerbedrijf_id="100999001")
    f.werkproces("B1-K1-W2", "Voert werkzaamheden uit", kwalificatie)
    sjabloon = fatima.aanmelden(client).get(reverse("trajecten:inleessjabloon")).content

    inlezing = aanbieden(fatima.lid, csv=sjabloon, scans={"ali.pdf": maken_zip.PDF})

    # Only the day that depends on the year of the test may be refused.
    assert not redenen(inlezing)[0] or "erkenning" in redenen(inlezing)[0]


def test_bekende_praktijkopleider_wordt_niet_nog_eens_gemaakt(fatima, kwalificatie):
    bedrijf = models.Leerbedrijf.objects.get(leerbedrijf_id="100999501")
    johan = f.lid("praktijkopleider", "Johan Voorbeeld", leerbedrijf=bedrijf)

    inlezen(aanbieden(fatima.lid, rij(1)), fatima.lid)

    assert models.Begeleiding.objects.get().lid == johan


def test_voorbeeld_query_count(fatima, kwalificatie):
    """What is looked up is looked up once for the whole file; the rules ask per line."""
    zips = [inpakken(*(rij(n) for n in reeks)) for reeks in (range(1), range(1, 4), range(4, 7))]
    tellingen = []
    for inhoud in zips:
        with CaptureQueriesContext(connection) as gevangen:
            actions.bestand_aanbieden(
                soort="trajecten", inhoud=inhoud, naam="t.zip", door=fatima.lid
            )
        tellingen.append(len(gevangen))

    per_regel = (tellingen[1] - tellingen[0]) / 2
    assert tellingen[2] == tellingen[1]
    assert per_regel <= 14


def test_pagina_query_count_is_bij_een_en_drie_regels_gelijk(client, fatima, kwalificatie, tellen):
    een, drie = (
        inlezen(aanbieden(fatima.lid, *(rij(n) for n in reeks)), fatima.lid)
        for reeks in (range(1), range(1, 4))
    )
    fatima.aanmelden(client)

    assert tellen(een.get_absolute_url()) == tellen(drie.get_absolute_url())


def test_niet_bekende_leerbedrijven_geven_een_waarschuwing_per_bedrijf(fatima, kwalificatie):
    models.Uitvoerbaar.objects.all().delete()

    inlezing = aanbieden(fatima.lid, rij(1), rij(2))

    [waarschuwing] = inlezing.voorbeeld["waarschuwingen"]
    assert (waarschuwing["sleutel"], waarschuwing["regels"]) == ("uitvoerbaar:25743", [2, 3])
