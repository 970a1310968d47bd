"""The school at the end: eindbeoordeling, terugsturen, schooloordeel, verzoek and uitstroom."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from .. import actions, rules
from ..forms.afronding import (
    EindbeoordelingForm,
    SchooloordeelForm,
    TerugsturenForm,
    UitstroomForm,
    VerzoekForm,
)
from ..models import Planregel, Traject
from ..rules import Bezwaar, Ingehaald
from .ingehaald import eerder_in_woorden
from .insturen import bestanden, gepost


def eindbeoordeling(request, pk):
    traject = _traject(request, pk)
    met_bpv = rules.met_bpv(traject)
    form = EindbeoordelingForm(gepost(request), met_bpv=met_bpv)
    bezwaar = rules.bezwaar_tegen_eindbeoordeling(traject, request.lid)
    gedaan = "Afgerond. Hierna: de gegevens en de voordracht."
    if met_bpv:
        gedaan = "De eindbeoordeling is open. De praktijkopleider geeft nu het eindoordeel."
    return _stap(
        request, traject, form, actions.eindbeoordeling_openen, gedaan, bezwaar, met_bpv=met_bpv
    )


def terugsturen(request, pk):
    traject = _traject(request, pk)
    form = TerugsturenForm(gepost(request), initial={"na": _laatste(traject)})
    bezwaar = rules.bezwaar_tegen_terugsturen(traject, request.lid, "-")
    gedaan = "Teruggestuurd. De praktijkopleider krijgt bericht en leest je reden."
    return _stap(request, traject, form, actions.terugsturen, gedaan, bezwaar)


def schooloordeel(request, pk):
    traject = _traject(request, pk)
    vorige = rules.geldig_schooloordeel(traject)
    begin = {"na": _laatste(traject)}
    form = SchooloordeelForm(gepost(request), initial=begin, route=traject.route)
    bezwaar = rules.bezwaar_tegen_schooloordeel(traject, request.lid)
    planregels = Planregel.objects.zichtbaar_voor(request.lid).geldig().filter(traject=traject)
    context = {
        "planregels": planregels.with_aftekeningen().prefetch_related(
            "eindoordelen__door__gebruiker", "eindoordelen__namens__gebruiker"
        ),
        "vorige": eerder_in_woorden(vorige) if vorige else None,
    }
    gedaan = "Bewaard. Controleer nu de gegevens voor het document."
    return _stap(request, traject, form, actions.schooloordeel_geven, gedaan, bezwaar, **context)


def verzoek(request, pk):
    traject = _traject(request, pk)
    files = bestanden(request)
    form = VerzoekForm(gepost(request), files)
    vandaag = timezone.localdate()
    bezwaar = rules.bezwaar_tegen_verzoek(traject, request.lid, vandaag)
    vorige = eerder_in_woorden(traject.verzoek) if hasattr(traject, "verzoek") else None
    gedaan = "Bewaard. Het verzoek ligt vast."
    return _stap(request, traject, form, actions.verzoek_vastleggen, gedaan, bezwaar, vorige=vorige)


def uitstroom(request, pk):
    traject = _traject(request, pk)
    form = UitstroomForm(gepost(request))
    bezwaar = rules.bezwaar_tegen_uitstroom(traject, request.lid, timezone.localdate())
    vorige = eerder_in_woorden(traject.uitstroom) if hasattr(traject, "uitstroom") else None
    gedaan = "Bewaard."
    return _stap(
        request, traject, form, actions.uitstroom_vastleggen, gedaan, bezwaar, vorige=vorige
    )


def _stap(request, traject, form, actie, gedaan, bezwaar, **context):
    """One step of the school: done, refused on the page, or both values when somebody was first."""
    eerder = None
    if form.is_valid():
        try:
            actie(traject=traject, door=request.lid, **form.cleaned_data)
        except Bezwaar as weigering:
            form.add_error(None, str(weigering))
        except Ingehaald as ingehaald:
            eerder = ingehaald.eerder
            form = _op_het_nieuwste(form, eerder)
        else:
            messages.success(request, gedaan)
            return redirect(traject)
    context |= {"traject": traject, "form": form, "bezwaar": "" if form.is_bound else bezwaar}
    context["eerder"] = eerder_in_woorden(eerder) if eerder else None
    status = 409 if eerder else 422 if form.errors else 200
    sjabloon = f"trajecten/{request.resolver_match.url_name}.html"
    return render(request, sjabloon, context, status=status)


def _op_het_nieuwste(form, eerder):
    """The same typed values, now on top of what the user has just been shown."""
    form.data = form.data.copy()
    if "na" in form.fields and hasattr(eerder, "volgnummer"):
        form.data["na"] = str(eerder.volgnummer)
    return form


def _laatste(traject):
    oordeel = traject.schooloordelen.last()
    return oordeel.volgnummer if oordeel else 0


def _traject(request, pk):
    scope = Traject.objects.zichtbaar_voor(request.lid).select_related("kandidaat", "instelling")
    return get_object_or_404(scope, pk=pk)
