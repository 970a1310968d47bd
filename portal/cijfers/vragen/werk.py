"""How much work waits for each coördinator of a school, today."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Min, Q
from django.utils import timezone

from trajecten.models import LOPEND, VOOR_START, Lidmaatschap, Status, Traject

NIEMAND = "Nog niemand"
LEERT = (Status.ACTIEF, Status.ONDERBROKEN)
AFRONDEN = tuple(status for status in LOPEND if status not in LEERT)


@dataclass(frozen=True)
class Werklast:
    """De lopende trajecten van één coördinator.

    `langst`: sinds wanneer de oudste stap voor of na het leren wacht; None als er geen is.
    """

    naam: str
    voor_start: int
    leert: int
    afronden: int
    langst: date | None

    @property
    def samen(self) -> int:
        return self.voor_start + self.leert + self.afronden


def werklast(lid: Lidmaatschap) -> list[Werklast]:
    """Per coördinator wat er loopt, wie het meeste heeft eerst. Eigen trajecten: niets verborgen.

    These are the trajecten that the reader may open one by one, not figures about others.
    """
    trajecten = Traject.objects.zichtbaar_voor(lid).filter(status__in=(*VOOR_START, *LOPEND))
    rijen = (
        trajecten.order_by()
        .values("coordinator", "coordinator__gebruiker__naam")
        .annotate(
            voor_start=Count("pk", filter=Q(status__in=VOOR_START)),
            leert=Count("pk", filter=Q(status__in=LEERT)),
            afronden=Count("pk", filter=Q(status__in=AFRONDEN)),
            langst=Min("status_sinds", filter=~Q(status__in=LEERT)),
        )
    )
    gevonden = [
        Werklast(
            rij["coordinator__gebruiker__naam"] or NIEMAND, rij["voor_start"], rij["leert"],
            rij["afronden"], timezone.localdate(rij["langst"]) if rij["langst"] else None,
        )
        for rij in rijen
    ]  # fmt: skip
    return sorted(gevonden, key=lambda werk: (-werk.samen, werk.naam))
