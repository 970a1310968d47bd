"""A traject that is ready for its voordracht: what the school judged, checked and recorded."""

from datetime import timedelta

from django.utils import timezone

from tests import factories as f
from tests.trajecten import maken_certificaat, maken_onderdelen
from trajecten import models as m
from trajecten.models import Onderdeel

EXAMEN = ("7,2", "6,8", "5,9", "8,0", "6,1", "5,5")
VANDAAG = timezone.localdate()


def certificaat(fatima, johan, examen=EXAMEN):
    """Tarik to C0021: werkvloer, lessons and six exam parts, all sufficient unless asked."""
    koken = maken_certificaat.koken()
    traject = f.traject(
        m.Status.SCHOOLOORDEEL, route="certificaat", instelling=fatima.organisatie,
        coordinator=fatima, kandidaat=f.kandidaat("Tarik Voorbeeld"),
        kwalificatie=koken.kwalificatie, certificaat=koken,
    )  # fmt: skip
    _mag_uitgeven(traject)
    plaatsing = f.plaatsing(traject, praktijkopleider=johan)
    for volgorde, proces in enumerate(koken.werkprocessen.all(), 1):
        f.eindoordeel(_regel(plaatsing, proces, volgorde), johan)
    _beoordeeld(traject, plaatsing, fatima, johan)
    f.resultaat(traject, Onderdeel.LES, "voldaan", naam="Hygiëne")
    for nummer, cijfer in enumerate(examen, 1):
        f.resultaat(
            traject, Onderdeel.CERTIFICAATEXAMEN, cijfer, code="C0021", naam=f"Onderdeel {nummer}"
        )
    return traject


def zonder_bpv(traject, fatima):
    """The same certificaat, for somebody who followed lessons only."""
    m.Intake.objects.create(
        traject=traject, wens="Koken", route_reden="Werkt al.", startkwalificatie=False,
        met_bpv=False, door=fatima, gebeurd_op=VANDAAG,
    )  # fmt: skip
    traject.schooloordelen.all().delete()
    traject.plaatsingen.update(vervallen_op=timezone.now())
    return traject


def diploma(fatima, johan, nederlands=4):
    """Samira to a diploma at niveau 1: every rule is met."""
    kwalificatie = maken_onderdelen.kwalificatie(1)
    m.Kwalificatie.objects.update(bevestigd_door="A. Beheer", bevestigd_op=timezone.now())
    kwalificatie.refresh_from_db()
    traject = f.traject(
        m.Status.SCHOOLOORDEEL, route="diploma", leerweg="bbl", kwalificatie=kwalificatie,
        instelling=fatima.organisatie, coordinator=fatima,
    )  # fmt: skip
    maken_onderdelen.inschrijving(traject, VANDAAG - timedelta(days=300))
    _mag_uitgeven(traject)
    plaatsing = f.plaatsing(traject, praktijkopleider=johan)
    f.eindoordeel(f.planregel(plaatsing), johan)
    _beoordeeld(traject, plaatsing, fatima, johan)
    for code in ("B1-K1", "P2-K1"):
        f.resultaat(traject, code=code)
    f.resultaat(traject, Onderdeel.NEDERLANDS, nederlands, niveau="2F")
    for onderdeel in (Onderdeel.REKENEN, Onderdeel.LOOPBAAN, Onderdeel.BURGERSCHAP):
        f.resultaat(traject, onderdeel, "voldaan")
    f.resultaat(traject, Onderdeel.KEUZEDEEL, 6)
    return traject


def _beoordeeld(traject, plaatsing, fatima, johan):
    f.schooloordeel(traject, fatima)
    traject.schooloordelen.update(optie=1)
    f.identiteit(traject.kandidaat, fatima)
    f.documentgegevens(plaatsing, johan, fatima)


def _regel(plaatsing, proces, volgorde):
    return plaatsing.planregels.create(
        traject=plaatsing.traject, certificaatwerkproces=proces, volgorde=volgorde,
        code=proces.code, titel=proces.titel, kerntaak_code=proces.kerntaak_code,
        kerntaak_titel=proces.kerntaak_titel, crebo="25180", kwalificatie_naam="Kok",
    )  # fmt: skip


def _mag_uitgeven(traject):
    m.MagUitgeven.objects.get_or_create(
        instelling=traject.instelling, crebo=traject.kwalificatie.crebo, leerweg=traject.leerweg,
        van="2020-01-01",
    )  # fmt: skip
