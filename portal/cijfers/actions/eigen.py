"""Write down the story behind a figure, and totals that the organisatie types itself."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from trajecten import logboek
from trajecten.models import Lidmaatschap, Organisatie
from trajecten.rules import Bezwaar, Ingehaald

from .. import rules
from ..models import Duiding, EigenOpgave


@transaction.atomic
def duiden(
    *, door: Lidmaatschap, code: str, periode: str, tekst: str, na: int = 0,
    nu: datetime | None = None,
) -> Duiding:  # fmt: skip
    """Leg het verhaal bij een cijfer vast, na versie `na` (0: er was nog niets).

    Staat precies dit er al, dan is dat het antwoord; een lege tekst haalt de vorige weg.
    Raises: Bezwaar (422), Ingehaald (409) met de tekst van wie eerder was.
    """
    tekst = " ".join(tekst.split())
    if bezwaar := rules.bezwaar_tegen_opschrijven(door) or rules.bezwaar_tegen_duiding(
        code, periode, tekst
    ):
        raise Bezwaar(bezwaar)
    organisatie = _vastpakken(door)
    rijen = organisatie.duidingen.filter(code=code, periode=periode)
    rij, nieuw = _volgende(rijen, na, {"tekst": tekst}, _feit(door, nu))
    if nieuw:
        rij.organisatie, rij.code, rij.periode = organisatie, code, periode
        rij.save()
        logboek.schrijven(door, "duiden", rij)
    return rij


@transaction.atomic
def eigen_opgave_invullen(
    *, door: Lidmaatschap, soort: str, periode: str, waarde: Decimal | None, herkomst: str = "",
    code: str = "", na: int = 0, nu: datetime | None = None,
) -> EigenOpgave:  # fmt: skip
    """Leg een totaal van de organisatie zelf vast met zijn bron, na versie `na`; leeg mag.

    Raises: Bezwaar (422), Ingehaald (409) met de opgave van wie eerder was.
    """
    herkomst = herkomst.strip()
    if bezwaar := rules.bezwaar_tegen_opschrijven(door):
        raise Bezwaar(bezwaar)
    bezwaren = rules.bezwaren_tegen_eigen_opgave(
        soort=soort, code=code, periode=periode, waarde=waarde, herkomst=herkomst
    )
    if bezwaren:
        raise Bezwaar(" ".join(bezwaren.values()))
    organisatie = _vastpakken(door)
    rijen = organisatie.eigen_opgaven.filter(soort=soort, code=code, periode=periode)
    inhoud = {"waarde": waarde, "herkomst": herkomst}
    rij, nieuw = _volgende(rijen, na, inhoud, _feit(door, nu))
    if nieuw:
        rij.organisatie, rij.soort, rij.code, rij.periode = organisatie, soort, code, periode
        rij.save()
        logboek.schrijven(door, "eigen_opgave_invullen", rij)
    return rij


def _vastpakken(door: Lidmaatschap) -> Organisatie:
    """Two colleagues who save at once wait for each other."""
    return Organisatie.objects.select_for_update().get(pk=door.organisatie_id)


def _feit(door: Lidmaatschap, nu: datetime | None) -> dict[str, Any]:
    nu = nu or timezone.now()
    return {"door": door, "vastgelegd_op": nu, "gebeurd_op": timezone.localdate(nu)}


def _volgende(rijen: QuerySet, na: int, inhoud: dict, feit: dict) -> tuple[Any, bool]:
    """The last version when it says the same, else an unsaved next one. Raises: Ingehaald."""
    laatste = rijen.select_related("door__gebruiker").last()
    if laatste and all(getattr(laatste, veld) == waarde for veld, waarde in inhoud.items()):
        return laatste, False
    if laatste and laatste.volgnummer != na:
        raise Ingehaald(laatste)
    volgnummer = laatste.volgnummer + 1 if laatste else 1
    return rijen.model(volgnummer=volgnummer, **inhoud, **feit), True
