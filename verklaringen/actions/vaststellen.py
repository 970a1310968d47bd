"""Fixing the sheet, and the two parties who agree or say that it is wrong."""

from django.db import transaction
from django.utils import timezone

from trajecten import actions as traject_actions
from trajecten import logboek, opslag
from trajecten.models import Bron, Inrichting, Plaatsing, Status, Traject
from trajecten.rules import Bezwaar, Ingehaald, blad_van

from .. import rules
from ..documenten import praktijkverklaring
from ..models import Akkoord, Partij, Soort, Tegenspraak, Vaststelling
from .bevriezen import vingerafdruk


@transaction.atomic
def vaststellen(*, traject, door, nu=None) -> list[Vaststelling]:
    """Bevries het blad van elke plaatsing met resultaat. Raises: Bezwaar (422), Ingehaald (409).

    Een blad waarvan de inhoud gelijk bleef houdt zijn akkoorden; een ander vervalt.
    """
    nu = nu or timezone.now()
    traject = Traject.objects.select_for_update().get(pk=traject.pk)
    if bezwaar := rules.bezwaar_tegen_vaststellen(traject, door):
        raise Bezwaar(bezwaar)
    identiteit = traject.kandidaat.identiteit
    bladen = []
    for plaatsing in Plaatsing.objects.met_ja().filter(traject=traject):
        inhoud = praktijkverklaring.inhoud(plaatsing, plaatsing.documentgegevens.last(), identiteit)
        bladen.append(_blad(traject, plaatsing, inhoud, door, nu))
    over = traject.vaststellingen.geldig().exclude(pk__in=[blad.pk for blad in bladen])
    vervallen_laten(over, "De gegevens voor het document zijn veranderd.", nu)
    traject_actions.document_overgaan(
        traject=traject, naar=Status.VERKLARING_TER_ONDERTEKENING, door=door, nu=nu
    )
    _verder_als_compleet(traject, door, nu)
    return bladen


def bevriezen(
    *,
    traject,
    soort,
    inhoud,
    sjabloonversie,
    door,
    nu,
    plaatsing=None,
    blad=Inrichting.Blad.PORTAAL,
) -> Vaststelling:
    """Make the row; call inside the transaction that holds the traject."""
    laatste = traject.vaststellingen.filter(soort=soort).last()
    vaststelling = Vaststelling.objects.create(
        traject=traject,
        soort=soort,
        plaatsing=plaatsing,
        volgnummer=laatste.volgnummer + 1 if laatste else 1,
        inhoud=inhoud,
        inhoud_sha256=vingerafdruk(inhoud),
        sjabloonversie=sjabloonversie,
        blad=blad,
        vastgesteld_op=nu,
        door=door,
    )
    logboek.schrijven(door, "vaststellen", vaststelling)
    return vaststelling


def vervallen_laten(vaststellingen, reden, nu) -> None:
    """Void fixed content and with it the agreements; the rows stay."""
    vaststellingen.update(vervallen_op=nu, vervallen_reden=reden[:500])


def _blad(traject, plaatsing, inhoud, door, nu) -> Vaststelling:
    versie = praktijkverklaring.SJABLOONVERSIE
    geldig = plaatsing.vaststellingen.geldig()
    blad = blad_van(traject.instelling)
    gelijk = geldig.filter(inhoud_sha256=vingerafdruk(inhoud), sjabloonversie=versie, blad=blad)
    # What was withdrawn comes again in full, also when the content stays the same.
    gelijk = gelijk.exclude(opdrachten__uitgifte__intrekking__isnull=False)
    if gelijk := gelijk.first():
        return gelijk
    vervallen_laten(geldig, "Er is een nieuw blad vastgesteld.", nu)
    return bevriezen(
        traject=traject,
        soort=Soort.PRAKTIJKVERKLARING,
        plaatsing=plaatsing,
        inhoud=inhoud,
        sjabloonversie=versie,
        blad=blad,
        door=door,
        nu=nu,
    )


def bladen_van(traject) -> list[tuple[int, dict]]:
    """(vaststelling, inhoud) per geldig blad, zoals de mbo-verklaring het wil.

    Een formulier van het Praktijkloket heeft geen nummer, wel een dag van tekenen.
    """
    bladen = []
    for blad in traject.vaststellingen.geldig().filter(soort=Soort.PRAKTIJKVERKLARING):
        getekend = {}
        if blad.is_van_praktijkloket:
            getekend["getekend_op"] = blad.op_papier_getekend.gebeurd_op.isoformat()
        bladen.append((blad.pk, blad.inhoud | getekend))
    return bladen


@transaction.atomic
def akkoord_geven(
    *,
    vaststelling,
    partij,
    door,
    plaats,
    bron=Bron.PORTAAL,
    gebeurd_op=None,
    scan=None,
    namens=None,
    vergeleken_door=None,
    nu=None,
) -> Akkoord:
    """Leg vast dat een partij akkoord is. Raises: Bezwaar (422), Ingehaald (409).

    Bij papier hoort de scan, zoals hij uit het formulier komt (bytes, mimetype, naam);
    `vergeleken_door` legde hem naast de inhoud (standaard `door`).
    """
    nu = nu or timezone.now()
    traject, vaststelling = _vastpakken(vaststelling)
    if eerder := vaststelling.akkoorden.filter(partij=partij).first():
        raise Ingehaald(eerder)
    if bezwaar := rules.bezwaar_tegen_akkoord_geven(
        vaststelling, partij, door, bron=bron, gebeurd_op=gebeurd_op, nu=nu
    ):
        raise Bezwaar(bezwaar)
    if bron == Bron.PAPIER and scan is None:
        raise Bezwaar("Voeg een scan van het getekende blad toe.")
    inhoud = vaststelling.inhoud
    akkoord = vaststelling.akkoorden.create(
        partij=partij,
        naam=inhoud["naam"] if partij == Partij.KANDIDAAT else inhoud["praktijkopleider"],
        plaats=plaats,
        bron=bron,
        gebeurd_op=gebeurd_op or timezone.localdate(nu),
        vastgelegd_op=nu,
        door=door,
        namens=namens,
        scan=opslag.scan_bewaren(scan, traject, door) if bron == Bron.PAPIER else None,
        vergeleken_door=(vergeleken_door or door) if bron == Bron.PAPIER else None,
    )
    logboek.schrijven(door, "akkoord_geven", akkoord, namens=namens)
    _verder_als_compleet(traject, door, nu)
    return akkoord


@transaction.atomic
def getekend_blad_vastleggen(
    *, vaststelling, door, partijen, plaats, gebeurd_op, scan, nu=None
) -> list[Akkoord]:
    """Leg een op papier getekend blad vast voor elke partij die erop tekende.

    Raises: Bezwaar (422), Ingehaald (409).
    """
    # The last signature moves the traject on, so the sheet is read again for each party.
    return [
        akkoord_geven(
            vaststelling=vaststelling,
            partij=partij,
            door=door,
            plaats=plaats,
            bron=Bron.PAPIER,
            gebeurd_op=gebeurd_op,
            scan=scan,
            nu=nu,
        )
        for partij in partijen
    ]


@transaction.atomic
def tegenspreken(
    *, vaststelling, partij, door, reden, bron=Bron.PORTAAL, gebeurd_op=None, namens=None, nu=None
) -> Tegenspraak:
    """'Dit klopt niet': het blad en de akkoorden vervallen, het traject gaat terug naar de school.

    Raises: Bezwaar (422), Ingehaald (409).
    """
    nu = nu or timezone.now()
    traject, vaststelling = _vastpakken(vaststelling)
    if bezwaar := rules.bezwaar_tegen_tegenspreken(vaststelling, partij, door):
        raise Bezwaar(bezwaar)
    if not reden.strip():
        raise Bezwaar("Schrijf op wat er niet klopt.")
    tegenspraak = vaststelling.tegenspraken.create(
        partij=partij,
        reden=reden,
        bron=bron,
        door=door,
        namens=namens,
        gebeurd_op=gebeurd_op or timezone.localdate(nu),
        vastgelegd_op=nu,
    )
    geraakt = traject.vaststellingen.filter(pk=vaststelling.pk)
    vervallen_laten(geraakt, f"Dit klopt niet: {reden}", nu)
    traject_actions.document_overgaan(
        traject=traject, naar=Status.SCHOOLOORDEEL, door=door, reden_code="klopt_niet", nu=nu
    )
    logboek.schrijven(door, "tegenspreken", tegenspraak, namens=namens)
    return tegenspraak


@transaction.atomic
def terughalen(*, traject, door, reden, nu=None) -> None:
    """Haal het blad terug om iets te verbeteren; de akkoorden vervallen. Raises: Bezwaar (422)."""
    nu = nu or timezone.now()
    traject = Traject.objects.select_for_update().get(pk=traject.pk)
    if bezwaar := rules.bezwaar_tegen_terughalen(traject, door, reden):
        raise Bezwaar(bezwaar)
    terug = traject.vaststellingen.geldig().zonder_uitgifte()
    vervallen_laten(terug, f"Teruggehaald door de school: {reden}", nu)
    traject_actions.document_overgaan(
        traject=traject,
        naar=Status.SCHOOLOORDEEL,
        door=door,
        reden_code="teruggehaald",
        toelichting=reden[:500],
        nu=nu,
    )


@transaction.atomic
def aanbieden(*, traject, door, nu=None) -> None:
    """Leg het getekende blad voor aan de examencommissie. Raises: Bezwaar (422).

    Gebeurt vanzelf bij het laatste akkoord; met de hand als het verzoek pas later kwam.
    """
    traject = Traject.objects.select_for_update().get(pk=traject.pk)
    if bezwaar := rules.bezwaar_tegen_aanbieden(traject):
        raise Bezwaar(bezwaar)
    _aanbieden(traject, door, nu)


def _verder_als_compleet(traject, door, nu) -> None:
    if not rules.bezwaar_tegen_aanbieden(traject):
        _aanbieden(traject, door, nu)


def _aanbieden(traject, door, nu) -> None:
    traject_actions.document_overgaan(
        traject=traject, naar=Status.BIJ_EXAMENCOMMISSIE, door=door, nu=nu
    )


def _vastpakken(vaststelling) -> tuple[Traject, Vaststelling]:
    """Lock the traject first and the sheet after it: the order every action here keeps."""
    traject = Traject.objects.select_for_update().get(pk=vaststelling.traject_id)
    vaststelling = Vaststelling.objects.select_for_update().get(pk=vaststelling.pk)
    vaststelling.traject = traject
    return traject, vaststelling
