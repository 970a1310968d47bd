"""What happened each night, for whoever runs the portal."""

from datetime import timedelta

from django.db import models
from django.utils import timezone

from trajecten.models import Rol

TE_LANG_GELEDEN = timedelta(hours=26)


class NachtQuerySet(models.QuerySet):
    def zichtbaar_voor(self, lid):
        """Wie beheer is, ziet alle nachten; anderen geen."""
        return self if lid.rol == Rol.BEHEER else self.none()


class Nacht(models.Model):
    """Eén keer het nachtelijke werk. Zonder `klaar_op` loopt het nog, of stierf het halverwege.

    `taken`: per taak {"naam", "wat", "gelukt", "zin", "seconden"}, in de volgorde van het werk.
    """

    begonnen_op = models.DateTimeField(default=timezone.now)
    klaar_op = models.DateTimeField(null=True, blank=True)
    taken = models.JSONField(default=list)

    objects = NachtQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name_plural = "nachten"

    def __str__(self):
        return f"nacht van {self.begonnen_op:%Y-%m-%d}"

    @property
    def mislukt(self) -> list[dict]:
        return [taak for taak in self.taken if not taak["gelukt"]]

    @property
    def gelukt(self) -> bool:
        return bool(self.klaar_op) and not self.mislukt

    @property
    def seconden(self) -> float:
        return sum(taak["seconden"] for taak in self.taken)

    @property
    def te_lang_geleden(self) -> bool:
        """Of er sindsdien een nacht is overgeslagen."""
        return timezone.now() - self.begonnen_op > TE_LANG_GELEDEN
