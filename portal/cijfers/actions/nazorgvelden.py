"""What is known about somebody after the end, and to which doelgroep the kandidaat belongs."""

from typing import Any

from django.db.models import (
    BooleanField,
    Case,
    CharField,
    Exists,
    F,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from trajecten.models import Doelgroep, Doelgroepgebruik, Nazorgmeting

from ..indicatoren import NAZORG

ONBEKEND = Value("onbekend")


def nazorg() -> dict[str, Any]:
    """The expressions over a Traject; without an answer it is unknown, never a no."""
    na_een_jaar = _laatste(12)
    velden: dict[str, Any] = {
        "uitkering_12": _een(na_een_jaar, F("uitkering"), Value("")),
        "leert_door_12": _een(na_een_jaar, F("leert_door"), Value(False)),
    }
    for maand in NAZORG:
        laatste = _laatste(maand)
        velden[f"werk_{maand}"] = _een(laatste, _werkt(), ONBEKEND)
        velden[f"waar_{maand}"] = _een(laatste, F("waar"), Value(""))
    return velden | _doelgroep()


def _laatste(maand: int) -> QuerySet:
    """The last answer counts: a later, better one is a new row."""
    metingen = Nazorgmeting.objects.filter(traject=OuterRef("pk"), maand=maand)
    return metingen.order_by("-volgnummer")


def _een(rijen: QuerySet, waarde, anders: Value) -> Coalesce:
    return Coalesce(Subquery(rijen.values(_x=waarde)[:1]), anders)


def _werkt() -> Case:
    """Paid work of 12 hours a week or more; less is a no, and not knowing is not."""
    werk, uren = Nazorgmeting.Werk, Nazorgmeting.Uren
    return Case(
        When(werk=werk.JA, uren=uren.TWAALF_OF_MEER, then=Value("ja")),
        When(werk=werk.JA, uren="", then=ONBEKEND),
        When(werk=werk.ONBEKEND, then=ONBEKEND),
        default=Value("nee"),
        output_field=CharField(),
    )


def _doelgroep() -> dict[str, Any]:
    """Only where who referred keeps doelgroepen, and still does."""
    aan = Doelgroepgebruik.objects.nu().filter(
        aan=True, organisatie=OuterRef("traject__aanmelding__verwijzer")
    )
    rijen = Doelgroep.objects.nu().filter(Exists(aan), traject=OuterRef("pk"))
    met_uitkering = Exists(rijen.filter(soort__in=Doelgroep.MET_UITKERING))
    niets = Value(None, output_field=BooleanField())
    return {
        "hoofddoelgroep": _een(rijen.hoofd().order_by("pk"), F("soort"), Value("")),
        "met_uitkering": Case(
            When(met_uitkering, then=Value(True)),
            When(Exists(rijen), then=Value(False)),
            default=niets,
            output_field=BooleanField(),
        ),
    }
