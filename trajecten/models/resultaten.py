"""Results of lessons and exams: what a traject holds besides werkprocessen."""

from django.db import models
from django.db.models import Q

from .feiten import Bron, Feit
from .trajecten import Traject


class Onderdeel(models.TextChoices):
    """Waarover een resultaat of vrijstelling gaat (RMD bijlage 10, deel A en C)."""

    KERNTAAK = "kerntaak", "kerntaak"
    KEUZEDEEL = "keuzedeel", "keuzedeel"
    NEDERLANDS = "nederlands", "Nederlandse taal"
    REKENEN = "rekenen", "rekenen"
    ENGELS = "engels", "Engels"
    LOOPBAAN = "loopbaan", "loopbaan"
    BURGERSCHAP = "burgerschap", "burgerschap"
    CERTIFICAATEXAMEN = "certificaatexamen", "examen van het mbo-certificaat"
    LES = "les", "les"
    VOORTGANGSTOETS = "voortgangstoets", "voortgangstoets"
    OVERIG = "overig", "overig resultaat"


MET_CODE = (Onderdeel.KERNTAAK, Onderdeel.KEUZEDEEL)
GENERIEK = (Onderdeel.NEDERLANDS, Onderdeel.REKENEN, Onderdeel.ENGELS)


class Deel(models.TextChoices):
    """Een deel van een examen; leeg is het hele onderdeel."""

    DEELEXAMEN = "deelexamen", "deelexamen"
    CENTRAAL = "ce", "centraal examen"
    INSTELLING = "ie", "instellingsexamen"


class Woord(models.TextChoices):
    """De woordschaal van een examen, en 'voldaan' waar het besluit dat woord gebruikt (EKB)."""

    ZEER_SLECHT = "zeer_slecht", "zeer slecht"
    SLECHT = "slecht", "slecht"
    RUIM_ONVOLDOENDE = "ruim_onvoldoende", "ruim onvoldoende"
    ONVOLDOENDE = "onvoldoende", "onvoldoende"
    BIJNA_VOLDOENDE = "bijna_voldoende", "bijna voldoende"
    VOLDOENDE = "voldoende", "voldoende"
    RUIM_VOLDOENDE = "ruim_voldoende", "ruim voldoende"
    GOED = "goed", "goed"
    ZEER_GOED = "zeer_goed", "zeer goed"
    UITMUNTEND = "uitmuntend", "uitmuntend"
    VOLDAAN = "voldaan", "voldaan"
    NIET_VOLDAAN = "niet_voldaan", "niet voldaan"


class ResultaatQuerySet(models.QuerySet):
    def zichtbaar_voor(self, lid):
        """Resultaten van trajecten die dit lid ziet; de toegangstabel zegt voor welke rollen."""
        return self.filter(traject__in=Traject.objects.zichtbaar_voor(lid))

    def geldig(self):
        """Niet verbeterd en niet ingetrokken."""
        return self.filter(verbeterd_door=None, intrekking=None)


class Resultaat(Feit):
    """Eén resultaat van een les, toets of examen, op de dag dat het behaald is (`gebeurd_op`).

    Een verbetering is een nieuwe rij die de oude noemt; een herkansing is een nieuwe rij zonder
    meer. `code` en `naam` zijn bevroren zoals het dossier ze op dat moment noemt; een code die het
    portaal niet kent is niet bevestigd, en wordt niet gedrukt.
    """

    traject = models.ForeignKey("trajecten.Traject", models.PROTECT, related_name="resultaten")
    volgnummer = models.PositiveSmallIntegerField()
    onderdeel = models.CharField(max_length=20, choices=Onderdeel.choices)
    deel = models.CharField(max_length=12, choices=Deel.choices, blank=True)
    code = models.CharField(max_length=20, blank=True)
    naam = models.CharField(max_length=300)
    bevestigd = models.BooleanField(default=True)
    niveau = models.CharField(max_length=20, blank=True)  # 2F, 3F, B1, mbo-rekenniveau 2
    cijfer = models.DecimalField(max_digits=3, decimal_places=1, null=True, blank=True)
    woord = models.CharField(max_length=20, choices=Woord.choices, blank=True)
    uitslag = models.CharField(max_length=60, blank=True)  # of a toets without mark or word
    inhoud = models.CharField(max_length=500, blank=True)  # what a toets or les was about
    instrument = models.CharField("examenvorm", max_length=100, blank=True)
    beoordelaar = models.CharField(max_length=100, blank=True)
    klokuren = models.PositiveSmallIntegerField(null=True, blank=True)
    telt_mee = models.BooleanField("telt mee voor het diploma", default=True)
    vervangt = models.OneToOneField(
        "self", models.PROTECT, related_name="verbeterd_door", null=True, blank=True
    )

    objects = ResultaatQuerySet.as_manager()

    class Meta:
        ordering = ["traject", "volgnummer"]
        verbose_name_plural = "resultaten"
        constraints = [
            models.UniqueConstraint(
                fields=["traject", "volgnummer"], name="een_resultaat_per_volgnummer"
            ),
            models.CheckConstraint(
                name="resultaat_is_cijfer_of_woord_of_uitslag",
                condition=Q(cijfer__isnull=False, woord="", uitslag="")
                | Q(cijfer=None, uitslag="") & ~Q(woord="")
                | Q(cijfer=None, woord="") & ~Q(uitslag=""),
            ),
            models.CheckConstraint(
                name="cijfer_van_1_tot_10", condition=Q(cijfer=None) | Q(cijfer__range=(1, 10))
            ),
            models.CheckConstraint(
                name="resultaat_van_papier_heeft_scan",
                condition=~Q(bron=Bron.PAPIER) | Q(scan__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.code} {self.naam}".strip()


class Resultaatintrekking(Feit):
    """Een resultaat hoort hier niet; met een reden."""

    resultaat = models.OneToOneField(
        "trajecten.Resultaat", models.PROTECT, related_name="intrekking"
    )
    reden = models.CharField(max_length=300)
