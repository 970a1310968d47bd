"""De mbo-verklaring: voorblad, en alleen de delen A, B en C waar een resultaat van is.

Bron: WEB 7.4.6a; RMD bijlage 9 en 10. Deel D is een los stuk: zie `totaaloverzicht`. Nooit erop:
niveaus van aftekenen, BSN, verwijzer, uitkering.
"""

from typing import NotRequired, TypedDict

from trajecten.models import Besluit as Besluitrij
from trajecten.models import Identiteit, Plaatsing, Schooloordeel, Traject
from trajecten.rules import geldig_schooloordeel

from ..rules import voldoende_resultaten
from .bijlage import bijlage
from .drukken import CONCEPT, VASTGESTELD, controle_adres, controle_host, dag, drukken, qr
from .logo import Logo, beeld, logo
from .praktijkverklaring import (
    LET_OP,
    Instelling,
    Kwalificatie,
    Leerbedrijf,
    kwalificatie,
    persoon,
)
from .resultaten import (
    Examenresultaten,
    OverigeResultaten,
    examenresultaten,
    gedrukt,
    overige_resultaten,
)

SJABLOONVERSIE = "mbo-verklaring-2"
TITEL = "Mbo-verklaring"


class Blad(TypedDict):
    """One praktijkverklaring that belongs to this document; the number comes when it is issued.

    The form of SBB's Praktijkloket has no number here, but the day it was signed (ISO).
    """

    vaststelling: int
    leerbedrijf: Leerbedrijf
    praktijkopleider: str
    uren: int
    nummer: NotRequired[str]
    getekend_op: NotRequired[str]


class Bpvplek(TypedDict):
    """Optie 1 en 2: waar het leren was, zoals bij SBB geregistreerd."""

    leerbedrijf: Leerbedrijf
    uren: int
    omschrijving: str  # "": none


class Bpv(TypedDict):
    """Deel B: `optie` 1 (hele bpv), 2 (een deel) of 3 (een deel, met `Inhoud.bladen`)."""

    optie: int
    leerbedrijven: list[Bpvplek]


class Besluit(TypedDict):
    naam: str
    functie: str
    plaats: str
    op: str
    wijze: str


class Inhoud(TypedDict):
    """The frozen document. Dates are ISO. A part without results is not there.

    Content frozen by version 1 has no `sjabloon`, only `bladen`, and prints as it did then.
    """

    soort: str
    sjabloon: NotRequired[str]
    naam: str
    achternaam: str
    geboren_op: str
    geboren_te: str
    kwalificatie: Kwalificatie
    leerweg: str
    instelling: Instelling
    logo: NotRequired[Logo]
    examenresultaten: NotRequired[Examenresultaten]
    bpv: NotRequired[Bpv]
    bladen: list[Blad]
    overige_resultaten: NotRequired[OverigeResultaten]
    besluit: NotRequired[Besluit]
    nummer: NotRequired[str]
    uitgegeven_op: NotRequired[str]


def inhoud(
    traject: Traject,
    bladen: list[tuple[int, dict]],
    besluit: Besluitrij | None,
    identiteit: Identiteit,
) -> Inhoud:
    """Het document bij een toegekend besluit; `bladen`: (vaststelling, inhoud) per blad.

    Zonder besluit is het een concept.
    """
    uit = Inhoud(
        soort="mbo_verklaring",
        sjabloon=SJABLOONVERSIE,
        **persoon(identiteit),
        kwalificatie=kwalificatie(traject.kwalificatie),
        leerweg=traject.get_leerweg_display(),
        instelling=Instelling(naam=traject.instelling.naam, plaats=traject.instelling.plaats),
        bladen=[_blad(pk, blad) for pk, blad in bladen],
        **logo(traject.instelling),
        **_delen(traject),
    )
    if besluit:
        uit["besluit"] = Besluit(
            naam=besluit.naam,
            functie=besluit.functie,
            plaats=besluit.plaats,
            op=besluit.gebeurd_op.isoformat(),
            wijze=besluit.bron,
        )
    return uit


def _delen(traject: Traject) -> dict:
    """Deel A, B en C, elk alleen als er iets in staat."""
    rijen = voldoende_resultaten(traject)
    delen: dict = {}
    if any((tabellen := examenresultaten(rijen)).values()):
        delen["examenresultaten"] = tabellen
    oordeel = geldig_schooloordeel(traject)
    if oordeel and oordeel.positief:
        delen["bpv"] = Bpv(optie=oordeel.optie, leerbedrijven=_plekken(traject, oordeel))
    if any((overig := overige_resultaten(rijen)).values()):
        delen["overige_resultaten"] = overig
    return delen


def _plekken(traject: Traject, oordeel: Schooloordeel) -> list[Bpvplek]:
    if oordeel.optie == Schooloordeel.Optie.PRAKTIJKVERKLARING:
        return []
    plaatsingen = Plaatsing.objects.met_ja().filter(traject=traject)
    gegevens = [plaatsing.documentgegevens.last() for plaatsing in plaatsingen]
    return [
        Bpvplek(
            leerbedrijf=Leerbedrijf(
                naam=rij.leerbedrijf_naam,
                plaats=rij.vestigingsplaats,
                leerbedrijf_id=rij.leerbedrijf_id,
            ),
            uren=rij.uren,
            omschrijving=rij.omschrijving,
        )
        for rij in gegevens
        if rij
    ]


def drukwerk(inhoud: Inhoud, *, code: str = "", merk: str = ""):
    """Het document. Zonder nummer is het een concept of, na het besluit, vastgesteld.

    Met code draagt het verklaring.json. Raises: RenderFout als die niet in haar schema past.
    """
    nummer, besluit = inhoud.get("nummer", ""), inhoud.get("besluit")
    stand = "" if nummer else VASTGESTELD if besluit else CONCEPT
    beelden = {"qr": ("image/svg+xml", qr(code))} if code else {}
    return drukken(
        "mbo_verklaring" if "sjabloon" in inhoud else "mbo_verklaring_1",
        kop=TITEL,
        voet=" · ".join(filter(None, [nummer, inhoud["naam"]])),
        merk=merk or stand,
        beelden=beelden | beeld(inhoud),
        bijlagen=bijlage(gegevens(inhoud), code) if code else {},
        b=inhoud,
        delen=", ".join(delen(inhoud)),
        geboren_op=dag(inhoud["geboren_op"]),
        besluit_op=dag(besluit["op"]) if besluit else None,
        uitgegeven_op=dag(inhoud["uitgegeven_op"]) if nummer else None,
        code=code,
        adres=controle_adres(),
        host=controle_host(),
    )


def gegevens(inhoud: Inhoud) -> dict:
    """Wat van deze inhoud op het document staat, zoals verklaring.json het noemt."""
    besluit = inhoud["besluit"]
    # The page of the besluit says "papier" or, of everything else, "portaal".
    hoe = "papier" if besluit["wijze"] == "papier" else "portaal"
    return {
        "soort": inhoud["soort"],
        "nummer": inhoud["nummer"],
        "uitgegeven_op": inhoud["uitgegeven_op"],
        "instelling": {"naam": inhoud["instelling"]["naam"]},
        "persoon": {naam: inhoud[naam] for naam in ("naam", "geboren_op", "geboren_te")},
        "kwalificatie": inhoud["kwalificatie"],
        "leerweg": inhoud["leerweg"],
        "delen": delen(inhoud),
        "besluit": besluit | {"wijze": hoe},
        "examenresultaten": gedrukt(inhoud.get("examenresultaten", {})),
        "bpv": _bpv(inhoud),
        "overige_resultaten": inhoud.get("overige_resultaten", {}),
        "let_op": LET_OP,
    }


def _bpv(inhoud: Inhoud) -> dict:
    """Deel B zoals gedrukt; van versie 1 van het sjabloon is het altijd optie 3."""
    optie = inhoud["bpv"]["optie"] if "bpv" in inhoud else None
    if "sjabloon" not in inhoud or optie == Schooloordeel.Optie.PRAKTIJKVERKLARING:
        velden = ("nummer", "getekend_op", "leerbedrijf", "praktijkopleider", "uren")
        bladen = [
            {veld: blad[veld] for veld in velden if veld in blad} for blad in inhoud["bladen"]
        ]
        return {"optie": 3, "praktijkverklaringen": bladen}
    if optie is None:
        return {}
    plekken = [
        {
            "naam": plek["leerbedrijf"]["naam"],
            "plaats": plek["leerbedrijf"]["plaats"],
            "omschrijving": plek["omschrijving"],
            "uren": plek["uren"],
        }
        for plek in inhoud["bpv"]["leerbedrijven"]
    ]
    return {"optie": optie, "leerbedrijven": plekken}


def delen(inhoud: Inhoud) -> list[str]:
    """Welke delen er zijn, met hun letter: zo valt op als er een blad ontbreekt."""
    letters = {"examenresultaten": "A", "bpv": "B", "overige_resultaten": "C"}
    return [letter for naam, letter in letters.items() if naam in inhoud]


def _blad(vaststelling: int, blad: dict) -> Blad:
    uit = Blad(
        vaststelling=vaststelling,
        leerbedrijf=blad["leerbedrijf"],
        praktijkopleider=blad["praktijkopleider"],
        uren=blad["uren"],
    )
    if "getekend_op" in blad:
        uit["getekend_op"] = blad["getekend_op"]
    return uit
