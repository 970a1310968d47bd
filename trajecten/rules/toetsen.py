"""From the records of a traject to the passing rules of slagen: what was achieved, and the answer.

Of each onderdeel the attempt that counts (onderdelen.py), the exemptions that were granted, and
what the school decided about the bpv. An advice: the examencommissie decides.
"""

from ..models import (
    VOOR_START,
    Certificaat,
    Eindoordeel,
    Onderdeel,
    Plaatsing,
    Planregel,
    Route,
    Schooloordeel,
    Traject,
)
from .afronding import geldig_schooloordeel
from .behaald import Behaald
from .schoolregels import schoolregels_van
from .slagen import (
    Antwoord,
    Certificaatstand,
    Diplomastand,
    Kerntaak,
    Toets,
    certificaat_toetsen,
    diploma_toetsen,
)
from .slagen.gegevens import DEELS, NEGATIEF, ONBEKEND, POSITIEF

Werkvloer = tuple[tuple[str, bool], ...]  # code, and whether its eindoordeel is ja
ZELFDE_WERK = (
    "Welk werkproces van het leerplan bij welk werkproces van het certificaat hoort, "
    "is een lezing van de titels. De examencommissie beslist."
)
NIET_NAAST_ELKAAR = (
    "Het portaal weet niet welke werkprocessen van het leerplan bij dit certificaat horen. "
    "Hier staan die van het leerplan."
)
HELE_BPV = Schooloordeel.Optie.HELE_BPV


def toets_van(traject: Traject) -> Toets:
    """Of wat nu vastligt voldoet voor het diploma of mbo-certificaat, regel voor regel.

    Een route zonder slagingsregels, of zonder opleiding of certificaat, wordt nooit 'voldoet'.
    Een vast aantal vragen aan de database.
    """
    if traject.route == Route.DIPLOMA and traject.kwalificatie:
        return diploma_toetsen(diplomastand_van(traject))
    if traject.route == Route.CERTIFICAAT and traject.certificaat:
        return certificaat_toetsen(certificaatstand_van(traject))
    return Toets((_niet_te_toetsen(traject),))


def heeft_toets(traject: Traject) -> bool:
    """Of er voor deze route slagingsregels zijn."""
    return traject.route in (Route.CERTIFICAAT, Route.DIPLOMA)


def diplomastand_van(traject: Traject) -> Diplomastand:
    """Alles wat van dit traject voor het diploma telt. Raises: ValueError zonder kwalificatie."""
    kwalificatie = traject.kwalificatie
    if kwalificatie is None:
        raise ValueError(f"{traject} has no kwalificatie")
    behaald = Behaald(traject)
    kerntaken = tuple(
        Kerntaak(taak.code, taak.titel, behaald.waardering(Onderdeel.KERNTAAK, taak.code))
        for taak in kwalificatie.kerntaken()
    )
    inschrijving = getattr(traject, "inschrijving", None)
    return Diplomastand(
        niveau=kwalificatie.niveau,
        begin=inschrijving and inschrijving.gebeurd_op,
        kerntaken=kerntaken,
        nederlands=behaald.generiek(Onderdeel.NEDERLANDS),
        rekenen=behaald.generiek(Onderdeel.REKENEN),
        engels=behaald.generiek(Onderdeel.ENGELS),
        loopbaan=behaald.waardering(Onderdeel.LOOPBAAN),
        burgerschap=behaald.waardering(Onderdeel.BURGERSCHAP),
        keuzedelen=behaald.keuzedelen(),
        bpv=_bpv(traject),
        regels=schoolregels_van(traject.instelling),
        opmerkingen=behaald.opmerkingen(),
    )


def certificaatstand_van(traject: Traject) -> Certificaatstand:
    """Werkvloer, lessen en examen van het certificaat. Raises: ValueError zonder certificaat."""
    certificaat = traject.certificaat
    if certificaat is None:
        raise ValueError(f"{traject} has no certificaat")
    behaald = Behaald(traject)
    werkprocessen, opmerkingen = _werkvloer(traject, certificaat)
    met_bpv = Plaatsing.objects.geldig().filter(traject=traject).exists()
    return Certificaatstand(
        werkprocessen=werkprocessen,
        met_bpv=met_bpv or traject.status in VOOR_START,
        lessen=behaald.examendelen(Onderdeel.LES),
        onderdelen=behaald.examendelen(Onderdeel.CERTIFICAATEXAMEN),
        regels=schoolregels_van(traject.instelling),
        opmerkingen=(*behaald.opmerkingen(), *opmerkingen),
    )


def _niet_te_toetsen(traject: Traject) -> Antwoord:
    zin = "Er is nog geen opleiding gekozen."
    if traject.route == Route.CERTIFICAAT:
        zin = "Er is nog niet gekozen voor welk mbo-certificaat dit traject is."
    elif not heeft_toets(traject):
        zin = "Voor deze route zijn er geen slagingsregels."
    return Antwoord("Slagingsregels", ONBEKEND, zin, "WEB 7.2.3, 7.4.6")


def _bpv(traject: Traject) -> str:
    oordeel = geldig_schooloordeel(traject)
    if oordeel is None:
        return ""
    if not oordeel.positief:
        return NEGATIEF
    return POSITIEF if oordeel.optie == HELE_BPV else DEELS


def _werkvloer(traject: Traject, certificaat: Certificaat) -> tuple[Werkvloer, tuple[str, ...]]:
    """Of each werkproces of the certificaat whether the leerbedrijf said ja to the same work.

    The plan holds its own werkprocessen; those of the kwalificatie when the portal did not know
    them yet, or a running traject was taken over. Then a person laid the two beside each other.
    """
    regels = Planregel.objects.geldig().filter(traject=traject, extra=False).with_oordeel()
    oordelen: dict[int, bool] = {}
    codes: dict[str, bool] = {}
    van_het_certificaat: dict[int, bool] = {}
    for regel in regels.order_by("plaatsing", "volgorde"):
        ja = regel.oordeel_nu == Eindoordeel.Oordeel.JA
        codes[regel.code] = ja or codes.get(regel.code, False)
        if pk := regel.certificaatwerkproces_id:
            van_het_certificaat[pk] = ja or van_het_certificaat.get(pk, False)
        else:
            oordelen[regel.werkproces_id] = ja or oordelen.get(regel.werkproces_id, False)
    rijen = list(certificaat.werkprocessen.prefetch_related("dekkingen"))
    if van_het_certificaat:
        return tuple((rij.code, van_het_certificaat.get(rij.pk, False)) for rij in rijen), ()
    eigen = [
        (rij.code, {dekking.werkproces_id for dekking in rij.dekkingen.all()}) for rij in rijen
    ]
    if not any(dekt & oordelen.keys() for _, dekt in eigen):
        return tuple(codes.items()), (NIET_NAAST_ELKAAR,)
    werkvloer = tuple(
        (code, bool(dekt) and all(oordelen.get(pk, False) for pk in dekt)) for code, dekt in eigen
    )
    return werkvloer, (ZELFDE_WERK,)
