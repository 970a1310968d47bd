"""The logbook: who did or saw what, when. Rows are only added."""

from django.db import models
from django.utils import timezone


class LogregelQuerySet(models.QuerySet):
    def over(self, kandidaat):
        return self.filter(kandidaat=kandidaat)


class Logregel(models.Model):
    """Een handeling of een blik: actie, object, resultaat, oorsprong, actor en tijdstip (BIO2
    8.15.01).
    """

    class Resultaat(models.TextChoices):
        GELUKT = "gelukt", "gelukt"
        GEWEIGERD = "geweigerd", "geweigerd"

    tijd = models.DateTimeField(default=timezone.now, editable=False)
    lid = models.ForeignKey(
        "trajecten.Lidmaatschap", models.PROTECT, related_name="+", null=True, blank=True
    )
    namens = models.ForeignKey(
        "trajecten.Lidmaatschap", models.PROTECT, related_name="+", null=True, blank=True
    )
    actor = models.CharField(max_length=120)  # name at that moment, or "openbaar", "worker"
    rol = models.CharField(max_length=30)
    actie = models.CharField(max_length=60)
    objecttype = models.CharField(max_length=60)
    object_id = models.CharField(max_length=40)
    resultaat = models.CharField(max_length=10, choices=Resultaat.choices, default=Resultaat.GELUKT)
    herkomst = models.CharField(max_length=60)
    kandidaat = models.ForeignKey(
        "trajecten.Kandidaat", models.PROTECT, related_name="logregels", null=True, blank=True
    )
    bijzonderheden = models.JSONField(default=dict, blank=True)

    objects = LogregelQuerySet.as_manager()

    class Meta:
        ordering = ["-tijd", "-pk"]
        indexes = [models.Index(fields=["kandidaat", "-tijd"], name="logboek_per_kandidaat")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(actor="")
                & ~models.Q(actie="")
                & ~models.Q(objecttype="")
                & ~models.Q(object_id="")
                & ~models.Q(rol="")
                & ~models.Q(herkomst=""),
                name="logregel_is_volledig",
            )
        ]
