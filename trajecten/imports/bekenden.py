"""Who is there already: in the portal, and twice in the same file."""

import uuid
from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models.functions import Upper

from .. import namen
from ..models import Inschrijving, Organisatie, Traject
from .trajecten import Overnamerij

RUIMTE = uuid.UUID("6f1d2c1e-6f0b-5d0f-9a55-0a4f1c5f8d21")


def sleutel_van(rij: Overnamerij, school: Organisatie) -> uuid.UUID:
    """Dezelfde regel is altijd hetzelfde traject: school, student, waarheen en sinds wanneer."""
    delen = (
        school.pk, rij["studentnummer"].upper(), rij["route"], rij["crebo"], rij["certificaat"],
        rij["begin"].isoformat(),
    )  # fmt: skip
    return uuid.uuid5(RUIMTE, "|".join(map(str, delen)))


class Bekenden:
    """What the school has already of the people on these lines, in four questions."""

    def __init__(self, rijen: Sequence[Overnamerij], school: Organisatie):
        trajecten = Traject.objects.filter(instelling=school)
        sleutels = [sleutel_van(rij, school) for rij in rijen if not rij.redenen]
        self.school = school
        self.overgenomen = dict(
            trajecten.filter(overname_sleutel__in=sleutels).values_list(
                "overname_sleutel", "nummer"
            )
        )
        nummers = {_hoofdletters(rij) for rij in rijen}
        self.op_studentnummer = dict(
            Inschrijving.objects.filter(traject__instelling=school)
            .annotate(groot=Upper("studentnummer"))
            .filter(groot__in=nummers)
            .values_list("groot", "traject__nummer")
        )
        self.op_naam: dict[str, list[tuple[str, date | None]]] = {}
        zelfde = trajecten.filter(
            kandidaat__zoek__in={namen.zoekvorm(rij["naam"] or "") for rij in rijen}
        ).select_related("kandidaat")
        for traject in zelfde.prefetch_related("kandidaat__identiteiten"):
            dagen = [i.geboortedatum for i in traject.kandidaat.identiteiten.all()] or [None]
            self.op_naam.setdefault(traject.kandidaat.zoek, []).extend(
                (traject.nummer, dag) for dag in dagen
            )

    def zelfde_traject(self, rij: Overnamerij) -> str:
        """Het nummer van het traject dat deze regel al werd, of niets."""
        return "" if rij.redenen else self.overgenomen.get(sleutel_van(rij, self.school), "")

    def bezwaren(self, rij: Overnamerij) -> dict[str, str]:
        """Waarom dit iemand lijkt die er al is, per kolom."""
        if nummer := self.op_studentnummer.get(_hoofdletters(rij)):
            return {
                "studentnummer": f"Dit studentnummer staat al bij {nummer}. Kijk dat traject na."
            }
        for nummer, dag in self._met_deze_naam(rij):
            if dag and dag == rij["geboortedatum"]:
                zin = f"Deze kandidaat staat er al bij {nummer}: zelfde naam en geboortedatum."
                return {"naam": zin}
        return {}

    def opmerking(self, rij: Overnamerij) -> str:
        """Dezelfde naam alleen is geen bezwaar: mensen heten hetzelfde."""
        nummers = sorted({nummer for nummer, _ in self._met_deze_naam(rij)})
        if not nummers:
            return ""
        return f"Let op: bij {nummers[0]} staat dezelfde naam. Kijk na of het iemand anders is."

    def _met_deze_naam(self, rij: Overnamerij) -> list[tuple[str, date | None]]:
        return self.op_naam.get(namen.zoekvorm(rij["naam"] or ""), [])


def _hoofdletters(rij: Overnamerij) -> str:
    return (rij["studentnummer"] or "").upper()


def dubbel_in_bestand(rijen: Iterable[Overnamerij]) -> dict[int, dict[str, str]]:
    """Per regel waarom een eerdere regel al hetzelfde zegt: {regel: {kolom: reden}}."""
    eerder: dict[tuple, int] = {}
    dubbel: dict[int, dict[str, str]] = {}
    for rij in rijen:
        kenmerken: dict[str, tuple] = {}
        if rij["studentnummer"]:
            kenmerken["studentnummer"] = (_hoofdletters(rij),)
        if rij["scan"]:
            kenmerken["scan"] = (rij["scan"].casefold(),)
        if rij["geboortedatum"] and rij["naam"]:
            kenmerken["naam"] = (namen.zoekvorm(rij["naam"]), rij["geboortedatum"])
        for kolom, waarde in kenmerken.items():
            al = eerder.setdefault((kolom, *waarde), rij.regel)
            if al != rij.regel:
                zin = f"Dit staat al op regel {al}. Eén regel is één traject."
                dubbel.setdefault(rij.regel, {})[kolom] = zin
    return dubbel


def zelfde_naam_in_bestand(rijen: Iterable[Overnamerij]) -> dict[int, str]:
    """Per regel een opmerking als een eerdere regel dezelfde naam heeft."""
    eerder: dict[str, int] = {}
    opmerkingen = {}
    for rij in rijen:
        al = eerder.setdefault(namen.zoekvorm(rij["naam"] or str(rij.regel)), rij.regel)
        if al != rij.regel:
            zin = f"Let op: op regel {al} staat dezelfde naam. Kijk na of het iemand anders is."
            opmerkingen[rij.regel] = zin
    return opmerkingen
