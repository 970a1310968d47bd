"""The page of the school where a mbo-certificaat or diploma is proposed, and what follows."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone

from trajecten.forms.redenen import RedenForm
from trajecten.rules import Bezwaar, Ingehaald, toets_van
from trajecten.views.insturen import NET_VERANDERD, gepost

from .. import actions, rules
from ..forms.voordragen import VoordrachtUitreikenForm, VoordragenForm
from ..models import Voordracht
from .ondertekening import eigen_traject


def voordragen(request, pk):
    """The rules one by one, what is missing, and the button; or how far the voordracht is."""
    traject = eigen_traject(request, pk)
    if not rules.soort_van(traject):
        return redirect("verklaringen:ondertekening", traject.pk)
    toets = toets_van(traject)
    form = VoordragenForm(gepost(request), met_motivering=rules.vraagt_motivering(toets))
    status = 200
    if form.is_valid():
        try:
            actions.voordragen(traject=traject, door=request.lid, **form.cleaned_data)
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        except Ingehaald:
            status, traject = 409, eigen_traject(request, pk)
        else:
            messages.success(request, "Aangeboden. De examencommissie besluit nu.")
            return redirect("verklaringen:voordragen", traject.pk)
    context = _stand(request.lid, traject, toets) | {"form": form, "ingehaald": status == 409}
    status = 422 if form.errors else status
    return render(request, "verklaringen/voordragen.html", context, status=status)


def _stand(lid, traject, toets):
    """What lies at the examencommissie, or else what can be proposed now."""
    voordrachten = Voordracht.objects.zichtbaar_voor(lid).filter(traject=traject)
    voordrachten = voordrachten.select_related("door__gebruiker", "besluit", "uitreiking")
    ligt = voordrachten.geldig().first()
    vandaag = timezone.localdate()
    gelezen = "gelezen"  # the page asks what stands in the way, apart from the words themselves
    return {
        "traject": traject,
        "soort": Voordracht.Soort(rules.soort_van(traject)),
        "voordracht": ligt,
        "toets": ligt.toets if ligt else toets,
        "afdrukken": rules.mogelijke_werkdocumenten(traject, lid),
        "punten": [] if ligt else rules.voordrachtlijst(traject, vandaag),
        "bezwaar": rules.bezwaar_tegen_voordragen(traject, lid, toets, gelezen, vandaag),
        "vorige": None if ligt else voordrachten.last(),
        "aangehouden": bool(ligt and rules.is_aangehouden(ligt)),
        "terug_te_halen": not rules.bezwaar_tegen_voordracht_terughalen(traject, lid, gelezen),
        "uit_te_reiken": not rules.bezwaar_tegen_voordracht_uitreiken(traject, lid),
    }


def voordracht_terughalen(request, pk):
    """Take the voordracht back, with a reason."""
    traject = eigen_traject(request, pk)
    form = RedenForm(
        gepost(request),
        label="Waarom haal je de voordracht terug?",
        leeg="Schrijf op waarom je de voordracht terughaalt.",
        knop="Haal de voordracht terug",
        gevaar=True,
    )
    if form.is_valid():
        try:
            actions.voordracht_terughalen(traject=traject, door=request.lid, **form.cleaned_data)
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        except Ingehaald:
            messages.warning(request, NET_VERANDERD)
            return redirect("verklaringen:voordragen", traject.pk)
        else:
            messages.success(request, "Teruggehaald. Vul aan of verbeter, en bied opnieuw aan.")
            return redirect("verklaringen:voordragen", traject.pk)
    bezwaar = rules.bezwaar_tegen_voordracht_terughalen(traject, request.lid, "gelezen")
    context = {"traject": traject, "form": form, "bezwaar": bezwaar}
    sjabloon = "verklaringen/voordracht_terughalen.html"
    return render(request, sjabloon, context, status=422 if form.errors else 200)


def voordracht_uitreiken(request, pk):
    """The kandidaat got what the school made outside the portal: when, where, by whom."""
    traject = eigen_traject(request, pk)
    begin = {
        "gebeurd_op": timezone.localdate(),
        "plaats": traject.instelling.plaats,
        "naam": request.lid.naam,
    }
    form, eerder = VoordrachtUitreikenForm(gepost(request), initial=begin), None
    if form.is_valid():
        try:
            actions.voordracht_uitreiken(traject=traject, door=request.lid, **form.cleaned_data)
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        except Ingehaald as ingehaald:
            eerder = ingehaald.eerder
        else:
            naam = traject.kandidaat.voornaam
            messages.success(request, f"Uitgereikt. Gefeliciteerd aan {naam}!")
            return redirect("verklaringen:voordragen", traject.pk)
    context = {
        "traject": traject,
        "form": form,
        "eerder": eerder,
        "bezwaar": rules.bezwaar_tegen_voordracht_uitreiken(traject, request.lid),
    }
    status = 409 if eerder else 422 if form.errors else 200
    return render(request, "verklaringen/voordracht_uitreiken.html", context, status=status)
