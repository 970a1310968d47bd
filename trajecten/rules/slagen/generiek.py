"""Nederlands, rekenen, Engels, and loopbaan en burgerschap (EKB 17)."""

from collections.abc import Sequence
from decimal import Decimal

from ...models import Woord
from .cijfers import GEEN, HOOGSTE, LAAGSTE, Grenzen, eindcijfer, gemiddelde, getal
from .gegevens import JA, NEE, ONBEKEND, Antwoord, Diplomastand, Generiek, Waardering
from .wegen import als, wegen, zeggen

ENTREE, NIVEAU_4 = 1, 4


def eindcijfer_van(onderdeel: Generiek) -> Decimal | None:
    """Het eindcijfer: van centraal examen en instellingsexamen samen, anders het eindcijfer zelf.

    None als er nog iets mist of als er een woord of een vrijstelling zonder cijfer bij is.
    """
    if onderdeel.ce.cijfer is not None and onderdeel.ie.cijfer is not None:
        return eindcijfer(gemiddelde([onderdeel.ce.cijfer, onderdeel.ie.cijfer]))
    if onderdeel.ce.leeg and onderdeel.ie.leeg and onderdeel.eind.cijfer is not None:
        return eindcijfer(onderdeel.eind.cijfer)
    return None


def generieke_antwoorden(stand: Diplomastand) -> list[Antwoord]:
    """De antwoorden over taal en rekenen, en over loopbaan en burgerschap."""
    if stand.niveau == ENTREE:
        talen = [_nederlands_entree(stand), *_schoolminimum(stand), _rekenen_entree(stand)]
    else:
        talen = [_cijferregel(stand)]
    return [*talen, *_loopbaan_en_burgerschap(stand)]


def _grenzen(onderdeel: Generiek) -> Grenzen:
    if (cijfer := eindcijfer_van(onderdeel)) is not None:
        return cijfer, cijfer
    if not onderdeel.eind.leeg or not onderdeel.ce.leeg and not onderdeel.ie.leeg:
        return LAAGSTE, HOOGSTE  # a word, or an exemption without a mark
    return GEEN, GEEN


def _zeggen(onderdeel: Generiek) -> str:
    if (cijfer := eindcijfer_van(onderdeel)) is not None:
        if onderdeel.ce.leeg:
            return getal(cijfer)
        return f"{getal(cijfer)} (CE {zeggen(onderdeel.ce)}, IE {zeggen(onderdeel.ie)})"
    if onderdeel.ce.leeg and onderdeel.ie.leeg:
        return zeggen(onderdeel.eind)
    return f"CE {zeggen(onderdeel.ce)}, IE {zeggen(onderdeel.ie)}"


def _eis(cijfers: Sequence[Decimal]) -> str:
    """One of them at least a 5, the others at least a 6."""
    return als(min(cijfers) >= 5 and sum(cijfer < 6 for cijfer in cijfers) <= 1)


def _cijferregel(stand: Diplomastand) -> Antwoord:
    delen = {"Nederlands": stand.nederlands, "rekenen": stand.rekenen}
    bron = "EKB 17 lid 2 onder a"
    if stand.niveau == NIVEAU_4:
        delen, bron = delen | {"Engels": stand.engels}, "EKB 17 lid 3"
    voldaan = wegen([_grenzen(deel) for deel in delen.values()], _eis)
    anderen = "de andere twee" if len(delen) == 3 else "het andere"
    zinnen = {
        JA: "De eindcijfers zijn genoeg",
        NEE: f"Eén eindcijfer mag een 5 zijn, {anderen} ten minste een 6",
        ONBEKEND: "Er is een woord of een vrijstelling zonder cijfer: dit valt niet te rekenen",
    }
    getallen = ", ".join(f"{naam} {_zeggen(deel)}" for naam, deel in delen.items())
    namen = [*delen]
    regel = f"{', '.join(namen[:-1])} en {namen[-1]}"
    return Antwoord(regel, voldaan, f"{zinnen[voldaan]}: {getallen}.", bron, getallen)


def _nederlands_entree(stand: Diplomastand) -> Antwoord:
    laag, hoog = _grenzen(stand.nederlands)
    voldaan = als(hoog >= LAAGSTE)
    gezegd = _zeggen(stand.nederlands)
    zin = f"Nederlands: {gezegd}. Bij entree is er geen ondergrens."
    if voldaan == NEE:
        zin = f"Nederlands is nog niet afgerond: {gezegd}."
    return Antwoord("Nederlands", voldaan, zin, "EKB 17 lid 1", gezegd)


def _schoolminimum(stand: Diplomastand) -> list[Antwoord]:
    minimum = stand.regels.nederlands_minimum
    if minimum is None:
        return []
    voldaan = wegen([_grenzen(stand.nederlands)], lambda c: als(c[0] >= minimum))
    gezegd = _zeggen(stand.nederlands)
    zin = f"De school vraagt voor Nederlands ten minste een {minimum}: {gezegd}."
    bron = stand.regels.bron
    return [Antwoord("Nederlands, minimum van de school", voldaan, zin, bron, gezegd, True)]


def _rekenen_entree(stand: Diplomastand) -> Antwoord:
    eind = stand.rekenen.eind
    gezegd = _zeggen(stand.rekenen)
    bron = "EKB 17 lid 1 onder c"
    if eind.woord in (Woord.VOLDAAN, Woord.NIET_VOLDAAN) or eind == Waardering(vrijgesteld=True):
        voldaan = als(eind.woord != Woord.NIET_VOLDAAN)
    else:
        voldaan = NEE if stand.rekenen.leeg else ONBEKEND
    zinnen = {
        JA: f"Rekenen: {gezegd}.",
        NEE: f"Rekenen moet voldaan zijn: {gezegd}.",
        ONBEKEND: f"Bij entree hoort voldaan of niet voldaan, en er staat: {gezegd}.",
    }
    return Antwoord("Rekenen", voldaan, zinnen[voldaan], bron, gezegd)


def _loopbaan_en_burgerschap(stand: Diplomastand) -> list[Antwoord]:
    bron = "EKB 17 lid 1 onder b" if stand.niveau == ENTREE else "EKB 17 lid 2 onder c"
    if stand.niveau == NIVEAU_4:
        bron = "EKB 17 lid 3"
    antwoorden = []
    for naam, deel in (("Loopbaan", stand.loopbaan), ("Burgerschap", stand.burgerschap)):
        voldaan = als(deel.vrijgesteld or deel.woord == Woord.VOLDAAN)
        gezegd = zeggen(deel)
        zin = f"{naam}: {gezegd}."
        if voldaan == NEE:
            zin = f"{naam} moet voldaan zijn: {gezegd}."
        antwoorden.append(Antwoord(naam, voldaan, zin, bron, gezegd))
    return antwoorden
