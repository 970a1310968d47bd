"""What a school decides for itself."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from .. import actions, opslag, rules
from ..forms.organisaties import BladKiezenForm, LogoPlaatsenForm
from ..rules import Bezwaar
from .bestanden import als_download
from .insturen import bestanden, gepost


def blad_kiezen(request):
    """Which praktijkverklaring is signed here, and who decided that."""
    school = request.lid.organisatie
    nu = getattr(school, "inrichting", None)
    form = BladKiezenForm(gepost(request), initial=_keuze(school, nu))
    if form.is_valid():
        try:
            actions.blad_kiezen(instelling=school, door=request.lid, **form.cleaned_data)
        except Bezwaar as bezwaar:
            form.add_error("besloten_op", str(bezwaar))
        else:
            messages.success(request, "Bewaard. Dit geldt voor elk blad dat je hierna vaststelt.")
            return redirect("trajecten:inrichting")
    bezwaar = rules.bezwaar_tegen_inrichten(school, request.lid)
    besloten = nu and nu.blad_besloten_door
    context = {"school": school, "form": form, "besloten": besloten, "bezwaar": bezwaar}
    return render(
        request, "trajecten/blad_kiezen.html", context, status=422 if form.errors else 200
    )


def _keuze(school, nu):
    """What holds today, as the form shows it."""
    keuze = {"blad": rules.blad_van(school)}
    if nu:
        keuze |= {"besloten_door": nu.blad_besloten_door, "besloten_op": nu.blad_besloten_op}
    return keuze


def logo_plaatsen(request):
    """The school's own mark: what there is, and a new one."""
    school = request.lid.organisatie
    form = LogoPlaatsenForm(gepost(request), bestanden(request))
    if form.is_valid():
        try:
            actions.logo_plaatsen(
                instelling=school, door=request.lid, logo=form.cleaned_data["logo"]
            )
        except (Bezwaar, opslag.OpslagFout) as fout:
            form.add_error("logo", str(fout))
        else:
            messages.success(request, "Bewaard. Het logo komt op documenten die je hierna maakt.")
            return redirect("trajecten:logo_plaatsen")
    context = {
        "school": school,
        "form": form,
        "logo": _logo(school),
        "bezwaar": rules.bezwaar_tegen_inrichten(school, request.lid),
    }
    return render(
        request, "trajecten/logo_plaatsen.html", context, status=422 if form.errors else 200
    )


def logo_weghalen(request):
    try:
        actions.logo_weghalen(instelling=request.lid.organisatie, door=request.lid)
    except Bezwaar as bezwaar:
        messages.error(request, str(bezwaar))
    else:
        messages.success(request, "Het logo is weg. Documenten van hierna hebben geen logo.")
    return redirect("trajecten:logo_plaatsen")


def logo(request):
    """The picture itself, for the page that shows it."""
    bestand = _logo(request.lid.organisatie)
    return als_download(bestand, "logo.png") if bestand else HttpResponse(status=204)


def _logo(school):
    inrichting = getattr(school, "inrichting", None)
    return inrichting.logo if inrichting else None
