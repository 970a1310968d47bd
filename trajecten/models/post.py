"""The outbox: mail is a row in the same transaction as the act; the worker sends it."""

from django.db import models
from django.utils import timezone


class Bericht(models.Model):
    """Uitgaande e-mail. `bericht_id` is het Message-ID: een herhaling na een storing is als
    zodanig te zien.
    """

    aan = models.EmailField()
    onderwerp = models.CharField(max_length=200)
    tekst = models.TextField()
    geheim = models.BooleanField(default=False)  # holds a code or link: the text goes after sending
    bericht_id = models.CharField(max_length=100, unique=True)
    klaargezet_op = models.DateTimeField(default=timezone.now, editable=False)
    verstuurd_op = models.DateTimeField(null=True, blank=True)
    niet_voor = models.DateTimeField(default=timezone.now)
    lease_tot = models.DateTimeField(null=True, blank=True)
    lease_nummer = models.PositiveIntegerField(default=0)
    pogingen = models.PositiveSmallIntegerField(default=0)
    fout = models.CharField(max_length=300, blank=True)
    opgegeven_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-klaargezet_op", "-pk"]
        indexes = [
            models.Index(
                fields=["niet_voor"],
                name="bericht_te_versturen",
                condition=models.Q(verstuurd_op=None, opgegeven_op=None),
            )
        ]
