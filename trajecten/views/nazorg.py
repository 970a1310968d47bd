"""Calling after the end: the list to print, and the page where one call is typed."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from .. import actions, rules
from ..forms.nazorg import BellenForm, MetingOnbekendForm, NazorgpogingForm
from ..models import Nazorgmeting, Nazorgpoging, Rol, Traject
from ..rules import Bezwaar, Ingehaald
from .ingehaald import eerder_in_woorden
from .insturen import NET_VERANDERD, gepost, meteen
from .nazorgblok import nazorgblok

OP_LIJST = 100


def nazorg(request):
    """The bellijst: names, numbers and boxes to tick, to print and to type afterwards."""
    regels = rules.bellijst(
        Traject.objects.zichtbaar_voor(request.lid), timezone.localdate(), hooguit=OP_LIJST
    )
    request.aantal_getoond = len(regels)
    context = {
        "regels": regels, "vandaag": timezone.localdate(), "hooguit": OP_LIJST,
        "waar": Nazorgmeting.Waar.choices, "uitkering": Nazorgmeting.Uitkering.choices,
        "toont_jobcoach": request.lid.rol != Rol.JOBCOACH,
    }  # fmt: skip
    return render(request, "trajecten/nazorg.html", context)


def bellen(request, pk):
    """Whom to call, what was said before, and this call in at most three choices."""
    traject = _traject(request, pk)
    moment = _moment(request, traject)
    laatste = moment and rules.laatste_meting(traject, moment.maand)
    begin = {"na": laatste.volgnummer if laatste else 0, "antwoord_van": "kandidaat"}
    begin["maand"] = moment and moment.maand
    voornaam = traject.kandidaat.voornaam
    form = BellenForm(gepost(request), initial=begin, voornaam=voornaam, dag=_dag(moment))
    eerder = None
    if form.is_valid():
        try:
            meting = actions.meting_vastleggen(
                traject=traject, door=request.lid, **form.cleaned_data
            )
        except Bezwaar as bezwaar:
            _aan_het_veld(form, str(bezwaar))
        except Ingehaald as ingehaald:
            eerder = ingehaald.eerder
            form = _op_het_nieuwste(form, eerder, voornaam)
        else:
            messages.success(request, f"Bewaard. {voornaam}: {meting.in_woorden}.")
            return redirect("trajecten:nazorg")
    return _bellen_tonen(request, traject, moment, form, eerder)


def _bellen_tonen(request, traject, moment, form, eerder=None):
    pogingen = traject.nazorgpogingen.filter(maand=moment.maand) if moment else []
    context = {
        "traject": traject, "moment": moment, "form": form,
        "pogingen": list(pogingen), "blok": nazorgblok(traject, request.lid),
        "bezwaar": rules.bezwaar_tegen_nazorg(traject, request.lid),
        "uitkomsten": Nazorgpoging.Uitkomst.choices, "hooguit": rules.POGINGEN,
        "eerder": eerder_in_woorden(eerder) if eerder else None,
        "is_beantwoord": bool(moment and rules.laatste_meting(traject, moment.maand)),
    }  # fmt: skip
    status = 409 if eerder else 422 if form.errors else 200
    return render(request, "trajecten/bellen.html", context, status=status)


def _dag(moment):
    """Today; of a meting whose time is over, or not there yet, its own day."""
    vandaag = timezone.localdate()
    return vandaag if moment is None or moment.open_op(vandaag) else moment.datum


def _aan_het_veld(form, zin):
    """A day that cannot be belongs to the day; it may stand behind a summary."""
    form.add_error("gebeurd_op" if "dag" in zin or "Vraag het vanaf" in zin else None, zin)


def _op_het_nieuwste(form, eerder, voornaam):
    """The same typed values, now on top of what the user has just been shown."""
    gegevens = form.data.copy()
    gegevens["na"] = str(eerder.volgnummer if eerder else 0)
    return BellenForm(gegevens, voornaam=voornaam, nog_eens=True)


def nazorgpoging_vastleggen(request, pk):
    """Nobody answered: one tap."""
    traject = _traject(request, pk)
    form = NazorgpogingForm(request.POST)
    if not form.is_valid():
        messages.warning(request, "Kies wat er gebeurde: niet opgenomen, later, of nummer fout.")
        return redirect("trajecten:bellen", pk)
    try:
        poging = actions.nazorgpoging_vastleggen(
            traject=traject, door=request.lid, **form.cleaned_data
        )
    except Bezwaar as bezwaar:
        messages.error(request, str(bezwaar))
    except Ingehaald as ingehaald:
        messages.warning(request, f"{ingehaald.eerder.door.naam} belde net ook. Kijk wat er staat.")
    else:
        nog = rules.POGINGEN - poging.nummer
        hierna = f"Nog {nog} keer, op een andere dag." if nog else "Dat was de derde keer."
        messages.success(request, f"Bewaard: {poging.get_uitkomst_display().lower()}. {hierna}")
    return redirect("trajecten:bellen", pk)


def meting_onbekend(request, pk):
    """Three tries and no answer."""
    traject = _traject(request, pk)
    form = MetingOnbekendForm(request.POST)
    if not form.is_valid():
        messages.warning(request, NET_VERANDERD)
        return redirect("trajecten:bellen", pk)

    def doen(traject, door):
        actions.meting_onbekend(traject=traject, door=door, maand=form.cleaned_data["maand"])

    return meteen(request, traject, doen, "Bewaard. De meting is onbekend.", "trajecten:nazorg")


def nazorg_beginnen(request, pk):
    traject = _traject(request, pk)
    gedaan = "De nazorg is begonnen. De eerste meting is drie maanden na het einde."
    return meteen(request, traject, actions.nazorg_beginnen, gedaan)


def afsluiten(request, pk):
    traject = _traject(request, pk)
    return meteen(request, traject, actions.afsluiten, "Het traject is afgesloten.")


def _traject(request, pk):
    scope = Traject.objects.zichtbaar_voor(request.lid).select_related("kandidaat", "instelling")
    return get_object_or_404(scope, pk=pk)


def _moment(request, traject):
    """The meting in the address or the form; else the one of today, or the first one."""
    einde = rules.einde_van(traject)
    if einde is None:
        return None
    gevraagd = request.POST.get("maand") or request.GET.get("maand")
    momenten = {str(moment.maand): moment for moment in rules.meetmomenten(einde)}
    vandaag = timezone.localdate()
    return (
        momenten.get(gevraagd)
        or rules.meetmoment_nu(einde, vandaag)
        or _dichtstbij(momenten.values(), vandaag)
    )


def _dichtstbij(momenten, vandaag):
    """Before the first the first, after the last the last."""
    return min(momenten, key=lambda moment: abs((moment.datum - vandaag).days))
