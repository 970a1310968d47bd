"""The steps from match to start, through the actions; each returns what the next one needs."""

import io
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from PIL import Image

from tests import factories as f
from trajecten import actions
from trajecten import models as m

SCAN = (b"%PDF-1.4 getekend", "application/pdf", "getekend.pdf")


def kwalificatie():
    """Assistent logistiek with two werkprocessen, confirmed, so that nothing warns about it."""
    kwalificatie = f.kwalificatie(
        bevestigd_door="A. Beheer", bevestigd_op=timezone.now(), geldig_vanaf="2020-08-01"
    )
    f.werkproces("B1-K1-W1", "Bereidt assisterende werkzaamheden voor", kwalificatie)
    f.werkproces("P1-K1-W1", "Ontvangt goederen en/of producten", kwalificatie)
    return kwalificatie


def keuzes(kwalificatie):
    return [(kwalificatie, proces) for proces in kwalificatie.werkprocessen()]


def in_match(lid, naam="Samira Voorbeeld", **velden):
    """A traject of the school of `lid` that waits for a leerbedrijf."""
    school = lid.organisatie
    if not school.mag_uitgeven.exists():
        f.mag_uitgeven(school)
    return f.traject(
        m.Status.MATCH, instelling=school, coordinator=lid, kwalificatie=None,
        kandidaat=f.kandidaat(naam, **velden),
    )  # fmt: skip


def gematcht(lid, praktijkopleider, **velden):
    """With leerbedrijf and praktijkopleider; in `plan` when the erkenning was looked up."""
    traject = in_match(lid, **velden)
    actions.matchen(
        traject=traject, door=lid, kwalificatie=kwalificatie(),
        leerbedrijf=praktijkopleider.leerbedrijf, begeleiders=[praktijkopleider],
    )  # fmt: skip
    return m.Traject.objects.get(pk=traject.pk)


def uitvoerbaar(leerbedrijf, crebo="25743", kan=True, codes=("B1-K1-W1", "P1-K1-W1")):
    erkenning = leerbedrijf.erkenningen.get(crebo=crebo)
    for code in codes:
        m.Uitvoerbaar.objects.create(erkenning=erkenning, code=code, uitvoerbaar=kan)


def gepland(lid, praktijkopleider, begin=None, **velden):
    """With a plan of both werkprocessen and the inschrijving; ready for the pok."""
    traject = gematcht(lid, praktijkopleider, **velden)
    bedrijf = praktijkopleider.leerbedrijf
    if not m.Uitvoerbaar.objects.filter(erkenning__leerbedrijf=bedrijf).exists():
        uitvoerbaar(bedrijf)
    begin = begin or timezone.localdate()
    actions.plannen(
        traject=traject, door=lid, kwalificatie=traject.kwalificatie, begin=begin,
        eind=begin + timedelta(days=120), uren_per_week=24, uren_totaal=400,
    )  # fmt: skip
    actions.werkprocessen_kiezen(traject=traject, door=lid, keuzes=keuzes(traject.kwalificatie))
    actions.inschrijven(traject=traject, door=lid, studentnummer="S-1001", op=begin)
    return m.Traject.objects.get(pk=traject.pk)


def ter_ondertekening(lid, praktijkopleider, **velden):
    """The overeenkomst, drawn up; nobody signed yet."""
    traject = gepland(lid, praktijkopleider, **velden)
    return actions.overeenkomst_opstellen(traject=traject, door=lid)


def getekend_op_papier(overeenkomst, lid, **anders):
    namen = {
        m.Partij.INSTELLING: "Fatima Voorbeeld",
        m.Partij.KANDIDAAT: "Samira Voorbeeld",
        m.Partij.LEERBEDRIJF: "Johan Voorbeeld",
    }
    return actions.overeenkomst_vastleggen(
        overeenkomst=overeenkomst, door=lid, getekend_op=timezone.localdate(), scan=SCAN,
        namen=namen | anders,
    )  # fmt: skip


def url(naam, traject):
    return reverse(f"trajecten:{naam}", args=[traject.pk])


def vers(traject):
    """The same traject, read again."""
    return m.Traject.objects.get(pk=traject.pk)


def tekst(response):
    """The page with all white space as one space."""
    return " ".join(response.content.decode().split())


def png():
    """The bytes of a small picture, as a phone would send a scan."""
    uit = io.BytesIO()
    Image.new("RGB", (2, 2), "white").save(uit, "PNG")
    return uit.getvalue()
