"""The kandidaat shows an own document: choose how long, show the QR, stop."""

from django.conf import settings
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from trajecten.rules import Bezwaar
from trajecten.views.insturen import gepost

from .. import actions, rules
from ..forms.delen import DelenForm
from ..models import Deelduur, Deling, Uitgifte


def delen(request, pk):
    """One tap on how long, and the QR is there.

    The answer to the POST shows it itself: after a redirect the secret would be gone, for the
    portal keeps only its hash.
    """
    uitgifte = _eigen(request, pk)
    form = DelenForm(gepost(request), uitgifte=uitgifte, lid=request.lid)
    if form.is_valid():
        code = form.cleaned_data["code"]
        try:
            deling = actions.delen(uitgifte=uitgifte, door=request.lid, **form.cleaned_data)
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        else:
            link = f"{settings.CONTROLEER_URL}#{code}"
            context = {"uitgifte": uitgifte, "deling": deling, "link": link, "code": code}
            return render(request, "verklaringen/gedeeld.html", context)
    context = {
        "uitgifte": uitgifte,
        "form": form,
        "sleutel": form.nieuwe_sleutel(),
        "duren": Deelduur,
        "bezwaar": rules.bezwaar_tegen_delen(uitgifte, request.lid),
    }
    return render(request, "verklaringen/delen.html", context, status=422 if form.errors else 200)


def delen_stoppen(request, pk):
    """From now on the link opens nothing."""
    scope = Deling.objects.zichtbaar_voor(request.lid)
    deling = get_object_or_404(scope.select_related("uitgifte__traject"), pk=pk)
    actions.delen_stoppen(deling=deling, door=request.lid)
    messages.success(request, "Gestopt. De link en de QR-code werken niet meer.")
    return redirect("verklaringen:bewijzen")


def _eigen(request, pk):
    scope = Uitgifte.objects.zichtbaar_voor(request.lid).with_geldigheid()
    return get_object_or_404(scope.select_related("traject"), pk=pk)
