"""Match: find a leerbedrijf, name the praktijkopleider, look up the erkenning; and herplaatsen."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from .. import actions, rules
from ..forms.plaatsingen import (
    ErkenningForm,
    HerplaatsenForm,
    LeerbedrijfToevoegenForm,
    MatchForm,
    ZoekForm,
)
from ..models import Kwalificatie, Leerbedrijf
from ..rules import Bezwaar, Ingehaald
from .insturen import gepost
from .tot_start import ingehaald, tonen, traject_van

PER_BLADZIJDE = 20


def match(request, pk):
    """Search, choose one with `kies`, and name who guides."""
    traject = traject_van(request, pk)
    gekozen = _gekozen(request)
    form = gekozen and MatchForm(
        gepost(request), leerbedrijf=gekozen, initial=_beginwaarden(request, traject, gekozen)
    )
    if form and form.is_valid():
        velden = form.cleaned_data
        try:
            actions.matchen(
                traject=traject, door=request.lid, leerbedrijf=velden["leerbedrijf"],
                kwalificatie=velden["kwalificatie"], begeleiders=form.gekozen,
                versie=velden["versie"],
            )  # fmt: skip
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        except Ingehaald as eerst:
            return ingehaald(request, traject, form, eerst.eerder)
        else:
            return _na_match(request, traject_van(request, pk))
    return tonen(request, "match", traject, form, gekozen=gekozen, **_rondom(request, traject))


def _na_match(request, traject):
    if traject.status == traject.Status.PLAN:
        messages.success(request, "Leerbedrijf gekozen. Hierna: het praktijkleerplan.")
        return redirect("trajecten:plan", traject.pk)
    messages.warning(request, "Leerbedrijf gekozen. Kijk nu de erkenning na bij SBB.")
    return redirect("trajecten:erkenning_controleren", traject.pk)


def _gekozen(request):
    """The leerbedrijf in the url or in the form; None while searching."""
    gevraagd = request.POST.get("leerbedrijf") or request.GET.get("kies") or ""
    if not gevraagd.isdecimal() or len(gevraagd) > 15:
        return None
    return get_object_or_404(Leerbedrijf.objects.all(), pk=gevraagd)


def _beginwaarden(request, traject, leerbedrijf):
    eigen = rules.lopende_plaatsing(traject)
    hier = eigen and eigen.leerbedrijf_id == leerbedrijf.pk
    return {
        "leerbedrijf": leerbedrijf.pk,
        "versie": traject.versie,
        "kwalificatie": request.GET.get("kwalificatie") or traject.kwalificatie_id,
        "begeleiders": [rij.lid_id for rij in eigen.begeleidingen.filter(tot=None)] if hier else [],
    }


def _rondom(request, traject):
    """The present plaatsing with its erkenning, and what was found."""
    plaatsing = rules.lopende_plaatsing(traject)
    vandaag = timezone.localdate()
    context = {"plaatsing": plaatsing, "vandaag": vandaag}
    if plaatsing:
        context |= {
            "stand": rules.erkenning_op(plaatsing.leerbedrijf, traject.kwalificatie.crebo, vandaag),
            "bezwaar_plan": rules.bezwaar_tegen_plan_openen(traject, request.lid, vandaag),
            "begeleidingen": plaatsing.begeleidingen.filter(tot=None).select_related(
                "lid__gebruiker"
            ),
        }
    return context | _zoeken(request, traject)


def _zoeken(request, traject):
    """One page of leerbedrijven with the erkenning in words; nothing is searched before asked."""
    keuze = request.GET.get("kwalificatie") or str(traject.kwalificatie_id or "")
    is_pk = keuze.isdecimal() and len(keuze) < 16
    kwalificatie = Kwalificatie.objects.filter(pk=keuze).first() if is_pk else None
    gevraagd = "tekst" in request.GET
    begin = {"kwalificatie": kwalificatie}
    zoek = ZoekForm(request.GET if gevraagd else None, kwalificatie=kwalificatie, initial=begin)
    if not gevraagd or not zoek.is_valid():
        return {"zoek": zoek, "gezocht": False}
    velden = zoek.cleaned_data
    crebo = velden["kwalificatie"].crebo
    gevonden = Leerbedrijf.objects.zoeken(
        velden["tekst"], velden["plaats"], "" if velden["alle"] else crebo, velden.get("codes", ())
    )
    rijen, meer = gevonden.bladzijde(_na(request), PER_BLADZIJDE)
    standen = rules.erkenningen_op(rijen, crebo, timezone.localdate())
    return {
        "zoek": zoek,
        "gezocht": True,
        "kwalificatie": velden["kwalificatie"],
        "rijen": [(rij, standen[rij.pk]) for rij in rijen],
        "volgende": _bladeren(request, rijen[-1]) if meer else "",
    }


def _na(request):
    """(zoek, pk) of the last row of the page before; None on the first page."""
    zoek, _, pk = request.GET.get("na", "").rpartition("|")
    return (zoek, int(pk)) if pk.isdecimal() and len(pk) < 16 else None


def _bladeren(request, laatste):
    vraag = request.GET.copy()
    vraag["na"] = f"{laatste.zoek}|{laatste.pk}"
    return f"?{vraag.urlencode()}"


def plan_openen(request, pk):
    """To the plan, when a colleague's check of the erkenning opened the gate."""
    traject = traject_van(request, pk)
    try:
        actions.plan_openen(traject=traject, door=request.lid)
    except Bezwaar as bezwaar:
        messages.error(request, str(bezwaar))
        return redirect("trajecten:match", pk)
    return redirect("trajecten:plan", pk)


def leerbedrijf_toevoegen(request, pk):
    """A leerbedrijf that is not in the list yet; then back to match with it chosen."""
    traject = traject_van(request, pk)
    form = LeerbedrijfToevoegenForm(gepost(request))
    if form.is_valid():
        try:
            leerbedrijf = actions.leerbedrijf_toevoegen(door=request.lid, **form.cleaned_data)
        except Bezwaar as bezwaar:
            form.add_error("leerbedrijf_id", str(bezwaar))
        else:
            messages.success(request, f"{leerbedrijf} staat nu in de lijst.")
            naar = redirect("trajecten:match", pk)
            naar["Location"] += f"?kies={leerbedrijf.pk}"
            return naar
    return tonen(request, "leerbedrijf_toevoegen", traject, form)


def erkenning_controleren(request, pk):
    """Record a look at SBB's register; with a good one the traject goes on to the plan."""
    traject = traject_van(request, pk)
    plaatsing = rules.lopende_plaatsing(traject)
    if plaatsing is None:
        messages.info(request, "Kies eerst een leerbedrijf.")
        return redirect("trajecten:match", pk)
    form = ErkenningForm(
        gepost(request), crebos=_crebos(traject, plaatsing),
        initial={"gecontroleerd_op": timezone.localdate(), "crebo": request.GET.get("crebo")},
    )  # fmt: skip
    if form.is_valid():
        try:
            actions.erkenning_controleren(
                door=request.lid, leerbedrijf=plaatsing.leerbedrijf, **form.cleaned_data
            )
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        else:
            return _na_controle(request, traject)
    vandaag = timezone.localdate()
    standen = [
        (naam, rules.erkenning_op(plaatsing.leerbedrijf, crebo, vandaag))
        for crebo, naam in form.fields["crebo"].choices
    ]
    return tonen(
        request, "erkenning_controleren", traject, form, plaatsing=plaatsing, standen=standen
    )


def _crebos(traject, plaatsing):
    """The own opleiding, and each one an Extra comes from; or the one asked for."""
    extra = plaatsing.planregels.geldig().values_list("crebo", "kwalificatie_naam")
    eigen = traject.kwalificatie
    return list(
        {eigen.crebo: str(eigen)}.items() | {(c, f"{n} ({c})") for c, n in extra.distinct()}
    )


def _na_controle(request, traject):
    messages.success(request, "De controle is vastgelegd.")
    if traject.status == traject.Status.MATCH:
        try:
            actions.plan_openen(traject=traject, door=request.lid)
        except Bezwaar as bezwaar:
            messages.warning(request, str(bezwaar))
            return redirect("trajecten:match", traject.pk)
    return redirect(
        "trajecten:starten"
        if traject.status == traject.Status.POK_TER_ONDERTEKENING
        else "trajecten:plan",
        traject.pk,
    )


def herplaatsen(request, pk):
    """On to another leerbedrijf in the same traject."""
    traject = traject_van(request, pk)
    form = HerplaatsenForm(gepost(request), initial={"versie": traject.versie})
    if form.is_valid():
        try:
            actions.herplaatsen(traject=traject, door=request.lid, **form.cleaned_data)
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        except Ingehaald as eerst:
            return ingehaald(request, traject, form, eerst.eerder)
        else:
            messages.success(request, "De plaatsing is beëindigd. Zoek nu een ander leerbedrijf.")
            return redirect("trajecten:match", pk)
    bezwaar = rules.bezwaar_tegen_herplaatsen(
        traject, request.lid, timezone.localdate(), timezone.localdate()
    )
    plaatsing = rules.lopende_plaatsing(traject)
    return tonen(request, "herplaatsen", traject, form, bezwaar=bezwaar, plaatsing=plaatsing)
