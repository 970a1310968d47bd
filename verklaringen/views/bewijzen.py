"""Mijn bewijzen: what the kandidaat has to sign and what is issued."""

from django.db.models import Count, Prefetch, Q
from django.shortcuts import render

from trajecten.models import Status, Traject
from trajecten.rules.onderdelen import GRENS, ONVOLDOENDE

from ..models import Deling, Uitgifte, Vaststelling
from ..rules import bezwaar_tegen_totaaloverzicht, eigen_uitkomsten, te_tekenen

GEKREGEN = (Status.UITGEREIKT, Status.NAZORG, Status.AFGESLOTEN)


def bewijzen(request):
    """The own documents, and how often somebody checked them."""
    uitgiften = Uitgifte.objects.zichtbaar_voor(request.lid).with_geldigheid()
    delingen = Deling.objects.zichtbaar_voor(request.lid).lopend()
    delingen = delingen.annotate(keren=Count("raadplegingen"))
    uitgiften = uitgiften.select_related("intrekking").prefetch_related(
        "raadplegingen", Prefetch("delingen", delingen, to_attr="gedeeld")
    )
    # What the school lets sign on the form of the Praktijkloket is given with the mbo-verklaring.
    formulieren = Vaststelling.objects.zichtbaar_voor(request.lid).geldig().van_praktijkloket()
    context = {
        "te_tekenen": te_tekenen(request.lid),
        "uitkomsten": eigen_uitkomsten(request.lid),
        "uitgiften": uitgiften,
        "formulieren": formulieren.filter(traject__status__in=GEKREGEN),
        "met_totaaloverzicht": _met_totaaloverzicht(request.lid),
    }
    return render(request, "verklaringen/bewijzen.html", context)


def _met_totaaloverzicht(lid):
    """The own trajecten with exam results of which not all are sufficient (deel D)."""
    onvoldoende = Q(resultaten__cijfer__lt=GRENS) | Q(resultaten__woord__in=ONVOLDOENDE)
    eigen = Traject.objects.zichtbaar_voor(lid).filter(onvoldoende).distinct()
    eigen = eigen.select_related("kandidaat", "kwalificatie")
    return [traject for traject in eigen if not bezwaar_tegen_totaaloverzicht(traject, lid)]
