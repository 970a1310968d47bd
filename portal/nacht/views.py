"""How the nights went, for whoever runs the portal."""

from django.shortcuts import render

from .models import Nacht

HOOGUIT = 14


def nachtwerk(request):
    """The last night task by task, and the nights before it in one line."""
    nachten = list(Nacht.objects.zichtbaar_voor(request.lid)[:HOOGUIT])
    context = {"laatste": nachten[0] if nachten else None, "eerdere": nachten[1:]}
    return render(request, "nacht/nachtwerk.html", context)
