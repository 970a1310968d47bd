"""A school that may not issue any more still mends what it once could issue. Source: WEB 7.4.6b."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains

from tests.verklaringen.maken_uitgiften import inschrijven
from trajecten.models import MagUitgeven
from trajecten.rules import Bezwaar
from verklaringen import actions
from verklaringen.models import Uitgifteopdracht

JAREN_LATER = timezone.now() + timedelta(days=3 * 365)


def recht_tot(dag):
    MagUitgeven.objects.update(tot=dag)


def test_jaren_later_mag_een_verbetering_nog(verbeterd, fatima):
    recht_tot(timezone.localdate() + timedelta(days=90))

    opdrachten = actions.uitgeven(
        traject=verbeterd, door=fatima.lid, motivering="Nieuwe uren.", nu=JAREN_LATER
    )

    assert [rij.soort for rij in opdrachten] == ["praktijkverklaring", "mbo_verklaring"]


def test_wat_de_school_ook_toen_niet_mocht_mag_nu_niet(verbeterd, fatima):
    recht_tot(timezone.localdate() - timedelta(days=1))

    with pytest.raises(Bezwaar, match="mag op .* niets uitgeven voor crebo 25743"):
        actions.uitgeven(traject=verbeterd, door=fatima.lid, nu=JAREN_LATER)


def test_een_eerste_document_vraagt_het_recht_van_vandaag(client, besloten, fatima):
    recht_tot(timezone.localdate() - timedelta(days=1))
    fatima.aanmelden(client)

    response = client.post(reverse("verklaringen:uitgeven", args=[besloten.pk]))

    assertContains(response, "niets uitgeven voor crebo 25743", status_code=422)
    assert not Uitgifteopdracht.objects.exists()


def test_de_rest_van_een_eerste_uitgifte_is_geen_verbetering(besloten, opdrachten, fatima):
    """The sheet is out, the mbo-verklaring failed, and the right ended in between."""
    blad, verklaring = opdrachten
    inschrijven(blad.vaststelling, "PV-2026-0000001-V")
    Uitgifteopdracht.objects.filter(pk=verklaring.pk).update(
        staat="vervallen", vervallen_reden="het papier is op", klaar_op=timezone.now()
    )
    recht_tot(timezone.localdate())
    morgen = timezone.now() + timedelta(days=1)

    with pytest.raises(Bezwaar, match="niets uitgeven voor crebo 25743"):
        actions.uitgeven(traject=besloten, door=fatima.lid, motivering="Rest.", nu=morgen)
