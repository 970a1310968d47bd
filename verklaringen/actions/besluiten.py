"""The decision of the examencommissie."""

from django.db import transaction
from django.utils import timezone

from trajecten import actions as traject_actions
from trajecten import logboek, opslag
from trajecten.models import Besluit, Bron, Status, Traject
from trajecten.rules import Bezwaar

from .. import rules
from ..documenten import mbo_verklaring
from ..models import Soort
from .vaststellen import bevriezen, vervallen_laten


@transaction.atomic
def besluiten(
    *,
    traject,
    door,
    uitkomst,
    naam,
    functie,
    plaats,
    gebeurd_op=None,
    reden="",
    bron=Bron.PORTAAL,
    namens=None,
    scan=None,
    nu=None,
) -> Besluit:
    """Leg het besluit vast. Raises: Bezwaar (422).

    Toegekend: de mbo-verklaring wordt vastgesteld. Afgewezen: terug naar het oordeel van de school.
    """
    nu = nu or timezone.now()
    traject = Traject.objects.select_for_update().get(pk=traject.pk)
    if bezwaar := rules.bezwaar_tegen_besluiten(traject, door, bron):
        raise Bezwaar(bezwaar)
    if uitkomst != Besluit.Uitkomst.TOEGEKEND and not reden.strip():
        raise Bezwaar("Schrijf op waarom de examencommissie dit besluit neemt.")
    if bron == Bron.PAPIER and scan is None:
        raise Bezwaar("Voeg een scan van het getekende besluit toe.")
    laatste = traject.besluiten.last()
    gebeurd_op = gebeurd_op or timezone.localdate(nu)
    if laatste and _is_dit_besluit(laatste, door, uitkomst, naam, reden, gebeurd_op):
        return laatste
    besluit = traject.besluiten.create(
        volgnummer=laatste.volgnummer + 1 if laatste else 1,
        uitkomst=uitkomst,
        naam=naam,
        functie=functie,
        plaats=plaats,
        reden=reden,
        gebeurd_op=gebeurd_op,
        vastgelegd_op=nu,
        bron=bron,
        door=door,
        namens=namens,
        scan=opslag.scan_bewaren(scan, traject, door) if scan else None,
    )
    logboek.schrijven(door, "besluiten", besluit, namens=namens)
    _gevolg(traject, besluit, door, nu)
    return besluit


def _is_dit_besluit(laatste, *nu) -> bool:
    """A second click: the same decision of the same person already stands."""
    return (
        laatste.door, laatste.uitkomst, laatste.naam, laatste.reden, laatste.gebeurd_op,
    ) == nu  # fmt: skip


def _gevolg(traject, besluit, door, nu) -> None:
    if besluit.uitkomst == Besluit.Uitkomst.TOEGEKEND:
        bladen = traject.vaststellingen.geldig().filter(soort=Soort.PRAKTIJKVERKLARING)
        inhoud = mbo_verklaring.inhoud(
            traject,
            [(blad.pk, blad.inhoud) for blad in bladen],
            besluit,
            traject.kandidaat.identiteit,
        )
        bevriezen(
            traject=traject,
            soort=Soort.MBO_VERKLARING,
            inhoud=inhoud,
            sjabloonversie=mbo_verklaring.SJABLOONVERSIE,
            door=door,
            nu=nu,
        )
    elif besluit.uitkomst == Besluit.Uitkomst.AFGEWEZEN:
        vervallen_laten(traject.vaststellingen.geldig(), f"Afgewezen: {besluit.reden}", nu)
        traject_actions.overgaan(
            traject=traject,
            naar=Status.SCHOOLOORDEEL,
            door=door,
            reden_code="afgewezen",
            toelichting=besluit.reden[:500],
            nu=nu,
        )
