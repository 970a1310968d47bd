"""The bellijst, and the page where one call is typed."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from tests import factories as f
from tests import maken_nazorg as maken
from trajecten import rules
from trajecten.models import Nazorgstop, Status

LIJST = reverse("trajecten:nazorg")


@pytest.fixture
def klaar(school, fatima, noor, mo):
    """Samira's traject, ended 92 days ago; Noor is the jobcoach and Mo referred her."""
    kandidaat = f.kandidaat("Samira Voorbeeld", telefoon="0612340000")
    wie = {"instelling": school, "coordinator": fatima.lid, "kandidaat": kandidaat}
    rij = maken.geeindigd_traject(92, **wie)
    maken.jobcoaching(rij, noor.lid)
    maken.verwezen(rij, mo.lid)
    return rij


def url(traject, stap="bellen"):
    return reverse(f"trajecten:{stap}", args=[traject.pk])


def ingevuld(**velden):
    vandaag = timezone.localdate().isoformat()
    begin = {"maand": 3, "na": 0, "werk": "ja_12", "antwoord_van": "kandidaat"}
    return begin | {"gebeurd_op": vandaag} | velden


def gezegd(traject):
    return list(
        traject.nazorgmetingen.values_list(
            "werk", "uren", "waar", "uitkering", "leert_door", "antwoord_van"
        )
    )


def test_een_gesprek_in_drie_keuzes(client, klaar, noor):
    noor.aanmelden(client)

    response = client.post(url(klaar), ingevuld(waar="leerbedrijf", uitkering="nee"))

    assertRedirects(response, LIJST, fetch_redirect_response=False)
    assert gezegd(klaar) == [("ja", "12_of_meer", "leerbedrijf", "nee", None, "kandidaat")]
    assertContains(
        client.get(LIJST), "Samira: werkt, 12 uur of meer, bij het leerbedrijf, zonder uitkering."
    )


@pytest.mark.parametrize(
    ("keuze", "werk", "uren"),
    [("ja_minder", "ja", "minder_dan_12"), ("ja", "ja", ""), ("nee", "nee", "")],
)
def test_werk_en_uren_zijn_een_keuze(client, klaar, noor, keuze, werk, uren):
    noor.aanmelden(client).post(url(klaar), ingevuld(werk=keuze, leert_door="on"))

    assert gezegd(klaar) == [(werk, uren, "", "", True, "kandidaat")]


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"werk": ""}, "Kies of de kandidaat werkt."),
        ({"werk": "nee", "waar": "leerbedrijf"}, "Een plek hoort alleen bij werk."),
        ({"gebeurd_op": "2199-01-01"}, "Deze dag is nog niet geweest."),
        ({"gebeurd_op": "2001-01-01"}, "vóór het einde van het leren"),
        ({"maand": 6}, "De meting na 6 maanden is op"),
        ({"maand": 4}, "Deze pagina was verouderd."),
        ({"na": "x"}, "Deze pagina was verouderd."),
        ({"gebeurd_op": "gisteren"}, "Schrijf hem zo: 31-12-2026."),
    ],
)
def test_verkeerd_ingevuld_blijft_staan(client, klaar, noor, velden, zin):
    noor.aanmelden(client)

    response = client.post(url(klaar), ingevuld(uitkering="minder") | velden)

    assertContains(response, zin, status_code=422)
    assert response.context["form"]["uitkering"].value() == "minder"
    assert gezegd(klaar) == []


def test_iemand_was_eerder_beide_staan_er(client, klaar, noor, fatima):
    maken.nazorgmeting(klaar, fatima.lid, "nee")
    noor.aanmelden(client)

    response = client.post(url(klaar), ingevuld())

    assertContains(response, "werkt niet", status_code=409)
    assert response.context["form"]["werk"].value() == "ja_12"
    assertContains(response, "Bewaar mijn antwoord ook", status_code=409)

    client.post(url(klaar), ingevuld(na=1))

    assert [werk for werk, *_ in gezegd(klaar)] == ["nee", "ja"]


def test_geen_antwoord_drie_keer_en_dan_onbekend(client, klaar, noor):
    noor.aanmelden(client)
    for na in range(3):
        response = client.post(
            url(klaar, "nazorgpoging_vastleggen"),
            {"maand": 3, "na": na, "uitkomst": "niet_opgenomen"},
        )
        assertRedirects(response, url(klaar))
    assertContains(client.get(url(klaar)), "Leg vast: onbekend")

    client.post(url(klaar, "meting_onbekend"), {"maand": 3})

    assert [werk for werk, *_ in gezegd(klaar)] == ["onbekend"]


def test_een_vreemde_druk_verandert_niets(client, klaar, noor):
    noor.aanmelden(client)

    for stap in ("nazorgpoging_vastleggen", "meting_onbekend"):
        assertRedirects(client.post(url(klaar, stap), {}), url(klaar))
    assert klaar.nazorgpogingen.count() == klaar.nazorgmetingen.count() == 0


@pytest.mark.parametrize("wie", ["noor", "mo", "fatima"])
def test_bellijst_per_rol(request, client, klaar, wie):
    request.getfixturevalue(wie).aanmelden(client)

    response = client.get(LIJST)

    assertContains(response, "Samira Voorbeeld")
    assertContains(response, "0612340000")


@pytest.mark.parametrize("wie", ["naomi", "peter", "karin"])
def test_een_ander_heeft_een_lege_bellijst(request, client, klaar, wie):
    request.getfixturevalue(wie).aanmelden(client)

    assertContains(client.get(LIJST), "Er is nu niemand om te bellen.")
    assert client.get(url(klaar)).status_code == 404


@pytest.mark.parametrize("wie", ["johan", "anne"])
def test_wie_er_niet_bij_hoort_komt_er_niet(request, client, klaar, wie):
    request.getfixturevalue(wie).aanmelden(client)

    assert client.get(LIJST).status_code == client.get(url(klaar)).status_code == 403


@pytest.mark.parametrize(
    ("dagen", "erop"),
    [(80, False), (86, True), (92, True), (120, True), (175, False), (183, True), (360, True),
     (455, True), (470, False)],
)  # fmt: skip
def test_wanneer_iemand_op_de_lijst_staat(client, school, fatima, dagen, erop):
    rij = maken.geeindigd_traject(dagen, instelling=school, coordinator=fatima.lid)
    if dagen > 130:
        maken.nazorgmeting(rij, fatima.lid, maand=3)
    if dagen > 300:
        maken.nazorgmeting(rij, fatima.lid, maand=6)
    fatima.aanmelden(client)

    regels = client.get(LIJST).context["regels"]

    assert [regel.traject for regel in regels] == ([rij] if erop else [])


def test_met_antwoord_of_stop_staat_iemand_er_niet_meer_op(client, klaar, noor, school, fatima):
    maken.nazorgmeting(klaar, noor.lid, "onbekend")
    wil_niet = maken.geeindigd_traject(92, instelling=school, coordinator=fatima.lid)
    zij = f.lid("kandidaat", kandidaat=wil_niet.kandidaat)
    wil_niet.nazorgstop = (
        type(wil_niet)
        ._meta.get_field("nazorgstop")
        .related_model.objects.create(traject=wil_niet, door=zij, gebeurd_op=timezone.localdate())
    )
    fatima.aanmelden(client)

    assert client.get(LIJST).context["regels"] == []


def test_wie_het_langst_wacht_staat_bovenaan(client, school, fatima):
    wie = {"instelling": school, "coordinator": fatima.lid}
    laat, vroeg = (maken.geeindigd_traject(dagen, **wie) for dagen in (90, 99))
    fatima.aanmelden(client)

    regels = client.get(LIJST).context["regels"]

    assert [regel.traject for regel in regels] == [vroeg, laat]
    assert [regel.te_laat for regel in regels] == [False, False]


def test_bellijst_query_count(client, school, fatima, noor, tellen):
    def erbij():
        rij = maken.geeindigd_traject(92, instelling=school, coordinator=fatima.lid)
        maken.jobcoaching(rij, noor.lid)
        rij.nazorgpogingen.create(
            maand=3, nummer=1, uitkomst="niet_opgenomen", door=noor.lid,
            gebeurd_op=timezone.localdate(),
        )  # fmt: skip

    fatima.aanmelden(client)
    erbij()
    een = tellen(LIJST)
    erbij()
    erbij()

    assert tellen(LIJST) == een


def test_een_eerdere_meting_kan_nog_worden_ingetypt(client, school, fatima):
    rij = maken.geeindigd_traject(200, instelling=school, coordinator=fatima.lid)
    fatima.aanmelden(client)
    pagina = client.get(url(rij) + "?maand=3")
    assertContains(pagina, "Meting na 3 maanden")
    dag = rules.maanden_later(timezone.localdate() - timedelta(days=200), 3)
    assert pagina.context["form"]["gebeurd_op"].value() == dag

    toen = (timezone.localdate() - timedelta(days=108)).isoformat()
    client.post(url(rij), ingevuld(gebeurd_op=toen))

    assert rij.nazorgmetingen.get().maand == 3


def test_blok_op_de_trajectpagina(client, klaar, fatima, noor, school):
    maken.nazorgmeting(klaar, noor.lid, waar="leerbedrijf")
    detail = klaar.get_absolute_url()

    for speler in (fatima, noor):
        speler.aanmelden(client)
        assertContains(client.get(detail), "Werkt, 12 uur of meer, bij het leerbedrijf")


def test_leerbedrijf_en_examencommissie_zien_het_blok_niet(client, klaar, noor, anne):
    maken.nazorgmeting(klaar, noor.lid, waar="leerbedrijf")
    klaar.overgangen.create(naar=Status.BIJ_EXAMENCOMMISSIE)
    bedrijf = klaar.plaatsingen.get().leerbedrijf
    beheer = f.lid("leerbedrijfbeheerder", leerbedrijf=bedrijf)

    for lid in (anne.lid, beheer):
        type(anne)(lid).aanmelden(client)
        assertNotContains(client.get(klaar.get_absolute_url()), "Nazorg: werkt")


def test_de_verwijzer_ziet_het_blok_bij_de_aanmelding(client, klaar, mo, noor):
    maken.nazorgmeting(klaar, noor.lid)
    mo.aanmelden(client)

    assertContains(client.get(klaar.aanmelding.get_absolute_url()), "Werkt, 12 uur of meer")


def test_nazorg_beginnen_en_afsluiten_met_een_knop(client, school, fatima):
    rij = maken.geeindigd_traject(366, Status.UITGEREIKT, instelling=school)
    fatima.aanmelden(client)
    assertContains(client.get(rij.get_absolute_url()), "Begin de nazorg")

    client.post(url(rij, "nazorg_beginnen"))
    assertNotContains(client.get(rij.get_absolute_url()), "Sluit het traject af")
    maken.nazorgmeting(rij, fatima.lid, "nee", maand=12)
    assertContains(client.get(rij.get_absolute_url()), "Sluit het traject af")
    client.post(url(rij, "afsluiten"))

    rij.refresh_from_db()
    assert rij.status == Status.AFGESLOTEN


@pytest.mark.parametrize("wie", ["noor", "mo", "fatima"])
def test_aan_de_telefoon_gezegd_vraag_het_niet_meer(request, client, klaar, wie):
    speler = request.getfixturevalue(wie)
    speler.aanmelden(client)
    stop = url(klaar, "nazorg_niet_meer_vragen")
    assertContains(client.get(url(klaar)), stop)

    assertRedirects(client.post(stop), LIJST, fetch_redirect_response=False)

    assert Nazorgstop.objects.get().door == speler.lid
    assert client.get(LIJST).context["regels"] == []
    assertContains(client.get(url(klaar)), "wil deze vraag niet meer krijgen")
    assert client.post(url(klaar), ingevuld()).status_code == 422
