"""Inviting people: at a traject, and colleagues of the own organisatie."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from .. import actions, rules
from ..forms.leden import CollegaForm, UitnodigenForm
from ..models import Lidmaatschap, Rol, Traject
from ..rules import Bezwaar
from .insturen import gepost


def uitnodigen(request, pk):
    """Send the kandidaat or a praktijkopleider of this traject a link."""
    traject = _traject(request, pk)
    begeleiders = rules.begeleiders_van(traject)
    form = UitnodigenForm(gepost(request), traject=traject, begeleiders=begeleiders)
    if form.is_valid():
        try:
            uitnodiging = actions.uitnodigen_bij_traject(
                traject=traject, lid=form.lid, email=form.cleaned_data["email"], door=request.lid
            )
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        else:
            wie = uitnodiging.lid.gebruiker
            messages.success(request, f"Verstuurd naar {wie.email}. De link werkt 7 dagen.")
            return redirect("trajecten:uitnodigen", pk)
    context = {
        "traject": traject,
        "form": form,
        "mensen": rules.wie_is_uitgenodigd(traject, begeleiders),
    }
    status = 422 if form.errors else 200
    return render(request, "trajecten/uitnodigen.html", context, status=status)


def kaart(request, pk):
    """A card with a code for a kandidaat without e-mail; the code is shown once."""
    traject = _traject(request, pk)
    context = {"traject": traject}
    if request.method == "POST":
        try:
            uitnodiging, code = actions.kandidaatkaart_maken(traject=traject, door=request.lid)
        except Bezwaar as bezwaar:
            return render(
                request, "trajecten/kaart.html", context | {"bezwaar": str(bezwaar)}, status=422
            )
        context |= {"uitnodiging": uitnodiging, "code": code}
        context["link"] = actions.uitnodigingslink(code)
        return render(request, "trajecten/kaart_printen.html", context)
    return render(request, "trajecten/kaart.html", context)


def leden(request):
    """The people of the own organisatie or leerbedrijf."""
    rijen = _mensen(request).select_related("gebruiker").order_by("rol", "gebruiker__naam", "pk")
    request.aantal_getoond = len(rijen)
    return render(request, "trajecten/leden.html", {"leden": rijen})


def collega_uitnodigen(request):
    """Give a colleague a role and mail the link."""
    form = CollegaForm(
        gepost(request),
        rollen=rules.rollen_om_uit_te_nodigen(request.lid),
    )
    if form.is_valid():
        try:
            uitnodiging = actions.collega_uitnodigen(door=request.lid, **form.cleaned_data)
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        else:
            email = uitnodiging.lid.gebruiker.email
            messages.success(request, f"Verstuurd naar {email}. De link werkt 7 dagen.")
            return redirect("trajecten:leden")
    status = 422 if form.errors else 200
    return render(request, "trajecten/collega_uitnodigen.html", {"form": form}, status=status)


def lid_beeindigen(request, pk):
    """End the role of a colleague: signed out at the next click."""
    lid = get_object_or_404(Lidmaatschap.objects.zichtbaar_voor(request.lid), pk=pk)
    bezwaar = rules.bezwaar_tegen_lid_beeindigen(lid, request.lid)
    if request.method == "POST":
        try:
            actions.lid_beeindigen(lid=lid, door=request.lid)
        except Bezwaar as weigering:
            bezwaar = str(weigering)
        else:
            messages.success(request, f"{lid.naam} heeft geen toegang meer.")
            return redirect("trajecten:leden")
    status = 422 if request.method == "POST" else 200
    context = {"lid": lid, "bezwaar": bezwaar}
    return render(request, "trajecten/lid_beeindigen.html", context, status=status)


def _mensen(request):
    zichtbaar = Lidmaatschap.objects.zichtbaar_voor(request.lid).geldig()
    return zichtbaar.filter(
        organisatie=request.lid.organisatie_id, leerbedrijf=request.lid.leerbedrijf_id
    ).exclude(rol=Rol.KANDIDAAT)


def _traject(request, pk):
    scope = Traject.objects.zichtbaar_voor(request.lid).select_related("kandidaat")
    return get_object_or_404(scope, pk=pk)
