"""Whom somebody called after the end of the past, and what they said: "Werk je nu?"."""

import random
from datetime import datetime, time, timedelta

from django.utils import timezone

from trajecten import actions, rules
from trajecten.models import MAANDEN, Nazorgmeting

from .levenslopen import UWV, WERKBEDRIJF
from .verhalen import coordinator, vers

WAAR, UREN, UITKERING = Nazorgmeting.Waar, Nazorgmeting.Uren, Nazorgmeting.Uitkering
WERKPLEKKEN = (
    WAAR.LEERBEDRIJF, WAAR.LEERBEDRIJF, WAAR.LEERBEDRIJF, WAAR.ANDERE_WERKGEVER,
    WAAR.ANDERE_WERKGEVER, WAAR.ZELFSTANDIG,
)  # fmt: skip
VIA_WERKBEDRIJF = (WAAR.SOCIAAL_ONTWIKKELBEDRIJF, WAAR.SOCIAAL_ONTWIKKELBEDRIJF, WAAR.BESCHUT)


def navragen(regio, leven, traject) -> None:
    """Each question whose week is over got an answer or stayed unknown; then it is closed."""
    toeval = random.Random(f"nazorg {leven.naam} {leven.dagen}")  # noqa: S311  no secret
    beller = _beller(regio, leven, traject)
    werkt = toeval.random() < _kans(leven)
    for maand in MAANDEN:
        moment = rules.meetmoment(rules.einde_van(traject), maand)
        if moment.uiterlijk >= timezone.localdate(regio.nu):
            return
        if toeval.random() < 0.2:
            laatste = _niemand(traject, beller, maand, moment.datum)
            continue
        laatste = _op(moment.datum + timedelta(days=toeval.randint(-3, 5)))
        actions.meting_vastleggen(
            traject=traject, door=beller, maand=maand, na=0, nu=laatste, antwoord_van="kandidaat",
            **_antwoord(leven, toeval, werkt),
        )  # fmt: skip
        werkt = werkt and toeval.random() < 0.9 or toeval.random() < 0.3
    if laatste + timedelta(weeks=4) < regio.nu:
        actions.afsluiten(traject=vers(traject), nu=laatste + timedelta(weeks=4))


def _beller(regio, leven, traject):
    """The jobcoach, else who referred, else the school."""
    if leven.verwijzer in (0, WERKBEDRIJF):
        return regio.noor
    if leven.verwijzer in (None, UWV) or traject.vervolg_op_id:
        return coordinator(regio, leven)
    return regio.klantmanagers[leven.verwijzer]


def _kans(leven) -> float:
    if leven.reden == "werk_gevonden":
        return 0.95
    return 0.25 if leven.stand == "gestopt" else 0.55 + 0.08 * leven.gemeente


def _antwoord(leven, toeval, werkt) -> dict:
    leert = leven.gaat_verder or leven.reden == "opleiding_gestart" or toeval.random() < 0.1
    if not werkt:
        return {"werk": "nee", "uitkering": UITKERING.JA, "leert_door": leert}
    plekken = VIA_WERKBEDRIJF if leven.verwijzer == WERKBEDRIJF else WERKPLEKKEN
    veel = toeval.random() < 0.85
    uitkering = (UITKERING.NEE, UITKERING.NEE, UITKERING.MINDER) if veel else (UITKERING.MINDER,)
    return {
        "werk": "ja", "uren": UREN.TWAALF_OF_MEER if veel else UREN.MINDER_DAN_TWAALF,
        "waar": toeval.choice(plekken), "uitkering": toeval.choice(uitkering), "leert_door": leert,
    }  # fmt: skip


def _niemand(traject, beller, maand, datum) -> datetime:
    """Three calls, each on a day of its own."""
    for na in range(rules.POGINGEN):
        actions.nazorgpoging_vastleggen(
            traject=traject, door=beller, maand=maand, na=na, uitkomst="niet_opgenomen",
            nu=_op(datum + timedelta(days=2 * na)),
        )  # fmt: skip
    op = _op(datum + timedelta(days=6))
    actions.meting_onbekend(traject=traject, door=beller, maand=maand, nu=op)
    return op


def _op(dag) -> datetime:
    return timezone.make_aware(datetime.combine(dag, time(11)))
