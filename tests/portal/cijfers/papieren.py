"""The papers at the end of a made-up traject, and what goes wrong with some of them."""

from datetime import UTC, date, datetime, timedelta

from trajecten import models as m
from verklaringen import models as v


def op(dag: date, laat: bool = False) -> datetime:
    """A moment on this day in Amsterdam; `laat` is 23:30 UTC of the day before."""
    if laat:
        return datetime(dag.year, dag.month, dag.day, 23, 30, tzinfo=UTC) - timedelta(days=1)
    return datetime(dag.year, dag.month, dag.day, 10, tzinfo=UTC)


def uitreiken(verhaal) -> None:
    if verhaal.w.kans(0.4):
        verhaal.einde_plaatsing(verhaal.dag - timedelta(days=verhaal.rng.randrange(20)))
    if verhaal.route == "praktijkverklaring":
        _uitgiften(verhaal)
    else:
        voordracht = verhaal.w.erbij(
            v.Voordracht(
                traject=verhaal.traject, soort=verhaal.route, volgnummer=1, inhoud={}, toets={},
                inhoud_sha256="-", aangeboden_op=op(verhaal.dag), door=verhaal.w.door,
            )
        )  # fmt: skip
        verhaal.w.erbij(
            v.Voordrachtuitreiking(
                voordracht=voordracht, plaats="Zwolle", naam="Anne", **verhaal.w.feit(verhaal.dag)
            )
        )
    if verhaal.later(0, 10):
        verhaal.stap("uitgereikt")
        if verhaal.later(1, 40) and verhaal.w.kans(0.5):
            verhaal.stap("nazorg")


def _uitgiften(verhaal) -> None:
    blad = _uitgifte(verhaal, "praktijkverklaring") if verhaal.w.kans(0.9) else None
    verklaring = _uitgifte(verhaal, "mbo_verklaring") if verhaal.w.kans(0.8) or not blad else None
    for rij in filter(None, (blad, verklaring)):
        lot = verhaal.rng.random()
        if lot < 0.06:
            _intrekken(verhaal, rij)
        elif lot < 0.1:
            _vervangen(verhaal, rij)


def _uitgifte(verhaal, soort: str) -> v.Uitgifte:
    nummer = f"U-{next(verhaal.w.nummers)}"
    vaststelling = verhaal.w.erbij(
        v.Vaststelling(
            traject=verhaal.traject, soort=soort, inhoud={}, inhoud_sha256="-",
            plaatsing=verhaal.plaatsing if soort == "praktijkverklaring" else None,
            volgnummer=next(verhaal.w.nummers) % 30000, sjabloonversie="1", door=verhaal.w.door,
            vervallen_op=op(verhaal.dag), vervallen_reden="-",
        )
    )  # fmt: skip
    bestand = verhaal.w.erbij(m.Bestand(sha256=nummer, soort="document", naam="-", grootte=1))
    opdracht = verhaal.w.erbij(
        v.Uitgifteopdracht(
            vaststelling=vaststelling, soort=soort, staat="uitgegeven", inhoud={},
            inhoud_sha256="-", nummer=nummer, code_sha256=nummer, zegel="geen",
            bestand=bestand, door=verhaal.w.door, klaar_op=op(verhaal.dag),
        )
    )  # fmt: skip
    return verhaal.w.erbij(
        v.Uitgifte(
            opdracht=opdracht, traject=verhaal.traject, soort=soort, nummer=nummer, inhoud={},
            code_sha256=nummer, bestand=bestand, bestand_sha256=nummer, inhoud_sha256="-",
            zegel="geen", uitgegeven_op=op(verhaal.dag, verhaal.w.kans(0.05)), door=verhaal.w.door,
        )
    )  # fmt: skip


def _intrekken(verhaal, uitgifte) -> None:
    voorstel = verhaal.w.erbij(
        v.Intrekkingsvoorstel(
            uitgifte=uitgifte, volgnummer=1, reden="fout", toelichting="Een fout",
            **verhaal.w.feit(verhaal.dag),
        )
    )  # fmt: skip
    verhaal.w.erbij(
        v.Intrekking(
            uitgifte=uitgifte, voorstel=voorstel, reden="fout", **verhaal.w.feit(verhaal.dag)
        )
    )


def _vervangen(verhaal, uitgifte) -> None:
    if not verhaal.later(1, 8):
        return
    verbetering = verhaal.w.erbij(
        m.Verbetering(
            traject=verhaal.traject, reden="anders", toelichting="-", status="uitgereikt",
            klaar_op=op(verhaal.dag), **verhaal.w.feit(verhaal.dag),
        )
    )  # fmt: skip
    nieuw = _uitgifte(verhaal, uitgifte.soort)
    verhaal.w.erbij(
        v.Vervanging(
            oud=uitgifte, nieuw=nieuw, verbetering=verbetering, **verhaal.w.feit(verhaal.dag)
        )
    )
    if verhaal.w.kans(0.3):
        _intrekken(verhaal, nieuw)
