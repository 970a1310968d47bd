"""The question "Werk je nu?": when it is asked, who may answer, and what an answer may hold.

Betaald werk telt vanaf 12 uur per week (definitie van OCW in Cijfers). De dagen en het aantal
pogingen zijn eigen ontwerp.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from ..models import (
    MAANDEN,
    Lidmaatschap,
    Nazorgmeting,
    Rol,
    Status,
    Traject,
)
from .intake import is_coordinator_van
from .trajecten import bezwaar_tegen_overgang

RUIMTE = timedelta(days=7)  # a call a week early or late still says how it is on the day
NA_DE_LAATSTE = timedelta(days=91)  # an answer to the last question is typed in this long
POGINGEN = 3
VASTLEGGERS = (Rol.KANDIDAAT, Rol.JOBCOACH, Rol.KLANTMANAGER, Rol.COORDINATOR)
BELLERS = (Rol.JOBCOACH, Rol.KLANTMANAGER, Rol.COORDINATOR)
TE_METEN = (Status.UITGEREIKT, Status.NAZORG, Status.GESTOPT)
BRON_VAN_ROL = {
    Rol.KANDIDAAT: Nazorgmeting.AntwoordVan.KANDIDAAT,
    Rol.JOBCOACH: Nazorgmeting.AntwoordVan.JOBCOACH,
    Rol.KLANTMANAGER: Nazorgmeting.AntwoordVan.KLANTMANAGER,
    Rol.COORDINATOR: Nazorgmeting.AntwoordVan.SCHOOL,
}


@dataclass(frozen=True)
class Meetmoment:
    """Eén meting van een traject: de dag zelf, en de eerste en laatste dag van een antwoord."""

    maand: int
    datum: date
    eerste: date
    laatste: date

    @property
    def uiterlijk(self) -> date:
        """Tot hier is een antwoord op tijd."""
        return self.datum + RUIMTE

    def open_op(self, dag: date) -> bool:
        return self.eerste <= dag <= self.laatste


def maanden_later(dag: date, maanden: int) -> date:
    """Dezelfde dag zoveel maanden later; bestaat die niet, dan de laatste van de maand."""
    jaren, maand = divmod(dag.month - 1 + maanden, 12)
    jaar, maand = dag.year + jaren, maand + 1
    return date(jaar, maand, min(dag.day, monthrange(jaar, maand)[1]))


def einde_van(traject: Traject) -> date | None:
    """De laatste dag van het leren; None zolang het traject loopt."""
    if "einde" not in traject.__dict__:
        traject.einde = (
            Traject.objects.with_einde().values_list("einde", flat=True).get(pk=traject.pk)
        )
    return traject.einde


def meetmomenten(einde: date) -> list[Meetmoment]:
    """De drie metingen na dit einde. Een antwoord hoort bij één meting: de vakken sluiten aan."""
    dagen = [maanden_later(einde, maand) for maand in MAANDEN]
    eersten = [dag - RUIMTE for dag in dagen]
    laatsten = [*(dag - timedelta(days=1) for dag in eersten[1:]), dagen[-1] + NA_DE_LAATSTE]
    return [Meetmoment(*rij) for rij in zip(MAANDEN, dagen, eersten, laatsten, strict=True)]


def meetmoment(einde: date, maand: int) -> Meetmoment:
    """De meting na zoveel maanden."""
    return next(moment for moment in meetmomenten(einde) if moment.maand == maand)


def meetmoment_nu(einde: date | None, vandaag: date) -> Meetmoment | None:
    """De meting waar vandaag een antwoord op gegeven kan worden; None als er geen is."""
    momenten = meetmomenten(einde) if einde else []
    return next((moment for moment in momenten if moment.open_op(vandaag)), None)


def laatste_meting(traject: Traject, maand: int) -> Nazorgmeting | None:
    """Het antwoord dat nu geldt."""
    rijen = traject.nazorgmetingen.filter(maand=maand).select_related("door__gebruiker")
    return rijen.order_by("volgnummer").last()


def heeft_nazorgstop(traject: Traject) -> bool:
    """Of de kandidaat niet meer gevraagd wil worden."""
    return hasattr(traject, "nazorgstop")


def bezwaar_tegen_nazorg(traject: Traject, lid: Lidmaatschap) -> str:
    """Wie bij dit traject hoort, na het einde, en zolang de kandidaat de vraag goed vindt."""
    zichtbaar = Traject.objects.zichtbaar_voor(lid).filter(pk=traject.pk)
    if lid.rol not in VASTLEGGERS or not zichtbaar.exists():
        return "Alleen de kandidaat, de jobcoach, de school of de verwijzer legt dit vast."
    if traject.status == Status.AFGESLOTEN:
        return "Dit traject is afgesloten. Er komt geen meting meer bij."
    if traject.status not in TE_METEN or einde_van(traject) is None:
        return "Dit traject is nog niet geëindigd. De eerste meting is drie maanden na het einde."
    if heeft_nazorgstop(traject):
        return f"{traject.kandidaat.voornaam} wil deze vraag niet meer krijgen."
    return ""


def bezwaar_tegen_dag_van_meting(
    traject: Traject, maand: int, gebeurd_op: date, vandaag: date
) -> str:
    """Een antwoord hoort bij de dag waarop het gegeven is."""
    einde = einde_van(traject)
    if einde is None or maand not in MAANDEN:
        return "Deze meting bestaat niet. Kies 3, 6 of 12 maanden."
    moment = meetmoment(einde, maand)
    if gebeurd_op > vandaag and moment.eerste <= vandaag:
        return "Deze dag is nog niet geweest. Kies vandaag of een eerdere dag."
    if gebeurd_op < einde:
        return f"Deze dag is vóór het einde van het leren op {_dag(einde)}. Kies een latere dag."
    if gebeurd_op < moment.eerste:
        return (
            f"De meting na {maand} maanden is op {_dag(moment.datum)}. "
            f"Vraag het vanaf {_dag(moment.eerste)}."
        )
    if gebeurd_op > moment.laatste:
        return (
            f"De meting na {maand} maanden kon tot en met {_dag(moment.laatste)}. "
            "Een antwoord van later hoort bij de volgende meting."
        )
    return ""


def bezwaar_tegen_antwoord(*, werk: str, uren: str, waar: str) -> str:
    """Uren en plek horen alleen bij werk."""
    if werk not in Nazorgmeting.Werk.values:
        return "Kies of de kandidaat werkt: ja, nee of onbekend."
    if werk != Nazorgmeting.Werk.JA and (uren or waar):
        return "Uren en plek horen alleen bij 'ja'. Kies 'ja', of laat die vragen leeg."
    return ""


def bezwaar_tegen_poging(traject: Traject, lid: Lidmaatschap, maand: int, vandaag: date) -> str:
    """Drie keer bellen, zolang er geen antwoord is."""
    if lid.rol not in BELLERS:
        return "Alleen de jobcoach, de school of de verwijzer belt."
    if bezwaar := bezwaar_tegen_nazorg(traject, lid) or bezwaar_tegen_dag_van_meting(
        traject, maand, vandaag, vandaag
    ):
        return bezwaar
    if laatste_meting(traject, maand):
        return "Er is al een antwoord. Nog eens bellen is niet nodig."
    if traject.nazorgpogingen.filter(maand=maand).count() >= POGINGEN:
        return "Er is al drie keer gebeld. Leg vast dat het onbekend is."
    return ""


def bezwaar_tegen_onbekend(traject: Traject, lid: Lidmaatschap, maand: int) -> str:
    """Onbekend is een uitkomst na drie keer bellen, nooit een nee."""
    if lid.rol not in BELLERS:
        return "Alleen de jobcoach, de school of de verwijzer legt dit vast."
    if bezwaar := bezwaar_tegen_nazorg(traject, lid):
        return bezwaar
    if laatste_meting(traject, maand):
        return "Er is al een antwoord op deze meting."
    gebeld = traject.nazorgpogingen.filter(maand=maand).count()
    if gebeld < POGINGEN:
        return f"Er is pas {gebeld} keer gebeld. Bel drie keer, op verschillende dagen."
    return ""


def bezwaar_tegen_niet_meer_vragen(traject: Traject, lid: Lidmaatschap) -> str:
    """De kandidaat zelf, of wie het aan de telefoon hoort zeggen."""
    return bezwaar_tegen_nazorg(traject, lid)


def bezwaar_tegen_nazorg_beginnen(traject: Traject, lid: Lidmaatschap | None) -> str:
    """Met de hand door de school; de nacht (geen lid) doet het na het uitreiken."""
    if lid is not None and not is_coordinator_van(traject, lid):
        return "Alleen een mbo-coördinator van de school begint de nazorg."
    return bezwaar_tegen_overgang(traject, Status.NAZORG)


def bezwaar_tegen_afsluiten(traject: Traject, lid: Lidmaatschap | None) -> str:
    """Na de meting van 12 maanden, ook als die onbekend is."""
    if lid is not None and not is_coordinator_van(traject, lid):
        return "Alleen een mbo-coördinator van de school sluit het traject af."
    if bezwaar := bezwaar_tegen_overgang(traject, Status.AFGESLOTEN):
        return bezwaar
    if not traject.nazorgmetingen.filter(maand=MAANDEN[-1]).exists():
        return "De meting na 12 maanden is er nog niet. Daarna kan het traject worden afgesloten."
    return ""


def _dag(dag: date) -> str:
    return f"{dag:%d-%m-%Y}"
