"""What lies before the examencommissie, and what it decided lately."""

from urllib.parse import urlencode

from django.shortcuts import render
from django.utils import timezone

from .. import rules
from ..forms.examencommissie import AgendafilterForm


def examencommissie(request):
    """Oldest first, one link to the dossier and one to decide; nothing is decided from here."""
    form = AgendafilterForm(request.GET)
    soort, vanaf = form.gekozen()
    tot = vanaf + rules.PER_BLADZIJDE
    sleutels = list(rules.ter_besluit(request.lid, soort)[vanaf : tot + 1])
    punten = rules.agenda(request.lid, sleutels[: rules.PER_BLADZIJDE])
    besloten = rules.pas_besloten(request.lid, soort)
    voorstellen = [] if soort else _voorstellen(request.lid)
    request.aantal_getoond = len(punten) + len(besloten) + len(voorstellen)
    context = {
        "form": form, "soort": soort, "punten": punten, "besloten": besloten,
        "voorstellen": voorstellen,
        "volgende": _bladeren(request, soort, tot) if len(sleutels) > rules.PER_BLADZIJDE else "",
        "eerste": _bladeren(request, soort) if vanaf else "",
    }  # fmt: skip
    return render(request, "verklaringen/examencommissie.html", context)


def _voorstellen(lid):
    """Proposals to withdraw a document: a decision of the examencommissie too."""
    rijen = rules.voorstellen_voor(lid).order_by("pk")[: rules.PER_BLADZIJDE]
    return list(rijen.select_related("uitgifte__traject__kandidaat", "door__gebruiker"))


def vergaderlijst(request):
    """The chosen ones, or all: a page to print, with room to write each decision down."""
    soort, _ = AgendafilterForm(request.GET).gekozen()
    gekozen = set(request.GET.getlist("punt"))
    sleutels = [
        sleutel
        for sleutel in rules.ter_besluit(request.lid, soort)
        if not gekozen or rules.sleutel(*sleutel[:2]) in gekozen
    ]
    punten = rules.agenda(request.lid, sleutels[: rules.OP_LIJST])
    request.aantal_getoond = len(punten)
    context = {
        "punten": punten, "school": request.lid.organisatie, "vandaag": timezone.localdate(),
        "niet_getoond": len(sleutels) - len(punten),
    }  # fmt: skip
    return render(request, "verklaringen/vergaderlijst.html", context)


def _bladeren(request, soort, vanaf=0):
    """This list from another place, with the same filter."""
    query = {naam: waarde for naam, waarde in (("soort", soort), ("vanaf", vanaf)) if waarde}
    return f"{request.path}?{urlencode(query)}"
