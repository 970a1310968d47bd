"""Gate `dashboard`: the summary against counting live, for the largest gemeente of the country."""

from datetime import timedelta

from django.db import connection
from django.db.models import Count, Q
from django.db.models.functions import ExtractQuarter, ExtractYear
from django.utils import timezone

from portal.cijfers.actions import feitvelden, herbouwen
from portal.cijfers.models import IndicatorWaarde, Trajectfeit, Voor
from portal.cijfers.periodes import kwartaal
from trajecten.models import (
    Aanmelding,
    Gemeente,
    Ondertekening,
    Praktijkovereenkomst,
    Statusovergang,
    Traject,
)

from . import trajecten
from .meting import Meting, beste, duur, minstens

WERKPROCESSEN = 2_000_000
GEMEENTEN = 340
DAGEN = 1000  # the aanmeldingen lie in the last thousand days
TRECHTER = ("I01", "I03", "I04", "I05")


def meten() -> list[Meting]:
    trajecten.landelijk(WERKPROCESSEN)
    grootste = instroom(WERKPROCESSEN // trajecten.PER_TRAJECT)
    eerste = duur(herbouwen)
    tweede = duur(herbouwen)
    return [_tegen_live(grootste, eerste, tweede)]


def _tegen_live(gemeente: Gemeente, eerste: float, tweede: float) -> Meting:
    """The trechter per quarter and route: read, counted from the rows of facts, and from source."""
    gelezen, geteld = _lezen(gemeente), _tellen(gemeente)
    if gelezen != geteld:
        raise AssertionError("the summary differs from what is counted live")
    samengevat = beste(lambda: _lezen(gemeente), 10)
    live = beste(lambda: _tellen(gemeente), 3)
    uit_feiten = beste(lambda: _tellen_uit_feiten(gemeente), 3)
    zin = (
        f"gelezen {samengevat * 1000:.1f} ms, live {live * 1000:.0f} ms, uit de feitenrijen "
        f"{uit_feiten * 1000:.0f} ms; herbouwen {eerste:.0f} s, nog eens {tweede:.0f} s, "
        f"{Trajectfeit.objects.count()} trajecten, {IndicatorWaarde.objects.count()} cijfers"
    )
    return minstens("dashboard", live / samengevat, 5, "keer zo snel", zin)


def _lezen(gemeente: Gemeente) -> dict:
    rijen = IndicatorWaarde.objects.voor(Voor.GEMEENTE, gemeente.pk).filter(
        code__in=TRECHTER, dimensie="", periode__contains="-K"
    )
    velden = rijen.values_list("periode", "route", "code", "teller")
    return {(p, route, code): teller for p, route, code, teller in velden if route and teller}


def _tellen(gemeente: Gemeente) -> dict:
    """The same from the tables themselves, in one question, for this gemeente alone."""
    velden = feitvelden.wanneer() | feitvelden.einde()
    nodig = ("aangemeld_op", "intake_op", "met_bpv", "akkoord_op", "gestart_op", "einde")
    eigen = Traject.objects.filter(aanmelding__gemeente=gemeente)
    return _trechter(eigen.annotate(**{f"x_{naam}": velden[naam] for naam in nodig}), "x_")


def _tellen_uit_feiten(gemeente: Gemeente) -> dict:
    return _trechter(Trajectfeit.objects.filter(gemeente=gemeente), "")


def _trechter(rijen, begin: str) -> dict:
    """Counts per quarter and route; `begin` begins the names of the fields."""
    gestart = Q(**{f"{begin}gestart_op__lte": timezone.localdate()})
    akkoord = Q(**{f"{begin}akkoord_op__isnull": False})
    intake = Q(**{f"{begin}intake_op__isnull": False, f"{begin}met_bpv": True})
    af = Q(**{f"{begin}einde__in": ("gestopt", "niet_gestart")}) & ~gestart
    groepen = rijen.annotate(
        k=ExtractYear(f"{begin}aangemeld_op") * 10 + ExtractQuarter(f"{begin}aangemeld_op")
    ).values("k", "route")
    tellers = {
        "I01": Count("pk"),
        "I03": Count("pk", filter=intake & akkoord),
        "I04": Count("pk", filter=akkoord & gestart),
        "I05": Count("pk", filter=af),
    }
    return {
        (kwartaal(rij["k"] // 10, rij["k"] % 10).code, rij["route"], code): rij[code]
        for rij in groepen.annotate(**tellers).order_by()
        for code in TRECHTER
        if rij[code]
    }


def instroom(aantal: int) -> Gemeente:
    """Give the copies an aanmelding, three signatures and an end, over all gemeenten.

    One in five is of the largest gemeente, which is given back.
    """
    voorbeeld = Traject.objects.select_related("kandidaat__gemeente").get(nummer="TR-2025-0")
    gemeente = voorbeeld.kandidaat.gemeente
    Gemeente.objects.bulk_create(
        Gemeente(code=f"GM{1000 + n}", naam=f"Gemeente {n}", regio=gemeente.regio)
        for n in range(GEMEENTEN)
    )
    eerste = Gemeente.objects.get(code="GM1000").pk
    with trajecten.zonder_verwijzingen_na_te_gaan():
        _rijen(voorbeeld, gemeente, eerste, range(aantal))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return gemeente


def _rijen(voorbeeld, gemeente, eerste: int, nummers: range) -> None:
    traject, dag = f"{trajecten.EERSTE} + n", _dag("n % 1000")
    waar = f"CASE WHEN n % 5 = 0 THEN {gemeente.pk} ELSE {eerste} + n % {GEMEENTEN} END"
    trajecten.vermenigvuldigen(
        _aanmelding(voorbeeld, gemeente), nummers, sleutel=trajecten.uuid_van("n"),
        gebeurd_op=dag, traject_id=traject, gemeente_id=waar,
    )  # fmt: skip
    stap = Statusovergang.objects.create(traject=voorbeeld, naar="aangemeld")
    # Of ten trajecten nine start, two of those stop and four get to the end.
    stappen = (
        ("aangemeld", "", 0, "n > 0"),
        ("actief", "pok_ter_ondertekening", 40, "n % 10 < 9"),
        ("gestopt", "actief", 120, "n % 10 < 2"),
        ("uitgereikt", "bij_examencommissie", 240, "n % 10 BETWEEN 2 AND 5"),
    )
    for nummer, (naar, van, later, wie) in enumerate(stappen):
        trajecten.vermenigvuldigen(
            stap, nummers, wie, id=f"{trajecten.EERSTE} + n * 4 + {nummer}", traject_id=traject,
            naar=f"'{naar}'", van=f"'{van}'", op=_dag(f"n % 1000 - {later}"),
        )  # fmt: skip
    _handtekeningen(voorbeeld, nummers)
    _bijwerken("trajecten_plaatsing", f"begin = {_dag('n % 1000 - 35')}")
    _bijwerken("trajecten_traject", "status = 'gestopt'", "n % 10 < 2")
    _bijwerken("trajecten_traject", "status = 'uitgereikt'", "n % 10 BETWEEN 2 AND 5")


def _bijwerken(tabel: str, wat: str, wie: str = "n > 0") -> None:
    """Change the copies of a table; `n` is the number of the copy."""
    sql = f"UPDATE {tabel} SET {wat} WHERE id > {trajecten.EERSTE} AND {wie}"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql.replace("n %", f"(id - {trajecten.EERSTE}) %").replace("n >", "id >"))


def _handtekeningen(voorbeeld, nummers: range) -> None:
    plaatsing, door = voorbeeld.plaatsingen.get(), voorbeeld.coordinator
    dag = timezone.localdate() - timedelta(days=DAGEN)
    pok = Praktijkovereenkomst.objects.create(
        plaatsing=plaatsing, versie=1, opgesteld_op=dag, door=door, inhoud={}
    )
    hand = Ondertekening.objects.create(
        overeenkomst=pok, partij="kandidaat", naam="Ali", door=door, gebeurd_op=dag
    )
    trajecten.vermenigvuldigen(pok, nummers, plaatsing_id=f"{trajecten.EERSTE} + n")
    for nummer, partij in enumerate(("kandidaat", "leerbedrijf", "instelling")):
        trajecten.vermenigvuldigen(
            hand, nummers, id=f"{trajecten.EERSTE} + n * 3 + {nummer}", partij=f"'{partij}'",
            overeenkomst_id=f"{trajecten.EERSTE} + n", gebeurd_op=_dag("n % 1000 - 30"),
        )  # fmt: skip


def _aanmelding(voorbeeld, gemeente) -> Aanmelding:
    return Aanmelding.objects.create(
        naam="Ali", telefoon="0612345678", taal="nl", gemeente=gemeente, wens="-",
        traject=voorbeeld, uitleg_gegeven=True, sleutel="eeeeeeee-eeee-eeee-eeee-eeeeeeeeeeee",
        status="doorgezet",
    )  # fmt: skip


def _dag(dagen_geleden: str) -> str:
    """SQL for the day this many days ago; never after today."""
    vandaag = timezone.localdate().isoformat()
    if connection.vendor == "sqlite":
        return f"date('{vandaag}', '-' || max(0, {dagen_geleden}) || ' days')"
    return f"(date '{vandaag}' - greatest(0, {dagen_geleden})::int)"
