"""A country full of trajecten, multiplied inside the database from one that is complete."""

from contextlib import contextmanager
from datetime import date, timedelta

from django.db import connection, models
from django.utils import timezone

from trajecten.models import (
    Arbeidsmarktregio,
    Gebruiker,
    Gemeente,
    Kandidaat,
    Kerntaak,
    Kwalificatie,
    Kwalificatiedossier,
    Leerbedrijf,
    Lidmaatschap,
    Organisatie,
    Rol,
    Traject,
    Werkproces,
)  # fmt: skip

PER_TRAJECT = 10
SCHOLEN = 40
EERSTE = 1_000_000  # ids below it are of the example


def landelijk(traject_werkprocessen: int) -> Lidmaatschap:
    """Fill the scratch database up to this size; who is given back has a fifth of it to see."""
    voorbeeld = _voorbeeld()
    er_zijn = Traject.objects.filter(pk__gt=EERSTE).count()
    tot = traject_werkprocessen // PER_TRAJECT
    with zonder_verwijzingen_na_te_gaan():
        _trajecten(voorbeeld, range(er_zijn, tot))
        _werkprocessen(voorbeeld, range(er_zijn * PER_TRAJECT, tot * PER_TRAJECT))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return voorbeeld["coordinator"]


@contextmanager
def zonder_verwijzingen_na_te_gaan():
    """Copies of a valid row are valid: a superuser of PostgreSQL need not check each again."""
    with connection.cursor() as cursor:
        mag = connection.vendor == "postgresql"
        if mag:
            cursor.execute("SELECT usesuper FROM pg_user WHERE usename = current_user")
            mag = cursor.fetchone()[0]
        if mag:
            cursor.execute("SET session_replication_role = replica")
        yield
        if mag:
            cursor.execute("SET session_replication_role = origin")


def _trajecten(voorbeeld, nummers):
    elders = f"instelling_id + 1 + n % {SCHOLEN}"
    vermenigvuldigen(
        voorbeeld["kandidaat"], nummers, kandidaatnummer="'K' || n", zoek="'naam ' || n"
    )
    vermenigvuldigen(
        voorbeeld["traject"], nummers, nummer="'TR-2025-' || n", kandidaat_id=f"{EERSTE} + n",
        instelling_id=f"CASE WHEN n % 5 = 0 THEN instelling_id ELSE {elders} END",
    )  # fmt: skip
    for soort, sleutel in (("plaatsing", "traject_id"), ("begeleiding", "plaatsing_id")):
        vermenigvuldigen(voorbeeld[soort], nummers, **{sleutel: f"{EERSTE} + n"})


def _werkprocessen(voorbeeld, nummers):
    van = f"{EERSTE} + (n - 1) / {PER_TRAJECT} + 1"
    vermenigvuldigen(
        voorbeeld["planregel"], nummers, traject_id=van, plaatsing_id=van,
        volgorde=f"n % {PER_TRAJECT}", werkproces_id=f"werkproces_id + n % {PER_TRAJECT}",
    )  # fmt: skip
    for volgnummer, niveau in ((1, "met_hulp"), (2, "zelfstandig")):
        # Of the ten werkprocessen seven are tried, four of those again and now alone.
        geoefend = f"n % {PER_TRAJECT} < {10 - 3 * volgnummer}"
        nummer = f"n * 2 + {volgnummer}"
        vermenigvuldigen(
            voorbeeld["aftekening"], nummers, geoefend, id=f"{EERSTE} + {nummer}",
            planregel_id=f"{EERSTE} + n", volgnummer=str(volgnummer), niveau=f"'{niveau}'",
            sleutel=uuid_van(nummer),
        )  # fmt: skip


def vermenigvuldigen(rij: models.Model, nummers: range, waar: str = "n > 0", **anders: str) -> None:
    """Insert copies of `rij`, one per n of `nummers` + 1; `anders` are SQL expressions over n."""
    velden = [veld.column for veld in rij._meta.concrete_fields]
    anders = {"id": f"{EERSTE} + n"} | anders
    tabel = rij._meta.db_table
    kolommen = ", ".join(f'"{veld}"' for veld in velden)
    waarden = ", ".join(anders.get(veld, f'"{veld}"') for veld in velden)
    reeks = (
        f"WITH RECURSIVE reeks(n) AS (SELECT {nummers.start + 1} "  # noqa: S608  own numbers
        f"UNION ALL SELECT n + 1 FROM reeks WHERE n < {nummers.stop})"
    )
    sql = (
        f"{reeks} INSERT INTO {tabel} ({kolommen}) SELECT {waarden} FROM {tabel}, reeks "  # noqa: S608
        f"WHERE {tabel}.id = {rij.pk} AND {waar}"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql)


def uuid_van(n: str) -> str:
    if connection.vendor == "sqlite":
        return f"printf('%032x', {n})"
    return f"lpad(to_hex({n}), 32, '0')::uuid"


def _voorbeeld() -> dict:
    """One complete traject, and the schools that share the copies."""
    if bestaand := Traject.objects.filter(nummer="TR-2025-0").first():
        return _delen(bestaand)
    regio = Arbeidsmarktregio.objects.create(naam="Bench")
    gemeente = Gemeente.objects.create(code="GM9999", naam="Bench", regio=regio)
    scholen = [
        Organisatie.objects.create(soort="instelling", naam=f"Roc {nummer}", regio=regio)
        for nummer in range(SCHOLEN + 1)
    ]
    lid = _lid(Rol.COORDINATOR, "Fatima Bench", organisatie=scholen[0])
    kwalificatie, werkprocessen = _kwalificatie()
    traject = Traject.objects.create(
        nummer="TR-2025-0", kandidaat=Kandidaat.objects.create(naam="Ali Bench", gemeente=gemeente),
        instelling=scholen[0], coordinator=lid, route="praktijkverklaring",
        leerweg="derde_leerweg", kwalificatie=kwalificatie, status="actief",
    )  # fmt: skip
    _plek(traject, werkprocessen)
    return _delen(traject)


def _plek(traject, werkprocessen):
    vandaag = timezone.localdate()
    bedrijf = Leerbedrijf.objects.create(
        leerbedrijf_id="100000001", naam="Bench", plaats="Bench", bron="import"
    )
    opleider = _lid(Rol.PRAKTIJKOPLEIDER, "Johan Bench", leerbedrijf=bedrijf)
    plaatsing = traject.plaatsingen.create(
        leerbedrijf=bedrijf, begin=vandaag - timedelta(60), eind=vandaag + timedelta(90)
    )
    plaatsing.begeleidingen.create(lid=opleider, van=plaatsing.begin)
    eerste = werkprocessen[0]
    planregel = plaatsing.planregels.create(
        traject=traject, werkproces=eerste, volgorde=1, crebo="99999", kwalificatie_naam="Bench",
        kerntaak_code="B1-K1", kerntaak_titel="Bench", code=eerste.code, titel=eerste.titel,
    )  # fmt: skip
    planregel.aftekeningen.create(
        volgnummer=1, niveau="met_hulp", door=opleider, gebeurd_op=vandaag,
        sleutel="ffffffff-ffff-ffff-ffff-ffffffffffff",
    )  # fmt: skip


def _delen(traject) -> dict:
    planregel = traject.planregels.get()
    plaatsing = planregel.plaatsing
    return {
        "coordinator": traject.coordinator, "kandidaat": traject.kandidaat, "traject": traject,
        "plaatsing": plaatsing, "begeleiding": plaatsing.begeleidingen.get(),
        "planregel": planregel, "aftekening": planregel.aftekeningen.get(),
    }  # fmt: skip


def _lid(rol, naam, **plek):
    gebruiker = Gebruiker.objects.create(naam=naam)
    return Lidmaatschap.objects.create(gebruiker=gebruiker, rol=rol, van=date(2020, 1, 1), **plek)


def _kwalificatie():
    dossier = Kwalificatiedossier.objects.create(crebo="29999", naam="Bench", bron="startgegevens")
    kwalificatie = Kwalificatie.objects.create(
        dossier=dossier, crebo="99999", naam="Bench", niveau=1
    )
    kerntaak = Kerntaak.objects.create(
        dossier=dossier, code="B1-K1", titel="Bench", titel_ruw="Bench"
    )
    return kwalificatie, [
        Werkproces.objects.create(
            kerntaak=kerntaak, code=f"B1-K1-W{nummer}", titel=f"Werk {nummer}", titel_ruw="Werk"
        )
        for nummer in range(1, PER_TRAJECT + 1)
    ]
