"""Doelgroepen, for the referring organisation alone."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from .. import actions, rules
from ..forms.doelgroepen import DoelgroepenForm, DoelgroepgebruikForm
from ..models import Doelgroep, Doelgroepgebruik, Traject
from ..rules import Bezwaar, Ingehaald
from .insturen import gepost, meteen


def doelgroepgebruik(request):
    """Whether the own organisation records doelgroepen: who decided, when, on what ground."""
    besluiten = Doelgroepgebruik.objects.zichtbaar_voor(request.lid)
    besluiten = list(besluiten.select_related("door__gebruiker").order_by("-volgnummer"))
    nu = besluiten[0] if besluiten else None
    form = DoelgroepgebruikForm(gepost(request), initial={"na": nu.volgnummer if nu else 0})
    eerder = None
    if form.is_valid():
        try:
            actions.doelgroepgebruik_besluiten(door=request.lid, **form.cleaned_data)
        except Bezwaar as bezwaar:
            form.add_error("grondslag" if "grond" in str(bezwaar) else None, str(bezwaar))
        except Ingehaald as ingehaald:
            eerder = ingehaald.eerder
            _op_het_nieuwste(form, eerder)
        else:
            messages.success(request, "Bewaard. Dit geldt vanaf nu.")
            return redirect("trajecten:doelgroepgebruik")
    context = {
        "form": form, "nu": nu, "besluiten": besluiten, "eerder": eerder,
        "bezwaar": rules.bezwaar_tegen_doelgroepgebruik(request.lid, False, ""),
    }  # fmt: skip
    status = 409 if eerder else 422 if form.errors else 200
    return render(request, "trajecten/doelgroepgebruik.html", context, status=status)


def doelgroepen(request, pk):
    """The doelgroepen of one traject; for every other organisation this page does not exist."""
    traject = _traject(request, pk)
    staan = list(_zichtbaar(request, traject))
    form = DoelgroepenForm(gepost(request), initial=_begin(staan))
    eerder = None
    if form.is_valid():
        try:
            actions.doelgroepen_vastleggen(traject=traject, door=request.lid, **form.cleaned_data)
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        except Ingehaald as ingehaald:
            eerder = ingehaald.eerder
            _op_het_nieuwste(form, eerder)
            staan = list(_zichtbaar(request, traject))
        else:
            messages.success(request, "Bewaard. Alleen jouw organisatie ziet dit.")
            return redirect("trajecten:doelgroepen", pk)
    context = {
        "traject": traject, "form": form, "staan": staan, "eerder": eerder,
        "bezwaar": rules.bezwaar_tegen_doelgroepen(traject, request.lid),
    }  # fmt: skip
    status = 409 if eerder else 422 if form.errors else 200
    return render(request, "trajecten/doelgroepen.html", context, status=status)


def doelgroepen_wissen(request, pk):
    """Throw it all away: what should not have been written must not stay."""
    traject = _traject(request, pk)
    naar = traject.aanmelding.get_absolute_url()
    return meteen(
        request, traject, actions.doelgroepen_wissen, "Gewist. Er staat niets meer.", naar
    )


def _zichtbaar(request, traject):
    rijen = Doelgroep.objects.zichtbaar_voor(request.lid).nu().filter(traject=traject)
    return rijen.select_related("door__gebruiker")


def _begin(staan) -> dict:
    if not staan:
        return {"na": 0}
    return {
        "na": staan[0].volgnummer,
        "soorten": [rij.soort for rij in staan],
        "hoofd": next((rij.soort for rij in staan if rij.hoofd), ""),
    }


def _op_het_nieuwste(form, eerder):
    """The same choices, now on top of what the user has just been shown."""
    form.data = form.data.copy()
    form.data["na"] = str(eerder.volgnummer if eerder else 0)


def _traject(request, pk):
    scope = Traject.objects.zichtbaar_voor(request.lid)
    scope = scope.filter(aanmelding__verwijzer=request.lid.organisatie_id)
    return get_object_or_404(scope.select_related("kandidaat", "aanmelding__verwijzer"), pk=pk)
