"""Regio's, gemeenten en organisaties: wie er meedoet, voordat er een persoon in beeld komt."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from .. import namen


class Arbeidsmarktregio(models.Model):
    """Een van de regio's waarin gemeenten, UWV en scholen samenwerken; één aanmeldpunt elk."""

    naam = models.CharField(max_length=60, unique=True)

    class Meta:
        ordering = ["naam"]
        verbose_name_plural = "arbeidsmarktregio's"

    def __str__(self):
        return self.naam


class Gemeente(models.Model):
    """Gemeente als verwijzer en betaler, herkend aan de CBS-code (GM + vier cijfers)."""

    code = models.CharField("gemeentecode", max_length=6, unique=True)
    naam = models.CharField(max_length=80)
    regio = models.ForeignKey(
        "trajecten.Arbeidsmarktregio", models.PROTECT, related_name="gemeenten"
    )
    begin = models.DateField(null=True, blank=True)
    eind = models.DateField(null=True, blank=True)
    opvolger = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="voorgangers"
    )

    class Meta:
        ordering = ["naam"]
        verbose_name_plural = "gemeenten"
        constraints = [
            models.CheckConstraint(condition=Q(code__regex=r"^GM[0-9]{4}$"), name="gemeentecode"),
            models.CheckConstraint(
                condition=Q(begin=None) | Q(eind=None) | Q(eind__gte=F("begin")),
                name="gemeente_eind_na_begin",
            ),
        ]

    def __str__(self):
        return self.naam


class OrganisatieQuerySet(models.QuerySet):
    def met_coordinator(self):
        """Scholen waar nu een mbo-coördinator werkt: alleen daar leest iemand een aanmelding."""
        leden = self.model._meta.get_field("leden").related_model.objects.geldig()
        werkend = leden.filter(organisatie=OuterRef("pk"), rol="mbo_coordinator")
        return self.filter(Exists(werkend), soort=Organisatie.Soort.INSTELLING)


class Organisatie(models.Model):
    """Een rechtspersoon met mensen in het portaal."""

    class Soort(models.TextChoices):
        INSTELLING = "instelling", "School"
        GEMEENTE = "gemeente", "Gemeente"
        UWV = "uwv", "UWV"
        WERKGEVER = "werkgever", "Werkgever"
        SOCIAAL_WERKBEDRIJF = "sociaal_werkbedrijf", "Sociaal werkbedrijf"
        SOCIALE_PARTNER = "sociale_partner", "Sociale partner"
        REGIO = "regio", "Regio (aanmeldpunt)"

    soort = models.CharField(max_length=20, choices=Soort.choices)
    naam = namen.Organisatienaamkolom()
    gemeente = models.ForeignKey(
        "trajecten.Gemeente", models.PROTECT, null=True, blank=True, related_name="organisaties"
    )
    regio = models.ForeignKey(
        "trajecten.Arbeidsmarktregio",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="organisaties",
    )
    brin = models.CharField(max_length=4, blank=True)
    plaats = models.CharField(max_length=80, blank=True)
    telefoon = models.CharField(max_length=20, blank=True)
    bekostigd = models.BooleanField("door OCW bekostigd", default=False)

    objects = OrganisatieQuerySet.as_manager()

    class Meta:
        ordering = ["naam"]
        verbose_name_plural = "organisaties"
        constraints = [
            models.UniqueConstraint(
                fields=["brin"], condition=~Q(brin=""), name="een_instelling_per_brin"
            ),
            models.UniqueConstraint(
                fields=["gemeente"],
                condition=Q(soort="gemeente"),
                name="een_organisatie_per_gemeente",
            ),
            models.CheckConstraint(
                condition=Q(brin="") | Q(soort="instelling"), name="brin_alleen_bij_instelling"
            ),
            models.CheckConstraint(
                condition=~Q(soort="regio") | Q(regio__isnull=False),
                name="aanmeldpunt_hoort_bij_regio",
            ),
        ]

    def __str__(self):
        return self.naam


class Inrichting(models.Model):
    """Wat een instelling zelf vaststelt: haar tekst in de pok en welk blad zij uitgeeft.

    `blad` volgt RMD bijlage 10: het blad van dit portaal alleen als de examencommissie dat
    aanvaardt; wie en wanneer staat erbij.
    """

    class Blad(models.TextChoices):
        PORTAAL = "portaal", "Het blad van dit portaal"
        PRAKTIJKLOKET = "praktijkloket", "Het formulier van SBB's Praktijkloket"

    organisatie = models.OneToOneField(
        "trajecten.Organisatie", models.PROTECT, related_name="inrichting"
    )
    clausules = models.TextField("eigen tekst in de praktijkovereenkomst", blank=True)
    blad = models.CharField(max_length=20, choices=Blad.choices, default=Blad.PORTAAL)
    blad_besloten_door = models.CharField(max_length=200, blank=True)
    blad_besloten_op = models.DateField(null=True, blank=True)
    logo = models.ForeignKey(
        "trajecten.Bestand", models.PROTECT, related_name="+", null=True, blank=True
    )  # our own PNG of what was uploaded; of the instelling itself, never of SBB, OCW or DUO

    class Meta:
        verbose_name_plural = "inrichtingen"

    def __str__(self):
        return f"Inrichting van {self.organisatie}"


class MagUitgevenQuerySet(models.QuerySet):
    def geldig_op(self, datum):
        """Erkenningen van de instelling die op deze dag gelden."""
        return self.filter(Q(tot=None) | Q(tot__gte=datum), van__lte=datum)


class MagUitgeven(models.Model):
    """De diploma-erkenning van een instelling voor één kwalificatie en leerweg [WEB 1.4.1]."""

    class Leerweg(models.TextChoices):
        BOL = "bol", "bol"
        BBL = "bbl", "bbl"
        DERDE_LEERWEG = "derde_leerweg", "derde leerweg"

    instelling = models.ForeignKey(
        "trajecten.Organisatie", models.PROTECT, related_name="mag_uitgeven"
    )
    crebo = models.CharField(max_length=5)
    leerweg = models.CharField(max_length=20, choices=Leerweg.choices)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    objects = MagUitgevenQuerySet.as_manager()

    class Meta:
        ordering = ["crebo", "leerweg", "van"]
        verbose_name_plural = "mag uitgeven"
        constraints = [
            models.UniqueConstraint(
                fields=["instelling", "crebo", "leerweg", "van"], name="een_begin_per_erkenning"
            ),
            models.CheckConstraint(
                condition=Q(tot=None) | Q(tot__gte=F("van")), name="mag_uitgeven_tot_na_van"
            ),
        ]

    def __str__(self):
        return f"{self.instelling}: {self.crebo} ({self.get_leerweg_display()})"
