"""Files that people offer to be read in, and what came of it."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from .leden import Rol


class Inleessoort(models.TextChoices):
    RESULTATEN = "resultaten", "resultaten van lessen en examens"
    KEUZEDELEN = "keuzedelen", "lijst van keuzedelen"
    CERTIFICATEN = "certificaten", "lijst van mbo-certificaten"
    TRAJECTEN = "trajecten", "lopende trajecten (zip met scans)"


# A school reads in what is its own; the lists hold for everybody and are of beheer.
INLEESSOORTEN = {
    Rol.COORDINATOR: (Inleessoort.RESULTATEN, Inleessoort.TRAJECTEN),
    Rol.BEHEER: (Inleessoort.KEUZEDELEN, Inleessoort.CERTIFICATEN),
}


class InlezingQuerySet(models.QuerySet):
    def zichtbaar_voor(self, lid):
        """Wat iemand van deze organisatie aanbood, van de soorten die bij deze rol horen."""
        soorten = INLEESSOORTEN.get(lid.rol, ())
        return self.filter(soort__in=soorten, door__organisatie=lid.organisatie_id or 0)


class Inlezing(models.Model):
    """Een bestand om in te lezen: eerst is te zien wat ermee gebeurt, daarna gebeurt het.

    `voorbeeld` en `verslag`: {"nieuw", "gewijzigd", "gelijk", "fout": aantallen, "ongebruikt":
    kolommen, "regels": [{"regel", "wat", "uitkomst", "reden"}]}. Er staan geen namen in. Bij
    trajecten heeft het voorbeeld ook "waarschuwingen" [{"sleutel", "tekst", "regels"}] en
    "ongenoemd", het aantal scans dat niet bij een goede regel hoort.
    """

    soort = models.CharField(max_length=20, choices=Inleessoort.choices)
    bestand = models.ForeignKey("trajecten.Bestand", models.PROTECT, related_name="+")
    door = models.ForeignKey("trajecten.Lidmaatschap", models.PROTECT, related_name="+")
    aangeboden_op = models.DateTimeField(default=timezone.now)
    voorbeeld = models.JSONField()
    ingelezen_op = models.DateTimeField(null=True, blank=True)
    ingelezen_door = models.ForeignKey(
        "trajecten.Lidmaatschap", models.PROTECT, related_name="+", null=True, blank=True
    )
    verslag = models.JSONField(null=True, blank=True)

    objects = InlezingQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name_plural = "inlezingen"
        constraints = [
            models.CheckConstraint(
                name="ingelezen_heeft_verslag",
                condition=Q(ingelezen_op=None, verslag=None, ingelezen_door=None)
                | Q(ingelezen_op__isnull=False, verslag__isnull=False)
                & Q(ingelezen_door__isnull=False),
            )
        ]

    def __str__(self):
        return self.bestand.naam

    def get_absolute_url(self):
        return reverse("trajecten:inlezing", args=[self.pk])

    @property
    def stand(self) -> dict:
        """Wat er gebeurde, of zolang het niet is ingelezen wat er zou gebeuren."""
        return self.verslag or self.voorbeeld


class Overnameregel(models.Model):
    """Eén regel van een bestand met lopende trajecten die een traject werd."""

    inlezing = models.ForeignKey(
        "trajecten.Inlezing", models.CASCADE, related_name="overnames", db_index=False
    )
    regel = models.PositiveIntegerField()
    traject = models.OneToOneField(
        "trajecten.Traject", models.PROTECT, related_name="overnameregel"
    )
    wat = models.CharField(max_length=600)

    class Meta:
        ordering = ["regel"]
        constraints = [
            models.UniqueConstraint(fields=["inlezing", "regel"], name="een_overname_per_regel")
        ]

    def __str__(self):
        return f"regel {self.regel}: {self.traject}"
