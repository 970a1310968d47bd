"""Marks and words of an exam: rounding, the word scale, figures and letters."""

from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from ...models import Woord
from .gegevens import Waardering

EEN = Decimal(1)
VIJF, ZES = Decimal(5), Decimal(6)
LAAGSTE, HOOGSTE = Decimal(1), Decimal(10)
GEEN = Decimal(0)  # nothing recorded yet: below every mark
Grenzen = tuple[Decimal, Decimal]

# From low to high; every school has onvoldoende, voldoende and goed, the others are its choice.
SCHAAL = (
    Woord.ZEER_SLECHT,
    Woord.SLECHT,
    Woord.RUIM_ONVOLDOENDE,
    Woord.ONVOLDOENDE,
    Woord.BIJNA_VOLDOENDE,
    Woord.VOLDOENDE,
    Woord.RUIM_VOLDOENDE,
    Woord.GOED,
    Woord.ZEER_GOED,
    Woord.UITMUNTEND,
)
VERPLICHTE_WOORDEN = (Woord.ONVOLDOENDE, Woord.VOLDOENDE, Woord.GOED)
LETTERS = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")


def eindcijfer(gemiddelde: Decimal) -> Decimal:
    """Het hele cijfer; alleen de eerste decimaal beslist (4 of lager omlaag): 5,45 wordt 5."""
    eerste_decimaal = gemiddelde.quantize(Decimal("0.1"), ROUND_DOWN)
    return eerste_decimaal.quantize(EEN, ROUND_HALF_UP)


def gemiddelde(cijfers: list[Decimal]) -> Decimal:
    """Rekenkundig gemiddelde, ongewogen en niet afgerond; `cijfers` is niet leeg."""
    return sum(cijfers, GEEN) / len(cijfers)


def is_voldoende(woord: str) -> bool:
    """Of dit woord van de schaal ten minste 'voldoende' is."""
    return SCHAAL.index(Woord(woord)) >= SCHAAL.index(Woord.VOLDOENDE)


def drempelgrenzen(waardering: Waardering, tabel: dict[str, int]) -> Grenzen:
    """Tussen welke hele cijfers een waardering ligt als alleen '6 of voldoende' telt.

    Leeg is (0, 0). Een woord zonder tabel ligt aan zijn kant van de 6, een vrijstelling zonder
    cijfer erboven, en een vrijstelling met een cijfer nooit zeker eronder.
    """
    if waardering.cijfer is not None:
        laag, hoog = _hele(waardering.cijfer)
    elif waardering.woord:
        laag, hoog = _woordgrenzen(waardering.woord, tabel, los=False)
    else:
        laag, hoog = (ZES, HOOGSTE) if waardering.vrijgesteld else (GEEN, GEEN)
    return (laag, HOOGSTE) if waardering.vrijgesteld else (laag, hoog)


def middelgrenzen(waardering: Waardering, tabel: dict[str, int]) -> Grenzen:
    """Tussen welke hele cijfers een waardering ligt als zij meetelt in een gemiddelde.

    De EKB kent geen tabel van woorden naar cijfers: zonder tabel van de school is alles mogelijk.
    """
    if waardering.cijfer is not None:
        return _hele(waardering.cijfer)
    if waardering.woord:
        return _woordgrenzen(waardering.woord, tabel, los=True)
    return GEEN, GEEN


def _hele(cijfer: Decimal) -> Grenzen:
    """A whole mark as it is; half a mark is no end mark, so both neighbours are possible."""
    return cijfer.to_integral_value(ROUND_FLOOR), cijfer.to_integral_value(ROUND_CEILING)


def _woordgrenzen(woord: str, tabel: dict[str, int], *, los: bool) -> Grenzen:
    """A word outside the table of the school lies between its neighbours that are in it."""
    if woord in tabel:
        return Decimal(tabel[woord]), Decimal(tabel[woord])
    if woord not in SCHAAL:
        onder = woord == Woord.NIET_VOLDAAN and not los
        return LAAGSTE, VIJF if onder else HOOGSTE
    plek = SCHAAL.index(Woord(woord))
    laag = max((Decimal(tabel.get(w, 1)) for w in SCHAAL[:plek]), default=LAAGSTE)
    hoog = min((Decimal(tabel.get(w, 10)) for w in SCHAAL[plek:]), default=HOOGSTE)
    if los:
        return laag, hoog
    return (max(laag, ZES), hoog) if is_voldoende(woord) else (laag, min(hoog, VIJF))


def bezwaar_tegen_woordtabel(tabel: dict[str, int]) -> str:
    """Waarom deze tabel van woorden naar cijfers niet kan; leeg als zij kan of leeg is."""
    if not tabel:
        return ""
    if onbekend := [woord for woord in tabel if woord not in SCHAAL]:
        return f"Het woord “{onbekend[0]}” staat niet in de woordschaal van het examenbesluit."
    if mist := [woord.label for woord in VERPLICHTE_WOORDEN if woord not in tabel]:
        return f"Geef ook een cijfer voor {' en '.join(mist)}."
    if any(not LAAGSTE <= cijfer <= HOOGSTE for cijfer in tabel.values()):
        return "Gebruik hele cijfers van 1 tot en met 10."
    cijfers = [tabel[woord] for woord in SCHAAL if woord in tabel]
    if any(lager >= hoger for lager, hoger in zip(cijfers, cijfers[1:], strict=False)):
        return "Een beter woord heeft een hoger cijfer. Kijk de volgorde na."
    if any((cijfer >= ZES) != is_voldoende(woord) for woord, cijfer in tabel.items()):
        return "Voldoende en hoger is een 6 of meer; wat lager is dan voldoende blijft onder de 6."
    return ""


def getal(waarde: Decimal, decimalen: int | None = None) -> str:
    """Met een komma; `decimalen` zegt hoeveel erachter, anders zoveel als er zijn."""
    if decimalen is not None:
        waarde = waarde.quantize(Decimal(1).scaleb(-decimalen), ROUND_HALF_UP)
    return f"{waarde:f}".replace(".", ",")


def in_letters(cijfer: Decimal) -> str:
    """Een cijfer in letters, zoals de modellen van de resultatenlijst het ernaast vragen."""
    heel, tiende = divmod(int(cijfer * 10), 10)
    letters = LETTERS[heel - 1]
    return f"{letters} komma {('nul', *LETTERS)[tiende]}" if tiende else letters
