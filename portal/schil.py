"""What the shell of every page shows: the menu of the active role, and the demo line."""

from django.conf import settings
from django.urls import reverse

from portal.toegang import TOEGANG
from trajecten.models import Rol

# At most five entries, so that they fit a phone: label, route name.
MENU = {
    Rol.KANDIDAAT: [
        ("Nu doen", "start:nu_doen"),
        ("Dit kan ik", "trajecten:dit_kan_ik"),
        ("Bewijs", "verklaringen:bewijzen"),
        ("Hulp", "start:hulp"),
    ],
    Rol.PRAKTIJKOPLEIDER: [("Vandaag", "start:vandaag"), ("Hulp", "start:hulp")],
    Rol.LEERBEDRIJFBEHEERDER: [("Trajecten", "trajecten:overzicht"), ("Mensen", "trajecten:leden")],
    Rol.COORDINATOR: [
        ("Werklijst", "start:werklijst"),
        ("Trajecten", "trajecten:overzicht"),
        ("Documenten", "verklaringen:register"),
        ("Mensen", "trajecten:leden"),
        ("Cijfers", "cijfers:dashboard"),
    ],
    Rol.EXAMENCOMMISSIE: [
        ("Examencommissie", "verklaringen:examencommissie"),
        ("Trajecten", "trajecten:overzicht"),
        ("Documenten", "verklaringen:register"),
        ("Zegel controleren", "verklaringen:controleren_zegel"),
    ],
    Rol.KLANTMANAGER: [
        ("Aanmelden", "trajecten:aanmelden"),
        ("Mijn aanmeldingen", "trajecten:aanmeldingen"),
        ("Bellijst", "trajecten:nazorg"),
    ],
    Rol.JOBCOACH: [
        ("Werklijst", "start:werklijst"),
        ("Kandidaten", "trajecten:overzicht"),
        ("Bellijst", "trajecten:nazorg"),
        ("Hulp", "start:hulp"),
    ],
    Rol.BELEID: [
        ("Dashboard", "cijfers:dashboard"),
        ("Voor de raad", "cijfers:raad"),
        ("Zo rekenen we", "cijfers:begrippen"),
        ("Doelgroepen", "trajecten:doelgroepgebruik"),
    ],
    Rol.AANMELDPUNT: [("Aanmeldingen", "trajecten:aanmeldingen")],
    Rol.BEHEER: [
        ("Mensen", "trajecten:leden"),
        ("Inlezen", "trajecten:inlezen"),
        ("Inrichting", "trajecten:inrichting"),
        ("Zegel controleren", "verklaringen:controleren_zegel"),
        ("Nachtwerk", "nacht:nachtwerk"),
    ],
}


def menu_van(lid) -> list[tuple[str, str]]:
    """The entries of this role that have a page."""
    return [(label, route) for label, route in MENU.get(lid.rol, []) if route in TOEGANG]


def schil(request):
    """Context processor: `menu` as (label, url, actief) and `demo`."""
    lid = getattr(request, "lid", None)
    hier = request.resolver_match.view_name if request.resolver_match else ""
    menu = [(label, reverse(route), route == hier) for label, route in menu_van(lid)] if lid else []
    return {"menu": menu, "demo": settings.DEMO}
