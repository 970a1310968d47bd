"""What every recorded fact has in common."""

from django.db import models
from django.utils import timezone


class Bron(models.TextChoices):
    PORTAAL = "portaal", "in het portaal"
    PAPIER = "papier", "van getekend papier"
    OVERGENOMEN = "overgenomen", "overgenomen uit eerdere administratie"


class Feit(models.Model):
    """Iets dat op een dag gebeurde en daarna nooit wijzigt; een nieuw feit is een nieuwe rij.

    `gebeurd_op` is de dag die de mens noemt, `vastgelegd_op` de klok van het portaal. `door`
    legde het
    vast; `namens` is het lid wiens oordeel het is, als dat een ander is (papier, vervanger).
    """

    gebeurd_op = models.DateField()
    vastgelegd_op = models.DateTimeField(default=timezone.now, editable=False)
    bron = models.CharField(max_length=12, choices=Bron.choices, default=Bron.PORTAAL)
    door = models.ForeignKey("trajecten.Lidmaatschap", models.PROTECT, related_name="+")
    namens = models.ForeignKey(
        "trajecten.Lidmaatschap", models.PROTECT, related_name="+", null=True, blank=True
    )
    scan = models.ForeignKey(
        "trajecten.Bestand", models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta:
        abstract = True

    @property
    def van(self):
        """Het lid wiens oordeel dit is."""
        return self.namens or self.door
