"""Signed paper, entered afterwards by the school and kept as paper."""

import uuid

from django.db import transaction
from django.utils import timezone

from .. import logboek, opslag, rules
from ..models import Bron, Plaatsing, Planregel
from ..rules import Bezwaar, NieuwerDanPapier, Papier
from .afronding import eindbeoordeling_afronden


@transaction.atomic
def overnemen_van_papier(
    *, plaatsing, door, soort, namens, scan, regels, gezien=None, nu=None
) -> list:
    """Neem een getekende aftekenlijst of een eindoordeelformulier over, als papier, met de scan.

    `regels`: dicts met `planregel`, `na` (het volgnummer dat de invoerder zag), `gebeurd_op` en wat
    er staat (niveau, reden, toelichting of oordeel, toelichting). `namens` is de praktijkopleider
    die tekende. Ligt er iets nieuwers vast dan het papier, dan NieuwerDanPapier (409), tot `gezien`
    dat volgnummer noemt ({planregel: volgnummer}). Raises: Bezwaar (422), NieuwerDanPapier (409).
    """
    nu = nu or timezone.now()
    plaatsing = Plaatsing.objects.select_related("traject__kandidaat").get(pk=plaatsing.pk)
    if bezwaar := rules.bezwaar_tegen_papier(plaatsing, door, namens, regels):
        raise Bezwaar(bezwaar)
    planregels = _op_slot(plaatsing, regels)
    _keuren(soort, planregels, regels, gezien or {}, nu)
    feit = {
        "bron": Bron.PAPIER, "door": door, "namens": namens, "vastgelegd_op": nu,
        "scan": opslag.scan_bewaren(scan, plaatsing.traject, door),
    }  # fmt: skip
    rijen = [_rij(soort, planregels[regel["planregel"]], regel, feit) for regel in regels]
    for rij in rijen:
        logboek.schrijven(door, "overnemen_van_papier", rij, namens=namens)
    eindbeoordeling_afronden(traject=plaatsing.traject, door=door, nu=nu)
    return rijen


def _op_slot(plaatsing, regels) -> dict[int, Planregel]:
    """Lock the planregels in one order, so that two people with paper cannot block each other."""
    nummers = {regel["planregel"] for regel in regels}
    rijen = Planregel.objects.select_for_update(of=("self",)).select_related("traject", "plaatsing")
    gevonden = {rij.pk: rij for rij in rijen.filter(plaatsing=plaatsing).order_by("pk")}
    if nummers - set(gevonden):
        raise Bezwaar("Dit werkproces hoort niet bij deze plaatsing.")
    return gevonden


def _keuren(soort, planregels, regels, gezien, nu):
    """Every line against the rule, and against what somebody recorded meanwhile or later."""
    botsingen = {}
    for regel in regels:
        planregel = planregels[regel["planregel"]]
        if bezwaar := rules.bezwaar_tegen_regel_van_papier(
            soort, planregel, regel["gebeurd_op"], nu
        ):
            raise Bezwaar(f"{planregel.code}: {bezwaar}")
        laatste = _reeks(soort, planregel).select_related("door__gebruiker", "namens").last()
        if laatste and rules.botst_met_papier(laatste, regel, gezien.get(planregel.pk)):
            botsingen[planregel.pk] = laatste
    if botsingen:
        raise NieuwerDanPapier(botsingen)


def _reeks(soort, planregel):
    return planregel.aftekeningen if soort == Papier.AFTEKENLIJST else planregel.eindoordelen


def _rij(soort, planregel, regel, feit):
    reeks = _reeks(soort, planregel)
    laatste = reeks.last()
    velden = {naam: waarde for naam, waarde in regel.items() if naam not in ("planregel", "na")}
    if soort == Papier.AFTEKENLIJST:
        velden["sleutel"] = uuid.uuid4()
    return reeks.create(volgnummer=laatste.volgnummer + 1 if laatste else 1, **velden, **feit)
