"""Facts recorded after a period was closed, about a day before its end: what they touch."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, QuerySet
from django.db.models.functions import TruncDate

from trajecten.models import (
    Aanmelding,
    Aftekening,
    Aftekeningintrekking,
    Intake,
    Nazorgmeting,
    Ondertekening,
    Statusovergang,
)
from verklaringen.models import Intrekking, Voordrachtuitreiking

from ..models import IndicatorWaarde, Trajectfeit, Voor
from .feitafleidingen import opvolgers

REGIO = "regio"
Gezien = set[tuple[str, int]]  # (voor_soort, voor_id), and (REGIO, pk)
PLEKKEN = ("gemeente", "instelling", "sociaal_werkbedrijf", REGIO)


@dataclass(frozen=True)
class Laat:
    """Wat later bekend werd: per dag van toen over wie het gaat, en wie opging in wie."""

    per_dag: dict[date, Gezien]
    samengevoegd: Gezien

    def raakt(self, tot: date) -> Gezien:
        """Over wie een periode opnieuw geteld wordt die naar dagen tot en met `tot` kijkt."""
        return set().union(*(wie for dag, wie in self.per_dag.items() if dag <= tot))


def late_feiten(sinds: datetime, tot: date, vandaag: date) -> Laat:
    """Wat na `sinds` is vastgelegd over een dag tot en met `tot`, en gemeenten die samengingen."""
    trajecten: dict[date, set[int]] = defaultdict(set)
    for rijen in _bronnen(sinds):
        for traject, dag in rijen.filter(dag__lte=tot, t__isnull=False).values_list("t", "dag"):
            trajecten[dag].add(traject)
    wie = _wie(set().union(*trajecten.values()))
    per_dag = {
        dag: set().union(*(wie.get(traject, set()) for traject in rijen))
        for dag, rijen in trajecten.items()
    }
    return Laat(per_dag, _samengevoegd(vandaag))


def _bronnen(sinds: datetime) -> Iterator[QuerySet]:
    """Rows with `t` (the traject) and `dag` (the day it is about)."""
    for model, traject in (
        (Aanmelding, "traject"),
        (Intake, "traject"),
        (Nazorgmeting, "traject"),
        (Ondertekening, "overeenkomst__plaatsing__traject"),
        (Aftekening, "planregel__traject"),
        (Voordrachtuitreiking, "voordracht__traject"),
    ):
        rijen = model.objects.filter(vastgelegd_op__gt=sinds)
        yield rijen.annotate(t=F(traject), dag=F("gebeurd_op"))
    terug = Aftekeningintrekking.objects.filter(vastgelegd_op__gt=sinds)
    yield terug.annotate(t=F("aftekening__planregel__traject"), dag=F("aftekening__gebeurd_op"))
    # A stop undone never happened, and a withdrawn document never counted.
    hersteld = Statusovergang.objects.filter(op__gt=sinds, herstelt__isnull=False)
    yield hersteld.annotate(t=F("traject"), dag=TruncDate("herstelt__op"))
    ingetrokken = Intrekking.objects.filter(vastgelegd_op__gt=sinds)
    yield ingetrokken.annotate(t=F("uitgifte__traject"), dag=TruncDate("uitgifte__uitgegeven_op"))


def _wie(trajecten: set[int]) -> dict[int, Gezien]:
    """Per traject the viewers whose figures it is in."""
    rijen = Trajectfeit.objects.filter(traject__in=trajecten).values_list("traject", *PLEKKEN)
    return {
        traject: {(veld, pk) for veld, pk in zip(PLEKKEN, plekken, strict=True) if pk}
        for traject, *plekken in rijen
    }


def _samengevoegd(vandaag: date) -> Gezien:
    """Gemeenten that took over one of which figures still stand, with that one and the regions."""
    gezien: Gezien = set()
    for oud, nieuw in opvolgers(vandaag).items():
        if IndicatorWaarde.objects.voor(Voor.GEMEENTE, oud.pk).exists():
            for gemeente in (oud, nieuw):
                gezien.add((Voor.GEMEENTE.value, gemeente.pk))
                gezien.add((REGIO, gemeente.regio_id))
    return gezien
