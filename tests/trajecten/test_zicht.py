"""Who sees what of whom, from when until when; the urls are in test_toegang."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from portal.toegang import TOEGANG
from tests import factories as f
from tests import wereld
from tests.spelers import Speler
from trajecten import models as m
from trajecten.models import Niveau, Organisatie, Plaatsing, Praktijkovereenkomst, Rol, Status
from verklaringen.models import Afdruk

pytestmark = pytest.mark.usefixtures("verse_remmen")

VANDAAG = timezone.localdate()


@pytest.fixture
def bea(bedrijf):
    """Leerbedrijfbeheerder of De Schakel."""
    return Speler(f.lid(Rol.LEERBEDRIJFBEHEERDER, "Bea Voorbeeld", leerbedrijf=bedrijf))


@pytest.fixture
def verder(traject, plaatsing, els, fatima):
    """Samira left De Schakel and goes on at the leerbedrijf of Els."""
    Plaatsing.objects.filter(pk=plaatsing.pk).update(beeindigd_op=VANDAAG)
    nieuw = f.plaatsing(traject, praktijkopleider=els.lid)
    Praktijkovereenkomst.objects.create(
        plaatsing=nieuw, versie=1, opgesteld_op=VANDAAG, door=fatima.lid, inhoud={}
    )
    return nieuw


def zet(traject, status):
    m.Traject.objects.filter(pk=traject.pk).update(status=status)


def test_leerbedrijf_ziet_na_herplaatsing_niets_van_het_andere_bedrijf(
    client, verder, plaatsing, bea
):
    assert list(Plaatsing.objects.zichtbaar_voor(bea.lid)) == [plaatsing]
    assert not Praktijkovereenkomst.objects.zichtbaar_voor(bea.lid).exists()

    response = bea.aanmelden(client).get(verder.traject.get_absolute_url())

    assertContains(response, "Werkbedrijf De Schakel")
    assertNotContains(response, "Anders BV")


@pytest.mark.parametrize("status", [Status.MATCH, Status.PLAN])
def test_bedrijf_hoort_pas_bij_de_overeenkomst_wie_er_komt(traject, plaatsing, johan, bea, status):
    zet(traject, status)
    for lid in (johan.lid, bea.lid):
        assert not Plaatsing.objects.zichtbaar_voor(lid).exists()
        assert not m.Traject.objects.zichtbaar_voor(lid).exists()

    zet(traject, Status.POK_TER_ONDERTEKENING)

    for lid in (johan.lid, bea.lid):
        assert m.Traject.objects.zichtbaar_voor(lid).get() == traject


def test_een_match_die_niet_doorging_is_ook_voor_het_leerbedrijf_weg(traject, plaatsing, bea):
    Plaatsing.objects.update(vervallen_op=timezone.now())

    assert not m.Traject.objects.zichtbaar_voor(bea.lid).exists()


def test_een_oude_afdruk_is_weg_als_de_kandidaat_weg_is(client, traject, plaatsing, johan):
    afdruk = Afdruk.objects.create(
        soort=Afdruk.Soort.AFTEKENLIJST, traject=traject, inhoud={}, inhoud_sha256="0" * 64,
        sjabloonversie="1", door=johan.lid, klaar_op=timezone.now(), bestand=f.scan(traject),
    )  # fmt: skip
    pad = reverse("verklaringen:afdruk_bestand", args=[afdruk.pk])
    johan.aanmelden(client)
    assert client.get(pad).status_code == 200

    Plaatsing.objects.update(eind=VANDAAG - timedelta(days=29))

    assert client.get(pad).status_code == 404


def test_examencommissie_ziet_eindoordelen_en_geen_aftekeningen(client, planregel, johan, anne):
    f.aftekening(planregel, johan.lid, Niveau.MET_HULP)
    f.eindoordeel(planregel, johan.lid, toelichting="Werkt netjes")
    m.Statusovergang.objects.create(traject=planregel.traject, naar=Status.BIJ_EXAMENCOMMISSIE)

    response = anne.aanmelden(client).get(planregel.traject.get_absolute_url())

    assertContains(response, "Werkt netjes")
    assertNotContains(response, "Met hulp")


@pytest.mark.parametrize("soort", ["werkgever", "sociale_partner"])
def test_andere_verwijzer_ziet_begonnen_en_niet_sinds_wanneer(client, traject, mo, soort):
    Organisatie.objects.filter(pk=mo.lid.organisatie_id).update(soort=soort)
    aanmelding = m.Aanmelding.objects.create(
        naam="Samira Voorbeeld", telefoon="0612345678", gemeente=f.gemeente(), wens="werken",
        uitleg_gegeven=True, verwijzer=mo.lid.organisatie, door=mo.lid, traject=traject,
        status="doorgezet", sleutel="0b9f1ad2-3c6c-4f6e-8f3e-2a6d2f3f4a5b",
    )  # fmt: skip
    mo.lid.organisatie.refresh_from_db()

    response = mo.aanmelden(client).get(aanmelding.get_absolute_url())

    assertContains(response, ">begonnen.</p>")
    assertNotContains(response, "leert op het werk")


@pytest.mark.parametrize("vraag", ["plaatsing=²", f"plaatsing={'9' * 5000}"])
def test_een_raar_getal_in_de_url_is_geen_storing(client, plaatsing, fatima, vraag):
    fatima.aanmelden(client)
    pad = reverse("trajecten:papier", args=[plaatsing.traject_id])

    assert client.get(f"{pad}?{vraag}").status_code == 200


def test_een_lang_getal_bij_het_zoeken_is_geen_storing(client, plaatsing, fatima):
    fatima.aanmelden(client)
    pad = reverse("trajecten:match", args=[plaatsing.traject_id])

    assert client.get(f"{pad}?tekst=&kwalificatie={'9' * 5000}").status_code in (200, 422)


def test_leerbedrijf_leest_de_overeenkomst_van_het_andere_bedrijf_niet(client, verder, bea):
    bea.aanmelden(client)

    pad = reverse("trajecten:overeenkomst_ondertekenen", args=[verder.traject_id])

    assert client.get(pad).status_code == 404


def test_bewijzen_zijn_alleen_van_jezelf(client, traject, plaatsing, fatima, tarik):
    uitgifte = wereld._document(traject, plaatsing, fatima.lid)["uitgifte"]

    response = tarik.aanmelden(client).get(reverse("verklaringen:bewijzen"))

    assertNotContains(response, reverse("verklaringen:document", args=[uitgifte.pk]))


def test_nu_doen_gaat_over_je_eigen_traject(client, traject, plaatsing, tarik, fatima):
    geen = f.kandidaat("Nieuw Anders")
    nieuw = Speler(f.lid(Rol.KANDIDAAT, "Nieuw Anders", kandidaat=geen))

    response = nieuw.aanmelden(client).get(reverse("start:nu_doen"))

    assert response.context["traject"] is None


def test_werklijst_is_van_de_eigen_school(client, traject, karin):
    zet(traject, Status.SCHOOLOORDEEL)
    pad = reverse("start:werklijst")

    response = karin.aanmelden(client).get(pad, {"van": "iedereen"})

    assertNotContains(response, "Samira")


def test_een_dubbele_van_een_andere_school_is_niet_te_koppelen(client, traject, fatima):
    elders = f.traject(kandidaat=f.kandidaat("Samira Voorbeeld")).kandidaat
    pad = reverse("trajecten:kandidaat_koppelen", args=[traject.pk])

    fatima.aanmelden(client).post(pad, {"bestaande": elders.pk})

    traject.refresh_from_db()
    assert traject.kandidaat != elders


def test_adres_van_wie_ook_elders_begeleidt_vult_een_school_niet_in(
    client, traject, plaatsing, johan, fatima
):
    m.Gebruiker.objects.filter(pk=johan.lid.gebruiker_id).update(email=None)
    f.plaatsing(f.traject(kandidaat=f.kandidaat("Tarik Anders")), praktijkopleider=johan.lid)
    velden = {"wie": johan.lid.pk, "email": "fatima-zelf@roc.example"}

    response = fatima.aanmelden(client).post(
        reverse("trajecten:uitnodigen", args=[traject.pk]), velden
    )

    assertContains(response, "begeleidt ook kandidaten van een andere school", status_code=422)
    assert not m.Gebruiker.objects.filter(email="fatima-zelf@roc.example").exists()


@pytest.mark.parametrize("vraag", ["status=Jan Jansen", "Jan Jansen=1", "zoek=Jan Jansen"])
def test_het_logboek_onthoudt_geen_naam_uit_een_adres(client, traject, fatima, vraag):
    fatima.aanmelden(client).get(f"{reverse('trajecten:overzicht')}?{vraag}")

    assert "Jan" not in str(list(m.Logregel.objects.values()))


STAP_OP = {
    "trajecten:collega_uitnodigen", "trajecten:lid_beeindigen",
    "trajecten:overeenkomst_ondertekenen", "trajecten:vrijstelling_besluiten",
    "verklaringen:besluiten", "verklaringen:uitgeven", "verklaringen:dossier_downloaden",
    "verklaringen:ondertekenen",
    "verklaringen:intrekken_voorstellen", "verklaringen:intrekken",
    "verklaringen:voorstel_afwijzen", "verklaringen:reeks_opnieuw", "verklaringen:reeks_uitgeven",
    "trajecten:schoolregels", "trajecten:logo_weghalen", "trajecten:logo_plaatsen",
    "trajecten:blad_kiezen", "trajecten:doelgroepgebruik",
}  # fmt: skip
REM = {"account_confirm_login_code", "uitnodiging", "kaart", "bevestigen", "trajecten:aanmelden",
       "verklaringen:controleren", "verklaringen:controleren_zegel",
       "verklaringen:dossier_downloaden"}  # fmt: skip


def test_tekenen_uitgeven_en_rollen_vragen_een_verse_code_en_raden_wordt_geremd():
    """By hand, apart from the table: the matrix follows the table and would not miss a mark."""
    assert {naam for naam, regel in TOEGANG.items() if regel.stap_op} == STAP_OP
    assert {naam for naam, regel in TOEGANG.items() if regel.rem} == REM


@pytest.mark.parametrize("naam", sorted(STAP_OP))
def test_een_post_zonder_verse_code_doet_niets(client, naam, fatima, johan, traject, plaatsing):
    beheer = Speler(f.lid(Rol.BEHEER, organisatie=fatima.lid.organisatie))
    anders = {"verklaringen:ondertekenen": johan, "trajecten:doelgroepgebruik": beheer}
    wie = anders.get(naam, fatima)
    wie.aanmelden(client, met_code=False)
    pad = reverse(naam, args=[traject.pk] if TOEGANG[naam].object else [])

    response = client.post(pad, {"akkoord": "on", "klopt": "on"})

    assert (response.status_code, response.url.split("?")[0]) == (302, reverse("bevestigen"))
