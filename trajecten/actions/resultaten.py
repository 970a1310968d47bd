"""Record, improve and withdraw results, and say which certificaat a traject is for."""

from django.db import transaction
from django.utils import timezone

from .. import logboek, rules
from ..models import Bron, Certificaat, Deel, Resultaat, Resultaatintrekking, Traject
from ..rules import Bezwaar, Ingehaald


@transaction.atomic
def resultaat_vastleggen(
    *, traject, door, nu=None, bron=Bron.PORTAAL, na=None, **velden
) -> Resultaat:
    """Leg één resultaat vast; `velden` zijn die van `rules.Opgave`.

    Staat precies hetzelfde er al, dan is dat het antwoord. Legde iemand na volgnummer `na` iets
    anders over hetzelfde onderdeel vast, dan hoort wie dit stuurt dat eerst te zien.
    Raises: Bezwaar (422), Ingehaald (409) met dat andere resultaat.
    """
    traject, kader = _op_slot(traject, door, velden.get("code", ""))
    opgave, bevestigd = _gekeurd(kader, rules.Opgave(**velden))
    eerder = (rij for rij in traject.resultaten.geldig() if opgave.is_gelijk_aan(rij))
    if (zelfde := next(eerder, None)) is not None:
        return zelfde
    if (ander := _net_vastgelegd(traject, opgave, na)) is not None:
        raise Ingehaald(ander)
    rij = _bewaren(traject, opgave, bevestigd, door, nu, bron=bron)
    logboek.schrijven(door, "resultaat_vastleggen", rij)
    return rij


@transaction.atomic
def resultaat_verbeteren(*, resultaat, door, reden, nu=None, **velden) -> Resultaat:
    """Zet een nieuwe rij in de plaats van een foute, met de reden.

    Raises: Bezwaar (422), Ingehaald (409) met de verbetering of intrekking van wie eerder was.
    """
    traject, kader = _op_slot(resultaat.traject, door, velden.get("code", ""))
    if bezwaar := rules.bezwaar_tegen_verbeterreden(reden):
        raise Bezwaar(bezwaar)
    opgave, bevestigd = _gekeurd(kader, rules.Opgave(**velden))
    try:
        _niet_ingehaald(resultaat)
    except Ingehaald as ingehaald:
        return _dubbel_gestuurd(ingehaald, door, reden, opgave)
    if opgave.is_gelijk_aan(resultaat):
        raise Bezwaar("Er is niets veranderd. Pas aan wat niet klopt.")
    rij = _bewaren(traject, opgave, bevestigd, door, nu, vervangt=resultaat, reden=reden.strip())
    logboek.schrijven(door, "resultaat_verbeteren", rij)
    return rij


@transaction.atomic
def resultaat_intrekken(*, resultaat, door, reden, nu=None) -> Resultaatintrekking:
    """Trek een resultaat in dat hier niet hoort. Raises: Bezwaar (422), Ingehaald (409)."""
    nu = nu or timezone.now()
    _op_slot(resultaat.traject, door)
    if bezwaar := rules.bezwaar_tegen_verbeterreden(reden):
        raise Bezwaar(bezwaar)
    try:
        _niet_ingehaald(resultaat)
    except Ingehaald as ingehaald:
        return _dubbel_gestuurd(ingehaald, door, reden)
    intrekking = Resultaatintrekking.objects.create(
        resultaat=resultaat, reden=reden.strip(), door=door,
        gebeurd_op=timezone.localdate(nu), vastgelegd_op=nu,
    )  # fmt: skip
    logboek.schrijven(door, "resultaat_intrekken", resultaat)
    return intrekking


@transaction.atomic
def certificaat_kiezen(*, traject, door, certificaat, na=None, nu=None) -> Traject:
    """Leg vast voor welk mbo-certificaat dit traject is.

    `na`: de pk van het certificaat dat er stond, 0 zonder. Raises: Bezwaar (422), Ingehaald (409)
    met het traject zoals iemand anders het net maakte.
    """
    traject, kader = _op_slot(traject, door)
    if na not in (None, traject.certificaat_id or 0) and traject.certificaat_id != certificaat.pk:
        raise Ingehaald(traject)
    certificaat = Certificaat.objects.get(pk=certificaat.pk)
    op = timezone.localdate(nu)
    if bezwaar := rules.bezwaar_tegen_certificaat_kiezen(kader, door, certificaat, op):
        raise Bezwaar(bezwaar)
    if traject.certificaat_id != certificaat.pk:
        traject.certificaat = certificaat
        traject.save(update_fields=["certificaat"])
        logboek.schrijven(
            door, "certificaat_kiezen", traject, bijzonderheden={"certificaat": certificaat.code}
        )
    return traject


def _op_slot(traject, door, code=""):
    """Lock the traject, so that two people at once get two numbers, and ask if it may."""
    Traject.objects.select_for_update().get(pk=traject.pk)
    met = Traject.objects.select_related("kwalificatie__dossier", "certificaat", "inschrijving")
    traject = met.get(pk=traject.pk)
    kader = rules.kader_van(traject, code)
    if bezwaar := rules.bezwaar_tegen_resultaten(kader, door):
        raise Bezwaar(bezwaar)
    return traject, kader


def _gekeurd(kader, opgave):
    if bezwaren := rules.bezwaren_tegen_resultaat(kader, opgave):
        raise Bezwaar(" ".join(bezwaren.values()))
    return rules.aangevuld(kader, opgave)


def _niet_ingehaald(resultaat):
    """Somebody improved or withdrew this one meanwhile."""
    verbeterd = Resultaat.objects.filter(vervangt=resultaat)
    ingetrokken = Resultaatintrekking.objects.filter(resultaat=resultaat)
    for reeks in (verbeterd, ingetrokken):
        if eerder := reeks.select_related("door__gebruiker").first():
            raise Ingehaald(eerder)


def _dubbel_gestuurd(ingehaald, door, reden, opgave=None):
    """The same person sent the same thing twice: that is the answer. Anything else is a race."""
    eerder = ingehaald.eerder
    soort = Resultaatintrekking if opgave is None else Resultaat
    hetzelfde = isinstance(eerder, soort) and (eerder.door, eerder.reden) == (door, reden.strip())
    if hetzelfde and (opgave is None or opgave.is_gelijk_aan(eerder)):
        return eerder
    raise ingehaald


def _net_vastgelegd(traject, opgave, na) -> Resultaat | None:
    """What somebody else recorded about the same onderdeel since this form was opened."""
    if na is None:
        return None
    rijen = traject.resultaten.geldig().filter(
        volgnummer__gt=na, onderdeel=opgave.onderdeel, code=opgave.code, deel=opgave.deel
    )
    if opgave.onderdeel in rules.EIGEN_NAAM or opgave.deel == Deel.DEELEXAMEN:
        rijen = rijen.filter(naam__iexact=opgave.naam)
    return rijen.select_related("door__gebruiker").first()


def _bewaren(traject, opgave, bevestigd, door, nu, **erbij) -> Resultaat:
    laatste = traject.resultaten.order_by("volgnummer").last()
    return traject.resultaten.create(
        volgnummer=laatste.volgnummer + 1 if laatste else 1, bevestigd=bevestigd, door=door,
        vastgelegd_op=nu or timezone.now(), **opgave.velden, **erbij,
    )  # fmt: skip
