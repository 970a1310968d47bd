"""Signing a sheet: in the portal by oneself, or on paper recorded by the school."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from trajecten.rules import Bezwaar, Ingehaald, is_coordinator_van
from trajecten.views.insturen import bestanden, gepost

from .. import actions, rules
from ..forms.tekenen import GetekendBladForm, OndertekenenForm, TegensprekenForm
from ..models import Partij, Vaststelling
from .bestanden import als_download

EXTENSIES = {"application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png"}


def ondertekenen(request, pk):
    """The sheet as it will be issued, one tick, and a button."""
    blad = _blad(request, pk)
    partij = rules.partij_van(blad, request.lid)
    bezwaar = rules.bezwaar_tegen_akkoord_geven(blad, partij, request.lid)
    form = OndertekenenForm(
        gepost(request),
        initial={"plaats": blad.inhoud["leerbedrijf"]["plaats"]},
    )
    if form.is_valid():
        try:
            actions.akkoord_geven(
                vaststelling=blad,
                partij=partij,
                door=request.lid,
                plaats=form.cleaned_data["plaats"],
            )
        except Bezwaar as weigering:
            form.add_error(None, str(weigering))
        except Ingehaald as ingehaald:
            context = {"blad": blad, "eerder": ingehaald.eerder}
            return render(request, "verklaringen/al_getekend.html", context, status=409)
        else:
            messages.success(request, "Je hebt getekend. De school kijkt het na.")
            return redirect("start:mijn")
    eerder = blad.akkoorden.filter(partij=partij).first()
    context = {"blad": blad, "form": form, "bezwaar": bezwaar, "eerder": eerder}
    return render(
        request, "verklaringen/ondertekenen.html", context, status=422 if form.errors else 200
    )


def tegenspreken(request, pk):
    """'Dit klopt niet': by the party, or by the school that heard it."""
    blad = _blad(request, pk)
    partij = rules.partij_van(blad, request.lid)
    form = TegensprekenForm(gepost(request), partij=partij)
    if form.is_valid():
        try:
            actions.tegenspreken(
                vaststelling=blad, door=request.lid, **{"partij": partij} | form.cleaned_data
            )
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        except Ingehaald:
            messages.warning(request, "Dit blad is net veranderd. Bekijk de nieuwe stand.")
            return redirect(_terug(request, blad))
        else:
            messages.success(request, "Verstuurd. De school kijkt het na en maakt een nieuw blad.")
            return redirect(_terug(request, blad))
    context = {
        "blad": blad,
        "form": form,
        "terug": _terug(request, blad, partij),
        "bezwaar": rules.bezwaar_tegen_tegenspreken(blad, partij, request.lid),
    }
    return render(
        request, "verklaringen/tegenspreken.html", context, status=422 if form.errors else 200
    )


def papier(request, pk):
    """A signed tekenexemplaar comes back on paper; the school records it with the scan."""
    blad = _blad(request, pk)
    getekend = set(blad.akkoorden.values_list("partij", flat=True))
    open_partijen = [
        (Partij.PRAKTIJKOPLEIDER, f"{blad.inhoud['praktijkopleider']} (praktijkopleider)"),
        (Partij.KANDIDAAT, f"{blad.inhoud['naam']} (kandidaat)"),
    ]
    open_partijen = [(partij, naam) for partij, naam in open_partijen if partij not in getekend]
    form = GetekendBladForm(
        gepost(request),
        bestanden(request),
        partijen=open_partijen,
        iedereen=blad.is_van_praktijkloket,
        initial={"plaats": blad.inhoud["leerbedrijf"]["plaats"]},
    )
    if form.is_valid():
        velden = {
            naam: form.cleaned_data[naam] for naam in ("partijen", "plaats", "gebeurd_op", "scan")
        }
        try:
            actions.getekend_blad_vastleggen(vaststelling=blad, door=request.lid, **velden)
        except Bezwaar as weigering:
            form.add_error(None, str(weigering))
        except Ingehaald as ingehaald:
            context = {"blad": blad, "eerder": ingehaald.eerder}
            return render(request, "verklaringen/al_getekend.html", context, status=409)
        else:
            messages.success(request, "Het getekende blad is bewaard.")
            return redirect("verklaringen:ondertekening", blad.traject_id)
    context = {"blad": blad, "form": form, "open": open_partijen}
    return render(request, "verklaringen/papier.html", context, status=422 if form.errors else 200)


def getekend_blad(request, pk):
    """The signed paper as it was uploaded: of the Praktijkloket, that is the document itself."""
    blad = _blad(request, pk)
    if not blad.op_papier_getekend:
        raise Http404
    scan = blad.op_papier_getekend.scan
    achter = EXTENSIES.get(scan.mimetype, "")
    return als_download(scan, f"praktijkverklaring-{blad.traject.nummer}{achter}")


def _blad(request, pk):
    scope = Vaststelling.objects.zichtbaar_voor(request.lid)
    return get_object_or_404(scope.select_related("traject__kandidaat", "plaatsing"), pk=pk)


def _terug(request, blad, partij=""):
    if partij:
        return reverse("verklaringen:ondertekenen", args=[blad.pk])
    if is_coordinator_van(blad.traject, request.lid):
        return reverse("verklaringen:ondertekening", args=[blad.traject_id])
    return reverse("start:mijn")
