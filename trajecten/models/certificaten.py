"""Wat naast het dossier staat: keuzedelen, certificaten en de crebolijst."""

from dataclasses import dataclass

from django.db import models
from django.db.models import F, Q

from .kwalificaties import NIVEAUS, Sleutelkolom


class Keuzedeel(models.Model):
    """Keuzedeel van de mbo-opleiding: K en vier cijfers; 240, 480 of 720 klokuren.

    `geldig_vanaf` en `geldig_tot` staan in de lijst die beheer inleest; leeg is onbekend.
    """

    code = models.CharField(max_length=5, unique=True)
    naam = models.CharField(max_length=200)
    klokuren = models.PositiveSmallIntegerField(null=True, blank=True)
    geldig_vanaf = models.DateField(null=True, blank=True)
    geldig_tot = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["code"]
        verbose_name_plural = "keuzedelen"
        constraints = [
            models.CheckConstraint(
                name="keuzedeel_einde_na_begin",
                condition=Q(geldig_vanaf=None)
                | Q(geldig_tot=None)
                | Q(geldig_tot__gte=F("geldig_vanaf")),
            ),
        ]

    def __str__(self):
        return f"{self.code} {self.naam}"


class Certificaat(models.Model):
    """Mbo-certificaat dat OCW heeft vastgesteld: C en vier cijfers [WEB 7.2.3].

    Het hoort bij een kwalificatie (`crebo`) of bij een `keuzedeel`. Buiten `geldig_vanaf` en
    `geldig_tot` wordt het niet toegekend; leeg is onbekend.
    """

    code = models.CharField(max_length=5, unique=True)
    naam = models.CharField(max_length=200)
    crebo = models.CharField(max_length=5, blank=True)
    kwalificatie = models.ForeignKey(
        "trajecten.Kwalificatie",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="certificaten",
    )
    keuzedeel = models.ForeignKey(
        "trajecten.Keuzedeel",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="certificaten",
    )
    geldig_vanaf = models.DateField(null=True, blank=True)
    geldig_tot = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["code"]
        verbose_name_plural = "certificaten"
        constraints = [
            models.CheckConstraint(
                name="certificaat_einde_na_begin",
                condition=Q(geldig_vanaf=None)
                | Q(geldig_tot=None)
                | Q(geldig_tot__gte=F("geldig_vanaf")),
            ),
        ]

    def __str__(self):
        return f"{self.code} {self.naam}"


@dataclass(frozen=True)
class Certificaatkerntaak:
    """De kop waar werkprocessen van een certificaat onder staan (C1-K1)."""

    code: str
    titel: str

    def __str__(self):
        return f"{self.code} {self.titel}"


class Certificaatwerkproces(models.Model):
    """Werkproces van een certificaat (C1-K1-W1); de code is alleen daarbinnen uniek.

    In een praktijkleerplan staat het op de plaats van een werkproces uit het dossier.
    """

    eigen_uitleg = ""  # our plain sentences are about the dossier

    certificaat = models.ForeignKey(
        "trajecten.Certificaat", models.CASCADE, related_name="werkprocessen"
    )
    kerntaak_code = models.CharField(max_length=20)
    kerntaak_titel = models.CharField(max_length=300)
    code = models.CharField(max_length=20)
    sleutel = Sleutelkolom()
    titel = models.CharField(max_length=300)

    class Meta:
        ordering = ["sleutel"]
        verbose_name_plural = "certificaatwerkprocessen"
        constraints = [
            models.UniqueConstraint(
                fields=["certificaat", "code"], name="een_code_per_certificaat"
            ),
        ]

    def __str__(self):
        return f"{self.code} {self.titel}"

    @property
    def kerntaak(self) -> Certificaatkerntaak:
        return Certificaatkerntaak(self.kerntaak_code, self.kerntaak_titel)

    @property
    def kerntaak_id(self) -> str:
        """What tells two kerntaken of one certificaat apart."""
        return self.kerntaak_code


class Certificaatdekking(models.Model):
    """Welk werkproces van een dossier hetzelfde werk is als een werkproces van een certificaat.

    Een mens legde ze naast elkaar: de codes verschillen. `deels`: het werkproces van het dossier
    vraagt meer dan dat van het certificaat.
    """

    certificaatwerkproces = models.ForeignKey(
        "trajecten.Certificaatwerkproces", models.CASCADE, related_name="dekkingen"
    )
    werkproces = models.ForeignKey("trajecten.Werkproces", models.CASCADE, related_name="dekkingen")
    deels = models.BooleanField(default=False)

    class Meta:
        ordering = ["certificaatwerkproces", "werkproces"]
        verbose_name_plural = "certificaatdekkingen"
        constraints = [
            models.UniqueConstraint(
                fields=["certificaatwerkproces", "werkproces"], name="een_dekking_per_paar"
            ),
        ]


class Crebo(models.Model):
    """Een code uit de crebolijst, om te zoeken en te controleren; zonder werkprocessen."""

    code = models.CharField(max_length=5, unique=True)
    naam = models.CharField(max_length=200)
    niveau = models.PositiveSmallIntegerField(choices=NIVEAUS)
    leerweg = models.CharField(max_length=20, blank=True)
    dossier_crebo = models.CharField(max_length=5, blank=True)
    dossier_naam = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["code"]
        verbose_name_plural = "crebo's"

    def __str__(self):
        return f"{self.code} {self.naam}"
