"""Prints: asked for by a person, made by the worker, kept as long as content and template agree."""

from django.db import transaction
from django.utils import timezone

from trajecten import logboek, opslag
from trajecten.models import Bestand

from ..documenten import (
    aftekenlijst,
    conceptresultatenlijst,
    diplomadossier,
    eindoordeelformulier,
    gegevensblad,
    praktijkovereenkomst,
    praktijkverklaring,
    startkaart,
    tekenexemplaar,
    totaaloverzicht,
    voordracht,
    voortgangsoverzicht,
)
from ..models import Afdruk
from ..pdf import Renderer, RenderFout
from .bevriezen import vingerafdruk
from .wachtrij import teruggeven, vastleggen, wachten

MODULES = {
    Afdruk.Soort.CONCEPT: praktijkverklaring,
    Afdruk.Soort.TEKENEXEMPLAAR: tekenexemplaar,
    Afdruk.Soort.PRAKTIJKOVEREENKOMST: praktijkovereenkomst,
    Afdruk.Soort.AFTEKENLIJST: aftekenlijst,
    Afdruk.Soort.EINDOORDEELFORMULIER: eindoordeelformulier,
    Afdruk.Soort.VOORDRACHT: voordracht,
    Afdruk.Soort.GEGEVENSBLAD: gegevensblad,
    Afdruk.Soort.STARTKAART: startkaart,
    Afdruk.Soort.VOORTGANGSOVERZICHT: voortgangsoverzicht,
    Afdruk.Soort.CONCEPTRESULTATENLIJST: conceptresultatenlijst,
    Afdruk.Soort.TOTAALOVERZICHT: totaaloverzicht,
    Afdruk.Soort.DIPLOMADOSSIER: diplomadossier,
}
POGINGEN = 5


@transaction.atomic
def afdrukken(*, soort, traject, inhoud, door, nu=None) -> Afdruk:
    """Vraag een afdruk van `inhoud` (van `documenten.<soort>.inhoud`, of een vaststelling).

    Bestaat hij al, dan is hij meteen klaar. Raises: Bezwaar (422) bij te veel tekst.
    """
    nu = nu or timezone.now()
    sha256, versie = vingerafdruk(inhoud), MODULES[soort].SJABLOONVERSIE
    eerder = Afdruk.objects.filter(
        soort=soort, inhoud_sha256=sha256, sjabloonversie=versie, bestand__isnull=False
    ).first()
    afdruk = Afdruk.objects.create(
        soort=soort,
        traject=traject,
        inhoud=inhoud,
        inhoud_sha256=sha256,
        sjabloonversie=versie,
        door=door,
        aangevraagd_op=nu,
        niet_voor=nu,
        bestand=eerder.bestand if eerder else None,
        klaar_op=nu if eerder else None,
    )
    logboek.schrijven(door, f"afdrukken:{soort}", afdruk)
    return afdruk


def afdruk_uitvoeren(afdruk, renderer: Renderer) -> None:
    """Render a taken afdruk; given up after five failures, `fout` says why. Raises: Verloren.

    On a full disk it waits, until the operator made room.
    """
    try:
        pdf = renderer.renderen(MODULES[afdruk.soort].drukwerk(afdruk.inhoud))
        bestand = opslag.bewaren(
            pdf,
            naam=f"{afdruk.soort}-{afdruk.traject.nummer}.pdf",
            soort=Bestand.Soort.AFDRUK,
            mimetype="application/pdf",
            traject=afdruk.traject,
        )
    except opslag.SchrijfFout as fout:
        wachten(afdruk, str(fout))
        return
    except (RenderFout, opslag.OpslagFout) as fout:
        if afdruk.pogingen >= POGINGEN:
            vastleggen(afdruk, fout=str(fout)[:500], klaar_op=timezone.now(), lease_tot=None)
        else:
            teruggeven(afdruk, str(fout))
        return
    vastleggen(afdruk, bestand=bestand, fout="", klaar_op=timezone.now(), lease_tot=None)
