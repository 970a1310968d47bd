"""Two worked examples, played through the pages: who posts what, from the intake to the end."""

import re

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.trajecten.stappen import png
from trajecten.models import Eindoordeel, Traject

NIET = Eindoordeel.Oordeel.NIET_AANGEBODEN


class Spel:
    """One client; every step is a post by somebody of the cast, and has to succeed."""

    def __init__(self, client):
        self.client = client

    def doen(self, wie, naam, pk, /, status=302, **velden):
        wie.aanmelden(self.client)
        response = self.client.post(reverse(naam, args=[pk]), velden)
        assert response.status_code == status, (naam, gezegd(response))
        return response

    def lezen(self, wie, naam, pk):
        wie.aanmelden(self.client)
        return self.client.get(reverse(naam, args=[pk])).text


def gezegd(response):
    """The words of a page that was not what the step expected."""
    return " ".join(re.sub(r"<[^>]+>", " ", response.text.partition("<main")[2]).split())


def scan(naam="getekend.png"):
    return SimpleUploadedFile(naam, png(), "image/png")


def stand(traject):
    return Traject.objects.get(pk=traject.pk)


def plannen(spel, fatima, traject, kwalificatie, opleider, periode, uren, **doel):
    """Match and plan, up to the choice of the werkprocessen."""
    spel.doen(
        fatima, "trajecten:match", traject.pk, leerbedrijf=opleider.lid.leerbedrijf_id,
        kwalificatie=kwalificatie.pk, begeleiders=[opleider.lid.pk], versie=stand(traject).versie,
    )  # fmt: skip
    begin, eind = periode
    spel.doen(
        fatima, "trajecten:plan", traject.pk, kwalificatie=kwalificatie.pk, begin=begin, eind=eind,
        uren_per_week=uren[0], uren_totaal=uren[1], versie=stand(traject).versie, **doel,
    )  # fmt: skip


def kiezen(spel, fatima, traject, keuzes):
    """`keuzes`: (kwalificatie, werkproces); every warning is read and confirmed by name."""
    velden = {}
    for kwalificatie, proces in keuzes:
        veld = f"k{kwalificatie.pk}_{proces.kerntaak_id}"
        velden.setdefault(veld, []).append(f"{kwalificatie.pk}-{proces.pk}")
    crebos = {kwalificatie.crebo for kwalificatie, _ in keuzes}
    gelezen = [f"uitvoerbaar:{crebo}" for crebo in crebos]
    extra = {kwalificatie.pk for kwalificatie, _ in keuzes} - {stand(traject).kwalificatie_id}
    spel.doen(
        fatima, "trajecten:werkprocessen_kiezen", traject.pk, gelezen=gelezen, bevestigd="on",
        versie=stand(traject).versie, extra=[*extra], **velden,
    )  # fmt: skip


def tekenen_en_starten(spel, fatima, traject, op, getekend_op, namen):
    """Enrolled, the overeenkomst signed on paper by three, and started."""
    spel.doen(fatima, "trajecten:inschrijven", traject.pk, studentnummer="S-1", op=op)
    spel.doen(
        fatima, "trajecten:overeenkomst", traject.pk, opgesteld_op=op, versie=stand(traject).versie
    )
    spel.doen(
        fatima, "trajecten:overeenkomst_vastleggen", traject.pk, getekend_op=getekend_op,
        scan=scan(), **namen,
    )  # fmt: skip
    spel.doen(fatima, "trajecten:starten", traject.pk, versie=stand(traject).versie)


def beoordelen(spel, fatima, opleider, traject, op, niet=()):
    """The eindbeoordeling: every werkproces ja, but what was `niet` aangeboden."""
    spel.doen(fatima, "trajecten:eindbeoordeling", traject.pk)
    plaatsing = traject.plaatsingen.get()
    velden = {"gebeurd_op": op}
    for regel in plaatsing.planregels.geldig():
        oordeel = NIET if regel.code in niet else Eindoordeel.Oordeel.JA
        velden |= {f"oordeel_{regel.pk}": oordeel, f"na_{regel.pk}": 0}
    spel.doen(opleider, "trajecten:eindoordeel", plaatsing.pk, **velden)
    spel.doen(opleider, "trajecten:eindoordelen_versturen", plaatsing.pk)


def gegevens(spel, fatima, opleider, traject, wie, uren, **plek):
    """Name and birth as on the ID, and the hours at the leerbedrijf."""
    plaatsing = traject.plaatsingen.get()
    velden = {f"wie-{naam}": waarde for naam, waarde in wie.items()}
    velden |= {"wie-gecontroleerd": "on", "wie-na": 0, "wie-geboorteland": "Nederland"}
    hier = {
        "uren": uren, "leerbedrijf_naam": plaatsing.leerbedrijf.naam, "na": 0,
        "vestigingsplaats": plaatsing.leerbedrijf.plaats, "praktijkopleider": opleider.lid.pk,
        "praktijkopleider_naam": opleider.lid.naam,
    } | plek  # fmt: skip
    velden |= {f"plek{plaatsing.pk}-{naam}": waarde for naam, waarde in hier.items()}
    spel.doen(fatima, "trajecten:gegevens", traject.pk, **velden)


def besluiten(spel, anne, traject, op, uitkomst="toegekend"):
    spel.doen(
        anne, "verklaringen:besluiten", traject.pk, uitkomst=uitkomst, naam="Anne Voorbeeld",
        functie="voorzitter", plaats="Deventer", gebeurd_op=op, reden="",
    )  # fmt: skip
