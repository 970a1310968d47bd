"""The list of trajecten and one traject: whose turn it is, what is recorded, what comes next."""

from django.shortcuts import get_object_or_404, render

from .. import rules
from ..forms.trajecten import TrajectfilterForm
from ..models import Rol, Status, Traject
from . import dossier
from .nazorgblok import nazorgblok
from .stappen import knop, knoppen

ZIET_VOORTGANG = {Rol.COORDINATOR, Rol.JOBCOACH}
ZIET_PLAN = {*ZIET_VOORTGANG, Rol.EXAMENCOMMISSIE}
# While the praktijkopleider can still fill in a list or a form on paper.
KAN_PRINTEN = {Status.ACTIEF, Status.EINDBEOORDELING}


def overzicht(request):
    """Newest first, 50 on a page, by key: nobody counts the whole list."""
    form = TrajectfilterForm(request.GET, lid=request.lid)
    ziet_voortgang = request.lid.rol in ZIET_VOORTGANG
    rijen, meer = bladzijde(form, ziet_voortgang)
    voor = form.cleaned_data.get("voor")
    request.aantal_getoond = len(rijen)
    context = {
        "form": form, "rijen": rijen, "ziet_voortgang": ziet_voortgang,
        "volgende": _bladeren(request, voor=rijen[-1].pk) if meer else "",
        "eerste": _bladeren(request) if voor else "",
    }  # fmt: skip
    return render(request, "trajecten/overzicht.html", context)


def bladzijde(form, met_voortgang):
    """One page of what the filters leave, each row with whose turn it is; and if there is more."""
    trajecten = rules.with_stand(form.gevonden()).select_related("kwalificatie")
    if met_voortgang:
        trajecten = trajecten.with_voortgang()
    rijen, meer = trajecten.bladzijde(voor=form.cleaned_data.get("voor"))
    for rij in rijen:
        rij.zet = rules.aan_zet(rij)
    return rijen, meer


def _bladeren(request, **erbij):
    """This list at another place, with the same filters."""
    query = request.GET.copy()
    query.pop("voor", None)
    for naam, waarde in erbij.items():
        query[naam] = waarde
    return f"{request.path}?{query.urlencode()}"


def detail(request, pk):
    """One traject for the school; examencommissie, leerbedrijf and jobcoach see their part."""
    zichtbaar = rules.with_stand(Traject.objects.zichtbaar_voor(request.lid))
    traject = get_object_or_404(
        zichtbaar.with_voortgang().select_related("kwalificatie", "vervolg_op"), pk=pk
    )
    zet = rules.aan_zet(traject)
    is_school = request.lid.rol == Rol.COORDINATOR
    context = {
        "traject": traject,
        "zet": zet,
        "is_school": is_school,
        "kan_printen": is_school and traject.status in KAN_PRINTEN,
        "toont_plan": request.lid.rol in ZIET_PLAN,
        "toont_dossier": is_school or request.lid.rol == Rol.EXAMENCOMMISSIE,
        "met_documenten": dossier.met_documenten(traject),
        "ziet_voortgang": request.lid.rol in ZIET_VOORTGANG,
        "blok": nazorgblok(traject, request.lid),
        "jobcoach": rules.jobcoach_van(traject) if is_school else None,
        "volgende": rules.volgende_stap(traject) if is_school else None,
        "stil": rules.is_stil(traject),
        "knop": _hoofdknop(request.lid, traject, zet),
        "andere": knoppen(_andere_stappen(request.lid, traject, zet), traject.pk),
        "stappen": dossier.tijdlijn(traject),
        "plaatsingen": dossier.plaatsingen(traject, request.lid),
        "planregels": dossier.planregels(traject, request.lid),
        "gebeurd": dossier.geschiedenis(traject) if is_school else [],
    }
    return render(request, "trajecten/detail.html", context)


def _andere_stappen(lid, traject, zet):
    """What else the school can do, and where the examencommissie reads on."""
    if lid.rol == Rol.COORDINATOR:
        return dossier.andere_stappen(traject, zet)
    return dossier.met_resultaten(traject) if lid.rol == Rol.EXAMENCOMMISSIE else []


def _hoofdknop(lid, traject, zet):
    """The one step of this role, now. How far the issuing is, only the document page knows."""
    if lid.rol == Rol.COORDINATOR:
        return knop("document" if zet.stap == "uitgeven" else zet.stap, traject.pk)
    if lid.rol == Rol.EXAMENCOMMISSIE and zet.stap == "besluiten":
        return knop("besluiten", traject.pk)
    if (
        lid.rol == Rol.LEERBEDRIJFBEHEERDER
        and traject.status == Traject.Status.POK_TER_ONDERTEKENING
    ):
        return knop("overeenkomst_ondertekenen", traject.pk)
    return None
