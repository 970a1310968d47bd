"""Withdrawing an issued document: one proposes, a second person of the school decides."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from tests.spelers import Speler
from tests.verklaringen.maken_uitgiften import WAAROM
from trajecten.models import Gebruiker, Lidmaatschap, Rol
from trajecten.rules import Bezwaar, Ingehaald
from verklaringen import actions, rules
from verklaringen.models import Intrekking, Intrekkingsvoorstel, Uitgifte, Voorstelafwijzing


def voorstellen(uitgifte):
    return reverse("verklaringen:intrekken_voorstellen", args=[uitgifte.pk])


def besluiten(voorstel):
    return reverse("verklaringen:intrekken", args=[voorstel.pk])


def afwijzen(voorstel):
    return reverse("verklaringen:voorstel_afwijzen", args=[voorstel.pk])


def kaart(uitgifte):
    return reverse("verklaringen:uitgifte", args=[uitgifte.pk])


def geldigheid(uitgifte):
    return Uitgifte.objects.with_geldigheid().get(pk=uitgifte.pk).geldigheid


def test_voor_het_voorstel_komt_klopt_dit(client, pv, fatima):
    fatima.aanmelden(client)

    response = client.post(voorstellen(pv), WAAROM)

    assertContains(response, "Klopt dit?")
    assertContains(response, "Er staat een fout in het document")
    assertContains(response, "De uren zijn van iemand anders.")
    assert not Intrekkingsvoorstel.objects.exists()


def test_verander_dit_geeft_het_formulier_met_wat_er_stond(client, pv, fatima):
    fatima.aanmelden(client)

    response = client.post(voorstellen(pv), WAAROM | {"verander": "ja"})

    assertContains(response, "De uren zijn van iemand anders.</textarea>")
    assert not Intrekkingsvoorstel.objects.exists()


def test_na_klopt_dit_staat_het_voorstel_er_en_geldt_het_document_nog(client, pv, fatima):
    fatima.aanmelden(client)

    response = client.post(voorstellen(pv), WAAROM | {"klopt": "ja"})

    assertRedirects(response, kaart(pv))
    voorstel = Intrekkingsvoorstel.objects.get()
    assert (voorstel.reden, voorstel.toelichting) == ("fout", WAAROM["toelichting"])
    assert (voorstel.door, geldigheid(pv)) == (fatima.lid, "geldig")
    assertContains(client.get(kaart(pv)), "Er ligt een voorstel")


@pytest.mark.parametrize(
    ("mist", "zin"),
    [("reden", "Kies waarom het document moet"), ("toelichting", "Leg uit wat er aan de hand is.")],
)
def test_zonder_reden_of_uitleg_kan_het_niet(client, pv, fatima, mist, zin):
    fatima.aanmelden(client)

    response = client.post(voorstellen(pv), WAAROM | {mist: "", "klopt": "ja"})

    assertContains(response, zin, status_code=422)
    assert not Intrekkingsvoorstel.objects.exists()


def test_twee_keer_klikken_is_een_voorstel(client, voorstel, pv, fatima):
    fatima.aanmelden(client)

    client.post(voorstellen(pv), WAAROM | {"klopt": "ja"})

    assert Intrekkingsvoorstel.objects.get() == voorstel


def test_een_tweede_voorstel_hoort_wie_eerder_was(client, voorstel, pv, farid):
    farid.aanmelden(client)
    assertContains(client.get(voorstellen(pv)), "Fatima Voorbeeld stelde dit al voor.")

    response = client.post(voorstellen(pv), WAAROM | {"klopt": "ja"})

    assertContains(response, "Fatima Voorbeeld stelde al voor", status_code=409)
    assert Intrekkingsvoorstel.objects.count() == 1


def test_een_andere_coordinator_trekt_het_blad_in(client, voorstel, pv, farid):
    farid.aanmelden(client)
    assertContains(client.get(besluiten(voorstel)), "Trek het document in")

    response = client.post(besluiten(voorstel), follow=True)

    assertContains(response, "Niet meer geldig.")
    intrekking = Intrekking.objects.get()
    assert (intrekking.uitgifte, intrekking.reden) == (pv, "fout")
    assert (intrekking.door, intrekking.voorstel.door) == (farid.lid, voorstel.door)
    assert geldigheid(pv) == "ingetrokken"


def test_niemand_bevestigt_het_eigen_voorstel(client, voorstel, fatima):
    fatima.aanmelden(client)
    assertContains(client.get(besluiten(voorstel)), "Jij stelde dit voor.")

    response = client.post(besluiten(voorstel))

    assertContains(response, "Jij stelde dit voor.", status_code=422)
    assert not Intrekking.objects.exists()


def test_ook_niet_met_een_tweede_rol_van_dezelfde_mens(client, mbovoorstel, fatima, school):
    tweede = Lidmaatschap.objects.create(
        gebruiker=fatima.lid.gebruiker, rol=Rol.EXAMENCOMMISSIE, organisatie=school
    )
    Speler(tweede).aanmelden(client)

    response = client.post(besluiten(mbovoorstel))

    assertContains(response, "Jij stelde dit voor.", status_code=422)
    assert not Intrekking.objects.exists()
    assert not rules.voorstellen_voor(tweede).exists()


def test_over_de_mbo_verklaring_besluit_de_examencommissie(client, mbovoorstel, mbo, farid, anne):
    farid.aanmelden(client)
    weigering = client.post(besluiten(mbovoorstel))
    assertContains(weigering, "besluit de examencommissie.", status_code=422)
    anne.aanmelden(client)

    client.post(besluiten(mbovoorstel))

    assert (Intrekking.objects.get().door, geldigheid(mbo)) == (anne.lid, "ingetrokken")


def test_over_het_blad_besluit_een_andere_coordinator(client, aangeboden, voorstel, farid, anne):
    anne.aanmelden(client)

    response = client.post(besluiten(voorstel))

    assertContains(response, "een andere mbo-coördinator van de school.", status_code=422)
    assert not Intrekking.objects.exists()
    assert [list(rules.voorstellen_voor(wie.lid)) for wie in (farid, anne)] == [[voorstel], []]


def test_met_een_coordinator_op_school_bevestigt_de_examencommissie(
    client, aangeboden, pv, fatima, anne
):
    fatima.aanmelden(client)
    assertContains(client.get(voorstellen(pv)), "daarna besluit de examencommissie.")
    client.post(voorstellen(pv), WAAROM | {"klopt": "ja"})
    voorstel = Intrekkingsvoorstel.objects.get()
    anne.aanmelden(client)
    assertContains(client.get(reverse("verklaringen:examencommissie")), besluiten(voorstel))

    client.post(besluiten(voorstel))

    assert (Intrekking.objects.get().door, geldigheid(pv)) == (anne.lid, "ingetrokken")


@pytest.mark.parametrize("weg", ["geen_lid_meer", "geblokkeerd", "zelfde_mens"])
def test_een_collega_die_er_niet_is_telt_niet_als_tweede_mens(
    aangeboden, voorstel, farid, fatima, anne, school, weg
):
    if weg == "geen_lid_meer":
        Lidmaatschap.objects.filter(pk=farid.lid.pk).update(tot="2020-12-31")
    elif weg == "geblokkeerd":
        Gebruiker.objects.filter(pk=farid.lid.gebruiker_id).update(is_active=False)
    else:
        Lidmaatschap.objects.filter(pk=farid.lid.pk).update(
            gebruiker=fatima.lid.gebruiker, tot="2099-12-31"
        )

    actions.intrekken(voorstel=voorstel, door=anne.lid)

    assert Intrekking.objects.get().door == anne.lid


def test_afwijzen_houdt_het_document_geldig(client, voorstel, pv, farid):
    farid.aanmelden(client)

    client.post(afwijzen(voorstel), {"reden": "De uren kloppen wel."})

    assert Voorstelafwijzing.objects.get().toelichting == "De uren kloppen wel."
    assert geldigheid(pv) == "geldig"
    assertContains(client.get(kaart(pv)), "Afgewezen door")
    assertNotContains(client.get(kaart(pv)), "Er ligt een voorstel")


def test_wie_het_voorstelde_neemt_het_terug(client, voorstel, pv, fatima):
    fatima.aanmelden(client)
    assertContains(client.get(besluiten(voorstel)), "Neem het voorstel terug")

    client.post(afwijzen(voorstel), {"reden": "Vergissing."})

    assertContains(client.get(kaart(pv)), "Teruggenomen door")
    assert geldigheid(pv) == "geldig"


def test_na_een_afwijzing_kan_het_opnieuw_worden_voorgesteld(voorstel, pv, farid, fatima):
    actions.voorstel_afwijzen(voorstel=voorstel, door=farid.lid, toelichting="Klopt wel.")

    nieuw = actions.intrekken_voorstellen(uitgifte=pv, door=fatima.lid, **WAAROM)

    assert nieuw.volgnummer == 2


def test_wie_te_laat_bevestigt_hoort_wie_eerder_was(client, voorstel, farid, fatima):
    actions.voorstel_afwijzen(voorstel=voorstel, door=fatima.lid, toelichting="Vergissing.")
    farid.aanmelden(client)

    response = client.post(besluiten(voorstel))

    assertContains(response, "Fatima Voorbeeld besloot dat dit", status_code=409)
    assert not Intrekking.objects.exists()


def test_ingetrokken_is_ingetrokken(voorstel, pv, farid, fatima):
    actions.intrekken(voorstel=voorstel, door=farid.lid)

    with pytest.raises(Bezwaar, match="al ingetrokken"):
        actions.intrekken_voorstellen(uitgifte=pv, door=fatima.lid, **WAAROM)
    with pytest.raises(Ingehaald):
        actions.voorstel_afwijzen(voorstel=voorstel, door=farid.lid, toelichting="Toch niet.")


def test_intrekken_vraagt_een_verse_code(client, voorstel, pv, farid):
    farid.aanmelden(client, met_code=False)

    for url in (voorstellen(pv), besluiten(voorstel), afwijzen(voorstel)):
        assert client.post(url, WAAROM).url.startswith(reverse("bevestigen"))
    assert not Intrekking.objects.exists()
