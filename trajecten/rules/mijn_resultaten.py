"""What the kandidaat reads about the own results, in plain words and without codes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..models import GENERIEK, Onderdeel, Resultaat, Route, Traject, Vrijstellingsbesluit
from .onderdeelgroepen import onderdeelgroepen
from .onderdelen import Onderdeelstand
from .schoolregels import schoolregels_van

LESSEN = (Onderdeel.LES, Onderdeel.VOORTGANGSTOETS, Onderdeel.OVERIG)
# Each of these has to be enough by itself; of the others a low mark may be compensated (EKB 17).
ELK_VOLDOENDE = (
    Onderdeel.KERNTAAK, Onderdeel.LOOPBAAN, Onderdeel.BURGERSCHAP, Onderdeel.CERTIFICAATEXAMEN,
)  # fmt: skip
CODE = re.compile(r"^[BPCD]\d+-K\d+\s+")
VOOR_DE_SCHOOL = "Vul de klokuren"  # asks something of the school, not of the kandidaat
GEWONE_WOORDEN = {": eindresultaat": ": het examen", ": voldaan": "", "klokuren": "uren"}


@dataclass(frozen=True)
class MijnDossier:
    """Van één traject: gehaald en vrij, nog niet gehaald en nog open, cijfers waar de school nog
    naar kijkt, lessen, en wat de school heeft weggehaald.
    """

    traject: Traject
    gehaald: list[Onderdeelstand]
    vrij: list[Vrijstellingsbesluit]
    nog_niet: list[Onderdeelstand]
    open: list[str]
    cijfers: list[Onderdeelstand]
    lessen: list[Onderdeelstand]
    ingetrokken: list[Resultaat]


def mijn_dossier(traject: Traject, resultaten: Iterable[Resultaat]) -> MijnDossier:
    """Wat de kandidaat van dit traject leest; `resultaten` zijn alle rijen ervan."""
    groepen = onderdeelgroepen(traject, resultaten)
    standen = [stand for groep in groepen for stand in groep.standen]
    examens = [stand for stand in standen if stand.onderdeel not in LESSEN]
    elk = _elk_voldoende(traject)
    gehaald = [stand for stand in examens if _is_gehaald(stand)]
    nog_niet = [s for s in examens if s not in gehaald and s.onderdeel in elk and not s.deel]
    besluiten = [besluit for groep in groepen for besluit in groep.vrijstellingen]
    verleend = Vrijstellingsbesluit.Uitkomst.VERLEEND
    return MijnDossier(
        traject,
        gehaald=gehaald,
        vrij=[besluit for besluit in besluiten if besluit.uitkomst == verleend],
        nog_niet=nog_niet,
        open=_nog_te_doen(groepen, nog_niet),
        cijfers=[stand for stand in examens if stand not in gehaald and stand not in nog_niet],
        lessen=[stand for stand in standen if stand.onderdeel in LESSEN],
        ingetrokken=[
            rij for groep in groepen for rij in groep.vroeger if hasattr(rij, "intrekking")
        ],
    )


def _elk_voldoende(traject: Traject) -> tuple[Onderdeel, ...]:
    """With compensation in the examenplan of the school a low part is not "nog niet gehaald"."""
    if traject.route != Route.CERTIFICAAT:
        return ELK_VOLDOENDE
    if not schoolregels_van(traject.instelling).certificaat_compensatie:
        return ELK_VOLDOENDE
    return tuple(deel for deel in ELK_VOLDOENDE if deel != Onderdeel.CERTIFICAATEXAMEN)


def _is_gehaald(stand: Onderdeelstand) -> bool:
    """CE and IE only say something together, so alone they are never passed or not."""
    return stand.is_voldoende and not (stand.onderdeel in GENERIEK and stand.deel)


def _nog_te_doen(groepen, nog_niet) -> list[str]:
    """What is still open; what was done and is not enough yet is told with its mark already."""
    gezegd = {(stand.code or stand.naam).casefold() for stand in nog_niet}
    zinnen = []
    for groep in groepen:
        if Onderdeel.CERTIFICAATEXAMEN in groep.onderdelen and groep.standen:
            continue  # each part is told with its mark
        zinnen += [zin for zin in groep.open if not any(wat in zin.casefold() for wat in gezegd)]
    return [_gewoon(zin) for zin in zinnen if not zin.startswith(VOOR_DE_SCHOOL)]


def _gewoon(zin: str) -> str:
    zin = CODE.sub("", zin)
    for woord, gewoon in GEWONE_WOORDEN.items():
        zin = zin.replace(woord, gewoon)
    return zin
