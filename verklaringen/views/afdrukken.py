"""Prints that enter no register: asked here, made by the worker, fetched when ready."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from trajecten.models import Plaatsing, Praktijkovereenkomst, Rol
from trajecten.rules import Bezwaar

from .. import actions
from ..documenten import aftekenlijst, eindoordeelformulier
from ..models import Afdruk, Vaststelling
from .bestanden import als_download


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


def tekenexemplaar_afdrukken(request, pk):
    blad = get_object_or_404(Vaststelling.objects.zichtbaar_voor(request.lid).geldig(), pk=pk)
    return _vragen(request, Afdruk.Soort.TEKENEXEMPLAAR, blad.traject, blad.inhoud)


def _plaatsing(request, pk):
    return get_object_or_404(Plaatsing.objects.zichtbaar_voor(request.lid), pk=pk)


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
    if rij.soort == Afdruk.Soort.TEKENEXEMPLAAR:
        return reverse("verklaringen:ondertekening", args=[rij.traject_id])
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
