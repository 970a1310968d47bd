"""The answers 3, 6 and 12 months after the end, the calls without one, and the end of it all."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from .. import logboek, rules
from ..models import MAANDEN, Nazorgmeting, Nazorgpoging, Nazorgstop, Status, Traject
from ..rules import Bezwaar, Ingehaald
from .plaatsingen import vastpakken
from .trajecten import overgaan

ONBEKEND = Nazorgmeting.Werk.ONBEKEND


@transaction.atomic
def meting_vastleggen(
    *, traject, door, maand, werk, na, uren="", waar="", uitkering="", leert_door=None,
    antwoord_van="", gebeurd_op=None, nu=None,
) -> Nazorgmeting:  # fmt: skip
    """Leg het antwoord vast op het antwoord `na` (volgnummer, 0 = nog geen); niets verdwijnt.

    Zonder `antwoord_van` zei `door` het zelf. Hetzelfde antwoord nog eens is geen nieuwe rij.
    Raises: Bezwaar (422), Ingehaald (409) met het antwoord dat iemand eerder gaf.
    """
    nu = nu or timezone.now()
    vandaag = timezone.localdate(nu)
    gebeurd_op = gebeurd_op or vandaag
    traject = vastpakken(traject)
    antwoord = {
        "werk": werk, "uren": uren, "waar": waar, "uitkering": uitkering, "leert_door": leert_door,
        "antwoord_van": antwoord_van or rules.BRON_VAN_ROL.get(door.rol, ""),
    }  # fmt: skip
    if bezwaar := rules.bezwaar_tegen_nazorg(traject, door):
        raise Bezwaar(bezwaar)
    laatste = rules.laatste_meting(traject, maand)
    if laatste and _is_dit_antwoord(laatste, door, antwoord):
        return laatste
    if (laatste.volgnummer if laatste else 0) != na:
        raise Ingehaald(laatste)
    if bezwaar := rules.bezwaar_tegen_antwoord(
        werk=werk, uren=uren, waar=waar
    ) or rules.bezwaar_tegen_dag_van_meting(traject, maand, gebeurd_op, vandaag):
        raise Bezwaar(bezwaar)
    return _meting(traject, door, maand, antwoord, gebeurd_op, nu, na + 1, schrijver=door)


def _is_dit_antwoord(laatste, door, antwoord) -> bool:
    zelfde = all(getattr(laatste, naam) == waarde for naam, waarde in antwoord.items())
    return zelfde and laatste.door_id == door.pk


def _meting(traject, door, maand, antwoord, gebeurd_op, nu, volgnummer=1, schrijver=None):
    """`schrijver` is who does this now; at night nobody, while `door` made the last call."""
    rij = traject.nazorgmetingen.create(
        maand=maand, volgnummer=volgnummer, door=door, gebeurd_op=gebeurd_op, vastgelegd_op=nu,
        **antwoord,
    )  # fmt: skip
    logboek.schrijven(schrijver, "meting_vastleggen", rij)
    return rij


@transaction.atomic
def nazorgpoging_vastleggen(*, traject, door, maand, uitkomst, na, nu=None) -> Nazorgpoging:
    """Leg vast dat er niemand antwoordde. `na`: hoeveel keer er al gebeld was.

    Dezelfde uitkomst van hetzelfde lid nog eens op `na` is een dubbele druk. Raises: Bezwaar (422),
    Ingehaald (409).
    """
    nu = nu or timezone.now()
    vandaag = timezone.localdate(nu)
    traject = vastpakken(traject)
    laatste = traject.nazorgpogingen.filter(maand=maand).select_related("door__gebruiker").last()
    if laatste and laatste.nummer == na + 1:
        if (laatste.door_id, laatste.uitkomst) == (door.pk, uitkomst):
            return laatste
        raise Ingehaald(laatste)
    if bezwaar := rules.bezwaar_tegen_poging(traject, door, maand, vandaag):
        raise Bezwaar(bezwaar)
    if (laatste.nummer if laatste else 0) != na:
        raise Ingehaald(laatste)
    rij = traject.nazorgpogingen.create(
        maand=maand, nummer=na + 1, uitkomst=uitkomst, door=door, gebeurd_op=vandaag,
        vastgelegd_op=nu,
    )  # fmt: skip
    logboek.schrijven(door, "nazorgpoging_vastleggen", rij)
    return rij


@transaction.atomic
def meting_onbekend(*, traject, door, maand, nu=None) -> Nazorgmeting:
    """Drie keer gebeld zonder antwoord: de meting is onbekend, nooit nee. Raises: Bezwaar (422)."""
    nu = nu or timezone.now()
    traject = vastpakken(traject)
    laatste = rules.laatste_meting(traject, maand)
    if laatste and laatste.werk == ONBEKEND and laatste.door_id == door.pk:
        return laatste
    if bezwaar := rules.bezwaar_tegen_onbekend(traject, door, maand):
        raise Bezwaar(bezwaar)
    return _onbekend(traject, door, maand, nu, schrijver=door)


def _onbekend(traject, door, maand, nu, schrijver=None):
    antwoord = {"werk": ONBEKEND, "antwoord_van": rules.BRON_VAN_ROL[door.rol]}
    return _meting(traject, door, maand, antwoord, timezone.localdate(nu), nu, schrijver=schrijver)


@transaction.atomic
def nazorg_niet_meer_vragen(*, traject, door, nu=None) -> Nazorgstop:
    """Vraag deze kandidaat na dit traject niets meer. Een tweede druk doet niets. Raises: Bezwaar.

    Zegt de kandidaat het aan de telefoon, dan legt de beller het vast.
    """
    nu = nu or timezone.now()
    traject = vastpakken(traject)
    if eerder := Nazorgstop.objects.filter(traject=traject).first():
        return eerder
    if bezwaar := rules.bezwaar_tegen_niet_meer_vragen(traject, door):
        raise Bezwaar(bezwaar)
    rij = Nazorgstop.objects.create(
        traject=traject, door=door, gebeurd_op=timezone.localdate(nu), vastgelegd_op=nu
    )
    logboek.schrijven(door, "nazorg_niet_meer_vragen", rij)
    return rij


@transaction.atomic
def nazorg_beginnen(*, traject, door=None, nu=None):
    """Ga naar de nazorg, met de hand of in de nacht (geen `door`). Raises: Bezwaar, Ingehaald."""
    traject = vastpakken(traject)
    if bezwaar := rules.bezwaar_tegen_nazorg_beginnen(traject, door):
        raise Bezwaar(bezwaar)
    return overgaan(traject=traject, naar=Status.NAZORG, door=door, nu=nu)


@transaction.atomic
def afsluiten(*, traject, door=None, nu=None):
    """Sluit het traject af na de laatste meting. Raises: Bezwaar (422), Ingehaald (409)."""
    traject = vastpakken(traject)
    if bezwaar := rules.bezwaar_tegen_afsluiten(traject, door):
        raise Bezwaar(bezwaar)
    return overgaan(traject=traject, naar=Status.AFGESLOTEN, door=door, nu=nu)


def nazorg_bijwerken(*, nu) -> dict[str, int]:
    """Het werk van de nacht; geeft per soort hoeveel: begonnen, onbekend, afgesloten."""
    return {
        "begonnen": _beginnen(nu),
        "onbekend": _onbekend_na_drie_keer(nu) + _onbekend_na_stop(nu),
        "afgesloten": _afsluiten(nu),
    }


def _beginnen(nu) -> int:
    """The day after it was handed over."""
    gisteren = timezone.localdate(nu) - timedelta(days=1)
    rijen = Traject.objects.filter(status=Status.UITGEREIKT, status_sinds__date__lte=gisteren)
    return sum(_proberen(nazorg_beginnen, traject=traject, nu=nu) for traject in rijen)


def _onbekend_na_drie_keer(nu) -> int:
    """Called three times, the week after the day is over, and nobody wrote down an answer."""
    vandaag, aantal = timezone.localdate(nu), 0
    derde = Nazorgpoging.objects.filter(
        nummer=rules.POGINGEN, traject__status__in=rules.TE_METEN, traject__nazorgstop=None
    ).select_related("traject", "door")
    for poging in derde:
        moment = rules.meetmoment(rules.einde_van(poging.traject), poging.maand)
        if vandaag > moment.uiterlijk and not rules.laatste_meting(poging.traject, poging.maand):
            aantal += _proberen(
                _onbekend_op_slot, traject=poging.traject, door=poging.door, maand=poging.maand,
                nu=nu,
            )  # fmt: skip
    return aantal


def _onbekend_na_stop(nu) -> int:
    """Whoever does not want to be asked: unknown on the day of each question."""
    vandaag, aantal = timezone.localdate(nu), 0
    stops = Nazorgstop.objects.filter(traject__status__in=rules.TE_METEN)
    for stop in stops.select_related("traject", "door"):
        for moment in rules.meetmomenten(rules.einde_van(stop.traject)):
            gemeten = stop.traject.nazorgmetingen.filter(maand=moment.maand).exists()
            if moment.datum <= vandaag and not gemeten:
                aantal += _proberen(
                    _onbekend_op_slot, traject=stop.traject, door=stop.door, maand=moment.maand,
                    nu=nu,
                )  # fmt: skip
    return aantal


@transaction.atomic
def _onbekend_op_slot(*, traject, door, maand, nu):
    traject = vastpakken(traject)
    if laatste := rules.laatste_meting(traject, maand):
        raise Ingehaald(laatste)
    return _onbekend(traject, door, maand, nu)


def _afsluiten(nu) -> int:
    """Four weeks after the last question was answered: until then a better answer can come."""
    grens = nu - timedelta(weeks=4)
    rijen = Traject.objects.filter(
        status__in=(Status.NAZORG, Status.GESTOPT), nazorgmetingen__maand=MAANDEN[-1]
    ).exclude(nazorgmetingen__maand=MAANDEN[-1], nazorgmetingen__vastgelegd_op__gt=grens)
    return sum(_proberen(afsluiten, traject=traject, nu=nu) for traject in rijen.distinct())


def _proberen(doen, **wat) -> bool:
    """One of many: whoever was first, or a rule that changed meanwhile, is no reason to stop."""
    try:
        doen(**wat)
    except (Bezwaar, Ingehaald):
        return False
    return True
