import uuid
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from tests import factories as f
from tests.trajecten import maken_certificaat, stappen
from tests.trajecten.stappen import png, tekst
from trajecten import actions, models
from trajecten.models import Status
from trajecten.rules import Bezwaar

VANDAAG = timezone.localdate()
BEGIN = VANDAAG - timedelta(days=80)


@pytest.fixture
def kwalificatie(fatima):
    f.mag_uitgeven(fatima.lid.organisatie)
    return stappen.kwalificatie()


@pytest.fixture
def bedrijf(db):
    bedrijf = f.leerbedrijf("Werkbedrijf De Schakel", erkend_voor=())
    models.Erkenning.objects.create(leerbedrijf=bedrijf, crebo="25743")
    stappen.uitvoerbaar(bedrijf)
    return bedrijf


def gegevens(kwalificatie, bedrijf, **anders):
    keuzes = stappen.keuzes(kwalificatie)
    return {
        "sleutel": uuid.uuid4(),
        "kandidaat": {
            "naam": "Ali Voorbeeld", "telefoon": "0612345678", "gemeente": f.gemeente(),
            "jonger_dan_18": False,
        },
        "intake": {"startkwalificatie": False, "wens": "Magazijn", "route_reden": "Past bij Ali"},
        "route": "praktijkverklaring",
        "leerweg": "derde_leerweg",
        "kwalificatie": kwalificatie,
        "leerbedrijf": bedrijf,
        "begeleider": {"naam": "Johan Voorbeeld", "email": "johan@schakel.example"},
        "erkenning_gecontroleerd_op": BEGIN - timedelta(days=10),
        "periode": {
            "begin": BEGIN, "eind": VANDAAG + timedelta(days=60), "uren_per_week": 24,
            "uren_totaal": 400,
        },
        "keuzes": keuzes,
        "bevestigd": [],
        "studentnummer": "S-77",
        "ingeschreven_op": BEGIN,
        "opgesteld_op": BEGIN - timedelta(days=7),
        "getekend_op": BEGIN - timedelta(days=2),
        "ondertekenaars": {
            "instelling": "Fatima Voorbeeld", "kandidaat": "Ali Voorbeeld",
            "leerbedrijf": "Johan Voorbeeld",
        },
        "scan": stappen.SCAN,
        "afgetekend": {keuzes[0]: BEGIN + timedelta(days=30)},
    } | anders  # fmt: skip


def overnemen(lid, kwalificatie, bedrijf, **anders):
    return actions.overnemen(door=lid, **gegevens(kwalificatie, bedrijf, **anders))


def test_overgenomen_traject_is_meteen_actief(fatima, kwalificatie, bedrijf):
    traject = overnemen(fatima.lid, kwalificatie, bedrijf)

    assert traject.status == Status.ACTIEF
    overgangen = list(traject.overgangen.values_list("van", "naar", "door"))
    assert overgangen == [("", "actief", fatima.lid.pk)]


def test_alle_poorten_zijn_vastgelegd_met_bron_overgenomen(fatima, kwalificatie, bedrijf):
    traject = overnemen(fatima.lid, kwalificatie, bedrijf)

    overeenkomst = models.Praktijkovereenkomst.objects.get(plaatsing__traject=traject)
    feiten = [traject.intake, traject.inschrijving, *overeenkomst.ondertekeningen.all()]
    assert {feit.bron for feit in feiten} == {"overgenomen"}
    assert overeenkomst.elders_getekend
    assert {rij.scan.naam for rij in overeenkomst.ondertekeningen.all()} == {"getekend.pdf"}


def test_wat_al_beheerst_is_staat_er_namens_de_praktijkopleider(fatima, kwalificatie, bedrijf):
    traject = overnemen(fatima.lid, kwalificatie, bedrijf)

    aftekening = models.Aftekening.objects.get(planregel__traject=traject)
    assert (aftekening.niveau, aftekening.bron) == ("zelfstandig", "overgenomen")
    assert (aftekening.door, aftekening.namens.naam) == (fatima.lid, "Johan Voorbeeld")
    assert aftekening.gebeurd_op == BEGIN + timedelta(days=30)


def test_controle_van_toen_is_vastgelegd(fatima, kwalificatie, bedrijf):
    overnemen(fatima.lid, kwalificatie, bedrijf)

    controle = models.Erkenningcontrole.objects.get(leerbedrijf=bedrijf)
    assert controle.gecontroleerd_op == BEGIN - timedelta(days=10)
    assert controle.toelichting == "Overgenomen uit eerdere administratie."


def test_twee_keer_sturen_is_een_traject(fatima, kwalificatie, bedrijf):
    sleutel = uuid.uuid4()

    eerste = overnemen(fatima.lid, kwalificatie, bedrijf, sleutel=sleutel)
    tweede = overnemen(fatima.lid, kwalificatie, bedrijf, sleutel=sleutel)

    assert eerste == tweede
    assert models.Kandidaat.objects.filter(naam="Ali Voorbeeld").count() == 1


@pytest.mark.parametrize(
    ("anders", "reden"),
    [
        ({"erkenning_gecontroleerd_op": None}, "op welke dag de erkenning"),
        ({"erkenning_gecontroleerd_op": BEGIN - timedelta(days=91)}, "meer dan 90 dagen oud"),
        ({"erkenning_gecontroleerd_op": BEGIN + timedelta(days=1)}, "na de eerste dag"),
        ({"keuzes": []}, "Kies ten minste één werkproces"),
        ({"leerweg": "bol"}, "altijd via de derde leerweg"),
        ({"route": "certificaat"}, "voor welk mbo-certificaat"),
        ({"ingeschreven_op": BEGIN + timedelta(days=1)}, "inschrijving is na de start"),
        ({"getekend_op": VANDAAG + timedelta(days=1)}, "dag van tekenen ligt in de toekomst"),
        ({"ondertekenaars": {"instelling": "Fatima", "kandidaat": "Ali"}}, "het leerbedrijf"),
        (
            {"ondertekenaars": dict.fromkeys(("instelling", "kandidaat", "leerbedrijf"), "Ali")},
            "dezelfde naam",
        ),
    ],
)
def test_ook_bij_overnemen_gelden_de_poorten(fatima, kwalificatie, bedrijf, anders, reden):
    with pytest.raises(Bezwaar, match=reden):
        overnemen(fatima.lid, kwalificatie, bedrijf, **anders)

    assert not models.Traject.objects.exists()
    assert not models.Kandidaat.objects.exists()


def test_aftekening_voor_de_start_kan_niet(fatima, kwalificatie, bedrijf):
    keuze = stappen.keuzes(kwalificatie)[0]

    with pytest.raises(Bezwaar, match="Een aftekening ligt tussen de start"):
        overnemen(fatima.lid, kwalificatie, bedrijf, afgetekend={keuze: BEGIN - timedelta(days=1)})


def test_traject_dat_nog_moet_beginnen_neem_je_niet_over(fatima, kwalificatie, bedrijf):
    morgen = VANDAAG + timedelta(days=1)
    periode = {"begin": morgen, "eind": morgen, "uren_per_week": 24, "uren_totaal": 24}

    with pytest.raises(Bezwaar, match="nog niet begonnen"):
        overnemen(fatima.lid, kwalificatie, bedrijf, periode=periode)


def test_minderjarige_heeft_een_vierde_handtekening(fatima, kwalificatie, bedrijf):
    kandidaat = {
        "naam": "Ali Voorbeeld", "telefoon": "0612345678", "gemeente": f.gemeente(),
        "jonger_dan_18": True, "vertegenwoordiger_naam": "Ouder Voorbeeld",
    }  # fmt: skip

    with pytest.raises(Bezwaar, match="de wettelijk vertegenwoordiger"):
        overnemen(fatima.lid, kwalificatie, bedrijf, kandidaat=kandidaat)


def test_waarschuwingen_worden_ook_hier_op_naam_bevestigd(fatima, kwalificatie, bedrijf):
    models.Kwalificatie.objects.update(bevestigd_op=None, bevestigd_door="")
    startversie = models.Kwalificatie.objects.get(pk=kwalificatie.pk)
    with pytest.raises(Bezwaar, match="bevestig ze met je naam"):
        overnemen(fatima.lid, startversie, bedrijf)

    overnemen(fatima.lid, startversie, bedrijf, bevestigd=["startgegevens:25743"])

    assert models.Planbevestiging.objects.get().door == fatima.lid


def test_alleen_een_coordinator_neemt_over(johan, kwalificatie, bedrijf):
    with pytest.raises(Bezwaar, match="Alleen een mbo-coördinator"):
        overnemen(johan.lid, kwalificatie, bedrijf)


def formulier(kwalificatie, bedrijf, **anders):
    eerste, tweede = (proces for _, proces in stappen.keuzes(kwalificatie))
    return {
        "sleutel": uuid.uuid4(), "naam": "Ali Voorbeeld", "telefoon": "0612345678",
        "gemeente": f.gemeente().pk, "taal": "nl", "jonger_dan_18": "nee",
        "startkwalificatie": "nee", "wens": "Magazijn", "route": "praktijkverklaring",
        "leerweg": "derde_leerweg", "route_reden": "Past bij Ali",
        "leerbedrijf_id": bedrijf.leerbedrijf_id,
        "erkenning_gecontroleerd_op": (BEGIN - timedelta(days=10)).isoformat(),
        "opleider_naam": "Johan Voorbeeld", "begin": BEGIN.isoformat(),
        "eind": (VANDAAG + timedelta(days=60)).isoformat(), "uren_per_week": 24,
        "uren_totaal": 400, "studentnummer": "S-77", "ingeschreven_op": BEGIN.isoformat(),
        f"plan_{eerste.pk}": "on", f"dag_{eerste.pk}": BEGIN.isoformat(),
        f"plan_{tweede.pk}": "on", "opgesteld_op": BEGIN.isoformat(),
        "getekend_op": BEGIN.isoformat(), "tekende_instelling": "Fatima Voorbeeld",
        "tekende_kandidaat": "Ali Voorbeeld", "tekende_leerbedrijf": "Johan Voorbeeld",
        "scan": SimpleUploadedFile("pok.png", png(), "image/png"), "bevestigd": "on",
    } | anders  # fmt: skip


def pad(kwalificatie):
    return f"{reverse('trajecten:overnemen')}?kwalificatie={kwalificatie.pk}"


def test_op_een_bladzijde_overgenomen(client, fatima, kwalificatie, bedrijf):
    fatima.aanmelden(client)

    response = client.post(pad(kwalificatie), formulier(kwalificatie, bedrijf))

    traject = models.Traject.objects.get()
    assert response.url == traject.get_absolute_url()
    assert models.Aftekening.objects.get().gebeurd_op == BEGIN


def test_een_mbo_certificaat_op_een_bladzijde(client, fatima):
    certificaat, bedrijf = maken_certificaat.koken(), f.leerbedrijf(erkend_voor=())
    f.mag_uitgeven(fatima.lid.organisatie, "25180")
    waarheen = f"{pad(certificaat.kwalificatie)}&certificaat={certificaat.pk}"
    proces = certificaat.werkprocessen.get(code="C1-K1-W2")
    velden = formulier(
        stappen.kwalificatie(), bedrijf, route="certificaat", gelezen="uitvoerbaar:25180"
    )
    velden = {naam: w for naam, w in velden.items() if not naam.startswith(("plan_", "dag_"))}

    bladzijde = tekst(fatima.aanmelden(client).get(waarheen))
    client.post(waarheen, velden | {f"plan_{proces.pk}": "on", f"dag_{proces.pk}": BEGIN})

    traject = models.Traject.objects.get()
    assert "C0021 Koken in de horeca. Alles wat je hier invult" in bladzijde
    assert (traject.route, traject.certificaat) == ("certificaat", certificaat)
    assert models.Aftekening.objects.get().planregel.code == "C1-K1-W2"


def test_certificaat_zonder_bekende_werkprocessen_wordt_op_naam_bevestigd(client, fatima):
    kwalificatie, bedrijf = stappen.kwalificatie(), f.leerbedrijf(erkend_voor=())
    f.mag_uitgeven(fatima.lid.organisatie)
    certificaat = f.certificaat("C9001", "Magazijn", crebo="25743")
    waarheen = f"{pad(kwalificatie)}&certificaat={certificaat.pk}"
    fatima.aanmelden(client)
    gelezen = ["certificaat:C9001", "uitvoerbaar:25743"]

    bladzijde = tekst(client.get(waarheen))
    velden = formulier(kwalificatie, bedrijf, route="certificaat")
    client.post(waarheen, velden | {"gelezen": gelezen})

    assert all(sleutel in bladzijde for sleutel in gelezen)
    assert models.Traject.objects.get().certificaat == certificaat
    assert models.Planbevestiging.objects.count() == 2


def test_certificaat_van_een_andere_opleiding_kies_je_niet(client, fatima, kwalificatie):
    anders = f.certificaat("C0021", crebo="25180")
    fatima.aanmelden(client)

    bladzijde = tekst(client.get(f"{pad(kwalificatie)}&certificaat={anders.pk}"))

    assert "C0021 Koken in de horeca hoort bij crebo 25180" in bladzijde


def test_route_certificaat_zonder_certificaat_kan_niet(client, fatima, kwalificatie, bedrijf):
    velden = formulier(kwalificatie, bedrijf, route="certificaat")

    response = fatima.aanmelden(client).post(pad(kwalificatie), velden)

    assert response.status_code == 422


def test_bij_een_fout_staat_alles_er_nog(client, fatima, kwalificatie, bedrijf):
    fatima.aanmelden(client)

    response = client.post(
        pad(kwalificatie), formulier(kwalificatie, bedrijf, leerbedrijf_id="999999999")
    )

    assert response.status_code == 422
    assert "Dit leerbedrijf-ID kennen we niet." in tekst(response)
    assert "Ali Voorbeeld" in tekst(response)


def test_dag_zonder_vinkje_krijgt_uitleg(client, fatima, kwalificatie, bedrijf):
    fatima.aanmelden(client)
    velden = formulier(kwalificatie, bedrijf)
    velden.pop(next(naam for naam in velden if naam.startswith("plan_")))

    response = client.post(pad(kwalificatie), velden)

    assert "Zet hier ook een vinkje" in tekst(response)


def test_eerst_de_opleiding_kiezen(client, fatima, kwalificatie):
    fatima.aanmelden(client)

    pagina = tekst(client.get(reverse("trajecten:overnemen")))

    assert "Kies eerst de opleiding." in pagina
