"""The questions to the database: one per group of indicators, never one per traject."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum, Value

from ..indicatoren import ALLEEN_VERWIJZER, VERDEELT_TELLER, Dimensie, Moment
from ..indicatoren.dimensies import uitdrukking
from ..models import Trajectfeit, Voor
from ..periodes import Periode
from .cellen import Cel, Cellen, Opdracht, Sleutel

VOOR = (Voor.GEMEENTE, Voor.INSTELLING, Voor.SOCIAAL_WERKBEDRIJF)  # the region follows from these
GEHEEL = ""


@dataclass(frozen=True)
class Vak:
    """Rows with `p`, which `codes` turns into periods, counted as on `dag`.

    `uitsplitsen`: only calendar years are broken down, and then over all routes together. A quarter
    by route, niveau or leerbedrijf is a handful of people in nearly every gemeente.
    """

    rijen: QuerySet
    dag: date
    codes: Callable[[int], list[str]]
    uitsplitsen: bool


def tellen_naar(geteld: dict[Opdracht, Cellen], vak: Vak) -> None:
    """Count for every viewer and dimension, into `geteld`."""
    for voor in VOOR:
        rijen = vak.rijen.filter(**{f"{voor.value}__isnull": False}).annotate(wie=F(voor.value))
        # Most gemeenten and schools have no sociaal werkbedrijf beside them: then nothing to ask.
        for dimensie in _dimensies(geteld, voor, vak) if rijen.exists() else ():
            opdrachten = [
                o for o in geteld
                if not o.definitie.uniek
                and not (o.definitie.alleen_verwijzer and voor == Voor.INSTELLING)
                and (dimensie == GEHEEL or dimensie in o.definitie.dimensies)
            ]  # fmt: skip
            for maand in dict.fromkeys(o.maand for o in opdrachten):
                samen = {o: geteld[o] for o in opdrachten if o.maand == maand}
                _vragen(samen, vak, _met_waarde(rijen, voor, dimensie, Moment(vak.dag, maand)),
                        voor, dimensie, Moment(vak.dag, maand))  # fmt: skip
    for opdracht in geteld:
        if opdracht.definitie.uniek:
            _uniek_tellen(geteld[opdracht], opdracht, vak)


def _dimensies(opdrachten: Iterable[Opdracht], voor: Voor, vak: Vak) -> list[str]:
    """The whole, and each dimension that some indicator allows for this viewer."""
    if not vak.uitsplitsen:
        return [GEHEEL]
    alle = {dimensie for opdracht in opdrachten for dimensie in opdracht.definitie.dimensies}
    zelf = {Voor.GEMEENTE: Dimensie.GEMEENTE, Voor.INSTELLING: Dimensie.INSTELLING}
    alle.discard(zelf.get(voor))
    if voor == Voor.INSTELLING:
        alle -= ALLEEN_VERWIJZER
    return [GEHEEL, *sorted(alle)]


def _met_waarde(rijen: QuerySet, voor: Voor, dimensie: str, moment: Moment) -> QuerySet:
    if not dimensie:
        return rijen.annotate(w=Value(""))
    return rijen.annotate(w=uitdrukking(Dimensie(dimensie), voor.value, *moment))


def _groep(dimensie: str) -> tuple[str, ...]:
    return ("wie", "p", "w") if dimensie else ("wie", "p", "w", "route")


def _vragen(geteld: dict[Opdracht, Cellen], vak, rijen, voor, dimensie, moment) -> None:
    velden: dict[str, Any] = {}
    for nummer, opdracht in enumerate(geteld):
        velden |= _aggregaten(opdracht, voor, moment, f"n{nummer}_")
    for rij in rijen.values(*_groep(dimensie)).annotate(**velden).order_by():
        plekken = [_plek(rij, voor, code, dimensie) for code in vak.codes(rij["p"])]
        for nummer, cellen in enumerate(geteld.values()):
            cel = _cel(rij, f"n{nummer}_")
            if not cel.is_leeg and (dimensie not in VERDEELT_TELLER or cel.teller):
                for plek in plekken:
                    cellen.setdefault(plek, Cel()).erbij(cel)
    for opdracht, cellen in geteld.items():
        if opdracht.definitie.spreiding:
            _duren(cellen, opdracht, vak, rijen, voor, dimensie)


def _aggregaten(opdracht: Opdracht, voor: Voor, moment: Moment, begin: str) -> dict[str, Any]:
    definitie, telling = opdracht.definitie, opdracht.definitie.tellen(moment)
    if definitie.alleen_verwijzer:
        telling = telling._replace(erin=telling.erin & Q(verwijzer_soort=voor.value))
    if definitie.som:
        boven, onder = definitie.som
        return {
            f"{begin}erin": Sum(onder, filter=telling.erin, default=0),
            f"{begin}teller": Sum(boven, filter=telling.erin, default=0),
        }
    velden = {f"{begin}erin": Count("pk", filter=telling.erin)}
    if telling.teller:
        velden[f"{begin}teller"] = Count("pk", filter=telling.erin & telling.teller)
    if telling.onbekend is not None:
        velden[f"{begin}onbekend"] = Count("pk", filter=telling.erin & telling.onbekend)
    return velden


def _cel(rij: dict, begin: str) -> Cel:
    erin = rij[f"{begin}erin"]
    return Cel(erin, rij.get(f"{begin}teller", erin), rij.get(f"{begin}onbekend", 0))


def _plek(rij: dict, voor: Voor, code: str, dimensie: str) -> Sleutel:
    waarde = "" if rij["w"] is None else str(rij["w"])
    return Sleutel(voor.value, rij["wie"], code, rij.get("route", ""), dimensie, waarde)


def _duren(cellen: Cellen, opdracht, vak, rijen, voor, dimensie) -> None:
    """How often each duration occurs, so that a median can be taken of any sum of cells."""
    veld, telling = opdracht.definitie.spreiding, opdracht.definitie.tellen(Moment(vak.dag))
    groepen = rijen.filter(telling.erin).values(*_groep(dimensie), veld)
    for rij in groepen.annotate(aantal=Count("pk")).order_by():
        for code in vak.codes(rij["p"]):
            cel = cellen[_plek(rij, voor, code, dimensie)]
            cel.duren[rij[veld].days] += rij["aantal"]


# --- What may not be added up -----------------------------------------------------------------


def _uniek_tellen(cellen: Cellen, opdracht: Opdracht, vak: Vak) -> None:
    """How many different ones: for each route and for all."""
    definitie, moment = opdracht.definitie, Moment(vak.dag)
    velden = {"aantal": Count(definitie.uniek, distinct=True)}
    for voor in VOOR:
        rijen = vak.rijen.filter(
            definitie.tellen(moment).erin, **{f"{voor.value}__isnull": False}
        ).annotate(wie=F(voor.value))
        for dimensie in _dimensies([opdracht], voor, vak):
            for groep in _met_en_zonder_route(dimensie):
                groepen = _met_waarde(rijen, voor, dimensie, moment).values("wie", "p", "w", *groep)
                for rij in groepen.annotate(**velden).order_by():
                    cel = Cel(rij["aantal"], rij["aantal"])
                    for code in vak.codes(rij["p"]):
                        cellen[_plek(rij, voor, code, dimensie)] = cel


def _met_en_zonder_route(dimensie: str) -> tuple[tuple[str, ...], ...]:
    """All routes last: an empty route in the first is who has none yet, and is written over."""
    return ((),) if dimensie else (("route",), ())


def personen_tellen(cellen: Cellen, opdracht: Opdracht, periodes: list[Periode], vandaag) -> None:
    """Put in the totals how many different people are in the teller."""
    definitie = opdracht.definitie
    for sleutel, cel in cellen.items():
        if not sleutel.dimensie and sleutel.voor_soort != Voor.REGIO_ZONDER:
            cel.personen = 0
    gevuld = {sleutel.periode for sleutel in cellen}
    for periode in (periode for periode in periodes if periode.code in gevuld):
        telling = definitie.tellen(Moment(periode.peildatum(vandaag), opdracht.maand))
        rijen = Trajectfeit.objects.filter(telling.erin & telling.teller)
        if definitie.datum:
            rijen = rijen.filter(**{f"{definitie.datum}__range": (periode.begin, periode.eind)})
        for voor in VOOR:
            bekend = rijen.exclude(**{voor.value: None}).annotate(wie=F(voor.value))
            for groep in _met_en_zonder_route(GEHEEL):
                groepen = bekend.values("wie", *groep).annotate(n=Count("kandidaat", distinct=True))
                for rij in groepen.order_by():
                    plek = Sleutel(voor.value, rij["wie"], periode.code, rij.get("route", ""))
                    if plek in cellen:
                        cellen[plek].personen = rij["n"]
