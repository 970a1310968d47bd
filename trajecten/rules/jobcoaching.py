"""Who may be the jobcoach of a traject. A jobcoach supports, and never signs off."""

from datetime import date

from django.db.models import Q, QuerySet

from ..models import Jobcoaching, Lidmaatschap, Organisatie, Rol, Status, Traject
from .intake import is_coordinator_van
from .stoppen import ALLEEN_COORDINATOR

ZONDER_JOBCOACH = (Status.NIET_GESTART, Status.DOORGESTROOMD, Status.AFGESLOTEN)


def mogelijke_jobcoaches(traject: Traject, op: date) -> QuerySet[Lidmaatschap]:
    """De jobcoaches van de school, van de verwijzer, en van organisaties uit dezelfde regio."""
    instelling = traject.instelling
    plek = Q(organisatie=instelling.pk)
    if instelling.regio_id:
        bij = Q(organisatie__regio=instelling.regio_id)
        plek |= bij & ~Q(organisatie__soort=Organisatie.Soort.INSTELLING)
    aanmelding = getattr(traject, "aanmelding", None)
    if aanmelding and aanmelding.verwijzer_id:
        plek |= Q(organisatie=aanmelding.verwijzer_id)
    leden = Lidmaatschap.objects.geldig(op).filter(plek, rol=Rol.JOBCOACH)
    return leden.filter(gebruiker__is_active=True).order_by("gebruiker__naam", "pk")


def jobcoach_van(traject: Traject, op: date | None = None) -> Lidmaatschap | None:
    """De jobcoach van dit traject op die dag; None als er geen is."""
    rijen = Jobcoaching.objects.geldig(op).filter(traject=traject)
    rij = rijen.select_related("lid__gebruiker", "lid__organisatie").last()
    return rij and rij.lid


def bezwaar_tegen_jobcoach_koppelen(traject: Traject, lid: Lidmaatschap) -> str:
    """De mbo-coördinator kiest de jobcoach, van de intake tot na de laatste meting."""
    if not is_coordinator_van(traject, lid):
        return ALLEEN_COORDINATOR
    if traject.status in ZONDER_JOBCOACH:
        return f"Dit traject is '{traject.get_status_display()}'. Een jobcoach is niet meer nodig."
    return ""


def bezwaar_tegen_jobcoach(traject: Traject, jobcoach: Lidmaatschap, op: date) -> str:
    """Een jobcoach die nu werkt, in de eigen regio."""
    if mogelijke_jobcoaches(traject, op).filter(pk=jobcoach.pk).exists():
        return ""
    return f"{jobcoach.naam} is geen jobcoach in deze regio, of werkt daar niet meer."
