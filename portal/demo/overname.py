"""A kandidaat who is half-way when the school starts with the portal."""

import uuid
from datetime import timedelta

from trajecten import actions, rules
from trajecten.models import Leerweg, Route

from .beeld import voorbeeldscan
from .verhalen import GETEKEND, WENSEN, coordinator, dag, kwalificatie_van


def overnemen(regio, verhaal):
    """One page, one action: intake to start with bron overgenomen."""
    kwalificatie = kwalificatie_van(verhaal.crebo)
    begin = dag(regio, verhaal, 0).date()
    werkprocessen = list(kwalificatie.werkprocessen()[:6])
    keuzes = [(kwalificatie, proces) for proces in werkprocessen]
    return actions.overnemen(
        door=coordinator(regio, verhaal),
        sleutel=uuid.uuid4(),
        kandidaat={
            "naam": verhaal.naam,
            "telefoon": "0612345678",
            "taal": verhaal.taal,
            "gemeente": regio.gemeenten[verhaal.verwijzer],
            "jonger_dan_18": False,
        },
        intake={
            "startkwalificatie": False,
            "wens": WENSEN[verhaal.crebo],
            "route_reden": "Was al begonnen voordat de school met het portaal werkte.",
        },
        route=Route.PRAKTIJKVERKLARING,
        leerweg=Leerweg.DERDE_LEERWEG,
        kwalificatie=kwalificatie,
        leerbedrijf=regio.bedrijven[verhaal.bedrijf],
        begeleider=regio.opleiders[verhaal.bedrijf][0],
        erkenning_gecontroleerd_op=begin,
        periode={
            "begin": begin,
            "eind": begin + timedelta(days=150),
            "uren_per_week": 24,
            "uren_totaal": 480,
        },
        keuzes=keuzes,
        bevestigd=bevestigd(kwalificatie, regio.bedrijven[verhaal.bedrijf], werkprocessen),
        studentnummer=f"8{verhaal.dagen:06d}",
        ingeschreven_op=begin - timedelta(days=5),
        opgesteld_op=begin - timedelta(days=6),
        getekend_op=begin - timedelta(days=2),
        ondertekenaars={
            "instelling": coordinator(regio, verhaal).naam,
            "kandidaat": verhaal.naam,
            "leerbedrijf": GETEKEND[verhaal.bedrijf],
        },
        scan=voorbeeldscan("Praktijkovereenkomst, eerder getekend"),
        afgetekend={
            keuze: begin + timedelta(days=20 + 5 * n) for n, keuze in enumerate(keuzes[:3])
        },
        nu=regio.nu - timedelta(days=3),
    )


def bevestigd(kwalificatie, leerbedrijf, werkprocessen) -> list[str]:
    """The warnings a coordinator reads and confirms by name."""
    sleutels = [w.sleutel for w in rules.waarschuwingen_bij_kwalificatie(kwalificatie)]
    if rules.waarschuwing_bij_werkprocessen(leerbedrijf, kwalificatie, werkprocessen):
        sleutels.append(f"uitvoerbaar:{kwalificatie.crebo}")
    return sleutels
