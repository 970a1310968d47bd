"""What asks for action of the school: one sentence, one step, since when."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.formats import date_format

from ..models import (
    Aftekening,
    Besluit,
    Niveau,
    Partij,
    Planregel,
    Status,
    Statusovergang,
    Traject,
)  # fmt: skip
from .aan_zet import STIL_NA_DAGEN, aan_zet
from .standen import with_stand

POK_DAGEN_VOOR_START = 7
HOOGUIT = 50  # lines per signal: who has more, filters


@dataclass(frozen=True)
class Signaalregel:
    """Eén regel van de werklijst: over wie, één zin, welke stap, sinds wanneer.

    `pk`: waarover de stap gaat, als dat niet het traject is.
    """

    traject: Traject
    zin: str
    stap: str
    sinds: date
    pk: int = 0


@dataclass(frozen=True)
class Signaal:
    """Een soort regel; `zoeken` krijgt de zichtbare trajecten en vandaag."""

    sleutel: str
    kop: str
    zoeken: Callable[[QuerySet, date], Iterator[Signaalregel]]

    def regels(self, trajecten: QuerySet, vandaag: date | None = None) -> list[Signaalregel]:
        """De regels, oudste eerst; elk signaal kost één query, hoeveel trajecten er ook zijn."""
        gevonden = list(self.zoeken(trajecten, vandaag or timezone.localdate()))
        return sorted(gevonden, key=lambda regel: regel.sinds)


def _dag(dag: date) -> str:
    return date_format(dag, "j F")


def _uit_aan_zet(trajecten, vandaag, zin="{wat}."):
    for traject in with_stand(trajecten, vandaag).order_by("status_sinds")[:HOOGUIT]:
        zet = aan_zet(traject, vandaag)
        wat = zet.wat[:1].upper() + zet.wat[1:]
        yield Signaalregel(traject, zin.format(wat=wat), zet.stap, zet.sinds)


def _aanmelding(trajecten, vandaag):
    return _uit_aan_zet(
        trajecten.filter(status__in=(Status.AANGEMELD, Status.INTAKE)), vandaag, "{wat}."
    )


def _erkenning(trajecten, vandaag):
    wachtend = with_stand(trajecten.filter(status=Status.MATCH), vandaag)
    wachtend = wachtend.exclude(stand_bedrijf=None)
    return _uit_aan_zet(wachtend, vandaag)


def _voorbereiding(trajecten, vandaag):
    match = with_stand(trajecten, vandaag).filter(status=Status.MATCH, stand_bedrijf=None)
    yield from _uit_aan_zet(match, vandaag)
    yield from _uit_aan_zet(trajecten.filter(status=Status.PLAN), vandaag)


def _pok(trajecten, vandaag):
    """Unsigned seven days before the start; or signed by all, and not started yet."""
    grens = vandaag + timedelta(days=POK_DAGEN_VOOR_START)
    rijen = with_stand(trajecten.filter(status=Status.POK_TER_ONDERTEKENING), vandaag)
    for traject in rijen.filter(Q(stand_wacht_op="") | Q(stand_begin__lte=grens))[:HOOGUIT]:
        zet = aan_zet(traject, vandaag)
        zin = f"{zet.wat[:1].upper()}{zet.wat[1:]}."
        if traject.stand_wacht_op == "":
            zin = "Iedereen heeft getekend. Het traject kan starten."
        elif traject.stand_wacht_op:
            partij = Partij(traject.stand_wacht_op).label
            zin = f"Nog niet getekend door {partij}. De start is op {_dag(traject.stand_begin)}."
        yield Signaalregel(traject, zin, zet.stap, zet.sinds)


def _lopend(trajecten, vandaag):
    lopend = with_stand(trajecten.filter(status=Status.ACTIEF), vandaag)
    return lopend.filter(Q(stand_begin=None) | Q(stand_begin__lte=vandaag))


def _stil(trajecten, vandaag):
    te_lang = Q()
    for route, dagen in STIL_NA_DAGEN.items():
        te_lang |= Q(route=route, stil_sinds__lt=vandaag - timedelta(days=dagen))
    rijen = _lopend(trajecten, vandaag).annotate(
        stil_sinds=Coalesce("stand_laatste", "stand_begin")
    )
    rijen = rijen.filter(te_lang, Q(stand_eind=None) | Q(stand_eind__gte=vandaag))
    for traject in rijen.exclude(stand_volgend=None).exclude(stand_opleider=None)[:HOOGUIT]:
        dagen = (vandaag - traject.stil_sinds).days
        zin = f"Stil sinds {dagen} dagen. Bel {traject.stand_opleider}."
        yield Signaalregel(traject, zin, "detail", traject.stil_sinds)


def _kan_hier_niet(trajecten, vandaag):
    laatste = Aftekening.objects.geldig().filter(planregel=OuterRef("pk")).order_by("-volgnummer")
    regels = Planregel.objects.geldig().with_niveau().filter(
        niveau_nu=Niveau.KAN_HIER_NIET, plaatsing__beeindigd_op=None,
        traject__in=trajecten.filter(status=Status.ACTIEF),
    )  # fmt: skip
    regels = regels.select_related("traject__kandidaat").annotate(
        sinds=Subquery(laatste.values("gebeurd_op")[:1])
    )
    for regel in regels.order_by("sinds")[:HOOGUIT]:
        zin = f"Elders oefenen: zoek een plek voor “{regel.titel}”."
        yield Signaalregel(regel.traject, zin, "detail", regel.sinds)


def _geen_begeleider(trajecten, vandaag):
    bezig = trajecten.filter(status__in=(Status.ACTIEF, Status.EINDBEOORDELING))
    rijen = with_stand(bezig, vandaag).filter(stand_opleider=None)
    rijen = rijen.filter(Q(stand_met_bpv=None) | Q(stand_met_bpv=True))
    for traject in rijen[:HOOGUIT]:
        zin = "Geen praktijkopleider. Kies wie begeleidt."
        sinds = timezone.localdate(traject.status_sinds)
        yield Signaalregel(traject, zin, "praktijkopleiders", sinds)


def _onderbroken(trajecten, vandaag):
    """Back later than expected."""
    overgangen = Statusovergang.objects.filter(traject=OuterRef("pk"), naar=Status.ONDERBROKEN)
    rijen = trajecten.filter(status=Status.ONDERBROKEN).select_related("kandidaat")
    rijen = rijen.annotate(terug=Subquery(overgangen.order_by("-op").values("verwacht_op")[:1]))
    for traject in rijen.filter(terug__lte=vandaag)[:HOOGUIT]:
        zin = f"Zou op {_dag(traject.terug)} terug zijn. Gaat het leren verder?"
        yield Signaalregel(traject, zin, "detail", traject.terug)


def _eindbeoordeling(trajecten, vandaag):
    """Past the last day, or nothing left to sign off."""
    klaar = _lopend(trajecten, vandaag).exclude(stand_opleider=None)
    for traject in klaar.filter(Q(stand_eind__lt=vandaag) | Q(stand_volgend=None))[:HOOGUIT]:
        zet = aan_zet(traject, vandaag)
        zin = "Alles is afgetekend. Open de eindbeoordeling."
        if traject.stand_eind and traject.stand_eind < vandaag:
            zin = f"De laatste dag was {_dag(traject.stand_eind)}. Open de eindbeoordeling."
        yield Signaalregel(traject, zin, zet.stap, zet.sinds)
    open_ = with_stand(trajecten.filter(status=Status.EINDBEOORDELING), vandaag)
    for traject in open_.filter(stand_eind__lt=vandaag).exclude(stand_opleider=None)[:HOOGUIT]:
        zin = f"{traject.stand_opleider} stuurde de eindoordelen nog niet op. Bel even."
        if traject.stand_zonder_eindoordeel:
            zin = f"{traject.stand_opleider} gaf nog niet alle eindoordelen. Bel even."
        yield Signaalregel(traject, zin, "detail", timezone.localdate(traject.status_sinds))


def terug_van_tekenen(trajecten: QuerySet) -> QuerySet:
    """In het schooloordeel, met `kwam_van`: de status waar het traject net uit kwam."""
    vorige = Statusovergang.objects.filter(traject=OuterRef("pk")).order_by("-op", "-pk")
    rijen = trajecten.filter(status=Status.SCHOOLOORDEEL)
    return rijen.annotate(kwam_van=Subquery(vorige.values("van")[:1]))


def net_besloten(trajecten: QuerySet, *uitkomsten: str) -> QuerySet:
    """Wie als laatste deze uitkomst kreeg, in deze stap; met `reden` en `besloten_op`."""
    laatste = Besluit.objects.filter(traject=OuterRef("pk")).order_by("-volgnummer")
    return trajecten.annotate(
        uitkomst=Subquery(laatste.values("uitkomst")[:1]),
        reden=Subquery(laatste.values("reden")[:1]),
        besloten_op=Subquery(laatste.values("vastgelegd_op")[:1]),
    ).filter(uitkomst__in=uitkomsten, besloten_op__gte=F("status_sinds"))


def _schooloordeel(trajecten, vandaag):
    rijen = terug_van_tekenen(trajecten)
    # What the examencommissie refused has its own line, with the reason.
    besloten = net_besloten(trajecten, Besluit.Uitkomst.AFGEWEZEN).values("pk")
    rijen = rijen.exclude(pk__in=besloten)
    return _uit_aan_zet(rijen.exclude(kwam_van=Status.VERKLARING_TER_ONDERTEKENING), vandaag)


SIGNALEN = [
    Signaal("geen_begeleider", "Geen praktijkopleider", _geen_begeleider),
    Signaal("aanmelding", "Nieuw", _aanmelding),
    Signaal("stil", "Stil", _stil),
    Signaal("pok", "Overeenkomst", _pok),
    Signaal("eindbeoordeling", "Einde van het leren", _eindbeoordeling),
    Signaal("schooloordeel", "Oordeel en gegevens", _schooloordeel),
    Signaal("kan_hier_niet", "Kan hier niet", _kan_hier_niet),
    Signaal("onderbroken", "Onderbroken", _onderbroken),
    Signaal("erkenning", "Erkenning", _erkenning),
    Signaal("voorbereiding", "Voor de start", _voorbereiding),
]
