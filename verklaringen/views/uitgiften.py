"""One issued document as the school sees it: what it is, whether it is valid, what happened."""

from django.shortcuts import get_object_or_404, render

from .. import rules
from ..models import Uitgifte


def uitgifte(request, pk):
    """The document with its state in the register, and what may be done with it now."""
    rij = eigen_uitgifte(request, pk)
    voorstellen = rij.voorstellen.select_related(
        "door__gebruiker", "intrekking__door__gebruiker", "afwijzing__door__gebruiker"
    )
    context = {
        "uitgifte": rij,
        "inhoud": rij.inhoud,
        "voorstellen": list(voorstellen)[::-1],
        "open_voorstel": rules.open_voorstel(rij),
        "verwant": rules.verwante_uitgiften(rij),
        "te_verbeteren": not rules.bezwaar_tegen_verbeteren(rij.traject, request.lid),
        "bezwaar_intrekken": rules.bezwaar_tegen_intrekken_voorstellen(rij, request.lid),
    }
    return render(request, "verklaringen/uitgifte.html", context)


def eigen_uitgifte(request, pk):
    scope = Uitgifte.objects.zichtbaar_voor(request.lid).with_geldigheid()
    return get_object_or_404(
        scope.select_related(
            "traject__kandidaat", "traject__instelling", "door__gebruiker",
            "uitreiking__door__gebruiker", "intrekking", "vervangen_door__nieuw", "vervangt__oud",
        ),
        pk=pk,
    )  # fmt: skip
