"""What the school records before the start: intake and inschrijving."""

from django.db import models

from .feiten import Feit
from .statussen import Route


class Intake(Feit):
    """Gesprek bij de start: startkwalificatie, wens, en welke route met welke reden.

    Een andere route kiezen is een nieuwe intake; de laatste geldt.
    """

    traject = models.ForeignKey("trajecten.Traject", models.PROTECT, related_name="intakes")
    volgnummer = models.PositiveSmallIntegerField(default=1)
    startkwalificatie = models.BooleanField()
    vooropleiding = models.CharField(max_length=200, blank=True)
    wens = models.CharField(max_length=500)
    routehulp = models.JSONField(default=dict, blank=True)  # answers given to the route helper
    voorstel = models.CharField(max_length=20, choices=Route.choices, blank=True)
    # Only a mbo-certificaat can do without learning on the job.
    met_bpv = models.BooleanField("met leren op het werk", default=True)
    route_reden = models.CharField(max_length=500)

    class Meta:
        ordering = ["volgnummer"]
        constraints = [
            models.UniqueConstraint(
                fields=["traject", "volgnummer"], name="een_intake_per_volgnummer"
            )
        ]


class Inschrijving(Feit):
    """De instelling schrijft de kandidaat in; `gebeurd_op` is de datum van inschrijving."""

    traject = models.OneToOneField("trajecten.Traject", models.PROTECT, related_name="inschrijving")
    studentnummer = models.CharField(max_length=20)
