"""A reeks, pressed and worked on at the same moment: one of everything, and never a 500."""

import uuid

import pytest
from django.test import Client
from django.urls import reverse

from tests.draden import tegelijk
from tests.verklaringen.klas import Stempel, opdracht_geven, werken
from trajecten.models import Status, Traject
from verklaringen import actions
from verklaringen.models import Reeksbestand, Uitgifteopdracht, Uitgiftereeks

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]
KEER = 4


def drukken(wie, adres, velden):
    """The answers to pressing at once."""
    klant = wie.aanmelden(Client())

    def druk(_):
        eigen = Client(raise_request_exception=False)
        eigen.cookies.update(klant.cookies)
        return eigen.post(adres, velden).status_code

    return set(tegelijk(druk, range(KEER)))


def test_opdracht_geven_is_een_reeks(klas, fatima):
    keuze = "&".join(f"traject={traject.pk}" for traject in klas)
    adres = f"{reverse('verklaringen:reeks_uitgeven')}?{keuze}"

    assert drukken(fatima, adres, {"sleutel": uuid.uuid4()}) == {302}
    assert [reeks.regels.count() for reeks in Uitgiftereeks.objects.all()] == [3]


def test_een_worker_tegelijk_heeft_de_reeks(reeks):
    gepakt = tegelijk(lambda _: actions.pakken(Uitgiftereeks), range(KEER))

    assert [werk for werk in gepakt if werk] == [reeks]


def test_wie_de_reeks_kwijt_is_geeft_geen_opdracht_meer(reeks):
    trage = actions.pakken(Uitgiftereeks)
    Uitgiftereeks.objects.update(lease_tot="2020-01-01T00:00Z")
    actions.reeks_uitvoeren(actions.pakken(Uitgiftereeks))
    reeks.regels.update(geregeld_op=None)

    with pytest.raises(actions.Verloren):
        actions.reeks_uitvoeren(trage)

    assert Uitgifteopdracht.objects.count() == 6
    assert reeks.regels.filter(geregeld_op=None).count() == 3


def test_opnieuw_proberen_is_een_keer_opnieuw(klas, fatima):
    Traject.objects.filter(pk=klas[0].pk).update(status=Status.SCHOOLOORDEEL)
    reeks = opdracht_geven(klas, fatima)
    werken(Stempel())
    Traject.objects.filter(pk=klas[0].pk).update(status=Status.BIJ_EXAMENCOMMISSIE)

    assert drukken(fatima, reverse("verklaringen:reeks_opnieuw", args=[reeks.pk]), {}) == {302}
    werken(Stempel())

    assert Uitgifteopdracht.objects.count() == 6


def test_een_bestand_vragen_is_een_bestand(reeks, fatima):
    werken(Stempel())
    adres = reverse("verklaringen:bundelen", args=[reeks.pk])

    assert drukken(fatima, adres, {"soort": "zip"}) == {302}
    assert Reeksbestand.objects.count() == 1
