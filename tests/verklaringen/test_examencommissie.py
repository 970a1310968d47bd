"""What lies before the examencommissie: all routes, and exemptions; and what it decided."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from tests import factories as f
from trajecten.models import Status

from . import maken_examencommissie as maken
from .maken_examencommissie import aangeboden, besluiten, voordragen

URL = reverse("verklaringen:examencommissie")


@pytest.fixture
def van_elke_soort(school, fatima):
    maken.van_elke_soort(school, fatima)


@pytest.fixture
def klant(client, anne):
    return anne.aanmelden(client)


def gevraagd(klant, **filter):
    """(kandidaat, what is asked) of each line that waits, as on the page."""
    punten = klant.get(URL, filter).context["punten"]
    return [(punt.traject.kandidaat.naam, punt.gevraagd) for punt in punten]


def test_alle_routes_en_vrijstellingen_staan_er_oudste_eerst(klant, van_elke_soort):
    assert gevraagd(klant) == [
        ("Ali Een", "Mbo-verklaring"),
        ("Bo Twee", "Mbo-certificaat C0021 Koken in de horeca"),
        ("Cis Drie", "Diploma"),
        ("Dee Vier", "Vrijstelling: B1-K1 Werkt als assistent"),
    ]


@pytest.mark.parametrize(
    ("soort", "wie"),
    [
        ("mbo_verklaring", ["Ali Een"]), ("certificaat", ["Bo Twee"]), ("diploma", ["Cis Drie"]),
        ("vrijstelling", ["Dee Vier"]),
        ("bestaat_niet", ["Ali Een", "Bo Twee", "Cis Drie", "Dee Vier"]),
    ],
)  # fmt: skip
def test_filter_op_soort(klant, van_elke_soort, soort, wie):
    assert [naam for naam, _ in gevraagd(klant, soort=soort)] == wie


def test_een_regel_zegt_wie_voorlegde_sinds_wanneer_en_wat_het_advies_is(klant, school, fatima):
    traject = aangeboden(school, fatima)
    f.schooloordeel(traject, fatima.lid)
    voordragen(traject, fatima, "diploma", motivering="Rekenen bleef gelijk.")

    punt = klant.get(URL).context["punten"][0]

    assert (punt.door, punt.sinds) == ("Fatima Voorbeeld", traject.status_sinds)
    assert punt.advies == (
        "Toets van de regels: voldoet.",
        "Rekenen bleef gelijk.",
        "Oordeel van de school: positief.",
        "Een deel is positief beoordeeld, met praktijkverklaring.",
    )


def test_elke_regel_wijst_naar_het_dossier_en_naar_het_besluit(klant, van_elke_soort):
    response = klant.get(URL)

    for punt in response.context["punten"]:
        assertContains(response, f'href="{punt.traject.get_absolute_url()}"')
        if punt.verzoek:
            besluit = reverse("trajecten:vrijstelling_besluiten", args=[punt.verzoek.pk])
        else:
            besluit = reverse("verklaringen:besluiten", args=[punt.traject.pk])
        assertContains(response, f'href="{besluit}"')


def test_wat_toegekend_is_wacht_niet_meer(klant, school, fatima, anne):
    traject = aangeboden(school, fatima, "Bo Twee", route="certificaat")
    besluit = besluiten(traject, anne, "toegekend")
    voordragen(traject, fatima, "certificaat", besluit=besluit)
    verklaring = aangeboden(school, fatima, "Ali Een")
    verklaring.vaststellingen.create(
        soort="mbo_verklaring", volgnummer=1, inhoud={}, inhoud_sha256="0" * 64,
        sjabloonversie="1", door=anne.lid,
    )  # fmt: skip

    assert gevraagd(klant) == []


def test_aangehouden_blijft_staan_met_de_reden(klant, school, fatima, anne):
    traject = aangeboden(school, fatima)
    besluiten(traject, anne, "aangehouden", "De uren ontbreken.")

    assertContains(klant.get(URL), "De uren ontbreken.", count=2)
    assert klant.get(URL).context["punten"][0].aangehouden.reden == "De uren ontbreken."


def test_een_eerdere_ronde_zegt_niets_over_deze(klant, school, fatima, anne):
    traject = aangeboden(school, fatima)
    lang_geleden = timezone.now() - timedelta(days=30)
    besluiten(traject, anne, "aangehouden", "De uren ontbreken.", vastgelegd_op=lang_geleden)

    assert klant.get(URL).context["punten"][0].aangehouden is None


def test_verzoek_zonder_bewijs_of_van_een_gestopt_traject_staat_er_niet(klant, school, fatima):
    lerend = f.traject(instelling=school, coordinator=fatima.lid, route="diploma")
    f.vrijstellingsverzoek(lerend)
    gestopt = f.traject(Status.GESTOPT, instelling=school, coordinator=fatima.lid, route="diploma")
    f.vrijstellingsbewijs(gestopt)

    assert gevraagd(klant) == []
    assertContains(klant.get(URL), "Er wacht nu niets op een besluit.")


def test_kortgeleden_besloten_noemt_uitkomst_reden_en_wie(klant, school, fatima, anne):
    afgewezen = aangeboden(school, fatima, "Ali Een")
    besluiten(afgewezen, anne, "afgewezen", "Er is geen verzoek.")
    lerend = f.traject(
        instelling=school, coordinator=fatima.lid, kandidaat=f.kandidaat("Dee Vier"),
        route="diploma",
    )  # fmt: skip
    f.vrijstellingsbesluit(f.vrijstellingsbewijs(lerend).verzoek, anne.lid, "deels")

    besloten = klant.get(URL).context["besloten"]

    assert [
        (rij.traject.kandidaat.naam, rij.gevraagd, rij.uitkomst, rij.reden, rij.wie)
        for rij in besloten
    ] == [
        ("Dee Vier", "Vrijstelling: B1-K1 Werkt als assistent", "Deels verleend",
         "Het bewijs dekt dit.", "Anne Voorbeeld, voorzitter"),
        ("Ali Een", "Mbo-verklaring", "Afgewezen", "Er is geen verzoek.",
         "Anne Voorbeeld, voorzitter"),
    ]  # fmt: skip
    gefilterd = klant.get(URL, {"soort": "mbo_verklaring"}).context["besloten"]
    assert [rij.gevraagd for rij in gefilterd] == ["Mbo-verklaring"]


def test_ook_een_ouder_besluit_noemt_waarover_het_ging(klant, school, fatima, anne):
    traject = aangeboden(school, fatima, route="diploma")
    vroeger = timezone.now() - timedelta(days=3)
    voordracht = voordragen(traject, fatima, "diploma", aangeboden_op=vroeger)
    besluiten(traject, anne, "aangehouden", "Later.")
    voordracht.besluit = besluiten(traject, anne, "toegekend")
    voordracht.save()

    besloten = klant.get(URL).context["besloten"]

    assert [(rij.gevraagd, rij.uitkomst) for rij in besloten] == [
        ("Diploma", "Toegekend"), ("Diploma", "Aangehouden"),
    ]  # fmt: skip


def test_een_andere_school_ziet_niets(client, boris, van_elke_soort):
    assertNotContains(boris.aanmelden(client).get(URL), "Een")


def test_bladeren(klant, school, fatima, monkeypatch):
    monkeypatch.setattr("verklaringen.rules.PER_BLADZIJDE", 2)
    for nummer in range(3):
        aangeboden(school, fatima, f"Kandidaat {'ABC'[nummer]}", 9 - nummer)

    eerste = klant.get(URL, {"soort": "mbo_verklaring"})
    tweede = klant.get(eerste.context["volgende"])

    assert len(eerste.context["punten"]) == 2
    assert [punt.traject.kandidaat.naam for punt in tweede.context["punten"]] == ["Kandidaat C"]
    assert tweede.context["eerste"] == f"{URL}?soort=mbo_verklaring"


@pytest.mark.parametrize("vanaf", ["-1", "x", "9" * 30, "99"])
def test_een_vreemde_bladzijde_is_geen_fout(klant, van_elke_soort, vanaf):
    assert klant.get(URL, {"vanaf": vanaf}).status_code == 200


def test_examencommissie_query_count_is_the_same_at_1_and_at_3_rows(
    klant, school, fatima, anne, tellen
):
    def erbij(naam):
        traject = aangeboden(school, fatima, naam, route="diploma")
        f.schooloordeel(traject, fatima.lid)
        voordragen(traject, fatima, "diploma")
        besluiten(traject, anne, "aangehouden", "Later.")
        lerend = f.traject(
            instelling=school, coordinator=fatima.lid, route="diploma",
            kandidaat=f.kandidaat(f"{naam} Lerend"),
        )  # fmt: skip
        verzoek = f.vrijstellingsbewijs(lerend).verzoek
        f.vrijstellingsbewijs(lerend, verzoek=verzoek)
        f.vrijstellingsbesluit(f.vrijstellingsverzoek(lerend, code="P1-K1"), anne.lid)

    erbij("Ali Een")
    klant.get(URL)
    een = tellen(URL)
    erbij("Bo Twee")
    erbij("Cis Drie")

    assert tellen(URL) == een
    assert len(gevraagd(klant)) == 6
