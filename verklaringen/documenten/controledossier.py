"""Het dossier voor controle: per traject besluiten, handtekeningen, erkenning, scans, de uitgegeven
bestanden en het logboek, met een index om te lezen en een om in te rekenen.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone

from trajecten import opslag
from trajecten.models import Bestand, Lidmaatschap, Logregel, Plaatsing, Rol, Traject

from ..models import Uitgifteopdracht
from .controlefeiten import Feitregel, feiten
from .controlezip import als_csv, veilige_naam, zipstroom

PARTIJ = 25  # trajecten asked about at once
GEKEKEN = ("bekijken", "controleren")
OPMAAK = settings.BASE_DIR / "static" / "css" / "dossier.css"
FEITKOP = ["dag", "vastgelegd", "soort", "wat", "wie", "rol", "bron", "bestand"]
LOGKOP = ["tijd", "wie", "rol", "handeling", "waarover", "resultaat"]
BESTANDKOP = ["traject", "bestand", "wat", "sha256", "bytes", "stand"]
KOP = ["traject", "kandidaat", "opleiding", "crebo", "route", "stand", "feiten", "bestanden",
       "logregels", "beschadigd"]  # fmt: skip


class Kaft(TypedDict):
    """The cover: who made it, for what, when, and how many people are in it."""

    door: str
    waarvoor: str
    op: datetime
    aantal: int


@dataclass(frozen=True)
class Stuk:
    """One stored file in the zip; `pad` is "" when its bytes could not be read back."""

    traject: str
    pad: str
    wat: str
    bestand: Bestand

    @property
    def stand(self) -> str:
        return "goed" if self.pad else "beschadigd of weg"


def controledossier(
    trajecten: list[Traject], lid: Lidmaatschap, waarvoor: str, op: datetime | None = None
) -> Iterator[bytes]:
    """The zip, part by part. A file that cannot be read is named in the index, not left out."""
    op = op or timezone.now()
    kaft = Kaft(door=str(lid), waarvoor=waarvoor, op=op, aantal=len(trajecten))
    return zipstroom(_onderdelen(trajecten, lid, kaft), op)


def _onderdelen(trajecten, lid, kaft) -> Iterator[tuple[str, bytes]]:
    rijen: list[dict] = []
    alle: list[Stuk] = []
    for begin in range(0, len(trajecten), PARTIJ):
        partij = trajecten[begin : begin + PARTIJ]
        per_traject = feiten(partij, met_begeleiding=lid.rol == Rol.COORDINATOR)
        logboeken = _logboeken(partij, per_traject)
        for traject in partij:
            regels, log = per_traject[traject.pk], logboeken[traject.pk]
            stukken: list[Stuk] = []
            yield from _bestanden(traject, regels, stukken)
            yield from _van_traject(traject, regels, stukken, log, kaft)
            rijen.append(_indexregel(traject, regels, stukken, log))
            alle += stukken
    yield "bestanden.csv", als_csv(BESTANDKOP, map(_bestandsregel, alle))
    yield "index.csv", als_csv(KOP, (rij.values() for rij in rijen))
    html = render_to_string("verklaringen/dossier/index.html", {"kaft": kaft, "rijen": rijen})
    yield "index.html", html.encode()
    yield "opmaak.css", OPMAAK.read_bytes()


def _bestanden(traject, regels, stukken) -> Iterator[tuple[str, bytes]]:
    """Each file once; `stukken` is filled along the way, so that the index knows what was read."""
    gezien: set[str] = set()
    for regel in regels:
        bestand = regel.bestand
        if bestand is None or bestand.sha256 in gezien:
            continue
        gezien.add(bestand.sha256)
        naam = f"{len(gezien):03d}-{veilige_naam(bestand.naam, bestand.mimetype)}"
        pad = f"{veilige_naam(traject.nummer)}/bestanden/{naam}"
        try:
            inhoud = opslag.lezen(bestand)
        except opslag.OpslagFout:
            stukken.append(Stuk(traject.nummer, "", regel.soort, bestand))
            continue
        stukken.append(Stuk(traject.nummer, pad, regel.soort, bestand))
        yield pad, inhoud


def _van_traject(traject, regels, stukken, log, kaft) -> Iterator[tuple[str, bytes]]:
    map_ = veilige_naam(traject.nummer)
    waar = {stuk.bestand.sha256: stuk for stuk in stukken}
    rijen = [_feitrij(regel, waar) for regel in regels]
    yield f"{map_}/feiten.csv", als_csv(FEITKOP, (rij.values() for rij in rijen))
    yield f"{map_}/logboek.csv", als_csv(LOGKOP, log)
    context = {"kaft": kaft, "traject": traject, "rijen": rijen, "stukken": stukken}
    html = render_to_string("verklaringen/dossier/traject.html", context)
    yield f"{map_}/overzicht.html", html.encode()


def _feitrij(regel: Feitregel, waar: dict[str, Stuk]) -> dict[str, str]:
    stuk = waar[regel.bestand.sha256] if regel.bestand else None
    return {
        "dag": f"{regel.dag:%d-%m-%Y}",
        "vastgelegd": f"{timezone.localtime(regel.vastgelegd):%d-%m-%Y %H:%M}",
        "soort": regel.soort,
        "wat": regel.wat,
        "wie": regel.wie,
        "rol": regel.rol,
        "bron": regel.bron,
        "bestand": (stuk.pad.partition("/")[2] or stuk.stand) if stuk else "",
    }


def _logboeken(trajecten, per_traject) -> dict[int, list[list[object]]]:
    """What was done with these trajecten and their facts; not who only looked, nor other schools.

    The logbook is of the person: only what belongs to one of these trajecten comes along.
    """
    van = {regel.sleutel: pk for pk, regels in per_traject.items() for regel in regels}
    van |= {("traject", str(traject.pk)): traject.pk for traject in trajecten}
    plaatsingen = Plaatsing.objects.filter(traject__in=trajecten).values_list("pk", "traject")
    van |= {("plaatsing", str(pk)): traject for pk, traject in plaatsingen}
    opdrachten = Uitgifteopdracht.objects.filter(vaststelling__traject__in=trajecten)
    opdrachten = opdrachten.values_list("pk", "vaststelling__traject")
    van |= {("uitgifteopdracht", str(pk)): traject for pk, traject in opdrachten}
    logboeken: dict[int, list[list[object]]] = {traject.pk: [] for traject in trajecten}
    mensen = {traject.kandidaat_id for traject in trajecten}
    log = Logregel.objects.filter(kandidaat__in=mensen).exclude(actie__in=GEKEKEN)
    for rij in log.order_by("tijd", "pk").iterator(500):
        if traject := van.get((rij.objecttype, rij.object_id)):
            tijd = f"{timezone.localtime(rij.tijd):%d-%m-%Y %H:%M:%S}"
            wat = rij.actie.replace("_", " ")
            logboeken[traject].append(
                [tijd, rij.actor, rij.rol, wat, rij.objecttype, rij.resultaat]
            )
    return logboeken


def _indexregel(traject, regels, stukken, log) -> dict[str, object]:
    kwalificatie = traject.kwalificatie
    return {
        "traject": traject.nummer,
        "kandidaat": traject.kandidaat.naam,
        "opleiding": kwalificatie.naam if kwalificatie else "",
        "crebo": kwalificatie.crebo if kwalificatie else "",
        "route": traject.get_route_display(),
        "stand": traject.get_status_display(),
        "feiten": len(regels),
        "bestanden": sum(bool(stuk.pad) for stuk in stukken),
        "logregels": len(log),
        "beschadigd": sum(not stuk.pad for stuk in stukken),
    }


def _bestandsregel(stuk: Stuk) -> list[object]:
    return [stuk.traject, stuk.pad or stuk.bestand.naam, stuk.wat, stuk.bestand.sha256,
            stuk.bestand.grootte, stuk.stand]  # fmt: skip
