"""Which jobcoach supports which kandidaat, and from when until when."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from .leden import Rol
from .trajecten import Traject


class JobcoachingQuerySet(models.QuerySet):
    def zichtbaar_voor(self, lid):
        """De jobcoaches bij de trajecten die dit lid ziet; een jobcoach ziet de eigen koppeling."""
        rijen = self.filter(traject__in=Traject.objects.zichtbaar_voor(lid))
        return rijen.filter(lid=lid.pk) if lid.rol == Rol.JOBCOACH else rijen

    def geldig(self, op=None):
        """Wie op deze dag de jobcoach is, en zelf nog werkt."""
        op = op or timezone.localdate()
        loopt = Q(van__lte=op) & (Q(tot=None) | Q(tot__gte=op))
        return self.filter(loopt).exclude(lid__tot__lt=op)


class Jobcoaching(models.Model):
    """Een jobcoach steunt de kandidaat van dit traject, van wanneer tot wanneer.

    Een jobcoach tekent niets af; hij ziet alleen de trajecten waaraan hij nu gekoppeld is.
    """

    traject = models.ForeignKey("trajecten.Traject", models.PROTECT, related_name="jobcoachings")
    lid = models.ForeignKey("trajecten.Lidmaatschap", models.PROTECT, related_name="jobcoachings")
    van = models.DateField(default=timezone.localdate)
    tot = models.DateField(null=True, blank=True)

    objects = JobcoachingQuerySet.as_manager()

    class Meta:
        ordering = ["van", "pk"]
        indexes = [models.Index(fields=["lid", "traject"], name="jobcoaching_per_lid")]
        constraints = [
            models.UniqueConstraint(
                fields=["traject"], condition=Q(tot=None), name="een_lopende_jobcoach_per_traject"
            ),
            models.CheckConstraint(
                name="jobcoaching_eindigt_na_begin", condition=Q(tot=None) | Q(tot__gte=F("van"))
            ),
        ]

    def __str__(self):
        return f"{self.lid.naam}, jobcoach"
