"""The side exits of a traject: stop, undo a mistaken stop, pause and go on."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from .. import actions, rules
from ..forms.redenen import RedenForm
from ..forms.stoppen import OnderbrekenForm, StoppenForm
from ..models import Traject
from ..rules import Bezwaar, Ingehaald
from .insturen import NET_VERANDERD, gepost, meteen


def stoppen(request, pk):
    traject = _traject(request, pk)
    form = StoppenForm(gepost(request), redenen=rules.stopredenen(traject))
    bezwaar = rules.bezwaar_tegen_overgang(traject, rules.eindstatus(traject))
    gedaan = "Het traject is gestopt. Was dit een vergissing? Dan kun je het herstellen."
    return _stap(request, traject, form, actions.stoppen, "stoppen", gedaan, bezwaar)


def stop_herstellen(request, pk):
    traject = _traject(request, pk)
    form = RedenForm(
        gepost(request),
        label="Waarom was het stoppen een vergissing?",
        leeg="Schrijf op waarom het stoppen een vergissing was.",
        knop="Herstel het traject",
    )
    bezwaar = "" if rules.te_herstellen_stop(traject) else "Dit traject is niet gestopt."
    gedaan = "Hersteld. Het traject gaat verder waar het was."
    return _stap(request, traject, form, actions.stop_herstellen, "herstellen", gedaan, bezwaar)


def onderbreken(request, pk):
    traject = _traject(request, pk)
    form = OnderbrekenForm(gepost(request))
    bezwaar = rules.bezwaar_tegen_overgang(traject, Traject.Status.ONDERBROKEN)
    gedaan = "Het traject is onderbroken."
    return _stap(request, traject, form, actions.onderbreken, "onderbreken", gedaan, bezwaar)


def hervatten(request, pk):
    return meteen(request, _traject(request, pk), actions.hervatten, "Het traject gaat verder.")


def alsnog_beoordelen(request, pk):
    gedaan = "De praktijkopleider kan nu beoordelen wat bereikt is."
    return meteen(request, _traject(request, pk), actions.alsnog_beoordelen, gedaan)


def _stap(request, traject, form, actie, wat, gedaan, bezwaar):
    if form.is_valid():
        try:
            actie(traject=traject, door=request.lid, **form.cleaned_data)
        except Bezwaar as weigering:
            form.add_error(None, str(weigering))
        except Ingehaald:
            messages.warning(request, NET_VERANDERD)
            return redirect(traject)
        else:
            messages.success(request, gedaan)
            return redirect(traject)
    context = {
        "traject": traject,
        "form": form,
        "wat": wat,
        "bezwaar": bezwaar,
        "vandaag": timezone.localdate(),
    }
    return render(request, "trajecten/stoppen.html", context, status=422 if form.errors else 200)


def _traject(request, pk):
    scope = Traject.objects.zichtbaar_voor(request.lid).select_related("kandidaat")
    return get_object_or_404(scope, pk=pk)
