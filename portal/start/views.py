"""The start page, the own start page per role, and the pages that explain."""

from django.contrib import messages
from django.shortcuts import redirect, render

from portal import schil, sessie
from portal.inloggen import binnen
from portal.start import kijkers
from portal.start.forms import WisselenForm
from trajecten.models import Jobcoaching, Rol, Traject


def start(request):
    """Three entrances for who is not signed in; who is goes to the own start page."""
    return redirect("start:mijn") if request.lid else render(request, "start/start.html")


def mijn(request):
    """To the first page of the menu of this role."""
    menu = schil.menu_van(request.lid)
    return redirect(menu[0][1]) if menu else render(request, "start/mijn.html")


def wisselen(request):
    """Go on in another role of the same person; the new role may ask to sign in again."""
    naar = binnen.veilig(request, request.POST.get("next") or request.GET.get("next"))
    if request.method == "POST":
        form = WisselenForm(request.POST, lid=request.lid)
        if form.is_valid():
            lid = form.cleaned_data["lid"]
            sessie.wisselen(request, lid)
            messages.success(request, f"Je werkt nu als {lid.omschrijving}.")
            return redirect(naar)
    status = 422 if request.method == "POST" else 200
    return render(request, "start/wisselen.html", {"naar": naar}, status=status)


def wie_keek(request):
    """Who looked at the data of this kandidaat, or changed them, per day, newest first."""
    ouder = "ouder" in request.GET
    context = {"dagen": kijkers.per_dag(request.lid.kandidaat, ouder=ouder), "ouder": ouder}
    return render(request, "start/wie_keek.html", context)


def hulp(request):
    """Whom to call: the coördinator of the own trajecten, and the own jobcoach."""
    return render(request, "start/hulp.html", {"contact": _contact(request.lid)})


def _contact(lid):
    if lid is None or lid.rol not in sessie.OP_EIGEN_TOESTEL:
        return []
    trajecten = Traject.objects.zichtbaar_voor(lid)
    van_school = trajecten.exclude(coordinator=None)
    van_school = van_school.select_related("coordinator__gebruiker", "coordinator__organisatie")
    mensen = {traject.coordinator_id: traject.coordinator for traject in van_school}
    if lid.rol == Rol.KANDIDAAT:
        lopend = Jobcoaching.objects.zichtbaar_voor(lid).geldig()
        for rij in lopend.select_related("lid__gebruiker", "lid__organisatie"):
            mensen[rij.lid_id] = rij.lid
    return list(mensen.values())


def privacy(request):
    return render(request, "start/privacy.html")


def toegankelijkheid(request):
    return render(request, "start/toegankelijkheid.html")
