"""Who was a moment too late: each such page says who was first, and is clean for axe."""

import pytest
from django.utils import timezone

from tests.browser.conftest import LAPTOP, TELEFOON
from tests.browser.stroom import Venster
from tests.verklaringen import maken_voordracht as maken
from tests.verklaringen.conftest import (  # noqa: F401
    beoordeeld,
    blad,
    klas,
    pv,
    voorstel,
)
from tests.verklaringen.conftest import opslag as eigen_opslag  # noqa: F401
from tests.verklaringen.klas import SCAN
from tests.verklaringen.maken_uitgiften import WAAROM
from trajecten import actions as traject_actions
from trajecten.models import Bron
from verklaringen import actions
from verklaringen.models import Partij

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def venster(pagina):
    """A phone; each page is looked at on a laptop too."""
    return lambda speler: Venster(pagina, speler, TELEFOON, ook_op=[LAPTOP])


def test_het_blad_was_al_op_papier_getekend(venster, blad, samira, fatima):  # noqa: F811
    ik = venster(samira).naar(f"/bladen/{blad.pk}/tekenen/").vul(klopt=True)
    actions.akkoord_geven(
        vaststelling=blad, partij=Partij.KANDIDAAT, door=fatima.lid, plaats="Deventer",
        bron=Bron.PAPIER, scan=SCAN,
    )  # fmt: skip

    ik.druk("Teken").leest("Dit is al getekend").leest("Samira Voorbeeld tekende op")


def test_een_collega_stelde_het_al_voor(venster, pv, fatima, farid):  # noqa: F811
    ik = venster(farid).naar(f"/documenten/{pv.pk}/intrekken/")
    ik.vul(**WAAROM).druk("Kijk het na")
    actions.intrekken_voorstellen(uitgifte=pv, door=fatima.lid, **WAAROM)

    ik.druk("Stel voor om in te trekken").leest("Iemand was je net voor")
    ik.leest("Fatima Voorbeeld stelde al voor").druk("Bekijk het document")


def test_over_het_voorstel_is_al_besloten(venster, voorstel, fatima, farid):  # noqa: F811
    ik = venster(farid).naar(f"/intrekkingsvoorstellen/{voorstel.pk}/")
    actions.voorstel_afwijzen(voorstel=voorstel, door=fatima.lid, toelichting="Vergissing.")

    ik.druk("Trek het document in").leest("besloot dat dit document geldig blijft")
    ik.naar(f"/intrekkingsvoorstellen/{voorstel.pk}/").leest("Over dit voorstel is besloten")


def test_de_voordracht_was_al_aangeboden(venster, fatima, farid, johan):
    traject = maken.certificaat(fatima.lid, johan.lid)
    ik = venster(farid).naar(f"/trajecten/{traject.pk}/voordracht/")
    actions.voordragen(traject=traject, door=fatima.lid)

    ik.druk("Bied aan").leest("Iemand anders was je net voor.").leest("Aangeboden op")


def test_de_uitreiking_lag_al_vast(venster, fatima, farid, johan, anne):
    traject = maken.certificaat(fatima.lid, johan.lid)
    actions.voordragen(traject=traject, door=fatima.lid)
    actions.besluiten(
        traject=traject, door=anne.lid, uitkomst="toegekend", naam="Anne Voorbeeld",
        functie="voorzitter", plaats="Zwolle",
    )  # fmt: skip
    ik = venster(farid).naar(f"/trajecten/{traject.pk}/voordracht/uitreiken/")
    actions.voordracht_uitreiken(
        traject=traject, door=fatima.lid, plaats="Zwolle", naam="Fatima Voorbeeld"
    )

    ik.druk("Leg de uitreiking vast").leest("De uitreiking lag al vast.")


def test_de_reeks_was_al_gegeven_voor_andere_mensen(venster, klas, fatima):  # noqa: F811
    adres = "/uitgiftereeksen/nieuw/?" + "&".join(f"traject={rij.pk}" for rij in klas)
    ik = venster(fatima).naar(adres)
    sleutel = ik.page.locator('[name="sleutel"]').input_value()
    actions.reeks_uitgeven(trajecten=klas[:1], motiveringen={}, door=fatima.lid, sleutel=sleutel)

    ik.page.get_by_role("button", name="Geef uit voor 3 mensen").click()
    ik.page.get_by_text("Deze opdracht is al gegeven, voor andere mensen.").wait_for()
    ik.leest("Ali Voorbeeld")


def test_de_schoolregels_waren_net_veranderd(venster, fatima, farid):
    ik = venster(fatima).naar("/inrichting/schoolregels/")
    ik.vul(besloten_door="Examencommissie", woord_goed="acht").druk("Leg de regels vast")
    ik.leest("heel getal")
    traject_actions.schoolregels_vaststellen(
        door=farid.lid, na=0, nederlands_minimum=6, gemiddelde_afronden=None,
        levensbeschouwelijk=False, woordtabel={}, certificaat_minimum=None,
        certificaat_compensatie=False, besloten_door="Directie", gebeurd_op=timezone.localdate(),
    )  # fmt: skip

    ik.vul(woord_goed="").druk("Leg de regels vast").leest("Farid Voorbeeld")
