"""Running trajecten out of a zip: each good line becomes a traject by itself, and never twice.

Each line is a transaction of its own. Whoever is stopped halfway goes on where it was: what a line
became stands in `Overnameregel`, and the same line of another file has the same key.
"""

import time
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Any, BinaryIO

from django.db import transaction
from django.utils import timezone

from .. import opslag, rules
from ..imports.bekenden import Bekenden, dubbel_in_bestand, sleutel_van, zelfde_naam_in_bestand
from ..imports.keuren import Gekeurd, lezen, verslag
from ..imports.naslag import Naslag, NietGevonden
from ..imports.scans import scan_bekijken, scan_innemen
from ..imports.tabel import Onbruikbaar
from ..imports.trajecten import Overnamerij, Trajectenbestand, opsommen
from ..imports.zips import Inleeszip
from ..models import Inlezing, Lidmaatschap, Organisatie, Overnameregel
from ..rules import Bezwaar
from .faalpunten import faalpunt
from .inleesverslag import afsluiten
from .overnemen import overnemen

HOOGUIT_TRAJECTEN = 100
NIET_IN_DE_ZIP = "Deze scan zit niet in de zip. Kijk de naam na."
WAT_HOOGUIT = Overnameregel._meta.get_field("wat").max_length
SECONDEN = 18  # of one click, within what a web server waits; the rest is for the next one


class Stapel:
    """The zip, read and looked up; nothing of it is written. Raises: Bezwaar for the whole file."""

    def __init__(self, bestand: BinaryIO, door: Lidmaatschap, nu: datetime):
        try:
            self.zip = Inleeszip(bestand)
            gelezen = lezen(Trajectenbestand, self.zip.tabel, HOOGUIT_TRAJECTEN)
        except Onbruikbaar as fout:
            raise Bezwaar(str(fout)) from fout
        self.door, self.school = door, door.organisatie
        self.vandaag = timezone.localdate(nu)
        self.rijen: list[Overnamerij] = gelezen.rijen
        self.mis, self.ongebruikt = gelezen.mis, gelezen.ongebruikt
        if bezwaar := rules.bezwaar_tegen_nummers([rij.nummer for rij in self.rijen]):
            raise Bezwaar(bezwaar)
        self.dubbel = dubbel_in_bestand(self.rijen)
        self.zelfde_naam = zelfde_naam_in_bestand(self.rijen)
        self.naslag = Naslag(self.rijen, door)

    def keuren(self, rij: Overnamerij, bekenden: Bekenden, scan: bool = True) -> Gekeurd:
        """Wat er met deze regel gebeurt; `gegeven` is (gegevens, waarschuwingen)."""
        if nummer := bekenden.zelfde_traject(rij):
            return Gekeurd(
                rij.regel, rij.wat, Gekeurd.GELIJK, f"Dit traject staat er al: {nummer}."
            )
        redenen = bekenden.bezwaren(rij) | self.dubbel.get(rij.regel, {})
        if scan:
            redenen = redenen | self._bezwaar_tegen_scan(rij)
        try:
            gegevens = self.naslag.gegevens(rij)
        except NietGevonden as fout:
            return Gekeurd(rij.regel, rij.wat, Gekeurd.FOUT, opsommen(redenen | fout.redenen))
        overname = rules.overname_van(self.door, **gegevens)
        redenen = redenen | rules.bezwaren_tegen_overname(overname, self.door, self.vandaag)
        mens = gegevens["begeleider"]
        if bezwaar := rules.bezwaar_tegen_naam_bij_adres(mens["naam"], mens["email"]):
            redenen["praktijkopleider_email"] = bezwaar
        if redenen:
            return Gekeurd(rij.regel, rij.wat, Gekeurd.FOUT, opsommen(redenen))
        waarschuwingen = rules.waarschuwingen_bij_kiezen(overname.plaatsing, overname.keuzes)
        opmerking = self.zelfde_naam.get(rij.regel) or bekenden.opmerking(rij)
        return Gekeurd(
            rij.regel, _wat(rij, gegevens), Gekeurd.NIEUW, opmerking,
            (gegevens, waarschuwingen),
        )  # fmt: skip

    def _bezwaar_tegen_scan(self, rij: Overnamerij) -> dict[str, str]:
        gevonden = self.zip.vinden(rij["scan"] or "")
        if not gevonden:
            return {"scan": NIET_IN_DE_ZIP}
        try:
            bestand, grootte, _ = self.zip.scan(gevonden)
            scan_bekijken(bestand, grootte)
        except (Bezwaar, Onbruikbaar) as bezwaar:
            return {"scan": str(bezwaar)}
        return {}

    def scan(self, rij: Overnamerij):
        """The scan as it is kept. Raises: Bezwaar."""
        gevonden = self.zip.vinden(rij["scan"])
        if not gevonden:
            raise Bezwaar(f"scan: {NIET_IN_DE_ZIP}")
        try:
            return scan_innemen(*self.zip.scan(gevonden))
        except (Bezwaar, Onbruikbaar) as fout:
            raise Bezwaar(f"scan: {fout}") from fout


def _wat(rij: Overnamerij, gegevens: dict[str, Any]) -> str:
    """What becomes what, in one line; never a name of a person, because this is kept."""
    klaar = f", {len(gegevens['afgetekend'])} afgetekend" if gegevens["afgetekend"] else ""
    aantal = len(gegevens["keuzes"])
    wat = (
        f"{rij.wat}: {gegevens['certificaat'] or gegevens['kwalificatie']}, "
        f"{gegevens['leerbedrijf']}, {rij['begin']:%d-%m-%Y} t/m {rij['eind']:%d-%m-%Y}, "
        f"{aantal} {'werkproces' if aantal == 1 else 'werkprocessen'}{klaar}"
    )
    return wat[:WAT_HOOGUIT]


def voorbeeld(bestand: BinaryIO, door: Lidmaatschap, nu: datetime) -> dict[str, Any]:
    """Wat er per regel zou gebeuren, met wat iemand eerst moet lezen. Raises: Bezwaar."""
    stapel = Stapel(bestand, door, nu)
    bekenden = Bekenden(stapel.rijen, stapel.school)
    gekeurd = [stapel.keuren(rij, bekenden) for rij in stapel.rijen]
    te_lezen: dict[tuple[str, str], list[int]] = {}
    for regel in gekeurd:
        for waarschuwing in regel.gegeven[1] if regel.schrijven else ():
            te_lezen.setdefault((waarschuwing.sleutel, waarschuwing.tekst), []).append(regel.regel)
    goed = {regel.regel for regel in gekeurd if regel.uitkomst != Gekeurd.FOUT}
    genoemd = {stapel.zip.vinden(rij["scan"]) for rij in stapel.rijen if rij.regel in goed}
    return verslag([*gekeurd, *stapel.mis], stapel.ongebruikt) | {
        "waarschuwingen": [
            {"sleutel": sleutel, "tekst": tekst, "regels": regels}
            for (sleutel, tekst), regels in te_lezen.items()
        ],
        "ongenoemd": len(stapel.zip.scans - genoemd),
    }


def trajecten_inlezen(
    *, inlezing: Inlezing, door: Lidmaatschap, bevestigd: Collection[str], nu: datetime
) -> Inlezing:
    """Neem de goede regels over, elk voor zich; wie nog eens klikt, gaat verder.

    Is niet alles klaar binnen `SECONDEN`, dan is `ingelezen_op` nog leeg. Raises: Bezwaar (422).
    """
    begonnen = time.monotonic()
    te_lezen = {regel["sleutel"] for regel in inlezing.voorbeeld["waarschuwingen"]}
    if te_lezen - set(bevestigd):
        raise Bezwaar("Lees de waarschuwingen en zet een vinkje.")
    with opslag.openen(inlezing.bestand) as bestand:
        stapel = Stapel(bestand, door, nu)
        gekeurd = list(stapel.mis)
        for rij in stapel.rijen:
            if time.monotonic() - begonnen > SECONDEN:
                return inlezing
            gekeurd.append(_regel(inlezing, stapel, rij, bevestigd, nu))
            faalpunt("na_overname")
    return _afsluiten(inlezing, verslag(gekeurd, stapel.ongebruikt), door, nu)


def _regel(
    inlezing: Inlezing, stapel: Stapel, rij: Overnamerij, bevestigd: Collection[str], nu: datetime
) -> Gekeurd:
    """One line, in one transaction: judged again, and taken over unless it is there already."""
    try:
        with transaction.atomic():
            _slot(inlezing, stapel.school)
            if eerder := inlezing.overnames.filter(regel=rij.regel).first():
                return Gekeurd(rij.regel, eerder.wat, Gekeurd.NIEUW)
            oordeel = stapel.keuren(rij, Bekenden([rij], stapel.school), scan=False)
            if not oordeel.schrijven:
                return oordeel
            gegevens, _ = oordeel.gegeven
            traject = overnemen(
                door=stapel.door, sleutel=sleutel_van(rij, stapel.school), bevestigd=bevestigd,
                nu=nu, scan=stapel.scan(rij), **gegevens,
            )  # fmt: skip
            faalpunt("in_overname")
            inlezing.overnames.create(regel=rij.regel, traject=traject, wat=oordeel.wat)
            return replace(oordeel, gegeven=None)
    except Bezwaar as bezwaar:
        return Gekeurd(rij.regel, rij.wat, Gekeurd.FOUT, str(bezwaar))


def _slot(inlezing: Inlezing, school: Organisatie) -> None:
    """Two clicks take turns line by line; two files of one school too, so nobody comes twice."""
    Organisatie.objects.select_for_update(no_key=True).get(pk=school.pk)
    Inlezing.objects.select_for_update(of=("self",)).get(pk=inlezing.pk)


@transaction.atomic
def _afsluiten(
    inlezing: Inlezing, uitkomst: dict[str, Any], door: Lidmaatschap, nu: datetime
) -> Inlezing:
    inlezing = Inlezing.objects.select_for_update(of=("self",)).get(pk=inlezing.pk)
    return inlezing if inlezing.ingelezen_op else afsluiten(inlezing, uitkomst, door, nu)
