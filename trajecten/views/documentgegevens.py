"""Gegevens voor het document: checked against the ID, hours, and names as registered at SBB."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from .. import actions, rules
from ..forms.documentgegevens import DocumentgegevensForm, IdentiteitForm
from ..models import Route, Traject
from ..rules import Bezwaar, Ingehaald
from .ingehaald import eerder_in_woorden, identiteit_rijen
from .insturen import gepost


def gegevens(request, pk):
    traject = _traject(request, pk)
    wie, plekken = _formulieren(request, traject)
    eerder = None
    formulieren = [wie, *plekken.values()]
    geldig = [formulier.is_valid() for formulier in formulieren]  # all of them: each shows its own
    if all(geldig):
        try:
            actions.gegevens_vastleggen(
                traject=traject, door=request.lid, identiteit=wie.cleaned_data,
                plaatsingen={plek: form.cleaned_data for plek, form in plekken.items()},
            )  # fmt: skip
        except Bezwaar as bezwaar:
            wie.add_error(None, str(bezwaar))
        except Ingehaald as ingehaald:
            eerder = ingehaald.eerder
            _op_het_nieuwste(formulieren, eerder)
        else:
            return _bewaard(request, traject)
    fouten = any(formulier.errors for formulier in formulieren)
    context = _context(request, traject) | {"wie": wie, "plekken": plekken, "fout": fouten}
    context["eerder"] = eerder_in_woorden(eerder) if eerder else None
    status = 409 if eerder else 422 if fouten else 200
    return render(request, "trajecten/gegevens.html", context, status=status)


def gegevens_bevestigen(request, pk):
    """A second person agrees, or not, with a change of what is printed about the kandidaat."""
    traject = _traject(request, pk)
    wijziging = rules.te_bevestigen(traject.kandidaat)
    akkoord = request.POST.get("akkoord") == "ja"
    try:
        if wijziging is None or str(wijziging.pk) != request.POST.get("wijziging"):
            raise Bezwaar("Deze wijziging is al nagekeken of vervangen. Bekijk de nieuwe versie.")
        actions.identiteit_bevestigen(
            identiteit=wijziging, traject=traject, door=request.lid, akkoord=akkoord
        )
    except Bezwaar as bezwaar:
        messages.error(request, str(bezwaar))
    else:
        messages.success(request, "De wijziging geldt." if akkoord else "De wijziging geldt niet.")
    return redirect("trajecten:gegevens", traject.pk)


def _bewaard(request, traject):
    if rules.te_bevestigen(traject.kandidaat):
        tekst = "Bewaard. Een collega moet de wijziging nog nakijken. Tot dan geldt het oude."
        messages.info(request, tekst)
        return redirect("trajecten:gegevens", traject.pk)
    messages.success(request, "Bewaard. De gegevens voor het document liggen vast.")
    return redirect(traject)


def _formulieren(request, traject):
    post = gepost(request)
    wie = IdentiteitForm(post, prefix="wie", initial=_begin_wie(traject.kandidaat))
    plekken, met_blad = {}, traject.route == Route.PRAKTIJKVERKLARING
    for plek in rules.plaatsingen_voor_document(traject).select_related("leerbedrijf"):
        leden = [rij.lid for rij in plek.begeleidingen.select_related("lid__gebruiker")]
        plekken[plek] = DocumentgegevensForm(
            post, prefix=f"plek{plek.pk}", praktijkopleiders=leden, met_blad=met_blad,
            initial=_begin_plek(plek, leden),
        )  # fmt: skip
    return wie, plekken


def _begin_wie(kandidaat):
    laatste = kandidaat.identiteiten.last()
    if laatste is None:
        voornaam, _, achternaam = kandidaat.naam.partition(" ")
        return {"na": 0, "voornamen": voornaam, "achternaam": achternaam}
    return _velden(laatste, IdentiteitForm) | {"na": laatste.volgnummer}


def _begin_plek(plek, leden):
    laatste = plek.documentgegevens.last()
    if laatste is None:
        naam = leden[-1].naam if leden else ""
        bedrijf = plek.leerbedrijf
        return {
            "na": 0, "leerbedrijf_naam": bedrijf.naam, "vestigingsplaats": bedrijf.plaats,
            "praktijkopleider": str(leden[-1].pk) if leden else "", "praktijkopleider_naam": naam,
        }  # fmt: skip
    begin = _velden(laatste, DocumentgegevensForm) | {"na": laatste.volgnummer}
    return begin | {"praktijkopleider": str(laatste.praktijkopleider_id)}


def _velden(rij, formulier):
    return {naam: getattr(rij, naam) for naam in formulier.base_fields if hasattr(rij, naam)}


def _op_het_nieuwste(formulieren, eerder):
    """The typed values stay; the part that was overtaken follows the newest row now."""
    for formulier in formulieren:
        formulier.data = formulier.data.copy()
        is_wie = formulier.prefix == "wie"
        if is_wie == hasattr(eerder, "kandidaat_id") and (
            is_wie or formulier.prefix == f"plek{eerder.plaatsing_id}"
        ):
            formulier.data[formulier.add_prefix("na")] = str(eerder.volgnummer)


def _context(request, traject):
    wijziging = rules.te_bevestigen(traject.kandidaat)
    return {
        "traject": traject,
        "bezwaar": rules.bezwaar_tegen_gegevens(traject, request.lid),
        "wijziging": wijziging and eerder_in_woorden(wijziging) | {"pk": wijziging.pk},
        "nu": wijziging and identiteit_rijen(traject.kandidaat.identiteit),
        "zelf": bool(wijziging and rules.bezwaar_tegen_bevestigen(wijziging, traject, request.lid)),
    }


def _traject(request, pk):
    scope = Traject.objects.zichtbaar_voor(request.lid).select_related("kandidaat", "instelling")
    return get_object_or_404(scope, pk=pk)
