"""Take over a running traject: intake to start as facts with bron overgenomen, all or nothing."""

import uuid

from django.db import IntegrityError, transaction
from django.utils import timezone

from .. import logboek, opslag, rules
from ..models import (
    Bron,
    Erkenningcontrole,
    Inschrijving,
    Intake,
    Kandidaat,
    Niveau,
    Plaatsing,
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
def _overnemen(
    *, door, sleutel, kandidaat, intake, route, leerweg, kwalificatie, leerbedrijf, begeleider,
    erkenning_gecontroleerd_op, periode, keuzes, bevestigd, studentnummer, ingeschreven_op,
    opgesteld_op, getekend_op, ondertekenaars, scan, afgetekend, certificaat=None, nu=None,
) -> Traject:  # fmt: skip
    """`kandidaat`, `intake`, `periode`: velden van die rij; `ondertekenaars`: {partij: naam};

    `afgetekend`: {(kwalificatie, werkproces): dag}; `scan`: (bytes, mimetype, naam) uit ScanVeld.
    """
    nu = nu or timezone.now()
    vandaag = timezone.localdate(nu)
    if eerder := Traject.objects.filter(overname_sleutel=sleutel).first():
        return eerder
    _weigeren(rules.bezwaar_tegen_overnemen(door, route, leerweg))
    traject = traject_aanmaken(
        kandidaat=Kandidaat.objects.create(**kandidaat), instelling=door.organisatie, door=door,
        coordinator=door, status=Status.ACTIEF, overname_sleutel=sleutel, route=route,
        leerweg=leerweg, kwalificatie=kwalificatie, certificaat=certificaat, nu=nu,
    )  # fmt: skip
    feit = {"door": door, "bron": Bron.OVERGENOMEN, "vastgelegd_op": nu}
    Intake.objects.create(traject=traject, gebeurd_op=periode["begin"], **intake, **feit)
    plaatsing = Plaatsing.objects.create(traject=traject, leerbedrijf=leerbedrijf, **periode)
    begeleiding = begeleiden(plaatsing, begeleider, door, plaatsing.begin)
    keuzes = ordenen(traject, keuzes)
    _erkenning_vastleggen(plaatsing, keuzes, door, erkenning_gecontroleerd_op, nu)
    _weigeren(rules.bezwaar_tegen_overgenomen_plan(plaatsing, keuzes, vandaag))
    _plan_zetten(plaatsing, keuzes, bevestigd, door, nu)
    Inschrijving.objects.create(
        traject=traject, studentnummer=studentnummer, gebeurd_op=ingeschreven_op, **feit
    )
    bestand = opslag.scan_bewaren(scan, traject, door)
    _overeenkomst_overnemen(
        plaatsing, opgesteld_op, getekend_op, ondertekenaars, feit | {"scan": bestand}, vandaag
    )
    _aftekeningen_overnemen(plaatsing, afgetekend, begeleiding.lid, feit, vandaag)
    logboek.schrijven(door, "overnemen", traject)
    return traject


def _weigeren(bezwaar):
    if bezwaar:
        raise Bezwaar(bezwaar)


def _erkenning_vastleggen(plaatsing, keuzes, door, gecontroleerd_op, nu):
    """What the school looked up at the time is a recorded check too, unless one already holds."""
    for kwalificatie in {kwalificatie for kwalificatie, _ in keuzes}:
        if rules.erkenning_op(plaatsing.leerbedrijf, kwalificatie.crebo, plaatsing.begin):
            continue
        if gecontroleerd_op is None:
            raise Bezwaar("Vul in op welke dag de erkenning bij SBB is nagekeken.")
        erkenning_controleren(
            door=door, leerbedrijf=plaatsing.leerbedrijf, crebo=kwalificatie.crebo,
            uitkomst=Erkenningcontrole.Uitkomst.GEVERIFIEERD, gecontroleerd_op=gecontroleerd_op,
            toelichting="Overgenomen uit eerdere administratie.", nu=nu,
        )  # fmt: skip


def _plan_zetten(plaatsing, keuzes, bevestigd, door, nu):
    waarschuwingen = rules.waarschuwingen_bij_kiezen(plaatsing.traject, keuzes)
    if any(waarschuwing.sleutel not in bevestigd for waarschuwing in waarschuwingen):
        raise Bezwaar("Lees de waarschuwingen bij dit plan en bevestig ze met je naam.")
    planregels_zetten(plaatsing, keuzes, nu)
    bevestigen(plaatsing, waarschuwingen, door, nu)


def _overeenkomst_overnemen(plaatsing, opgesteld_op, getekend_op, namen, feit, vandaag):
    overeenkomst = plaatsing.overeenkomsten.create(
        versie=1, opgesteld_op=opgesteld_op, vastgelegd_op=feit["vastgelegd_op"],
        door=feit["door"], inhoud=inhoud_van(plaatsing, 1, opgesteld_op), elders_getekend=True,
        vertegenwoordiger_nodig=bool(plaatsing.traject.kandidaat.jonger_dan_18),
    )  # fmt: skip
    _weigeren(
        rules.bezwaar_tegen_overgenomen_handtekeningen(overeenkomst, namen, getekend_op, vandaag)
    )
    for partij in rules.partijen(overeenkomst):
        overeenkomst.ondertekeningen.create(
            partij=partij, naam=namen[partij], gebeurd_op=getekend_op, **feit
        )


def _aftekeningen_overnemen(plaatsing, afgetekend, begeleider, feit, vandaag):
    """What was mastered before, as an aftekening namens the praktijkopleider."""
    _weigeren(rules.bezwaar_tegen_overgenomen_aftekeningen(plaatsing, afgetekend.values(), vandaag))
    dagen = {(kwal.crebo, proces.pk): dag for (kwal, proces), dag in afgetekend.items()}
    for regel in plaatsing.planregels.geldig():
        if dag := dagen.get((regel.crebo, regel.werkproces_id)):
            regel.aftekeningen.create(
                volgnummer=1, niveau=Niveau.ZELFSTANDIG, sleutel=uuid.uuid4(), namens=begeleider,
                gebeurd_op=dag, **feit,
            )  # fmt: skip
