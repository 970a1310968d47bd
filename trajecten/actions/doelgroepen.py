"""Doelgroepen: switching it on for an organisation, recording, and wiping."""

from django.db import transaction
from django.utils import timezone

from .. import logboek, rules
from ..models import Doelgroep, Doelgroepgebruik, Organisatie
from ..rules import Bezwaar, Ingehaald
from .plaatsingen import vastpakken


@transaction.atomic
def doelgroepgebruik_besluiten(*, door, aan, grondslag="", na, nu=None) -> Doelgroepgebruik:
    """Zet het vastleggen aan of uit voor de eigen organisatie, na besluit `na` (volgnummer).

    Raises: Bezwaar (422), Ingehaald (409) met het besluit van wie eerder was.
    """
    nu = nu or timezone.now()
    if bezwaar := rules.bezwaar_tegen_doelgroepgebruik(door, aan, grondslag):
        raise Bezwaar(bezwaar)
    organisatie = Organisatie.objects.select_for_update().get(pk=door.organisatie_id)
    laatste = organisatie.doelgroepgebruik.select_related("door__gebruiker").last()
    if laatste and (laatste.aan, laatste.grondslag) == (aan, grondslag):
        return laatste
    if (laatste.volgnummer if laatste else 0) != na:
        raise Ingehaald(laatste)
    rij = organisatie.doelgroepgebruik.create(
        volgnummer=na + 1, aan=aan, grondslag=grondslag, door=door,
        gebeurd_op=timezone.localdate(nu), vastgelegd_op=nu,
    )  # fmt: skip
    logboek.schrijven(door, "doelgroepgebruik_besluiten", rij)
    return rij


@transaction.atomic
def doelgroepen_vastleggen(*, traject, door, soorten, hoofd, na, nu=None) -> list[Doelgroep]:
    """Leg de doelgroepen van dit traject vast, na `na` (volgnummer, 0 = nog geen).

    Raises: Bezwaar (422), Ingehaald (409) met wat een collega net opschreef.
    """
    nu = nu or timezone.now()
    traject = vastpakken(traject)
    if bezwaar := rules.bezwaar_tegen_doelgroepen(
        traject, door
    ) or rules.bezwaar_tegen_keuze_doelgroepen(soorten, hoofd):
        raise Bezwaar(bezwaar)
    staan = list(traject.doelgroepen.nu().select_related("door__gebruiker"))
    if {(rij.soort, rij.hoofd) for rij in staan} == {(s, s == hoofd) for s in soorten}:
        return staan
    if (staan[0].volgnummer if staan else 0) != na:
        raise Ingehaald(staan[0] if staan else None)
    rijen = [
        traject.doelgroepen.create(
            volgnummer=na + 1, soort=soort, hoofd=soort == hoofd, door=door,
            gebeurd_op=timezone.localdate(nu), vastgelegd_op=nu,
        )
        for soort in Doelgroep.Soort.values
        if soort in soorten
    ]  # fmt: skip
    logboek.schrijven(door, "doelgroepen_vastleggen", traject)
    return rijen


@transaction.atomic
def doelgroepen_wissen(*, traject, door) -> int:
    """Gooi alles weg wat er bij dit traject staat: een vergissing hoort hier niet te blijven.

    Raises: Bezwaar (422).
    """
    traject = vastpakken(traject)
    if bezwaar := rules.bezwaar_tegen_doelgroepen(traject, door):
        raise Bezwaar(bezwaar)
    weg, _ = traject.doelgroepen.all().delete()
    if weg:
        logboek.schrijven(door, "doelgroepen_wissen", traject)
    return weg
