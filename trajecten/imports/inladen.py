"""Put leerbedrijven into the tables set by set: staging first, then three upserts.

PostgreSQL fills the staging tables with COPY, SQLite with executemany; what follows is the same
SQL on both. Nothing is deleted but the old answers of an erkenning whose line gives new ones.
"""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from .leerbedrijven import Rij
from .ruimte import ruimte_voor

STAGING = """
CREATE TEMPORARY TABLE inlaad_bedrijf (
    leerbedrijf_id varchar(9), naam varchar(200), straat varchar(100), huisnummer varchar(20),
    postcode varchar(7), plaats varchar(80), kvk varchar(8), vestigingsnummer varchar(12), zoek text
);
CREATE TEMPORARY TABLE inlaad_erkenning (
    leerbedrijf_id varchar(9), crebo varchar(5),
    laatst_beoordeeld date, volgende_beoordeling date, ingetrokken_op date
);
CREATE TEMPORARY TABLE inlaad_uitvoerbaar (
    leerbedrijf_id varchar(9), crebo varchar(5), code varchar(20), uitvoerbaar boolean
)
"""
# PostgreSQL joins the sets by hashing, if it knows their size; SQLite looks rows up one by one.
TELLEN = "ANALYZE inlaad_bedrijf; ANALYZE inlaad_erkenning; ANALYZE inlaad_uitvoerbaar"
INDEXEREN = "CREATE INDEX temp.inlaad_per_code ON inlaad_uitvoerbaar (leerbedrijf_id, crebo, code)"
OPRUIMEN = "DROP TABLE inlaad_bedrijf; DROP TABLE inlaad_erkenning; DROP TABLE inlaad_uitvoerbaar"
NIEUW = {
    "leerbedrijven": """
SELECT count(*) FROM inlaad_bedrijf s WHERE NOT EXISTS (
    SELECT 1 FROM trajecten_leerbedrijf l WHERE l.leerbedrijf_id = s.leerbedrijf_id)
""",
    "erkenningen": """
SELECT count(*) FROM inlaad_erkenning s WHERE NOT EXISTS (
    SELECT 1 FROM trajecten_leerbedrijf l JOIN trajecten_erkenning e ON e.leerbedrijf_id = l.id
    WHERE l.leerbedrijf_id = s.leerbedrijf_id AND e.crebo = s.crebo)
""",
}
UPSERT = {
    "leerbedrijven": """
INSERT INTO trajecten_leerbedrijf (leerbedrijf_id, naam, straat, huisnummer, postcode, plaats, kvk,
    vestigingsnummer, zoek, bron)
SELECT leerbedrijf_id, naam, straat, huisnummer, postcode, plaats, kvk, vestigingsnummer, zoek,
    'import' FROM inlaad_bedrijf WHERE true
ON CONFLICT (leerbedrijf_id) DO UPDATE SET naam = excluded.naam, straat = excluded.straat,
    huisnummer = excluded.huisnummer, postcode = excluded.postcode, plaats = excluded.plaats,
    kvk = excluded.kvk, vestigingsnummer = excluded.vestigingsnummer, zoek = excluded.zoek,
    bron = excluded.bron
WHERE (trajecten_leerbedrijf.naam, trajecten_leerbedrijf.straat, trajecten_leerbedrijf.huisnummer,
    trajecten_leerbedrijf.postcode, trajecten_leerbedrijf.plaats, trajecten_leerbedrijf.kvk,
    trajecten_leerbedrijf.vestigingsnummer, trajecten_leerbedrijf.zoek, trajecten_leerbedrijf.bron)
    <> (excluded.naam, excluded.straat, excluded.huisnummer, excluded.postcode, excluded.plaats,
    excluded.kvk, excluded.vestigingsnummer, excluded.zoek, excluded.bron)
""",
    "erkenningen": """
INSERT INTO trajecten_erkenning (leerbedrijf_id, crebo, laatst_beoordeeld, volgende_beoordeling,
    ingetrokken_op, bron)
SELECT l.id, s.crebo, s.laatst_beoordeeld, s.volgende_beoordeling, s.ingetrokken_op, 'import'
FROM inlaad_erkenning s JOIN trajecten_leerbedrijf l ON l.leerbedrijf_id = s.leerbedrijf_id
WHERE true
ON CONFLICT (leerbedrijf_id, crebo) DO UPDATE SET laatst_beoordeeld = excluded.laatst_beoordeeld,
    volgende_beoordeling = excluded.volgende_beoordeling,
    ingetrokken_op = excluded.ingetrokken_op, bron = excluded.bron
WHERE trajecten_erkenning.laatst_beoordeeld IS DISTINCT FROM excluded.laatst_beoordeeld
    OR trajecten_erkenning.volgende_beoordeling IS DISTINCT FROM excluded.volgende_beoordeling
    OR trajecten_erkenning.ingetrokken_op IS DISTINCT FROM excluded.ingetrokken_op
    OR trajecten_erkenning.bron <> excluded.bron
""",
}
# A line that names codes gives the whole answer for that erkenning.
OUDE_ANTWOORDEN = """
DELETE FROM trajecten_uitvoerbaar WHERE id IN (
    SELECT u.id FROM trajecten_uitvoerbaar u
    JOIN trajecten_erkenning e ON e.id = u.erkenning_id
    JOIN trajecten_leerbedrijf l ON l.id = e.leerbedrijf_id
    JOIN (SELECT DISTINCT leerbedrijf_id, crebo FROM inlaad_uitvoerbaar) s
        ON s.leerbedrijf_id = l.leerbedrijf_id AND s.crebo = e.crebo
    WHERE NOT EXISTS (SELECT 1 FROM inlaad_uitvoerbaar n WHERE n.leerbedrijf_id = s.leerbedrijf_id
        AND n.crebo = s.crebo AND n.code = u.code))
"""
ANTWOORDEN = """
INSERT INTO trajecten_uitvoerbaar (erkenning_id, code, uitvoerbaar)
SELECT e.id, s.code, s.uitvoerbaar FROM inlaad_uitvoerbaar s
JOIN trajecten_leerbedrijf l ON l.leerbedrijf_id = s.leerbedrijf_id
JOIN trajecten_erkenning e ON e.leerbedrijf_id = l.id AND e.crebo = s.crebo
WHERE true
ON CONFLICT (erkenning_id, code) DO UPDATE SET uitvoerbaar = excluded.uitvoerbaar
WHERE trajecten_uitvoerbaar.uitvoerbaar <> excluded.uitvoerbaar
"""
# The whole file is one transaction: the limits meant for web requests do not fit it.
GRENZEN = """
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = 0;
SET LOCAL lock_timeout = '30s'
"""


@dataclass
class Ingeladen:
    """Hoeveel rijen erbij kwamen en hoeveel er veranderden."""

    nieuw: dict[str, int]
    gewijzigd: dict[str, int]

    def __bool__(self) -> bool:
        return any(self.nieuw.values()) or any(self.gewijzigd.values())


class Inlader:
    """Collects lines in the staging tables; `klaar` moves them over. Use inside a transaction."""

    def __init__(self) -> None:
        self.is_postgresql = connection.vendor == "postgresql"
        self.bekend: set[str] = set()
        if self.is_postgresql:
            self._alle(GRENZEN)
        self._alle(STAGING)

    def erbij(self, rijen: Iterable[Rij]) -> None:
        """Add lines to staging; the address of a leerbedrijf is taken from its first line."""
        bedrijven, erkenningen, codes = [], [], []
        for rij in rijen:
            nummer = rij.bedrijf[0]
            if nummer not in self.bekend:
                self.bekend.add(nummer)
                bedrijven.append(rij.bedrijf)
            if rij.crebo:
                erkenningen.append((nummer, rij.crebo, *rij.data))
                codes += [(nummer, rij.crebo, code, kan) for code, kan in rij.codes]
        self._laden("inlaad_bedrijf", bedrijven)
        self._laden("inlaad_erkenning", erkenningen)
        self._laden("inlaad_uitvoerbaar", codes)

    def klaar(self) -> Ingeladen:
        """Move everything from staging to the tables and say how much was new or changed."""
        self._alle(TELLEN if self.is_postgresql else INDEXEREN)
        nieuw, gewijzigd = {}, {}
        with ruimte_voor(len(self.bekend)), connection.cursor() as cursor:
            for wat, upsert in UPSERT.items():
                cursor.execute(NIEUW[wat])
                nieuw[wat] = cursor.fetchone()[0]
                cursor.execute(upsert)
                gewijzigd[wat] = cursor.rowcount - nieuw[wat]
            cursor.execute(OUDE_ANTWOORDEN)
            weg = cursor.rowcount
            cursor.execute(ANTWOORDEN)
            gewijzigd["werkprocessen"] = weg + cursor.rowcount
        self._alle(OPRUIMEN)
        return Ingeladen(nieuw, gewijzigd)

    def _laden(self, tabel: str, rijen: Sequence[tuple[Any, ...]]) -> None:
        if not rijen:
            return
        with connection.cursor() as cursor:
            if self.is_postgresql:
                tekst = io.StringIO("".join(map(_copyregel, rijen)))
                cursor.copy_expert(f"COPY {tabel} FROM STDIN", tekst)
            else:
                plaatsen = ", ".join(["%s"] * len(rijen[0]))
                cursor.executemany(f"INSERT INTO {tabel} VALUES ({plaatsen})", rijen)  # noqa: S608

    def _alle(self, opdrachten: str) -> None:
        with connection.cursor() as cursor:
            for opdracht in opdrachten.split(";"):
                cursor.execute(opdracht)


def _copyregel(rij: tuple[Any, ...]) -> str:
    """One line in COPY's text format; control characters were refused when reading."""
    regel = "\t".join(["\v" if waarde is None else str(waarde) for waarde in rij]) + "\n"
    # The vertical tab stands for NULL until the backslashes of the text itself are doubled.
    return regel.replace("\\", r"\\").replace("\v", r"\N")
