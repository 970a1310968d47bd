"""Who guides the kandidaat at the leerbedrijf: add, replace, end."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone

from .. import actions, rules
from ..forms.plaatsingen import BegeleiderForm, BegeleidingBeeindigenForm
from ..rules import Bezwaar
from .insturen import gepost
from .tot_start import tonen, traject_van


def praktijkopleiders(request, pk):
    """Who guides now and before; add one or more."""
    traject = traject_van(request, pk)
    plaatsing = rules.lopende_plaatsing(traject)
    if plaatsing is None:
        messages.info(request, "Kies eerst een leerbedrijf.")
        return redirect("trajecten:match", pk)
    form = BegeleiderForm(
        gepost(request), leerbedrijf=plaatsing.leerbedrijf,
        zonder=plaatsing.begeleidingen.filter(tot=None).values("lid"),
        initial={"van": timezone.localdate()},
    )  # fmt: skip
    if form.is_valid():
        try:
            actions.praktijkopleiders_toevoegen(
                plaatsing=plaatsing, door=request.lid, begeleiders=form.gekozen,
                van=form.cleaned_data["van"],
            )  # fmt: skip
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        else:
            messages.success(request, "Bewaard. De praktijkopleider kan nu uitgenodigd worden.")
            return redirect("trajecten:praktijkopleiders", pk)
    return tonen(request, "praktijkopleiders", traject, form, **_begeleidingen(request, plaatsing))


def _begeleidingen(request, plaatsing, gebonden=None):
    """Each begeleiding with the form that ends it; `gebonden` is the one just sent."""
    rijen = []
    for rij in plaatsing.begeleidingen.select_related("lid__gebruiker"):
        gestuurd = gebonden and gebonden["begeleiding"].value() == str(rij.pk)
        begin = {"begeleiding": rij.pk, "tot": timezone.localdate()}
        leeg = BegeleidingBeeindigenForm(
            plaatsing=plaatsing, initial=begin, auto_id=f"b{rij.pk}_%s"
        )
        rijen.append((rij, gebonden if gestuurd else leeg))
    return {
        "plaatsing": plaatsing,
        "begeleidingen": rijen,
        "bezwaar": rules.bezwaar_tegen_begeleider_toevoegen(plaatsing, request.lid),
    }


def begeleiding_beeindigen(request, pk):
    """The last day of one praktijkopleider; there always stays one."""
    traject = traject_van(request, pk)
    plaatsing = rules.lopende_plaatsing(traject)
    form = BegeleidingBeeindigenForm(request.POST, plaatsing=plaatsing)
    if form.is_valid():
        try:
            actions.begeleiding_beeindigen(door=request.lid, **form.cleaned_data)
        except Bezwaar as bezwaar:
            form.add_error("tot", str(bezwaar))
        else:
            messages.success(request, "Bewaard.")
            return redirect("trajecten:praktijkopleiders", pk)
    toevoegen = BegeleiderForm(leerbedrijf=plaatsing.leerbedrijf)
    antwoord = tonen(
        request, "praktijkopleiders", traject, toevoegen,
        **_begeleidingen(request, plaatsing, gebonden=form),
    )  # fmt: skip
    antwoord.status_code = 422
    return antwoord
