"""Issuing for many at once: choose, check, give the order, and see what comes of each."""

from django.contrib import messages
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from trajecten.rules import Bezwaar, Ingehaald
from trajecten.views.insturen import gepost

from .. import actions, rules
from ..forms.reeksen import MensenForm, ReeksUitgevenForm
from ..models import Reeksbestand, Uitgiftereeks
from .bestanden import als_stroom

EERDERE = 10


def reeksen(request):
    """Who is ready, to tick, and the reeksen that were given before."""
    lid = request.lid
    trajecten = rules.klaar_voor_uitgifte(lid).select_related("kandidaat", "kwalificatie")
    van_iedereen = request.GET.get("van") == "iedereen"
    if not van_iedereen:
        trajecten = trajecten.filter(Q(coordinator=lid) | Q(coordinator=None))
    rijen = list(trajecten.order_by("kandidaat__naam", "pk")[: rules.HOOGUIT_IN_REEKS + 1])
    eerdere = Uitgiftereeks.objects.zichtbaar_voor(lid).select_related("door__gebruiker")
    request.aantal_getoond = min(len(rijen), rules.HOOGUIT_IN_REEKS)
    context = {
        "rijen": rijen[: rules.HOOGUIT_IN_REEKS],
        "meer": len(rijen) > rules.HOOGUIT_IN_REEKS,
        "hooguit": rules.HOOGUIT_IN_REEKS,
        "van_iedereen": van_iedereen,
        "alles": request.GET.get("kies") == "alles",
        "eerdere": eerdere.annotate(mensen=Count("regels"))[:EERDERE],
    }
    return render(request, "verklaringen/reeksen.html", context)


def reeks_uitgeven(request):
    """Klopt dit? Everyone by name; then one order for all. Who was chosen stands in the address."""
    mensen = MensenForm(request.GET, lid=request.lid)
    if not mensen.is_valid():
        messages.error(request, mensen.errors["traject"][0])
        return redirect("verklaringen:reeksen")
    keuzes = rules.keuzes(mensen.trajecten, request.lid)
    form = ReeksUitgevenForm(gepost(request), keuzes=keuzes)
    if form.is_valid():
        try:
            reeks = actions.reeks_uitgeven(
                trajecten=[keuze.traject for keuze in keuzes if not keuze.bezwaar],
                niet_mee={keuze.traject: keuze.bezwaar for keuze in keuzes if keuze.bezwaar},
                door=request.lid,
                **form.opdracht,
            )
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        except Ingehaald as eerder:
            messages.warning(request, "Deze opdracht is al gegeven, voor andere mensen.")
            return _reeksbladzijde(request, eerder.eerder, status=409)
        else:
            return redirect(reeks)
    request.aantal_getoond = len(keuzes)
    return render(
        request,
        "verklaringen/reeks_uitgeven.html",
        {
            "form": form,
            "mee": [keuze for keuze in keuzes if not keuze.bezwaar],
            "niet_mee": [keuze for keuze in keuzes if keuze.bezwaar],
        },
        status=422 if form.errors else 200,
    )


def reeks(request, pk):
    """How far it is, from what is recorded; the page asks again by itself, also without script."""
    return _reeksbladzijde(request, _reeks(request, pk))


def _reeksbladzijde(request, reeks, status=200):
    stand = rules.reeksstand(reeks)
    bestanden = Reeksbestand.objects.zichtbaar_voor(request.lid).filter(reeks=reeks)
    laatste = {rij.soort: rij for rij in bestanden.order_by("pk")}
    context = {
        "reeks": reeks,
        "stand": stand,
        "soorten": [(soort, laatste.get(soort)) for soort in Reeksbestand.Soort],
        "nu_erin": [uitgifte.pk for uitgifte in rules.te_bundelen(stand)],
    }
    response = render(request, "verklaringen/reeks.html", context, status=status)
    if any(rij.klaar_op is None for rij in laatste.values()):
        # A browser does not load an address with a # again unless the rest of it differs.
        opnieuw = f"{reeks.get_absolute_url()}?om={timezone.now():%H%M%S}#bestanden"
        response["Refresh"] = f"3; url={opnieuw}"
    elif stand.bezig:
        response["Refresh"] = f"3; url={reeks.get_absolute_url()}"
    return response


def reeks_opnieuw(request, pk):
    """Once more for who did not go along or whose document failed."""
    reeks = _reeks(request, pk)
    try:
        actions.reeks_opnieuw(reeks=reeks, door=request.lid)
    except Bezwaar as bezwaar:
        messages.error(request, str(bezwaar))
    else:
        messages.success(request, "We proberen het opnieuw.")
    return redirect(reeks)


def bundelen(request, pk):
    """Ask for one file with everything; it appears on the page of the reeks."""
    reeks, soort = _reeks(request, pk), request.POST.get("soort")
    try:
        actions.bundelen(reeks=reeks, soort=soort, door=request.lid)
    except Bezwaar as bezwaar:
        messages.error(request, str(bezwaar))
    return redirect(f"{reeks.get_absolute_url()}#bestanden")


def reeksbestand(request, pk):
    """The file as it was made, as a download."""
    scope = Reeksbestand.objects.zichtbaar_voor(request.lid).exclude(bestand=None)
    rij = get_object_or_404(scope.select_related("bestand"), pk=pk)
    return als_stroom(rij.bestand, rij.bestandsnaam)


def _reeks(request, pk):
    scope = Uitgiftereeks.objects.zichtbaar_voor(request.lid)
    return get_object_or_404(scope.select_related("door__gebruiker"), pk=pk)
