"""Read in a file: choose it, see what would happen, do it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from .. import actions, rules
from ..forms.inlezen import BevestigenForm, InlezenForm
from ..imports.trajectkolommen import TABEL
from ..models import Inleessoort, Inlezing
from ..opslag import OpslagFout
from ..rules import Bezwaar
from .insturen import bestanden, gepost

GETOOND = 100


def inlezen(request):
    """The files that were offered lately, and a new one."""
    form = InlezenForm(gepost(request), bestanden(request), lid=request.lid)
    if form.is_valid():
        try:
            return redirect(actions.bestand_aanbieden(door=request.lid, **form.gegevens))
        except Bezwaar as bezwaar:
            form.add_error("bestand", str(bezwaar))
        except OpslagFout as fout:
            form.add_error(None, f"{fout} Probeer het straks nog eens.")
    inlezingen = Inlezing.objects.zichtbaar_voor(request.lid).select_related(
        "bestand", "door__gebruiker"
    )
    context = {"form": form, "inlezingen": inlezingen[:20], "kolommen": TABEL}
    return render(request, "trajecten/inlezen.html", context, status=422 if form.errors else 200)


def inlezing(request, pk):
    """Line by line what would happen or what happened; POST does it."""
    inlezing = get_object_or_404(Inlezing.objects.zichtbaar_voor(request.lid), pk=pk)
    bezwaar = "" if inlezing.ingelezen_op else rules.bezwaar_tegen_inlezen(inlezing, request.lid)
    regels = _regels(inlezing)
    form = BevestigenForm(
        gepost(request), lid=request.lid, inlezing=inlezing, begonnen=bool(regels["overgenomen"])
    )
    if form.is_valid():
        try:
            klaar = actions.inlezen(
                inlezing=inlezing, door=request.lid, bevestigd=request.POST.getlist("gelezen")
            )
        except (Bezwaar, OpslagFout) as fout:
            bezwaar = str(fout)
        else:
            messages.success(request, _gedaan(klaar))
            return redirect(inlezing)
    context = regels | {"inlezing": inlezing, "bezwaar": bezwaar, "form": form}
    context["waarschuwingen"] = [
        _met_regels(w) for w in inlezing.voorbeeld.get("waarschuwingen", ())
    ]
    status = 422 if request.method == "POST" else 200
    return render(request, "trajecten/inlezing.html", context, status=status)


def _met_regels(waarschuwing):
    """The warning with the lines it is about."""
    regels = waarschuwing["regels"]
    waar = f"regel {', '.join(map(str, regels))}" if len(regels) <= 5 else f"{len(regels)} regels"
    return waarschuwing | {"tekst": f"{waarschuwing['tekst']} (Bij {waar}.)"}


def _gedaan(inlezing):
    if inlezing.ingelezen_op:
        return "Ingelezen."
    return "Een deel is overgenomen. Klik op ‘Ga verder’ voor de rest."


def _regels(inlezing):
    """The lines to show, each with the traject it became."""
    overnames = inlezing.overnames.select_related("traject") if _is_zip(inlezing) else ()
    trajecten = {rij.regel: rij.traject for rij in overnames}
    regels = [
        regel | {"traject": trajecten.get(regel["regel"])} for regel in inlezing.stand["regels"]
    ]
    return {
        "fouten": [regel for regel in regels if regel["uitkomst"] == "fout"][:GETOOND],
        "goed": [regel for regel in regels if regel["uitkomst"] != "fout"][:GETOOND],
        "getoond": GETOOND,
        "overgenomen": len(trajecten),
        "is_zip": _is_zip(inlezing),
    }


def _is_zip(inlezing):
    return inlezing.soort == Inleessoort.TRAJECTEN
