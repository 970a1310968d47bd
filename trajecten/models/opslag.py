"""Files: a row per upload or product; the bytes stand in the store under their SHA-256."""

from django.db import models
from django.utils import timezone


class Bestand(models.Model):
    """Een bewaard bestand. De bytes staan onder hun SHA-256 en wijzigen nooit."""

    class Soort(models.TextChoices):
        SCAN = "scan", "scan"
        DOCUMENT = "document", "document"
        AFDRUK = "afdruk", "afdruk"
        IMPORT = "import", "ingelezen bestand"
        LOGO = "logo", "logo"

    sha256 = models.CharField(max_length=64, db_index=True)
    soort = models.CharField(max_length=10, choices=Soort.choices)
    naam = models.CharField(max_length=200)
    mimetype = models.CharField(max_length=60)
    grootte = models.PositiveIntegerField()
    traject = models.ForeignKey(
        "trajecten.Traject", models.PROTECT, related_name="bestanden", null=True, blank=True
    )
    door = models.ForeignKey(
        "trajecten.Lidmaatschap", models.PROTECT, related_name="+", null=True, blank=True
    )
    bewaard_op = models.DateTimeField(default=timezone.now, editable=False)
