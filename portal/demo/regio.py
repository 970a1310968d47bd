"""The demo region: one school, five leerbedrijven of which one is a sociaal werkbedrijf, three
gemeenten. All invented.
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
    "winkel": ("100999004", "Winkel Het Voorbeeld", "Winkelplein", ("25748",)),
    "kwekerij": ("100999005", "Kwekerij De Proefhof", "Kasweg", ("25746",)),
}

GEMEENTEN = (("GM9991", "Voorbeeldstad"), ("GM9992", "Voorbeelddorp"), ("GM9993", "Voorbeeldhaven"))
OPLEIDERS = {
    "schakel": ("Johan", "Els"),
    "proeftuin": ("Piet",),
    "linde": ("Carla",),
    "winkel": ("Wies",),
    "kwekerij": ("Gijs",),
}
KLANTMANAGERS = ("Mo", "Lotte", "Ursula", "Saskia", "Hugo")
BELEID = ("Bas", "Dorien", "Hilde", "Wendy")
BESTAAT = 940  # days: how long the region works together


@dataclass
class Regio:
    """Who and what the stories use."""

    school: Organisatie
    fatima: Lidmaatschap
    jan: Lidmaatschap
    anne: Lidmaatschap
    aanmeldpunt: Lidmaatschap
    klantmanagers: list[Lidmaatschap]
    noor: Lidmaatschap
    bas: Lidmaatschap
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
        for code, naam in GEMEENTEN
    ]
    school = _organisatie("instelling", "Roc Voorbeeld", regio, bekostigd=True)
    Inrichting.objects.create(
        organisatie=school,
        clausules=CLAUSULES,
        blad=Inrichting.Blad.PORTAAL,
        blad_besloten_door="Anne Voorbeeld, voorzitter van de examencommissie",
        blad_besloten_op=timezone.localdate(nu) - timedelta(days=BESTAAT),
    )
    fatima = _lid("Fatima", Rol.COORDINATOR, organisatie=school)
    _lid("Jan", Rol.COORDINATOR, organisatie=school)
    _lid("Anne", Rol.EXAMENCOMMISSIE, organisatie=school, functie="voorzitter")
    aanmeldpunt = _organisatie("regio", "Aanmeldpunt Voorbeeldregio", regio)
    _lid("Rachid", Rol.AANMELDPUNT, organisatie=aanmeldpunt)
    _verwijzers(regio, gemeenten)
    for kort, namen in OPLEIDERS.items():
        bedrijf = _leerbedrijf(kort, fatima, nu)
        for naam in namen:
            _lid(naam, Rol.PRAKTIJKOPLEIDER, leerbedrijf=bedrijf)
    _mag_uitgeven(school, nu)
    return regio_vinden(nu)


def regio_vinden(nu: datetime) -> Regio:
    """The region as it was made."""
    leden = {
        (lid.rol, lid.gebruiker.voornaam): lid
        for lid in Lidmaatschap.objects.select_related("gebruiker", "organisatie", "leerbedrijf")
    }
    opleiders = {
        kort: [leden[Rol.PRAKTIJKOPLEIDER, naam] for naam in namen]
        for kort, namen in OPLEIDERS.items()
    }
    fatima = leden[Rol.COORDINATOR, "Fatima"]
    return Regio(
        school=fatima.organisatie,
        fatima=fatima,
        jan=leden[Rol.COORDINATOR, "Jan"],
        anne=leden[Rol.EXAMENCOMMISSIE, "Anne"],
        aanmeldpunt=leden[Rol.AANMELDPUNT, "Rachid"],
        klantmanagers=[leden[Rol.KLANTMANAGER, naam] for naam in KLANTMANAGERS],
        noor=leden[Rol.JOBCOACH, "Noor"],
        bas=leden[Rol.BELEID, "Bas"],
        bedrijven={kort: leden[0].leerbedrijf for kort, leden in opleiders.items()},
        opleiders=opleiders,
        gemeenten=list(
            Gemeente.objects.filter(code__in=[code for code, _ in GEMEENTEN]).order_by("code")
        ),
        nu=nu,
    )


def _organisatie(soort, naam, regio, **velden):
    return Organisatie.objects.create(
        soort=soort, naam=naam, regio=regio, plaats="Voorbeeldstad", telefoon="0570000000", **velden
    )


def _lid(voornaam, rol, functie="", **plek) -> Lidmaatschap:
    email = f"{voornaam.lower()}@voorbeeld.example"
    gebruiker, _ = Gebruiker.objects.get_or_create(
        email=email, defaults={"naam": f"{voornaam} Voorbeeld", "telefoon": "0612345678"}
    )
    van = timezone.localdate() - timedelta(days=BESTAAT)
    return Lidmaatschap.objects.create(
        gebruiker=gebruiker, rol=rol, functie=functie, van=van, **plek
    )


def _verwijzers(regio, gemeenten):
    """Who refers, who looks at the figures of it, and the jobcoach."""
    plekken = [
        _organisatie("gemeente", f"Gemeente {gemeente}", regio, gemeente=gemeente)
        for gemeente in gemeenten
    ]
    werkbedrijf = _organisatie("sociaal_werkbedrijf", "Werkbedrijf De Schakel", regio)
    stad, dorp, haven = plekken
    verwijzers = (stad, dorp, _organisatie("uwv", "UWV Voorbeeldregio", regio), werkbedrijf, haven)
    for naam, plek in zip(KLANTMANAGERS, verwijzers, strict=True):
        _lid(naam, Rol.KLANTMANAGER, organisatie=plek)
    for naam, plek in zip(BELEID, (*plekken, werkbedrijf), strict=True):
        _lid(naam, Rol.BELEID, organisatie=plek)
    _lid("Noor", Rol.JOBCOACH, organisatie=werkbedrijf)


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
        for dagen in range(BESTAAT - 10, 20, -60):
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
    van = timezone.localdate(nu) - timedelta(days=BESTAAT)
    crebos = {crebo for *_, rij in BEDRIJVEN.values() for crebo in rij}
    for crebo in (
        Kwalificatie.objects.filter(crebo__in=crebos).values_list("crebo", flat=True).distinct()
    ):
        for leerweg in MagUitgeven.Leerweg.values:
            MagUitgeven.objects.create(instelling=school, crebo=crebo, leerweg=leerweg, van=van)
