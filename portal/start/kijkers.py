"""The logbook as the kandidaat reads it: who, when, and what in plain Dutch."""

from datetime import timedelta
from itertools import groupby

from django.utils import timezone

from portal.start.zinnen import zin
from trajecten.models import Logregel, Rol

OPEN = timedelta(days=30)
HOOGSTENS = 500  # lines on one page; older ones stand behind "Toon ouder"

ROLLEN = {
    Rol.PRAKTIJKOPLEIDER: "je begeleider op het werk",
    Rol.LEERBEDRIJFBEHEERDER: "je leerbedrijf",
    Rol.COORDINATOR: "de school",
    Rol.EXAMENCOMMISSIE: "de examencommissie",
    Rol.KLANTMANAGER: "de gemeente of je verwijzer",
    Rol.AANMELDPUNT: "het aanmeldpunt",
    Rol.JOBCOACH: "je jobcoach",
}

ZONDER_NAAM = {"openbaar": "Iemand met de code"}  # not signed in; the rest is the portal itself


def per_dag(kandidaat, *, ouder=False, nu=None) -> list[tuple]:
    """[(day, [line, ...])], newest first, of the last 30 days or all. Without the own acts."""
    regels = (
        Logregel.objects.over(kandidaat)
        .filter(resultaat=Logregel.Resultaat.GELUKT)
        .exclude(rol=Rol.KANDIDAAT)
        .select_related("lid__organisatie", "lid__leerbedrijf", "namens__gebruiker")
    )
    if not ouder:
        regels = regels.filter(tijd__gte=(nu or timezone.now()) - OPEN)
    gelezen = [_regel(regel) for regel in regels[:HOOGSTENS]]
    return [(dag, _samen(groep)) for dag, groep in groupby(gelezen, key=lambda regel: regel["dag"])]


def _regel(regel):
    tijd = timezone.localtime(regel.tijd)
    wie = regel.actor if regel.lid else ZONDER_NAAM.get(regel.actor, "Het portaal")
    rol, wat = _rol(regel), zin(regel)
    return {"dag": tijd.date(), "tijd": tijd, "wie": wie, "rol": rol, "wat": wat, "keer": 1}


def _samen(regels):
    """The same person doing the same on one day is one line, with how often and when last."""
    per = {}
    for regel in regels:
        eerste = per.setdefault((regel["wie"], regel["rol"], regel["wat"]), regel)
        if eerste is not regel:
            eerste["keer"] += 1
    return list(per.values())


def _rol(regel):
    waar = regel.lid.plek if regel.lid else ""
    return ", ".join(deel for deel in (ROLLEN.get(regel.rol, ""), waar) if deel)
