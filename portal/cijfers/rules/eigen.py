"""Who writes beside the figures of an organisatie, and what may be written. Design of our own."""

import re
from decimal import Decimal

from trajecten.models import Lidmaatschap, Organisatie, Rol

from ..indicatoren import INDICATOREN
from ..models import EigenOpgave
from ..periodes import Soort, lezen

HOOGSTENS_ZINNEN = 3
MET_CIJFERS = (
    Organisatie.Soort.GEMEENTE,
    Organisatie.Soort.INSTELLING,
    Organisatie.Soort.SOCIAAL_WERKBEDRIJF,
)
ZINSEINDE = re.compile(r"[.!?]+(?=\s|$)")
HEEL_JAAR = (Soort.JAAR, Soort.SCHOOLJAAR)


def bezwaar_tegen_opschrijven(lid: Lidmaatschap) -> str:
    """Alleen wie beleid maakt bij een organisatie die eigen cijfers heeft; leeg als het mag."""
    if lid.rol != Rol.BELEID or lid.organisatie is None:
        return "Alleen een beleidsmedewerker schrijft dit op."
    if lid.organisatie.soort not in MET_CIJFERS:
        return "Jouw organisatie heeft geen eigen cijfers."
    return ""


def bezwaar_tegen_indicator(code: str) -> str:
    """De indicator bestaat."""
    return "" if code in INDICATOREN else "Dit cijfer bestaat niet. Kies er een uit de lijst."


def bezwaar_tegen_periode(code: str) -> str:
    """Alleen een vaste periode."""
    return (
        "" if lezen(code) else "Deze periode bestaat niet. Kies een kwartaal, jaar of schooljaar."
    )


def aantal_zinnen(tekst: str) -> int:
    """Zinnen, geteld aan punt, vraagteken of uitroepteken; een losse staart is er ook een."""
    stukken = [stuk for stuk in ZINSEINDE.split(tekst.strip()) if stuk.strip()]
    return len(stukken)


def bezwaar_tegen_duiding(code: str, periode: str, tekst: str) -> str:
    """Eén tot drie zinnen bij een cijfer over een periode; een lege tekst haalt hem weg."""
    if bezwaar := bezwaar_tegen_indicator(code) or bezwaar_tegen_periode(periode):
        return bezwaar
    if (zinnen := aantal_zinnen(tekst)) > HOOGSTENS_ZINNEN:
        return (
            f"Dit zijn {zinnen} zinnen. Schrijf er hoogstens {HOOGSTENS_ZINNEN}: "
            "de rest hoort in een bijlage."
        )
    return ""


def bezwaren_tegen_eigen_opgave(
    *, soort: str, code: str, periode: str, waarde: Decimal | None, herkomst: str
) -> dict[str, str]:
    """Per veld waarom het zo niet kan; leeg als alles klopt.

    Een totaal over een heel jaar, met de bron erbij. Leeg is "niet ingevuld".
    """
    kosten = soort == EigenOpgave.Soort.KOSTEN
    gelezen = lezen(periode)
    gevonden = {
        "code": "" if kosten and not code else bezwaar_tegen_indicator(code),
        "periode": bezwaar_tegen_periode(periode),
        "waarde": _bezwaar_tegen_waarde(kosten, code, waarde),
        "herkomst": _bezwaar_tegen_herkomst(waarde, herkomst),
    }
    if kosten and code:
        gevonden["code"] = "Kosten horen bij het hele jaar, niet bij één cijfer."
    if gelezen and gelezen.soort not in HEEL_JAAR:
        gevonden["periode"] = "Vul dit in over een heel jaar of schooljaar."
    return {veld: bezwaar for veld, bezwaar in gevonden.items() if bezwaar}


def _bezwaar_tegen_waarde(kosten: bool, code: str, waarde: Decimal | None) -> str:
    if waarde is None:
        return ""
    if waarde < 0:
        return "Een totaal is nul of meer. Vul een getal in zonder minteken."
    definitie = INDICATOREN.get(code)
    if not kosten and definitie and definitie.heeft_noemer and not definitie.spreiding:
        if waarde > 100:
            return "Dit is een percentage. Vul een getal in van 0 tot en met 100."
    elif not kosten and waarde != waarde.to_integral_value():
        return "Dit is een aantal. Vul een heel getal in."
    return ""


def _bezwaar_tegen_herkomst(waarde: Decimal | None, herkomst: str) -> str:
    if waarde is not None and not herkomst.strip():
        return "Schrijf op waar dit getal vandaan komt, zoals “jaarrekening 2025, pagina 12”."
    if waarde is None and herkomst.strip():
        return "Vul ook het getal in, of maak de bron leeg."
    return ""
