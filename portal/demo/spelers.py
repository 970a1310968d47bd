"""The cast on the sign-in page: one or two people of every role, so that all sides can be seen."""

from itertools import groupby

from trajecten.models import Lidmaatschap, Rol

# In the order of the flow: who, and what there is to see.
ROLLEN = {
    Rol.KLANTMANAGER: "meldt iemand aan en ziet hoe ver die is",
    Rol.AANMELDPUNT: "stuurt een aanmelding naar een school",
    Rol.COORDINATOR: "doet de intake, het plan en het oordeel van de school",
    Rol.PRAKTIJKOPLEIDER: "begeleidt op het werk en tekent af",
    Rol.KANDIDAAT: "leert op het werk",
    Rol.JOBCOACH: "steunt de kandidaat en belt na het einde: werk je nu?",
    Rol.LEERBEDRIJFBEHEERDER: "beheert de mensen van het leerbedrijf",
    Rol.BELEID: "kijkt naar de cijfers van de gemeente of het werkbedrijf",
    Rol.EXAMENCOMMISSIE: "besluit over de verklaringen",
    Rol.BEHEER: "nodigt de mensen van de organisatie uit",
}
PER_ROL = 4


def spelers() -> list[dict]:
    """[{rol, wat, leden}] of everyone who may be played, the first of each role first."""
    leden = Lidmaatschap.objects.geldig().filter(rol__in=ROLLEN, gebruiker__is_active=True)
    leden = leden.select_related("gebruiker", "organisatie", "leerbedrijf").order_by("rol", "pk")
    per_rol = {rol: list(groep)[:PER_ROL] for rol, groep in groupby(leden, lambda lid: lid.rol)}
    return [
        {"rol": rol.label.capitalize(), "wat": wat, "leden": per_rol[rol]}
        for rol, wat in ROLLEN.items()
        if rol in per_rol
    ]


def schil(request):
    """Context processor: the cast, read only where a template asks for it."""
    return {"spelers": spelers}
