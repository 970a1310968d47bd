"""Signed paper of the praktijkopleider, entered by the school."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from .. import actions
from ..forms.papier import PapierForm
from ..models import Planregel, Traject
from ..rules import Bezwaar, NieuwerDanPapier, Papier


def papier(request, pk):
    scope = Traject.objects.zichtbaar_voor(request.lid).select_related("kandidaat")
    traject = get_object_or_404(scope, pk=pk)
    plaatsing, soort = _plaatsing(request, traject), _soort(request, traject)
    planregels = _planregels(request, plaatsing)
    form = _formulier(request, plaatsing, soort, planregels)
    botsingen = {}
    if form.is_valid():
        try:
            actions.overnemen_van_papier(plaatsing=plaatsing, door=request.lid, **form.cleaned_data)
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        except NieuwerDanPapier as nieuwer:
            botsingen = nieuwer.feiten
            form = _gezien(form, botsingen)
        else:
            messages.success(request, "Bewaard, met de scan. De kandidaat ziet dit ook.")
            return redirect(traject)
    context = {
        "traject": traject, "plaatsing": plaatsing, "soort": Papier(soort), "form": form,
        "plaatsingen": traject.plaatsingen.geldig(), "botsingen": _in_woorden(form, botsingen),
    }  # fmt: skip
    status = 409 if botsingen else 422 if form.errors else 200
    return render(request, "trajecten/papier.html", context, status=status)


def _soort(request, traject):
    voorstel = Papier.AFTEKENLIJST
    if traject.status == Traject.Status.EINDBEOORDELING:
        voorstel = Papier.EINDOORDEEL
    soort = request.GET.get("soort", voorstel)
    return soort if soort in Papier.values else voorstel


def _plaatsing(request, traject):
    plaatsingen = traject.plaatsingen.geldig().select_related("leerbedrijf")
    gekozen = request.GET.get("plaatsing", "")
    plaatsing = plaatsingen.last()
    if gekozen.isdecimal() and len(gekozen) < 16:
        plaatsing = plaatsingen.filter(pk=gekozen).first()
    if plaatsing is None:
        raise Http404
    return plaatsing


def _planregels(request, plaatsing):
    zichtbaar = Planregel.objects.zichtbaar_voor(request.lid).geldig()
    return list(
        zichtbaar.filter(plaatsing=plaatsing)
        .with_aftekeningen()
        .prefetch_related("eindoordelen__door__gebruiker", "eindoordelen__namens__gebruiker")
    )


def _formulier(request, plaatsing, soort, planregels):
    leden = [rij.lid for rij in plaatsing.begeleidingen.select_related("lid__gebruiker")]
    begin = {f"na_{regel.pk}": _volgnummer(soort, regel) for regel in planregels}
    if len(leden) == 1:
        begin["namens"] = str(leden[0].pk)
    data = (request.POST, request.FILES) if request.method == "POST" else ()
    return PapierForm(
        *data, soort=soort, planregels=planregels, praktijkopleiders=leden, initial=begin
    )


def _volgnummer(soort, regel):
    is_lijst = soort == Papier.AFTEKENLIJST
    laatste = regel.laatste_aftekening if is_lijst else regel.laatste_eindoordeel
    return laatste.volgnummer if laatste else 0


def _gezien(form, botsingen):
    """The same typed values; what was newer has now been on the screen."""
    form.data = form.data.copy()
    for pk, feit in botsingen.items():
        form.data[f"gezien_{pk}"] = str(feit.volgnummer)
    return form


def _in_woorden(form, botsingen):
    """Per werkproces what is recorded, and what the paper says."""
    if not botsingen:
        return []
    naam = "niveau" if form.soort == Papier.AFTEKENLIJST else "oordeel"
    namen = dict(form.fields[f"{naam}_{form.planregels[0].pk}"].choices)
    return [
        {
            "planregel": planregel, "feit": botsingen[planregel.pk],
            "papier": namen[regel[naam]], "dag": regel["gebeurd_op"],
        }
        for planregel in form.planregels
        for regel in form.cleaned_data["regels"]
        if regel["planregel"] == planregel.pk and planregel.pk in botsingen
    ]  # fmt: skip
