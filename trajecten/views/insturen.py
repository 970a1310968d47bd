"""What was sent to a page, and an action behind a button without a page of its own."""

from django.contrib import messages
from django.shortcuts import redirect

from ..rules import Bezwaar, Ingehaald

NET_VERANDERD = "Iemand anders heeft dit net veranderd. Bekijk de nieuwe stand."


def gepost(request):
    """The data of a POST, None otherwise; an empty POST stays a POST."""
    return request.POST if request.method == "POST" else None


def bestanden(request):
    return request.FILES if request.method == "POST" else None


def meteen(request, traject, actie, gedaan, naar=None):
    """Do it, say so or say why not, and go to `naar`: the traject page if nothing else."""
    try:
        actie(traject=traject, door=request.lid)
    except Bezwaar as bezwaar:
        messages.error(request, str(bezwaar))
    except Ingehaald:
        messages.warning(request, NET_VERANDERD)
    else:
        messages.success(request, gedaan)
    return redirect(naar or traject)
