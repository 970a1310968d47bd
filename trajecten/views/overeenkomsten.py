"""The praktijkovereenkomst: check, draw up, sign, record, take back; and the start."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone

from .. import actions, rules
from ..forms.overeenkomsten import (
    EldersForm,
    OndertekenenForm,
    OpstellenForm,
    PapierForm,
    StartenForm,
    VervallenForm,
)
from ..models import Praktijkovereenkomst, Rol
from ..rules import Bezwaar, Ingehaald
from .insturen import bestanden, gepost
from .tot_start import ingehaald, tonen, traject_van

SCHIL = {
    Rol.COORDINATOR: "professional.html",
    Rol.KANDIDAAT: "kandidaat.html",
}  # the others sign on the screen of the work floor
NIETS_TE_TEKENEN = "Er ligt nu geen overeenkomst om te tekenen."


def overeenkomst(request, pk):
    """Before: Klopt dit? Afterwards: who signed, and what can be done."""
    traject = traject_van(request, pk)
    vandaag = timezone.localdate()
    begin = {"opgesteld_op": vandaag, "versie": traject.versie}
    form = OpstellenForm(gepost(request), initial=begin)
    if form.is_valid():
        try:
            actions.overeenkomst_opstellen(traject=traject, door=request.lid, **form.cleaned_data)
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        except Ingehaald as eerst:
            return ingehaald(request, traject, form, eerst.eerder)
        else:
            messages.success(request, "De overeenkomst staat klaar. De partijen kunnen tekenen.")
            return redirect("trajecten:overeenkomst", pk)
    huidig = rules.geldige_overeenkomst(traject)
    if huidig is None:
        context = {"bezwaar": rules.bezwaar_tegen_opstellen(traject, request.lid, vandaag, vandaag)}
        return tonen(request, "overeenkomst", traject, form, **_concept(traject), **context)
    return tonen(request, "overeenkomst", traject, form, **_getekend(request, huidig))


def _concept(traject):
    """What would be frozen now."""
    plaatsing = rules.lopende_plaatsing(traject)
    return {
        "plaatsing": plaatsing,
        "planregels": plaatsing.planregels.geldig() if plaatsing else [],
        "begeleidingen": plaatsing.begeleidingen.filter(tot=None) if plaatsing else [],
        "vervallen": plaatsing and plaatsing.overeenkomsten.exclude(vervallen_op=None).last(),
    }


def _getekend(request, huidig):
    rijen = {rij.partij: rij for rij in huidig.ondertekeningen.all()}
    return {
        "overeenkomst": huidig,
        "partijen": [(partij, rijen.get(partij)) for partij in rules.partijen(huidig)],
        "ontbreekt": rules.ontbrekende_partijen(huidig),
        "te_tekenen": not rules.bezwaar_tegen_overeenkomst_ondertekenen(huidig, request.lid),
        "kan_vervallen": not rules.bezwaar_tegen_laten_vervallen(huidig, request.lid, "x"),
    }


def overeenkomst_ondertekenen(request, pk):
    """Read the agreement and sign for the own party; a lapsed version says why."""
    traject = traject_van(request, pk)
    huidig = _te_lezen(request, traject)
    form = OndertekenenForm(gepost(request))
    if form.is_valid():
        try:
            actions.overeenkomst_ondertekenen(overeenkomst=huidig, door=request.lid)
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        except Ingehaald as eerst:
            return ingehaald(request, traject, form, eerst.eerder)
        else:
            messages.success(request, "Je hebt getekend. Dank je wel.")
            return redirect("trajecten:overeenkomst_ondertekenen", pk)
    partij = rules.PARTIJ_VAN_ROL[request.lid.rol]
    return tonen(
        request, "overeenkomst_ondertekenen", traject, form, overeenkomst=huidig, partij=partij,
        schil=SCHIL.get(request.lid.rol, "snel.html"),
        eigen=huidig.ondertekeningen.filter(partij=partij).first(),
        bezwaar=rules.bezwaar_tegen_overeenkomst_ondertekenen(huidig, request.lid),
    )  # fmt: skip


def _te_lezen(request, traject):
    """The version in force, else the last one; 404 when nothing was drawn up yet."""
    eigen = Praktijkovereenkomst.objects.zichtbaar_voor(request.lid).filter(
        plaatsing__traject=traject
    )
    gevonden = eigen.order_by("vervallen_op", "plaatsing", "versie")
    huidig = gevonden.filter(vervallen_op=None).last() or gevonden.last()
    if huidig is None:
        raise Http404(NIETS_TE_TEKENEN)
    return huidig


def overeenkomst_vastleggen(request, pk):
    """Signed paper, entered by the school."""
    traject = traject_van(request, pk)
    huidig = rules.geldige_overeenkomst(traject)
    if huidig is None or not (ontbreekt := rules.ontbrekende_partijen(huidig)):
        return redirect("trajecten:overeenkomst", pk)
    form = PapierForm(
        gepost(request), bestanden(request), partijen=ontbreekt,
        initial={"getekend_op": timezone.localdate()} | _namen(request, huidig.plaatsing),
    )  # fmt: skip
    if form.is_valid():
        try:
            actions.overeenkomst_vastleggen(
                overeenkomst=huidig, door=request.lid, namen=form.ondertekenaars,
                getekend_op=form.cleaned_data["getekend_op"], scan=form.cleaned_data["scan"],
            )  # fmt: skip
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        except Ingehaald as eerst:
            return ingehaald(request, traject, form, eerst.eerder)
        else:
            messages.success(request, "De handtekeningen zijn vastgelegd.")
            return redirect("trajecten:overeenkomst", pk)
    return tonen(request, "overeenkomst_vastleggen", traject, form)


def _namen(request, plaatsing):
    """Most likely names; the coordinator compares them with the paper."""
    begeleiding = plaatsing.begeleidingen.filter(tot=None).first()
    kandidaat = plaatsing.traject.kandidaat
    return {
        "instelling": request.lid.naam,
        "kandidaat": kandidaat.naam,
        "leerbedrijf": begeleiding.lid.naam if begeleiding else "",
        "vertegenwoordiger": kandidaat.vertegenwoordiger_naam,
    }


def overeenkomst_elders_getekend(request, pk):
    """A praktijkovereenkomst that was made and signed in another system."""
    traject = traject_van(request, pk)
    plaatsing = rules.lopende_plaatsing(traject)
    vandaag = timezone.localdate()
    bezwaar = rules.bezwaar_tegen_opstellen(traject, request.lid, vandaag, vandaag, elders=True)
    if plaatsing is None:
        return redirect("trajecten:match", pk)
    form = EldersForm(
        gepost(request), bestanden(request),
        vertegenwoordiger=bool(traject.kandidaat.jonger_dan_18),
        initial={"versie": traject.versie} | _namen(request, plaatsing),
    )  # fmt: skip
    if form.is_valid():
        velden = {naam: form.cleaned_data[naam] for naam in ("opgesteld_op", "getekend_op", "scan")}
        try:
            actions.overeenkomst_elders_getekend(
                traject=traject, door=request.lid, namen=form.ondertekenaars,
                versie=form.cleaned_data["versie"], **velden,
            )  # fmt: skip
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        except Ingehaald as eerst:
            return ingehaald(request, traject, form, eerst.eerder)
        else:
            messages.success(request, "De getekende overeenkomst is vastgelegd.")
            return redirect("trajecten:starten", pk)
    return tonen(request, "overeenkomst_elders_getekend", traject, form, bezwaar=bezwaar)


def overeenkomst_laten_vervallen(request, pk):
    """Back to the plan: what changes, and what that means for who signed."""
    traject = traject_van(request, pk)
    huidig = rules.geldige_overeenkomst(traject)
    if huidig is None:
        return redirect("trajecten:plan", pk)
    form = VervallenForm(gepost(request))
    if form.is_valid():
        try:
            actions.overeenkomst_laten_vervallen(
                overeenkomst=huidig, door=request.lid, reden=form.cleaned_data["reden"]
            )
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        except Ingehaald as eerst:
            return ingehaald(request, traject, form, eerst.eerder)
        else:
            messages.success(request, "Je kunt het plan nu veranderen.")
            return redirect("trajecten:plan", pk)
    return tonen(
        request, "overeenkomst_laten_vervallen", traject, form, overeenkomst=huidig,
        bezwaar=rules.bezwaar_tegen_laten_vervallen(huidig, request.lid, "x"),
        getekend=huidig.ondertekeningen.all(),
    )  # fmt: skip


def starten(request, pk):
    """The list of gates; with all open, one button."""
    traject = traject_van(request, pk)
    form = StartenForm(gepost(request), initial={"versie": traject.versie})
    if form.is_valid():
        try:
            actions.starten(traject=traject, door=request.lid, **form.cleaned_data)
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        except Ingehaald as eerst:
            return ingehaald(request, traject, form, eerst.eerder)
        else:
            messages.success(request, "Gestart. De praktijkopleider kan nu aftekenen.")
            return redirect(traject)
    vandaag = timezone.localdate()
    return tonen(
        request, "starten", traject, form, lijst=rules.startlijst(traject, vandaag),
        bezwaar=rules.bezwaar_tegen_starten(traject, request.lid, vandaag),
        plaatsing=rules.lopende_plaatsing(traject),
    )  # fmt: skip
