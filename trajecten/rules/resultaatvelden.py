"""Field by field why a result cannot be recorded like this, and what the lists make of it.

Sources: EKB 15 and 17 (whole marks, words, rekenen and L&B voldaan), RMD bijlage 10 deel A and C.
"""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

from ..models import (
    GENERIEK,
    HEEL_CIJFER,
    MET_CODE,
    NIVEAUS_VAN,
    Deel,
    Onderdeel,
    Woord,
)
from .afronding import bezwaar_tegen_dag
from .resultaten import Kader, Opgave

KEUZEDEELCODE = re.compile(r"K\d{4}")
KLOKUREN = (240, 480, 720)
DELEN_VAN = {
    Onderdeel.KERNTAAK: (Deel.DEELEXAMEN,),
    Onderdeel.KEUZEDEEL: (Deel.DEELEXAMEN,),
    Onderdeel.NEDERLANDS: (Deel.CENTRAAL, Deel.INSTELLING),
    Onderdeel.ENGELS: (Deel.CENTRAAL, Deel.INSTELLING),
}
VOLDAAN = (Woord.VOLDAAN, Woord.NIET_VOLDAAN)
EXAMENWOORDEN = tuple(woord for woord in Woord if woord not in VOLDAAN)
LOOPBAAN_BURGERSCHAP = (Onderdeel.LOOPBAAN, Onderdeel.BURGERSCHAP)
VRIJ = (Onderdeel.LES, Onderdeel.VOORTGANGSTOETS, Onderdeel.OVERIG)
WOORDEN_VAN = (
    dict.fromkeys((*MET_CODE, Onderdeel.CERTIFICAATEXAMEN), EXAMENWOORDEN)
    | dict.fromkeys((Onderdeel.REKENEN, *LOOPBAAN_BURGERSCHAP), VOLDAAN)
    | dict.fromkeys(VRIJ, tuple(Woord))
)


def bezwaren_tegen_resultaat(kader: Kader, opgave: Opgave) -> dict[str, str]:
    """Per veld waarom dit resultaat zo niet kan; leeg als alles klopt.

    Velden: onderdeel, deel, code, naam, niveau, resultaat, klokuren en gebeurd_op.
    """
    if opgave.onderdeel not in Onderdeel.values:
        return {"onderdeel": f"Het onderdeel “{opgave.onderdeel}” kennen we niet."}
    gevonden = {
        "onderdeel": _bezwaar_tegen_onderdeel(kader, opgave),
        "deel": _bezwaar_tegen_deel(opgave),
        "code": _bezwaar_tegen_code(kader, opgave),
        "naam": _bezwaar_tegen_naam(kader, opgave),
        "niveau": _bezwaar_tegen_niveau(opgave),
        "resultaat": _bezwaar_tegen_waarde(opgave),
        "klokuren": _bezwaar_tegen_klokuren(kader, opgave),
        "gebeurd_op": bezwaar_tegen_dag_van_resultaat(kader, opgave.gebeurd_op),
    }
    return {veld: bezwaar for veld, bezwaar in gevonden.items() if bezwaar}


def aangevuld(kader: Kader, opgave: Opgave) -> tuple[Opgave, bool]:
    """De opgave met code, naam en uren zoals dossier en lijst ze noemen, en of de code bekend is.

    Een code die de lijst niet kent blijft staan met de naam die is opgegeven, niet bevestigd.
    """
    onderdeel, deelexamen = opgave.onderdeel, opgave.deel == Deel.DEELEXAMEN
    if onderdeel == Onderdeel.CERTIFICAATEXAMEN and kader.traject.certificaat:
        return replace(opgave, code=kader.traject.certificaat.code), True
    if onderdeel == Onderdeel.KERNTAAK:
        titel = kader.kerntaken.get(opgave.code, "")
        naam = opgave.naam if deelexamen or not titel else titel
        return replace(opgave, naam=naam), bool(titel)
    if onderdeel == Onderdeel.KEUZEDEEL:
        rij = kader.keuzedelen.get(opgave.code)
        if rij is None:
            return opgave, False
        naam = opgave.naam if deelexamen else rij.naam
        return replace(opgave, naam=naam, klokuren=opgave.klokuren or rij.klokuren), True
    if onderdeel in (*GENERIEK, *LOOPBAAN_BURGERSCHAP):
        return replace(opgave, code="", naam=str(Onderdeel(onderdeel).label)), True
    return replace(opgave, code=""), True


def bezwaar_tegen_dag_van_resultaat(kader: Kader, dag: date) -> str:
    """Behaald tijdens dit traject; wat eerder behaald is kan een vrijstelling zijn (EKB 3b)."""
    if kader.begin and dag < kader.begin:
        return (
            f"Deze dag is vóór de start van dit traject op {kader.begin:%d-%m-%Y}. "
            "Voor een resultaat van eerder vraagt de kandidaat een vrijstelling."
        )
    return bezwaar_tegen_dag(dag)


def _bezwaar_tegen_onderdeel(kader: Kader, opgave: Opgave) -> str:
    if opgave.onderdeel == Onderdeel.CERTIFICAATEXAMEN and kader.traject.certificaat is None:
        return "Dit traject is niet voor een mbo-certificaat. Kies een ander onderdeel."
    if opgave.onderdeel == Onderdeel.KERNTAAK and kader.traject.kwalificatie is None:
        return "Bij dit traject is nog geen opleiding gekozen."
    return ""


def _bezwaar_tegen_deel(opgave: Opgave) -> str:
    if not opgave.deel or opgave.deel in DELEN_VAN.get(Onderdeel(opgave.onderdeel), ()):
        return ""
    return f"Bij {Onderdeel(opgave.onderdeel).label} hoort dit deel niet. Laat het leeg."


def _bezwaar_tegen_code(kader: Kader, opgave: Opgave) -> str:
    code, traject = opgave.code, kader.traject
    if opgave.onderdeel == Onderdeel.KERNTAAK:
        if not code:
            return "Vul de code van de kerntaak in, zoals B1-K1."
        if kader.kerntaken and code not in kader.kerntaken:
            return (
                f"{code} is geen kerntaak van {traject.kwalificatie}. "
                "Dit examen hoort bij een andere opleiding."
            )
    if opgave.onderdeel == Onderdeel.KEUZEDEEL and not KEUZEDEELCODE.fullmatch(code):
        return "Een keuzedeel heeft een K en vier cijfers, zoals K0023."
    if (
        opgave.onderdeel == Onderdeel.CERTIFICAATEXAMEN
        and traject.certificaat
        and code not in ("", traject.certificaat.code)
    ):
        return f"{code} is een ander certificaat. Dit traject is voor {traject.certificaat}."
    return ""


def _bezwaar_tegen_naam(kader: Kader, opgave: Opgave) -> str:
    if opgave.naam:
        return ""
    match opgave.onderdeel:
        case Onderdeel.KERNTAAK | Onderdeel.KEUZEDEEL:
            if opgave.deel:
                return "Vul de naam van het deelexamen in, zoals die in de OER staat."
            bekend = {**kader.kerntaken, **kader.keuzedelen}
            if opgave.code in bekend or _bezwaar_tegen_code(kader, opgave):
                return ""
            return f"De code {opgave.code} kennen we niet. Vul de naam in."
        case Onderdeel.CERTIFICAATEXAMEN:
            return "Vul in welk onderdeel van het examen dit is."
        case Onderdeel.LES | Onderdeel.VOORTGANGSTOETS | Onderdeel.OVERIG:
            return "Vul de naam in."
    return ""


def _bezwaar_tegen_niveau(opgave: Opgave) -> str:
    keuzes = NIVEAUS_VAN.get(Onderdeel(opgave.onderdeel), ())
    if opgave.niveau:
        wat = f"Kies {', '.join(keuzes)}." if keuzes else "Laat het leeg."
        return "" if opgave.niveau in keuzes else f"Dit niveau hoort hier niet. {wat}"
    if opgave.onderdeel in (Onderdeel.NEDERLANDS, Onderdeel.ENGELS):
        return f"Kies het niveau van dit examen: {', '.join(keuzes)}."
    if opgave.onderdeel == Onderdeel.REKENEN and opgave.cijfer is not None:
        return "Kies het mbo-rekenniveau. Alleen bij rekenen entree blijft dit leeg, met voldaan."
    return ""


def _bezwaar_tegen_klokuren(kader: Kader, opgave: Opgave) -> str:
    if opgave.klokuren is None or opgave.onderdeel in VRIJ:
        return ""
    if opgave.onderdeel != Onderdeel.KEUZEDEEL:
        return "Klokuren horen alleen bij een keuzedeel of les. Laat dit leeg."
    if opgave.klokuren not in KLOKUREN:
        return "Een keuzedeel heeft 240, 480 of 720 klokuren."
    rij = kader.keuzedelen.get(opgave.code)
    if rij and rij.klokuren and rij.klokuren != opgave.klokuren:
        return f"{rij} heeft {rij.klokuren} klokuren."
    return ""


def _bezwaar_tegen_waarde(opgave: Opgave) -> str:
    gevuld = [opgave.cijfer is not None, bool(opgave.woord), bool(opgave.uitslag)]
    onderdeel = Onderdeel(opgave.onderdeel)
    if sum(gevuld) != 1:
        return "Vul het resultaat in: een cijfer of een woord."
    if opgave.cijfer is not None:
        return _bezwaar_tegen_cijfer(onderdeel, opgave, opgave.cijfer)
    woorden = WOORDEN_VAN.get(onderdeel, ())
    if opgave.uitslag and onderdeel not in VRIJ or opgave.woord and opgave.woord not in woorden:
        return _past_niet(onderdeel, opgave.uitslag or str(Woord(opgave.woord).label))
    if onderdeel == Onderdeel.REKENEN and opgave.niveau:
        return f"Bij {opgave.niveau} hoort een heel cijfer, zoals 7."
    return ""


def _past_niet(onderdeel: Onderdeel, waarde: str) -> str:
    mag = {
        Onderdeel.NEDERLANDS: "een cijfer",
        Onderdeel.ENGELS: "een cijfer",
        Onderdeel.REKENEN: "een heel cijfer, of bij entree voldaan of niet voldaan",
        Onderdeel.LOOPBAAN: "voldaan of niet voldaan",
        Onderdeel.BURGERSCHAP: "voldaan of niet voldaan",
    }.get(onderdeel, "een cijfer of een woord als onvoldoende, voldoende of goed")
    return f"“{waarde}” kan hier niet. Bij {onderdeel.label} hoort {mag}."


def _bezwaar_tegen_cijfer(onderdeel: Onderdeel, opgave: Opgave, cijfer: Decimal) -> str:
    getoond = str(cijfer).replace(".", ",")
    if onderdeel in LOOPBAAN_BURGERSCHAP:
        return _past_niet(onderdeel, getoond)
    if not 1 <= cijfer <= 10:
        return f"Een cijfer ligt tussen 1 en 10. Hier staat {getoond}."
    if cijfer != cijfer.quantize(Decimal("0.1")):
        return f"Een cijfer heeft één cijfer achter de komma, zoals 6,8. Hier staat {getoond}."
    if onderdeel in HEEL_CIJFER and not opgave.deel and cijfer != cijfer.to_integral_value():
        return f"Het eindresultaat van {onderdeel.label} is een heel cijfer. Hier staat {getoond}."
    return ""
