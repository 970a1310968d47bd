"""Two worked examples from the field, end to end through the pages, on the days they name.

Fictional people and companies; kwalificaties and certificaat as in the register.
"""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from tests import factories as f
from tests.spelers import Speler
from tests.trajecten import maken_certificaat
from tests.trajecten.test_intake import ingevuld as intake
from tests.trajecten.test_vrijstellingen import gevraagd
from tests.verklaringen.lezer import tekst
from tests.verklaringen.praktijk import (
    Spel,
    beoordelen,
    besluiten,
    gegevens,
    kiezen,
    plannen,
    scan,
    stand,
    tekenen_en_starten,
)
from trajecten import models as m
from trajecten.models import Rol, Status
from verklaringen import actions
from verklaringen.models import (
    Soort,
    Uitgifte,
    Uitgifteopdracht,
    Voordracht,
    Voordrachtuitreiking,
)

ENTREE = {
    "B1-K1-W1": "Bereidt assisterende werkzaamheden voor",
    "B1-K1-W2": "Voert assisterende werkzaamheden uit",
    "B1-K1-W3": "Meldt zich ter afsluiting van zijn assisterende werkzaamheden af",
    "P1-K1-W1": "Ontvangt goederen en/of producten",
    "P1-K1-W2": "Maakt goederen en/of producten gereed voor opslag en slaat deze op",
    "P1-K1-W5": "Maakt goederen en/of producten verzendklaar",
}
EXAMEN = ("7,2", "6,8", "5,9", "8,0", "6,1", "5,5")


@pytest.fixture
def spel(client):
    return Spel(client)


def bevestigd(crebo, naam, niveau, **velden):
    """A kwalificatie that beheer compared with the register."""
    return f.kwalificatie(
        crebo, naam, niveau, geldig_vanaf=date(2020, 8, 1), bevestigd_door="A. Beheer",
        bevestigd_op=timezone.now(), **velden,
    )  # fmt: skip


def nagekeken(bedrijf, crebo, op, fatima):
    """The school looked the erkenning up at SBB, before the start."""
    m.Erkenningcontrole.objects.create(
        leerbedrijf=bedrijf, crebo=crebo, gecontroleerd_op=op, door=fatima.lid,
        uitkomst=m.Erkenningcontrole.Uitkomst.GEVERIFIEERD,
    )  # fmt: skip


def aanmelding(fatima, naam):
    return f.traject(
        Status.INTAKE, instelling=fatima.lid.organisatie, coordinator=fatima.lid, route="",
        leerweg="", kwalificatie=None, kandidaat=f.kandidaat(naam),
    )  # fmt: skip


def kandidaat(traject):
    mens = traject.kandidaat
    return Speler(f.lid(Rol.KANDIDAAT, mens.naam, kandidaat=mens))


# One: a praktijkverklaring, with what the company does not do and something extra.


@pytest.fixture
def samira(spel, fatima, johan, bedrijf):
    """Assistent logistiek at De Schakel, six werkprocessen and one extra."""
    logistiek, dienst = (
        bevestigd("25743", "Assistent logistiek", 1),
        bevestigd("25741", "Assistent dienstverlening", 1, profiel="P2"),
    )
    eigen = [f.werkproces(code, titel, logistiek) for code, titel in ENTREE.items()]
    extra = f.werkproces("P2-K1-W1", "Maakt (werk)ruimtes gebruiksklaar", dienst)
    f.mag_uitgeven(fatima.lid.organisatie)
    for crebo in ("25743", "25741"):
        nagekeken(bedrijf, crebo, date(2026, 1, 12), fatima)
    traject = aanmelding(fatima, "Samira Voorbeeld")
    spel.doen(fatima, "trajecten:intake", traject.pk, **intake())
    periode = (date(2026, 2, 2), date(2026, 7, 31))
    plannen(spel, fatima, traject, logistiek, johan, periode, (24, 560))
    kiezen(spel, fatima, traject, [*((logistiek, p) for p in eigen), (dienst, extra)])
    namen = {
        "instelling": "Fatima Voorbeeld", "kandidaat": "Samira Voorbeeld",
        "leerbedrijf": "Johan Voorbeeld",
    }  # fmt: skip
    tekenen_en_starten(spel, fatima, traject, date(2026, 1, 19), date(2026, 1, 26), namen)
    return stand(traject)


def test_samira_krijgt_een_praktijkverklaring_zonder_wat_het_bedrijf_niet_doet(
    spel, samira, fatima, johan, anne, renderer
):
    zij = kandidaat(samira)
    beoordelen(spel, fatima, johan, samira, date(2026, 7, 24), niet=["P1-K1-W5"])
    spel.doen(
        fatima, "trajecten:schooloordeel", samira.pk, oordeel="3", na=0,
        motivering="Een deel is positief.", gebeurd_op=date(2026, 7, 28),
    )  # fmt: skip
    wie = {
        "voornamen": "Samira", "achternaam": "Voorbeeld", "geboortedatum": date(1991, 3, 14),
        "geboorteplaats": "Zwolle",
    }  # fmt: skip
    gegevens(spel, fatima, johan, samira, wie, 512)
    spel.doen(
        fatima, "trajecten:verzoek", samira.pk, gebeurd_op=date(2026, 7, 20), wijze="mondeling"
    )
    spel.doen(fatima, "verklaringen:vaststellen", samira.pk)
    blad = samira.vaststellingen.get()
    for tekenaar in (johan, zij):
        spel.doen(tekenaar, "verklaringen:ondertekenen", blad.pk, klopt="on", plaats="Deventer")
    besluiten(spel, anne, samira, date(2026, 8, 6))
    spel.doen(fatima, "verklaringen:uitgeven", samira.pk)
    while werk := actions.pakken(Uitgifteopdracht):
        actions.opdracht_uitvoeren(werk, renderer)
    spel.doen(
        fatima, "verklaringen:uitreiken", samira.pk, gebeurd_op=timezone.localdate(),
        plaats="Deventer",
    )  # fmt: skip

    uitgifte = Uitgifte.objects.get(soort=Soort.PRAKTIJKVERKLARING)
    gedrukt = tekst(_pdf(spel, fatima, uitgifte))
    assert "512" in gedrukt
    assert [code for code in ENTREE if code in gedrukt] == [c for c in ENTREE if c != "P1-K1-W5"]
    assert "P2-K1-W1" in gedrukt
    assert "Assistent dienstverlening" in gedrukt
    assert stand(samira).status == Status.UITGEREIKT


def _pdf(spel, wie, uitgifte):
    wie.aanmelden(spel.client)
    return spel.client.get(reverse("verklaringen:document", args=[uitgifte.pk])).content


# Two: a certificaat at a private school; after it a shortened diploma.


@pytest.fixture
def tarik(spel, fatima, johan, bedrijf):
    """C0021 at a private school, learning at a restaurant since september 2025."""
    m.Organisatie.objects.filter(pk=fatima.lid.organisatie_id).update(bekostigd=False)
    certificaat = maken_certificaat.koken()
    kok = certificaat.kwalificatie
    f.mag_uitgeven(fatima.lid.organisatie, "25180", van=date(2025, 8, 1))
    f.erkenning(bedrijf, "25180")
    nagekeken(bedrijf, "25180", date(2025, 8, 20), fatima)
    traject = aanmelding(fatima, "Tarik Voorbeeld")
    velden = intake(route="certificaat", leerweg="derde_leerweg", met_bpv="ja")
    spel.doen(fatima, "trajecten:intake", traject.pk, **velden)
    periode = (date(2025, 9, 1), date(2026, 2, 27))
    plannen(spel, fatima, traject, kok, johan, periode, (20, 500), certificaat=certificaat.pk)
    kiezen(spel, fatima, traject, [(kok, proces) for proces in certificaat.werkprocessen.all()])
    namen = {
        "instelling": "Fatima Voorbeeld", "kandidaat": "Tarik Voorbeeld",
        "leerbedrijf": "Johan Voorbeeld",
    }  # fmt: skip
    tekenen_en_starten(spel, fatima, traject, date(2025, 8, 25), date(2025, 8, 28), namen)
    return stand(traject)


@pytest.fixture
def beoordeeld(spel, tarik, fatima, johan):
    """Every werkproces of the certificaat ja, and the school agrees; lessons followed."""
    beoordelen(spel, fatima, johan, tarik, date(2026, 2, 13))
    spel.doen(
        fatima, "trajecten:schooloordeel", tarik.pk, oordeel="1", na=0,
        motivering="Alles is positief.", gebeurd_op=date(2026, 2, 20),
    )  # fmt: skip
    wie = {
        "voornamen": "Tarik", "achternaam": "Voorbeeld", "geboortedatum": date(1995, 6, 2),
        "geboorteplaats": "Zutphen",
    }  # fmt: skip
    gegevens(spel, fatima, johan, tarik, wie, 500)
    f.resultaat(tarik, "les", "voldaan", naam="Koken in theorie", gebeurd_op=date(2026, 2, 10))
    return tarik


def geexamineerd(traject, cijfers):
    for nummer, cijfer in enumerate(cijfers, 1):
        f.resultaat(
            traject, "certificaatexamen", cijfer, code="C0021", naam=f"Onderdeel {nummer}",
            gebeurd_op=date(2026, 2, 20 + nummer),
        )  # fmt: skip


def test_tarik_krijgt_zijn_certificaat_van_de_school(spel, beoordeeld, fatima, anne):
    hij = kandidaat(beoordeeld)
    geexamineerd(beoordeeld, EXAMEN)
    assert "Gemiddelde 6,58, eindcijfer 7." in spel.lezen(
        fatima, "verklaringen:voordragen", beoordeeld.pk
    )
    spel.doen(fatima, "verklaringen:voordragen", beoordeeld.pk, beroepsvereisten="")
    besluiten(spel, anne, beoordeeld, date(2026, 3, 12))
    wie = hij.aanmelden(spel.client)
    assert "Je school maakt je mbo-certificaat." in wie.get(reverse("verklaringen:bewijzen")).text
    spel.doen(
        fatima, "verklaringen:voordracht_uitreiken", beoordeeld.pk, plaats="Zutphen",
        naam="Fatima Voorbeeld", gebeurd_op=date(2026, 3, 20),
    )  # fmt: skip

    assert stand(beoordeeld).status == Status.UITGEREIKT
    assert Voordracht.objects.get().toets["uitkomst"] == "voldoet"
    assert Voordrachtuitreiking.objects.get().gebeurd_op == date(2026, 3, 20)
    assert not Uitgifte.objects.exists()


def test_een_te_laag_onderdeel_houdt_de_voordracht_zonder_motivering_tegen(
    spel, beoordeeld, fatima
):
    geexamineerd(beoordeeld, (*EXAMEN[:-1], "5,4"))

    pagina = spel.lezen(fatima, "verklaringen:voordragen", beoordeeld.pk)
    spel.doen(fatima, "verklaringen:voordragen", beoordeeld.pk, status=422, beroepsvereisten="")

    assert "Slagingsregels: voldoet nog niet" in pagina
    assert "Te laag: Onderdeel 6." in pagina
    assert "Gemiddelde 6,57, eindcijfer 7." in pagina
    assert not Voordracht.objects.exists()


@pytest.fixture
def verkort(spel, tarik, fatima):
    """The next step after the certificaat: the whole diploma Kok, in bbl, since august 2026."""
    m.Traject.objects.filter(pk=tarik.pk).update(status=Status.UITGEREIKT)
    spel.doen(
        fatima, "trajecten:vervolg", tarik.pk, route="diploma", kwalificatie=tarik.kwalificatie_id
    )
    traject = m.Traject.objects.get(vervolg_op=tarik)
    m.Traject.objects.filter(pk=traject.pk).update(
        status=Status.ACTIEF, route="diploma", leerweg="bbl", kwalificatie=tarik.kwalificatie
    )
    m.Inschrijving.objects.create(
        traject=traject, studentnummer="S-2", gebeurd_op=date(2026, 8, 1), door=fatima.lid
    )
    return stand(traject)


def test_na_het_certificaat_een_verkort_diploma(spel, verkort, fatima, anne):
    hij = kandidaat(verkort)
    spel.doen(
        hij, "trajecten:vrijstellingen", verkort.pk,
        **gevraagd(omschrijving="Mbo-certificaat C0021", bewijs=scan("c0021.png")),
    )  # fmt: skip
    spel.doen(
        hij, "trajecten:vrijstellingen", verkort.pk, status=422,
        **gevraagd(waarvoor="nederlands:", eerder_examen="anders", zelfde_niveau="nee"),
    )  # fmt: skip
    verzoek = m.Vrijstellingsverzoek.objects.get()
    gedekt = ["B1-K1-W2", "B1-K1-W4", "B1-K1-W5", "B1-K1-W6"]
    spel.doen(
        anne, "trajecten:vrijstelling_besluiten", verzoek.pk, uitkomst="deels",
        motivering="Het certificaat dekt vier van de zeven werkprocessen.", cijfer="", woord="",
        werkprocessen=gedekt, naam="Anne Voorbeeld", functie="voorzitter",
        gebeurd_op=timezone.localdate(),
    )  # fmt: skip

    dossier = spel.lezen(fatima, "verklaringen:voordragen", verkort.pk)

    assert verzoek.besluit.werkprocessen == gedekt
    assert "Slagingsregels: voldoet nog niet" in dossier
    assert "Er is nog geen keuzedeel dat meetelt." in dossier
    assert "De school gaf nog geen oordeel over het leren op het werk" in dossier
    assert "Bied aan bij de examencommissie" not in dossier
