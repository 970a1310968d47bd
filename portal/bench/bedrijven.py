"""Fictional leerbedrijven in any number, the same ones at every run."""

import csv
import random
from collections.abc import Iterator
from pathlib import Path

SOORTEN = (
    "Bakkerij", "Bouwbedrijf", "Restaurant", "Zorgcentrum", "Garage", "Schilders", "Kwekerij",
    "Magazijn", "Kapsalon", "Lunchroom", "Drukkerij", "Metaalwerken", "Supermarkt", "Transport",
    "Hoveniers", "Wasserij", "Kinderopvang", "Installatietechniek", "Bezorgdienst", "Timmerbedrijf",
)  # fmt: skip
EIGEN = (
    "De Proeftuin", "Voorbeeld", "Het Begin", "De Schakel", "Zonnewijzer", "Café Noord", "Ĳsvogel",
    "De Linde", "Kompas", "'t Hoekje", "Van Voorbeeld en Zn.", "De Brug", "Oase", "Anker", "Merel",
    "Zeewind", "De Molen", "Vlinder", "Boog & Pijl", "De Werf",
)  # fmt: skip
PLAATSEN = (
    "Zwolle", "Deventer", "Zutphen", "Apeldoorn", "Almelo", "Den Haag", "'s-Hertogenbosch", "Breda",
    "Groningen", "Assen", "Emmen", "Leeuwarden", "Sneek", "Utrecht", "Amersfoort", "Arnhem", "Ede",
    "Tiel", "Venlo", "Sittard", "Goes", "Middelburg", "Hoorn", "Alkmaar", "Haarlem", "Leiden",
)  # fmt: skip
CREBOS = ("25743", "25741", "25960", "25589", "25180", "25774", "25808", "27042")
CODES = ("B1-K1-W1", "B1-K1-W2", "B1-K1-W3")
KOP = (
    "leerbedrijf_id", "naam", "straat", "huisnummer", "postcode", "plaats", "kvk",
    "vestigingsnummer", "crebo", "laatst_beoordeeld", "uitvoerbaar", "niet_uitvoerbaar",
)  # fmt: skip


def verzinnen(aantal: int) -> Iterator[tuple[str, ...]]:
    """`aantal` lines of a CSV, one leerbedrijf with one erkenning each; a tenth knows its codes."""
    kans = random.Random(2026)  # noqa: S311  made-up companies, no secrets
    for nummer in range(aantal):
        kent_codes = nummer % 10 == 0
        yield (
            str(200_000_000 + nummer),
            f"{kans.choice(SOORTEN)} {kans.choice(EIGEN)} {nummer}",
            f"{kans.choice(EIGEN).split()[-1]}straat",
            str(kans.randint(1, 250)),
            f"{kans.randint(1000, 9999)} {kans.choice('ABCDE')}{kans.choice('KLMNP')}",
            kans.choice(PLAATSEN),
            str(10_000_000 + nummer),
            str(100_000_000_000 + nummer),
            kans.choice(CREBOS),
            f"{kans.randint(1, 28):02}-{kans.randint(1, 12):02}-2025",
            " ".join(CODES[:2]) if kent_codes else "",
            CODES[2] if kent_codes else "",
        )


def bestand_maken(pad: Path, aantal: int) -> None:
    with pad.open("w", encoding="utf-8-sig", newline="") as bestand:
        schrijver = csv.writer(bestand, delimiter=";")
        schrijver.writerow(KOP)
        schrijver.writerows(verzinnen(aantal))
