"""Mending what was issued: a new document replaces the old one; the traject stays where it is."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from .feiten import Feit
from .statussen import Status
from .trajecten import Traject


class Verbeterreden(models.TextChoices):
    GEGEVENS_FOUT = "gegevens_fout", "De uren of de namen kloppen niet"
    NAAM_FOUT = "naam_fout", "De naam of de geboortegegevens kloppen niet"
    NAAM_GEWIJZIGD = "naam_gewijzigd", "De officiële naam is veranderd"
    ANDERS = "anders", "Iets anders"


class VerbeteringQuerySet(models.QuerySet):
    def zichtbaar_voor(self, lid):
        return self.filter(traject__in=Traject.objects.zichtbaar_voor(lid))

    def lopend(self):
        """Nog niet uitgereikt, en niet gestopt."""
        return self.filter(klaar_op=None)


class Verbetering(Feit):
    """De school verbetert uitgegeven documenten; pas de nieuwe uitgifte vervangt de oude.

    `status` loopt dezelfde stappen als een eerste document, terwijl het traject blijft waar het is.
    Bij een nieuwe naam levert de kandidaat het oude document in (WEB 7.4.6b).
    """

    STATUSSEN = (
        Status.SCHOOLOORDEEL, Status.VERKLARING_TER_ONDERTEKENING, Status.BIJ_EXAMENCOMMISSIE,
        Status.UITGEREIKT,
    )  # fmt: skip

    traject = models.ForeignKey("trajecten.Traject", models.PROTECT, related_name="verbeteringen")
    reden = models.CharField(max_length=20, choices=Verbeterreden.choices)
    toelichting = models.CharField(max_length=500)
    status = models.CharField(max_length=30, choices=Status.choices, default=Status.SCHOOLOORDEEL)
    status_sinds = models.DateTimeField(default=timezone.now)
    klaar_op = models.DateTimeField(null=True, blank=True)  # handed over, or stopped before
    oud_ingeleverd = models.BooleanField(null=True, blank=True)
    stopreden = models.CharField(max_length=500, blank=True)  # ended without a new document

    objects = VerbeteringQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "verbeteringen"
        constraints = [
            models.UniqueConstraint(
                fields=["traject"],
                condition=Q(klaar_op=None),
                name="een_lopende_verbetering_per_traject",
            ),
            models.CheckConstraint(
                name="verbetering_status_bestaat",
                condition=Q(
                    status__in=[
                        "schooloordeel", "verklaring_ter_ondertekening", "bij_examencommissie",
                        "uitgereikt",
                    ]
                ),
            ),
            models.CheckConstraint(
                name="verbetering_heeft_toelichting", condition=~Q(toelichting="")
            ),
        ]  # fmt: skip
