"""The next step: what counts already, what is missing, and the new traject."""

from django.contrib import messages
from django.shortcuts import redirect, render

from .. import actions, rules
from ..forms.vervolg import VervolgForm
from ..rules import Bezwaar
from .tot_start import traject_van


def vervolg(request, pk):
    """Look towards a goal as often as you like; only the button begins the new traject."""
    traject = traject_van(request, pk)
    form, doel = _vraag(request, traject)
    if request.method == "POST" and doel:
        try:
            nieuw = actions.vervolgen(traject=traject, door=request.lid, doel=doel)
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        else:
            messages.success(request, f"{nieuw.nummer} is begonnen. Doe nu de intake.")
            return redirect("trajecten:intake", nieuw.pk)
    context = {
        "traject": traject, "form": form, "doel": doel,
        "groepen": rules.vervolgstand(traject, doel) if doel else [],
        "volgende": rules.volgende_stap(traject),
        "bezwaar": rules.bezwaar_tegen_vervolgen(traject, request.lid),
        "waarschuwing": rules.waarschuwing_bij_vervolgen(traject),
    }  # fmt: skip
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "trajecten/vervolg.html", context, status=status)


def _vraag(request, traject):
    """(form, doel): what was chosen, or what lies closest."""
    gestuurd = request.POST if request.method == "POST" else request.GET
    if request.method == "POST" or "route" in request.GET:
        form = VervolgForm(gestuurd, traject=traject)
        return form, form.doel if form.is_valid() else None
    doel = rules.voorgesteld_doel(traject)
    begin = {
        "route": doel.route, "kwalificatie": doel.kwalificatie.pk,
        "certificaat": doel.certificaat.pk if doel.certificaat else None,
    } if doel else {}  # fmt: skip
    return VervolgForm(initial=begin, traject=traject), doel
