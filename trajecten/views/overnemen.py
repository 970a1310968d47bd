"""Lopend traject overnemen, on one page."""

from django.contrib import messages
from django.shortcuts import redirect, render

from .. import actions, rules
from ..forms.overnemen import KwalificatieForm, OvernemenForm
from ..rules import Bezwaar
from .insturen import bestanden, gepost


def overnemen(request):
    """First the opleiding, then the page with everything that was recorded elsewhere."""
    keuze = KwalificatieForm(request.GET if "kwalificatie" in request.GET else None)
    if not keuze.is_valid():
        return render(request, "trajecten/overnemen_opleiding.html", {"form": keuze})
    kwalificatie = keuze.cleaned_data["kwalificatie"]
    certificaat = keuze.cleaned_data["certificaat"]
    form = OvernemenForm(
        gepost(request), bestanden(request), kwalificatie=kwalificatie, lid=request.lid,
        certificaat=certificaat,
        initial={"tekende_instelling": request.lid.naam},
    )  # fmt: skip
    if form.is_valid():
        try:
            traject = actions.overnemen(
                door=request.lid, bevestigd=request.POST.getlist("gelezen"), **form.gegevens
            )
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        else:
            messages.success(request, f"Overgenomen. {traject.kandidaat.naam} leert nu verder.")
            return redirect(traject)
    context = {
        "form": form,
        "doel": f"{kwalificatie}, {certificaat}" if certificaat else str(kwalificatie),
        "waarschuwingen": [
            *rules.waarschuwingen_bij_certificaat(certificaat),
            *rules.waarschuwingen_bij_kwalificatie(kwalificatie),
            rules.waarschuwing_uitvoerbaar(kwalificatie),
        ],
    }
    return render(request, "trajecten/overnemen.html", context, status=422 if form.errors else 200)
