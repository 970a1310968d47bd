"""Mending an issued document: a new one replaces it, and the traject stays where it is."""

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from portal.invarianten import register
from tests import factories as f
from tests.verklaringen import maken_verbetering as v
from tests.verklaringen.maken_uitgiften import WAAROM, document, inschrijven
from tests.verklaringen.voorbeelden import CODE
from trajecten.models import Besluit, Status, Verbetering
from trajecten.rules import Bezwaar, documentstatus
from verklaringen import actions, rules
from verklaringen.models import Soort, Uitgifte, Uitreiking, Vaststelling, Vervanging

PV, MV = Soort.PRAKTIJKVERKLARING, Soort.MBO_VERKLARING


def url(traject):
    return reverse("verklaringen:verbeteren", args=[traject.pk])


def test_de_school_begint_een_verbetering_en_het_oude_blijft_geldig(client, uitgereikt, fatima):
    fatima.aanmelden(client)
    assertContains(client.get(url(uitgereikt)), "Een uitgegeven document verandert nooit.")

    response = client.post(url(uitgereikt), {"reden": "gegevens_fout", "toelichting": "470 uur."})

    assertRedirects(response, reverse("verklaringen:ondertekening", args=[uitgereikt.pk]))
    verbetering = Verbetering.objects.get()
    assert (verbetering.status, verbetering.door) == (Status.SCHOOLOORDEEL, fatima.lid)
    assert documentstatus(uitgereikt) == Status.SCHOOLOORDEEL
    assert v.vers(uitgereikt).status == Status.UITGEREIKT
    assert v.stand(uitgereikt) == {PV: ["geldig"], MV: ["geldig"]}


@pytest.mark.parametrize(
    ("mist", "zin"),
    [("reden", "Kies wat er moet worden verbeterd."), ("toelichting", "Schrijf op wat er niet")],
)
def test_zonder_reden_of_uitleg_kan_het_niet(client, uitgereikt, fatima, mist, zin):
    fatima.aanmelden(client)
    invoer = {"reden": "anders", "toelichting": "Fout."} | {mist: ""}

    assertContains(client.post(url(uitgereikt), invoer), zin, status_code=422)
    assert not Verbetering.objects.exists()


def test_voor_de_uitgifte_haalt_de_school_het_blad_terug(besloten, opdrachten, fatima):
    with pytest.raises(Bezwaar, match="Er is nog niets uitgegeven."):
        v.beginnen(besloten, fatima.lid)


def test_een_tweede_verbetering_wacht_op_de_eerste(verbetering, uitgereikt, farid, fatima):
    assert v.beginnen(uitgereikt, fatima.lid) == verbetering  # a second click

    with pytest.raises(Bezwaar, match="Er loopt al een verbetering, van Fatima Voorbeeld."):
        v.beginnen(uitgereikt, farid.lid)


def test_alle_stappen_opnieuw_en_pas_de_nieuwe_uitgifte_vervangt_de_oude(
    verbeterd, uitgereikt, fatima, renderer
):
    overgangen = uitgereikt.overgangen.count()
    assert v.stand(uitgereikt) == {PV: ["geldig"], MV: ["geldig"]}
    actions.uitgeven(traject=uitgereikt, door=fatima.lid)
    assert v.stand(uitgereikt) == {PV: ["geldig"], MV: ["geldig"]}

    assert v.werken(renderer, hoogstens=1) == 1
    assert v.stand(uitgereikt) == {PV: ["vervangen", "geldig"], MV: ["geldig"]}
    assert v.werken(renderer) == 1

    assert v.stand(uitgereikt) == {PV: ["vervangen", "geldig"], MV: ["vervangen", "geldig"]}
    nieuw = Uitgifte.objects.geldig().get(soort=PV)
    assert nieuw.inhoud["uren"] == 480
    assert [rij["nummer"] for rij in Uitgifte.objects.geldig().get(soort=MV).inhoud["bladen"]] == [
        nieuw.nummer
    ]
    assert {rij.verbetering for rij in Vervanging.objects.all()} == {Verbetering.objects.get()}
    actions.uitreiken(traject=uitgereikt, door=fatima.lid, plaats="Zwolle")
    verbetering = Verbetering.objects.get()
    assert (verbetering.status, bool(verbetering.klaar_op)) == (Status.UITGEREIKT, True)
    assert v.vers(uitgereikt).status == Status.UITGEREIKT
    assert uitgereikt.overgangen.count() == overgangen
    assert Uitreiking.objects.count() == 4


def test_hetzelfde_besluit_op_dezelfde_dag_is_toch_een_nieuw_besluit(verbeterd, uitgereikt):
    assert Besluit.objects.filter(traject=uitgereikt).count() == 2
    assert rules.is_toegekend(uitgereikt)


def test_een_blad_dat_gelijk_bleef_houdt_zijn_akkoorden_en_wordt_niet_vervangen(
    verbetering, uitgereikt, fatima, anne, renderer
):
    actions.vaststellen(traject=uitgereikt, door=fatima.lid)
    assert documentstatus(uitgereikt) == Status.BIJ_EXAMENCOMMISSIE
    v.besluiten(uitgereikt, anne.lid)
    actions.uitgeven(traject=uitgereikt, door=fatima.lid)

    assert v.werken(renderer) == 1
    assert v.stand(uitgereikt) == {PV: ["geldig"], MV: ["vervangen", "geldig"]}
    assert [r.uitgifte.soort for r in actions.uitreiken(
        traject=uitgereikt, door=fatima.lid, plaats="Zwolle"
    )] == [MV]  # fmt: skip


def test_bij_een_nieuwe_naam_vraagt_de_uitreiking_naar_het_oude_document(
    client, uitgereikt, fatima, farid, johan, samira, anne, renderer
):
    v.beginnen(uitgereikt, fatima.lid, "naam_gewijzigd")
    v.gegevens(uitgereikt, fatima.lid, naam="Nieuwenaam")
    identiteit = uitgereikt.kandidaat.identiteiten.last()
    v.traject_actions.identiteit_bevestigen(
        identiteit=identiteit, traject=uitgereikt, door=farid.lid, akkoord=True
    )
    actions.vaststellen(traject=uitgereikt, door=fatima.lid)
    v.tekenen(uitgereikt, johan.lid, samira.lid)
    v.besluiten(uitgereikt, anne.lid)
    actions.uitgeven(traject=uitgereikt, door=fatima.lid)
    v.werken(renderer)
    fatima.aanmelden(client)
    pagina = reverse("verklaringen:uitreiken", args=[uitgereikt.pk])
    invoer = {"plaats": "Zwolle", "gebeurd_op": "2026-11-21"}
    invoer["gebeurd_op"] = client.get(pagina).context["form"].initial["gebeurd_op"].isoformat()

    vergeten = client.post(pagina, invoer)
    client.post(pagina, invoer | {"oud_ingeleverd": "ja"})

    assertContains(vergeten, "Geef aan of het oude document is ingeleverd.", status_code=422)
    assert Verbetering.objects.get().oud_ingeleverd is True
    assert Uitgifte.objects.geldig().get(soort=PV).inhoud["naam"] == "Samira Nieuwenaam"


def test_stoppen_laat_alles_zoals_het_was(client, verbetering, uitgereikt, fatima, johan, samira):
    v.gegevens(uitgereikt, fatima.lid, uren=480)
    actions.vaststellen(traject=uitgereikt, door=fatima.lid)
    v.tekenen(uitgereikt, johan.lid, samira.lid)
    fatima.aanmelden(client)

    client.post(
        reverse("verklaringen:verbeteren_stoppen", args=[uitgereikt.pk]), {"reden": "Klopt toch."}
    )

    verbetering.refresh_from_db()
    assert (bool(verbetering.klaar_op), verbetering.stopreden) == (True, "Klopt toch.")
    assert documentstatus(uitgereikt) == Status.UITGEREIKT
    assert v.stand(uitgereikt) == {PV: ["geldig"], MV: ["geldig"]}
    geldig = Vaststelling.objects.geldig().filter(traject=uitgereikt)
    assert set(geldig) == {u.opdracht.vaststelling for u in uitgereikt.uitgiften.all()}
    assert rules.is_uitgegeven(uitgereikt)
    assert v.beginnen(uitgereikt, fatima.lid, "anders").pk != verbetering.pk


def test_na_de_opdracht_om_uit_te_geven_stopt_niemand_meer(verbeterd, uitgereikt, fatima):
    actions.uitgeven(traject=uitgereikt, door=fatima.lid)

    with pytest.raises(Bezwaar, match="Stoppen kan niet meer."):
        actions.verbeteren_stoppen(traject=uitgereikt, door=fatima.lid, reden="Toch niet.")
    with pytest.raises(Bezwaar, match="Terughalen kan niet meer."):
        actions.terughalen(traject=uitgereikt, door=fatima.lid, reden="Toch niet.")


def test_terughalen_raakt_alleen_het_nieuwe(verbeterd, uitgereikt, fatima):
    actions.terughalen(traject=uitgereikt, door=fatima.lid, reden="Toch 490 uur.")

    assert documentstatus(uitgereikt) == Status.SCHOOLOORDEEL
    assert not Vaststelling.objects.geldig().filter(traject=uitgereikt).exists()
    assert v.stand(uitgereikt) == {PV: ["geldig"], MV: ["geldig"]}


def test_afgewezen_gaat_terug_naar_de_school_en_het_oude_blijft(
    verbetering, uitgereikt, fatima, johan, samira, anne
):
    v.gegevens(uitgereikt, fatima.lid, uren=480)
    actions.vaststellen(traject=uitgereikt, door=fatima.lid)
    v.tekenen(uitgereikt, johan.lid, samira.lid)

    v.besluiten(uitgereikt, anne.lid, Besluit.Uitkomst.AFGEWEZEN, "De uren zijn niet bewezen.")

    assert documentstatus(uitgereikt) == Status.SCHOOLOORDEEL
    assert v.stand(uitgereikt) == {PV: ["geldig"], MV: ["geldig"]}


def test_wat_nog_niet_is_uitgereikt_wordt_ook_verbeterd_en_dan_een_keer_uitgereikt(
    geregistreerd, fatima, johan, samira, anne, renderer
):
    traject = v.vers(geregistreerd)
    v.beginnen(traject, fatima.lid)
    v.gegevens(traject, fatima.lid, uren=480)
    with pytest.raises(Bezwaar, match="heeft nu niets om uit te reiken"):
        actions.uitreiken(traject=traject, door=fatima.lid, plaats="Zwolle")
    actions.vaststellen(traject=traject, door=fatima.lid)
    v.tekenen(traject, johan.lid, samira.lid)
    v.besluiten(traject, anne.lid)
    actions.uitgeven(traject=traject, door=fatima.lid)
    v.werken(renderer)

    gegeven = actions.uitreiken(traject=traject, door=fatima.lid, plaats="Zwolle")

    assert {rij.uitgifte for rij in gegeven} == set(Uitgifte.objects.geldig())
    assert v.vers(traject).status == Status.UITGEREIKT
    assert not Verbetering.objects.lopend().exists()


def test_wat_is_ingetrokken_komt_opnieuw_ook_als_de_inhoud_gelijk_bleef(
    geregistreerd, fatima, farid, johan, samira, anne, renderer
):
    traject = v.vers(geregistreerd)
    blad = traject.uitgiften.get(soort=PV)
    voorstel = actions.intrekken_voorstellen(uitgifte=blad, door=fatima.lid, **WAAROM)
    actions.intrekken(voorstel=voorstel, door=farid.lid)
    with pytest.raises(Bezwaar, match="Vraag een verbetering"):
        actions.uitreiken(traject=traject, door=fatima.lid, plaats="Zwolle")
    v.beginnen(traject, fatima.lid)
    actions.vaststellen(traject=traject, door=fatima.lid)
    v.tekenen(traject, johan.lid, samira.lid)
    v.besluiten(traject, anne.lid)
    actions.uitgeven(traject=traject, door=fatima.lid)

    v.werken(renderer)

    assert v.stand(traject) == {PV: ["ingetrokken", "geldig"], MV: ["vervangen", "geldig"]}


def test_de_oude_code_zegt_vervangen_en_leidt_nooit_naar_de_nieuwe_naam(
    client, verse_remmen, traject, plaatsing, fatima
):
    plek = f.plaatsing(f.traject(instelling=fatima.lid.organisatie))
    oud = document(traject, fatima.lid, plaatsing, code=CODE)
    nieuw = document(plek.traject, fatima.lid, plek)
    Vervanging.objects.create(
        oud=oud, nieuw=nieuw, door=fatima.lid, gebeurd_op=timezone.localdate(),
        verbetering=Verbetering.objects.create(
            traject=traject, reden="naam_gewijzigd", toelichting="Nieuwe naam.", door=fatima.lid,
            gebeurd_op=timezone.localdate(),
        ),
    )  # fmt: skip

    response = client.post(reverse("verklaringen:controleren"), {"code": CODE})

    assertContains(response, "Dit document is vervangen.")
    for geheim in (nieuw.nummer, nieuw.inhoud["naam"], oud.inhoud["naam"], "S•••••"):
        assertNotContains(response, geheim)


def test_een_tweede_geldig_document_valt_op(verbeterd, uitgereikt, fatima):
    assert list(register.een_geldig()) == []

    inschrijven(uitgereikt.vaststellingen.geldig().get(soort=MV), "MV-2026-0000099-A")

    assert [regel.split(": ")[1] for regel in register.een_geldig()] == [
        "van de mbo_verklaring gelden er 2 tegelijk."
    ]
