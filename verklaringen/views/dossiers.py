"""The dossier voor controle: choose whose, see every name, and take it along as a zip."""

from django.contrib import messages
from django.http import StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header

from trajecten.forms.trajecten import TrajectfilterForm
from trajecten.rules import Bezwaar
from trajecten.views.insturen import gepost

from .. import actions, rules
from ..documenten.controledossier import controledossier
from ..forms.dossiers import DossierDownloadenForm
from ..forms.reeksen import MensenForm


def dossiers(request):
    """The people of the school within the filters, to tick."""
    form = TrajectfilterForm(request.GET, lid=request.lid)
    gevonden = form.gevonden().select_related("kandidaat", "kwalificatie")
    rijen = list(gevonden.order_by("kandidaat__naam", "pk")[: rules.HOOGUIT_IN_DOSSIER + 1])
    meer = len(rijen) > rules.HOOGUIT_IN_DOSSIER
    rijen = rijen[: rules.HOOGUIT_IN_DOSSIER]
    request.aantal_getoond = len(rijen)
    context = {
        "form": form,
        "rijen": rijen,
        "meer": meer,
        "hooguit": rules.HOOGUIT_IN_DOSSIER,
        "alles": request.GET.get("kies") == "alles",
        "filter": _zonder_keuze(request),
    }
    return render(request, "verklaringen/dossiers.html", context)


def _zonder_keuze(request):
    """The filters of this page, to put behind a link."""
    filters = request.GET.copy()
    filters.pop("kies", None)
    return filters.urlencode()


def dossier_downloaden(request):
    """Everyone by name and for what; then the zip, made while it is read. Nothing of it is kept."""
    mensen = MensenForm(request.GET, lid=request.lid)
    if not mensen.is_valid():
        messages.error(request, "Kies van wie je het dossier wilt.")
        return redirect("verklaringen:dossiers")
    trajecten = list(mensen.trajecten)
    form = DossierDownloadenForm(gepost(request))
    if form.is_valid():
        try:
            actions.dossier_downloaden(trajecten=trajecten, door=request.lid, **form.cleaned_data)
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        else:
            return _zip(controledossier(trajecten, request.lid, form.cleaned_data["waarvoor"]))
    request.aantal_getoond = len(trajecten)
    context = {"form": form, "trajecten": trajecten}
    return render(
        request, "verklaringen/dossier_downloaden.html", context, status=422 if form.errors else 200
    )


def _zip(stroom):
    response = StreamingHttpResponse(stroom, content_type="application/zip")
    naam = f"dossier-voor-controle-{timezone.localtime():%Y%m%d-%H%M}.zip"
    response["Content-Disposition"] = content_disposition_header(True, naam)
    response["Content-Security-Policy"] = "sandbox"
    return response
