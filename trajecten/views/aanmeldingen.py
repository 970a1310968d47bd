"""Aanmelden, and what becomes of an aanmelding until the intake."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from .. import actions, rules
from ..forms.aanmeldingen import (
    AanmeldenForm,
    AanmeldingCorrigerenForm,
    DoorzettenForm,
    KenmerkForm,
)
from ..forms.redenen import RedenForm
from ..models import Aanmelding, Organisatie, Rol
from ..rules import Bezwaar, Ingehaald
from .insturen import gepost
from .nazorgblok import nazorgblok


def aanmelden(request):
    """Six fields on one page; the kandidaat alone, or a klantmanager for somebody."""
    lid = request.lid if request.lid and request.lid.rol == Rol.KLANTMANAGER else None
    beginwaarden = {"gemeente": lid.organisatie.gemeente_id} if lid else {}
    form = AanmeldenForm(gepost(request), initial=beginwaarden, zelf=lid is None)
    if form.is_valid():
        try:
            aanmelding = actions.aanmelden(door=lid, **form.cleaned_data)
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        else:
            return redirect(aanmelding) if lid else redirect("trajecten:aangemeld")
    return render(
        request,
        "trajecten/aanmelden.html",
        {"form": form, "zelf": lid is None},
        status=422 if form.errors else 200,
    )


def aangemeld(request):
    """What happens now, for who signed up alone."""
    return render(request, "trajecten/aangemeld.html")


def aanmeldingen(request):
    """The own aanmeldingen of a verwijzer, or what lies at the aanmeldpunt."""
    rijen = Aanmelding.objects.zichtbaar_voor(request.lid).select_related(
        "traject", "gemeente", "verwijzer"
    )
    if request.lid.rol == Rol.AANMELDPUNT:
        rijen = rijen.order_by("status_op")
    zoek = request.GET.get("zoek", "").strip()[:100]
    if zoek:
        rijen = rijen.filter(naam__icontains=zoek)
    rijen = list(rijen[:201])
    request.aantal_getoond = len(rijen)
    context = {"rijen": rijen[:200], "meer": len(rijen) > 200, "zoek": zoek}
    return render(request, "trajecten/aanmeldingen.html", context)


def aanmelding(request, pk):
    """One aanmelding: status, step and dates, and what may still be done."""
    rij = _aanmelding(request, pk)
    form = KenmerkForm(gepost(request), initial={"kenmerk": rij.kenmerk})
    if form.is_valid():
        actions.aanmelding_kenmerk(
            aanmelding=rij, door=request.lid, kenmerk=form.cleaned_data["kenmerk"]
        )
        messages.success(request, "Het kenmerk is bewaard.")
        return redirect(rij)
    context = {
        "aanmelding": rij,
        "form": form if request.lid.rol == Rol.KLANTMANAGER else None,
        "mag_veranderen": not rules.bezwaar_tegen_corrigeren(rij, request.lid),
        "ligt_hier": request.lid.rol == Rol.AANMELDPUNT
        and rij.status == Aanmelding.Status.INGEDIEND,
    }
    if rij.traject and not rij.toont_alleen_begin_en_eind:
        context["blok"] = nazorgblok(rij.traject, request.lid)
        bezwaar = rules.bezwaar_tegen_doelgroepen(rij.traject, request.lid)
        context["legt_doelgroepen_vast"] = not bezwaar
    return render(request, "trajecten/aanmelding.html", context, status=422 if form.errors else 200)


def aanmelding_corrigeren(request, pk):
    """Mend a mistake, until the intake."""
    rij = _aanmelding(request, pk)
    velden = ("naam", "telefoon", "taal", "gemeente", "wens", "versie")
    form = AanmeldingCorrigerenForm(
        gepost(request),
        initial={naam: getattr(rij, naam) for naam in velden},
    )
    if form.is_valid():
        try:
            actions.aanmelding_corrigeren(aanmelding=rij, door=request.lid, **form.cleaned_data)
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        except Ingehaald as ingehaald:
            context = {"form": form, "eerder": ingehaald.eerder, "aanmelding": rij}
            return render(request, "trajecten/aanmelding_ingehaald.html", context, status=409)
        else:
            messages.success(request, "De verandering is bewaard.")
            return redirect(rij)
    context = {
        "aanmelding": rij,
        "form": form,
        "bezwaar": rules.bezwaar_tegen_corrigeren(rij, request.lid),
    }
    return render(
        request, "trajecten/aanmelding_corrigeren.html", context, status=422 if form.errors else 200
    )


def aanmelding_intrekken(request, pk):
    """The verwijzer takes it back, with the consequence in one sentence."""
    form = RedenForm(
        gepost(request),
        label="Waarom trek je de aanmelding in?",
        leeg="Schrijf op waarom je de aanmelding intrekt.",
        knop="Trek de aanmelding in",
        gevaar=True,
    )
    rij = _aanmelding(request, pk)
    bezwaar = rules.bezwaar_tegen_intrekken(rij, request.lid)
    return _met_reden(request, rij, form, actions.aanmelding_intrekken, "intrekken", bezwaar)


def aanmelding_teruggeven(request, pk):
    """The aanmeldpunt returns it; the verwijzer reads why."""
    form = RedenForm(
        gepost(request),
        label="Waarom geef je de aanmelding terug?",
        leeg="Schrijf op waarom je de aanmelding teruggeeft.",
        knop="Geef terug",
        hulp="Wie aanmeldde leest dit.",
    )
    rij = _aanmelding(request, pk)
    bezwaar = rules.bezwaar_tegen_stap(rij, request.lid, Aanmelding.Status.TERUGGEGEVEN)
    return _met_reden(request, rij, form, actions.aanmelding_teruggeven, "teruggeven", bezwaar)


def _met_reden(request, rij, form, actie, wat, bezwaar):
    if form.is_valid():
        try:
            actie(aanmelding=rij, door=request.lid, reden=form.cleaned_data["reden"])
        except Bezwaar as weigering:
            form.add_error(None, str(weigering))
        except Ingehaald:
            messages.warning(
                request, "Iemand anders heeft deze aanmelding net veranderd. Bekijk haar opnieuw."
            )
            return redirect(rij)
        else:
            gedaan = {"intrekken": "ingetrokken", "teruggeven": "teruggegeven"}[wat]
            messages.success(request, f"De aanmelding van {rij.naam} is {gedaan}.")
            return redirect("trajecten:aanmeldingen")
    context = {"aanmelding": rij, "form": form, "wat": wat, "bezwaar": bezwaar}
    return render(
        request, "trajecten/aanmelding_reden.html", context, status=422 if form.errors else 200
    )


def aanmelding_doorzetten(request, pk):
    """The aanmeldpunt chooses the school."""
    rij = _aanmelding(request, pk)
    form = DoorzettenForm(
        gepost(request),
        scholen=Organisatie.objects.met_coordinator().order_by("naam"),
    )
    if form.is_valid():
        try:
            actions.aanmelding_doorzetten(
                aanmelding=rij, door=request.lid, instelling=form.cleaned_data["instelling"]
            )
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        except Ingehaald as ingehaald:
            wie = f"nu '{ingehaald.eerder.get_status_display()}'"
            messages.warning(request, f"Een collega was je voor: de aanmelding is {wie}.")
            return redirect("trajecten:aanmeldingen")
        else:
            messages.success(
                request, f"{rij.naam} is doorgezet naar {form.cleaned_data['instelling']}."
            )
            return redirect("trajecten:aanmeldingen")
    context = {
        "aanmelding": rij,
        "form": form,
        "bezwaar": rules.bezwaar_tegen_stap(rij, request.lid, Aanmelding.Status.DOORGEZET),
    }
    return render(
        request, "trajecten/aanmelding_doorzetten.html", context, status=422 if form.errors else 200
    )


def _aanmelding(request, pk):
    scope = Aanmelding.objects.zichtbaar_voor(request.lid)
    return get_object_or_404(
        scope.select_related("gemeente", "traject__instelling", "verwijzer"), pk=pk
    )
