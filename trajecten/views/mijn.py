"""What the kandidaat reads and says about the own taken."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from .. import actions, rules
from ..forms.voortgang import ZelfbeoordelenForm
from ..models import Planregel, Resultaat, Traject
from ..rules import Bezwaar


def dit_kan_ik(request):
    """De taken van de kandidaat: wat gelukt is, en hoe het met de andere gaat."""
    planregels = list(
        Planregel.objects.zichtbaar_voor(request.lid)
        .geldig()
        .with_aftekeningen()
        .select_related("traject")
        .prefetch_related("zelfbeoordelingen")
        .order_by("-traject", "plaatsing", "volgorde")
    )
    request.aantal_getoond = len(planregels)
    context = {
        "planregels": planregels,
        "trajecten": list(dict.fromkeys(regel.traject for regel in planregels)),
        "klaar": sum(regel.is_afgetekend for regel in planregels),
        "met_resultaten": Traject.objects.zichtbaar_voor(request.lid).met_resultaten().exists(),
        "met_examens": Traject.objects.zichtbaar_voor(request.lid).met_examens(),
    }
    return render(request, "trajecten/dit_kan_ik.html", context)


def mijn_resultaten(request):
    """De eigen examens en lessen: wat gehaald is, wat nog moet, en wat veranderd is."""
    per_traject = {}
    for rij in Resultaat.objects.zichtbaar_voor(request.lid).with_geschiedenis():
        per_traject.setdefault(rij.traject_id, []).append(rij)
    trajecten = Traject.objects.zichtbaar_voor(request.lid).met_resultaten()
    dossiers = [
        rules.mijn_dossier(traject, per_traject.get(traject.pk, []))
        for traject in trajecten.select_related("kwalificatie__dossier", "certificaat")
    ]
    return render(request, "trajecten/mijn_resultaten.html", {"dossiers": dossiers})


def zelfbeoordelen(request, pk):
    """Twee schermen, elk met één vraag: hoe gaat het, en wil je er iets over zeggen."""
    planregel = get_object_or_404(
        Planregel.objects.zichtbaar_voor(request.lid).select_related("werkproces", "traject"), pk=pk
    )
    gegevens = request.POST if request.method == "POST" else request.GET or None
    form = ZelfbeoordelenForm(gegevens)
    if form.is_valid() and request.method == "POST":
        try:
            actions.zelfbeoordelen(planregel=planregel, door=request.lid, **form.cleaned_data)
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        else:
            messages.success(request, "Bewaard.")
            return redirect("trajecten:dit_kan_ik")
    naar_woorden = "niveau" in (gegevens or {}) and "niveau" not in form.errors
    context = {"planregel": planregel, "form": form, "naar_woorden": naar_woorden}
    return render(
        request, "trajecten/zelfbeoordelen.html", context, status=422 if form.errors else 200
    )
