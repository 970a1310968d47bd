"""What the pages from match to start share: the fetch, the page and the polite 409."""

from django.shortcuts import get_object_or_404, render

from .. import rules
from ..models import Traject


def traject_van(request, pk):
    trajecten = Traject.objects.zichtbaar_voor(request.lid)
    return get_object_or_404(
        trajecten.select_related("kandidaat", "instelling", "kwalificatie__dossier"), pk=pk
    )


def tonen(request, sjabloon, traject, form=None, **meer):
    """The page of one step, with the list of all steps; 422 when the form has errors."""
    context = {"traject": traject, "form": form, "stappen": rules.stappen_tot_start(traject)}
    fout = form is not None and form.is_bound and form.errors
    return render(
        request, f"trajecten/{sjabloon}.html", context | meer, status=422 if fout else 200
    )


def ingehaald(request, traject, form, eerder):
    """Someone was first: who and when, and what you typed. Nothing was written."""
    ingevuld = [
        (veld.label, waarde)
        for veld in (form or [])
        if (waarde := form.cleaned_data.get(veld.name)) not in (None, "", []) and not veld.is_hidden
    ]
    context = {
        "traject": Traject.objects.zichtbaar_voor(request.lid).get(pk=traject.pk),
        "eerder": eerder,
        "ingevuld": ingevuld,
        "naar": request.path,
    }
    return render(request, "trajecten/traject_ingehaald.html", context, status=409)
