"""The summary that every screen, print and export reads: counted figures, kept per period."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone


class Voor(models.TextChoices):
    """Over wie een cijfer gaat. `voor_id` is de gemeente of de organisatie.

    `regio_zonder` is de regio van een gemeente zonder die gemeente zelf; `voor_id` is die gemeente.
    A region as a whole has no figures: beside those of a gemeente it would tell the rest.
    """

    GEMEENTE = "gemeente", "gemeente"
    INSTELLING = "instelling", "school"
    SOCIAAL_WERKBEDRIJF = "sociaal_werkbedrijf", "sociaal werkbedrijf"
    REGIO_ZONDER = "regio_zonder", "arbeidsmarktregio zonder deze gemeente"


class IndicatorWaardeQuerySet(models.QuerySet):
    def geldig(self):
        """Wat nu geldt; na een correctie blijft de oude waarde ernaast bewaard."""
        return self.filter(vervangen_op=None)

    def voor(self, soort: str, pk: int):
        """De cijfers van één gemeente, school of werkbedrijf, of van de regio eromheen."""
        return self.geldig().filter(voor_soort=soort, voor_id=pk)


class IndicatorWaarde(models.Model):
    """Eén geteld cijfer. Rauw: alleen de laag voor kleine aantallen geeft het door.

    `teller` en `noemer` in de eenheid van de indicator; `noemer` is leeg waar er geen is.
    `onbekend`: wie wel bij de groep hoort maar zonder antwoord, nooit in de noemer. `personen`:
    het aantal verschillende mensen in de teller, alleen bij totalen. `mediaan`, `p25` en `p75` in
    dagen. `bijdragers`: uit hoeveel gemeenten een cijfer van de regio komt. Geen rij is nul.
    Alleen kalenderjaren zijn uitgesplitst, over alle routes samen; jaren samen zijn er alleen voor
    gemeenten, zonder route. Bij een uitsplitsing die de teller
    verdeelt (reden, waar) is de noemer die van het geheel.
    """

    voor_soort = models.CharField(max_length=20, choices=Voor.choices)
    voor_id = models.PositiveBigIntegerField()
    code = models.CharField(max_length=3)
    versie = models.PositiveSmallIntegerField()
    maand = models.PositiveSmallIntegerField(default=0)  # after the end: 3, 6 or 12
    periode = models.CharField(max_length=9)
    route = models.CharField(max_length=20, blank=True)  # empty: all together
    dimensie = models.CharField(max_length=16, blank=True)  # empty: the total
    waarde = models.CharField(max_length=100, blank=True)
    teller = models.PositiveIntegerField()
    noemer = models.PositiveIntegerField(null=True)
    onbekend = models.PositiveIntegerField(null=True)
    personen = models.PositiveIntegerField(null=True)
    mediaan = models.FloatField(null=True)
    p25 = models.FloatField(null=True)
    p75 = models.FloatField(null=True)
    bijdragers = models.PositiveSmallIntegerField(null=True)
    berekend_op = models.DateTimeField(default=timezone.now)
    gecorrigeerd_op = models.DateTimeField(null=True)  # came in the place of another
    vervangen_op = models.DateTimeField(null=True)  # and is kept, but counts no more

    objects = IndicatorWaardeQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "indicatorwaarden"
        constraints = [
            models.UniqueConstraint(
                fields=[
                    "voor_soort", "voor_id", "periode", "code", "versie", "maand", "dimensie",
                    "waarde", "route",
                ],
                condition=Q(vervangen_op=None),
                name="een_geldige_waarde_per_cel",
            ),
            models.CheckConstraint(
                name="waarde_hoort_bij_dimensie", condition=~Q(dimensie="") | Q(waarde="")
            ),
            models.CheckConstraint(
                name="mediaan_tussen_p25_en_p75",
                condition=Q(mediaan=None, p25=None, p75=None)
                | Q(p25__lte=F("mediaan"), p75__gte=F("mediaan")),
            ),
            models.CheckConstraint(
                name="bijdragers_alleen_bij_regio",
                condition=Q(bijdragers=None) | Q(voor_soort="regio_zonder"),
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["periode", "code"], name="waarde_per_periode")]

    def __str__(self):
        return f"{self.code} {self.periode}: {self.teller}"


class Afsluiting(models.Model):
    """Een indicator is over een periode voor het laatst gewoon geteld. Daarna blijft hij staan.

    Alleen een feit dat later is vastgelegd over een dag van toen kan hem nog wijzigen; dan staat
    `gecorrigeerd_op` erbij, met in `reden` waardoor.
    """

    class Reden(models.TextChoices):
        LATER_VASTGELEGD = "later_vastgelegd", "Er is later iets vastgelegd over deze periode"
        GEMEENTE_SAMENGEVOEGD = "gemeente_samengevoegd", "Een gemeente ging op in een andere"

    code = models.CharField(max_length=3)
    versie = models.PositiveSmallIntegerField()
    maand = models.PositiveSmallIntegerField(default=0)
    periode = models.CharField(max_length=9)
    afgesloten_op = models.DateTimeField()
    gecorrigeerd_op = models.DateTimeField(null=True)
    reden = models.CharField(max_length=24, choices=Reden.choices, blank=True)

    class Meta:
        verbose_name_plural = "afsluitingen"
        constraints = [
            models.UniqueConstraint(
                fields=["code", "versie", "maand", "periode"], name="een_afsluiting_per_periode"
            ),
            models.CheckConstraint(
                name="correctie_heeft_reden",
                condition=Q(gecorrigeerd_op=None, reden="")
                | Q(gecorrigeerd_op__isnull=False) & ~Q(reden=""),
            ),
        ]

    def __str__(self):
        return f"{self.code} {self.periode}"


class Herbouw(models.Model):
    """Eén keer alles tellen. De laatste zegt van welke dag de cijfers op het scherm zijn."""

    begonnen_op = models.DateTimeField()
    klaar_op = models.DateTimeField()
    peildatum = models.DateField()
    trajecten = models.PositiveIntegerField()
    waarden = models.PositiveIntegerField()
    gecorrigeerd = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-pk"]
        verbose_name_plural = "herbouwen"

    def __str__(self):
        return f"cijfers van {self.peildatum}"
