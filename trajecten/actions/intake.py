"""The intake: begin, record, and recognise somebody the school knows already."""

from django.db import transaction
from django.utils import timezone

from .. import logboek, rules
from ..models import Intake, Kandidaat, Route, Status, Traject
from ..rules import Bezwaar
from .trajecten import overgaan


@transaction.atomic
def intake_beginnen(*, traject, door, nu=None) -> Traject:
    """De intake begint: vanaf nu verandert de verwijzer niets meer. Raises: Bezwaar, Ingehaald."""
    if bezwaar := rules.bezwaar_tegen_intake_beginnen(traject, door):
        raise Bezwaar(bezwaar)
    overgaan(traject=traject, naar=Status.INTAKE, door=door, nu=nu)
    Traject.objects.filter(pk=traject.pk, coordinator=None).update(coordinator=door)
    return traject


@transaction.atomic
def intake_vastleggen(
    *,
    traject,
    door,
    startkwalificatie,
    vooropleiding,
    wens,
    routehulp,
    route,
    route_reden,
    leerweg,
    jonger_dan_18,
    email="",
    vertegenwoordiger_naam="",
    vertegenwoordiger_telefoon="",
    ondersteuning="",
    met_bpv=True,
    gebeurd_op=None,
    nu=None,
) -> Intake:
    """Leg de intake vast en ga naar de match. Raises: Bezwaar (422), Ingehaald (409).

    Zonder bpv is er niets te matchen: dan volgt `starten_zonder_bpv`.
    """
    nu = nu or timezone.now()
    traject = Traject.objects.select_for_update().get(pk=traject.pk)
    if bezwaar := rules.bezwaar_tegen_intake(
        traject,
        door,
        route=route,
        leerweg=leerweg,
        jonger_dan_18=jonger_dan_18,
        vertegenwoordiger=vertegenwoordiger_naam,
        met_bpv=met_bpv,
    ):
        raise Bezwaar(bezwaar)
    voorstel, _ = rules.routevoorstel(routehulp)
    laatste = traject.intake
    intake = Intake.objects.create(
        traject=traject,
        volgnummer=laatste.volgnummer + 1 if laatste else 1,
        door=door,
        startkwalificatie=startkwalificatie,
        vooropleiding=vooropleiding,
        wens=wens,
        routehulp=routehulp,
        voorstel=voorstel,
        met_bpv=met_bpv,
        route_reden=route_reden,
        vastgelegd_op=nu,
        gebeurd_op=gebeurd_op or timezone.localdate(nu),
    )
    Kandidaat.objects.filter(pk=traject.kandidaat_id).update(
        email=email,
        jonger_dan_18=jonger_dan_18,
        vertegenwoordiger_naam=vertegenwoordiger_naam,
        vertegenwoordiger_telefoon=vertegenwoordiger_telefoon,
        ondersteuning=ondersteuning,
    )
    # A certificaat chosen before the intake only stays on its own route.
    blijft = {} if route == Route.CERTIFICAAT else {"certificaat": None}
    Traject.objects.filter(pk=traject.pk).update(route=route, leerweg=leerweg, **blijft)
    if met_bpv:
        overgaan(traject=traject, naar=Status.MATCH, door=door, nu=nu)
    logboek.schrijven(door, "intake_vastleggen", intake)
    return intake


@transaction.atomic
def kandidaat_koppelen(*, traject, bestaande, door) -> Traject:
    """Dit traject hoort bij iemand die de school al kent. Raises: Bezwaar (422)."""
    traject = Traject.objects.select_for_update().get(pk=traject.pk)
    if bezwaar := rules.bezwaar_tegen_koppelen(traject, bestaande, door):
        raise Bezwaar(bezwaar)
    dubbel = traject.kandidaat
    Kandidaat.objects.filter(pk=dubbel.pk).update(samengevoegd_met=bestaande)
    Traject.objects.filter(pk=traject.pk).update(kandidaat=bestaande)
    traject.kandidaat = bestaande
    logboek.schrijven(
        door, "kandidaat_koppelen", traject, bijzonderheden={"eerder": dubbel.kandidaatnummer}
    )
    return traject
