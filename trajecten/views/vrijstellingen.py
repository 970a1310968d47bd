"""Exemptions of one traject: what was asked, the evidence, and the decision."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from .. import actions, rules
from ..forms.vrijstellingen import (
    BewijsToevoegenForm,
    ExamenKiezenForm,
    VrijstellingBesluitenForm,
    VrijstellingVragenForm,
)
from ..models import Bron, Rol, Traject, Vrijstellingsbewijs, Vrijstellingsverzoek
from ..rules import Bezwaar, Ingehaald
from .bestanden import als_download
from .insturen import bestanden, gepost


def vrijstellingen(request, pk):
    """What was asked and decided, and in two pages the form to ask; others only read."""
    scope = Traject.objects.zichtbaar_voor(request.lid)
    traject = get_object_or_404(scope.select_related("kandidaat", "kwalificatie"), pk=pk)
    eigen = request.lid.rol == Rol.KANDIDAAT
    keuze, form = _vraagform(request, traject, eigen)
    if keuze and form.is_valid():
        try:
            actions.vrijstelling_vragen(traject=traject, door=request.lid, **form.cleaned_data)
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        else:
            messages.success(request, _gevraagd(form.cleaned_data, eigen))
            return redirect("trajecten:vrijstellingen", traject.pk)
    context = {
        "traject": traject, "form": form, "keuze": keuze, "eigen": eigen, "schil": _schil(eigen),
        "verzoeken": _verzoeken(request.lid, traject),
        "bezwaar": rules.bezwaar_tegen_vrijstelling_vragen(traject, request.lid),
        "leest_alleen": request.lid.rol == Rol.EXAMENCOMMISSIE,
        "beroep": rules.COMMISSIE_VAN_BEROEP,
    }  # fmt: skip
    status = 422 if form.errors else 200
    return render(request, "trajecten/vrijstellingen.html", context, status=status)


def _vraagform(request, traject, eigen):
    """(the exam that was chosen or None, the form): first which exam, then what it asks."""
    onderdelen = rules.vrijstelbare_onderdelen(traject)
    gekozen = request.POST.get("waarvoor") or request.GET.get("waarvoor")
    keuze = next((o for o in onderdelen if o.sleutel == gekozen), None)
    if keuze:
        form = VrijstellingVragenForm(gepost(request), bestanden(request), keuze=keuze, eigen=eigen)
        return keuze, form
    gestuurd = request.GET if "verder" in request.GET else gepost(request)
    return None, ExamenKiezenForm(gestuurd, onderdelen=onderdelen)


def _gevraagd(velden, eigen):
    if not velden.get("bewijs"):
        return "Bewaard. Voeg nu het bewijs toe. Daarna besluit de examencommissie."
    return "Verstuurd. De examencommissie besluit." if eigen else (
        "Bewaard. Het verzoek ligt nu bij de examencommissie."
    )  # fmt: skip


def _schil(eigen):
    return "kandidaat.html" if eigen else "professional.html"


def _verzoeken(lid, traject):
    verzoeken = Vrijstellingsverzoek.objects.zichtbaar_voor(lid).filter(traject=traject)
    return (
        verzoeken.select_related("besluit", "door__gebruiker", "namens__gebruiker")
        .prefetch_related("bewijzen")
        .order_by("-volgnummer")
    )


def bewijs_toevoegen(request, pk):
    """One more paper with the request."""
    verzoek = _verzoek(request, pk)
    eigen = request.lid.rol == Rol.KANDIDAAT
    form = BewijsToevoegenForm(gepost(request), bestanden(request))
    if form.is_valid():
        try:
            actions.bewijs_toevoegen(verzoek=verzoek, door=request.lid, **form.cleaned_data)
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        else:
            messages.success(request, "Bewaard. Het verzoek ligt nu bij de examencommissie.")
            return redirect("trajecten:vrijstellingen", verzoek.traject_id)
    context = {
        "verzoek": verzoek, "traject": verzoek.traject, "form": form, "schil": _schil(eigen),
        "bezwaar": rules.bezwaar_tegen_bewijs_toevoegen(verzoek, request.lid),
    }  # fmt: skip
    status = 422 if form.errors else 200
    return render(request, "trajecten/bewijs_toevoegen.html", context, status=status)


def vrijstelling_besluiten(request, pk):
    """The examencommissie decides; the coordinator records a decision signed on paper."""
    verzoek, lid = _verzoek(request, pk), request.lid
    op_papier = lid.rol == Rol.COORDINATOR
    bron = Bron.PAPIER if op_papier else Bron.PORTAAL
    form = _besluitform(request, verzoek, op_papier)
    eerder = None
    if form.is_valid():
        try:
            besluit = actions.vrijstelling_besluiten(
                verzoek=verzoek, door=lid, bron=bron, **form.cleaned_data
            )
        except Bezwaar as weigering:
            form.add_error(None, str(weigering))
        except Ingehaald as ingehaald:
            eerder = ingehaald.eerder
        else:
            uitkomst = besluit.get_uitkomst_display().lower()
            messages.success(request, f"Het besluit is vastgelegd: {uitkomst}.")
            if op_papier:
                return redirect("trajecten:vrijstellingen", verzoek.traject_id)
            return redirect("start:mijn")
    context = {
        "verzoek": verzoek, "traject": verzoek.traject, "form": form, "eerder": eerder,
        "bezwaar": rules.bezwaar_tegen_vrijstelling_besluiten(verzoek, lid, bron),
        "beroep": rules.COMMISSIE_VAN_BEROEP,
    }  # fmt: skip
    status = 409 if eerder else 422 if form.errors else 200
    return render(request, "trajecten/vrijstelling_besluiten.html", context, status=status)


def _besluitform(request, verzoek, op_papier):
    begin = {"gebeurd_op": timezone.localdate()}
    if not op_papier:
        begin |= {"naam": request.lid.naam, "functie": request.lid.functie}
    return VrijstellingBesluitenForm(
        gepost(request),
        bestanden(request),
        werkprocessen=rules.werkprocessen_van(verzoek),
        onderdeel=verzoek.onderdeel,
        op_papier=op_papier,
        initial=begin,
    )


def bewijs(request, pk):
    """One paper as it was uploaded."""
    scope = Vrijstellingsbewijs.objects.zichtbaar_voor(request.lid).select_related("scan")
    gevonden = get_object_or_404(scope, pk=pk)
    return als_download(gevonden.scan, gevonden.scan.naam)


def _verzoek(request, pk):
    scope = Vrijstellingsverzoek.objects.zichtbaar_voor(request.lid)
    met = scope.select_related(
        "traject__kandidaat", "traject__kwalificatie", "traject__instelling", "besluit"
    )
    return get_object_or_404(met, pk=pk)
