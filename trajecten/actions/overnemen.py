"""Take over a running traject: intake to start as facts with bron overgenomen, all or nothing."""

import uuid

from django.db import IntegrityError, transaction
from django.utils import timezone

from .. import logboek, namen, opslag, rules
from ..models import (
    Bron,
    Inschrijving,
    Intake,
    Kandidaat,
    Niveau,
    Plaatsing,
    Rol,
    Status,
    Traject,
)
from ..rules import Bezwaar
from .leerbedrijven import erkenning_controleren
from .overeenkomstinhoud import inhoud_van
from .plaatsingen import begeleiden
from .praktijkleerplan import bevestigen, ordenen, planregels_zetten
from .trajecten import traject_aanmaken


def overnemen(*, door, sleutel, **gegevens) -> Traject:
    """Neem een lopend traject over; dezelfde `sleutel` nog een keer geeft hetzelfde traject.

    Zie `_overnemen` voor de gegevens. Raises: Bezwaar (422), dan staat er niets.
    """
    try:
        return _overnemen(door=door, sleutel=sleutel, **gegevens)
    except IntegrityError:
        # Two clicks at once: the other one's traject is the answer.
        if eerder := Traject.objects.filter(overname_sleutel=sleutel).first():
            return eerder
        raise


@transaction.atomic
def _overnemen(*, door, sleutel, bevestigd, nu=None, **gegevens) -> Traject:
    """`gegevens`: `kandidaat`, `intake` en `periode` zijn velden van die rij; route, leerweg,
    kwalificatie en bij die route het certificaat; leerbedrijf en `begeleider` (een lid, of een dict
    met naam, email en telefoon); `keuzes` [(kwalificatie, werkproces)] en `afgetekend`
    {keuze: dag}; `ondertekenaars` {partij: naam}; `scan` (bytes, mimetype, naam); studentnummer,
    ingeschreven_op, opgesteld_op, getekend_op en erkenning_gecontroleerd_op.
    """
    nu = nu or timezone.now()
    if eerder := Traject.objects.filter(overname_sleutel=sleutel).first():
        return eerder
    overname = rules.overname_van(door, **gegevens)
    for bezwaar in rules.bezwaren_tegen_overname(overname, door, timezone.localdate(nu)).values():
        raise Bezwaar(bezwaar)
    feit = {"door": door, "bron": Bron.OVERGENOMEN, "vastgelegd_op": nu}
    traject = _traject_overnemen(sleutel, gegevens, feit)
    plaatsing = Plaatsing.objects.create(
        traject=traject, leerbedrijf=gegevens["leerbedrijf"], **gegevens["periode"]
    )
    begeleider = _bekend(plaatsing.leerbedrijf, gegevens["begeleider"])
    begeleiding = begeleiden(plaatsing, begeleider, door, plaatsing.begin)
    _erkenning_vastleggen(overname, door, nu)
    _plan_zetten(plaatsing, ordenen(traject, overname.keuzes), bevestigd, door, nu)
    bestand = opslag.scan_bewaren(gegevens["scan"], traject, door)
    _overeenkomst_overnemen(plaatsing, overname, feit | {"scan": bestand})
    _aftekeningen_overnemen(plaatsing, overname.afgetekend, begeleiding.lid, feit)
    logboek.schrijven(door, "overnemen", traject)
    return traject


def _bekend(leerbedrijf, begeleider):
    """The praktijkopleider who is there already; without an address the name has to do."""
    if not isinstance(begeleider, dict):
        return begeleider
    adres = begeleider.get("email", "").lower()
    leden = leerbedrijf.leden.geldig().filter(rol=Rol.PRAKTIJKOPLEIDER)
    for lid in leden.select_related("gebruiker").order_by("pk"):
        zelfde_naam = namen.zoekvorm(lid.naam) == namen.zoekvorm(begeleider["naam"])
        if zelfde_naam and adres in ("", lid.gebruiker.email):
            return lid
    return begeleider


def _traject_overnemen(sleutel, gegevens, feit) -> Traject:
    """The person, the traject, the intake and the inschrijving."""
    door, nu = feit["door"], feit["vastgelegd_op"]
    traject = traject_aanmaken(
        kandidaat=Kandidaat.objects.create(**gegevens["kandidaat"]), instelling=door.organisatie,
        door=door, coordinator=door, status=Status.ACTIEF, overname_sleutel=sleutel,
        route=gegevens["route"], leerweg=gegevens["leerweg"], nu=nu,
        kwalificatie=gegevens["kwalificatie"], certificaat=gegevens.get("certificaat"),
    )  # fmt: skip
    Intake.objects.create(
        traject=traject, gebeurd_op=gegevens["periode"]["begin"], **gegevens["intake"], **feit
    )
    Inschrijving.objects.create(
        traject=traject, studentnummer=gegevens["studentnummer"],
        gebeurd_op=gegevens["ingeschreven_op"], **feit,
    )  # fmt: skip
    return traject


def _erkenning_vastleggen(overname, door, nu):
    """What the school looked up at the time is a recorded check too, unless one already holds."""
    for crebo in {kwalificatie.crebo for kwalificatie, _ in overname.keuzes}:
        if controle := rules.controle_van_toen(overname, crebo, door):
            erkenning_controleren(
                door=door, leerbedrijf=controle.leerbedrijf, crebo=crebo, nu=nu,
                uitkomst=controle.uitkomst, gecontroleerd_op=controle.gecontroleerd_op,
                toelichting=controle.toelichting,
            )  # fmt: skip


def _plan_zetten(plaatsing, keuzes, bevestigd, door, nu):
    waarschuwingen = rules.waarschuwingen_bij_kiezen(plaatsing, keuzes)
    if any(waarschuwing.sleutel not in bevestigd for waarschuwing in waarschuwingen):
        raise Bezwaar("Lees de waarschuwingen bij dit plan en bevestig ze met je naam.")
    planregels_zetten(plaatsing, keuzes, nu)
    bevestigen(plaatsing, waarschuwingen, door, nu)


def _overeenkomst_overnemen(plaatsing, overname, feit):
    opgesteld_op = overname.overeenkomst.opgesteld_op
    overeenkomst = plaatsing.overeenkomsten.create(
        versie=1, opgesteld_op=opgesteld_op, vastgelegd_op=feit["vastgelegd_op"],
        door=feit["door"], inhoud=inhoud_van(plaatsing, 1, opgesteld_op), elders_getekend=True,
        vertegenwoordiger_nodig=overname.overeenkomst.vertegenwoordiger_nodig,
    )  # fmt: skip
    for partij in rules.partijen(overeenkomst):
        overeenkomst.ondertekeningen.create(
            partij=partij, naam=overname.ondertekenaars[partij], gebeurd_op=overname.getekend_op,
            **feit,
        )  # fmt: skip


def _aftekeningen_overnemen(plaatsing, afgetekend, begeleider, feit):
    """What was mastered before, as an aftekening namens the praktijkopleider."""
    dagen = {(kwal.crebo, proces): dag for (kwal, proces), dag in afgetekend.items()}
    for regel in plaatsing.planregels.geldig():
        if dag := dagen.get((regel.crebo, regel.proces)):
            regel.aftekeningen.create(
                volgnummer=1, niveau=Niveau.ZELFSTANDIG, sleutel=uuid.uuid4(), namens=begeleider,
                gebeurd_op=dag, **feit,
            )  # fmt: skip
