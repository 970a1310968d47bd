"""The eindoordeel of the praktijkopleider: a page per plaatsing, then one button to the school."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from .. import actions, rules
from ..forms.eindoordelen import EindoordelenForm
from ..forms.voortgang import dagkeuzes
from ..models import Plaatsing, Status
from ..rules import Bezwaar, Ingehaald
from .insturen import gepost


def eindoordeel(request, pk):
    """Alle werkprocessen van deze plaatsing: ja, nee of niet aangeboden."""
    plaatsing = get_object_or_404(_plaatsingen(request.lid), pk=pk)
    planregels = _planregels(plaatsing)
    form = EindoordelenForm(gepost(request), planregels=planregels)
    eerder = None
    if form.is_valid():
        try:
            actions.eindoordelen_geven(
                door=request.lid,
                oordelen=form.oordelen(),
                gebeurd_op=form.cleaned_data["gebeurd_op"],
            )
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        except Ingehaald as ingehaald:
            eerder = ingehaald.eerder
            form.bijwerken(_planregels(plaatsing))
        else:
            messages.success(request, "Bewaard. De kandidaat ziet dit ook.")
            return redirect("trajecten:eindoordeel", plaatsing.pk)
    context = _context(request, plaatsing, planregels) | {
        "form": form,
        "eerder": eerder,
        "dagen": dagkeuzes(plaatsing, form["gebeurd_op"].value()),
    }
    status = 409 if eerder else 422 if form.errors else 200
    return render(request, "trajecten/eindoordeel.html", context, status=status)


def eindoordelen_versturen(request, pk):
    """Klaar, stuur naar de school: eerst de lijst nog eens zien, dan één knop."""
    plaatsing = get_object_or_404(_plaatsingen(request.lid), pk=pk)
    fout = ""
    if request.method == "POST":
        try:
            actions.eindoordelen_versturen(traject=plaatsing.traject, door=request.lid)
        except (Bezwaar, Ingehaald) as bezwaar:
            fout = str(bezwaar)
        else:
            messages.success(request, "Verstuurd. De school kijkt het na.")
            return redirect("trajecten:begeleiding", plaatsing.traject_id)
    context = _context(request, plaatsing, _planregels(plaatsing)) | {"fout": fout}
    return render(
        request, "trajecten/eindoordelen_versturen.html", context, status=422 if fout else 200
    )


def _plaatsingen(lid):
    return (
        Plaatsing.objects.zichtbaar_voor(lid)
        .geldig()
        .select_related("traject__kandidaat", "traject__instelling")
    )


def _planregels(plaatsing):
    regels = plaatsing.planregels.geldig().with_aftekeningen()
    return list(regels.prefetch_related("eindoordelen__door__gebruiker"))


def _context(request, plaatsing, planregels):
    traject = plaatsing.traject
    bezwaar = "Er staan geen werkprocessen in het plan."
    if planregels:
        bezwaar = rules.bezwaar_tegen_eindoordeel_geven(planregels[0], request.lid)
    return {
        "plaatsing": plaatsing,
        "traject": traject,
        "kandidaat": traject.kandidaat,
        "planregels": planregels,
        "bezwaar": bezwaar,
        "nog": sum(regel.laatste_eindoordeel is None for regel in planregels),
        "versturen_bezwaar": rules.bezwaar_tegen_eindoordelen_versturen(traject, request.lid),
        "teruggestuurd": _teruggestuurd(traject),
    }


def _teruggestuurd(traject):
    """De stap waarmee de school dit terugstuurde, met haar reden; None als zij dat niet deed."""
    if traject.status != Status.EINDBEOORDELING:
        return None
    laatste = traject.overgangen.filter(naar=Status.EINDBEOORDELING).last()
    return laatste if laatste and laatste.van == Status.SCHOOLOORDEEL else None
