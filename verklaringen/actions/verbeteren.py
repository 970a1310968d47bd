"""Mending what was issued: a new document comes, and only then the old one stops being valid."""

from django.db import transaction
from django.utils import timezone

from trajecten import logboek
from trajecten.models import Traject, Verbetering, Verbeterreden
from trajecten.rules import Bezwaar, lopende_verbetering

from .. import rules
from ..models import Soort, Uitgifte, Vervanging
from .vaststellen import vervallen_laten


@transaction.atomic
def verbeteren(*, traject, door, reden, toelichting, nu=None) -> Verbetering:
    """Begin een verbetering: de documenten gaan terug naar het oordeel van de school.

    Het traject blijft waar het is, en het uitgegeven document blijft geldig tot het nieuwe er is.
    Raises: Bezwaar (422).
    """
    nu = nu or timezone.now()
    traject = Traject.objects.select_for_update().get(pk=traject.pk)
    eerder = lopende_verbetering(traject)
    if eerder and (eerder.door, eerder.reden, eerder.toelichting) == (door, reden, toelichting):
        return eerder  # a second click
    if bezwaar := rules.bezwaar_tegen_verbeteren(traject, door):
        raise Bezwaar(bezwaar)
    if not toelichting.strip():
        raise Bezwaar("Schrijf op wat er niet klopt.")
    verbetering = Verbetering.objects.create(
        traject=traject, reden=reden, toelichting=toelichting, status_sinds=nu,
        door=door, gebeurd_op=timezone.localdate(nu), vastgelegd_op=nu,
    )  # fmt: skip
    # The examencommissie decides again; a sheet falls away when its content changes.
    besloten = traject.vaststellingen.geldig().filter(soort=Soort.MBO_VERKLARING)
    vervallen_laten(besloten, f"Verbetering: {Verbeterreden(reden).label}.", nu)
    logboek.schrijven(door, "verbeteren", verbetering)
    return verbetering


@transaction.atomic
def verbeteren_stoppen(*, traject, door, reden, nu=None) -> Verbetering:
    """Stop de verbetering: er komt geen nieuw document, en het oude bleef al die tijd geldig.

    Raises: Bezwaar (422).
    """
    nu = nu or timezone.now()
    traject = Traject.objects.select_for_update().get(pk=traject.pk)
    if bezwaar := rules.bezwaar_tegen_verbeteren_stoppen(traject, door, reden):
        raise Bezwaar(bezwaar)
    verbetering = lopende_verbetering(traject)
    verbetering.klaar_op, verbetering.stopreden = nu, reden
    verbetering.save(update_fields=["klaar_op", "stopreden"])
    begin = verbetering.vastgelegd_op
    nieuw = traject.vaststellingen.geldig().filter(vastgesteld_op__gte=begin)
    vervallen_laten(nieuw, f"De verbetering is gestopt: {reden}", nu)
    # What fell away since it began, stands again: content, agreements and decision.
    oud = traject.vaststellingen.filter(vastgesteld_op__lt=begin, vervallen_op__gte=begin)
    oud.update(vervallen_op=None, vervallen_reden="")
    logboek.schrijven(door, "verbeteren_stoppen", verbetering)
    return verbetering


def vervangen(uitgifte: Uitgifte, nu) -> Vervanging | None:
    """Let a new uitgifte take the place of the one before it, in the transaction that issues it.

    None for a first document. So there is never a moment with two that are valid, or none.
    """
    verbetering = lopende_verbetering(uitgifte.traject)
    oud = verbetering and rules.voorganger(uitgifte)
    if not oud:
        return None
    vervanging = Vervanging.objects.create(
        oud=oud, nieuw=uitgifte, verbetering=verbetering, door=uitgifte.door,
        gebeurd_op=timezone.localdate(nu), vastgelegd_op=nu,
    )  # fmt: skip
    logboek.schrijven(None, "vervangen", oud, herkomst="worker")
    return vervanging
