"""How it went on: the question 3, 6 and 12 months after the end, and the tries to ask it."""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from .feiten import Feit
from .leden import Rol
from .trajecten import Traject

MAANDEN = (3, 6, 12)
# Not `maand__in`: Django takes what SQLite says of a table apart at each comma.
EEN_MAAND = Q(maand=3) | Q(maand=6) | Q(maand=12)
# Who may read the answers; a praktijkopleider, leerbedrijf or examencommissie has no part in it.
ZIEN_NAZORG = (Rol.KANDIDAAT, Rol.COORDINATOR, Rol.JOBCOACH, Rol.KLANTMANAGER)


class NazorgQuerySet(models.QuerySet):
    def zichtbaar_voor(self, lid):
        """Kandidaat, school, jobcoach en verwijzer, elk van de trajecten die ze zien."""
        if lid.rol not in ZIEN_NAZORG:
            return self.none()
        return self.filter(traject__in=Traject.objects.zichtbaar_voor(lid))


class NazorgmetingQuerySet(NazorgQuerySet):
    def nu(self):
        """Per traject en maand alleen het laatste antwoord: dat geldt."""
        nieuwer = self.model._default_manager.filter(
            traject=OuterRef("traject"),
            maand=OuterRef("maand"),
            volgnummer__gt=OuterRef("volgnummer"),
        )
        return self.filter(~Exists(nieuwer))

    def werkt(self):
        """Betaald werk van 12 uur per week of meer (definitie van OCW in Cijfers)."""
        return self.filter(werk=Nazorgmeting.Werk.JA, uren=Nazorgmeting.Uren.TWAALF_OF_MEER)


class Nazorgmeting(Feit):
    """Het antwoord op "Werk je nu?", 3, 6 of 12 maanden na het einde van het leren.

    Betaald werk telt vanaf 12 uur per week (definitie van OCW in Cijfers). Een later, beter
    antwoord is een nieuwe rij met het volgende volgnummer; het laatste geldt. `onbekend` is nooit
    nee. `antwoord_van` zei het, `door` schreef het op.
    """

    class Werk(models.TextChoices):
        JA = "ja", "Ja"
        NEE = "nee", "Nee"
        ONBEKEND = "onbekend", "Onbekend"

    class Uren(models.TextChoices):
        TWAALF_OF_MEER = "12_of_meer", "12 uur of meer"
        MINDER_DAN_TWAALF = "minder_dan_12", "Minder dan 12 uur"

    class Waar(models.TextChoices):
        LEERBEDRIJF = "leerbedrijf", "Bij het leerbedrijf"
        ANDERE_WERKGEVER = "andere_werkgever", "Bij een andere werkgever"
        SOCIAAL_ONTWIKKELBEDRIJF = "sociaal_ontwikkelbedrijf", "Bij een sociaal ontwikkelbedrijf"
        BESCHUT = "beschut", "Beschut werk"
        ZELFSTANDIG = "zelfstandig", "Als zelfstandige"
        ELDERS_ONBEKEND = "elders_onbekend", "Ergens anders, of niet bekend"

    class Uitkering(models.TextChoices):
        JA = "ja", "Ja"
        NEE = "nee", "Nee"
        MINDER = "minder", "Minder dan eerst"
        ONBEKEND = "onbekend", "Onbekend"

    class AntwoordVan(models.TextChoices):
        KANDIDAAT = "kandidaat", "de kandidaat zelf"
        JOBCOACH = "jobcoach", "de jobcoach"
        KLANTMANAGER = "klantmanager", "de klantmanager"
        SCHOOL = "school", "de school"
        WERKGEVER = "werkgever", "de werkgever"

    traject = models.ForeignKey("trajecten.Traject", models.PROTECT, related_name="nazorgmetingen")
    maand = models.PositiveSmallIntegerField(choices=[(m, f"{m} maanden") for m in MAANDEN])
    volgnummer = models.PositiveSmallIntegerField()
    werk = models.CharField(max_length=8, choices=Werk.choices)
    uren = models.CharField(max_length=13, choices=Uren.choices, blank=True)
    waar = models.CharField(max_length=24, choices=Waar.choices, blank=True)
    uitkering = models.CharField(max_length=8, choices=Uitkering.choices, blank=True)
    leert_door = models.BooleanField(null=True, blank=True)
    antwoord_van = models.CharField(max_length=12, choices=AntwoordVan.choices)

    objects = NazorgmetingQuerySet.as_manager()

    class Meta:
        ordering = ["traject", "maand", "volgnummer"]
        verbose_name_plural = "nazorgmetingen"
        constraints = [
            models.UniqueConstraint(
                fields=["traject", "maand", "volgnummer"], name="een_nazorgmeting_per_volgnummer"
            ),
            models.CheckConstraint(name="nazorgmeting_na_3_6_of_12_maanden", condition=EEN_MAAND),
            models.CheckConstraint(
                name="nazorgmeting_uren_en_waar_bij_werk",
                condition=Q(werk="ja") | Q(uren="", waar=""),
            ),
            models.CheckConstraint(
                name="nazorgmeting_antwoorden_bestaan",
                condition=Q(werk__in=["ja", "nee", "onbekend"])
                & Q(uren__in=["", "12_of_meer", "minder_dan_12"])
                & Q(uitkering__in=["", "ja", "nee", "minder", "onbekend"]),
            ),
        ]

    def __str__(self):
        return f"meting na {self.maand} maanden: {self.in_woorden}"

    @property
    def werkt(self) -> bool:
        """Betaald werk van 12 uur per week of meer (definitie van OCW in Cijfers)."""
        return self.werk == self.Werk.JA and self.uren == self.Uren.TWAALF_OF_MEER

    @property
    def in_woorden(self) -> str:
        """ "werkt, 12 uur of meer, bij het leerbedrijf, geen uitkering"."""
        werk = {self.Werk.JA: "werkt", self.Werk.NEE: "werkt niet"}.get(self.werk)
        uitkering = {
            self.Uitkering.JA: "met uitkering", self.Uitkering.NEE: "zonder uitkering",
            self.Uitkering.MINDER: "met minder uitkering dan eerst",
        }  # fmt: skip
        leert = "leert door" if self.leert_door else ""
        delen = [
            werk or ("" if leert else "onbekend"), leert, self.get_uren_display().lower(),
            self.get_waar_display().lower(), uitkering.get(self.uitkering, ""),
        ]  # fmt: skip
        return ", ".join(filter(None, delen))


class Nazorgpoging(Feit):
    """Een keer bellen zonder antwoord; na drie keer wordt de meting `onbekend`."""

    class Uitkomst(models.TextChoices):
        NIET_OPGENOMEN = "niet_opgenomen", "Niet opgenomen"
        LATER_TERUGBELLEN = "later_terugbellen", "Later terugbellen"
        NUMMER_KLOPT_NIET = "nummer_klopt_niet", "Het nummer klopt niet"

    traject = models.ForeignKey("trajecten.Traject", models.PROTECT, related_name="nazorgpogingen")
    maand = models.PositiveSmallIntegerField(choices=[(m, f"{m} maanden") for m in MAANDEN])
    nummer = models.PositiveSmallIntegerField()
    uitkomst = models.CharField(max_length=20, choices=Uitkomst.choices)

    objects = NazorgQuerySet.as_manager()

    class Meta:
        ordering = ["traject", "maand", "nummer"]
        verbose_name_plural = "nazorgpogingen"
        constraints = [
            models.UniqueConstraint(
                fields=["traject", "maand", "nummer"], name="een_nazorgpoging_per_nummer"
            ),
            models.CheckConstraint(
                name="nazorgpoging_hooguit_drie",
                condition=Q(nummer__range=(1, 3)) & EEN_MAAND,
            ),
        ]

    def __str__(self):
        return f"poging {self.nummer}: {self.get_uitkomst_display().lower()}"


class Nazorgstop(Feit):
    """De kandidaat wil na dit traject niet meer gevraagd worden; de metingen zijn dan onbekend."""

    traject = models.OneToOneField("trajecten.Traject", models.PROTECT, related_name="nazorgstop")

    objects = NazorgQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "nazorgstops"

    def __str__(self):
        return f"niet meer vragen sinds {self.gebeurd_op:%d-%m-%Y}"
