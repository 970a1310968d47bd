"""When a kandidaat may be placed and moved, and who guides. Source: WEB 7.2.8 lid 4."""

from datetime import date

from django.db.models import Q

from ..models import (
    Erkenningcontrole,
    Kwalificatie,
    Leerbedrijf,
    Lidmaatschap,
    Plaatsing,
    Rol,
    Status,
    Traject,
)
from .intake import is_coordinator_van, met_bpv
from .kwalificaties import bezwaar_tegen_kwalificatie
from .leerbedrijven import bezwaar_tegen_erkenning, erkenningfeiten
from .stoppen import ALLEEN_COORDINATOR
from .trajecten import bezwaar_tegen_overgang


def lopende_plaatsing(traject: Traject) -> Plaatsing | None:
    """De plaatsing waar het traject nu over gaat; None als er nog geen leerbedrijf is."""
    return traject.plaatsingen.lopend().select_related("leerbedrijf").first()


def bezwaar_tegen_matchen(
    traject: Traject, lid: Lidmaatschap, kwalificatie: Kwalificatie, op: date
) -> str:
    """Een leerbedrijf kiezen of vervangen kan tot de overeenkomst is opgesteld."""
    return bezwaar_tegen_coordineren(
        traject, lid, Status.MATCH, Status.PLAN
    ) or bezwaar_tegen_kwalificatie(kwalificatie, op)


def bezwaar_tegen_begeleider(lid: Lidmaatschap, leerbedrijf: Leerbedrijf, op: date) -> str:
    """De praktijkopleider is op die dag iemand van dit leerbedrijf."""
    if lid.rol != Rol.PRAKTIJKOPLEIDER or lid.leerbedrijf_id != leerbedrijf.pk:
        return f"{lid.naam} is geen praktijkopleider van {leerbedrijf.naam}."
    if lid.tot and lid.tot < op:
        return f"{lid.naam} werkt niet meer bij {leerbedrijf.naam}."
    return ""


def bezwaar_tegen_erkenning_bij_start(
    leerbedrijf: Leerbedrijf,
    crebo: str,
    begin: date,
    vandaag: date,
    gezien: Erkenningcontrole | None = None,
) -> str:
    """Erkend op de eerste dag, met een controle van hooguit 90 dagen ervoor.

    `gezien`: een controle die er net bij komt en nog niet vastligt.
    """
    feiten = erkenningfeiten(leerbedrijf, crebo)
    if gezien:
        feiten = feiten.met(gezien)
    if stand := feiten.stand_op(begin):
        return ""
    nu = feiten.stand_op(max(begin, vandaag))
    if nu and nu.controle and nu.controle.gecontroleerd_op > begin:
        return (
            f"De erkenning voor {crebo} is pas nagekeken op "
            f"{nu.controle.gecontroleerd_op:%d-%m-%Y}, na de eerste dag {begin:%d-%m-%Y}. "
            "Kies in het plan een latere eerste dag, of leg een eerdere controle vast."
        )
    return f"Op de eerste dag {begin:%d-%m-%Y}: {stand.zin}"


def bezwaar_tegen_plan_openen(traject: Traject, lid: Lidmaatschap, op: date) -> str:
    """Een leerbedrijf met praktijkopleider, en de erkenning nagekeken."""
    if not is_coordinator_van(traject, lid):
        return ALLEEN_COORDINATOR
    plaatsing = lopende_plaatsing(traject)
    if plaatsing is None:
        return "Kies eerst een leerbedrijf."
    if not plaatsing.begeleidingen.filter(Q(tot=None) | Q(tot__gte=op)).exists():
        return "Noem eerst de praktijkopleider."
    if bezwaar := bezwaar_tegen_erkenning(plaatsing.leerbedrijf, traject.kwalificatie.crebo, op):
        return bezwaar
    return bezwaar_tegen_overgang(traject, Status.PLAN)


def bezwaar_tegen_begeleider_toevoegen(plaatsing: Plaatsing, lid: Lidmaatschap) -> str:
    """Een praktijkopleider erbij: tijdens match, plan, en zolang het leren loopt."""
    if plaatsing.beeindigd_op or plaatsing.vervallen_op:
        return "Deze plaatsing is beëindigd."
    if plaatsing.traject.status == Status.POK_TER_ONDERTEKENING:
        return (
            "De overeenkomst noemt de praktijkopleider en ligt ter ondertekening. "
            "Haal eerst de overeenkomst terug naar het plan."
        )
    mag = (Status.MATCH, Status.PLAN, Status.ACTIEF, Status.ONDERBROKEN, Status.EINDBEOORDELING)
    return bezwaar_tegen_coordineren(plaatsing.traject, lid, *mag)


def bezwaar_tegen_begeleiding_beeindigen(begeleiding, lid: Lidmaatschap, tot: date) -> str:
    """Er blijft altijd één praktijkopleider over."""
    plaatsing = begeleiding.plaatsing
    if bezwaar := bezwaar_tegen_begeleider_toevoegen(plaatsing, lid):
        return bezwaar
    if begeleiding.tot:
        return f"Deze begeleiding is al geëindigd op {begeleiding.tot:%d-%m-%Y}."
    if tot < begeleiding.van:
        return f"De laatste dag is vóór de eerste. Kies een dag vanaf {begeleiding.van:%d-%m-%Y}."
    anderen = plaatsing.begeleidingen.exclude(pk=begeleiding.pk)
    if not anderen.filter(Q(tot=None) | Q(tot__gt=tot)).exists():
        return "Er blijft dan geen praktijkopleider over. Voeg eerst een vervanger toe."
    return ""


def bezwaar_tegen_herplaatsen(
    traject: Traject, lid: Lidmaatschap, laatste_dag: date, op: date
) -> str:
    """Naar een ander leerbedrijf in hetzelfde traject; geen uitval."""
    if bezwaar := bezwaar_tegen_coordineren(traject, lid, Status.ACTIEF, Status.ONDERBROKEN):
        return bezwaar
    if not met_bpv(traject):
        return "Bij dit traject hoort geen leren op het werk. Een leerbedrijf is niet nodig."
    plaatsing = lopende_plaatsing(traject)
    if laatste_dag > op:
        return "Deze dag is nog niet geweest. Kies vandaag of een eerdere dag."
    if plaatsing and plaatsing.begin and laatste_dag < plaatsing.begin:
        return f"Deze dag is vóór de start op {plaatsing.begin:%d-%m-%Y}. Kies een latere dag."
    return ""


def bezwaar_tegen_coordineren(traject: Traject, lid: Lidmaatschap, *statussen: str) -> str:
    """Alleen een mbo-coördinator van de school, en alleen als het traject bij deze stap is."""
    if not is_coordinator_van(traject, lid):
        return ALLEEN_COORDINATOR
    if traject.status in statussen:
        return ""
    return f"Dit traject is nu bij '{traject.get_status_display()}'. Daar kan dit niet."
