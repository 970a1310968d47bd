"""The jobcoach of a traject: choose, replace, go on without."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from .. import actions, rules
from ..forms.jobcoaching import JobcoachingBeeindigenForm, JobcoachKoppelenForm
from ..models import Jobcoaching, Traject
from ..rules import Bezwaar, Ingehaald
from .insturen import gepost, meteen


def jobcoach_koppelen(request, pk):
    """Who it is now and was before; choose another one."""
    traject = _traject(request, pk)
    koppelingen = Jobcoaching.objects.zichtbaar_voor(request.lid).filter(traject=traject)
    koppelingen = list(koppelingen.select_related("lid__gebruiker", "lid__organisatie"))
    nu = next((rij for rij in koppelingen if rij.tot is None), None)
    jobcoaches = rules.mogelijke_jobcoaches(traject, timezone.localdate())
    anderen = jobcoaches.exclude(pk=nu.lid_id if nu else None)
    form = JobcoachKoppelenForm(
        gepost(request), jobcoaches=anderen,
        initial={"na": nu and nu.pk},
    )  # fmt: skip
    eerder = None
    if form.is_valid():
        try:
            rij = actions.jobcoach_koppelen(traject=traject, door=request.lid, **form.cleaned_data)
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        except Ingehaald as ingehaald:
            eerder = ingehaald.eerder
            form.data = form.data.copy()
            form.data["na"] = str(eerder.pk if eerder else "")
        else:
            messages.success(request, f"Bewaard. {rij.lid.naam} is nu de jobcoach.")
            return redirect(traject)
    context = {
        "traject": traject, "form": form, "nu": nu, "eerder": eerder,
        "vroeger": [rij for rij in koppelingen if rij.tot],
        "zijn_er": anderen.exists(),
        "bezwaar": rules.bezwaar_tegen_jobcoach_koppelen(traject, request.lid),
    }  # fmt: skip
    status = 409 if eerder else 422 if form.errors else 200
    return render(request, "trajecten/jobcoach_koppelen.html", context, status=status)


def jobcoaching_beeindigen(request, pk):
    """Go on without a jobcoach."""
    traject = _traject(request, pk)
    form = JobcoachingBeeindigenForm(request.POST)
    koppelingen = Jobcoaching.objects.zichtbaar_voor(request.lid).filter(traject=traject)
    if not form.is_valid() or not koppelingen.filter(pk=form.cleaned_data["na"]).exists():
        messages.warning(request, "Deze pagina was verouderd. Kijk wie nu de jobcoach is.")
        return redirect("trajecten:jobcoach_koppelen", pk)

    def doen(traject, door):
        actions.jobcoaching_beeindigen(traject=traject, door=door, na=form.cleaned_data["na"])

    return meteen(request, traject, doen, "Bewaard. Er is nu geen jobcoach.")


def _traject(request, pk):
    scope = Traject.objects.zichtbaar_voor(request.lid)
    return get_object_or_404(scope.select_related("kandidaat", "instelling", "aanmelding"), pk=pk)
