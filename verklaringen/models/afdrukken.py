"""Prints that enter no register: concepts, forms, agreements."""

from django.db import models
from django.db.models import Q

from trajecten.models import Traject

from .wachtrij import Wachtend, WachtendQuerySet


class AfdrukQuerySet(WachtendQuerySet):
    def zichtbaar_voor(self, lid):
        """Wie erom vroeg, zolang die het traject nog ziet."""
        return self.filter(door=lid, traject__in=Traject.objects.zichtbaar_voor(lid))


class Afdruk(Wachtend):
    """Opdracht om iets te printen dat niet in het register komt.

    Dezelfde inhoud met hetzelfde sjabloon geeft de bewaarde bytes terug in plaats van een nieuwe.
    """

    class Soort(models.TextChoices):
        CONCEPT = "concept", "concept van de praktijkverklaring"
        MBO_CONCEPT = "mbo_concept", "concept van de mbo-verklaring"
        TEKENEXEMPLAAR = "tekenexemplaar", "tekenexemplaar"
        PRAKTIJKOVEREENKOMST = "praktijkovereenkomst", "praktijkovereenkomst"
        AFTEKENLIJST = "aftekenlijst", "aftekenlijst"
        EINDOORDEELFORMULIER = "eindoordeelformulier", "eindoordeelformulier"
        STARTKAART = "startkaart", "startkaart"
        VOORTGANGSOVERZICHT = "voortgangsoverzicht", "voortgangsoverzicht"
        GEGEVENSBLAD = "gegevensblad", "gegevensblad voor het Praktijkloket"
        TOTAALOVERZICHT = "totaaloverzicht", "totaaloverzicht van de examenresultaten"
        VOORDRACHT = "voordracht", "voordracht"
        DIPLOMADOSSIER = "diplomadossier", "overzicht diplomadossier"
        CONCEPTRESULTATENLIJST = "conceptresultatenlijst", "concept-resultatenlijst"

    soort = models.CharField(max_length=24, choices=Soort.choices)
    traject = models.ForeignKey("trajecten.Traject", models.PROTECT, related_name="afdrukken")
    inhoud = models.JSONField()
    inhoud_sha256 = models.CharField(max_length=64)
    sjabloonversie = models.CharField(max_length=40)
    bestand = models.ForeignKey(
        "trajecten.Bestand", models.PROTECT, related_name="+", null=True, blank=True
    )
    door = models.ForeignKey("trajecten.Lidmaatschap", models.PROTECT, related_name="+")

    objects = AfdrukQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name_plural = "afdrukken"
        indexes = [
            models.Index(fields=["niet_voor"], name="afdruk_te_doen", condition=Q(klaar_op=None)),
            models.Index(
                fields=["inhoud_sha256"],
                name="afdruk_per_inhoud",
                condition=Q(bestand__isnull=False),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="afdruk_met_bestand_is_klaar",
                condition=Q(bestand=None) | Q(klaar_op__isnull=False),
            )
        ]
