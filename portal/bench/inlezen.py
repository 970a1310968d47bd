"""Gate `import`: 250,000 leerbedrijven by staging against the same rows by bulk_create.

Both sides start from the same checked lines and an empty table with all its indexes and keys, and
end with the same rows, existing ones updated.
"""

import csv
import io

from django.db import connection, transaction

from trajecten.imports.inladen import Inlader
from trajecten.imports.leerbedrijven import Leerbedrijvenbestand, Rij
from trajecten.models import Erkenning, Leerbedrijf, Uitvoerbaar

from .bedrijven import KOP, verzinnen
from .meting import Meting, duur, minstens

AANTAL = 250_000
STAPEL = 10_000
PARTIJ = 1_000
BEDRIJFVELDEN = (
    "leerbedrijf_id", "naam", "straat", "huisnummer", "postcode", "plaats", "kvk",
    "vestigingsnummer", "zoek",
)  # fmt: skip
DATAVELDEN = ("laatst_beoordeeld", "volgende_beoordeling", "ingetrokken_op")


def meten() -> list[Meting]:
    rijen = rijen_maken()
    keren = []
    for werk in (met_staging, met_bulk_create, met_staging):
        leegmaken()
        keren.append(duur(lambda werk=werk: werk(rijen)))
    staging, bulk = (keren[0] + keren[2]) / 2, keren[1]
    zin = f"{AANTAL} leerbedrijven: staging {staging:.1f} s, bulk_create {bulk:.1f} s"
    return [minstens("import", bulk / staging, 4, "keer zo snel", zin)]


def rijen_maken(aantal: int = AANTAL) -> list[Rij]:
    """The made-up leerbedrijven, read and checked as from a file."""
    tekst = io.StringIO()
    schrijver = csv.writer(tekst, delimiter=";")
    schrijver.writerow(KOP)
    schrijver.writerows(verzinnen(aantal))
    tekst.seek(0)
    rijen = list(Leerbedrijvenbestand(tekst))
    goed = [rij for rij in rijen if isinstance(rij, Rij)]
    if len(goed) != aantal:
        raise RuntimeError(f"{aantal - len(goed)} made-up lines were refused")
    return goed


def klaarzetten() -> None:
    """See to it that the leerbedrijven are there, for a gate that only reads them."""
    if not Leerbedrijf.objects.exists():
        met_staging(rijen_maken())


def leegmaken() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("TRUNCATE trajecten_leerbedrijf CASCADE")
            return
        for tabel in ("uitvoerbaar", "erkenning", "leerbedrijf"):
            cursor.execute(f"DELETE FROM trajecten_{tabel}")  # noqa: S608  fixed names


@transaction.atomic
def met_staging(rijen: list[Rij]) -> None:
    inlader = Inlader()
    for begin in range(0, len(rijen), STAPEL):
        inlader.erbij(rijen[begin : begin + STAPEL])
    inlader.klaar()


@transaction.atomic
def met_bulk_create(rijen: list[Rij]) -> None:
    """What one would write without staging: three bulk upserts through the models."""
    bedrijven = Leerbedrijf.objects.bulk_create(
        [
            Leerbedrijf(bron="import", **dict(zip(BEDRIJFVELDEN, rij.bedrijf, strict=True)))
            for rij in rijen
        ],
        batch_size=PARTIJ,
        update_conflicts=True,
        unique_fields=["leerbedrijf_id"],
        update_fields=[*BEDRIJFVELDEN[1:], "bron"],
    )
    erkenningen = Erkenning.objects.bulk_create(
        [
            Erkenning(
                leerbedrijf=bedrijf,
                crebo=rij.crebo,
                bron="import",
                **dict(zip(DATAVELDEN, rij.data, strict=True)),
            )
            for bedrijf, rij in zip(bedrijven, rijen, strict=True)
        ],
        batch_size=PARTIJ,
        update_conflicts=True,
        unique_fields=["leerbedrijf", "crebo"],
        update_fields=[*DATAVELDEN, "bron"],
    )
    Uitvoerbaar.objects.bulk_create(
        [
            Uitvoerbaar(erkenning=erkenning, code=code, uitvoerbaar=kan)
            for erkenning, rij in zip(erkenningen, rijen, strict=True)
            for code, kan in rij.codes
        ],
        batch_size=PARTIJ,
        update_conflicts=True,
        unique_fields=["erkenning", "code"],
        update_fields=["uitvoerbaar"],
    )
