"""Exemptions: asked by the kandidaat, decided by the examencommissie (EKB 3b)."""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from .feiten import Feit
from .resultaten import Deel, Onderdeel, Woord
from .trajecten import Traject


class VrijstellingsverzoekQuerySet(models.QuerySet):
    def zichtbaar_voor(self, lid):
        return self.filter(traject__in=Traject.objects.zichtbaar_voor(lid))

    def open(self):
        """Verzoeken waarover nog niet is besloten."""
        return self.filter(besluit=None)

    def ter_besluit(self):
        """Open verzoeken met bewijs: daarover kan de examencommissie besluiten."""
        bewijzen = self.model._meta.get_field("bewijzen").related_model.objects
        return self.open().filter(Exists(bewijzen.filter(verzoek=OuterRef("pk"))))


class EerderExamen(models.TextChoices):
    """Waar een eerder examen in Nederlands, rekenen of Engels is gedaan (EKB 3b lid 5)."""

    MBO = "mbo", "een andere mbo-opleiding, of op een andere mbo-school"
    HAVO_VWO = "havo_vwo", "havo of vwo"
    ANDERS = "anders", "geen van deze"


class Vrijstellingsverzoek(Feit):
    """De kandidaat vraagt om een (deel van een) examen niet te hoeven doen (EKB 3b lid 1).

    `namens` is de kandidaat als de school het verzoek opschrijft. Het bewijs staat in eigen rijen.
    Voor het besluit telt niets mee.
    """

    traject = models.ForeignKey(
        "trajecten.Traject", models.PROTECT, related_name="vrijstellingsverzoeken"
    )
    volgnummer = models.PositiveSmallIntegerField()
    onderdeel = models.CharField(max_length=20, choices=Onderdeel.choices)
    deel = models.CharField(max_length=12, choices=Deel.choices, blank=True)
    code = models.CharField(max_length=20, blank=True)
    naam = models.CharField(max_length=300)
    grond = models.CharField(max_length=1000)
    eerder_examen = models.CharField(max_length=12, choices=EerderExamen.choices, blank=True)
    eerder_niveau = models.CharField(max_length=40, blank=True)

    objects = VrijstellingsverzoekQuerySet.as_manager()

    class Meta:
        ordering = ["traject", "volgnummer"]
        verbose_name_plural = "vrijstellingsverzoeken"
        constraints = [
            models.UniqueConstraint(
                fields=["traject", "volgnummer"], name="een_vrijstellingsverzoek_per_volgnummer"
            ),
        ]

    def __str__(self):
        return f"vrijstelling {self.code} {self.naam}".replace("  ", " ")


class VrijstellingsbewijsQuerySet(models.QuerySet):
    def zichtbaar_voor(self, lid):
        return self.filter(verzoek__in=Vrijstellingsverzoek.objects.zichtbaar_voor(lid))


class Vrijstellingsbewijs(Feit):
    """Een papier bij het verzoek: diploma, cijferlijst, EVC-rapport. `scan` is het papier zelf."""

    verzoek = models.ForeignKey(
        "trajecten.Vrijstellingsverzoek", models.PROTECT, related_name="bewijzen"
    )
    omschrijving = models.CharField(max_length=200)

    objects = VrijstellingsbewijsQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "vrijstellingsbewijzen"
        constraints = [
            models.CheckConstraint(
                name="vrijstellingsbewijs_heeft_bestand", condition=Q(scan__isnull=False)
            ),
        ]

    def __str__(self):
        return self.omschrijving


class Vrijstellingsbesluit(Feit):
    """Het besluit van de examencommissie; het eerdere cijfer telt mee (EKB 3b lid 3).

    `werkprocessen` zijn bij 'deels' de codes die het besluit wel dekt.
    """

    class Uitkomst(models.TextChoices):
        VERLEEND = "verleend", "Verleend"
        DEELS = "deels", "Deels verleend"
        AFGEWEZEN = "afgewezen", "Afgewezen"

    verzoek = models.OneToOneField(
        "trajecten.Vrijstellingsverzoek", models.PROTECT, related_name="besluit"
    )
    uitkomst = models.CharField(max_length=12, choices=Uitkomst.choices)
    motivering = models.CharField(max_length=1000)
    naam = models.CharField(max_length=100)
    functie = models.CharField(max_length=100)
    cijfer = models.DecimalField(max_digits=3, decimal_places=1, null=True, blank=True)
    woord = models.CharField(max_length=20, choices=Woord.choices, blank=True)
    werkprocessen = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "vrijstellingsbesluiten"
        constraints = [
            models.CheckConstraint(
                name="vrijstelling_cijfer_of_woord", condition=Q(cijfer=None) | Q(woord="")
            ),
            models.CheckConstraint(
                name="vrijstelling_heeft_motivering", condition=~Q(motivering="")
            ),
        ]
