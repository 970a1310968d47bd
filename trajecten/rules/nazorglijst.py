"""Whom to call now: every open question, oldest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import (
    Exists,
    OuterRef,
    Prefetch,
)
from django.utils.formats import date_format

from ..models import MAANDEN, Jobcoaching, Lidmaatschap, Nazorgmeting, Nazorgpoging, Traject
from ..models.trajecten import TrajectQuerySet
from .nazorg import (
    NA_DE_LAATSTE,
    POGINGEN,
    RUIMTE,
    TE_METEN,
    Meetmoment,
    meetmoment_nu,
)
from .signalen import HOOGUIT, Signaal, Signaalregel


@dataclass(frozen=True)
class Belregel:
    """Eén open meting: over wie, welke, en wat er al geprobeerd is."""

    traject: Traject
    moment: Meetmoment
    pogingen: list[Nazorgpoging]
    te_laat: bool
    jobcoach: Lidmaatschap | None

    @property
    def niemand_nam_op(self) -> bool:
        return len(self.pogingen) >= POGINGEN

    @property
    def geprobeerd(self) -> str:
        """ "2 keer gebeld: niet opgenomen"; leeg als er nog niet gebeld is."""
        if not self.pogingen:
            return ""
        laatste = self.pogingen[-1].get_uitkomst_display().lower()
        return f"{len(self.pogingen)} keer gebeld: {laatste}"


def open_metingen(trajecten: TrajectQuerySet, vandaag: date) -> list[tuple[int, Meetmoment]]:
    """(traject, meting) waar vandaag een antwoord mist, wie het langst wacht eerst.

    Eén vraag met losse feiten per traject; de dagen worden hier gerekend, niet in de database.
    """
    vroegst = vandaag - RUIMTE - NA_DE_LAATSTE - timedelta(days=366)
    laatst = vandaag + RUIMTE - timedelta(days=89)  # three months are never shorter
    gemeten = {
        f"gemeten_{maand}": Exists(Nazorgmeting.objects.filter(traject=OuterRef("pk"), maand=maand))
        for maand in MAANDEN
    }
    # The last step is never before the end, so what is too old for a question is not even read.
    rijen = trajecten.filter(status__in=TE_METEN, nazorgstop=None, status_sinds__date__gt=vroegst)
    rijen = rijen.with_einde().annotate(**gemeten).order_by()
    gevonden = []
    for pk, einde, *antwoorden in rijen.values_list("pk", "einde", *gemeten):
        if einde is None or not vroegst < einde <= laatst:
            continue
        moment = meetmoment_nu(einde, vandaag)
        if moment and not antwoorden[MAANDEN.index(moment.maand)]:
            gevonden.append((pk, moment))
    return sorted(gevonden, key=lambda rij: (rij[1].datum, rij[0]))


def bellijst(trajecten: TrajectQuerySet, vandaag: date, hooguit: int = HOOGUIT) -> list[Belregel]:
    """De open metingen van deze trajecten, wie het langst wacht eerst."""
    metingen = open_metingen(trajecten, vandaag)[:hooguit]
    lopend = Jobcoaching.objects.geldig(vandaag).select_related("lid__gebruiker")
    rijen = (
        Traject.objects.filter(pk__in=[pk for pk, _ in metingen])
        .select_related("kandidaat")
        .prefetch_related(
            "nazorgpogingen", Prefetch("jobcoachings", lopend, to_attr="jobcoachings_nu")
        )
    )
    per_pk = {traject.pk: traject for traject in rijen}
    return [_belregel(per_pk[pk], moment, vandaag) for pk, moment in metingen]


def _belregel(traject, moment, vandaag) -> Belregel:
    pogingen = [poging for poging in traject.nazorgpogingen.all() if poging.maand == moment.maand]
    jobcoach = traject.jobcoachings_nu[-1].lid if traject.jobcoachings_nu else None
    return Belregel(traject, moment, pogingen, vandaag > moment.uiterlijk, jobcoach)


def open_vraag(trajecten: TrajectQuerySet, vandaag: date) -> Belregel | None:
    """De eerste open meting; voor het scherm van de kandidaat."""
    regels = bellijst(trajecten, vandaag, hooguit=1)
    return regels[0] if regels else None


def _regels(trajecten, vandaag, kiezen) -> Iterator[Signaalregel]:
    for regel in bellijst(trajecten, vandaag):
        if kiezen(regel):
            yield Signaalregel(regel.traject, _zin(regel), "bellen", regel.moment.datum)


def _zin(regel: Belregel) -> str:
    moment = regel.moment
    if regel.niemand_nam_op:
        return f"Meting na {moment.maand} maanden: drie keer gebeld, geen antwoord."
    uiterlijk = date_format(moment.uiterlijk, "j F")
    wat = f"de week was tot en met {uiterlijk}" if regel.te_laat else f"bel uiterlijk {uiterlijk}"
    zin = f"Meting na {moment.maand} maanden: {wat}."
    return f"{zin} {regel.geprobeerd}." if regel.pogingen else zin


def _te_laat(trajecten, vandaag):
    return _regels(trajecten, vandaag, lambda r: r.te_laat and not r.niemand_nam_op)


def _nu(trajecten, vandaag):
    return _regels(trajecten, vandaag, lambda r: not r.te_laat and not r.niemand_nam_op)


def _niemand(trajecten, vandaag):
    return _regels(trajecten, vandaag, lambda r: r.niemand_nam_op)


def _zonder_jobcoach(trajecten, vandaag):
    """An open question, and nobody whose work it is."""
    zonder = trajecten.exclude(Exists(Jobcoaching.objects.geldig().filter(traject=OuterRef("pk"))))
    for regel in bellijst(zonder, vandaag):
        zin = f"{_zin(regel)} Er is geen jobcoach."
        yield Signaalregel(regel.traject, zin, "bellen", regel.moment.datum)


NAZORGSIGNALEN = [
    Signaal("te_laat", "Bel snel: de week is voorbij", _te_laat),
    Signaal("meting", "Bel nu", _nu),
    Signaal("niemand", "Niemand nam op", _niemand),
]
ZONDER_JOBCOACH = Signaal("nazorg", "Nazorg", _zonder_jobcoach)
