"""How each person of the demo region got where they are: the portal's own actions, on past days."""

import uuid
from datetime import timedelta

from django.utils import timezone

from trajecten import actions, rules
from trajecten.models import Certificaat, Kwalificatie, Leerweg, Rol, Route, Traject

from .beeld import voorbeeldscan

GETEKEND = {
    "schakel": "Johan Voorbeeld",
    "proeftuin": "Piet Voorbeeld",
    "linde": "Carla Voorbeeld",
    "winkel": "Wies Voorbeeld",
    "kwekerij": "Gijs Voorbeeld",
}
WENSEN = {
    "25743": "Werken in een magazijn",
    "25741": "Schoonmaken en helpen",
    "25960": "Mensen helpen in de zorg",
    "25180": "Koken in een restaurant",
    "25589": "Schilderen",
    "25742": "Werken in een keuken",
    "25774": "Werken in een magazijn, met meer verantwoordelijkheid",
    "25747": "Werken aan een machine",
    "25748": "Werken in een winkel",
    "25746": "Buiten werken",
}
AF = (
    "eindbeoordeling",
    "teruggestuurd",
    "schooloordeel",
    "tekenen",
    "half_getekend",
    "klopt_niet",
    "bij_examencommissie",
    "besloten",
    "uitgegeven",
    "uitgereikt",
    "nazorg",
)


def aanmelden(regio, verhaal):
    """The aanmelding, and what the aanmeldpunt did with it. Returns the traject or None."""
    door = None if verhaal.verwijzer is None else regio.klantmanagers[verhaal.verwijzer]
    aanmelding = actions.aanmelden(
        naam=verhaal.naam,
        telefoon="0612345678",
        taal=verhaal.taal,
        gemeente=regio.gemeenten[verhaal.woont],
        wens=WENSEN[verhaal.crebo],
        uitleg_gegeven=True,
        sleutel=uuid.uuid4(),
        door=door,
        nu=dag(regio, verhaal, 0),
    )
    match verhaal.stand:
        case "aanmeldpunt":
            return None
        case "teruggegeven":
            actions.aanmelding_teruggeven(
                aanmelding=aanmelding,
                door=regio.aanmeldpunt,
                nu=dag(regio, verhaal, 2),
                reden="Het telefoonnummer klopt niet. Kun je het nog eens vragen?",
            )
            return None
        case "ingetrokken":
            actions.aanmelding_intrekken(
                aanmelding=aanmelding,
                door=door,
                reden="Heeft zelf werk gevonden.",
                nu=dag(regio, verhaal, 3),
            )
            return None
    return actions.aanmelding_doorzetten(
        aanmelding=aanmelding,
        door=regio.aanmeldpunt,
        instelling=regio.school,
        nu=dag(regio, verhaal, 2),
    )


def intake(regio, verhaal, traject):
    """Intake up to and including the choice of the route."""
    if verhaal.stand == "aangemeld":
        return
    actions.intake_beginnen(
        traject=traject, door=coordinator(regio, verhaal), nu=dag(regio, verhaal, 5)
    )
    if verhaal.stand != "intake":
        route_kiezen(regio, verhaal, traject)


def route_kiezen(regio, verhaal, traject):
    """What the school and the kandidaat agreed in the intake."""
    lessen = "nee" if verhaal.route == Route.PRAKTIJKVERKLARING else "ja"
    actions.intake_vastleggen(
        traject=traject,
        door=coordinator(regio, verhaal),
        startkwalificatie=False,
        vooropleiding="",
        wens=WENSEN[verhaal.crebo],
        routehulp={
            "doel": "deel",
            "lessen": lessen,
            "taal": "met_hulp",
            "tijd": "jaar",
            "rekenen": "met_hulp",
        },
        route=verhaal.route,
        route_reden="Leren op het werk past nu het best.",
        leerweg=Leerweg.BBL if verhaal.route == Route.DIPLOMA else Leerweg.DERDE_LEERWEG,
        jonger_dan_18=verhaal.minderjarig,
        vertegenwoordiger_naam="Ouder Voorbeeld" if verhaal.minderjarig else "",
        vertegenwoordiger_telefoon="0612345678" if verhaal.minderjarig else "",
        nu=dag(regio, verhaal, 6),
    )


def match(regio, verhaal, traject):
    """A leerbedrijf with a praktijkopleider; with an erkenning the plan opens by itself."""
    kwalificatie = kwalificatie_van(verhaal.crebo)
    opleiders = regio.opleiders[verhaal.bedrijf]
    if verhaal.stand == "erkenning_aangevraagd":
        actions.erkenning_controleren(
            door=regio.fatima,
            leerbedrijf=regio.bedrijven[verhaal.bedrijf],
            crebo=verhaal.crebo,
            uitkomst="aangevraagd",
            gecontroleerd_op=dag(regio, verhaal, 8).date(),
            nu=dag(regio, verhaal, 8),
        )
    actions.matchen(
        traject=vers(traject),
        door=coordinator(regio, verhaal),
        kwalificatie=kwalificatie,
        leerbedrijf=regio.bedrijven[verhaal.bedrijf],
        begeleiders=opleiders if verhaal.bijzonder == "twee_opleiders" else opleiders[:1],
        nu=dag(regio, verhaal, 9),
    )
    return kwalificatie


def plan(regio, verhaal, traject, kwalificatie):
    """Period, hours and werkprocessen, and the inschrijving."""
    begin = dag(regio, verhaal, 20).date()
    wie = coordinator(regio, verhaal)
    actions.plannen(
        traject=vers(traject),
        door=wie,
        kwalificatie=kwalificatie,
        certificaat=certificaat_van(verhaal),
        begin=begin,
        eind=begin + timedelta(days=verhaal.duur),
        uren_per_week=24,
        uren_totaal=500,
        nu=dag(regio, verhaal, 12),
    )
    processen = rules.planbare_werkprocessen(vers(traject), kwalificatie)
    if verhaal.route != Route.CERTIFICAAT:
        processen = processen[: verhaal.werkprocessen]
    keuzes = [(kwalificatie, proces) for proces in processen]
    if verhaal.naam.startswith(("Samira", "Karim")):
        extra = kwalificatie_van("25741")
        keuzes.append((extra, extra.werkprocessen().filter(code__startswith="P").first()))
    plaatsing = rules.lopende_plaatsing(vers(traject))
    bevestigd = [w.sleutel for w in rules.waarschuwingen_bij_kiezen(plaatsing, keuzes)]
    actions.werkprocessen_kiezen(
        traject=vers(traject),
        door=wie,
        keuzes=keuzes,
        bevestigd=bevestigd,
        nu=dag(regio, verhaal, 12),
    )
    actions.inschrijven(
        traject=vers(traject),
        door=wie,
        studentnummer=f"9{traject.pk:06d}",
        op=dag(regio, verhaal, 13).date(),
        nu=dag(regio, verhaal, 13),
    )


def overeenkomst(regio, verhaal, traject):
    """Draw up and have it signed, in the portal or on paper. True when all have signed."""
    wie = coordinator(regio, verhaal)
    pok = actions.overeenkomst_opstellen(
        traject=vers(traject), door=wie, nu=dag(regio, verhaal, 15)
    )
    if verhaal.stand == "pok":
        return False
    actions.overeenkomst_ondertekenen(overeenkomst=pok, door=wie, nu=dag(regio, verhaal, 16))
    if verhaal.stand == "pok_half":
        return False
    namen = {"kandidaat": verhaal.naam}
    if verhaal.minderjarig:
        namen["vertegenwoordiger"] = "Ouder Voorbeeld"
    if verhaal.op_papier:
        namen["leerbedrijf"] = GETEKEND[verhaal.bedrijf]
    else:
        actions.overeenkomst_ondertekenen(
            overeenkomst=pok, door=regio.opleiders[verhaal.bedrijf][0], nu=dag(regio, verhaal, 17)
        )
    actions.overeenkomst_vastleggen(
        overeenkomst=pok,
        door=wie,
        namen=namen,
        getekend_op=dag(regio, verhaal, 18).date(),
        scan=voorbeeldscan("Praktijkovereenkomst"),
        nu=dag(regio, verhaal, 18),
    )
    return True


def starten(regio, verhaal, traject):
    actions.starten(
        traject=vers(traject), door=coordinator(regio, verhaal), nu=dag(regio, verhaal, 20)
    )
    if verhaal.naam.startswith(("Samira", "Karim", "Tarik", "Ștefan", "Zara")):
        kandidaat = traject.kandidaat
        actions.lid_aanmaken(
            rol=Rol.KANDIDAAT,
            naam=kandidaat.naam,
            kandidaat=kandidaat,
            door=coordinator(regio, verhaal),
            email="tirlea@voorbeeld.example"
            if verhaal.naam.startswith("Ș")
            else f"{verhaal.naam.split()[0].lower()}@voorbeeld.example",
        )


def dag(regio, verhaal, offset):
    """A moment `offset` days after the aanmelding, at half past ten, never later than now."""
    moment = regio.dagen_geleden(verhaal.dagen - verhaal.op_dag(offset))
    moment = timezone.localtime(moment).replace(hour=10, minute=30)
    return min(moment, regio.nu)


def coordinator(regio, verhaal):
    return regio.jan if verhaal.dagen % 3 == 0 else regio.fatima


def kwalificatie_van(crebo) -> Kwalificatie:
    return Kwalificatie.objects.kiesbaar_op(timezone.localdate()).get(crebo=crebo)


def certificaat_van(verhaal) -> Certificaat | None:
    if verhaal.route != Route.CERTIFICAAT:
        return None
    return Certificaat.objects.filter(crebo=verhaal.crebo).first()


def vers(traject) -> Traject:
    """The row as it is now: actions compare the version."""
    return Traject.objects.get(pk=traject.pk)
