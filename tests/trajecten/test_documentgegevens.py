"""What the school checks for the document: names against the ID, hours, and the verzoek."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests import factories as f
from trajecten import actions, rules
from trajecten import models as m
from trajecten.models import Status
from trajecten.rules import Bezwaar, Ingehaald

pytestmark = pytest.mark.django_db

VANDAAG = timezone.localdate()


def wie(na=0, **velden):
    return {
        "na": na, "voornamen": "Samira", "achternaam": "Voorbeeld",
        "geboortedatum": date(1991, 3, 14), "geboorteplaats": "Zwolle",
        "geboorteland": "Nederland",
    } | velden  # fmt: skip


def waar(praktijkopleider, na=0, **velden):
    return {
        "na": na, "uren": 512, "uren_geschat": True, "leerbedrijf_naam": "De Schakel",
        "vestigingsplaats": "Deventer", "praktijkopleider": praktijkopleider,
        "praktijkopleider_naam": "Johan Voorbeeld",
    } | velden  # fmt: skip


def bewaren(traject, door, johan, identiteit=None, gegevens=None):
    plaatsing = traject.plaatsingen.get()
    return actions.gegevens_vastleggen(
        traject=traject, door=door, identiteit=identiteit or wie(),
        plaatsingen={plaatsing: gegevens or waar(johan.lid)},
    )  # fmt: skip


def test_school_legt_naam_en_plek_vast_als_feiten(beoordeeld, fatima, johan):
    bewaren(beoordeeld, fatima.lid, johan)

    identiteit = beoordeeld.kandidaat.identiteit
    gegevens = m.Documentgegevens.objects.get()
    assert (identiteit.naam, identiteit.geboren_te) == ("Samira Voorbeeld", "Zwolle")
    assert (gegevens.uren, gegevens.uren_geschat) == (512, True)
    assert gegevens.leerbedrijf_id == gegevens.plaatsing.leerbedrijf.leerbedrijf_id
    assert rules.gegevens_compleet(beoordeeld)


def test_gelijk_gebleven_gegevens_geven_geen_nieuwe_rij(beoordeeld, fatima, johan):
    bewaren(beoordeeld, fatima.lid, johan)

    nieuw = bewaren(beoordeeld, fatima.lid, johan, wie(na=1), waar(johan.lid, na=1, uren=500))

    assert [type(rij).__name__ for rij in nieuw] == ["Documentgegevens"]
    assert m.Identiteit.objects.count() == 1


def test_andere_naam_geldt_pas_na_een_tweede_medewerker(beoordeeld, fatima, farid, johan):
    bewaren(beoordeeld, fatima.lid, johan)
    bewaren(
        beoordeeld, fatima.lid, johan, wie(na=1, voornamen="Samira Amina"), waar(johan.lid, na=1)
    )
    voor = beoordeeld.kandidaat.identiteit.voornamen
    wijziging = rules.te_bevestigen(beoordeeld.kandidaat)
    with pytest.raises(Bezwaar, match="Vraag een collega"):
        actions.identiteit_bevestigen(
            identiteit=wijziging, traject=beoordeeld, door=fatima.lid, akkoord=True
        )

    actions.identiteit_bevestigen(
        identiteit=wijziging, traject=beoordeeld, door=farid.lid, akkoord=True
    )

    assert (voor, beoordeeld.kandidaat.identiteit.voornamen) == ("Samira", "Samira Amina")
    assert wijziging.bevestiging.door == farid.lid
    assert rules.te_bevestigen(beoordeeld.kandidaat) is None


def test_afgekeurde_wijziging_verandert_niets(beoordeeld, fatima, farid, johan):
    bewaren(beoordeeld, fatima.lid, johan)
    bewaren(beoordeeld, fatima.lid, johan, wie(na=1, achternaam="Anders"), waar(johan.lid, na=1))
    wijziging = rules.te_bevestigen(beoordeeld.kandidaat)

    actions.identiteit_bevestigen(
        identiteit=wijziging, traject=beoordeeld, door=farid.lid, akkoord=False
    )

    assert beoordeeld.kandidaat.identiteit.achternaam == "Voorbeeld"
    assert rules.te_bevestigen(beoordeeld.kandidaat) is None


def test_zolang_een_wijziging_wacht_is_het_niet_compleet(beoordeeld, fatima, johan):
    bewaren(beoordeeld, fatima.lid, johan)

    bewaren(beoordeeld, fatima.lid, johan, wie(na=1, achternaam="Anders"), waar(johan.lid, na=1))

    assert rules.gegevens_compleet(beoordeeld) is False


def test_oud_formulier_krijgt_de_rij_van_de_eerste(beoordeeld, fatima, farid, johan):
    bewaren(beoordeeld, fatima.lid, johan)

    with pytest.raises(Ingehaald) as ingehaald:
        bewaren(beoordeeld, farid.lid, johan, wie(achternaam="Anders"))

    assert ingehaald.value.eerder.achternaam == "Voorbeeld"
    assert m.Documentgegevens.objects.count() == 1


@pytest.mark.parametrize(
    ("dag", "tekst"),
    [(VANDAAG, "nog niet geweest"), (date(1880, 1, 1), "te lang geleden")],
)
def test_onmogelijke_geboortedatum(beoordeeld, fatima, johan, dag, tekst):
    with pytest.raises(Bezwaar, match=tekst):
        bewaren(beoordeeld, fatima.lid, johan, wie(geboortedatum=dag))


def test_praktijkopleider_van_een_ander_bedrijf_kan_niet(beoordeeld, fatima, johan, els):
    with pytest.raises(Bezwaar, match="geen praktijkopleider van deze plaatsing"):
        bewaren(beoordeeld, fatima.lid, johan, gegevens=waar(els.lid))


@pytest.mark.parametrize(
    ("status", "tekst"),
    [
        (Status.ACTIEF, "vanaf de eindbeoordeling"),
        (Status.VERKLARING_TER_ONDERTEKENING, "vastgesteld met deze gegevens"),
    ],
)
def test_gegevens_pas_als_het_document_ze_nodig_heeft(beoordeeld, fatima, johan, status, tekst):
    beoordeeld.status = status
    beoordeeld.save()

    with pytest.raises(Bezwaar, match=tekst):
        bewaren(beoordeeld, fatima.lid, johan)


def test_plaatsing_zonder_ja_krijgt_geen_blad(beoordeeld, johan):
    m.Plaatsing.objects.update(beeindigd_op=VANDAAG)
    tweede = f.plaatsing(beoordeeld, praktijkopleider=johan.lid)
    f.eindoordeel(f.planregel(tweede, "B1-K1-W2"), johan.lid, "nee")

    assert list(rules.plaatsingen_voor_document(beoordeeld)) == [
        beoordeeld.plaatsingen.order_by("pk").first()
    ]


@pytest.mark.parametrize(
    ("land", "plaats", "verwacht"),
    [
        ("Nederland", "Zwolle", "Zwolle"),
        ("Syrië", "Aleppo", "Aleppo, Syrië"),
        ("Eritrea", "", "Eritrea"),
    ],
)
def test_geboorteplaats_zoals_het_model_voorschrijft(fatima, land, plaats, verwacht):
    rij = f.identiteit(f.kandidaat(), fatima.lid, geboorteland=land, geboorteplaats=plaats)

    assert rij.geboren_te == verwacht


def test_verzoek_leg_je_een_keer_vast(planregel, fatima, farid):
    traject = planregel.traject
    eerste = actions.verzoek_vastleggen(
        traject=traject, door=fatima.lid, wijze="mondeling", gebeurd_op=VANDAAG
    )

    with pytest.raises(Ingehaald) as ingehaald:
        actions.verzoek_vastleggen(
            traject=traject, door=farid.lid, wijze="papier", gebeurd_op=VANDAAG
        )

    assert ingehaald.value.eerder == eerste


def test_verzoek_op_papier_bewaart_de_scan(planregel, fatima, tmp_path, settings):
    settings.OPSLAG_MAP = tmp_path

    verzoek = actions.verzoek_vastleggen(
        traject=planregel.traject, door=fatima.lid, wijze="papier", gebeurd_op=VANDAAG,
        scan=(b"%PDF-1.4 verzoek", "application/pdf", "verzoek.pdf"),
    )  # fmt: skip

    assert (verzoek.bron, verzoek.scan.naam) == ("papier", "verzoek.pdf")


@pytest.mark.parametrize(("dagen", "tekst"), [(1, "nog niet geweest"), (-61, "vóór de start op")])
def test_verzoek_op_een_onmogelijke_dag(planregel, fatima, dagen, tekst):
    with pytest.raises(Bezwaar, match=tekst):
        actions.verzoek_vastleggen(
            traject=planregel.traject, door=fatima.lid, wijze="mondeling",
            gebeurd_op=VANDAAG + timedelta(days=dagen),
        )  # fmt: skip
