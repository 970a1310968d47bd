"""The decision of the examencommissie."""

from django.db import transaction
from django.utils import timezone

from trajecten import actions as traject_actions
from trajecten import logboek, opslag
from trajecten.models import Besluit, Bron, Status, Traject
from trajecten.rules import Bezwaar, documentstatus_sinds

from .. import rules
from ..documenten import mbo_verklaring
from ..models import Soort
from .vaststellen import bevriezen, bladen_van, vervallen_laten


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

    Toegekend: de mbo-verklaring wordt vastgesteld, of de school maakt het certificaat of diploma.
    Afgewezen: terug naar het oordeel van de school. Aangehouden: het blijft liggen; mist er een
    examen, dan haalt de school de voordracht terug.
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
    deze_ronde = laatste and laatste.vastgelegd_op >= documentstatus_sinds(traject)
    if deze_ronde and _is_dit_besluit(laatste, door, uitkomst, naam, reden, gebeurd_op):
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
    """A second click: the same decision of the same person stands, on what lies there now."""
    return (
        laatste.door, laatste.uitkomst, laatste.naam, laatste.reden, laatste.gebeurd_op,
    ) == nu  # fmt: skip


def _gevolg(traject, besluit, door, nu) -> None:
    if voordracht := rules.geldige_voordracht(traject):
        _over_voordracht(voordracht, besluit, door, nu)
    elif besluit.uitkomst == Besluit.Uitkomst.TOEGEKEND:
        inhoud = mbo_verklaring.inhoud(
            traject,
            bladen_van(traject),
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
        afgewezen = traject.vaststellingen.geldig().zonder_uitgifte()
        vervallen_laten(afgewezen, f"Afgewezen: {besluit.reden}", nu)
        _terug_naar_de_school(traject, besluit, door, nu)


def _over_voordracht(voordracht, besluit, door, nu) -> None:
    """The decision stands beside the proposal; only a refusal ends it."""
    traject, voordracht.besluit = besluit.traject, besluit
    if besluit.uitkomst == Besluit.Uitkomst.AFGEWEZEN:
        voordracht.vervallen_op = nu
        voordracht.vervallen_reden = f"Afgewezen: {besluit.reden}"[:500]
        _terug_naar_de_school(traject, besluit, door, nu)
    voordracht.save(update_fields=["besluit", "vervallen_op", "vervallen_reden"])


def _terug_naar_de_school(traject, besluit, door, nu) -> None:
    traject_actions.document_overgaan(
        traject=traject,
        naar=Status.SCHOOLOORDEEL,
        door=door,
        reden_code="afgewezen",
        toelichting=besluit.reden[:500],
        nu=nu,
    )
