"""What an organisatie writes beside its figures: the story behind one, and totals of its own."""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from trajecten.models import Feit, Rol

WIE_LEZEN = (Rol.BELEID,)


class EigenQuerySet(models.QuerySet):
    SLEUTEL: tuple[str, ...] = ()

    def zichtbaar_voor(self, lid):
        """Wie beleid maakt bij deze organisatie; anderen zien het alleen op de gedeelde pagina."""
        if lid.rol not in WIE_LEZEN:
            return self.none()
        return self.filter(organisatie=lid.organisatie_id)

    def nu(self):
        """Per onderwerp alleen de laatste versie."""
        zelfde = {veld: OuterRef(veld) for veld in self.SLEUTEL}
        nieuwer = self.model._default_manager.filter(volgnummer__gt=OuterRef("volgnummer"))
        return self.filter(~Exists(nieuwer.filter(**zelfde)))


class DuidingQuerySet(EigenQuerySet):
    SLEUTEL = ("organisatie", "code", "periode")


class Duiding(Feit):
    """Het verhaal achter een cijfer, in hooguit drie zinnen, door wie beleid maakt.

    Een andere tekst is een nieuwe rij; een lege tekst haalt de vorige weg.
    """

    organisatie = models.ForeignKey(
        "trajecten.Organisatie", models.PROTECT, related_name="duidingen"
    )
    code = models.CharField(max_length=3)
    periode = models.CharField(max_length=9)
    volgnummer = models.PositiveSmallIntegerField()
    tekst = models.CharField(max_length=600, blank=True)

    objects = DuidingQuerySet.as_manager()

    class Meta:
        ordering = ["organisatie", "code", "periode", "volgnummer"]
        verbose_name_plural = "duidingen"
        constraints = [
            models.UniqueConstraint(
                fields=["organisatie", "code", "periode", "volgnummer"],
                name="een_duiding_per_volgnummer",
            )
        ]

    def __str__(self):
        return self.tekst


class EigenOpgaveQuerySet(EigenQuerySet):
    SLEUTEL = ("organisatie", "soort", "code", "periode")

    def ingevuld(self):
        """De laatste versies met een bedrag of aantal; leeg is "niet ingevuld"."""
        return self.nu().filter(waarde__isnull=False)


class EigenOpgave(Feit):
    """Een totaal dat de organisatie zelf intypt, met de bron: kosten, een eerder jaar, een streven.

    `code` is de indicator; leeg bij kosten. `waarde` in de eenheid van de indicator, een percentage
    bij een streven over een indicator met een noemer, en hele euro's bij kosten. Leeg is "niet
    ingevuld", ook nadat er iets stond. Een andere waarde is een nieuwe rij.
    """

    class Soort(models.TextChoices):
        KOSTEN = "kosten", "Kosten"
        EERDER_JAAR = "eerder_jaar", "Resultaat van een eerder jaar"
        STREVEN = "streven", "Streven"

    organisatie = models.ForeignKey(
        "trajecten.Organisatie", models.PROTECT, related_name="eigen_opgaven"
    )
    soort = models.CharField(max_length=12, choices=Soort.choices)
    code = models.CharField(max_length=3, blank=True)
    periode = models.CharField(max_length=9)
    volgnummer = models.PositiveSmallIntegerField()
    waarde = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    herkomst = models.CharField("bron van dit getal", max_length=200, blank=True)

    objects = EigenOpgaveQuerySet.as_manager()

    class Meta:
        ordering = ["organisatie", "soort", "code", "periode", "volgnummer"]
        verbose_name_plural = "eigen opgaven"
        constraints = [
            models.UniqueConstraint(
                fields=["organisatie", "soort", "code", "periode", "volgnummer"],
                name="een_eigen_opgave_per_volgnummer",
            ),
            models.CheckConstraint(
                name="eigen_opgave_heeft_herkomst",
                condition=Q(waarde=None, herkomst="") | Q(waarde__gte=0) & ~Q(herkomst=""),
            ),
            models.CheckConstraint(
                name="kosten_zonder_indicator",
                condition=Q(soort="kosten", code="") | ~Q(soort="kosten") & ~Q(code=""),
            ),
        ]

    def __str__(self):
        return f"{self.get_soort_display()} {self.periode}"
