"""Cells become rows: open periods anew, closed ones only where a correction changed something."""

from collections.abc import Iterable
from datetime import datetime

from ..indicatoren import Vorm
from ..models import Afsluiting, IndicatorWaarde, Voor
from .cellen import Cel, Cellen, Opdracht, Sleutel
from .correcties import Gezien

PER_KEER = 2000
INHOUD = (
    "teller", "noemer", "onbekend", "personen", "mediaan", "p25", "p75", "bijdragers",
)  # fmt: skip


def open_schrijven(opdracht: Opdracht, cellen: Cellen, codes: Iterable[str], nu: datetime) -> int:
    """Zet de waarden van deze periodes opnieuw neer. Geeft hoeveel."""
    _van(opdracht, codes).delete()
    rijen = [_rij(opdracht, *paar, nu) for paar in sorted(cellen.items(), key=lambda p: p[0])]
    IndicatorWaarde.objects.bulk_create(rijen, batch_size=PER_KEER)
    return len(rijen)


def corrigeren(
    opdracht: Opdracht, cellen: Cellen, code: str, wie: Gezien, weg: Gezien, nu: datetime
) -> int:
    """Vervang in een gesloten periode wat nu anders is; de oude waarde blijft ernaast staan.

    `wie`: alleen hun cijfers. `weg`: wie niet meer bestaat, en dus ook geen nul krijgt. Geeft
    hoeveel waarden er anders zijn.
    """
    oud = {_sleutel(rij): rij for rij in _van(opdracht, [code])}
    oud = {sleutel: rij for sleutel, rij in oud.items() if sleutel[:2] in wie}
    nieuw = {
        sleutel: _rij(opdracht, sleutel, cel, nu)
        for sleutel, cel in cellen.items()
        if sleutel.periode == code and sleutel[:2] in wie
    }
    for sleutel in oud.keys() - nieuw.keys():
        if sleutel[:2] not in weg:
            nieuw[sleutel] = _rij(opdracht, sleutel, Cel(), nu)
    anders = [s for s in nieuw if s not in oud or _inhoud(oud[s]) != _inhoud(nieuw[s])]
    vervangen = [oud[s].pk for s in oud if s in anders or s not in nieuw]
    IndicatorWaarde.objects.filter(pk__in=vervangen).update(vervangen_op=nu)
    for sleutel in anders:
        nieuw[sleutel].gecorrigeerd_op = nu
    IndicatorWaarde.objects.bulk_create([nieuw[s] for s in sorted(anders)], batch_size=PER_KEER)
    return len(anders) or len(vervangen)


def afsluiten(opdracht: Opdracht, codes: Iterable[str], nu: datetime) -> None:
    """Vanaf nu blijven deze periodes zoals ze zijn."""
    definitie, maand = opdracht
    Afsluiting.objects.bulk_create(
        Afsluiting(
            code=definitie.code, versie=definitie.versie, maand=maand, periode=code,
            afgesloten_op=nu,
        )
        for code in codes
    )  # fmt: skip


def _van(opdracht: Opdracht, codes: Iterable[str]):
    definitie, maand = opdracht
    return IndicatorWaarde.objects.geldig().filter(
        code=definitie.code, versie=definitie.versie, maand=maand, periode__in=list(codes)
    )


def _sleutel(rij: IndicatorWaarde) -> Sleutel:
    return Sleutel(rij.voor_soort, rij.voor_id, rij.periode, rij.route, rij.dimensie, rij.waarde)


def _inhoud(rij: IndicatorWaarde) -> tuple:
    return tuple(getattr(rij, veld) for veld in INHOUD)


def _rij(opdracht: Opdracht, sleutel: Sleutel, cel: Cel, nu: datetime) -> IndicatorWaarde:
    definitie, maand = opdracht
    spreiding = cel.spreiding() if definitie.spreiding else None
    p25, mediaan, p75 = spreiding or (None, None, None)
    met_onbekend = definitie.vorm == Vorm.COHORT and maand
    is_regio = sleutel.voor_soort == Voor.REGIO_ZONDER
    return IndicatorWaarde(
        **sleutel._asdict(), code=definitie.code, versie=definitie.versie, maand=maand,
        teller=cel.teller, noemer=cel.noemer if definitie.heeft_noemer else None,
        onbekend=cel.onbekend if met_onbekend else None, personen=cel.personen, mediaan=mediaan,
        p25=p25, p75=p75, bijdragers=(cel.bijdragers or 0) if is_regio else None, berekend_op=nu,
    )  # fmt: skip
