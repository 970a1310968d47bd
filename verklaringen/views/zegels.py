"""For staff: is this PDF one of ours, point by point?"""

from django.shortcuts import render

from trajecten.views.insturen import bestanden, gepost

from .. import actions, zegel
from ..forms.controleren import ControlerenZegelForm


def controleren_zegel(request):
    form = ControlerenZegelForm(gepost(request), bestanden(request))
    bevinding = None
    if form.is_valid():
        try:
            bevinding = actions.controleren_zegel(
                pdf=form.cleaned_data["bestand"], door=request.lid
            )
        except zegel.ZegelFout as fout:
            form.add_error(None, f"We kunnen nu geen zegel controleren: {fout.waarom}")
    context = {"form": form, "bevinding": bevinding}
    status = 422 if form.errors else 200
    return render(request, "verklaringen/controleren_zegel.html", context, status=status)
