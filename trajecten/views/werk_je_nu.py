"""What the kandidaat says about work, months after the end: one question, one tap."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from .. import actions, rules
from ..forms.nazorg import KANDIDAATVRAGEN, WerkJeNuForm
from ..models import Nazorgmeting, Rol, Traject
from ..rules import Bezwaar, Ingehaald
from .insturen import gepost

JA, NEE = Nazorgmeting.Werk.JA, Nazorgmeting.Werk.NEE


def werk_je_nu(request, pk):
    """The next question of this meting, or a thank you; each tap is kept at once."""
    traject = _traject(request, pk)
    moment = rules.meetmoment_nu(rules.einde_van(traject), timezone.localdate())
    if moment is None or rules.bezwaar_tegen_nazorg(traject, request.lid):
        messages.info(request, "Er is nu geen vraag voor jou.")
        return redirect("start:nu_doen")
    laatste = rules.laatste_meting(traject, moment.maand)
    form = WerkJeNuForm(gepost(request))
    if form.is_valid():
        try:
            _vastleggen(request, traject, form, laatste)
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        except Ingehaald as ingehaald:
            return _ingehaald(request, traject, form, ingehaald.eerder)
        else:
            return redirect("trajecten:werk_je_nu", pk)
    vraag = form["vraag"].value() if form.is_bound else request.GET.get("vraag")
    return _tonen(request, traject, moment, laatste, form, vraag)


def _vastleggen(request, traject, form, laatste):
    velden = form.cleaned_data
    if laatste is None and velden["vraag"] != "werk":
        raise Bezwaar("Zeg eerst of je werkt.")
    actions.meting_vastleggen(
        traject=traject, door=request.lid, maand=velden["maand"], na=velden["na"],
        **form.gezegd(laatste),
    )  # fmt: skip


def _tonen(request, traject, moment, laatste, form, vraag):
    if vraag not in KANDIDAATVRAGEN and vraag != "klaar":
        vraag = volgende_vraag(laatste)
    if laatste is None:
        vraag = "werk"
    kop, keuzes = KANDIDAATVRAGEN.get(vraag, ("", []))
    context = {
        "traject": traject, "moment": moment, "form": form, "vraag": vraag, "kop": kop,
        "keuzes": keuzes, "na": laatste.volgnummer if laatste else 0,
        "sla_over": _na(vraag, laatste) if laatste else "",
    }  # fmt: skip
    status = 422 if form.errors else 200
    return render(request, "trajecten/werk_je_nu.html", context, status=status)


def _vragen(laatste) -> list[str]:
    """What can be asked after this answer, in order."""
    if laatste is None:
        return ["werk"]
    if laatste.werk == JA:
        return ["uren", "waar", "uitkering"]
    return ["uitkering"] if laatste.werk == NEE else ["ook", "uitkering"]


def volgende_vraag(laatste) -> str:
    """The first that has no answer yet; "klaar" when all have."""
    open_ = (een for een in _vragen(laatste) if not getattr(laatste, een, ""))
    return next(open_, "klaar")


def _na(vraag, laatste) -> str:
    """Where "Sla over" goes."""
    vragen = _vragen(laatste)
    later = vragen[vragen.index(vraag) + 1 :] if vraag in vragen else []
    return next((een for een in later if not getattr(laatste, een, "")), "klaar")


def _ingehaald(request, traject, form, eerder):
    """Somebody wrote down an answer meanwhile: both, and the choice to keep the own one too."""
    kop, keuzes = KANDIDAATVRAGEN[form.cleaned_data["vraag"]]
    context = {
        "traject": traject, "eerder": eerder, "form": form, "kop": kop,
        "gekozen": dict(keuzes)[form.cleaned_data["antwoord"]],
        "na": eerder.volgnummer if eerder else 0,
    }  # fmt: skip
    return render(request, "trajecten/werk_je_nu_ingehaald.html", context, status=409)


def nazorg_niet_meer_vragen(request, pk):
    """Vraag mij dit niet meer: the consequence in a sentence, and one button.

    Said on the phone, who called presses a button on the page of the call.
    """
    traject = _traject(request, pk)
    zelf = request.lid.rol == Rol.KANDIDAAT
    if request.method == "POST":
        try:
            actions.nazorg_niet_meer_vragen(traject=traject, door=request.lid)
        except Bezwaar as bezwaar:
            messages.error(request, str(bezwaar))
        else:
            messages.success(request, "Bewaard. We vragen dit niet meer.")
        return redirect("start:nu_doen" if zelf else "trajecten:nazorg")
    context = {
        "traject": traject,
        "bezwaar": rules.bezwaar_tegen_niet_meer_vragen(traject, request.lid),
    }
    return render(request, "trajecten/nazorg_niet_meer_vragen.html", context)


def _traject(request, pk):
    scope = Traject.objects.zichtbaar_voor(request.lid).select_related("kandidaat", "instelling")
    return get_object_or_404(scope, pk=pk)
