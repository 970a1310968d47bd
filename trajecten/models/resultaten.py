"""Results of lessons and exams: what a traject holds besides werkprocessen."""

from django.db import models
from django.db.models import Q

from .feiten import Bron, Feit
from .leden import Rol
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
# Onderdelen whose end result is a whole mark.
HEEL_CIJFER = (*MET_CODE, *GENERIEK)
# As printed: referentieniveau, mbo-rekenniveau and ERK level. Entree-rekenen has none.
NIVEAUS_VAN = {
    Onderdeel.NEDERLANDS: ("2F", "3F", "4F"),
    Onderdeel.REKENEN: ("mbo-rekenniveau 2", "mbo-rekenniveau 3", "mbo-rekenniveau 4"),
    Onderdeel.ENGELS: ("A1", "A2", "B1", "B2", "C1"),
}


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
        """Resultaten van trajecten die dit lid ziet: de kandidaat zelf, en de school."""
        if lid.rol not in (Rol.KANDIDAAT, Rol.COORDINATOR, Rol.EXAMENCOMMISSIE):
            return self.none()
        return self.filter(traject__in=Traject.objects.zichtbaar_voor(lid))

    def with_geschiedenis(self):
        """Met wie het vastlegde, en waardoor het is verbeterd of ingetrokken."""
        return self.select_related(
            "door__gebruiker", "namens__gebruiker", "verbeterd_door__door__gebruiker",
            "intrekking__door__gebruiker",
        )  # fmt: skip

    def geldig(self):
        """Niet verbeterd en niet ingetrokken."""
        return self.filter(verbeterd_door=None, intrekking=None)


class Resultaat(Feit):
    """Eén resultaat van een les, toets of examen, op de dag dat het behaald is (`gebeurd_op`).

    Een verbetering is een nieuwe rij die de oude noemt (`vervangt`), met een `reden`; een
    herkansing is een nieuwe rij zonder meer. Precies één van `cijfer`, `woord` en `uitslag` is
    gevuld.

    `onderdeel`: waarover het gaat; `deel`: leeg is het hele onderdeel (het eindresultaat).
    `code`: kerntaak (B1-K1), keuzedeel (K0023) of certificaat (C0021); anders leeg.
    `naam`: titel van de kerntaak of het keuzedeel zoals het dossier die op dat moment noemt;
    bij een deelexamen de naam uit de OER; bij een certificaat het examenonderdeel; anders de
    naam van de les, toets of het resultaat.
    `bevestigd`: nee zolang de lijst van keuzedelen of het dossier de code niet kent; zo'n rij
    wordt nooit gedrukt. Leert de lijst de code, dan zet de import `bevestigd` en de naam goed: de
    enige kolommen die ooit wijzigen.
    `niveau`: van Nederlands, rekenen en Engels, zoals het gedrukt wordt (NIVEAUS_VAN).
    `cijfer`: 1,0 tot 10,0; heel bij een eindresultaat, één decimaal bij CE, IE, deelexamen en
    examenonderdeel van een certificaat. `uitslag`: in woorden, alleen bij les, toets en overig.
    `inhoud`: waar een les of toets over ging. `instrument`: de examenvorm.
    `klokuren` en `telt_mee`: van een keuzedeel; alleen wat meetelt vult de keuzedeelverplichting.
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
    reden = models.CharField("reden van de verbetering", max_length=300, blank=True)
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
            models.CheckConstraint(
                name="verbetering_heeft_reden", condition=Q(vervangt=None) | ~Q(reden="")
            ),
        ]

    def __str__(self):
        return f"{self.code} {self.naam}".strip()

    @property
    def is_geldig(self) -> bool:
        """Niet verbeterd en niet ingetrokken."""
        return not hasattr(self, "verbeterd_door") and not hasattr(self, "intrekking")

    @property
    def titel(self) -> str:
        """Waar het over gaat, voluit: code, naam, niveau en deel."""
        heel = " ".join(filter(None, [self.code, self.naam, self.niveau]))
        return f"{heel} ({self.get_deel_display()})" if self.deel else heel

    @property
    def titel_voor_kandidaat(self) -> str:
        """Waar het over gaat, zonder code en niveau: "Nederlandse taal, centraal examen"."""
        return f"{self.naam}, {self.get_deel_display()}" if self.deel else self.naam

    @property
    def in_woorden(self) -> str:
        """Het resultaat zoals een mens het schrijft: 7, 6,8, goed of de uitslag."""
        if self.cijfer is None:
            return self.get_woord_display() or self.uitslag
        heel = self.deel == "" and self.onderdeel in HEEL_CIJFER
        return f"{self.cijfer:.0f}" if heel else f"{self.cijfer:.1f}".replace(".", ",")


class Resultaatintrekking(Feit):
    """Een resultaat hoort hier niet; met een reden."""

    resultaat = models.OneToOneField(
        "trajecten.Resultaat", models.PROTECT, related_name="intrekking"
    )
    reden = models.CharField(max_length=300)
