"""What the two kinds of work for the worker share: the rows are the queue."""

from django.db import models
from django.db.models import Q
from django.utils import timezone


class WachtendQuerySet(models.QuerySet):
    def aan_de_beurt(self, nu):
        """Werk dat niemand in handen heeft, het oudste eerst."""
        vrij = Q(lease_tot=None) | Q(lease_tot__lt=nu)
        return self.filter(vrij, klaar_op=None, niet_voor__lte=nu).order_by("niet_voor", "pk")


class Wachtend(models.Model):
    """Werk voor de worker, gepakt met een lease.

    `lease_nummer` is het fencing token: het stijgt bij elk pakken, en alleen wie het laatste heeft,
    kan nog iets vastleggen. Een worker die doodgaat verliest niets: na `lease_tot` pakt een ander.
    """

    aangevraagd_op = models.DateTimeField(default=timezone.now)
    niet_voor = models.DateTimeField(default=timezone.now)
    lease_tot = models.DateTimeField(null=True, blank=True)
    lease_nummer = models.PositiveIntegerField(default=0)
    pogingen = models.PositiveSmallIntegerField(default=0)
    fout = models.CharField(max_length=500, blank=True)
    klaar_op = models.DateTimeField(null=True, blank=True)  # done, or given up

    class Meta:
        abstract = True
