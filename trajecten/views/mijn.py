"""What the kandidaat reads and says about the own taken."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from .. import actions
from ..forms.voortgang import ZelfbeoordelenForm
from ..models import Planregel, Traject
from ..rules import Bezwaar


def dit_kan_ik(request):
    """De taken van de kandidaat: wat gelukt is, en hoe het met de andere gaat."""
    planregels = list(
        Planregel.objects.zichtbaar_voor(request.lid)
        .geldig()
        .with_aftekeningen()
        .prefetch_related("zelfbeoordelingen")
        .order_by("-traject", "plaatsing", "volgorde")
    )
    request.aantal_getoond = len(planregels)
    context = {
        "planregels": planregels,
        "klaar": sum(regel.is_afgetekend for regel in planregels),
        "met_examens": Traject.objects.zichtbaar_voor(request.lid).met_examens(),
    }
    return render(request, "trajecten/dit_kan_ik.html", context)


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
