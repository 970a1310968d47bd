"""The access matrix: generated from the table in portal.toegang and the URLconf.

Every url x role (and nobody signed in) x method x object (own, somebody else's, not existing).
"""

import re
from contextlib import contextmanager
from http.cookies import SimpleCookie

import pytest
from django.core.checks import run_checks
from django.core.signals import request_finished
from django.db import close_old_connections, connection, transaction
from django.test import Client, override_settings
from django.urls import resolve, reverse

from portal import toegang
from portal.toegang import ANONIEM, OBJECTEN, TOEGANG
from portal.toegangscheck import loop_urlconf
from tests import wereld as w
from trajecten.models import Logregel, Rol

METHODEN = ("GET", "HEAD", "POST")
# No url knows these: 405, tried as nobody, as one who may come and as one who may not.
ANDERE = ("PUT", "PATCH", "DELETE", "OPTIONS")
GEWEIGERD = {403, 404, 405}
# What a refusal and a GET may write: who was here. Never a row of the domain.
BIJZAKEN = {"django_session", "cache", "trajecten_logregel"}
# Served before any access rule.
EIGEN_WEG = ("/static/",)
BESTAAT_NIET = 2_000_000_000


pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def wereld(django_db_setup, django_db_blocker, tmp_path_factory):
    """Built once, in one transaction that is thrown away; each request runs in a savepoint."""
    opslag = override_settings(OPSLAG_MAP=tmp_path_factory.mktemp("opslag"))
    with django_db_blocker.unblock(), opslag, transaction.atomic():
        yield w.bouwen()
        transaction.set_rollback(True)


def test_elke_url_is_geclassificeerd():
    assert {naam for naam, _ in loop_urlconf()} == set(TOEGANG)


def test_een_url_zonder_rij_breekt_de_bouw(monkeypatch):
    monkeypatch.delitem(TOEGANG, "start:hulp")

    assert [fout.id for fout in run_checks() if fout.id == "portal.E201"] == ["portal.E201"]


def test_een_rij_zonder_url_breekt_de_bouw(monkeypatch):
    monkeypatch.setitem(TOEGANG, "start:weg", toegang.Regel(GET=toegang.LEDEN))

    assert [fout.id for fout in run_checks() if fout.id == "portal.E202"] == ["portal.E202"]


def test_een_url_zonder_rij_wordt_ook_tijdens_het_werk_geweigerd(client, monkeypatch):
    monkeypatch.delitem(TOEGANG, "start:hulp")

    assert client.get("/hulp/").status_code == 403


def test_elk_soort_object_staat_in_de_wereld(wereld):
    assert set(wereld.eigen) == set(wereld.vreemd) == set(OBJECTEN)


@pytest.mark.parametrize("naam", sorted(TOEGANG))
def test_elke_rol_krijgt_wat_de_tabel_zegt(naam, wereld):
    fouten = []
    for rol in (ANONIEM, *Rol.values):
        client = Client(raise_request_exception=False)
        if rol != ANONIEM:
            wereld.spelers[rol].aanmelden(client)
        koekjes = client.cookies.output()
        for methode, pk, eigen in gevallen(naam, rol, wereld):
            client.cookies = SimpleCookie(koekjes.replace("Set-Cookie: ", ""))
            with poging() as geschreven:
                response = client.generic(methode, adres(naam, pk))
                fout = oordeel(TOEGANG[naam], rol, methode, eigen, response, geschreven)
            sluiten(response)
            if fout:
                fouten.append(f"{rol} {methode} {adres(naam, pk)}: {fout}")

    assert fouten == []


@pytest.mark.parametrize("naam", sorted(n for n, regel in TOEGANG.items() if regel.object))
def test_van_een_ander_is_hetzelfde_als_niet_bestaand(naam, wereld):
    verschillen = []
    for methode in TOEGANG[naam].methoden:
        for rol in sorted(TOEGANG[naam].rollen(methode)):
            client = wereld.spelers[rol].aanmelden(Client())
            leeg = beeld(client, methode, adres(naam, BESTAAT_NIET))
            verschillen += [
                f"{rol} {methode} {ding!r}"
                for ding in wereld.vreemd[TOEGANG[naam].object].get(rol, [])
                if beeld(client, methode, adres(naam, ding.pk)) != leeg
            ]

    assert verschillen == []


def sluiten(response):
    """A file that is streamed stays open until its reader is done; the database stays open too."""
    request_finished.disconnect(close_old_connections)
    response.close()
    request_finished.connect(close_old_connections)


def gevallen(naam, rol, wereld):
    """(methode, pk, eigen) to try; `eigen` is None where the url names no object."""
    regel = TOEGANG[naam]
    methoden = METHODEN + (ANDERE if rol in proefrollen(regel) else ())
    if not regel.object:
        return [(methode, None, None) for methode in methoden]
    eigen = wereld.eigen[regel.object].get(rol) or next(iter(wereld.eigen[regel.object].values()))
    rest = [(methode, eigen.pk, True) for methode in methoden]
    vreemd = [ding.pk for ding in wereld.vreemd[regel.object].get(rol, [])]
    return rest + [
        (methode, pk, False)
        for methode in ("GET", "POST")
        if rol in (regel.rollen(methode) or ())
        for pk in (*vreemd, BESTAAT_NIET)
    ]


def proefrollen(regel):
    welkom = [rol for rol in Rol.values if rol in regel.GET | regel.POST]
    return {ANONIEM, *welkom[:1], *[rol for rol in Rol.values if rol not in welkom][:1]}


def oordeel(regel, rol, methode, eigen, response, geschreven):
    """What is wrong with this answer, or nothing. The order is the order of answers."""
    rollen = regel.rollen(methode)
    if rollen is None:
        return verwacht(response, 405) or weigering(rol, geschreven)
    if rol == ANONIEM and ANONIEM not in rollen:
        return naar_inloggen(response) or weigering(rol, geschreven)
    if rol not in rollen:
        return verwacht(response, 403) or weigering(rol, geschreven)
    if eigen is False:
        return verwacht(response, 404) or weigering(rol, geschreven)
    return toegelaten(regel, rol, methode, response, geschreven)


def verwacht(response, status):
    return "" if response.status_code == status else f"{response.status_code}, niet {status}"


def naar_inloggen(response):
    goed = response.status_code == 302 and response["Location"].startswith("/inloggen/")
    return "" if goed else f"{response.status_code}, niet naar inloggen"


def weigering(rol, geschreven):
    """A refusal changes nothing, and of somebody signed in it leaves one line."""
    if geschreven - BIJZAKEN:
        return f"weigering schreef in {sorted(geschreven - BIJZAKEN)}"
    regels = Logregel.objects.filter(resultaat="geweigerd").count()
    return "" if regels == (rol != ANONIEM) else f"{regels} logregels over de weigering"


def toegelaten(regel, rol, methode, response, geschreven):
    if response.status_code in GEWEIGERD or response.status_code >= 500:
        return f"{response.status_code}, hoort erbij"
    if w.KANARIE.encode() in getattr(response, "content", b""):
        return "toont iets van een ander"
    if methode == "POST":
        return ""
    if geschreven - BIJZAKEN:
        return f"{methode} schreef in {sorted(geschreven - BIJZAKEN)}"
    if doodlopend := doodlopende_koppelingen(rol, response):
        return f"wijst naar {doodlopend}"
    gekeken = Logregel.objects.filter(actie="bekijken")
    if methode == "GET" and response.status_code == 200 and regel.leeslog:
        return "" if gekeken.count() == 1 else "geen regel over het kijken"
    return ""


def doodlopende_koppelingen(rol, response):
    """Links on this page that its reader may not open."""
    if response.streaming or response.status_code != 200:
        return []
    paden = set(re.findall(r'<a\b[^>]* href="(/[^"?#]*)', response.content.decode()))
    namen = {pad: resolve(pad).view_name for pad in paden if not pad.startswith(EIGEN_WEG)}
    return sorted(pad for pad, naam in namen.items() if rol not in TOEGANG[naam].GET)


@contextmanager
def poging():
    """One request, taken back afterwards; yields the tables it wrote."""
    geschreven = set()

    def kijken(execute, sql, params, many, context):
        if gevonden := re.match(r'\s*(?:INSERT INTO|UPDATE|DELETE FROM) "?(\w+)"?', sql, re.I):
            geschreven.add(gevonden[1])
        return execute(sql, params, many, context)

    punt = transaction.savepoint()
    with connection.execute_wrapper(kijken):
        yield geschreven
    transaction.savepoint_rollback(punt)


# Urls with something else in them than the pk of an object.
ANDERS = {
    "uitnodiging_link": ["0" * 32],
    "cijfers:blad": ["trechter"],
    "cijfers:export": ["trechter", "csv"],
    "cijfers:duiden": ["I09", 2025],
}


def adres(naam, pk):
    return reverse(naam, args=ANDERS.get(naam) or ([] if pk is None else [pk]))


def beeld(client, methode, pad):
    """Status, headers and body, without the token that differs on every request."""
    with poging():
        response = client.generic(methode, pad)
    lijf = re.sub(rb'name="csrfmiddlewaretoken" value="\w+"', b"", response.content)
    return response.status_code, dict(response.headers), lijf
