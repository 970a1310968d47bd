"""Making the flat rows anew: one INSERT ... SELECT, then what follows from the rows themselves."""

from datetime import date

from django.db.models import OuterRef, QuerySet, Subquery

from trajecten.models import Aftekening, Traject

from ..models import Trajectfeit
from . import feitafleidingen, feitvelden, nazorgvelden
from .invoegen import invoegen


def trajectfeiten_maken(vandaag: date) -> int:
    """Gooi de oude rijen weg en maak ze opnieuw, op `vandaag`. Geeft het aantal trajecten."""
    Trajectfeit.objects.all().delete()
    velden = feitvelden.wie() | feitvelden.wanneer() | feitvelden.einde() | nazorgvelden.nazorg()
    aantal = invoegen(Trajectfeit, Traject.objects.with_voortgang(), velden)
    feitafleidingen.van_nu(vandaag)
    feitafleidingen.samengevoegde_gemeenten(vandaag)
    feitafleidingen.volgende_stappen()
    return aantal


def stilstand_bijwerken(lopend: QuerySet, peildatum: date) -> None:
    """Zet bij lopende trajecten de laatste aftekening tot en met de peildatum."""
    tekens = Aftekening.objects.geldig().filter(
        planregel__traject=OuterRef("traject"), gebeurd_op__lte=peildatum
    )
    laatste = tekens.order_by("-gebeurd_op").values("gebeurd_op")[:1]
    lopend.update(laatste_aftekening_op=Subquery(laatste))
