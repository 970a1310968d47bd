"""When the end of a plaatsing may be judged."""

from datetime import datetime

from ..models import Lidmaatschap, Planregel, Rol, Status, Traject
from .afronding import eindbeoordeling_compleet

NOG_TE_BEOORDELEN = (
    Status.MATCH,
    Status.PLAN,
    Status.POK_TER_ONDERTEKENING,
    Status.ACTIEF,
    Status.ONDERBROKEN,
    Status.EINDBEOORDELING,
)


def bezwaar_tegen_eindoordeel_nu(planregel: Planregel) -> str:
    """Of dit werkproces nu een eindoordeel kan krijgen, door wie dan ook vastgelegd.

    Het eindoordeel is per plaatsing, aan haar einde: als de school het openzette, of als de
    plaatsing eerder eindigde en het traject elders verder gaat.
    """
    traject, plaatsing = planregel.traject, planregel.plaatsing
    if planregel.vervallen_op or plaatsing.vervallen_op:
        return "Dit werkproces hoort niet meer bij het plan."
    if traject.status == Status.EINDBEOORDELING:
        return ""
    if plaatsing.beeindigd_op and traject.status in NOG_TE_BEOORDELEN:
        return ""
    if traject.status in NOG_TE_BEOORDELEN:
        return "Het eindoordeel komt aan het eind. De school laat weten wanneer het zover is."
    return "Het eindoordeel is al bij de school. Vraag de school het terug te sturen."


def bezwaar_tegen_eindoordeel_geven(planregel: Planregel, lid: Lidmaatschap) -> str:
    """Waarom dit lid nu geen eindoordeel over dit werkproces geeft; leeg als het mag."""
    if lid.rol != Rol.PRAKTIJKOPLEIDER or not planregel.plaatsing.heeft_praktijkopleider(lid):
        return "Alleen een praktijkopleider van deze plaatsing geeft het eindoordeel."
    return bezwaar_tegen_eindoordeel_nu(planregel)


def te_beoordelen(traject: Traject):
    """De planregels van alle plaatsingen van dit traject die nog geen eindoordeel hebben."""
    return traject.planregels.geldig().with_oordeel().filter(oordeel_nu=None)


def bezwaar_tegen_eindoordelen_versturen(traject: Traject, lid: Lidmaatschap) -> str:
    """Elk werkproces heeft een eindoordeel. De school mag het ook (van papier)."""
    van_de_school = lid.rol == Rol.COORDINATOR and lid.organisatie_id == traject.instelling_id
    plaatsing = traject.plaatsingen.geldig().last()
    if not van_de_school and not (
        lid.rol == Rol.PRAKTIJKOPLEIDER and plaatsing and plaatsing.heeft_praktijkopleider(lid)
    ):
        return "Alleen de praktijkopleider stuurt de eindoordelen naar de school."
    if traject.status == Status.SCHOOLOORDEEL:
        return "De eindoordelen zijn al naar de school gestuurd."
    if traject.status != Status.EINDBEOORDELING:
        return "Dit traject is nu niet in de eindbeoordeling."
    if nog := te_beoordelen(traject).count():
        taken = "1 werkproces heeft" if nog == 1 else f"{nog} werkprocessen hebben"
        return f"Nog {taken} geen eindoordeel."
    if not eindbeoordeling_compleet(traject):
        return "De school stuurde dit terug. Geef eerst opnieuw een eindoordeel."
    return ""


def opnieuw_gevraagd(traject: Traject, sinds: datetime) -> bool:
    """Of de school het na dit moment terugstuurde: dan telt hetzelfde antwoord opnieuw."""
    terug = traject.overgangen.filter(van=Status.SCHOOLOORDEEL, naar=Status.EINDBEOORDELING)
    return terug.filter(op__gt=sinds).exists()
