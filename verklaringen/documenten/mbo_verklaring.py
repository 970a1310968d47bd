"""De mbo-verklaring: voorblad en deel B optie 3, met de praktijkverklaringen die erbij horen.

Bron: WEB 7.4.6a; RMD bijlage 9 en 10. Alleen delen met een resultaat worden gedrukt; deze route
heeft geen deel A en C. Nooit erop: niveaus van aftekenen, BSN, verwijzer, uitkering.
"""

from typing import NotRequired, TypedDict

from trajecten.models import Besluit as Besluitrij
from trajecten.models import Identiteit, Traject

from .drukken import CONCEPT, controle_adres, controle_host, dag, drukken, qr
from .praktijkverklaring import Instelling, Kwalificatie, Leerbedrijf, kwalificatie, persoon

SJABLOONVERSIE = "mbo-verklaring-1"
TITEL = "Mbo-verklaring"


class Blad(TypedDict):
    """One praktijkverklaring that belongs to this document; the number comes when it is issued."""

    vaststelling: int
    leerbedrijf: Leerbedrijf
    praktijkopleider: str
    uren: int
    nummer: NotRequired[str]


class Besluit(TypedDict):
    naam: str
    functie: str
    plaats: str
    op: str
    wijze: str


class Inhoud(TypedDict):
    """The frozen document. Dates are ISO."""

    soort: str
    naam: str
    achternaam: str
    geboren_op: str
    geboren_te: str
    kwalificatie: Kwalificatie
    leerweg: str
    instelling: Instelling
    bladen: list[Blad]
    besluit: Besluit
    nummer: NotRequired[str]
    uitgegeven_op: NotRequired[str]


def inhoud(
    traject: Traject, bladen: list[tuple[int, dict]], besluit: Besluitrij, identiteit: Identiteit
) -> Inhoud:
    """Het document bij een toegekend besluit; `bladen`: (vaststelling, inhoud) per blad."""
    return Inhoud(
        soort="mbo_verklaring",
        **persoon(identiteit),
        kwalificatie=kwalificatie(traject.kwalificatie),
        leerweg=traject.get_leerweg_display(),
        instelling=Instelling(naam=traject.instelling.naam, plaats=traject.instelling.plaats),
        bladen=[_blad(pk, blad) for pk, blad in bladen],
        besluit=Besluit(
            naam=besluit.naam,
            functie=besluit.functie,
            plaats=besluit.plaats,
            op=besluit.gebeurd_op.isoformat(),
            wijze=besluit.bron,
        ),
    )


def drukwerk(inhoud: Inhoud, *, code: str = "", merk: str = ""):
    """Het document. Zonder nummer is het een concept; bij een nummer hoort een code."""
    nummer = inhoud.get("nummer", "")
    return drukken(
        "mbo_verklaring",
        kop=TITEL,
        voet=" · ".join(filter(None, [nummer, inhoud["naam"]])),
        merk=merk or ("" if nummer else CONCEPT),
        beelden={"qr": ("image/svg+xml", qr(code))} if code else {},
        b=inhoud,
        geboren_op=dag(inhoud["geboren_op"]),
        besluit_op=dag(inhoud["besluit"]["op"]),
        uitgegeven_op=dag(inhoud["uitgegeven_op"]) if nummer else None,
        code=code,
        adres=controle_adres(),
        host=controle_host(),
    )


def _blad(vaststelling: int, blad: dict) -> Blad:
    return Blad(
        vaststelling=vaststelling,
        leerbedrijf=blad["leerbedrijf"],
        praktijkopleider=blad["praktijkopleider"],
        uren=blad["uren"],
    )
