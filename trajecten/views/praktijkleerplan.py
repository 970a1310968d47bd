"""The praktijkleerplan in two pages, and the inschrijving."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone

from .. import actions, rules
from ..forms.praktijkleerplan import InschrijvenForm, PlanForm, WerkprocessenForm
from ..models import Kwalificatie, Route
from ..rules import Bezwaar, Ingehaald
from .insturen import gepost
from .tot_start import ingehaald, tonen, traject_van


def plan(request, pk):
    """First page: kwalificatie, period, hours."""
    traject = traject_van(request, pk)
    plaatsing = rules.lopende_plaatsing(traject)
    form = PlanForm(gepost(request), route=traject.route, initial=_beginwaarden(traject, plaatsing))
    if form.is_valid():
        try:
            actions.plannen(traject=traject, door=request.lid, **form.cleaned_data)
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        except Ingehaald as eerst:
            return ingehaald(request, traject, form, eerst.eerder)
        else:
            return redirect("trajecten:werkprocessen_kiezen", pk)
    bezwaar = rules.bezwaar_tegen_coordineren(traject, request.lid, traject.Status.PLAN)
    return tonen(request, "plan", traject, form, plaatsing=plaatsing, bezwaar=bezwaar)


def _beginwaarden(traject, plaatsing):
    velden = ("begin", "eind", "uren_per_week", "uren_totaal")
    bewaard = {veld: getattr(plaatsing, veld) for veld in velden} if plaatsing else {}
    doel = {"kwalificatie": traject.kwalificatie_id, "certificaat": traject.certificaat_id}
    return bewaard | doel | {"versie": traject.versie}


def werkprocessen_kiezen(request, pk):
    """Second page: the werkprocessen, with the warnings to confirm by name."""
    traject = traject_van(request, pk)
    plaatsing = rules.lopende_plaatsing(traject)
    bezwaar = rules.bezwaar_tegen_coordineren(traject, request.lid, traject.Status.PLAN)
    if bezwaar or plaatsing is None or plaatsing.begin is None:
        return redirect("trajecten:plan", pk)
    form, waarschuwingen = _formulier(request, traject, plaatsing)
    if "laat_zien" not in request.POST and form.is_valid():
        try:
            actions.werkprocessen_kiezen(
                traject=traject, door=request.lid, keuzes=form.gekozen,
                bevestigd=_gelezen(request, form), versie=form.cleaned_data["versie"],
            )  # fmt: skip
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        except Ingehaald as eerst:
            return ingehaald(request, traject, form, eerst.eerder)
        else:
            messages.success(request, "Het plan is bewaard.")
            verder = "overeenkomst" if hasattr(traject, "inschrijving") else "inschrijven"
            return redirect(f"trajecten:{verder}", pk)
    return tonen(
        request, "werkprocessen_kiezen", traject, form, plaatsing=plaatsing,
        waarschuwingen=waarschuwingen, vrijgesteld=rules.vrijgestelde_codes(traject),
    )  # fmt: skip


def _gelezen(request, form):
    return request.POST.getlist("gelezen") if form.cleaned_data.get("bevestigd") else []


def _formulier(request, traject, plaatsing):
    """The form with what was typed, or what is saved, and the warnings that belong to it."""
    kwalificaties = _kwalificaties(request, traject, plaatsing)
    bron = {
        "traject": traject,
        "naam": request.lid.naam,
        "leerbedrijf": plaatsing.leerbedrijf,
        "kwalificaties": kwalificaties,
    }
    bewaard = _bewaard(traject, plaatsing, kwalificaties)
    tonend = "laat_zien" in request.POST
    data = None if tonend else gepost(request)
    begin = _getypt(request, traject) if tonend else bewaard
    proef = WerkprocessenForm(data, initial=begin, waarschuwingen=[], **bron)
    alles = proef.gekozen or list(proef.keuzes.values())
    waarschuwingen = rules.waarschuwingen_bij_kiezen(plaatsing, alles)
    form = WerkprocessenForm(data, initial=begin, waarschuwingen=waarschuwingen, **bron)
    return form, waarschuwingen


def _kwalificaties(request, traject, plaatsing):
    """The own one, then each Extra that is saved, typed or asked for."""
    crebos = plaatsing.planregels.geldig().filter(extra=True).values("crebo")
    gevraagd = [request.POST.get("toon_extra", ""), *request.POST.getlist("extra")]
    extra = Kwalificatie.objects.kiesbaar_op(plaatsing.begin).exclude(pk=traject.kwalificatie_id)
    pks = [waarde for waarde in gevraagd if waarde.isdecimal() and len(waarde) < 16]
    return [traject.kwalificatie, *(extra.filter(crebo__in=crebos) | extra.filter(pk__in=pks))]


def _bewaard(traject, plaatsing, kwalificaties):
    begin = {"versie": traject.versie}
    van = {kwalificatie.crebo: kwalificatie.pk for kwalificatie in kwalificaties}
    regels = plaatsing.planregels.geldig().select_related("werkproces", "certificaatwerkproces")
    keuzes = [(van.get(regel.crebo), regel.proces) for regel in regels]
    if not keuzes and traject.route == Route.CERTIFICAAT:
        keuzes = _hele_certificaat(traject)
    for pk, proces in keuzes:
        begin.setdefault(f"k{pk}_{proces.kerntaak_id}", []).append(f"{pk}-{proces.pk}")
    return begin


def _hele_certificaat(traject):
    """A certificaat asks for all its werkprocessen; of a known one they are ticked already."""
    eigen = traject.certificaat.werkprocessen.all() if traject.certificaat else []
    return [(traject.kwalificatie_id, proces) for proces in eigen]


def _getypt(request, traject):
    """What was ticked, kept while another opleiding is shown; nothing is saved."""
    lijsten = {naam: request.POST.getlist(naam) for naam in request.POST if naam[:1] == "k"}
    return lijsten | {"versie": request.POST.get("versie", traject.versie)}


def inschrijven(request, pk):
    """Studentnummer and date, once."""
    traject = traject_van(request, pk)
    form = InschrijvenForm(gepost(request), initial={"op": timezone.localdate()})
    if form.is_valid():
        try:
            actions.inschrijven(traject=traject, door=request.lid, **form.cleaned_data)
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        except Ingehaald as eerst:
            return ingehaald(request, traject, form, eerst.eerder)
        else:
            messages.success(request, "Ingeschreven. Hierna: de overeenkomst.")
            return redirect("trajecten:overeenkomst", pk)
    bezwaar = rules.bezwaar_tegen_inschrijven(traject, request.lid, timezone.localdate())
    return tonen(request, "inschrijven", traject, form, bezwaar=bezwaar)
