"""What is fixed before it is issued, and who agreed with it."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from trajecten.models import Bron, Feit, Inrichting, Plaatsing, Rol, Traject


class Soort(models.TextChoices):
    PRAKTIJKVERKLARING = "praktijkverklaring", "praktijkverklaring"
    MBO_VERKLARING = "mbo_verklaring", "mbo-verklaring"


class Partij(models.TextChoices):
    PRAKTIJKOPLEIDER = "praktijkopleider", "de praktijkopleider"
    KANDIDAAT = "kandidaat", "de kandidaat"


def eigen_bladen(lid, weg="", traject=None):
    """Q: wat dit lid van de documenten ziet. `weg` leidt naar de vaststelling, `traject` (als dat
    korter is) naar wat het traject noemt.

    De kandidaat, de school en de examencommissie zien alles van een traject dat zij zien; een
    praktijkopleider alleen het blad van de eigen plaatsing; anderen niets.
    """
    if lid.rol in (Rol.KANDIDAAT, Rol.COORDINATOR, Rol.EXAMENCOMMISSIE):
        naar_traject = weg if traject is None else traject
        return Q(**{f"{naar_traject}traject__in": Traject.objects.zichtbaar_voor(lid)})
    if lid.rol == Rol.PRAKTIJKOPLEIDER:
        return Q(**{f"{weg}plaatsing__in": Plaatsing.objects.zichtbaar_voor(lid)})
    return Q(pk__in=[])


class VaststellingQuerySet(models.QuerySet):
    def zichtbaar_voor(self, lid):
        return self.filter(eigen_bladen(lid))

    def geldig(self):
        return self.filter(vervallen_op=None)

    def uit_te_geven(self):
        """Wat het portaal zelf maakt: niet een blad op het formulier van het Praktijkloket."""
        return self.exclude(blad=Inrichting.Blad.PRAKTIJKLOKET)

    def van_praktijkloket(self):
        """De bladen die de school op het formulier van SBB's Praktijkloket laat tekenen."""
        return self.filter(blad=Inrichting.Blad.PRAKTIJKLOKET)

    def zonder_uitgifte(self):
        """Wat nog niet is uitgegeven; een uitgegeven inhoud vervalt alleen door een nieuwe."""
        return self.exclude(opdrachten__uitgifte__isnull=False)


class Vaststelling(models.Model):
    """De bevroren inhoud van een document (stand: vastgesteld).

    Een praktijkverklaring hoort bij een plaatsing, een mbo-verklaring bij het traject. De inhoud
    wijzigt nooit; klopt zij niet, dan vervalt de vaststelling en komt er een nieuwe.
    """

    traject = models.ForeignKey("trajecten.Traject", models.PROTECT, related_name="vaststellingen")
    soort = models.CharField(max_length=20, choices=Soort.choices)
    plaatsing = models.ForeignKey(
        "trajecten.Plaatsing", models.PROTECT, related_name="vaststellingen", null=True, blank=True
    )
    volgnummer = models.PositiveSmallIntegerField()
    inhoud = models.JSONField()
    inhoud_sha256 = models.CharField(max_length=64)  # of the canonical JSON (RFC 8785)
    sjabloonversie = models.CharField(max_length=40)
    blad = models.CharField(
        max_length=20, choices=Inrichting.Blad.choices, default=Inrichting.Blad.PORTAAL
    )  # which form is signed; the choice of the instelling at that moment
    vastgesteld_op = models.DateTimeField(default=timezone.now)
    door = models.ForeignKey("trajecten.Lidmaatschap", models.PROTECT, related_name="+")
    vervallen_op = models.DateTimeField(null=True, blank=True)
    vervallen_reden = models.CharField(max_length=500, blank=True)

    objects = VaststellingQuerySet.as_manager()

    class Meta:
        ordering = ["traject", "soort", "volgnummer"]
        verbose_name_plural = "vaststellingen"
        constraints = [
            models.UniqueConstraint(
                fields=["traject", "soort", "volgnummer"], name="een_vaststelling_per_volgnummer"
            ),
            models.UniqueConstraint(
                fields=["plaatsing"],
                condition=Q(vervallen_op=None, plaatsing__isnull=False),
                name="een_geldige_vaststelling_per_plaatsing",
            ),
            models.UniqueConstraint(
                fields=["traject"],
                condition=Q(vervallen_op=None, plaatsing=None),
                name="een_geldige_mbo_verklaring",
            ),
            models.CheckConstraint(
                name="alleen_het_blad_heeft_een_plaatsing",
                condition=Q(soort="praktijkverklaring", plaatsing__isnull=False)
                | Q(soort="mbo_verklaring", plaatsing=None),
            ),
            models.CheckConstraint(
                name="alleen_een_blad_is_van_praktijkloket",
                condition=Q(blad="portaal") | Q(blad="praktijkloket", soort="praktijkverklaring"),
            ),
            models.CheckConstraint(
                name="vervallen_vaststelling_heeft_reden",
                condition=Q(vervallen_op=None, vervallen_reden="")
                | Q(vervallen_op__isnull=False) & ~Q(vervallen_reden=""),
            ),
        ]

    def __str__(self):
        return f"{self.get_soort_display()} van {self.inhoud['naam']}"

    @property
    def is_van_praktijkloket(self) -> bool:
        return self.blad == Inrichting.Blad.PRAKTIJKLOKET

    @property
    def op_papier_getekend(self):
        """Het eerste akkoord met een scan van het getekende papier, of None."""
        return self.akkoorden.filter(bron=Bron.PAPIER).first()


class Akkoord(Feit):
    """Een partij gaat akkoord met de vastgestelde inhoud: op papier getekend, of in het portaal.

    Papier is nooit los: de scan staat erbij en wie hem met de inhoud vergeleek.
    """

    vaststelling = models.ForeignKey(
        "verklaringen.Vaststelling", models.PROTECT, related_name="akkoorden"
    )
    partij = models.CharField(max_length=20, choices=Partij.choices)
    naam = models.CharField(max_length=201)
    plaats = models.CharField(max_length=100)
    vergeleken_door = models.ForeignKey(
        "trajecten.Lidmaatschap", models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta:
        ordering = ["-partij"]  # the praktijkopleider first, as on the sheet
        verbose_name_plural = "akkoorden"
        constraints = [
            models.UniqueConstraint(
                fields=["vaststelling", "partij"], name="een_akkoord_per_partij"
            ),
            models.CheckConstraint(
                name="akkoord_op_papier_is_vergeleken",
                condition=Q(bron=Bron.PORTAAL, scan=None, vergeleken_door=None)
                | Q(bron=Bron.PAPIER, scan__isnull=False, vergeleken_door__isnull=False),
            ),
        ]


class Tegenspraak(Feit):
    """'Dit klopt niet': een partij zegt waarom; de vaststelling en de akkoorden vervallen."""

    vaststelling = models.ForeignKey(
        "verklaringen.Vaststelling", models.PROTECT, related_name="tegenspraken"
    )
    partij = models.CharField(max_length=20, choices=Partij.choices)
    reden = models.CharField(max_length=500)

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "tegenspraken"
        constraints = [
            models.UniqueConstraint(
                fields=["vaststelling"], name="een_tegenspraak_per_vaststelling"
            ),
            models.CheckConstraint(name="tegenspraak_heeft_reden", condition=~Q(reden="")),
        ]
