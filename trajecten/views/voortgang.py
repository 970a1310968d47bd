"""The screens of the praktijkopleider about one kandidaat: begeleiding, aftekenen, terugnemen."""

from uuid import uuid4

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from .. import actions, rules
from ..forms.voortgang import (
    AftekenenForm,
    AftekeningIntrekkenForm,
    MeerAftekenenForm,
    dagkeuzes,
)
from ..models import Aftekening, Plaatsing, Planregel, Traject
from ..rules import Bezwaar, Ingehaald
from .insturen import gepost


def begeleiding(request, pk):
    """De kaart van één kandidaat: alle werkprocessen in volgorde, het niveau in woorden."""
    traject, plaatsing = _kaart(request.lid, pk)
    planregels = list(plaatsing.planregels.geldig().with_aftekeningen())
    context = {
        "traject": traject,
        "plaatsing": plaatsing,
        "planregels": planregels,
        "eerste": next((regel for regel in planregels if regel.is_open), None),
        "meer": sum(regel.is_open for regel in planregels) > 1,
        "klaar": sum(regel.is_afgetekend for regel in planregels),
        "bezwaar": planregels and rules.bezwaar_tegen_aftekenen(planregels[0], request.lid),
        "vraagt_eindoordeel": planregels
        and not rules.bezwaar_tegen_eindoordeel_geven(planregels[0], request.lid),
    }
    return render(request, "trajecten/begeleiding.html", context)


def aftekenen(request, pk):
    """Kan deze kandidaat dit zelf? Drie tikken: kaart, niveau, Bewaar."""
    planregel = get_object_or_404(Planregel.objects.zichtbaar_voor(request.lid), pk=pk)
    form = AftekenenForm(gepost(request))
    if form.is_valid():
        try:
            actions.aftekenen(planregel=planregel, door=request.lid, **form.cleaned_data)
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        except Ingehaald as ingehaald:
            return _ingehaald(request, planregel, form, ingehaald.eerder)
        else:
            return redirect(planregel)
    context = _rondom(request, planregel.pk, form)
    return render(request, "trajecten/aftekenen.html", context, status=422 if form.errors else 200)


def meer_aftekenen(request, pk):
    """Meer werkprocessen uit één gesprek: taken aanvinken, één niveau, Bewaar."""
    traject, plaatsing = _kaart(request.lid, pk)
    planregels = list(plaatsing.planregels.geldig().with_aftekeningen())
    form = MeerAftekenenForm(
        gepost(request),
        planregels=planregels,
        kandidaat=traject.kandidaat,
        initial={"sleutel": uuid4()},
    )
    eerder = None
    if form.is_valid():
        try:
            bewaard = actions.meer_aftekenen(door=request.lid, **form.oordelen())
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        except Ingehaald as ingehaald:
            eerder = ingehaald.eerder
            form.bijwerken(plaatsing.planregels.geldig().with_aftekeningen())
        else:
            messages.success(request, _bewaard(bewaard, traject.kandidaat))
            return redirect("trajecten:begeleiding", traject.pk)
    context = {
        "traject": traject,
        "kandidaat": traject.kandidaat,
        "form": form,
        "eerder": eerder,
        "dagen": dagkeuzes(plaatsing, form["gebeurd_op"].value()),
        "bezwaar": planregels and rules.bezwaar_tegen_aftekenen(planregels[0], request.lid),
    }
    status = 409 if eerder else 422 if form.errors else 200
    return render(request, "trajecten/meer_aftekenen.html", context, status=status)


def _bewaard(aftekeningen, kandidaat):
    taken = "1 taak" if len(aftekeningen) == 1 else f"{len(aftekeningen)} taken"
    return f"Bewaard: {taken}. {kandidaat.voornaam} ziet dit ook."


def aftekening_intrekken(request, pk):
    """Ongedaan maken, en na tien minuten terugnemen met een reden die de kandidaat kan lezen."""
    aftekening = get_object_or_404(
        Aftekening.objects.zichtbaar_voor(request.lid).select_related(
            "planregel__werkproces", "planregel__plaatsing", "planregel__traject__kandidaat"
        ),
        pk=pk,
    )
    form = AftekeningIntrekkenForm(gepost(request))
    if form.is_valid():
        try:
            actions.aftekening_intrekken(
                aftekening=aftekening, door=request.lid, **form.cleaned_data
            )
        except Bezwaar as bezwaar:
            form.add_error("reden", str(bezwaar))
        else:
            messages.success(request, "Teruggenomen. Je kunt opnieuw kiezen.")
            return redirect(aftekening.planregel)
    context = {
        "aftekening": aftekening,
        "planregel": aftekening.planregel,
        "kandidaat": aftekening.planregel.traject.kandidaat,
        "form": form,
    }
    return render(
        request, "trajecten/aftekening_intrekken.html", context, status=422 if form.errors else 200
    )


def _kaart(lid, pk):
    """The traject and its last plaatsing that this lid sees, or 404."""
    trajecten = Traject.objects.zichtbaar_voor(lid).select_related("kandidaat")
    traject = get_object_or_404(trajecten, pk=pk)
    plaatsingen = Plaatsing.objects.zichtbaar_voor(lid).geldig().filter(traject=pk)
    return traject, get_object_or_404(plaatsingen.order_by("-pk")[:1])


def _rondom(request, pk, form):
    """What stands around the question: what was just saved, and which werkproces comes next."""
    # Only a page that is shown needs the history; saving does without.
    planregels = Planregel.objects.zichtbaar_voor(request.lid).with_aftekeningen()
    planregel = planregels.select_related("traject__kandidaat", "plaatsing").get(pk=pk)
    bezwaar = rules.bezwaar_tegen_aftekenen(planregel, request.lid)
    stand = planregel.stand
    net_bewaard = bool(
        request.method == "GET"
        and not bezwaar
        and stand
        and stand.door_id == request.lid.pk
        and rules.nog_ongedaan_te_maken(stand)
    )
    volgende = _volgende(planregel) if net_bewaard else None
    return {
        "planregel": planregel,
        "kandidaat": planregel.traject.kandidaat,
        "bezwaar": bezwaar,
        "net_bewaard": net_bewaard,
        "form": form.klaarzetten(planregel),
        "volgende": volgende,
        "volgende_form": volgende and AftekenenForm().klaarzetten(volgende),
    }


def _volgende(planregel):
    """Het volgende open werkproces van deze plaatsing, in volgorde, en anders weer van voren."""
    andere = planregel.plaatsing.planregels.geldig().exclude(pk=planregel.pk).with_aftekeningen()
    andere = andere.select_related("traject__kandidaat", "plaatsing")
    open_regels = [regel for regel in andere if regel.is_open]
    later = [regel for regel in open_regels if regel.volgorde > planregel.volgorde]
    return next(iter(later or open_regels), None)


def _ingehaald(request, planregel, form, eerder):
    """Beide oordelen op één pagina; wie hier nog eens bewaart, bouwt voort op het laatste."""
    laatste = planregel.aftekeningen.order_by("volgnummer").last()
    context = {
        "planregel": planregel,
        "kandidaat": planregel.traject.kandidaat,
        "eerder": eerder,
        "mijn": Aftekening(
            niveau=form.cleaned_data["niveau"],
            reden=form.cleaned_data["reden"],
            toelichting=form.cleaned_data["toelichting"],
        ),
        "form": form,
        "sleutel": uuid4(),
        "na": laatste.volgnummer if laatste else 0,
    }
    return render(request, "trajecten/ingehaald.html", context, status=409)
