"""Numbers that people read: one counter row per kind and year."""

from django.db import models, transaction
from django.db.models import F
from django.utils import timezone


class TellerQuerySet(models.QuerySet):
    def volgende(self, soort: str, jaar: int) -> int:
        """Reserve the next number. Call inside the transaction that stores it: a rollback leaves
        no gap.
        """
        with transaction.atomic():
            self.get_or_create(soort=soort, jaar=jaar)
            self.filter(soort=soort, jaar=jaar).update(stand=F("stand") + 1)
            return self.get(soort=soort, jaar=jaar).stand


class Teller(models.Model):
    """Laatst gebruikte volgnummer van een soort in een jaar (Europe/Amsterdam)."""

    soort = models.CharField(max_length=20)
    jaar = models.PositiveSmallIntegerField()
    stand = models.PositiveIntegerField(default=0)

    objects = TellerQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["soort", "jaar"], name="een_teller_per_jaar")
        ]


def jaar_van(nu=None) -> int:
    return timezone.localdate(nu).year
