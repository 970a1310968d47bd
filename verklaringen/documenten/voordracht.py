"""De voordracht: het voorstel aan de examencommissie om een certificaat of diploma toe te kennen.

Een werkdocument met alle gegevens waarmee de school het echte document maakt (RMD bijlage 1A, 6 en
7); nooit dat document zelf. De toets van de slagingsregels is een advies.
"""

from collections.abc import Iterable
from datetime import date
from operator import itemgetter
from typing import NotRequired, TypedDict

from trajecten.models import Certificaatwerkproces as Certificaatwerkprocesrij
from trajecten.models import Eindoordeel, Lidmaatschap, Onderdeel, Planregel, Traject
from trajecten.rules.slagen import Toets

from ..models import Voordracht
from .dossierdelen import (
    BEROEPSVEREISTEN,
    OORDELEN,
    Examenregel,
    Kerntaak,
    Mens,
    Oordeel,
    Opleiding,
    Plek,
    Toetsblok,
    bevestigde_standen,
    examenregels,
    iso,
    onder_kerntaken,
    oordeel,
    plekken,
    schooloordeel,
    toetsblok,
    verleend,
    vrijgestelde_regel,
)
from .dossierdelen import kop as kopgegevens
from .drukken import KOPREGEL, WERKDOCUMENT, drukken

SJABLOONVERSIE = "voordracht-1"
NIET_IN_PLAN = "niet in het plan"
NIET_NAAST_ELKAAR = "nog niet naast het plan gelegd"
UIT_HET_PLAN = "Het eindoordeel gaf de praktijkopleider."
LEZING = (
    "Het eindoordeel gaf de praktijkopleider over het werk in het plan dat hetzelfde is. "
    "Of dat zo is, is een lezing van de titels."
)
JA = Eindoordeel.Oordeel.JA
# By (certificaatwerkproces, werkproces): one of the two is None.
Gepland = dict[tuple[int | None, int | None], Planregel]
MODELLEN = {"onderdeel": "RMD bijlage 6", "keuzedeel": "RMD bijlage 7"}


class Certificaatwerkproces(TypedDict):
    """Een werkproces van het certificaat; `plan` noemt wat in het plan hetzelfde werk is."""

    code: str
    titel: str
    plan: str
    oordeel: str
    op: str


class Certificaatkerntaak(TypedDict):
    code: str
    titel: str
    werkprocessen: list[Certificaatwerkproces]


class Certificaatdeel(TypedDict):
    """Wat alleen bij een mbo-certificaat hoort."""

    code: str
    naam: str
    onderdeel: str  # as the crebo register names it, or the keuzedeel with its code
    model: str
    uitleg: str  # where the eindoordelen come from
    kerntaken: list[Certificaatkerntaak]
    andere: list[Kerntaak]  # what else was in the plan
    lessen: list[Examenregel]
    examen: list[Examenregel]
    examenplan: str
    eindcijfer: str  # "": nothing to compute


class Inhoud(TypedDict):
    """The proposal as it was offered. Dates are ISO."""

    soort: str
    titel: str
    traject: str
    mens: Mens
    opleiding: Opleiding
    leerweg: str
    instelling: str
    certificaat: NotRequired[Certificaatdeel]
    keuzedelen: NotRequired[list[Examenregel]]
    plekken: list[Plek]
    schooloordeel: list[Oordeel]
    toets: Toetsblok
    motivering: str
    beroepsvereisten: str
    door: str
    op: str


def inhoud(
    traject: Traject,
    *,
    soort: str,
    toets: Toets,
    door: Lidmaatschap,
    op: date,
    motivering: str = "",
    beroepsvereisten: str = "",
) -> Inhoud:
    """De voordracht zoals het traject nu is.

    `soort` is een Voordracht.Soort. `motivering` als de toets niet voldoet; `beroepsvereisten`
    zoals het register ze noemt, anders zegt het stuk dat de school ze nakijkt.
    """
    deel: dict
    if soort == Voordracht.Soort.CERTIFICAAT:
        deel = {"certificaat": _certificaat(traject, toets)}
    else:
        deel = {"keuzedelen": _keuzedelen(traject)}
    return Inhoud(
        soort=str(soort),
        titel=Voordracht.Soort(soort).label,
        **kopgegevens(traject),
        **deel,
        plekken=plekken(traject),
        schooloordeel=schooloordeel(traject),
        toets=toetsblok(toets),
        motivering=motivering.strip(),
        beroepsvereisten=beroepsvereisten.strip() or BEROEPSVEREISTEN,
        door=f"{door.naam}, {door.functie or door.get_rol_display()}",
        op=iso(op),
    )


def drukwerk(inhoud: Inhoud, merk: str = ""):
    """Het werkdocument; `merk` is CONCEPT zolang er nog niet is voorgedragen."""
    return drukken(
        "voordracht",
        kop=KOPREGEL,
        voet=f"{inhoud['titel']} · {inhoud['traject']} · {inhoud['mens']['naam']}",
        merk=merk or WERKDOCUMENT,
        b=inhoud,
        met_plan=_met_plan(inhoud),
        kopregel=KOPREGEL,
    )


def _met_plan(inhoud: Inhoud) -> bool:
    """Of de kolom "In het plan" iets zegt dat er nog niet staat: andere codes dan de eigen."""
    taken = inhoud["certificaat"]["kerntaken"] if "certificaat" in inhoud else []
    processen = [proces for taak in taken for proces in taak["werkprocessen"]]
    return any(proces["plan"] not in ("", proces["code"]) for proces in processen)


def _certificaat(traject: Traject, toets: Toets) -> Certificaatdeel:
    certificaat, gedaan = traject.certificaat, bevestigde_standen(traject)
    regels = list(traject.planregels.geldig().prefetch_related("eindoordelen"))
    eigen = list(certificaat.werkprocessen.prefetch_related("dekkingen"))
    direct = any(regel.certificaatwerkproces_id for regel in regels)
    gedekt = {dekking.werkproces_id for rij in eigen for dekking in rij.dekkingen.all()}
    anders = {regel.werkproces_id for regel in regels} - {None} - (set() if direct else gedekt)
    vrij = verleend(traject, Onderdeel.CERTIFICAATEXAMEN)
    return Certificaatdeel(
        code=certificaat.code,
        naam=certificaat.naam,
        onderdeel=str(certificaat.keuzedeel or certificaat.naam),
        model=MODELLEN["keuzedeel" if certificaat.keuzedeel else "onderdeel"],
        uitleg=UIT_HET_PLAN if direct else LEZING,
        kerntaken=_eigen_werkprocessen(eigen, _per_proces(regels), direct=direct),
        andere=onder_kerntaken(regel for regel in regels if regel.werkproces_id in anders),
        lessen=examenregels(gedaan, Onderdeel.LES),
        examen=[
            *examenregels(gedaan, Onderdeel.CERTIFICAATEXAMEN),
            *(vrijgestelde_regel(verzoek) for verzoek in vrij),
        ],
        examenplan=toets.examenplan,
        eindcijfer=toets.eindcijfer,
    )


def _per_proces(regels: Iterable[Planregel]) -> Gepland:
    """Per werkproces de planregel die telt: van twee plekken die met ja, anders de laatste."""
    gevonden: Gepland = {}
    for regel in regels:
        sleutel = (regel.certificaatwerkproces_id, regel.werkproces_id)
        eerder = gevonden.get(sleutel)
        if eerder is None or oordeel(eerder)[0] != OORDELEN[JA]:
            gevonden[sleutel] = regel
    return gevonden


def _eigen_werkprocessen(
    eigen: Iterable[Certificaatwerkprocesrij], gepland: Gepland, *, direct: bool
) -> list[Certificaatkerntaak]:
    """Onder hun kerntaak, met het eindoordeel: over henzelf (`direct`: het plan bestaat uit
    werkprocessen van het certificaat), anders over hetzelfde werk uit de kwalificatie.
    """
    taken: dict[str, Certificaatkerntaak] = {}
    for rij in eigen:
        leeg = Certificaatkerntaak(
            code=rij.kerntaak_code, titel=rij.kerntaak_titel, werkprocessen=[]
        )
        taak = taken.setdefault(rij.kerntaak_code, leeg)
        plan, gezegd, op = (_zelf if direct else _gedekt)(rij, gepland)
        taak["werkprocessen"].append(
            Certificaatwerkproces(code=rij.code, titel=rij.titel, plan=plan, oordeel=gezegd, op=op)
        )
    return list(taken.values())


def _zelf(rij: Certificaatwerkprocesrij, gepland: Gepland) -> tuple[str, str, str]:
    """(in het plan, eindoordeel, dag) van een plan met de werkprocessen van het certificaat."""
    regel = gepland.get((rij.pk, None))
    return (regel.code, *oordeel(regel)) if regel else ("", NIET_IN_PLAN, "")


def _gedekt(rij: Certificaatwerkprocesrij, gepland: Gepland) -> tuple[str, str, str]:
    """Idem, over hetzelfde werk uit de kwalificatie. Is dat er meer dan één, dan moet alles ja
    zijn: wat nog niet ja is staat er.
    """
    dekkingen = list(rij.dekkingen.all())
    regels = [gepland.get((None, dekking.werkproces_id)) for dekking in dekkingen]
    gezegd = [oordeel(regel) if regel else (NIET_IN_PLAN, "") for regel in regels]
    nog = [paar for paar in gezegd if paar[0] != OORDELEN[JA]]
    plan = [
        regel.code + (" (deels)" if dekking.deels else "")
        for regel, dekking in zip(regels, dekkingen, strict=True)
        if regel
    ]
    laatste = (nog or sorted(gezegd, key=itemgetter(1)) or [(NIET_NAAST_ELKAAR, "")])[-1]
    return ", ".join(plan), *laatste


def _keuzedelen(traject: Traject) -> list[Examenregel]:
    """Naam en code zoals het diploma ze noemt, met het resultaat."""
    heel = [stand for stand in bevestigde_standen(traject) if not stand.deel]
    vrij = verleend(traject, Onderdeel.KEUZEDEEL)
    return [
        *examenregels(heel, Onderdeel.KEUZEDEEL),
        *(vrijgestelde_regel(verzoek) for verzoek in vrij),
    ]
