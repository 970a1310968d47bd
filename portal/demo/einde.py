"""The second half of a story: judging, signing, deciding, issuing."""

from datetime import date

from trajecten import actions
from trajecten.models import Bron, Eindoordeel, GestoptReden, Route, Verzoek
from trajecten.rules import Papier
from verklaringen import actions as verklaringen
from verklaringen.models import Partij

from . import resultaten
from .beeld import voorbeeldscan
from .verhalen import GETEKEND, coordinator, dag, vers


def eindigen(regio, verhaal, traject):
    """From the last day at the leerbedrijf as far as this story goes; leaves issuing to the
    worker.
    """
    wie = coordinator(regio, verhaal)
    actions.eindbeoordeling_openen(traject=vers(traject), door=wie, nu=dag(regio, verhaal, 171))
    if verhaal.stand == "eindbeoordeling":
        return
    oordelen(regio, verhaal, traject)
    if verhaal.stand == "teruggestuurd":
        actions.terugsturen(
            traject=vers(traject),
            door=wie,
            na=0,
            nu=dag(regio, verhaal, 176),
            reden="Bij één taak staat ja, maar die is niet afgetekend. Kijk je nog eens?",
        )
        return
    andere_route = verhaal.route != Route.PRAKTIJKVERKLARING
    if andere_route:
        resultaten.behalen(regio, verhaal, traject)
    elif verhaal.stand == "schooloordeel":
        return
    if verhaal.bijzonder == "examens":
        resultaten.ernaast(regio, verhaal, traject)
    actions.schooloordeel_geven(
        traject=vers(traject),
        door=wie,
        positief=True,
        optie=1 if andere_route else 3,
        na=0,
        nu=dag(regio, verhaal, 178),
        motivering="De kandidaat laat op het werk zien dat deze taken lukken.",
    )
    gegevens(regio, verhaal, traject)
    if not andere_route:
        verzoek(regio, verhaal, traject)
        tekenen(regio, verhaal, traject)
    elif verhaal.stand != "schooloordeel":
        resultaten.voordragen(regio, verhaal, traject)


def oordelen(regio, verhaal, traject):
    """An eindoordeel per werkproces: in the portal, or on paper that the school enters."""
    regels = list(traject.planregels.geldig())
    alles = len(regels) < 5 or verhaal.route != Route.PRAKTIJKVERKLARING
    niet_aangeboden = None if alles else regels[-1].pk
    oordeel = {
        regel.pk: Eindoordeel.Oordeel.NIET_AANGEBODEN
        if regel.pk == niet_aangeboden
        else Eindoordeel.Oordeel.JA
        for regel in regels
    }
    opleider = regio.opleiders[verhaal.bedrijf][0]
    op = dag(regio, verhaal, 173)
    if verhaal.op_papier:
        actions.overnemen_van_papier(
            plaatsing=regels[0].plaatsing,
            door=coordinator(regio, verhaal),
            soort=Papier.EINDOORDEEL,
            namens=opleider,
            scan=voorbeeldscan("Eindoordeelformulier"),
            nu=op,
            regels=[
                {
                    "planregel": regel.pk,
                    "na": 0,
                    "gebeurd_op": op.date(),
                    "oordeel": oordeel[regel.pk],
                    "toelichting": "",
                }
                for regel in regels
            ],
        )
        return
    actions.eindoordelen_geven(
        door=opleider,
        nu=op,
        oordelen=[
            {"planregel": regel, "oordeel": oordeel[regel.pk], "toelichting": "", "na": 0}
            for regel in regels
        ],
    )
    actions.eindoordelen_versturen(traject=vers(traject), door=opleider, nu=op)


def gegevens(regio, verhaal, traject):
    """Names and birth data checked against the ID, hours, and the verzoek."""
    voornamen, _, achternaam = verhaal.naam.partition(" ")
    plaatsing = traject.plaatsingen.get()
    eerder = traject.kandidaat.identiteit  # from the traject before this one
    geboren = date(1975 + verhaal.dagen % 25, 1 + verhaal.dagen % 12, 14)
    actions.gegevens_vastleggen(
        traject=vers(traject),
        door=coordinator(regio, verhaal),
        nu=dag(regio, verhaal, 179),
        identiteit={
            "na": eerder.volgnummer if eerder else 0,
            "voornamen": voornamen,
            "achternaam": achternaam,
            "geboortedatum": eerder.geboortedatum if eerder else geboren,
            "geboorteplaats": "Voorbeeldstad" if verhaal.taal == "nl" else "",
            "geboorteland": {
                "nl": "Nederland",
                "ar": "Syrië",
                "tr": "Turkije",
                "uk": "Oekraïne",
            }.get(verhaal.taal, "Eritrea"),
        },
        plaatsingen={
            plaatsing: {
                "na": 0,
                "uren": 440 + verhaal.dagen % 60,
                "uren_geschat": verhaal.dagen % 2 == 0,
                "leerbedrijf_naam": plaatsing.leerbedrijf.naam,
                "vestigingsplaats": plaatsing.leerbedrijf.plaats,
                "praktijkopleider": regio.opleiders[verhaal.bedrijf][0],
                "praktijkopleider_naam": GETEKEND[verhaal.bedrijf],
            }
        },
    )


def verzoek(regio, verhaal, traject):
    """The kandidaat asks for the mbo-verklaring, at the last talk."""
    actions.verzoek_vastleggen(
        traject=vers(traject),
        door=coordinator(regio, verhaal),
        wijze=Verzoek.Wijze.MONDELING,
        gebeurd_op=dag(regio, verhaal, 175).date(),
        nu=dag(regio, verhaal, 179),
    )


def tekenen(regio, verhaal, traject):
    """The sheet is fixed; who signs does so in the portal, or both on paper."""
    wie = coordinator(regio, verhaal)
    (blad,) = verklaringen.vaststellen(traject=vers(traject), door=wie, nu=dag(regio, verhaal, 180))
    if verhaal.stand == "tekenen":
        return
    if verhaal.stand == "klopt_niet":
        verklaringen.tegenspreken(
            vaststelling=blad,
            partij=Partij.KANDIDAAT,
            door=wie,
            nu=dag(regio, verhaal, 182),
            reden="Mijn tweede voornaam ontbreekt.",
        )
        return
    if not verhaal.op_papier:
        verklaringen.akkoord_geven(
            vaststelling=blad,
            partij=Partij.PRAKTIJKOPLEIDER,
            plaats="Voorbeeldstad",
            door=regio.opleiders[verhaal.bedrijf][0],
            nu=dag(regio, verhaal, 182),
        )
    if verhaal.stand == "half_getekend":
        return
    partijen = (
        [Partij.PRAKTIJKOPLEIDER, Partij.KANDIDAAT] if verhaal.op_papier else [Partij.KANDIDAAT]
    )
    verklaringen.getekend_blad_vastleggen(
        vaststelling=blad,
        door=wie,
        partijen=partijen,
        plaats="Voorbeeldstad",
        gebeurd_op=dag(regio, verhaal, 183).date(),
        scan=voorbeeldscan("Tekenexemplaar"),
        nu=dag(regio, verhaal, 184),
    )
    besluiten_en_uitgeven(regio, verhaal, traject)


def besluiten_en_uitgeven(regio, verhaal, traject):
    if verhaal.stand == "bij_examencommissie":
        return
    verklaringen.besluiten(
        traject=vers(traject),
        door=regio.anne,
        uitkomst="toegekend",
        naam="Anne Voorbeeld",
        functie="voorzitter",
        plaats="Voorbeeldstad",
        bron=Bron.PORTAAL,
        nu=dag(regio, verhaal, 188),
    )
    if verhaal.stand == "besloten":
        return
    verklaringen.uitgeven(
        traject=vers(traject), door=coordinator(regio, verhaal), nu=dag(regio, verhaal, 189)
    )


def uitreiken(traject):
    """After the worker made the files: handed over, and how it went on."""
    wie = traject.coordinator
    verklaringen.uitreiken(traject=vers(traject), door=wie, plaats="Voorbeeldstad")
    bestemming = ["werk_zelfde_bedrijf", "opleiding", "volgend_traject"][traject.pk % 3]
    actions.uitstroom_vastleggen(traject=vers(traject), door=wie, bestemming=bestemming)


def stoppen(regio, verhaal, traject):
    actions.stoppen(
        traject=vers(traject),
        door=coordinator(regio, verhaal),
        nu=dag(regio, verhaal, verhaal.dagen - 12),
        reden_code=GestoptReden(verhaal.bijzonder),
    )
