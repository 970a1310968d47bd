"""The pages of layer 2, one function each: which figures, as which charts."""

from collections.abc import Callable
from dataclasses import dataclass

from ..grafieken import Grafiek, balken, lijn, punten, stapel
from ..indicatoren import Dimensie as D
from ..periodes import Periode, Soort
from ..rules.kijkers import Kijker
from ..tabellen import Cel, Maat
from .cijfers import Cijfers, rest
from .tabel import Keuze, definitie, over_tijd, tabel, uitsplitsing

KWARTALEN = 8
BREED = (
    D.NIVEAU, D.SECTOR, D.KWALIFICATIE, D.LEERBEDRIJF, D.VERWIJZER_SOORT, D.VERWIJZER, D.DOELGROEP,
    D.GEMEENTE, D.INSTELLING,
)  # fmt: skip
NAZORG = (3, 6, 12)
STAPPEN = ("Aangemeld", "Intake gehad", "Leerbedrijf tekende", "Gestart")


@dataclass(frozen=True)
class Blad:
    """Eén pagina: wat erop staat, welke indicatoren dat zijn, en waarnaar je kunt uitsplitsen."""

    naam: str  # also the last part of the url
    kop: str
    vraag: str
    indicatoren: tuple[str, ...]
    maken: Callable[[Kijker, Keuze], list[Grafiek]]
    uitsplitsen: tuple[D, ...] = ()


def reeks(periode: Periode) -> list[Periode]:
    """Acht kwartalen (of vier jaren) tot en met deze, de oudste eerst."""
    aantal = KWARTALEN if periode.soort == Soort.KWARTAAL else 4
    return [periode.vorige(terug) for terug in range(aantal - 1, 0, -1)] + [periode]


def _rijen(cijfers: Cijfers, keuze: Keuze, *codes: str) -> list[tuple[str, list[Cel]]]:
    """One row per indicator, over the chosen period and route."""
    return [
        (definitie(code).titel, [cijfers.cel(code, keuze.periode, keuze.route)]) for code in codes
    ]


def _uit(cijfers: Cijfers, keuze: Keuze, maat: Maat, *paren: tuple[str, str]) -> list[Grafiek]:
    """Indicatoren broken down; only over a whole year, in a quarter the groups are too small."""
    if keuze.periode.soort != Soort.JAAR:
        return []
    return [balken(uitsplitsing(cijfers, keuze, code, per, maat)) for code, per in paren if per]


def _trechter(kijker: Kijker, keuze: Keuze) -> list[Grafiek]:
    cijfers = Cijfers(kijker, ("I01", "I02", "I03", "I04", "I07"), [keuze.periode])
    cellen = [rij for _, rij in _rijen(cijfers, keuze, "I01", "I02", "I03", "I04")]
    trechter = tabel(
        "trechter", keuze, zip(STAPPEN, cellen, strict=True), titel="Van aanmelding tot start",
        kopkolom="Stap", kolommen=["Trajecten"],
        conclusie=f"Aangemeld: {cellen[0][0].teller}. Daarvan gestart: {cellen[3][0].teller}.",
        uitleg="Per stap: van de stap ervoor. Geteld zijn de aanmeldingen van deze periode.",
    )  # fmt: skip
    per = keuze.uitsplitsing
    gekozen = (("I01", per), ("I04", per), ("I07", D.KLASSE))
    return [balken(trechter), *_uit(cijfers, keuze, Maat.AANTAL, *gekozen)]


def _doorlooptijd(kijker: Kijker, keuze: Keuze) -> list[Grafiek]:
    perioden = reeks(keuze.periode)
    cijfers = Cijfers(kijker, ("I06",), perioden)
    tijd = over_tijd(cijfers, keuze, "I06", perioden, maat=Maat.DAGEN)
    return [lijn(tijd), *_uit(cijfers, keuze, Maat.DAGEN, ("I06", keuze.uitsplitsing))]


def _voortgang(kijker: Kijker, keuze: Keuze) -> list[Grafiek]:
    cijfers = Cijfers(kijker, ("I08", "I14", "I13", "I09", "I25"), [keuze.periode])
    lopend = _rijen(cijfers, keuze, "I08", "I14", "I25")
    stand = tabel(
        "stand", keuze, lopend, titel="Hoe het er aan het eind van de periode voor stond",
        conclusie=f"Lopend aan het eind: {lopend[0][1][0]}.", kopkolom="Wat", kolommen=["Aantal"],
    )  # fmt: skip
    gehaald = _rijen(cijfers, keuze, "I09", "I13")
    uitkomst = tabel(
        "afgerond", keuze, gehaald, titel="Wat mensen haalden", kopkolom="Wat",
        conclusie=f"Afgerond met een document: {gehaald[0][1][0]}.", kolommen=["Aandeel"],
        maat=Maat.AANDEEL,
    )  # fmt: skip
    return [
        balken(stand), balken(uitkomst),
        *_uit(cijfers, keuze, Maat.AANTAL, ("I09", D.DOCUMENT), ("I08", keuze.uitsplitsing)),
        *_uit(cijfers, keuze, Maat.AANDEEL, ("I09", keuze.uitsplitsing)),
    ]  # fmt: skip


def _uitval(kijker: Kijker, keuze: Keuze) -> list[Grafiek]:
    cijfers = Cijfers(kijker, ("I10", "I12", "I11", "I05"), [keuze.periode])
    rijen = _rijen(cijfers, keuze, "I10", "I12", "I11")
    totaal = tabel(
        "uitval", keuze, rijen, titel="Stoppen na de start", kopkolom="Wat", kolommen=["Aandeel"],
        conclusie=f"Uitval: {rijen[0][1][0]}.", maat=Maat.AANDEEL,
        uitleg="Geteld zijn de trajecten die in deze periode begonnen, tot vandaag gevolgd.",
    )  # fmt: skip
    redenen = (("I10", D.REDEN), ("I10", D.STOPMAAND), ("I05", D.REDEN))
    return [
        balken(totaal), *_uit(cijfers, keuze, Maat.AANDEEL, ("I10", keuze.uitsplitsing)),
        *_uit(cijfers, keuze, Maat.AANTAL, *redenen),
    ]  # fmt: skip


def _uitstroom(kijker: Kijker, keuze: Keuze) -> list[Grafiek]:
    werk = [f"I16-{maand}" for maand in NAZORG]
    daarna = ("I18-12", "I19-12", "I20-12")
    codes = [*werk, *(f"{code}-onbekend" for code in werk), "I17-12", *daarna]
    cijfers = Cijfers(kijker, codes, [keuze.periode])
    rijen = []
    for maand, code in zip(NAZORG, werk, strict=True):
        ja = cijfers.cel(code, keuze.periode, keuze.route)
        onbekend = cijfers.cel(f"{code}-onbekend", keuze.periode, keuze.route)
        rijen.append((f"Na {maand} maanden", [ja, rest(ja), onbekend]))
    cohort = tabel(
        "werk", keuze, rijen, titel="Werk na 3, 6 en 12 maanden", kopkolom="Moment",
        conclusie=_werkzin(rijen[-1][1][0], rijen[-1][1][2]),
        kolommen=["Werkt", "Werkt niet", "Onbekend"],
        uitleg="Geteld is wie in deze periode klaar was. Onbekend telt nooit als nee.",
    )  # fmt: skip
    na_een_jaar = _rijen(cijfers, keuze, *daarna)
    overig = tabel(
        "daarna", keuze, na_een_jaar, titel="Wat er na een jaar is", kopkolom="Wat",
        conclusie=f"Doorstroom naar een volgende opleiding: {na_een_jaar[-1][1][0]}.",
        kolommen=["Aandeel"], maat=Maat.AANDEEL,
    )  # fmt: skip
    waar_en_stap = (("I17-12", D.WAAR), ("I20-12", D.STAP))
    return [stapel(cohort), balken(overig), *_uit(cijfers, keuze, Maat.AANTAL, *waar_en_stap)]


def _werkzin(ja: Cel, onbekend: Cel) -> str:
    """Below half of the answers no headline: who answers is seldom like who does not."""
    over = onbekend.noemer
    if not (ja.heeft_aandeel and onbekend.getoond and over and over.getoond):
        return f"Werk na 12 maanden: {ja if ja.getoond and ja.noemer else ja.teller}."
    onbekenden = f"Onbekend: {onbekend.teller} van {over}."
    if 2 * onbekend.teller.waarde > over.waarde:
        return f"Van te weinig mensen weten we na 12 maanden of ze werken. {onbekenden}"
    return f"Werk na 12 maanden: {ja}. {onbekenden}"


def _vergelijken(kijker: Kijker, keuze: Keuze) -> list[Grafiek]:
    perioden, codes = reeks(keuze.periode), ("I01", "I04", "I09", "I10")
    cijfers = Cijfers(kijker, codes, perioden)
    grafieken = [lijn(over_tijd(cijfers, keuze, code, perioden)) for code in ("I01", "I09")]
    if kijker.regio_zonder is None:
        return grafieken
    ernaast = Cijfers(kijker.regio_zonder, codes, [keuze.periode])
    rijen = [
        (definitie(code).titel, [bron.cel(code, keuze.periode) for bron in (cijfers, ernaast)])
        for code in ("I04", "I09", "I10")
    ]
    eigen, elders = rijen[1][1]
    naast = tabel(
        "regio", Keuze(keuze.periode, keuze.vandaag), rijen, titel="Naast de rest van de regio",
        conclusie=f"Afgerond met een document: {eigen}, in de rest van de regio {elders}.",
        kopkolom="Wat", kolommen=[kijker.naam, "Rest van de regio"], maat=Maat.AANDEEL,
        uitleg="Een verschil zegt niet waardoor het komt. De regio is zonder de eigen gemeente.",
    )  # fmt: skip
    return [*grafieken, punten(naast)]


BLADEN: dict[str, Blad] = {
    blad.naam: blad
    for blad in (
        Blad("trechter", "Instroom", "Hoeveel mensen komen binnen en hoe ver komen ze?",
             ("I01", "I02", "I03", "I04", "I07"), _trechter, BREED),
        Blad("doorlooptijd", "Doorlooptijd", "Hoe lang duurt het tot iemand begint?", ("I06",),
             _doorlooptijd, (D.NIVEAU, D.SECTOR, D.VERWIJZER_SOORT, D.GEMEENTE, D.INSTELLING)),
        Blad("voortgang", "Voortgang", "Hoeveel trajecten lopen er, en wat halen mensen?",
             ("I08", "I14", "I25", "I09", "I13"), _voortgang, BREED),
        Blad("uitval", "Uitval", "Wie stopt, wanneer en waarom?", ("I10", "I11", "I12", "I05"),
             _uitval, BREED),
        Blad("uitstroom", "Daarna", "Wat doen mensen na 3, 6 en 12 maanden?",
             ("I16", "I17", "I18", "I19", "I20"), _uitstroom),
        Blad("vergelijken", "Vergelijken", "Hoe gaat het over de tijd, en naast de regio?",
             ("I01", "I04", "I09", "I10"), _vergelijken),
    )
}  # fmt: skip
