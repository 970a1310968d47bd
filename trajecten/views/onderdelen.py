"""What a traject holds besides werkprocessen: lessons, exams, keuzedelen, and how it stands."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from .. import actions, rules
from ..forms.resultaten import CertificaatKiezenForm, ResultaatForm, ResultaatIntrekkenForm
from ..models import MET_CODE, Onderdeel, Resultaat, Rol, Traject
from ..rules import Bezwaar, Ingehaald
from .insturen import gepost

NIET_BEVESTIGD = (
    "Bewaard, maar {code} staat niet in de lijst van het portaal. Het is niet bevestigd, telt nog "
    "niet mee en wordt niet gedrukt. Kijk de code na."
)


def onderdelen(request, pk):
    """Per group what is recorded, which attempt counts and what is still open; on top the toets."""
    traject = _traject(request, pk)
    resultaten = Resultaat.objects.zichtbaar_voor(request.lid).filter(traject=traject)
    groepen = rules.onderdeelgroepen(traject, resultaten.with_geschiedenis())
    is_school = request.lid.rol == Rol.COORDINATOR
    bezwaar = rules.bezwaar_tegen_resultaten(rules.kader_van(traject), request.lid)
    context = {
        "traject": traject,
        "groepen": [groep for groep in groepen if not groep.is_leeg],
        "toets": rules.toets_van(traject) if rules.heeft_toets(traject) else None,
        "is_school": is_school,
        "bezwaar": bezwaar if is_school else "",
        "mag": is_school and not bezwaar,
    }
    return render(request, "trajecten/onderdelen.html", context)


def resultaat_vastleggen(request, pk):
    """First the onderdeel, as a link; then only the fields that belong to it."""
    traject = _traject(request, pk)
    onderdeel = request.GET.get("onderdeel", "")
    kader = rules.kader_van(traject, _code(request))
    bezwaar = rules.bezwaar_tegen_resultaten(kader, request.lid)
    if bezwaar or onderdeel not in Onderdeel.values:
        groepen = rules.onderdeelgroepen(traject, [])
        context = {"traject": traject, "groepen": groepen, "bezwaar": bezwaar}
        status = 422 if request.method == "POST" else 200
        return render(request, "trajecten/onderdeel_kiezen.html", context, status=status)
    begin = {"na": _laatste(traject), "code": request.GET.get("code", "")}
    if onderdeel == Onderdeel.CERTIFICAATEXAMEN and traject.certificaat is None:
        messages.info(request, "Kies eerst het mbo-certificaat. Daarna leg je het examen vast.")
        return redirect("trajecten:certificaat_kiezen", traject.pk)
    form = ResultaatForm(gepost(request), onderdeel=onderdeel, kader=kader, initial=begin)
    eerder = None
    if form.is_valid():
        try:
            rij = actions.resultaat_vastleggen(
                traject=traject, door=request.lid, **form.cleaned_data
            )
        except Bezwaar as weigering:
            form.add_error(None, str(weigering))
        except Ingehaald as ingehaald:
            eerder = ingehaald.eerder
            form.data = form.data.copy()
            form.data["na"] = str(eerder.volgnummer)
        else:
            return _bewaard(request, rij)
    context = {"traject": traject, "form": form, "eerder": eerder, "onderdeel": form.onderdeel}
    return _antwoord(request, "trajecten/resultaat_vastleggen.html", context)


def resultaat_verbeteren(request, pk):
    """A new row in the place of a wrong one, with the reason."""
    resultaat = _resultaat(request, pk)
    traject = resultaat.traject
    kader = rules.kader_van(traject, _code(request) or resultaat.code)
    form = ResultaatForm(
        gepost(request), onderdeel=resultaat.onderdeel, kader=kader, verbeteren=True,
        initial=_begin(resultaat),
    )  # fmt: skip
    eerder = _opvolger(resultaat)
    if form.is_valid():
        eerder = None
        try:
            rij = actions.resultaat_verbeteren(
                resultaat=resultaat, door=request.lid, **form.cleaned_data
            )
        except Bezwaar as weigering:
            form.add_error(None, str(weigering))
        except Ingehaald as ingehaald:
            eerder = ingehaald.eerder
        else:
            return _bewaard(request, rij)
    bezwaar = rules.bezwaar_tegen_resultaten(kader, request.lid)
    context = {"traject": traject, "resultaat": resultaat, "form": form, "eerder": eerder}
    return _antwoord(request, "trajecten/resultaat_verbeteren.html", context | {"bezwaar": bezwaar})


def resultaat_intrekken(request, pk):
    """This result does not belong here; the row stays, with the reason."""
    resultaat = _resultaat(request, pk)
    traject = resultaat.traject
    form, eerder = ResultaatIntrekkenForm(gepost(request)), _opvolger(resultaat)
    if form.is_valid():
        eerder = None
        try:
            actions.resultaat_intrekken(resultaat=resultaat, door=request.lid, **form.cleaned_data)
        except Bezwaar as weigering:
            form.add_error(None, str(weigering))
        except Ingehaald as ingehaald:
            eerder = ingehaald.eerder
        else:
            messages.success(request, "Ingetrokken. De kandidaat kan lezen waarom.")
            return redirect("trajecten:onderdelen", traject.pk)
    bezwaar = rules.bezwaar_tegen_resultaten(rules.kader_van(traject), request.lid)
    context = {"traject": traject, "resultaat": resultaat, "form": form, "eerder": eerder}
    return _antwoord(request, "trajecten/resultaat_intrekken.html", context | {"bezwaar": bezwaar})


def certificaat_kiezen(request, pk):
    """For which mbo-certificaat this traject is, of those that belong to its opleiding."""
    traject = _traject(request, pk)
    form = CertificaatKiezenForm(
        gepost(request),
        certificaten=rules.te_kiezen_certificaten(traject),
        initial={"na": traject.certificaat_id or 0, "certificaat": traject.certificaat_id},
    )
    eerder = None
    if form.is_valid():
        try:
            actions.certificaat_kiezen(traject=traject, door=request.lid, **form.cleaned_data)
        except Bezwaar as weigering:
            form.add_error("certificaat", str(weigering))
        except Ingehaald as ingehaald:
            eerder = ingehaald.eerder
            form.data = form.data.copy()
            form.data["na"] = str(eerder.certificaat_id or 0)
        else:
            messages.success(request, "Bewaard. Het traject is voor dit mbo-certificaat.")
            return redirect("trajecten:onderdelen", traject.pk)
    bezwaar = "" if form.is_bound else _bezwaar_tegen_kiezen(traject, request.lid)
    context = {"traject": traject, "form": form, "eerder": eerder, "bezwaar": bezwaar}
    return _antwoord(request, "trajecten/certificaat_kiezen.html", context)


def _antwoord(request, sjabloon, context):
    """409 when somebody was first, 422 when something is wrong with what was sent."""
    gestuurd = request.method == "POST"
    status = 409 if gestuurd and context["eerder"] else 422 if context["form"].errors else 200
    return render(request, sjabloon, context, status=status)


def _bewaard(request, rij):
    if rij.bevestigd:
        messages.success(request, f"Bewaard: {rij.titel}, {rij.in_woorden}.")
    else:
        messages.warning(request, NIET_BEVESTIGD.format(code=rij.code))
    return redirect("trajecten:onderdelen", rij.traject_id)


def _bezwaar_tegen_kiezen(traject, lid):
    kader = rules.kader_van(traject)
    if bezwaar := rules.bezwaar_tegen_resultaten(kader, lid):
        return bezwaar
    if traject.route != "certificaat":
        return "Dit traject is niet voor een mbo-certificaat. De route staat in de intake."
    return ""


def _begin(resultaat):
    namen = [naam for naam in ResultaatForm.base_fields if hasattr(resultaat, naam)]
    velden = {naam: getattr(resultaat, naam) for naam in namen}
    velden["cijfer"] = "" if resultaat.cijfer is None else resultaat.in_woorden
    if resultaat.onderdeel in MET_CODE and not resultaat.deel and resultaat.bevestigd:
        velden["naam"] = ""  # comes from the dossier or the list
    return velden | {"reden": ""}


def _code(request):
    return "".join(request.POST.get("code", "").split()).upper()


def _laatste(traject):
    rij = traject.resultaten.order_by("volgnummer").last()
    return rij.volgnummer if rij else 0


def _opvolger(resultaat):
    """What came in its place, or took it away; None while it counts."""
    return getattr(resultaat, "verbeterd_door", None) or getattr(resultaat, "intrekking", None)


def _traject(request, pk):
    scope = Traject.objects.zichtbaar_voor(request.lid).select_related(
        "kandidaat", "instelling", "kwalificatie__dossier", "certificaat", "inschrijving"
    )
    return get_object_or_404(scope, pk=pk)


def _resultaat(request, pk):
    scope = Resultaat.objects.zichtbaar_voor(request.lid).with_geschiedenis()
    met = scope.select_related(
        "traject__kandidaat", "traject__instelling", "traject__kwalificatie__dossier",
        "traject__certificaat", "traject__inschrijving", "door__gebruiker",
    )  # fmt: skip
    return get_object_or_404(met, pk=pk)
