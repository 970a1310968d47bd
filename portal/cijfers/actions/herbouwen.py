"""Building all figures anew: the rows of facts, every open period, and what must be corrected."""

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db import connection, transaction
from django.db.models import Min
from django.utils import timezone

from portal.slot import slot
from trajecten.models import Gemeente

from ..indicatoren import GEMETEN
from ..models import Afsluiting, Herbouw, Trajectfeit, Voor
from ..periodes import Periode, lezen, maanden_later, periodes
from .cellen import Opdracht
from .correcties import REGIO, Gezien, Laat, late_feiten
from .feitafleidingen import opvolgers
from .tellen import tellen
from .trajectfeiten import trajectfeiten_maken
from .wegschrijven import afsluiten, corrigeren, open_schrijven

TERMIJN = timedelta(weeks=6)  # after a period: what happened in it is recorded by then
JAREN = 5  # figures go back to 1 January of the fifth year, this one included


@dataclass
class Plan:
    """Wat er per indicator te tellen is: open periodes, en gesloten met wie het aangaat."""

    open: list[Periode] = field(default_factory=list)
    gesloten: dict[Periode, Gezien] = field(default_factory=dict)


def sluit_op(opdracht: Opdracht, periode: Periode) -> date:
    """De dag waarop een cijfer over een periode voor het laatst gewoon geteld wordt."""
    return _kijkt_tot(opdracht, periode) + TERMIJN


def _kijkt_tot(opdracht: Opdracht, periode: Periode) -> date:
    return maanden_later(periode.eind, opdracht.definitie.volgen + opdracht.maand)


def herbouwen(*, nu: datetime | None = None) -> Herbouw:
    """Tel alles opnieuw, zoals het op `nu` is. Raises: Bezet als het al loopt.

    Twee keer achter elkaar geeft twee keer hetzelfde. Wie leest, ziet tot het eind de oude cijfers.
    """
    nu = nu or timezone.now()
    begin = time.monotonic()
    with slot("cijfers"), transaction.atomic():
        _zonder_grenzen()
        vandaag = timezone.localdate(nu)
        trajecten = trajectfeiten_maken(vandaag)
        waarden, gecorrigeerd = _waarden(vandaag, nu)
        return Herbouw.objects.create(
            begonnen_op=nu, klaar_op=nu + timedelta(seconds=time.monotonic() - begin),
            peildatum=vandaag, trajecten=trajecten, waarden=waarden, gecorrigeerd=gecorrigeerd,
        )  # fmt: skip


def _zonder_grenzen() -> None:
    """The limits on a web request are not for the work of the night."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL statement_timeout = 0")
            cursor.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
            # Compiling these long expressions takes longer than counting with them.
            cursor.execute("SET LOCAL jit = off")


def _waarden(vandaag: date, nu: datetime) -> tuple[int, int]:
    """Count and write. Gives how many values were written, and how many corrected."""
    plannen = _plannen(vandaag)
    weg: Gezien = {(Voor.GEMEENTE.value, gemeente.pk) for gemeente in opvolgers(vandaag)}
    weg |= {(Voor.REGIO_ZONDER.value, pk) for _, pk in weg}
    werk = {opdracht: [*plan.open, *plan.gesloten] for opdracht, plan in plannen.items()}
    aantal = gecorrigeerd = 0
    for opdracht, cellen in tellen({o: ps for o, ps in werk.items() if ps}, vandaag):
        plan = plannen[opdracht]
        codes = {periode.code for periode in plan.open}
        erin = {sleutel: cel for sleutel, cel in cellen.items() if sleutel.periode in codes}
        aantal += open_schrijven(opdracht, erin, codes, nu)
        for periode, wie in plan.gesloten.items():
            anders = corrigeren(opdracht, cellen, periode.code, wie, weg, nu)
            gecorrigeerd += anders
            if anders:
                _correctie_melden(opdracht, periode, wie & weg, nu)
        klaar = [p.code for p in plan.open if sluit_op(opdracht, p) <= vandaag]
        afsluiten(opdracht, klaar, nu)
    return aantal, gecorrigeerd


def _correctie_melden(opdracht: Opdracht, periode: Periode, samen: Gezien, nu: datetime) -> None:
    reden = Afsluiting.Reden.GEMEENTE_SAMENGEVOEGD if samen else Afsluiting.Reden.LATER_VASTGELEGD
    Afsluiting.objects.filter(
        code=opdracht.definitie.code, versie=opdracht.definitie.versie, maand=opdracht.maand,
        periode=periode.code,
    ).update(gecorrigeerd_op=nu, reden=reden)  # fmt: skip


def _plannen(vandaag: date) -> dict[Opdracht, Plan]:
    alle = periodes(_eerste_dag(vandaag), vandaag)
    gesloten = _gesloten()
    laat = _laat(gesloten, vandaag)
    plannen = {}
    for opdracht in _opdrachten():
        plan = plannen[opdracht] = Plan()
        for periode in alle:
            if not opdracht.definitie.past_bij(periode):
                continue
            if (opdracht, periode.code) in gesloten:
                if wie := _geraakt(laat, _kijkt_tot(opdracht, periode)):
                    plan.gesloten[periode] = wie
            elif opdracht.definitie.is_rijp(periode, vandaag, opdracht.maand):
                plan.open.append(periode)
    return plannen


def _opdrachten() -> Iterable[Opdracht]:
    return (Opdracht(definitie, maand) for definitie in GEMETEN for maand in definitie.maanden)


def _eerste_dag(vandaag: date) -> date:
    """The first day there is something to count, at most some years back."""
    eerste = Trajectfeit.objects.aggregate(
        dag=Min("aangemeld_op"), start=Min("gestart_op")
    ).values()
    grens = date(vandaag.year - JAREN + 1, 1, 1)
    return max(grens, min((dag for dag in eerste if dag), default=vandaag))


def _gesloten() -> set[tuple[Opdracht, str]]:
    opdrachten = {(o.definitie.code, o.definitie.versie, o.maand): o for o in _opdrachten()}
    rijen = Afsluiting.objects.values_list("code", "versie", "maand", "periode")
    return {
        (opdrachten[tuple(sleutel)], periode)
        for *sleutel, periode in rijen
        if tuple(sleutel) in opdrachten
    }


def _laat(gesloten: set[tuple[Opdracht, str]], vandaag: date) -> Laat:
    """What was recorded since the last run, about days that a closed period looks at."""
    vorige = Herbouw.objects.first()
    if not (vorige and gesloten):
        return Laat({}, set())
    tot = max(_kijkt_tot(opdracht, lezen(code)) for opdracht, code in gesloten)
    return late_feiten(vorige.begonnen_op, tot, vandaag)


def _geraakt(laat: Laat, tot: date) -> Gezien:
    """Who is in the figures of a region: each of its gemeenten reads it without itself."""
    wie = laat.raakt(tot) | laat.samengevoegd
    regios = {pk for soort, pk in wie if soort == REGIO}
    if not regios:
        return wie
    gemeenten = Gemeente.objects.filter(regio__in=regios).values_list("pk", flat=True)
    return wie | {(Voor.REGIO_ZONDER.value, pk) for pk in gemeenten}
