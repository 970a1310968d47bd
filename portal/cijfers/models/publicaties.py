"""What was published: the only figures that pages, prints and exports read."""

from collections.abc import Iterator

from django.db import models
from django.utils import timezone

from ..publiek import Publiek
from ..tabellen import Aantal, Cel, Sleutel, Toestand
from .waarden import Voor


class PublicatieQuerySet(models.QuerySet):
    def voor(self, soort: str, pk: int, publiek: Publiek):
        """Alles wat deze kijker te zien krijgt."""
        return self.filter(voor_soort=soort, voor_id=pk, publiek=publiek)


class Publicatie(models.Model):
    """Eén indicator over één periode, zoals één soort kijker hem te zien krijgt.

    `cellen` is wat de laag voor kleine aantallen doorliet, als rijen van route, dimensie, waarde,
    toestand en aantal van teller en noemer, en de kwartielen. Wat verborgen is staat er niet in.
    """

    voor_soort = models.CharField(max_length=20, choices=Voor.choices)
    voor_id = models.PositiveBigIntegerField()
    publiek = models.CharField(max_length=8, choices=[(p.value, p.value) for p in Publiek])
    indicator = models.CharField(max_length=16)
    periode = models.CharField(max_length=9)
    cellen = models.JSONField()
    gecorrigeerd_op = models.DateTimeField(null=True)  # after its period was closed
    gepubliceerd_op = models.DateTimeField(default=timezone.now)

    objects = PublicatieQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["voor_soort", "voor_id", "publiek", "periode", "indicator"],
                name="een_publicatie_per_cijfer",
            )
        ]

    def __str__(self):
        return f"{self.indicator} {self.periode} voor {self.voor_soort} {self.voor_id}"

    @staticmethod
    def rij(cel: Cel) -> list:
        """Een cel zoals hij in `cellen` staat; terug met `gelezen`."""
        van = [None, None] if cel.noemer is None else [cel.noemer.toestand, cel.noemer.waarde]
        return [
            cel.sleutel.route, cel.sleutel.dimensie, cel.sleutel.waarde, cel.teller.toestand,
            cel.teller.waarde, *van, list(cel.kwartielen) if cel.kwartielen else None,
        ]  # fmt: skip

    def gelezen(self) -> Iterator[Cel]:
        """De cellen, zoals de laag voor kleine aantallen ze maakte."""
        publiek = Publiek(self.publiek)
        for route, dimensie, waarde, toestand, teller, van, noemer, kwartielen in self.cellen:
            yield Cel(
                sleutel=Sleutel(self.indicator, self.periode, route, dimensie, waarde),
                teller=Aantal(toestand=Toestand(toestand), waarde=teller),
                noemer=Aantal(toestand=Toestand(van), waarde=noemer) if van else None,
                kwartielen=tuple(kwartielen) if kwartielen else None,
                k=publiek.k,
                stap=publiek.stap,
            )
