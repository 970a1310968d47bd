"""Mending an issued document: begin, and stop when it turns out not to be needed."""

from django.contrib import messages
from django.shortcuts import redirect, render

from trajecten.forms.redenen import RedenForm
from trajecten.rules import Bezwaar
from trajecten.views.insturen import gepost

from .. import actions, rules
from ..forms.verbeteren import VerbeterenForm
from ..models import Uitgifte
from .ondertekening import eigen_traject

BEGONNEN = "Begonnen. Verbeter nu de gegevens, en stel het document daarna opnieuw vast."


def verbeteren(request, pk):
    """What is wrong; then the same steps as for a first document."""
    traject = eigen_traject(request, pk)
    form = VerbeterenForm(gepost(request))
    if form.is_valid():
        try:
            actions.verbeteren(traject=traject, door=request.lid, **form.cleaned_data)
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        else:
            messages.success(request, BEGONNEN)
            return redirect("verklaringen:ondertekening", traject.pk)
    uitgiften = Uitgifte.objects.zichtbaar_voor(request.lid).with_geldigheid()
    context = {
        "traject": traject,
        "form": form,
        "uitgiften": uitgiften.filter(traject=traject, vervangen_door=None),
        "bezwaar": rules.bezwaar_tegen_verbeteren(traject, request.lid),
    }
    return render(
        request, "verklaringen/verbeteren.html", context, status=422 if form.errors else 200
    )


def verbeteren_stoppen(request, pk):
    """It was right after all: the old document stays."""
    traject = eigen_traject(request, pk)
    form = RedenForm(
        gepost(request),
        label="Waarom is de verbetering niet meer nodig?",
        leeg="Schrijf op waarom de verbetering niet meer nodig is.",
        knop="Stop de verbetering",
        gevaar=True,
    )
    if form.is_valid():
        try:
            actions.verbeteren_stoppen(traject=traject, door=request.lid, **form.cleaned_data)
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        else:
            messages.success(request, "Gestopt. Het uitgegeven document blijft zoals het was.")
            return redirect("verklaringen:ondertekening", traject.pk)
    bezwaar = rules.bezwaar_tegen_verbeteren_stoppen(traject, request.lid, "bekeken")
    context = {"traject": traject, "form": form, "bezwaar": bezwaar}
    pagina = "verklaringen/verbeteren_stoppen.html"
    return render(request, pagina, context, status=422 if form.errors else 200)
