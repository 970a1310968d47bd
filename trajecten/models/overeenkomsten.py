"""The praktijkovereenkomst and who signed it."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from .. import namen
from .feiten import Feit
from .plaatsingen import Plaatsing


class PraktijkovereenkomstQuerySet(models.QuerySet):
    def zichtbaar_voor(self, lid):
        return self.filter(plaatsing__in=Plaatsing.objects.zichtbaar_voor(lid))


class Praktijkovereenkomst(models.Model):
    """Overeenkomst van instelling, kandidaat en leerbedrijf (WEB 7.2.8); inhoud bevroren bij het
    opstellen.

    Gewijzigde inhoud is een nieuwe versie met nieuwe ondertekeningen; de oude vervalt met een
    reden.
    """

    plaatsing = models.ForeignKey(
        "trajecten.Plaatsing", models.PROTECT, related_name="overeenkomsten"
    )
    versie = models.PositiveSmallIntegerField()
    opgesteld_op = models.DateField()  # DUO: afsluitdatum, not the date of signing
    vastgelegd_op = models.DateTimeField(default=timezone.now, editable=False)
    door = models.ForeignKey("trajecten.Lidmaatschap", models.PROTECT, related_name="+")
    inhoud = models.JSONField()  # frozen: everything that is printed
    vertegenwoordiger_nodig = models.BooleanField(default=False)
    elders_getekend = models.BooleanField(default=False)
    vervallen_op = models.DateTimeField(null=True, blank=True)
    vervallen_reden = models.CharField(max_length=300, blank=True)

    objects = PraktijkovereenkomstQuerySet.as_manager()

    class Meta:
        ordering = ["plaatsing", "versie"]
        verbose_name_plural = "praktijkovereenkomsten"
        constraints = [
            models.UniqueConstraint(
                fields=["plaatsing", "versie"], name="een_overeenkomst_per_versie"
            ),
            models.UniqueConstraint(
                fields=["plaatsing"],
                name="een_geldige_overeenkomst",
                condition=Q(vervallen_op=None),
            ),
        ]


class Partij(models.TextChoices):
    INSTELLING = "instelling", "de school"
    KANDIDAAT = "kandidaat", "de kandidaat"
    LEERBEDRIJF = "leerbedrijf", "het leerbedrijf"
    VERTEGENWOORDIGER = "vertegenwoordiger", "de wettelijk vertegenwoordiger"


class Ondertekening(Feit):
    """Een partij tekende de praktijkovereenkomst, in het portaal of op papier."""

    overeenkomst = models.ForeignKey(
        "trajecten.Praktijkovereenkomst", models.PROTECT, related_name="ondertekeningen"
    )
    partij = models.CharField(max_length=20, choices=Partij.choices)
    naam = namen.Persoonsnaamkolom()
    functie = models.CharField(max_length=100, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "ondertekeningen"
        constraints = [
            models.UniqueConstraint(
                fields=["overeenkomst", "partij"], name="een_ondertekening_per_partij"
            )
        ]
