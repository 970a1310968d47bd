"""The page of the school where a document comes about: fix, have it signed, decide, issue."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from trajecten.forms.redenen import RedenForm
from trajecten.models import Besluit, Inrichting, Status, Traject
from trajecten.rules import (
    Bezwaar,
    Ingehaald,
    blad_van,
    documentstatus,
    geldig_schooloordeel,
    lopende_verbetering,
)
from trajecten.views.insturen import NET_VERANDERD, gepost, meteen

from .. import actions, rules
from ..models import Partij, Soort, Staat, Uitgifte, Uitgifteopdracht


def ondertekening(request, pk):
    """Where the document stands, step by step, with the one thing to do now."""
    traject = eigen_traject(request, pk)
    if rules.soort_van(traject):
        return redirect("verklaringen:voordragen", traject.pk)
    context = {
        "traject": traject,
        "zonder_blad": _zonder_blad(traject),
        "verbetering": lopende_verbetering(traject),
        "te_verbeteren": not rules.bezwaar_tegen_verbeteren(traject, request.lid),
        "te_stoppen": not rules.bezwaar_tegen_verbeteren_stoppen(traject, request.lid, "bekeken"),
        "tegenspraak": _laatste_tegenspraak(traject),
        "praktijkloket": blad_van(traject.instelling) == Inrichting.Blad.PRAKTIJKLOKET,
        "bezwaar_vaststellen": rules.bezwaar_tegen_vaststellen(traject, request.lid),
        "bezwaar_aanbieden": rules.bezwaar_tegen_aanbieden(traject),
        "bezwaar_uitgeven": rules.bezwaar_tegen_uitgeven(traject, request.lid, "bekeken"),
        "terug_te_halen": not rules.bezwaar_tegen_terughalen(traject, request.lid, "bekeken"),
        "afdrukken": rules.mogelijke_werkdocumenten(traject, request.lid),
        **_tekenen(traject),
        **_uitgeven(traject, request.lid),
    }
    context["stap"] = _stap(context)
    response = render(request, "verklaringen/ondertekening.html", context)
    if context["bezig"]:
        response["Refresh"] = "2"  # the worker is at it; works without script
    return response


def _zonder_blad(traject):
    """The school gave its oordeel, and no praktijkverklaring follows from it."""
    return bool(geldig_schooloordeel(traject)) and not rules.vraagt_blad(traject)


def _tekenen(traject):
    """The sheets with what each party said, and the decision of this round."""
    vaststellingen = traject.vaststellingen.geldig().filter(soort=Soort.PRAKTIJKVERKLARING)
    bladen = [_blad(blad) for blad in vaststellingen.prefetch_related("akkoorden")]
    besluit, toegekend = traject.besluiten.last(), rules.is_toegekend(traject)
    # A decision that fell away with the sheet it was about is history, not the state of now.
    status = documentstatus(traject)
    geldt = besluit and (toegekend or besluit.uitkomst != Besluit.Uitkomst.TOEGEKEND)
    return {
        "bladen": bladen,
        "alles_getekend": bool(bladen) and not any(blad["open"] for blad in bladen),
        "bij_school": status == Status.SCHOOLOORDEEL,
        "ter_ondertekening": status == Status.VERKLARING_TER_ONDERTEKENING,
        "bij_commissie": status == Status.BIJ_EXAMENCOMMISSIE,
        "mist_verzoek": bool(rules.bezwaar_tegen_zonder_verzoek(traject)),
        "besluit": besluit if geldt else None,
        "toegekend": toegekend,
    }


def _blad(vaststelling):
    """One sheet with what each party said."""
    akkoorden = {akkoord.partij: akkoord for akkoord in vaststelling.akkoorden.all()}
    inhoud = vaststelling.inhoud
    namen = {Partij.PRAKTIJKOPLEIDER: inhoud["praktijkopleider"], Partij.KANDIDAAT: inhoud["naam"]}
    return {
        "vaststelling": vaststelling,
        "partijen": [(partij, namen[partij], akkoorden.get(partij)) for partij in Partij],
        "open": len(akkoorden) < len(Partij),
    }


def _uitgeven(traject, lid):
    """The orders that run or failed for good, and what is in the register."""
    opdrachten = Uitgifteopdracht.objects.zichtbaar_voor(lid).filter(
        vaststelling__traject=traject, vaststelling__vervallen_op=None
    )
    lopend = {opdracht.vaststelling_id: opdracht for opdracht in opdrachten.lopend()}
    vervallen = opdrachten.filter(staat=Staat.VERVALLEN).exclude(vaststelling__in=lopend)
    mislukt = {opdracht.vaststelling_id: opdracht for opdracht in vervallen}
    uitgiften = Uitgifte.objects.zichtbaar_voor(lid).with_geldigheid().filter(traject=traject)
    return {
        "opdrachten": list(lopend.values()),
        "mislukt": list(mislukt.values()),
        "bezig": not mislukt and any(opdracht.klaar_op is None for opdracht in lopend.values()),
        "wacht": next(filter(None, (rules.waarom_het_wacht(o.fout) for o in lopend.values())), ""),
        "uitgiften": uitgiften.select_related("uitreiking__door__gebruiker"),
        "alles_uitgegeven": rules.is_uitgegeven(traject),
    }


def _stap(context):
    """Which of the four steps is to do now; 5 when all are done, 0 when none can be done yet."""
    if context["bij_commissie"]:
        return 4 if context["toegekend"] else 3
    if context["ter_ondertekening"]:
        return 2
    if context["bij_school"]:
        return _stap_van_de_school(context)
    return 5 if context["bladen"] or context["uitgiften"] else 0


def _stap_van_de_school(context):
    if context["zonder_blad"]:
        return 2
    return 0 if context["bezwaar_vaststellen"] else 1


def _laatste_tegenspraak(traject):
    """'Dit klopt niet', as long as no newer sheet answers it."""
    laatste = traject.vaststellingen.filter(soort=Soort.PRAKTIJKVERKLARING).order_by("pk").last()
    return laatste.tegenspraken.first() if laatste and laatste.vervallen_op else None


def vaststellen(request, pk):
    return _meteen(request, pk, actions.vaststellen, "Vastgesteld. Hierna: laat het blad tekenen.")


def aanbieden(request, pk):
    return _meteen(request, pk, actions.aanbieden, "Het ligt nu bij de examencommissie.")


def _meteen(request, pk, actie, gedaan):
    traject = eigen_traject(request, pk)
    return meteen(request, traject, actie, gedaan, reverse("verklaringen:ondertekening", args=[pk]))


def terughalen(request, pk):
    """Take the sheet back to mend something; all agreements are void."""
    traject = eigen_traject(request, pk)
    form = RedenForm(
        gepost(request),
        label="Waarom haal je het blad terug?",
        leeg="Schrijf op waarom je het blad terughaalt.",
        knop="Haal het blad terug",
        gevaar=True,
    )
    if form.is_valid():
        try:
            actions.terughalen(traject=traject, door=request.lid, **form.cleaned_data)
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        except Ingehaald:
            messages.warning(request, NET_VERANDERD)
            return redirect("verklaringen:ondertekening", traject.pk)
        else:
            messages.success(
                request, "Teruggehaald. Verbeter de gegevens en stel het blad opnieuw vast."
            )
            return redirect("verklaringen:ondertekening", traject.pk)
    bezwaar = rules.bezwaar_tegen_terughalen(traject, request.lid, "bekeken")
    context = {"traject": traject, "form": form, "bezwaar": bezwaar}
    return render(
        request, "verklaringen/terughalen.html", context, status=422 if form.errors else 200
    )


def eigen_traject(request, pk):
    scope = Traject.objects.zichtbaar_voor(request.lid)
    return get_object_or_404(scope.select_related("kandidaat", "instelling", "kwalificatie"), pk=pk)
