"""De praktijkverklaring: het blad van RMD bijlage 10 (invulinstructie optie 3), en niets anders.

Nooit erop: niveaus van aftekenen, cijfers, NLQF, wat niet lukte, BSN, verwijzer, uitkering,
jobcoach, verdienvorm, notities, zelfbeoordeling.
"""

from typing import NotRequired, TypedDict

from trajecten.models import Documentgegevens, Eindoordeel, Identiteit, Plaatsing

from .bijlage import bijlage
from .drukken import CONCEPT, controle_adres, controle_host, dag, drukken, qr

SJABLOONVERSIE = "praktijkverklaring-1"
TITEL = "Praktijkverklaring"
LET_OP = "Het is geen diploma of certificaat."
HERKOMST = "Gegevens volgens RMD bijlage 10; niet het formulier van SBB's Praktijkloket."


class Werkproces(TypedDict):
    code: str
    titel: str


class Kerntaak(TypedDict):
    code: str
    titel: str
    werkprocessen: list[Werkproces]


class Kwalificatie(TypedDict):
    naam: str
    crebo: str
    niveau: NotRequired[int]


class Extra(TypedDict):
    kwalificatie: Kwalificatie
    kerntaken: list[Kerntaak]


class Leerbedrijf(TypedDict):
    naam: str
    plaats: str
    leerbedrijf_id: str


class Instelling(TypedDict):
    naam: str
    plaats: str


class Akkoord(TypedDict):
    """How one party agreed. `op` is the day, ISO; `wijze` is papier or portaal."""

    partij: str
    naam: str
    plaats: str
    op: str
    wijze: str


class Inhoud(TypedDict):
    """The frozen sheet. Dates are ISO; `uren_geschat` is for our data and is not printed."""

    soort: str
    naam: str
    achternaam: str  # for the name match on the controle page
    geboren_op: str
    geboren_te: str
    kwalificatie: Kwalificatie
    uren: int
    uren_geschat: bool
    kerntaken: list[Kerntaak]
    extra: list[Extra]
    praktijkopleider: str
    leerbedrijf: Leerbedrijf
    instelling: Instelling
    akkoorden: NotRequired[list[Akkoord]]
    nummer: NotRequired[str]
    uitgegeven_op: NotRequired[str]


def inhoud(plaatsing: Plaatsing, gegevens: Documentgegevens, identiteit: Identiteit) -> Inhoud:
    """The sheet of one plaatsing as it stands now: werkprocessen with a last eindoordeel `ja`."""
    traject = plaatsing.traject
    bevestigd = plaatsing.planregels.geldig().with_oordeel()
    regels = list(bevestigd.filter(oordeel_nu=Eindoordeel.Oordeel.JA))
    return Inhoud(
        soort="praktijkverklaring",
        **persoon(identiteit),
        kwalificatie=kwalificatie(traject.kwalificatie),
        uren=gegevens.uren,
        uren_geschat=gegevens.uren_geschat,
        kerntaken=kerntaken([regel for regel in regels if not regel.extra]),
        extra=_extra([regel for regel in regels if regel.extra]),
        praktijkopleider=gegevens.praktijkopleider_naam,
        leerbedrijf=Leerbedrijf(
            naam=gegevens.leerbedrijf_naam,
            plaats=gegevens.vestigingsplaats,
            leerbedrijf_id=gegevens.leerbedrijf_id,
        ),
        instelling=Instelling(naam=traject.instelling.naam, plaats=traject.instelling.plaats),
    )


def drukwerk(inhoud: Inhoud, *, code: str = "", merk: str = ""):
    """Het blad. Zonder nummer is het een concept; bij een nummer hoort een code.

    Met code draagt het verklaring.json. Raises: RenderFout als die niet in haar schema past.
    """
    nummer = inhoud.get("nummer", "")
    return drukken(
        "praktijkverklaring",
        kop=TITEL,
        voet=" · ".join(filter(None, [nummer, inhoud["naam"]])) + "\n" + HERKOMST,
        merk=merk or ("" if nummer else CONCEPT),
        beelden={"qr": ("image/svg+xml", qr(code))} if code else {},
        bijlagen=bijlage(gegevens(inhoud), code) if code else {},
        **te_lezen(inhoud),
        code=code,
        adres=controle_adres(),
        host=controle_host(),
    )


def gegevens(inhoud: Inhoud) -> dict:
    """Wat van deze inhoud op het blad staat, zoals verklaring.json het noemt."""
    return {
        "soort": inhoud["soort"],
        "nummer": inhoud["nummer"],
        "uitgegeven_op": inhoud["uitgegeven_op"],
        "instelling": {"naam": inhoud["instelling"]["naam"]},
        "persoon": {naam: inhoud[naam] for naam in ("naam", "geboren_op", "geboren_te")},
        "kwalificatie": inhoud["kwalificatie"],
        "uren": inhoud["uren"],
        "kerntaken": inhoud["kerntaken"],
        "extra": inhoud["extra"],
        "praktijkopleider": inhoud["praktijkopleider"],
        "leerbedrijf": inhoud["leerbedrijf"],
        "akkoorden": [akkoord | wijze(akkoord) for akkoord in inhoud["akkoorden"]],
        "let_op": LET_OP,
        "herkomst": HERKOMST,
    }


def wijze(feit) -> dict:
    """What the page says of how it was done: in the portal, or on paper."""
    return {"wijze": "portaal" if feit["wijze"] == "portaal" else "papier"}


def te_lezen(inhoud: Inhoud) -> dict:
    """The content with its days as dates, for the template."""
    uit = {"b": inhoud, "geboren_op": dag(inhoud["geboren_op"])}
    uit["akkoorden"] = [a | {"op": dag(a["op"])} for a in inhoud.get("akkoorden", [])]
    if "uitgegeven_op" in inhoud:
        uit["uitgegeven_op"] = dag(inhoud["uitgegeven_op"])
    return uit


def persoon(identiteit: Identiteit) -> dict:
    """Naam en geboorte zoals in de BRP: buiten Nederland plaats en land, of alleen het land."""
    plaats, land = identiteit.geboorteplaats, identiteit.geboorteland
    geboren_te = plaats if land == "Nederland" else ", ".join(filter(None, [plaats, land]))
    return {
        "naam": identiteit.naam,
        "achternaam": identiteit.achternaam,
        "geboren_op": identiteit.geboortedatum.isoformat(),
        "geboren_te": geboren_te,
    }


def kwalificatie(rij) -> Kwalificatie:
    return Kwalificatie(naam=rij.naam, crebo=rij.crebo, niveau=rij.niveau)


def kerntaken(regels) -> list[Kerntaak]:
    """Planregels grouped under their kerntaak, in the order of the plan."""
    taken: dict[str, Kerntaak] = {}
    for regel in regels:
        leeg = Kerntaak(code=regel.kerntaak_code, titel=regel.kerntaak_titel, werkprocessen=[])
        taak = taken.setdefault(regel.kerntaak_code, leeg)
        taak["werkprocessen"].append(Werkproces(code=regel.code, titel=regel.titel))
    return list(taken.values())


def _extra(regels) -> list[Extra]:
    per_kwalificatie: dict[str, list] = {}
    for regel in regels:
        per_kwalificatie.setdefault(regel.crebo, []).append(regel)
    return [
        Extra(
            kwalificatie=Kwalificatie(naam=groep[0].kwalificatie_naam, crebo=crebo),
            kerntaken=kerntaken(groep),
        )
        for crebo, groep in per_kwalificatie.items()
    ]
