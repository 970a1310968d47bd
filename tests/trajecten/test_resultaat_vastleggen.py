"""Record, improve and withdraw a result, by one person or by two at once."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from tests import factories as f
from tests.draden import tegelijk
from tests.trajecten import maken_onderdelen as maken
from trajecten import models as m

VANDAAG = timezone.localdate()


def url(naam, ding, onderdeel=""):
    adres = reverse(f"trajecten:{naam}", args=[ding.pk])
    return f"{adres}?onderdeel={onderdeel}" if onderdeel else adres


def ingevuld(**anders):
    return {
        "code": "", "deel": "", "naam": "", "cijfer": "7", "woord": "", "na": "0",
        "gebeurd_op": VANDAAG.isoformat(), "instrument": "", "beoordelaar": "",
    } | anders  # fmt: skip


@pytest.fixture
def binnen(client, fatima):
    return fatima.aanmelden(client)


@pytest.fixture
def diploma(school, fatima):
    """Samira's traject to a diploma of niveau 2, running since a month."""
    return maken.diplomatraject(
        2, VANDAAG - timedelta(days=30), instelling=school, coordinator=fatima.lid
    )


@pytest.fixture
def koken(school, fatima):
    certificaat = maken.certificaat_c0021()
    return f.traject(
        instelling=school, coordinator=fatima.lid, route=m.Route.CERTIFICAAT,
        kwalificatie=certificaat.kwalificatie, certificaat=certificaat,
    )  # fmt: skip


def test_onbekend_keuzedeel_blijft_staan_en_wordt_niet_gedrukt(binnen, diploma):
    velden = ingevuld(code="k9999", naam="Fietsen maken", klokuren="240", telt_mee="on")

    response = binnen.post(url("resultaat_vastleggen", diploma, "keuzedeel"), velden, follow=True)

    assertContains(response, "K9999 staat niet in de lijst van het portaal.")
    assertContains(response, "Niet bevestigd")
    assertContains(response, "Wordt niet gedrukt.")
    assert diploma.resultaten.get().bevestigd is False


def test_eerst_kiest_de_school_het_onderdeel(binnen, diploma):
    response = binnen.get(url("resultaat_vastleggen", diploma))

    assertContains(response, "?onderdeel=nederlands")
    assertNotContains(response, "?onderdeel=certificaatexamen")


@pytest.mark.parametrize(
    ("onderdeel", "velden"),
    [
        ("kerntaak", ["code", "deel", "naam", "cijfer", "woord"]),
        ("keuzedeel", ["code", "deel", "naam", "cijfer", "woord", "klokuren", "telt_mee"]),
        ("nederlands", ["deel", "niveau", "cijfer"]),
        ("rekenen", ["niveau", "cijfer", "woord"]),
        ("engels", ["deel", "niveau", "cijfer"]),
        ("loopbaan", ["woord"]),
        ("burgerschap", ["woord"]),
        ("les", ["naam", "inhoud", "cijfer", "woord", "uitslag", "klokuren"]),
        ("voortgangstoets", ["naam", "inhoud", "cijfer", "woord", "uitslag"]),
        ("overig", ["naam", "inhoud", "cijfer", "woord", "uitslag"]),
    ],
)
def test_elk_onderdeel_heeft_alleen_zijn_eigen_velden(binnen, diploma, onderdeel, velden):
    form = binnen.get(url("resultaat_vastleggen", diploma, onderdeel)).context["form"]

    altijd = {"gebeurd_op", "instrument", "beoordelaar", "na"}
    assert set(form.fields) - altijd == set(velden)


@pytest.mark.parametrize(
    ("onderdeel", "velden", "verwacht"),
    [
        ("kerntaak", {"code": "B1-K1"}, ("B1-K1", "Werkt als assistent", "7")),
        ("kerntaak", {"code": "B1-K1", "cijfer": "6.8", "deel": "deelexamen", "naam": "Toets A"},
         ("B1-K1", "Toets A", "6,8")),
        ("nederlands", {"deel": "ce", "niveau": "2F", "cijfer": "6,3"},
         ("", "Nederlandse taal", "6,3")),
        ("nederlands", {"deel": "ie", "niveau": "2F", "cijfer": "6.3"},
         ("", "Nederlandse taal", "6,3")),
        ("rekenen", {"cijfer": "", "woord": "voldaan"}, ("", "rekenen", "voldaan")),
        ("loopbaan", {"woord": "voldaan"}, ("", "loopbaan", "voldaan")),
        ("keuzedeel", {"code": "K0023", "telt_mee": "on"},
         ("K0023", "Digitale vaardigheden gevorderden", "7")),
        ("les", {"cijfer": "", "uitslag": "aanwezig", "naam": "Hygiëne", "inhoud": "HACCP"},
         ("", "Hygiëne", "aanwezig")),
        ("voortgangstoets", {"naam": "Toets 1", "cijfer": "8,5"}, ("", "Toets 1", "8,5")),
    ],
)  # fmt: skip
def test_school_legt_een_resultaat_vast(binnen, diploma, onderdeel, velden, verwacht):
    f.keuzedeel()

    response = binnen.post(
        url("resultaat_vastleggen", diploma, onderdeel), ingevuld(**velden), follow=True
    )

    assertRedirects(response, url("onderdelen", diploma))
    rij = diploma.resultaten.get()
    assert (rij.code, rij.naam, rij.in_woorden) == verwacht
    assertContains(response, "Bewaard: ")


@pytest.mark.parametrize(
    ("onderdeel", "velden", "veld", "tekst"),
    [
        ("kerntaak", {"code": "B1-K1", "cijfer": "11"}, "cijfer", "tussen 1 en 10. Hier staat 11"),
        ("kerntaak", {"code": "B1-K1", "cijfer": "7,5"}, "cijfer", "heel cijfer. Hier staat 7,5"),
        ("kerntaak", {"code": "B1-K1", "cijfer": "zeven"}, "cijfer", "Dit is geen cijfer."),
        ("kerntaak", {"code": "B1-K1", "cijfer": "NaN"}, "cijfer", "Dit is geen cijfer."),
        ("kerntaak", {"code": "B1-K1", "cijfer": ""}, "cijfer", "Vul het resultaat in"),
        ("kerntaak", {"code": "P9-K1"}, "code", "hoort bij een andere opleiding"),
        ("kerntaak", {"code": ""}, "code", "Vul de code van de kerntaak in"),
        ("kerntaak", {"code": "B1-K1", "deel": "deelexamen"}, "naam", "naam van het deelexamen"),
        ("keuzedeel", {"code": "23"}, "code", "K en vier cijfers"),
        ("keuzedeel", {"code": "K0023", "klokuren": "100"}, "klokuren", "240, 480 of 720"),
        ("keuzedeel", {"code": "K8888"}, "naam", "K8888 kennen we niet"),
        ("nederlands", {}, "niveau", "Kies het niveau van dit examen"),
        ("rekenen", {"niveau": "mbo-rekenniveau 2", "cijfer": "6,5"}, "cijfer", "heel cijfer"),
        ("loopbaan", {}, "woord", "Vul het resultaat in"),
        ("les", {}, "naam", "Vul de naam in."),
        ("kerntaak", {"code": "B1-K1", "gebeurd_op": "2020-01-01"}, "gebeurd_op", "vóór de start"),
        ("kerntaak", {"code": "B1-K1", "gebeurd_op": "31-31-2026"}, "gebeurd_op", "klopt niet"),
        ("kerntaak", {"code": "B1-K1", "gebeurd_op": (VANDAAG + timedelta(1)).isoformat()},
         "gebeurd_op", "nog niet geweest"),
    ],
)  # fmt: skip
def test_wat_niet_klopt_staat_bij_het_veld_en_blijft_staan(
    binnen, diploma, onderdeel, velden, veld, tekst
):
    f.keuzedeel()
    gestuurd = ingevuld(**velden, beoordelaar="A. Examinator")

    response = binnen.post(url("resultaat_vastleggen", diploma, onderdeel), gestuurd)

    form = response.context["form"]
    assert response.status_code == 422
    assert list(form.errors) == [veld]
    assert tekst in form.errors[veld][0]
    assertContains(response, 'value="A. Examinator"', status_code=422)
    if velden.get(veld):
        assertContains(response, f'value="{velden[veld]}"', status_code=422)
    assert not diploma.resultaten.exists()


def test_twee_keer_drukken_is_een_resultaat(binnen, diploma):
    for _ in range(2):
        binnen.post(url("resultaat_vastleggen", diploma, "kerntaak"), ingevuld(code="B1-K1"))

    assert diploma.resultaten.count() == 1


def test_wie_net_te_laat_is_ziet_het_andere_resultaat_en_kan_een_poging_toevoegen(binnen, diploma):
    f.resultaat(diploma, "kerntaak", 8)
    gestuurd = ingevuld(code="B1-K1", cijfer="6")

    te_laat = binnen.post(url("resultaat_vastleggen", diploma, "kerntaak"), gestuurd)
    assertContains(te_laat, "Iemand anders legde net ook een resultaat vast.", status_code=409)
    assertContains(te_laat, 'name="na" value="1"', status_code=409)
    assert diploma.resultaten.count() == 1

    binnen.post(url("resultaat_vastleggen", diploma, "kerntaak"), gestuurd | {"na": "1"})
    assert [rij.in_woorden for rij in diploma.resultaten.all()] == ["8", "6"]


def test_verbeteren_vraagt_een_reden_en_laat_het_oude_staan(binnen, diploma):
    fout = f.resultaat(diploma, "kerntaak", 5)
    pagina = url("resultaat_verbeteren", fout)
    assertContains(binnen.get(pagina), 'value="5"')

    zonder = binnen.post(pagina, ingevuld(code="B1-K1", cijfer="6", reden=""))
    assertContains(zonder, "Schrijf op waarom. De kandidaat leest dit.", status_code=422)
    binnen.post(pagina, ingevuld(code="B1-K1", cijfer="6", reden="Typefout"))

    nieuw = diploma.resultaten.geldig().get()
    assert (nieuw.vervangt, nieuw.in_woorden, nieuw.reden) == (fout, "6", "Typefout")


def test_twee_keer_dezelfde_verbetering_is_een_rij(binnen, diploma):
    fout = f.resultaat(diploma, "kerntaak", 5)
    for _ in range(2):
        response = binnen.post(
            url("resultaat_verbeteren", fout), ingevuld(code="B1-K1", cijfer="6", reden="Typefout")
        )

    assertRedirects(response, url("onderdelen", diploma))
    assert diploma.resultaten.count() == 2


def test_wie_na_een_ander_verbetert_ziet_wat_er_nu_geldt(binnen, diploma, farid):
    fout = f.resultaat(diploma, "kerntaak", 5)
    f.resultaat(diploma, "kerntaak", 8, vervangt=fout, reden="Herteld", door=farid.lid)
    gestuurd = ingevuld(code="B1-K1", cijfer="6", reden="Typefout")

    response = binnen.post(url("resultaat_verbeteren", fout), gestuurd)

    assertContains(response, "Iemand anders was je voor.", status_code=409)
    assertContains(response, "Vastgelegd door Farid Voorbeeld", status_code=409)
    assertContains(response, "Typefout", status_code=409)
    assertContains(binnen.get(url("resultaat_verbeteren", fout)), "Verbeter de nieuwe versie")


def test_intrekken_met_reden_en_twee_keer_is_een_keer(binnen, diploma):
    rij = f.resultaat(diploma, "kerntaak", 5)
    pagina = url("resultaat_intrekken", rij)

    assertContains(binnen.post(pagina, {"reden": " "}), "Schrijf op waarom", status_code=422)
    for _ in range(2):
        assertRedirects(binnen.post(pagina, {"reden": "Van een ander"}), url("onderdelen", diploma))

    assert not diploma.resultaten.geldig().exists()
    assertContains(binnen.get(pagina), "Dit resultaat is ingetrokken")


def test_certificaatexamen_hoort_bij_het_gekozen_certificaat(binnen, koken):
    velden = ingevuld(naam="Mise en place", cijfer="6.8")

    response = binnen.post(
        url("resultaat_vastleggen", koken, "certificaatexamen"), velden, follow=True
    )

    assertContains(response, "Bewaard: C0021 Mise en place, 6,8.")
    assertContains(response, "Elk onderdeel is ten minste 5,5 of voldoende")


@pytest.fixture
def klanten(fatima, farid):
    return [wie.aanmelden(Client()) for wie in (fatima, farid)]


def sturen(klanten, adres, *velden):
    paren = list(zip(klanten, velden, strict=True))
    return sorted(tegelijk(lambda paar: paar[0].post(adres, paar[1]).status_code, paren))


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_race_om_een_resultaat(klanten, diploma):
    adres = url("resultaat_vastleggen", diploma, "kerntaak")
    for ronde in range(8):
        na = diploma.resultaten.count()
        acht, zes = (ingevuld(code="B1-K1", cijfer=c, na=na, instrument=f"Ronde {ronde}")
                     for c in ("8", "6"))  # fmt: skip

        assert sturen(klanten, adres, acht, zes) == [302, 409]
        assert sturen(klanten, url("resultaat_vastleggen", diploma, "les"),
                      *[ingevuld(naam=f"Les {ronde}", na=na)] * 2) == [302, 302]  # fmt: skip
        assert diploma.resultaten.count() == na + 2


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_race_om_een_verbetering(klanten, diploma):
    for ronde in range(8):
        fout = f.resultaat(diploma, "kerntaak", 5, instrument=f"Ronde {ronde}")
        acht, zes = (ingevuld(code="B1-K1", cijfer=c, reden="Typefout") for c in ("8", "6"))

        assert sturen(klanten, url("resultaat_verbeteren", fout), acht, zes) == [302, 409]
        assert m.Resultaat.objects.filter(vervangt=fout).count() == 1
