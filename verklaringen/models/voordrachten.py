"""The proposal to the examencommissie to award a certificaat or a diploma."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from trajecten.models import Besluit, Feit, Rol, Traject


class VoordrachtQuerySet(models.QuerySet):
    def zichtbaar_voor(self, lid):
        """De school en de examencommissie; anderen zien alleen de uitkomst aan het traject."""
        if lid.rol not in (Rol.COORDINATOR, Rol.EXAMENCOMMISSIE):
            return self.none()
        return self.filter(traject__in=Traject.objects.zichtbaar_voor(lid))

    def geldig(self):
        return self.filter(vervallen_op=None)

    def toegekend(self):
        return self.geldig().filter(besluit__uitkomst=Besluit.Uitkomst.TOEGEKEND)


class Voordracht(models.Model):
    """Voorstel aan de examencommissie om een mbo-certificaat of diploma toe te kennen.

    De school maakt het certificaat of diploma zelf; dit is nooit dat document. De inhoud is
    bevroren toen de voordracht werd aangeboden. Het besluit staat bij het traject.
    """

    class Soort(models.TextChoices):
        CERTIFICAAT = "certificaat", "Voordracht mbo-certificaat"
        DIPLOMA = "diploma", "Voordracht voor het diploma"

    traject = models.ForeignKey("trajecten.Traject", models.PROTECT, related_name="voordrachten")
    soort = models.CharField(max_length=12, choices=Soort.choices)
    volgnummer = models.PositiveSmallIntegerField()
    inhoud = models.JSONField()
    inhoud_sha256 = models.CharField(max_length=64)
    toets = models.JSONField()  # the answer of the passing rules, rule by rule, at that moment
    motivering = models.CharField(max_length=1000, blank=True)
    aangeboden_op = models.DateTimeField(default=timezone.now)
    door = models.ForeignKey("trajecten.Lidmaatschap", models.PROTECT, related_name="+")
    besluit = models.OneToOneField(
        "trajecten.Besluit", models.PROTECT, related_name="voordracht", null=True, blank=True
    )
    vervallen_op = models.DateTimeField(null=True, blank=True)
    vervallen_reden = models.CharField(max_length=500, blank=True)

    objects = VoordrachtQuerySet.as_manager()

    class Meta:
        ordering = ["traject", "volgnummer"]
        verbose_name_plural = "voordrachten"
        constraints = [
            models.UniqueConstraint(
                fields=["traject", "volgnummer"], name="een_voordracht_per_volgnummer"
            ),
            models.UniqueConstraint(
                fields=["traject"],
                condition=Q(vervallen_op=None),
                name="een_geldige_voordracht_per_traject",
            ),
        ]

    def __str__(self):
        return f"{self.get_soort_display()} van {self.traject}"

    @property
    def stand(self) -> str:
        """Het besluit erover, of aangeboden zolang er nog geen is."""
        return self.besluit.get_uitkomst_display().lower() if self.besluit else "aangeboden"

    @property
    def is_toegekend(self) -> bool:
        return bool(
            self.besluit
            and self.besluit.uitkomst == Besluit.Uitkomst.TOEGEKEND
            and not self.vervallen_op
        )


class Voordrachtuitreiking(Feit):
    """De kandidaat kreeg het certificaat of diploma, dat de school buiten het portaal maakte.

    `naam` is wie het gaf, `door` wie het vastlegde.
    """

    voordracht = models.OneToOneField(
        "verklaringen.Voordracht", models.PROTECT, related_name="uitreiking"
    )
    plaats = models.CharField(max_length=100)
    naam = models.CharField(max_length=100)

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "voordrachtuitreikingen"
