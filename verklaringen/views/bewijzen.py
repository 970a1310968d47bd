"""Mijn bewijzen: what the kandidaat has to sign and what is issued."""

from django.shortcuts import render

from ..models import Uitgifte
from ..rules import te_tekenen


def bewijzen(request):
    """The own documents, and how often somebody checked them."""
    uitgiften = Uitgifte.objects.zichtbaar_voor(request.lid).prefetch_related("raadplegingen")
    context = {"te_tekenen": te_tekenen(request.lid), "uitgiften": uitgiften}
    return render(request, "verklaringen/bewijzen.html", context)
