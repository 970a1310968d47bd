"""The intake at the school, and the side exits of a traject."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from .. import actions, rules
from ..forms.intake import IntakeForm, KoppelenForm
from ..models import Kandidaat, Traject
from ..rules import Bezwaar, Ingehaald
from .insturen import NET_VERANDERD, gepost


def intake(request, pk):
    """Begin the intake, or record it; the route helper proposes without saving anything."""
    traject = _traject(request, pk)
    form = IntakeForm(gepost(request), initial=_beginwaarden(traject))
    voorstel, reden = rules.routevoorstel(
        form.routehulp if form.is_bound else _eerdere_hulp(traject)
    )
    if "voorstel" in request.POST:
        form = IntakeForm(initial=request.POST.dict())
    elif form.is_valid():
        try:
            actions.intake_vastleggen(traject=traject, door=request.lid, **form.gegevens)
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        except Ingehaald:
            messages.warning(request, NET_VERANDERD)
            return redirect(traject)
        else:
            return _verder(request, traject)
    context = {
        "traject": traject,
        "form": form,
        "voorstel": voorstel,
        "voorstel_reden": reden,
        "gevraagd": "voorstel" in request.POST,
        "dubbelen": Kandidaat.objects.zichtbaar_voor(request.lid).mogelijk_dezelfde(
            traject.kandidaat
        ),
    }
    return render(request, "trajecten/intake.html", context, status=422 if form.errors else 200)


def _verder(request, traject):
    if rules.met_bpv(traject):
        messages.success(request, "De intake is bewaard. Hierna: zoek een leerbedrijf.")
        return redirect("trajecten:match", traject.pk)
    messages.success(request, "De intake is bewaard. Hierna: kies het certificaat en schrijf in.")
    return redirect("trajecten:starten_zonder_bpv", traject.pk)


def intake_beginnen(request, pk):
    """From now on the verwijzer changes nothing any more."""
    traject = _traject(request, pk)
    try:
        actions.intake_beginnen(traject=traject, door=request.lid)
    except Bezwaar as bezwaar:
        messages.error(request, str(bezwaar))
        return redirect(traject)
    except Ingehaald:
        messages.warning(request, NET_VERANDERD)
        return redirect(traject)
    return redirect("trajecten:intake", traject.pk)


def kandidaat_koppelen(request, pk):
    """This is somebody the school knows already."""
    traject = _traject(request, pk)
    kandidaten = Kandidaat.objects.zichtbaar_voor(request.lid).mogelijk_dezelfde(traject.kandidaat)
    form = KoppelenForm(request.POST, kandidaten=kandidaten)
    if not form.is_valid():
        messages.error(request, "Deze kandidaat kun je niet kiezen. Kies er een uit de lijst.")
        return redirect("trajecten:intake", traject.pk)
    try:
        actions.kandidaat_koppelen(
            traject=traject, bestaande=form.cleaned_data["bestaande"], door=request.lid
        )
    except Bezwaar as bezwaar:
        messages.error(request, str(bezwaar))
    else:
        messages.success(
            request, "Gekoppeld. Dit traject hoort nu bij de kandidaat die je al kende."
        )
    return redirect("trajecten:intake", traject.pk)


def _traject(request, pk):
    scope = Traject.objects.zichtbaar_voor(request.lid)
    return get_object_or_404(scope.select_related("kandidaat__gemeente", "instelling"), pk=pk)


def _eerdere_hulp(traject):
    return traject.intake.routehulp if traject.intake else {}


def _beginwaarden(traject):
    """What is known already: the wish of the aanmelding, or the earlier intake."""
    kandidaat, eerder = traject.kandidaat, traject.intake
    if eerder is None and traject.vervolg_op_id:
        return _bekend_van_vroeger(kandidaat) | {"email": kandidaat.email, "route": traject.route}
    if eerder is None:
        aanmelding = getattr(traject, "aanmelding", None)
        return {"email": kandidaat.email, "wens": aanmelding.wens if aanmelding else ""}
    return {
        "startkwalificatie": "ja" if eerder.startkwalificatie else "nee",
        "vooropleiding": eerder.vooropleiding,
        "wens": eerder.wens,
        "email": kandidaat.email,
        **_bekend_van_vroeger(kandidaat),
        "route": traject.route,
        "leerweg": traject.leerweg,
        "met_bpv": "ja" if eerder.met_bpv else "nee",
        "route_reden": eerder.route_reden,
        **{f"hulp_{vraag}": antwoord for vraag, antwoord in eerder.routehulp.items()},
    }


def _bekend_van_vroeger(kandidaat):
    """What an earlier intake asked about the person, not about the route."""
    return {
        "jonger_dan_18": {True: "ja", False: "nee"}.get(kandidaat.jonger_dan_18, ""),
        "vertegenwoordiger_naam": kandidaat.vertegenwoordiger_naam,
        "vertegenwoordiger_telefoon": kandidaat.vertegenwoordiger_telefoon,
        "ondersteuning": kandidaat.ondersteuning,
    }
