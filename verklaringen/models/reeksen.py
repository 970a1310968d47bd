"""Issuing for many at once: who was chosen, what came of each, and the copies to hand out."""

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.urls import reverse

from trajecten.models import Rol

from .wachtrij import Wachtend, WachtendQuerySet


class UitgiftereeksQuerySet(WachtendQuerySet):
    def zichtbaar_voor(self, lid):
        """De reeksen van de eigen school, ook die van een collega."""
        if lid.rol != Rol.COORDINATOR:
            return self.none()
        return self.filter(instelling=lid.organisatie_id)


class Uitgiftereeks(Wachtend):
    """Opdracht om voor veel mensen tegelijk uit te geven. Eigen ontwerp.

    De worker gaat de regels een voor een langs, elk in een eigen transactie. Sterft hij, dan gaat
    een ander verder bij de eerste regel die nog niet geregeld is. `klaar_op`: alles heeft een
    uitkomst.
    """

    instelling = models.ForeignKey(
        "trajecten.Organisatie", models.PROTECT, related_name="uitgiftereeksen"
    )
    door = models.ForeignKey("trajecten.Lidmaatschap", models.PROTECT, related_name="+")
    sleutel = models.UUIDField()  # made by the form: a second click is harmless

    objects = UitgiftereeksQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name_plural = "uitgiftereeksen"
        indexes = [
            models.Index(fields=["niet_voor"], name="reeks_te_doen", condition=Q(klaar_op=None))
        ]
        constraints = [
            models.UniqueConstraint(fields=["door", "sleutel"], name="een_reeks_per_sleutel")
        ]

    def __str__(self):
        return f"uitgiftereeks {self.pk}"

    def get_absolute_url(self):
        return reverse("verklaringen:reeks", args=[self.pk])


class Reeksregel(models.Model):
    """Eén mens in een reeks. Met een `bezwaar` gaat die niet mee, en staat er waarom niet."""

    reeks = models.ForeignKey("verklaringen.Uitgiftereeks", models.PROTECT, related_name="regels")
    traject = models.ForeignKey("trajecten.Traject", models.PROTECT, related_name="reeksregels")
    # Who asked for it last: also the one who tried again.
    door = models.ForeignKey("trajecten.Lidmaatschap", models.PROTECT, related_name="+")
    motivering = models.CharField(max_length=500, blank=True)
    bezwaar = models.CharField(max_length=500, blank=True)
    geregeld_op = models.DateTimeField(null=True, blank=True)  # ordered, or left out
    # What is issued for this line; ordered here, or a moment before by somebody else.
    vaststellingen = models.ManyToManyField("verklaringen.Vaststelling", related_name="+")

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "reeksregels"
        constraints = [
            models.UniqueConstraint(
                fields=["reeks", "traject"], name="een_regel_per_traject_in_een_reeks"
            ),
            models.CheckConstraint(
                name="bezwaar_is_geregeld", condition=Q(bezwaar="") | Q(geregeld_op__isnull=False)
            ),
        ]

    def __str__(self):
        return f"regel {self.pk} van reeks {self.reeks_id}"


class ReeksbestandQuerySet(WachtendQuerySet):
    def zichtbaar_voor(self, lid):
        """Wie erom vroeg, zolang die de reeks nog ziet."""
        reeksen = Uitgiftereeks.objects.zichtbaar_voor(lid)
        return self.filter(door=lid, reeks__in=reeksen)

    def bruikbaar(self):
        """Klaar met een bestand, of nog onderweg; wat opgegeven is niet."""
        return self.filter(Q(bestand__isnull=False) | Q(klaar_op=None))

    def oud(self, nu, dagen):
        """Klaar of opgegeven, meer dan `dagen` dagen geleden."""
        return self.filter(klaar_op__lt=nu - timedelta(days=dagen))


class Reeksbestand(Wachtend):
    """Kopieën van wat een reeks uitgaf, in één bestand. Nooit het origineel: dat staat apart."""

    class Soort(models.TextChoices):
        ZIP = "zip", "zip met alle documenten"
        PRINT = "print", "printbestand"

    reeks = models.ForeignKey(
        "verklaringen.Uitgiftereeks", models.PROTECT, related_name="bestanden"
    )
    soort = models.CharField(max_length=5, choices=Soort.choices)
    # What goes in, fixed when it was asked: the pks of the uitgiften, in the order of the reeks.
    uitgiften = models.JSONField()
    bestand = models.ForeignKey(
        "trajecten.Bestand", models.PROTECT, related_name="+", null=True, blank=True
    )
    door = models.ForeignKey("trajecten.Lidmaatschap", models.PROTECT, related_name="+")

    objects = ReeksbestandQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name_plural = "reeksbestanden"
        indexes = [
            models.Index(
                fields=["niet_voor"], name="reeksbestand_te_doen", condition=Q(klaar_op=None)
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="reeksbestand_met_bestand_is_klaar",
                condition=Q(bestand=None) | Q(klaar_op__isnull=False),
            )
        ]

    def __str__(self):
        return f"{self.get_soort_display()} van reeks {self.reeks_id}"

    @property
    def bestandsnaam(self):
        if self.soort == self.Soort.ZIP:
            return f"documenten-reeks-{self.reeks_id}.zip"
        return f"printbestand-niet-origineel-reeks-{self.reeks_id}.pdf"
