"""Prints that enter no register: asked here, made by the worker, fetched when ready."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from trajecten.models import Plaatsing, Praktijkovereenkomst, Rol, Traject
from trajecten.rules import Bezwaar, toets_van

from .. import actions, rules
from ..documenten import (
    aftekenlijst,
    conceptresultatenlijst,
    diplomadossier,
    eindoordeelformulier,
    startkaart,
    totaaloverzicht,
    voortgangsoverzicht,
)
from ..models import Afdruk, Vaststelling
from .bestanden import als_download
from .ondertekening import eigen_traject

BIJ_DE_VOORDRACHT = {
    Afdruk.Soort.VOORDRACHT, Afdruk.Soort.DIPLOMADOSSIER, Afdruk.Soort.CONCEPTRESULTATENLIJST,
}  # fmt: skip


def overeenkomst_afdrukken(request, pk):
    pok = get_object_or_404(Praktijkovereenkomst.objects.zichtbaar_voor(request.lid), pk=pk)
    return _vragen(request, Afdruk.Soort.PRAKTIJKOVEREENKOMST, pok.plaatsing.traject, pok.inhoud)


def aftekenlijst_afdrukken(request, pk):
    plaatsing = _plaatsing(request, pk)
    inhoud = aftekenlijst.inhoud(plaatsing)
    return _vragen(request, Afdruk.Soort.AFTEKENLIJST, plaatsing.traject, inhoud)


def eindoordeelformulier_afdrukken(request, pk):
    plaatsing = _plaatsing(request, pk)
    inhoud = eindoordeelformulier.inhoud(plaatsing)
    return _vragen(request, Afdruk.Soort.EINDOORDEELFORMULIER, plaatsing.traject, inhoud)


def startkaart_afdrukken(request, pk):
    plaatsing = _plaatsing(request, pk)
    inhoud = startkaart.inhoud(plaatsing)
    return _vragen(request, Afdruk.Soort.STARTKAART, plaatsing.traject, inhoud)


def voortgangsoverzicht_afdrukken(request, pk):
    """Each reader gets the own plaatsingen: a leerbedrijf reads nothing about another one."""
    gestart = Traject.objects.zichtbaar_voor(request.lid).exclude(kwalificatie=None)
    traject = get_object_or_404(gestart, pk=pk)
    plaatsingen = Plaatsing.objects.zichtbaar_voor(request.lid).geldig().filter(traject=traject)
    inhoud = voortgangsoverzicht.inhoud(traject, plaatsingen, timezone.localdate())
    return _vragen(request, Afdruk.Soort.VOORTGANGSOVERZICHT, traject, inhoud)


def tekenexemplaar_afdrukken(request, pk):
    blad = get_object_or_404(Vaststelling.objects.zichtbaar_voor(request.lid).geldig(), pk=pk)
    if blad.is_van_praktijkloket:
        messages.error(request, "Dit blad teken je op het formulier van SBB's Praktijkloket.")
        return redirect("verklaringen:ondertekening", blad.traject_id)
    return _vragen(request, Afdruk.Soort.TEKENEXEMPLAAR, blad.traject, blad.inhoud)


def gegevensblad_afdrukken(request, pk):
    blad = get_object_or_404(Vaststelling.objects.zichtbaar_voor(request.lid).geldig(), pk=pk)
    return _vragen(request, Afdruk.Soort.GEGEVENSBLAD, blad.traject, blad.inhoud)


def voordracht_afdrukken(request, pk):
    """As it was offered: a concept exists only on the screen."""
    traject = eigen_traject(request, pk)
    voordracht = rules.geldige_voordracht(traject)
    if voordracht is None:
        return _geweigerd(request, traject, "Er is nog geen voordracht aangeboden.")
    return _vragen(request, Afdruk.Soort.VOORDRACHT, traject, voordracht.inhoud)


def diplomadossier_afdrukken(request, pk):
    traject = eigen_traject(request, pk)
    if bezwaar := rules.bezwaar_tegen_diplomadossier(traject, request.lid):
        return _geweigerd(request, traject, bezwaar)
    inhoud = diplomadossier.inhoud(
        traject, toets=toets_van(traject), door=request.lid, op=timezone.localdate()
    )
    return _vragen(request, Afdruk.Soort.DIPLOMADOSSIER, traject, inhoud)


def conceptresultatenlijst_afdrukken(request, pk):
    traject = eigen_traject(request, pk)
    if bezwaar := rules.bezwaar_tegen_conceptresultatenlijst(traject, request.lid):
        return _geweigerd(request, traject, bezwaar)
    inhoud = conceptresultatenlijst.inhoud(traject, door=request.lid, op=timezone.localdate())
    return _vragen(request, Afdruk.Soort.CONCEPTRESULTATENLIJST, traject, inhoud)


def totaaloverzicht_afdrukken(request, pk):
    """Deel D: the kandidaat prints it too, and decides who sees it."""
    traject = eigen_traject(request, pk)
    if bezwaar := rules.bezwaar_tegen_totaaloverzicht(traject, request.lid):
        return _geweigerd(request, traject, bezwaar)
    inhoud = totaaloverzicht.inhoud(traject, op=timezone.localdate())
    return _vragen(request, Afdruk.Soort.TOTAALOVERZICHT, traject, inhoud)


def _geweigerd(request, traject, bezwaar):
    messages.error(request, bezwaar)
    return redirect("verklaringen:bewijzen" if request.lid.rol == Rol.KANDIDAAT else traject)


def _plaatsing(request, pk):
    met_opleiding = Plaatsing.objects.zichtbaar_voor(request.lid).exclude(
        traject__kwalificatie=None
    )
    return get_object_or_404(met_opleiding, pk=pk)


def _vragen(request, soort, traject, inhoud):
    try:
        afdruk = actions.afdrukken(soort=soort, traject=traject, inhoud=inhoud, door=request.lid)
    except Bezwaar as bezwaar:
        messages.error(request, str(bezwaar))
        return redirect("start:mijn")
    return redirect("verklaringen:afdruk", afdruk.pk)


def afdruk(request, pk):
    """Wait for the worker; the page asks again by itself, also without script."""
    rij = _afdruk(request, pk)
    context = {"afdruk": rij, "terug": _terug(request, rij)}
    response = render(request, "verklaringen/afdruk.html", context)
    if not rij.klaar_op:
        response["Refresh"] = "1"
    return response


def _terug(request, rij):
    """To where the print was asked: the document, or the traject."""
    if rij.soort in (Afdruk.Soort.TEKENEXEMPLAAR, Afdruk.Soort.GEGEVENSBLAD):
        return reverse("verklaringen:ondertekening", args=[rij.traject_id])
    if rij.soort == Afdruk.Soort.TOTAALOVERZICHT:
        if request.lid.rol == Rol.KANDIDAAT:
            return reverse("verklaringen:bewijzen")
        # A traject without a voordracht is sent on from there to its own page.
        return reverse("verklaringen:voordragen", args=[rij.traject_id])
    if rij.soort in BIJ_DE_VOORDRACHT:
        pagina = "besluiten" if request.lid.rol == Rol.EXAMENCOMMISSIE else "voordragen"
        return reverse(f"verklaringen:{pagina}", args=[rij.traject_id])
    if request.lid.rol == Rol.PRAKTIJKOPLEIDER:
        return reverse("trajecten:begeleiding", args=[rij.traject_id])
    if request.lid.rol == Rol.KANDIDAAT:
        return reverse("start:mijn")
    return rij.traject.get_absolute_url()


def afdruk_bestand(request, pk):
    rij = _afdruk(request, pk)
    if not rij.bestand:
        raise Http404
    return als_download(rij.bestand, f"{rij.soort}-{rij.traject.nummer}.pdf")


def _afdruk(request, pk):
    scope = Afdruk.objects.zichtbaar_voor(request.lid).select_related(
        "traject__kandidaat", "bestand"
    )
    return get_object_or_404(scope, pk=pk)
