"""Counting cells over periods and on days, for the asked indicators."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import partial

from django.db.models import Case, IntegerField, Q, Value, When
from django.db.models.functions import ExtractQuarter, ExtractYear

from trajecten.models import Gemeente

from ..models import Trajectfeit, Voor
from ..periodes import SCHOOLJAAR_BEGINT, Periode, Soort, jaar, kwartaal, schooljaar
from . import cellen as c
from .cellen import Cellen, Opdracht, Sleutel
from .trajectfeiten import stilstand_bijwerken
from .vragen import Vak, personen_tellen, tellen_naar

LOSSE = (Soort.KWARTAAL, Soort.JAAR, Soort.SCHOOLJAAR)  # more years follow from these
Werk = dict[Opdracht, list[Periode]]


def tellen(werk: Werk, vandaag: date) -> Iterator[tuple[Opdracht, Cellen]]:
    """De cellen van elke opdracht over haar periodes, zonder de lege.

    Eerst wat in een periode gebeurde, dan de standen, oudste peildatum eerst.
    """
    regio_van = dict(Gemeente.objects.values_list("pk", "regio"))
    for datum in dict.fromkeys(opdracht.definitie.datum for opdracht in werk):
        groep = {opdracht: ps for opdracht, ps in werk.items() if opdracht.definitie.datum == datum}
        geteld = _per_periode(groep, datum, vandaag) if datum else _standen(groep, vandaag)
        for opdracht in groep:
            los = geteld.pop(opdracht)
            yield opdracht, _afmaken(opdracht, los, groep[opdracht], regio_van, vandaag)


def _afmaken(
    opdracht: Opdracht, los: Cellen, periodes: list[Periode], regio_van, vandaag: date
) -> Cellen:
    """Routes, years and region added; only what somebody reads, and nothing empty."""
    if opdracht.definitie.uniek:
        klaar = los  # a leerbedrijf with two routes is one leerbedrijf: nothing may be added up
    else:
        samen = c.alle_routes(los)
        samen |= c.meer_jaren(samen, [p for p in periodes if p.soort == Soort.JAREN])
        klaar = samen | c.regio_zonder(samen, regio_van)
    soorten = {periode.code: periode.soort for periode in periodes}
    klaar = {s: cel for s, cel in klaar.items() if _wordt_gelezen(s, soorten.get(s.periode))}
    if opdracht.definitie.personen:
        personen_tellen(klaar, opdracht, periodes, vandaag)
    c.noemers_van_het_geheel(klaar)
    return {sleutel: cel for sleutel, cel in klaar.items() if not cel.is_leeg}


def _wordt_gelezen(sleutel: Sleutel, soort: Soort | None) -> bool:
    """Years together are for the council of a gemeente, and beside it the region of single ones."""
    if soort == Soort.JAREN:
        return sleutel.voor_soort == Voor.GEMEENTE and not sleutel.route
    return soort is not None


# --- Within a period --------------------------------------------------------------------------


def _per_periode(groep: Werk, datum: str, vandaag: date) -> dict[Opdracht, Cellen]:
    geteld: dict[Opdracht, Cellen] = {opdracht: {} for opdracht in groep}
    gevraagd = [periode for periodes in groep.values() for periode in periodes]
    for soort in LOSSE:
        ook = (soort, Soort.JAREN) if soort == Soort.JAAR else (soort,)
        if begin := min((p.begin for p in gevraagd if p.soort in ook), default=None):
            rijen = Trajectfeit.objects.filter(**{f"{datum}__range": (begin, vandaag)})
            rijen = rijen.annotate(p=_periodesleutel(soort, datum))
            vak = Vak(rijen, vandaag, partial(_codes, soort), soort == Soort.JAAR)
            tellen_naar(geteld, vak)
    return geteld


def _periodesleutel(soort: Soort, datum: str):
    """A number per period: 20263 is the third quarter of 2026; a year is itself."""
    if soort == Soort.KWARTAAL:
        return ExtractYear(datum) * 10 + ExtractQuarter(datum)
    if soort == Soort.JAAR:
        return ExtractYear(datum)
    vroeg = Case(
        When(Q(**{f"{datum}__month__lt": SCHOOLJAAR_BEGINT}), then=Value(1)),
        default=Value(0),
        output_field=IntegerField(),
    )
    return ExtractYear(datum) - vroeg


def _codes(soort: Soort, sleutel: int) -> list[str]:
    if soort == Soort.KWARTAAL:
        return [kwartaal(sleutel // 10, sleutel % 10).code]
    return [(jaar if soort == Soort.JAAR else schooljaar)(sleutel).code]


# --- On a day ---------------------------------------------------------------------------------


def _standen(groep: Werk, vandaag: date) -> dict[Opdracht, Cellen]:
    geteld: dict[Opdracht, Cellen] = {opdracht: {} for opdracht in groep}
    op_dag: dict[date, dict[Opdracht, list[Periode]]] = defaultdict(dict)
    for opdracht, periodes in groep.items():
        for periode in periodes:
            op_dag[periode.peildatum(vandaag)].setdefault(opdracht, []).append(periode)
    for dag, opdrachten in sorted(op_dag.items(), key=lambda paar: paar[0]):
        rijen = Trajectfeit.objects.filter(aangemeld_op__lte=dag)
        rijen = rijen.filter(Q(geeindigd_op=None) | Q(geeindigd_op__gt=dag))
        if not rijen.exists():
            continue
        stilstand_bijwerken(rijen.filter(gestart_op__lte=dag), dag)
        rijen = rijen.annotate(p=Value(0))
        nu = {opdracht: geteld[opdracht] for opdracht in opdrachten}
        alle = {periode for lijst in opdrachten.values() for periode in lijst}
        for uitsplitsen in (False, True):
            codes = sorted(p.code for p in alle if (p.soort == Soort.JAAR) == uitsplitsen)
            if codes:
                tellen_naar(nu, Vak(rijen, dag, partial(_vast, codes), uitsplitsen))
    return geteld


def _vast(codes: list[str], sleutel: int) -> list[str]:
    """The same periods for every row: they end on the same day."""
    return codes
