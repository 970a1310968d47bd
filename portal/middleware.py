"""Enforces the access table and writes down who looked and who was refused."""

import logging
import re

from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.http import urlencode

from trajecten import logboek, opslag

from . import sessie
from .toegang import ANONIEM, TOEGANG, persoon_achter

LOG = logging.getLogger(__name__)
# A choice is a code or a number, also when somebody types a name in the address bar.
KEUZE = re.compile(r"[a-z0-9_]{0,40}")
KEUZEFILTERS = {
    "crebo", "leerweg", "na", "pagina", "route", "signaal", "soort", "status", "voor",
}  # fmt: skip


class ToegangMiddleware:
    """Refuses by default; sets `request.lid`, the active lidmaatschap (None: not signed in)."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.lid = sessie.actief_lid(request)
        request.andere_leden = SimpleLazyObject(lambda: sessie.andere_leden(request))
        request.aantal_getoond = None
        response = self.get_response(request)
        if request.lid and request.resolver_match:
            _noteren(request, response)
        if getattr(request, "uitgelogd", False):
            response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response

    def process_view(self, request, view, args, kwargs):
        """The first reason to refuse, in the fixed order; None lets the view answer."""
        regel = TOEGANG.get(request.resolver_match.view_name)
        if regel is None:
            return _geen_toegang(request)
        rollen = regel.rollen(request.method)
        if rollen is None:
            return HttpResponseNotAllowed(regel.methoden)
        if request.lid is None and ANONIEM not in rollen:
            return _inloggen(request, regel)
        if regel.rem and not ratelimit.consume(request, action=regel.rem):
            return render(request, "429.html", status=429)
        if request.lid is None:
            return None
        if request.lid.rol not in rollen:
            return _geen_toegang(request, rollen)
        if request.method == "POST" and _andere_rol(request):
            return render(request, "andere_rol.html", status=409)
        if regel.stap_op and not sessie.code_is_vers(request):
            return redirect(
                f"{reverse('bevestigen')}?{urlencode({'next': request.get_full_path()})}"
            )
        return None

    def process_exception(self, request, fout):
        """A full disk is nobody's mistake: nothing was kept, and the page says so."""
        if not isinstance(fout, opslag.OpslagFout):
            return None
        LOG.error("%s", fout)
        return render(request, "opslag.html", status=503)


def _inloggen(request, regel):
    """To the sign-in page and back; a POST only comes back to a page that can be read."""
    if getattr(request, "sessie_voorbij", False):
        messages.info(request, "Je was een tijd weg. Log opnieuw in.")
    if request.method == "POST" and not regel.GET:
        return redirect("account_login")
    return redirect_to_login(request.get_full_path() if request.method == "GET" else request.path)


def _andere_rol(request) -> bool:
    """Whether the form was opened as another lidmaatschap than the one now active (other tab)."""
    return "als" in request.POST and request.POST["als"] != str(request.lid.pk)


def _geen_toegang(request, rollen=()):
    past = [lid for lid in request.andere_leden if lid.rol in rollen]
    return render(request, "geen_toegang.html", {"past": past, "naar": request.path}, status=403)


def _noteren(request, response):
    """After the answer, by itself: a look at a person, or a refusal that no rollback can erase."""
    naam = request.resolver_match.view_name
    regel = TOEGANG.get(naam)
    pk = request.resolver_match.kwargs.get("pk")
    soort = regel.object if regel and regel.object else naam
    if 400 <= response.status_code < 500:
        gegevens = {"status": response.status_code, "methode": request.method}
        logboek.geweigerd(
            request.lid, naam, objecttype=soort, object_id=pk or "-", bijzonderheden=gegevens
        )
    elif regel and regel.leeslog and request.method == "GET" and response.status_code == 200:
        _gekeken(request, regel, naam, pk)


def _gekeken(request, regel, naam, pk):
    gegevens = {"wat": regel.leeslog, "pagina": naam}
    if not regel.object:
        gegevens |= {"aantal": request.aantal_getoond, "filter": _filter(request)}
        logboek.gekeken(request.lid, "bekijken", objecttype="lijst", bijzonderheden=gegevens)
        return
    logboek.gekeken(
        request.lid,
        "bekijken",
        kandidaat=logboek.kandidaat_van(persoon_achter(regel, pk)),
        objecttype=regel.object,
        object_id=str(pk),
        bijzonderheden=gegevens,
    )


def _filter(request):
    """Which filters were on. Free text may hold a name: of that only that there was some."""
    keuzes = {naam: request.GET[naam] for naam in sorted(KEUZEFILTERS & set(request.GET))}
    filters = {
        naam: waarde if KEUZE.fullmatch(waarde) else "(tekst)" for naam, waarde in keuzes.items()
    }
    return filters | ({"zoek": "(tekst)"} if set(request.GET) - KEUZEFILTERS else {})
