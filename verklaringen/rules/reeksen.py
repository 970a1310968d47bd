"""Issuing for many at once: who is ready, who goes along, and how far each one is."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_date

from trajecten.models import Lidmaatschap, Rol, Status, Traject
from trajecten.rules import erkenningfeiten

from ..models import (
    Reeksbestand,
    Reeksregel,
    Soort,
    Staat,
    Uitgifte,
    Uitgifteopdracht,
    Uitgiftereeks,
    Vaststelling,
)
from .uitgiften import bezwaar_tegen_uitgeven, waarschuwing_bij_uitgeven
from .wachten import waarom_het_wacht

HOOGUIT_IN_REEKS = 200  # people in one reeks (Design): the order of a large school on one day
KLAAR, BEZIG, MISLUKT, NIET_MEE = "klaar", "bezig", "mislukt", "niet_mee"
WOORDEN = {KLAAR: "Klaar", BEZIG: "Bezig", MISLUKT: "Niet gelukt", NIET_MEE: "Gaat niet mee"}


def klaar_voor_uitgifte(lid: Lidmaatschap) -> QuerySet[Traject]:
    """De trajecten van de school met een besluit en een document dat nog niemand uitgaf."""
    geldig = Vaststelling.objects.geldig().uit_te_geven().filter(traject=OuterRef("pk"))
    lopend = Uitgifteopdracht.objects.lopend().filter(vaststelling=OuterRef("pk"))
    if lid.rol != Rol.COORDINATOR:
        return Traject.objects.none()
    trajecten = Traject.objects.zichtbaar_voor(lid).bij_document(Status.BIJ_EXAMENCOMMISSIE)
    return trajecten.filter(
        Exists(geldig.filter(soort=Soort.MBO_VERKLARING)),
        Exists(geldig.filter(~Exists(lopend))),
    )


@dataclass(frozen=True)
class Keuze:
    """Iemand die gekozen is. Met een bezwaar gaat die niet mee; een waarschuwing vraagt waarom."""

    traject: Traject
    bezwaar: str
    waarschuwing: str
    bladen: list[Vaststelling]

    @property
    def geboren_op(self) -> date | None:
        """Zoals op het document."""
        return parse_date(self.bladen[0].inhoud["geboren_op"]) if self.bladen else None


def keuzes(trajecten: QuerySet[Traject], lid: Lidmaatschap) -> list[Keuze]:
    """Per gekozen traject wat de regel van het uitgeven ervan zegt.

    Bladen, akkoorden en de erkenning van een leerbedrijf worden één keer gevraagd.
    """
    bladen = Vaststelling.objects.geldig().select_related("plaatsing__leerbedrijf")
    bladen = bladen.prefetch_related("akkoorden").order_by("-soort", "pk")
    feiten, op = cache(erkenningfeiten), timezone.localdate()
    return [
        Keuze(
            traject,
            bezwaar_tegen_uitgeven(traject, lid, "bekeken", op),
            waarschuwing_bij_uitgeven(traject, op, feiten),
            list(traject.vaststellingen.all()),
        )
        for traject in trajecten.prefetch_related(
            Prefetch("vaststellingen", bladen), "verbeteringen"
        )
    ]


def bezwaar_tegen_reeks_uitgeven(
    mee: list[Traject], niet_mee: list[Traject], lid: Lidmaatschap
) -> str:
    """De vorm van de reeks; of iemand mee mag beslist de regel van het uitgeven, per mens."""
    trajecten = [*mee, *niet_mee]
    if lid.rol != Rol.COORDINATOR:
        return "Alleen een mbo-coördinator van de school geeft verklaringen uit."
    if any(traject.instelling_id != lid.organisatie_id for traject in trajecten):
        return "In een reeks staan alleen mensen van de eigen school."
    if not trajecten:
        return "Kies voor wie je de verklaring uitgeeft."
    if not mee:
        return "Voor niemand van deze mensen kan de verklaring nu worden uitgegeven."
    if len(trajecten) > HOOGUIT_IN_REEKS:
        return f"Kies hooguit {HOOGUIT_IN_REEKS} mensen tegelijk. Je koos er {len(trajecten)}."
    return ""


@dataclass
class Regelstand:
    """Eén mens in de reeks met de laatste opdracht van elk document."""

    regel: Reeksregel
    opdrachten: list[Uitgifteopdracht]

    @property
    def uitkomst(self) -> str:
        """Mislukt gaat voor bezig: een mbo-verklaring wacht op een blad dat er niet komt."""
        staten = {opdracht.staat for opdracht in self.opdrachten}
        if self.regel.bezwaar:
            return NIET_MEE
        if Staat.VERVALLEN in staten:
            return MISLUKT
        if self.regel.geregeld_op and staten == {Staat.UITGEGEVEN}:
            return KLAAR
        return BEZIG

    @property
    def waarom(self) -> str:
        """Waarom het niet lukte; leeg als het wel lukte of nog kan lukken."""
        redenen = [rij.vervallen_reden for rij in self.opdrachten if rij.staat == Staat.VERVALLEN]
        return self.regel.bezwaar or "; ".join(redenen)

    @property
    def woord(self) -> str:
        return WOORDEN[self.uitkomst]


@dataclass
class Reeksstand:
    """Hoe ver een reeks is: elke regel met haar uitkomst."""

    regels: list[Regelstand]

    def met(self, *uitkomsten: str) -> list[Regelstand]:
        return [regel for regel in self.regels if regel.uitkomst in uitkomsten]

    @property
    def bezig(self) -> bool:
        return bool(self.met(BEZIG))

    @property
    def klaar(self) -> list[Regelstand]:
        return self.met(KLAAR)

    @property
    def niet_gelukt(self) -> list[Regelstand]:
        return self.met(MISLUKT, NIET_MEE)

    @property
    def wacht(self) -> str:
        """Waarom het stilstaat tot de beheerder iets doet; leeg als het gewoon doorgaat."""
        opdrachten = (rij for regel in self.met(BEZIG) for rij in regel.opdrachten)
        redenen = (waarom_het_wacht(rij.fout) for rij in opdrachten if rij.klaar_op is None)
        return next(filter(None, redenen), "")


def reeksstand(reeks: Uitgiftereeks) -> Reeksstand:
    """De stand uit wat vastligt: van elk document de laatste opdracht, ook als die los was."""
    opdrachten = Uitgifteopdracht.objects.select_related("uitgifte").order_by("pk")
    bladen = Vaststelling.objects.defer("inhoud").order_by("-soort", "pk")  # the sheet first
    bladen = bladen.prefetch_related(
        Prefetch("opdrachten", opdrachten.defer("inhoud", "uitgifte__inhoud"))
    )
    regels = reeks.regels.select_related("traject__kandidaat").order_by("pk")
    regels = regels.prefetch_related(Prefetch("vaststellingen", bladen))
    return Reeksstand([Regelstand(regel, _laatste_opdrachten(regel)) for regel in regels])


def _laatste_opdrachten(regel: Reeksregel) -> list[Uitgifteopdracht]:
    return [list(blad.opdrachten.all())[-1] for blad in regel.vaststellingen.all()]


def bezwaar_tegen_reeks_opnieuw(stand: Reeksstand) -> str:
    """Opnieuw proberen kan voor wie niet meeging of van wie een document niet lukte."""
    return "" if stand.niet_gelukt else "Er is niets om opnieuw te proberen."


def te_bundelen(stand: Reeksstand) -> list[Uitgifte]:
    """Wat de reeks uitgaf en nu nog geldt, in de volgorde van de reeks."""
    pks = [
        opdracht.uitgifte.pk
        for regel in stand.regels
        for opdracht in regel.opdrachten
        if opdracht.staat == Staat.UITGEGEVEN
    ]
    geldig = Uitgifte.objects.geldig().select_related("traject__kandidaat").in_bulk(pks)
    return [geldig[pk] for pk in pks if pk in geldig]


def bezwaar_tegen_bundelen(uitgiften: list[Uitgifte], soort: str | None) -> str:
    """Een bestand maken kan zodra er iets is uitgegeven dat nog geldt."""
    if soort not in Reeksbestand.Soort.values:
        return "Kies of je de zip of het printbestand wilt."
    return "" if uitgiften else "Er is nog niets uitgegeven om in een bestand te zetten."
