"""Starting a traject to a mbo-certificaat without learning on the job."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone

from .. import actions, rules
from ..forms.plaatsingen import kiesbaar
from ..forms.zonder_bpv import StartenZonderBpvForm
from ..models import Certificaat
from ..rules import Bezwaar, Ingehaald
from .insturen import gepost
from .tot_start import ingehaald, tonen, traject_van


def starten_zonder_bpv(request, pk):
    """Which certificaat, the enrolment, and the start, on one page."""
    traject = traject_van(request, pk)
    form = StartenZonderBpvForm(
        gepost(request),
        kwalificaties=kiesbaar(),
        certificaten=Certificaat.objects.order_by("code"),
        initial={"op": timezone.localdate()},
    )
    if form.is_valid():
        try:
            actions.starten_zonder_bpv(traject=traject, door=request.lid, **form.cleaned_data)
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        except Ingehaald as eerst:
            return ingehaald(request, traject, form, eerst.eerder)
        else:
            messages.success(request, f"Gestart. {traject.kandidaat.naam} volgt nu de lessen.")
            return redirect(traject)
    bezwaar = rules.bezwaar_tegen_starten_zonder_bpv(traject, request.lid)
    return tonen(request, "starten_zonder_bpv", traject, form, bezwaar=bezwaar)
