"""What happens after the end: a traject that ended, its jobcoach, who referred, and an answer."""

import uuid
from datetime import timedelta

from django.utils import timezone

from tests import factories as f
from trajecten import models as m


def geeindigd_traject(dagen, status=m.Status.NAZORG, **velden):
    """A traject that ended `dagen` ago, at the leerbedrijf and in the portal."""
    rij = f.traject(status=status, **velden)
    op = timezone.localtime() - timedelta(days=dagen)
    rij.overgangen.update(op=op)
    m.Traject.objects.filter(pk=rij.pk).update(status_sinds=op)
    dag = timezone.localdate(op)
    f.plaatsing(rij, begin=dag - timedelta(days=180), eind=dag)
    return m.Traject.objects.get(pk=rij.pk)


def jobcoaching(traject, lid, **velden):
    velden = {"van": timezone.localdate() - timedelta(days=30)} | velden
    return traject.jobcoachings.create(lid=lid, **velden)


def verwezen(traject, klantmanager):
    """The aanmelding by which this klantmanager brought the traject in."""
    return m.Aanmelding.objects.create(
        naam=traject.kandidaat.naam, telefoon="0612345678", taal="nl", wens="werken",
        gemeente=traject.kandidaat.gemeente, uitleg_gegeven=True, door=klantmanager,
        verwijzer=klantmanager.organisatie, sleutel=uuid.uuid4(), traject=traject,
        status=m.Aanmelding.Status.DOORGEZET,
    )  # fmt: skip


def nazorgmeting(traject, door, werk="ja", maand=3, **velden):
    velden = {"gebeurd_op": timezone.localdate(), "antwoord_van": "kandidaat"} | velden
    if werk == "ja":
        velden = {"uren": "12_of_meer"} | velden
    volgnummer = traject.nazorgmetingen.filter(maand=maand).count() + 1
    return traject.nazorgmetingen.create(
        maand=maand, volgnummer=volgnummer, werk=werk, door=door, **velden
    )
