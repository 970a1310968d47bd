"""The decision, the order to issue, the handing over, and the stored document itself."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from trajecten.models import Bron, Rol
from trajecten.rules import COMMISSIE_VAN_BEROEP, Bezwaar, Ingehaald
from trajecten.views.insturen import NET_VERANDERD, gepost

from .. import actions, rules
from ..forms.uitgeven import BesluitenForm, UitgevenForm, UitreikenForm
from ..models import Soort, Uitgifte, Uitgifteopdracht, Voordracht
from .bestanden import als_download
from .ondertekening import eigen_traject

WAAROVER = {
    Voordracht.Soort.CERTIFICAAT: "het mbo-certificaat",
    Voordracht.Soort.DIPLOMA: "het diploma",
}


def besluiten(request, pk):
    """The examencommissie decides; the coordinator records a decision signed on paper."""
    traject, lid = eigen_traject(request, pk), request.lid
    op_papier = lid.rol == Rol.COORDINATOR
    bron = Bron.PAPIER if op_papier else Bron.PORTAAL
    terug = _terug(traject, op_papier)
    form = _besluitform(request, traject, op_papier)
    if form.is_valid():
        try:
            besluit = actions.besluiten(traject=traject, door=lid, bron=bron, **form.cleaned_data)
        except Bezwaar as weigering:
            form.add_error(None, str(weigering))
        except Ingehaald:
            messages.warning(request, NET_VERANDERD)
            return redirect(terug)
        else:
            uitkomst = besluit.get_uitkomst_display().lower()
            messages.success(request, f"Het besluit is vastgelegd: {uitkomst}.")
            return redirect(terug)
    context = {
        "traject": traject,
        "terug": terug,
        "waarover": WAAROVER.get(rules.soort_van(traject), "de mbo-verklaring"),
        "voordracht": rules.geldige_voordracht(traject),
        "afdrukken": rules.mogelijke_werkdocumenten(traject, lid),
        "bladen": _bladen(traject),
        "schooloordeel": traject.schooloordelen.last(),
        "beroep": COMMISSIE_VAN_BEROEP,
        "besluit": _eerder_besluit(traject),
        "form": form,
        "bezwaar": rules.bezwaar_tegen_besluiten(traject, lid, bron),
    }
    return render(
        request, "verklaringen/besluiten.html", context, status=422 if form.errors else 200
    )


def _terug(traject, op_papier):
    if not op_papier:
        return reverse("start:mijn")
    pagina = "voordragen" if rules.soort_van(traject) else "ondertekening"
    return reverse(f"verklaringen:{pagina}", args=[traject.pk])


def _besluitform(request, traject, op_papier):
    lid, posten = request.lid, request.method == "POST"
    begin = {"plaats": traject.instelling.plaats, "gebeurd_op": timezone.localdate()}
    if not op_papier:
        begin |= {"naam": lid.naam, "functie": lid.functie}
    return BesluitenForm(
        request.POST if posten else None,
        request.FILES if posten else None,
        op_papier=op_papier,
        met_verklaring=not rules.soort_van(traject),
        initial=begin,
    )


def _eerder_besluit(traject):
    """What was decided before, in words: also who comes second reads who was first."""
    besluit = traject.besluiten.last()
    if besluit is None:
        return None
    dag = date_format(besluit.gebeurd_op, "j F Y")
    tekst = f"{besluit.get_uitkomst_display()} op {dag} door {besluit.naam}, {besluit.functie}."
    geldt = rules.is_toegekend(traject)
    kop = "De examencommissie heeft al besloten." if geldt else "Dit is het vorige besluit."
    return {"kop": kop, "tekst": f"{tekst} {besluit.reden}".strip()}


def _bladen(traject):
    bladen = traject.vaststellingen.geldig().filter(soort=Soort.PRAKTIJKVERKLARING)
    return bladen.prefetch_related("akkoorden")


def uitgeven(request, pk):
    """Klopt dit? Then the order; the worker makes the documents."""
    traject, lid = eigen_traject(request, pk), request.lid
    if request.method == "GET" and _opgedragen(traject, lid):
        return redirect("verklaringen:ondertekening", traject.pk)
    waarschuwing = rules.waarschuwing_bij_uitgeven(traject)
    form = UitgevenForm(gepost(request), waarschuwing=waarschuwing)
    if form.is_valid():
        try:
            opdrachten = actions.uitgeven(traject=traject, door=lid, **form.cleaned_data)
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        else:
            messages.success(request, _opdracht_gegeven(opdrachten, lid))
            return redirect("verklaringen:ondertekening", traject.pk)
    context = {
        "traject": traject,
        "bladen": _bladen(traject),
        "besluit": traject.besluiten.last(),
        "form": form,
        "waarschuwing": waarschuwing,
        "bezwaar": rules.bezwaar_tegen_uitgeven(traject, lid, "bekeken"),
    }
    return render(
        request, "verklaringen/uitgeven.html", context, status=422 if form.errors else 200
    )


def _opdracht_gegeven(opdrachten, lid):
    eerste = opdrachten[-1].door  # a sheet that stayed the same has an order of an earlier round
    if eerste.pk != lid.pk:
        return f"{eerste.naam} was je net voor. De opdracht is één keer gegeven."
    return "De documenten worden gemaakt. Dit duurt een paar seconden."


def _opgedragen(traject, lid):
    """Whether nothing is left to order: each fixed document has its running or finished order."""
    lopend = Uitgifteopdracht.objects.zichtbaar_voor(lid).lopend()
    geldig = set(traject.vaststellingen.geldig().uit_te_geven().values_list("pk", flat=True))
    return bool(geldig) and geldig <= set(
        lopend.filter(vaststelling__traject=traject).values_list("vaststelling_id", flat=True)
    )


def uitreiken(request, pk):
    """The kandidaat got the documents: when, where, by whom."""
    traject = eigen_traject(request, pk)
    form = UitreikenForm(
        gepost(request),
        vraagt_oud_document=rules.vraagt_oud_document(traject),
        initial={"plaats": traject.instelling.plaats, "gebeurd_op": timezone.localdate()},
    )
    if form.is_valid():
        try:
            actions.uitreiken(traject=traject, door=request.lid, **form.cleaned_data)
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        except Ingehaald:
            messages.warning(request, NET_VERANDERD)
            return redirect("verklaringen:ondertekening", traject.pk)
        else:
            naam = traject.kandidaat.voornaam
            messages.success(request, f"Uitgereikt. Gefeliciteerd aan {naam}!")
            return redirect("verklaringen:ondertekening", traject.pk)
    uitgiften = Uitgifte.objects.zichtbaar_voor(request.lid)
    context = {
        "traject": traject,
        "form": form,
        "bezwaar": rules.bezwaar_tegen_uitreiken(traject, request.lid),
        "uitgiften": uitgiften.geldig().filter(traject=traject, uitreiking=None),
    }
    return render(
        request, "verklaringen/uitreiken.html", context, status=422 if form.errors else 200
    )


def document(request, pk):
    """The issued file as it is stored."""
    uitgifte = get_object_or_404(Uitgifte.objects.zichtbaar_voor(request.lid), pk=pk)
    return als_download(uitgifte.bestand, f"{uitgifte.nummer}.pdf")
