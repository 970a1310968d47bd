"""Tables that only grow: PostgreSQL refuses UPDATE, DELETE and TRUNCATE, whoever asks.

ENABLE ALWAYS, so that session_replication_role does not switch them off. Emptying what holds no
rows changes nothing and stays allowed. On SQLite, the database for trial and development, the
file itself is in the hands of who runs it: there are no triggers there.
"""

# The tables by the migration that guards them; portal.checks compares them with the database.
LOGBOEK = ("trajecten_logregel",)
REGISTER = ("verklaringen_uitgifte", "verklaringen_uitreiking")
GELDIGHEID = (
    "verklaringen_intrekkingsvoorstel",
    "verklaringen_voorstelafwijzing",
    "verklaringen_intrekking",
    "verklaringen_vervanging",
)
SCHOOLREGELS = ("trajecten_schoolregels",)
TABELLEN = LOGBOEK + REGISTER + GELDIGHEID + SCHOOLREGELS

FUNCTIE = """
CREATE OR REPLACE FUNCTION geen_wijziging() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE gevuld boolean := true;
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I.%I)', TG_TABLE_SCHEMA, TG_TABLE_NAME)
        INTO gevuld;
    END IF;
    IF gevuld THEN
        RAISE EXCEPTION '% is onveranderlijk: rijen worden alleen toegevoegd', TG_TABLE_NAME;
    END IF;
    RETURN NULL;
END $$
"""
TRIGGERS = """
CREATE TRIGGER {tabel}_rij BEFORE UPDATE OR DELETE ON {tabel}
    FOR EACH ROW EXECUTE FUNCTION geen_wijziging();
CREATE TRIGGER {tabel}_leeg BEFORE TRUNCATE ON {tabel}
    FOR EACH STATEMENT EXECUTE FUNCTION geen_wijziging();
ALTER TABLE {tabel}
    ENABLE ALWAYS TRIGGER {tabel}_rij, ENABLE ALWAYS TRIGGER {tabel}_leeg
"""
WEG = """
DROP TRIGGER IF EXISTS {tabel}_rij ON {tabel};
DROP TRIGGER IF EXISTS {tabel}_leeg ON {tabel}
"""
STAAN_ALTIJD_AAN = "SELECT tgname FROM pg_trigger WHERE tgname = ANY(%s) AND tgenabled = 'A'"


def aanleggen(verbinding, tabellen) -> None:
    """From now on these tables only grow."""
    _uitvoeren(verbinding, [FUNCTIE, *(TRIGGERS.format(tabel=tabel) for tabel in tabellen)])


def weghalen(verbinding, tabellen) -> None:
    """Back: for the reverse of a migration, and for the flush between two tests."""
    _uitvoeren(verbinding, [WEG.format(tabel=tabel) for tabel in tabellen])


def ontbrekende_triggers(verbinding) -> list[str]:
    """Which of the triggers are not there, or can be switched off; on SQLite none are expected."""
    if verbinding.vendor != "postgresql":
        return []
    namen = [f"{tabel}_{soort}" for tabel in TABELLEN for soort in ("rij", "leeg")]
    with verbinding.cursor() as cursor:
        cursor.execute(STAAN_ALTIJD_AAN, [namen])
        aanwezig = {naam for (naam,) in cursor.fetchall()}
    return [naam for naam in namen if naam not in aanwezig]


def _uitvoeren(verbinding, opdrachten) -> None:
    if verbinding.vendor != "postgresql":
        return
    with verbinding.cursor() as cursor:
        for opdracht in opdrachten:
            cursor.execute(opdracht)
