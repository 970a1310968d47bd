"""The kandidaat shows an own document to somebody else, for as long as the kandidaat wants."""

from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.utils import timezone


class Deelduur(models.TextChoices):
    DAG = "dag", "1 dag"
    WEEK = "week", "1 week"
    MAAND = "maand", "1 maand"

    @property
    def lengte(self) -> timedelta:
        return timedelta(days={"dag": 1, "week": 7, "maand": 30}[self.value])


class DelingQuerySet(models.QuerySet):
    def zichtbaar_voor(self, lid):
        """Alleen de kandidaat van wie het document is."""
        return self.filter(uitgifte__traject__kandidaat=lid.kandidaat_id or 0)

    def lopend(self, nu=None):
        return self.filter(gestopt_op=None, tot__gt=nu or timezone.now())


class Deling(models.Model):
    """Een geheime code waarmee een ander dit document ziet, met de volledige naam, tot een moment.

    Alleen de SHA-256 van de code wordt bewaard; de kandidaat kan het delen eerder stoppen.
    """

    uitgifte = models.ForeignKey("verklaringen.Uitgifte", models.PROTECT, related_name="delingen")
    code_sha256 = models.CharField(max_length=64, unique=True)
    gedeeld_op = models.DateTimeField(default=timezone.now, editable=False)
    tot = models.DateTimeField()
    gestopt_op = models.DateTimeField(null=True, blank=True)
    door = models.ForeignKey("trajecten.Lidmaatschap", models.PROTECT, related_name="+")

    objects = DelingQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name_plural = "delingen"
        constraints = [
            models.CheckConstraint(
                name="deling_eindigt_na_begin", condition=Q(tot__gt=F("gedeeld_op"))
            )
        ]
