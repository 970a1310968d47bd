"""The index behind searching leerbedrijven: trigrams, in the way each database has them.

PostgreSQL: a GIN index with pg_trgm on the column `zoek`. SQLite: an FTS5 table with trigrams,
kept equal by three triggers. A later migration that alters Leerbedrijf rebuilds the table on
SQLite and loses the triggers: it must end with `aanleggen`; a test sees it when it does not.
"""

# Bytewise order is right for text without capitals and accents, the same as on SQLite, and cheap.
POSTGRESQL = """
CREATE EXTENSION IF NOT EXISTS pg_trgm;
ALTER TABLE trajecten_leerbedrijf ALTER COLUMN zoek TYPE text COLLATE "C";
CREATE INDEX IF NOT EXISTS leerbedrijf_zoeken
    ON trajecten_leerbedrijf USING gin (zoek gin_trgm_ops)
"""
SQLITE = """
CREATE VIRTUAL TABLE IF NOT EXISTS trajecten_leerbedrijf_zoek USING fts5 (
    zoek, content='trajecten_leerbedrijf', content_rowid='id', tokenize='trigram'
);
CREATE TRIGGER IF NOT EXISTS trajecten_leerbedrijf_zoek_erbij
AFTER INSERT ON trajecten_leerbedrijf BEGIN
    INSERT INTO trajecten_leerbedrijf_zoek (rowid, zoek) VALUES (new.id, new.zoek); --
END;
CREATE TRIGGER IF NOT EXISTS trajecten_leerbedrijf_zoek_weg
AFTER DELETE ON trajecten_leerbedrijf BEGIN
    INSERT INTO trajecten_leerbedrijf_zoek (trajecten_leerbedrijf_zoek, rowid, zoek)
    VALUES ('delete', old.id, old.zoek); --
END;
CREATE TRIGGER IF NOT EXISTS trajecten_leerbedrijf_zoek_anders
AFTER UPDATE OF zoek ON trajecten_leerbedrijf WHEN old.zoek <> new.zoek BEGIN
    INSERT INTO trajecten_leerbedrijf_zoek (trajecten_leerbedrijf_zoek, rowid, zoek)
    VALUES ('delete', old.id, old.zoek); --
    INSERT INTO trajecten_leerbedrijf_zoek (rowid, zoek) VALUES (new.id, new.zoek); --
END;
INSERT INTO trajecten_leerbedrijf_zoek (trajecten_leerbedrijf_zoek) VALUES ('rebuild')
"""
AANLEGGEN = {"postgresql": POSTGRESQL, "sqlite": SQLITE}
WEGHALEN = {
    "postgresql": """
DROP INDEX IF EXISTS leerbedrijf_zoeken;
ALTER TABLE trajecten_leerbedrijf ALTER COLUMN zoek TYPE text COLLATE "default"
""",
    "sqlite": """
DROP TRIGGER IF EXISTS trajecten_leerbedrijf_zoek_erbij;
DROP TRIGGER IF EXISTS trajecten_leerbedrijf_zoek_weg;
DROP TRIGGER IF EXISTS trajecten_leerbedrijf_zoek_anders;
DROP TABLE IF EXISTS trajecten_leerbedrijf_zoek
""",
}


def aanleggen(verbinding) -> None:
    """Make what is not there yet; on SQLite the index is filled anew. Safe to repeat."""
    _uitvoeren(verbinding, AANLEGGEN[verbinding.vendor])


def weghalen(verbinding) -> None:
    """Remove the index; the extension stays, something else may use it."""
    _uitvoeren(verbinding, WEGHALEN[verbinding.vendor])


def _uitvoeren(verbinding, opdrachten: str) -> None:
    # The statements inside a trigger end in "; --", so the bodies stay whole.
    with verbinding.cursor() as cursor:
        for opdracht in opdrachten.split(";\n"):
            cursor.execute(opdracht)
