"""What follows from rows of facts that already stand."""

from datetime import date, timedelta

from django.db.models import (
    Case,
    DurationField,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from trajecten.models import Gemeente

from ..models import Einde, Trajectfeit


def van_nu(vandaag: date) -> None:
    """What follows from the row itself, step by step."""
    rijen = Trajectfeit.objects
    # A first day that has not been yet, or that came after the end, was no start.
    rijen.filter(Q(gestart_op__gt=vandaag) | Q(geeindigd_op__lt=F("gestart_op"))).update(
        gestart_op=None
    )
    rijen.filter(overgenomen=True, gestart_op__isnull=False).update(aangemeld_op=F("gestart_op"))
    geleerd = (Einde.GESTOPT, Einde.UITGEREIKT)
    rijen.exclude(einde__in=geleerd).update(laatste_dag=None)
    rijen.filter(einde__in=geleerd).filter(
        Q(laatste_dag=None) | Q(laatste_dag__gt=F("geeindigd_op"))
    ).update(laatste_dag=F("geeindigd_op"))
    rijen.update(
        wachttijd=_duur("aangemeld_op", "gestart_op"), looptijd=_duur("gestart_op", "geeindigd_op")
    )
    rijen.filter(looptijd__isnull=False, einde=Einde.GESTOPT).update(stopmaand=_stopmaand())
    nodig, gevuld = _volledigheid()
    rijen.update(velden_nodig=nodig, velden_gevuld=gevuld)


def _duur(van: str, tot: str) -> ExpressionWrapper:
    return ExpressionWrapper(F(tot) - F(van), output_field=DurationField())


def _stopmaand() -> Case:
    """In which month after the start it ended, counted in months of 30 days; 25 is later."""
    maanden = [
        When(looptijd__lt=timedelta(days=30 * maand), then=Value(maand)) for maand in range(1, 25)
    ]
    return Case(*maanden, default=Value(25))


def _volledigheid() -> tuple:
    gestart = Q(gestart_op__isnull=False)
    met_plek = gestart & Q(met_bpv=True)
    gestopt = Q(einde__in=(Einde.GESTOPT, Einde.NIET_GESTART))
    vragen = (
        (Q(), ~Q(verwijzer_soort="")),
        (gestart, Q(kwalificatie__isnull=False)),
        (met_plek, Q(leerbedrijf__isnull=False)),
        (met_plek, Q(gepland_eind__isnull=False)),
        (gestopt, ~Q(reden="")),
    )
    nodig = sum((_een(bij) for bij, _ in vragen), Value(0))
    gevuld = sum((_een(bij & er_is) for bij, er_is in vragen), Value(0))
    return nodig, gevuld


def _een(voorwaarde: Q):
    return Case(When(voorwaarde, then=Value(1)), default=Value(0)) if voorwaarde else Value(1)


def samengevoegde_gemeenten(vandaag: date) -> None:
    """A gemeente that went up in another counts under it, also when that one did so again."""
    for oud, nieuw in opvolgers(vandaag).items():
        Trajectfeit.objects.filter(gemeente=oud).update(gemeente=nieuw, regio=nieuw.regio_id)


def opvolgers(vandaag: date) -> dict[Gemeente, Gemeente]:
    """Per gemeente die niet meer bestaat, degene bij wie zij nu hoort."""
    weg = Gemeente.objects.filter(Q(eind=None) | Q(eind__lt=vandaag), opvolger__isnull=False)
    naar = {gemeente: gemeente.opvolger for gemeente in weg.select_related("opvolger")}
    uiteindelijk = {}
    for oud, nieuw in naar.items():
        gezien = {oud}
        while nieuw in naar and nieuw not in gezien:
            gezien.add(nieuw)
            nieuw = naar[nieuw]
        uiteindelijk[oud] = nieuw
    return uiteindelijk


def volgende_stappen() -> None:
    """The first traject of the same person that came in after the document."""
    later = Trajectfeit.objects.filter(
        kandidaat=OuterRef("kandidaat"), aangemeld_op__gte=OuterRef("document_op")
    ).exclude(traject=OuterRef("traject"))
    eerste = later.order_by("aangemeld_op", "traject")
    tot = ExpressionWrapper(F("aangemeld_op") - OuterRef("document_op"), DurationField())
    Trajectfeit.objects.filter(document_op__isnull=False).update(
        volgende_stap=Coalesce(Subquery(eerste.values("stap")[:1]), Value("")),
        tot_vervolg=Subquery(eerste.values(_x=tot)[:1], output_field=DurationField()),
    )
