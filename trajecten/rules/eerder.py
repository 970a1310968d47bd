"""What a kandidaat did before at this school, to lay beside a next goal.

Werkprocessen are compared within one version of the dossier; in a recorded opvolger only when
code and title are the same. The code alone says nothing across versions.
"""

from collections.abc import Iterable

from django.db.models import Q

from ..models import (
    Certificaatdekking,
    Eindoordeel,
    Kwalificatie,
    Niveau,
    Planregel,
    Status,
    Traject,
    Werkproces,
)
from .onderdelen import geldige_resultaten, standen
from .vervolg import KLAAR, Doel


class Eerder:
    """Alles wat deze kandidaat bij deze school deed, in één keer gelezen, naast een doel."""

    def __init__(self, traject: Traject, doel: Doel):
        self.doel = doel
        self.trajecten = list(
            Traject.objects.filter(kandidaat=traject.kandidaat_id, instelling=traject.instelling_id)
            .exclude(status=Status.NIET_GESTART)
            .select_related("kwalificatie__dossier", "certificaat")
            .order_by("pk")
        )
        self.regels = list(
            Planregel.objects.geldig()
            .filter(traject__in=self.trajecten)
            .with_oordeel()
            .with_niveau()
            .filter(
                Q(oordeel_nu=Eindoordeel.Oordeel.JA)
                | Q(oordeel_nu=None, niveau_nu=Niveau.ZELFSTANDIG)
            )
            .select_related("werkproces__kerntaak", "plaatsing__leerbedrijf", "traject")
            .order_by("pk")
        )
        self.standen = [
            (ander, stand)
            for ander in self.trajecten
            for stand in standen(geldige_resultaten(ander))
            if stand.is_voldoende and stand.bevestigd and not stand.deel
        ]
        self.behaald = [
            ander for ander in self.trajecten if ander.certificaat_id and ander.status in KLAAR
        ]
        self.dekkingen = list(
            Certificaatdekking.objects.filter(
                certificaatwerkproces__certificaat__in=self._certificaten()
            ).select_related("certificaatwerkproces__certificaat", "werkproces")
        )

    def _certificaten(self) -> set[int]:
        eigen = self.doel.certificaat
        return {ander.certificaat_id for ander in self.trajecten if ander.certificaat_id} | (
            {eigen.pk} if eigen else set()
        )

    def zelfde_versie(self, kwalificatie: Kwalificatie | None) -> bool:
        """Hetzelfde dossier als dat van het doel: codes zijn dan te vergelijken."""
        return bool(kwalificatie and kwalificatie.dossier_id == self.doel.kwalificatie.dossier_id)

    def verwant(self, kwalificatie: Kwalificatie | None) -> bool:
        """Dezelfde versie, of een waar het doel een vastgelegde opvolger van is."""
        if kwalificatie is None or self.zelfde_versie(kwalificatie):
            return kwalificatie is not None
        if kwalificatie.dossier.vervangen_door_id == self.doel.kwalificatie.dossier_id:
            return True
        vorige = self.doel.kwalificatie.opvolger_van
        while vorige and vorige.dossier_id != kwalificatie.dossier_id:
            vorige = vorige.opvolger_van
        return vorige is not None

    def geoefend(self, proces: Werkproces) -> tuple[str, ...]:
        """Waar dit werkproces van het dossier is gelukt, in zinnen."""
        via = {
            dekking.certificaatwerkproces_id: dekking
            for dekking in self.dekkingen
            if dekking.werkproces_id == proces.pk
        }
        return tuple(
            bij(regel, via.get(regel.certificaatwerkproces_id))
            for regel in self.regels
            if regel.certificaatwerkproces_id in via or self._is_zelfde(regel, proces)
        )

    def _is_zelfde(self, regel: Planregel, proces: Werkproces) -> bool:
        if regel.werkproces_id == proces.pk:
            return True
        if regel.werkproces is None or not self.verwant(_kwalificatie_van(regel, self.trajecten)):
            return False
        return (regel.code, woorden(regel.titel)) == (proces.code, woorden(proces.titel))


def _kwalificatie_van(regel: Planregel, trajecten: Iterable[Traject]) -> Kwalificatie | None:
    """Of a regel from the own kwalificatie; Extra werk is of another, and only matches itself."""
    if regel.extra:
        return None
    return next(ander.kwalificatie for ander in trajecten if ander.pk == regel.traject_id)


def woorden(titel: str) -> str:
    """Een titel om te vergelijken: hoofdletters en spaties tellen niet."""
    return " ".join(titel.casefold().split())


def bij(regel: Planregel, dekking: Certificaatdekking | None = None) -> str:
    """Bij wie en in welk traject, en bij een certificaat onder welke code."""
    als = f" als {regel.code}" if dekking else ""
    deels = " (een deel van dit werk)" if dekking and dekking.deels else ""
    waar = f"{regel.plaatsing.leerbedrijf.naam} ({regel.traject.nummer})"
    hoe = "Met ja beoordeeld" if regel.oordeel_nu else "Zelfstandig afgetekend"
    return f"{hoe}{als} bij {waar}{deels}."
