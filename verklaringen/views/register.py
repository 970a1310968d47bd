"""The register of the school: what was issued, and the list for the ceremony."""

from django.db.models.fields.json import KT
from django.shortcuts import render
from django.utils import timezone

from .. import rules
from ..forms.register import RegisterfilterForm, UitreiklijstForm


def register(request):
    """Newest first, 50 on a page, by key: nobody counts the whole list."""
    form = RegisterfilterForm(request.GET, lid=request.lid)
    uitgiften = form.gevonden().select_related("traject__kandidaat", "uitreiking")
    # The content of a document is large: the list shows only the name that was printed.
    uitgiften = uitgiften.defer("inhoud").annotate(op_naam=KT("inhoud__naam"))
    rijen, meer = uitgiften.bladzijde(voor=form.cleaned_data.get("voor"))
    request.aantal_getoond = len(rijen)
    context = {
        "form": form, "rijen": rijen, "traject": form.cleaned_data.get("traject"),
        "volgende": _bladeren(request, voor=rijen[-1].pk) if meer else "",
        "eerste": _bladeren(request) if form.cleaned_data.get("voor") else "",
    }  # fmt: skip
    return render(request, "verklaringen/register.html", context)


def uitreiklijst(request):
    """Who gets what, with a place to sign: a page to print for the ceremony."""
    form = UitreiklijstForm(request.GET)
    wie = rules.uit_te_reiken(request.lid)
    trajecten = list(wie[: rules.OP_UITREIKLIJST + 1])
    request.aantal_getoond = len(trajecten[: rules.OP_UITREIKLIJST])
    context = {
        "form": form, "trajecten": trajecten[: rules.OP_UITREIKLIJST],
        "meer": len(trajecten) > rules.OP_UITREIKLIJST, "hooguit": rules.OP_UITREIKLIJST,
        "school": request.lid.organisatie, "vandaag": timezone.localdate(), **form.gekozen(),
    }  # fmt: skip
    return render(request, "verklaringen/uitreiklijst.html", context)


def _bladeren(request, **erbij):
    """This list at another place, with the same filters."""
    query = request.GET.copy()
    query.pop("voor", None)
    for naam, waarde in erbij.items():
        query[naam] = waarde
    return f"{request.path}?{query.urlencode()}"
