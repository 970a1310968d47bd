"""Who records results of a traject, when, and against what they are judged.

Everything is judged against a `Kader`, so that ten thousand lines of an import cost no more
questions than one screen. Field by field: resultaatvelden.py.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from django.utils import timezone

from ..models import (
    VOOR_START,
    Certificaat,
    Kerntaak,
    Keuzedeel,
    Lidmaatschap,
    Onderdeel,
    Plaatsing,
    Planregel,
    Resultaat,
    Status,
    Statusovergang,
    Traject,
)
from .afronding import bezwaar_tegen_school
from .kwalificaties import bezwaar_tegen_certificaat

KAN_NIET_MEER = (
    Status.UITGEREIKT, Status.NAZORG, Status.AFGESLOTEN, Status.DOORGESTROOMD, Status.NIET_GESTART,
)  # fmt: skip


@dataclass(frozen=True)
class Opgave:
    """Wat iemand als resultaat opgeeft, op het scherm of in een regel van een bestand."""

    onderdeel: str
    gebeurd_op: date
    deel: str = ""
    code: str = ""
    naam: str = ""
    niveau: str = ""
    cijfer: Decimal | None = None
    woord: str = ""
    uitslag: str = ""
    inhoud: str = ""
    instrument: str = ""
    beoordelaar: str = ""
    klokuren: int | None = None
    telt_mee: bool = True

    @property
    def velden(self) -> dict:
        return asdict(self)

    def is_gelijk_aan(self, rij: Resultaat) -> bool:
        """Of deze rij precies dit zegt: twee keer hetzelfde is één resultaat."""
        return all(getattr(rij, naam) == waarde for naam, waarde in self.velden.items())


@dataclass(frozen=True)
class Kader:
    """Waartegen de resultaten van één traject getoetst worden, zonder nog iets op te vragen."""

    traject: Traject
    begin: date | None  # inschrijving or first day at the leerbedrijf, whichever came first
    gestart: bool
    kerntaken: Mapping[str, str]  # code -> titel
    keuzedelen: Mapping[str, Keuzedeel]  # those asked for that the list knows


def kaders(trajecten: Iterable[Traject], keuzedeelcodes: Collection[str]) -> dict[int, Kader]:
    """Per traject (pk) zijn kader, in een vast aantal vragen.

    De trajecten hebben `kwalificatie`, `certificaat` en `inschrijving` al bij zich.
    """
    rijen = {traject.pk: traject for traject in trajecten}
    plekken: dict[int, date] = {}
    for pk, begin in (
        Plaatsing.objects.geldig()
        .filter(traject__in=rijen, begin__isnull=False)
        .values_list("traject", "begin")
    ):
        plekken[pk] = min(begin, plekken.get(pk, begin))
    gestart = set(
        Statusovergang.objects.filter(traject__in=rijen, naar=Status.ACTIEF).values_list(
            "traject", flat=True
        )
    )
    kerntaken = _kerntaken({traject.kwalificatie for traject in rijen.values()})
    keuzedelen = {rij.code: rij for rij in Keuzedeel.objects.filter(code__in=keuzedeelcodes)}
    return {
        pk: Kader(
            traject=traject,
            begin=_eerste(plekken.get(pk), getattr(traject, "inschrijving", None)),
            gestart=traject.status not in VOOR_START or pk in gestart,
            kerntaken=kerntaken.get(traject.kwalificatie_id, {}),
            keuzedelen=keuzedelen,
        )
        for pk, traject in rijen.items()
    }


def kader_van(traject: Traject, keuzedeelcode: str = "") -> Kader:
    """Het kader van één traject; `keuzedeelcode` als het over een keuzedeel gaat."""
    return kaders([traject], [keuzedeelcode])[traject.pk]


def _kerntaken(kwalificaties) -> dict[int | None, dict[str, str]]:
    return {
        kwalificatie.pk: dict(Kerntaak.objects.van(kwalificatie).values_list("code", "titel"))
        for kwalificatie in kwalificaties
        if kwalificatie
    }


def _eerste(plek: date | None, inschrijving) -> date | None:
    dagen = [dag for dag in (plek, inschrijving and inschrijving.gebeurd_op) if dag]
    return min(dagen, default=None)


def bezwaar_tegen_resultaten(kader: Kader, lid: Lidmaatschap) -> str:
    """Of de school bij dit traject nu resultaten kan vastleggen, verbeteren of intrekken."""
    traject = kader.traject
    if bezwaar := bezwaar_tegen_school(traject, lid):
        return bezwaar
    if traject.status == Status.BIJ_EXAMENCOMMISSIE:
        return (
            "Dit dossier ligt bij de examencommissie. "
            "Klopt er iets niet? Laat het dan eerst teruggeven."
        )
    if traject.status in KAN_NIET_MEER:
        return f"Dit traject is {traject.get_status_display()}. De resultaten liggen vast."
    if not kader.gestart:
        return "Dit traject is nog niet gestart. Resultaten leg je vast vanaf de start."
    return ""


def bezwaar_tegen_verbeterreden(reden: str) -> str:
    """Wie een resultaat verbetert of intrekt, zegt waarom: de kandidaat leest het."""
    return "" if reden.strip() else "Schrijf op waarom. De kandidaat leest dit."


def te_kiezen_certificaten(traject: Traject) -> list[Certificaat]:
    """De certificaten bij deze opleiding, en die waarvan de opleiding niet bekend is."""
    crebo = traject.kwalificatie.crebo if traject.kwalificatie else ""
    return list(Certificaat.objects.filter(crebo__in={crebo, ""}))


def bezwaar_tegen_certificaat_kiezen(
    kader: Kader, lid: Lidmaatschap, certificaat: Certificaat, op: date | None = None
) -> str:
    """Een certificaat dat geldt en bij de opleiding past, zolang er nog geen examen van is."""
    traject = kader.traject
    if bezwaar := bezwaar_tegen_resultaten(kader, lid):
        return bezwaar
    if traject.route != "certificaat":
        return "Dit traject is niet voor een mbo-certificaat. De route staat in de intake."
    if bezwaar := bezwaar_tegen_certificaat(certificaat, op or timezone.localdate()):
        return bezwaar
    kwalificatie = traject.kwalificatie
    if certificaat.crebo and kwalificatie and certificaat.crebo != kwalificatie.crebo:
        return f"{certificaat} hoort bij crebo {certificaat.crebo}, niet bij {kwalificatie}."
    if traject.certificaat_id not in (None, certificaat.pk) and _plan_is_van(traject):
        return f"Het praktijkleerplan is voor {traject.certificaat}. Kies het nieuwe in het plan."
    examens = traject.resultaten.geldig().filter(onderdeel=Onderdeel.CERTIFICAATEXAMEN)
    if traject.certificaat_id not in (None, certificaat.pk) and examens.exists():
        return (
            f"Er zijn al examens van {traject.certificaat}. "
            "Trek die eerst in als ze bij een ander certificaat horen."
        )
    return ""


def _plan_is_van(traject: Traject) -> bool:
    """Whether the parties agreed on the werkprocessen of one certificaat."""
    regels = Planregel.objects.geldig().filter(traject=traject)
    return regels.exclude(certificaatwerkproces=None).exists()
