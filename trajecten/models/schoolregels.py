"""What an instelling itself decided about passing, beside the law."""

from django.db import models
from django.db.models import Q

from .feiten import Feit


class SchoolregelsQuerySet(models.QuerySet):
    def zichtbaar_voor(self, lid):
        """De schoolregels van de eigen instelling."""
        return self.filter(instelling=lid.organisatie_id)


class Schoolregels(Feit):
    """Wat een instelling zelf vaststelt over de uitslag; een wijziging is een nieuwe rij.

    Alle rijen blijven staan; de laatste geldt. `besloten_door` nam het besluit op `gebeurd_op`,
    `door` schreef het op. Leeg is: de school stelde niets vast.
    `woordtabel`: heel cijfer per woord van de woordschaal (de EKB kent zo'n tabel niet).
    `certificaat_minimum`: van het examenplan voor een mbo-certificaat, met of zonder compensatie.
    `levensbeschouwelijk`: de school geeft levensbeschouwelijke onderdelen (EKB 17d lid 3).
    """

    instelling = models.ForeignKey(
        "trajecten.Organisatie", models.PROTECT, related_name="schoolregels"
    )
    volgnummer = models.PositiveSmallIntegerField()
    nederlands_minimum = models.PositiveSmallIntegerField(null=True, blank=True)
    gemiddelde_afronden = models.BooleanField(null=True, blank=True)
    woordtabel = models.JSONField(default=dict, blank=True)
    certificaat_minimum = models.DecimalField(max_digits=3, decimal_places=1, null=True, blank=True)
    certificaat_compensatie = models.BooleanField(default=False)
    levensbeschouwelijk = models.BooleanField(default=False)
    besloten_door = models.CharField(max_length=200)

    objects = SchoolregelsQuerySet.as_manager()

    class Meta:
        ordering = ["instelling", "volgnummer"]
        verbose_name_plural = "schoolregels"
        constraints = [
            models.UniqueConstraint(
                fields=["instelling", "volgnummer"], name="een_schoolregels_per_volgnummer"
            ),
            models.CheckConstraint(
                name="schoolregels_cijfers_van_1_tot_10",
                condition=(Q(nederlands_minimum=None) | Q(nederlands_minimum__range=(1, 10)))
                & (Q(certificaat_minimum=None) | Q(certificaat_minimum__range=(1, 10))),
            ),
            models.CheckConstraint(
                name="schoolregels_met_wie_besloot", condition=~Q(besloten_door="")
            ),
        ]

    def __str__(self):
        dag = f"{self.gebeurd_op.day}-{self.gebeurd_op.month}-{self.gebeurd_op.year}"
        return f"{self.besloten_door}, {dag}"
