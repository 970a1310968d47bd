"""What a school arranged itself: its own rules, its documents, and what it may issue."""

from django.contrib import messages
from django.shortcuts import redirect, render

from .. import actions, rules
from ..forms.schoolregels import SchoolregelsForm
from ..models import Inrichting, Organisatie, Rol, Schoolregels, Woord
from ..rules import Bezwaar, Ingehaald
from ..rules.slagen import SCHAAL, getal
from .insturen import gepost

AFRONDEN = {None: "Niet vastgesteld", True: "Ja, vanaf 5,5", False: "Nee"}


def inrichting(request):
    """All settings of the own school, who decided them and when; the older rules stay to read."""
    organisatie = request.lid.organisatie
    regels = _regels(request)
    for rij in regels:
        rij.in_woorden = in_woorden(rij)
    context = {
        "organisatie": organisatie,
        "is_school": organisatie.soort == Organisatie.Soort.INSTELLING,
        "kan_doelgroepen": not rules.bezwaar_tegen_doelgroepgebruik(request.lid, False, ""),
        "regels": regels[0] if regels else None,
        "eerder": regels[1:],
        "kan_vaststellen": request.lid.rol != Rol.EXAMENCOMMISSIE,
        "inrichting": getattr(organisatie, "inrichting", None),
        "blad": Inrichting.Blad(rules.blad_van(organisatie)).label,
        "mag_uitgeven": organisatie.mag_uitgeven.all(),
    }
    return render(request, "trajecten/inrichting.html", context)


def schoolregels(request):
    """What the school decided, filled in with what holds now."""
    regels = _regels(request)
    nu = regels[0] if regels else None
    form = SchoolregelsForm(gepost(request), initial=_begin(nu))
    bezwaar, eerder = rules.bezwaar_tegen_schoolregels_vaststellen(request.lid), None
    if form.is_valid():
        try:
            actions.schoolregels_vaststellen(door=request.lid, **form.cleaned_data)
        except Bezwaar as weigering:
            form.add_error(None, str(weigering))
        except Ingehaald as ingehaald:
            eerder = ingehaald.eerder
            form.data = form.data.copy()
            form.data["na"] = str(eerder.volgnummer)
        else:
            messages.success(request, "Bewaard. Deze regels gelden vanaf nu.")
            return redirect("trajecten:inrichting")
    context = {"form": form, "bezwaar": bezwaar}
    context["eerder"] = eerder and {
        "wie": eerder.door.naam, "op": eerder.vastgelegd_op, "rijen": in_woorden(eerder),
    }  # fmt: skip
    status = 409 if eerder else 422 if form.errors else 200
    return render(request, "trajecten/schoolregels.html", context, status=status)


def in_woorden(regels):
    """(label, value) of each rule, as a person reads it."""
    tabel = [f"{Woord(w).label} {regels.woordtabel[w]}" for w in SCHAAL if w in regels.woordtabel]
    minimum = regels.certificaat_minimum
    return [
        ("Nederlands bij entree, ten minste", regels.nederlands_minimum or "Geen eigen minimum"),
        ("Gemiddelde van de keuzedelen afronden", AFRONDEN[regels.gemiddelde_afronden]),
        ("Levensbeschouwelijke onderdelen", "Ja" if regels.levensbeschouwelijk else "Nee"),
        ("Cijfers bij woorden", ", ".join(tabel) or "Niet vastgesteld"),
        ("Mbo-certificaat, elk onderdeel ten minste", getal(minimum) if minimum else "5,5"),
        ("Mbo-certificaat, compenseren", "Ja" if regels.certificaat_compensatie else "Nee"),
        ("Besloten door", f"{regels.besloten_door}, {regels.gebeurd_op:%d-%m-%Y}"),
    ]


def _regels(request):
    """The rules of the own school, newest first."""
    rijen = Schoolregels.objects.zichtbaar_voor(request.lid).select_related("door__gebruiker")
    return list(rijen.order_by("-volgnummer"))


def _begin(nu):
    if nu is None:
        return {"na": 0, "levensbeschouwelijk": "nee", "certificaat_compensatie": "nee"}
    afronden = {None: "", True: "ja", False: "nee"}[nu.gemiddelde_afronden]
    woorden = {f"woord_{woord}": cijfer for woord, cijfer in nu.woordtabel.items()}
    return woorden | {
        "nederlands_minimum": nu.nederlands_minimum or "",
        "gemiddelde_afronden": afronden,
        "levensbeschouwelijk": "ja" if nu.levensbeschouwelijk else "nee",
        "certificaat_minimum": nu.certificaat_minimum,
        "certificaat_compensatie": "ja" if nu.certificaat_compensatie else "nee",
        "na": nu.volgnummer,
    }
