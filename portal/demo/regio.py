"""The demo region: one school, two employers, a sociaal werkbedrijf and two gemeenten. All
invented.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from trajecten import actions
from trajecten.models import (
    Arbeidsmarktregio,
    Erkenning,
    Erkenningcontrole,
    Gebruiker,
    Gemeente,
    Inrichting,
    Kwalificatie,
    Leerbedrijf,
    Lidmaatschap,
    MagUitgeven,
    Organisatie,
    Rol,
)

CLAUSULES = """\
1. De school is verantwoordelijk voor het leren op het werk en wijst een begeleider aan.
2. Het leerbedrijf wijst een praktijkopleider aan en geeft die de tijd om te begeleiden.
3. De kandidaat houdt zich aan de regels van het leerbedrijf en meldt zich af bij ziekte.
4. De praktijkopleider tekent werkprocessen af zodra de kandidaat ze zelfstandig kan.
5. De overeenkomst eindigt op de einddatum, of eerder als de drie partijen dat afspreken.
6. De overeenkomst eindigt ook als de erkenning vervalt of de kandidaat stopt met leren."""

BEDRIJVEN = {  # naam: (leerbedrijf-ID, straat, crebo's)
    "schakel": (
        "100999001",
        "Werkbedrijf De Schakel",
        "Schakelweg",
        ("25743", "25741", "25589", "25747"),
    ),
    "proeftuin": ("100999002", "Restaurant De Proeftuin", "Proefstraat", ("25180", "25742")),
    "linde": ("100999003", "Woonzorg De Linde", "Lindelaan", ("25960", "25741")),
}


@dataclass
class Regio:
    """Who and what the stories use."""

    school: Organisatie
    fatima: Lidmaatschap
    jan: Lidmaatschap
    anne: Lidmaatschap
    aanmeldpunt: Lidmaatschap
    klantmanagers: list[Lidmaatschap]
    bedrijven: dict[str, Leerbedrijf]
    opleiders: dict[str, list[Lidmaatschap]]
    gemeenten: list[Gemeente]
    nu: datetime

    def dagen_geleden(self, dagen: int) -> datetime:
        return self.nu - timedelta(days=dagen)


def regio_bouwen(nu: datetime) -> Regio:
    """Make the region and its cast. Raises: Bezwaar when the start data is not loaded."""
    regio, _ = Arbeidsmarktregio.objects.get_or_create(naam="Voorbeeldregio")
    gemeenten = [
        Gemeente.objects.get_or_create(code=code, defaults={"naam": naam, "regio": regio})[0]
        for code, naam in (("GM9991", "Voorbeeldstad"), ("GM9992", "Voorbeelddorp"))
    ]
    school = _organisatie("instelling", "Roc Voorbeeld", regio, bekostigd=True)
    Inrichting.objects.create(
        organisatie=school,
        clausules=CLAUSULES,
        blad=Inrichting.Blad.PORTAAL,
        blad_besloten_door="Anne Voorbeeld, voorzitter van de examencommissie",
        blad_besloten_op=timezone.localdate(nu) - timedelta(days=400),
    )
    fatima = _lid("Fatima Voorbeeld", Rol.COORDINATOR, organisatie=school)
    bedrijven = {kort: _leerbedrijf(kort, fatima, nu) for kort in BEDRIJVEN}
    _mag_uitgeven(school, nu)
    return Regio(
        school=school,
        fatima=fatima,
        jan=_lid("Jan Voorbeeld", Rol.COORDINATOR, organisatie=school),
        anne=_lid("Anne Voorbeeld", Rol.EXAMENCOMMISSIE, organisatie=school, functie="voorzitter"),
        aanmeldpunt=_lid(
            "Rachid Voorbeeld",
            Rol.AANMELDPUNT,
            organisatie=_organisatie("regio", "Aanmeldpunt Voorbeeldregio", regio),
        ),
        klantmanagers=_klantmanagers(regio, gemeenten),
        bedrijven=bedrijven,
        opleiders={
            "schakel": [
                _lid("Johan Voorbeeld", Rol.PRAKTIJKOPLEIDER, leerbedrijf=bedrijven["schakel"]),
                _lid("Els Voorbeeld", Rol.PRAKTIJKOPLEIDER, leerbedrijf=bedrijven["schakel"]),
            ],
            "proeftuin": [
                _lid("Piet Voorbeeld", Rol.PRAKTIJKOPLEIDER, leerbedrijf=bedrijven["proeftuin"])
            ],
            "linde": [
                _lid("Carla Voorbeeld", Rol.PRAKTIJKOPLEIDER, leerbedrijf=bedrijven["linde"])
            ],
        },
        gemeenten=gemeenten,
        nu=nu,
    )


def _organisatie(soort, naam, regio, **velden):
    return Organisatie.objects.create(
        soort=soort, naam=naam, regio=regio, plaats="Voorbeeldstad", telefoon="0570000000", **velden
    )


def _lid(naam, rol, functie="", **plek) -> Lidmaatschap:
    email = f"{naam.split()[0].lower()}@voorbeeld.example"
    gebruiker, _ = Gebruiker.objects.get_or_create(
        email=email, defaults={"naam": naam, "telefoon": "0612345678"}
    )
    van = timezone.localdate() - timedelta(days=900)
    return Lidmaatschap.objects.create(
        gebruiker=gebruiker, rol=rol, functie=functie, van=van, **plek
    )


def _klantmanagers(regio, gemeenten):
    stad = _organisatie("gemeente", "Gemeente Voorbeeldstad", regio, gemeente=gemeenten[0])
    dorp = _organisatie("gemeente", "Gemeente Voorbeelddorp", regio, gemeente=gemeenten[1])
    uwv = _organisatie("uwv", "UWV Voorbeeldregio", regio)
    return [
        _lid("Mo Voorbeeld", Rol.KLANTMANAGER, organisatie=stad),
        _lid("Lotte Voorbeeld", Rol.KLANTMANAGER, organisatie=dorp),
        _lid("Ursula Voorbeeld", Rol.KLANTMANAGER, organisatie=uwv),
    ]


def _leerbedrijf(kort, coordinator, nu) -> Leerbedrijf:
    nummer, naam, straat, crebos = BEDRIJVEN[kort]
    bedrijf = actions.leerbedrijf_toevoegen(
        door=coordinator,
        leerbedrijf_id=nummer,
        naam=naam,
        straat=straat,
        huisnummer="1",
        postcode="7400 AA",
        plaats="Voorbeeldstad",
    )
    for crebo in crebos:
        Erkenning.objects.get_or_create(leerbedrijf=bedrijf, crebo=crebo)
        for dagen in range(510, 20, -60):
            actions.erkenning_controleren(
                door=coordinator,
                leerbedrijf=bedrijf,
                crebo=crebo,
                uitkomst=Erkenningcontrole.Uitkomst.GEVERIFIEERD,
                gecontroleerd_op=timezone.localdate(nu) - timedelta(days=dagen),
                toelichting="Voorbeeld: bekeken in een verzonnen register.",
                nu=nu - timedelta(days=dagen),
            )
    return bedrijf


def _mag_uitgeven(school, nu):
    """What this invented school may issue: the kwalificaties the stories use, in every leerweg."""
    van = timezone.localdate(nu) - timedelta(days=900)
    crebos = {crebo for *_, rij in BEDRIJVEN.values() for crebo in rij}
    for crebo in (
        Kwalificatie.objects.filter(crebo__in=crebos).values_list("crebo", flat=True).distinct()
    ):
        for leerweg in MagUitgeven.Leerweg.values:
            MagUitgeven.objects.create(instelling=school, crebo=crebo, leerweg=leerweg, van=van)
