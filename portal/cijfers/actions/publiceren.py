"""From counted to published: what each kind of reader may see of everybody's figures."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from ..kleine_aantallen import publiceren as veilig_maken
from ..models import IndicatorWaarde, Publicatie, Voor
from ..periodes import Soort, lezen
from ..publiek import Publiek
from ..tabellen import Cel, Sleutel, Telling
from .samenhang import MENSEN_VAN, hierarchie

# Per kind of reader: over which periods, and whether there is more than the totals.
OMVANG: dict[Publiek, tuple[frozenset[Soort], bool]] = {
    Publiek.EIGEN: (frozenset({Soort.KWARTAAL, Soort.JAAR}), True),
    Publiek.PARTNER: (frozenset({Soort.KWARTAAL, Soort.JAAR}), False),
    Publiek.OPENBAAR: (frozenset({Soort.JAAR, Soort.JAREN}), False),
}
LEZERS: dict[Voor, tuple[Publiek, ...]] = {
    Voor.GEMEENTE: (Publiek.EIGEN, Publiek.OPENBAAR),
    Voor.INSTELLING: (Publiek.EIGEN,),
    Voor.SOCIAAL_WERKBEDRIJF: (Publiek.EIGEN,),
    Voor.REGIO: (Publiek.OPENBAAR,),
    Voor.REGIO_ZONDER: (Publiek.PARTNER,),
}
BUNDEL = 1000


def publiceren(*, wie: Iterable[tuple[str, int]] | None = None, nu: datetime | None = None) -> int:
    """Publiceer de getelde cijfers over periodes die voorbij zijn; geeft hoeveel er nu staan.

    `wie`: alleen deze gemeenten, scholen, werkbedrijven of regio's, als (soort, pk).

    What was published is thrown away and made again from the same counts: twice gives the same.
    """
    nu = nu or timezone.now()
    vandaag = timezone.localdate(nu)
    if wie is None:
        wie = IndicatorWaarde.objects.geldig().values_list("voor_soort", "voor_id").distinct()
    aantal = 0
    for soort, pk in sorted(wie):
        rijen = list(IndicatorWaarde.objects.voor(soort, pk).order_by("pk"))
        with transaction.atomic():
            Publicatie.objects.filter(voor_soort=soort, voor_id=pk).delete()
            for publiek in LEZERS[Voor(soort)]:
                nieuw = list(_publicaties(soort, pk, publiek, rijen, vandaag, nu))
                Publicatie.objects.bulk_create(nieuw, BUNDEL)
                aantal += len(nieuw)
    return aantal


def _publicaties(
    soort: str, pk: int, publiek: Publiek, rijen: list[IndicatorWaarde], vandaag: date, nu: datetime
) -> Iterator[Publicatie]:
    gekozen = _zonder_herhaling(rij for rij in rijen if _hoort_erbij(rij, publiek, vandaag))
    per_cijfer: dict[tuple[str, str], list[list]] = defaultdict(list)
    for sleutel, cel in _cellen(gekozen, publiek).items():
        per_cijfer[sleutel.indicator, sleutel.periode].append(naar_rij(sleutel, cel))
    for (indicator, periode), cellen in per_cijfer.items():
        yield Publicatie(
            voor_soort=soort, voor_id=pk, publiek=publiek, indicator=indicator, periode=periode,
            cellen=cellen, gepubliceerd_op=nu,
        )  # fmt: skip


def _hoort_erbij(rij: IndicatorWaarde, publiek: Publiek, vandaag: date) -> bool:
    """Only what is over: two pictures of a running period would tell who came in between."""
    periode = lezen(rij.periode)
    soorten, uitgesplitst = OMVANG[publiek]
    if periode is None or periode.soort not in soorten or periode.eind >= vandaag:
        return False
    if rij.dimensie:
        return uitgesplitst and not rij.route and rij.code not in MENSEN_VAN
    return uitgesplitst or not rij.route


def _zonder_herhaling(rijen: Iterable[IndicatorWaarde]) -> list[IndicatorWaarde]:
    """A breakdown with one value only says the total again, under another name."""
    rijen = list(rijen)
    soorten = Counter((rij.code, rij.maand, rij.periode, rij.dimensie) for rij in rijen)
    return [
        rij
        for rij in rijen
        if not rij.dimensie or soorten[rij.code, rij.maand, rij.periode, rij.dimensie] > 1
    ]


def _cellen(rijen: list[IndicatorWaarde], publiek: Publiek) -> dict[Sleutel, Cel]:
    kwalificaties = {rij.waarde for rij in rijen if rij.dimensie == "kwalificatie"}
    gemeenten = max((rij.bijdragers or 0 for rij in rijen), default=0) or None
    return veilig_maken(_tellingen(rijen), publiek, hierarchie(kwalificaties), gemeenten=gemeenten)


def _tellingen(rijen: Iterable[IndicatorWaarde]) -> list[Telling]:
    """Raw counts in the words of the layer; who is unknown is a figure of its own beside it."""
    rijen = list(rijen)
    mensen = {
        (rij.code, deel, rij.periode, rij.route): getal
        for rij in rijen
        if not rij.dimensie
        for deel, getal in (("teller", rij.teller), ("noemer", rij.noemer))
    }
    return [telling for rij in rijen for telling in _van_rij(rij, mensen)]


def _van_rij(
    rij: IndicatorWaarde, mensen: dict[tuple[str, str, str, str], int | None]
) -> Iterator[Telling]:
    naam, wie = naam_van(rij.code, rij.maand), MENSEN_VAN.get(rij.code)
    telling = Telling(
        indicator=naam, periode=rij.periode, route=rij.route, dimensie=rij.dimensie,
        waarde=rij.waarde, teller=rij.teller, noemer=rij.noemer, kwartielen=_kwartielen(rij),
        mensen=(mensen.get((*wie, rij.periode, rij.route)) or 0) if wie else None,
    )  # fmt: skip
    yield telling
    if rij.onbekend is not None and rij.noemer is not None:
        yield replace(
            telling, indicator=f"{naam}-onbekend", teller=rij.onbekend,
            noemer=rij.noemer + rij.onbekend, kwartielen=None,
        )  # fmt: skip


def naam_van(code: str, maand: int = 0) -> str:
    """`I16` na 12 maanden heet `I16-12`."""
    return f"{code}-{maand}" if maand else code


def _kwartielen(rij: IndicatorWaarde) -> tuple[int, int, int] | None:
    if rij.p25 is None or rij.mediaan is None or rij.p75 is None:
        return None
    return round(rij.p25), round(rij.mediaan), round(rij.p75)


def naar_rij(sleutel: Sleutel, cel: Cel) -> list:
    """Een cel zoals hij in `Publicatie.cellen` staat; terug met `vragen.cijfers`."""
    noemer = [None, None] if cel.noemer is None else [cel.noemer.toestand, cel.noemer.waarde]
    return [
        sleutel.route, sleutel.dimensie, sleutel.waarde, cel.teller.toestand, cel.teller.waarde,
        *noemer, list(cel.kwartielen) if cel.kwartielen else None,
    ]  # fmt: skip
