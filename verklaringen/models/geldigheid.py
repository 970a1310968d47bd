"""What makes an issued document invalid: facts beside the register, never a change in it."""

from django.db import models
from django.db.models import F, Q

from trajecten.models import Feit

from .vaststellingen import eigen_bladen


class Intrekkingsreden(models.TextChoices):
    """Intern, en voor de kandidaat zelf; een ander leest de reden nooit."""

    FOUT = "fout", "Er staat een fout in het document"
    NIET_GEDAAN = "niet_gedaan", "De taken zijn niet gedaan zoals het er staat"
    ANDER_PERSOON = "ander_persoon", "Het document hoort bij iemand anders"
    GEKNOEID = "geknoeid", "Er is met het bewijs geknoeid"
    DUBBEL = "dubbel", "Het document is twee keer uitgegeven"
    ANDERS = "anders", "Een andere reden, de school legt die uit"


class VoorstelQuerySet(models.QuerySet):
    def zichtbaar_voor(self, lid):
        return self.filter(eigen_bladen(lid, "uitgifte__opdracht__vaststelling__"))

    def open(self):
        """Nog niet bevestigd en niet afgewezen."""
        return self.filter(intrekking=None, afwijzing=None)


class Intrekkingsvoorstel(Feit):
    """De ene medewerker vraagt een document in te trekken; een ander besluit."""

    uitgifte = models.ForeignKey(
        "verklaringen.Uitgifte", models.PROTECT, related_name="voorstellen"
    )
    volgnummer = models.PositiveSmallIntegerField()
    reden = models.CharField(max_length=20, choices=Intrekkingsreden.choices)
    toelichting = models.CharField(max_length=500)

    objects = VoorstelQuerySet.as_manager()

    class Meta:
        ordering = ["volgnummer"]
        verbose_name_plural = "intrekkingsvoorstellen"
        constraints = [
            models.UniqueConstraint(
                fields=["uitgifte", "volgnummer"], name="een_voorstel_per_volgnummer"
            ),
            models.CheckConstraint(name="voorstel_heeft_toelichting", condition=~Q(toelichting="")),
        ]

    @property
    def antwoord(self):
        """De intrekking of de afwijzing die erop volgde; None zolang het open staat."""
        return getattr(self, "intrekking", None) or getattr(self, "afwijzing", None)


class Voorstelafwijzing(Feit):
    """Het voorstel gaat niet door: een ander zei nee, of wie het vroeg nam het terug."""

    voorstel = models.OneToOneField(
        "verklaringen.Intrekkingsvoorstel", models.PROTECT, related_name="afwijzing"
    )
    toelichting = models.CharField(max_length=500)

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "voorstelafwijzingen"


class Intrekking(Feit):
    """Het document geldt niet meer, sinds een tweede medewerker het voorstel bevestigde.

    De praktijkverklaring trekt de instelling in, de mbo-verklaring de examencommissie. Een school
    met één mbo-coördinator vraagt ook voor de praktijkverklaring haar examencommissie.
    """

    uitgifte = models.OneToOneField(
        "verklaringen.Uitgifte", models.PROTECT, related_name="intrekking"
    )
    voorstel = models.OneToOneField(
        "verklaringen.Intrekkingsvoorstel", models.PROTECT, related_name="intrekking"
    )
    reden = models.CharField(max_length=20, choices=Intrekkingsreden.choices)

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "intrekkingen"


class Vervanging(Feit):
    """Een nieuw uitgegeven document komt in de plaats van een oud; het oude geldt niet meer."""

    oud = models.OneToOneField(
        "verklaringen.Uitgifte", models.PROTECT, related_name="vervangen_door"
    )
    nieuw = models.OneToOneField("verklaringen.Uitgifte", models.PROTECT, related_name="vervangt")
    verbetering = models.ForeignKey(
        "trajecten.Verbetering", models.PROTECT, related_name="vervangingen"
    )

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "vervangingen"
        constraints = [
            models.CheckConstraint(
                name="een_document_vervangt_een_ander", condition=~Q(oud=F("nieuw"))
            )
        ]
