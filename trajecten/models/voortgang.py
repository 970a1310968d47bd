"""Facts of progress: aftekeningen, oordelen, uren, verzoek, besluit and uitstroom."""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from .feiten import Bron, Feit
from .plaatsingen import Planregel
from .statussen import Status
from .trajecten import Statusovergang


class Niveau(models.TextChoices):
    """De schaal van aftekenen (eigen ontwerp). Alleen zelfstandig telt als afgetekend."""

    NOG_NIET_GEOEFEND = "nog_niet_geoefend", "Nog niet geoefend"
    MET_HULP = "met_hulp", "Met hulp"
    ONDER_TOEZICHT = "onder_toezicht", "Onder toezicht"
    ZELFSTANDIG = "zelfstandig", "Zelfstandig"
    KAN_HIER_NIET = "kan_hier_niet", "Kan hier niet"


class KanHierNietReden(models.TextChoices):
    DOEN_WIJ_NIET = "doen_wij_niet", "Dit werk doen wij niet"
    MACHINE_OF_MATERIAAL = "machine_of_materiaal", "De machine of het materiaal is er niet"
    MAG_NIET = "mag_niet", "Het mag hier niet"
    ANDERS = "anders", "Anders"


class AftekeningQuerySet(models.QuerySet):
    def geldig(self):
        """Niet ingetrokken aftekeningen."""
        return self.filter(intrekking=None)

    def zichtbaar_voor(self, lid):
        """Aftekeningen van planregels die dit lid ziet; andere bestaan niet voor dit lid."""
        return self.filter(planregel__in=Planregel.objects.zichtbaar_voor(lid))


class Aftekening(Feit):
    """Gedateerd oordeel van de praktijkopleider over een werkproces; een nieuw oordeel is een
    nieuwe rij.
    """

    planregel = models.ForeignKey(
        "trajecten.Planregel", models.PROTECT, related_name="aftekeningen"
    )
    volgnummer = models.PositiveSmallIntegerField()
    niveau = models.CharField(max_length=20, choices=Niveau.choices)
    reden = models.CharField(max_length=24, choices=KanHierNietReden.choices, blank=True)
    sleutel = models.UUIDField()  # made by the form: a replay is harmless
    toelichting = models.CharField(max_length=500, blank=True)

    objects = AftekeningQuerySet.as_manager()

    class Meta:
        ordering = ["volgnummer"]
        verbose_name_plural = "aftekeningen"
        constraints = [
            models.UniqueConstraint(
                fields=["planregel", "volgnummer"], name="een_aftekening_per_volgnummer"
            ),
            models.UniqueConstraint(fields=["door", "sleutel"], name="een_aftekening_per_sleutel"),
            models.CheckConstraint(
                name="kan_hier_niet_heeft_reden",
                condition=Q(niveau="kan_hier_niet") & ~Q(reden="")
                | ~Q(niveau="kan_hier_niet") & Q(reden=""),
            ),
            models.CheckConstraint(
                name="aftekening_van_papier_heeft_scan",
                condition=~Q(bron=Bron.PAPIER) | Q(scan__isnull=False),
            ),
        ]

    @property
    def is_ingetrokken(self) -> bool:
        return hasattr(self, "intrekking")

    @property
    def is_afgetekend(self) -> bool:
        """Alleen zelfstandig telt als afgetekend."""
        return self.niveau == Niveau.ZELFSTANDIG

    @property
    def kan_hier_niet(self) -> bool:
        return self.niveau == Niveau.KAN_HIER_NIET


class Aftekeningintrekking(Feit):
    """Een aftekening is teruggenomen; binnen tien minuten zonder reden, daarna met een reden voor
    de kandidaat.
    """

    aftekening = models.OneToOneField(
        "trajecten.Aftekening", models.PROTECT, related_name="intrekking"
    )
    reden = models.CharField(max_length=300, blank=True)


class Zelfbeoordeling(Feit):
    """Het eigen oordeel van de kandidaat, in eigen woorden; niemand anders wijzigt het."""

    class ZelfNiveau(models.TextChoices):
        NOG_NIET_GEDAAN = "nog_niet_geoefend", "Nog niet gedaan"
        MET_HULP = "met_hulp", "Met hulp"
        ONDER_TOEZICHT = "onder_toezicht", "Ik doe het zelf, iemand kijkt mee"
        ZELFSTANDIG = "zelfstandig", "Ik doe het alleen"

    planregel = models.ForeignKey(
        "trajecten.Planregel", models.PROTECT, related_name="zelfbeoordelingen"
    )
    volgnummer = models.PositiveSmallIntegerField()
    niveau = models.CharField(max_length=20, choices=ZelfNiveau.choices)
    woorden = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["volgnummer"]
        verbose_name_plural = "zelfbeoordelingen"
        constraints = [
            models.UniqueConstraint(
                fields=["planregel", "volgnummer"], name="een_zelfbeoordeling_per_volgnummer"
            )
        ]


class Eindoordeel(Feit):
    """Het slotoordeel van de praktijkopleider per werkproces, aan het eind van de plaatsing."""

    class Oordeel(models.TextChoices):
        JA = "ja", "Ja, kan dit in de praktijk van ons bedrijf"
        NEE = "nee", "Nee, nog niet"
        NIET_AANGEBODEN = "niet_aangeboden", "Dit werk was er bij ons niet"

    planregel = models.ForeignKey(
        "trajecten.Planregel", models.PROTECT, related_name="eindoordelen"
    )
    volgnummer = models.PositiveSmallIntegerField()
    oordeel = models.CharField(max_length=16, choices=Oordeel.choices)
    toelichting = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["volgnummer"]
        verbose_name_plural = "eindoordelen"
        constraints = [
            models.UniqueConstraint(
                fields=["planregel", "volgnummer"], name="een_eindoordeel_per_volgnummer"
            ),
            models.CheckConstraint(
                name="eindoordeel_van_papier_heeft_scan",
                condition=~Q(bron=Bron.PAPIER) | Q(scan__isnull=False),
            ),
        ]


class SchooloordeelQuerySet(models.QuerySet):
    def geldig(self):
        """Oordelen over de eindoordelen van nu: na terugsturen telt het oude niet meer."""
        later = Statusovergang.objects.filter(
            traject=OuterRef("traject"),
            van=Status.EINDBEOORDELING,
            naar=Status.SCHOOLOORDEEL,
            op__gt=OuterRef("vastgelegd_op"),
        )
        return self.filter(~Exists(later))


class Schooloordeel(Feit):
    """Het gemotiveerde oordeel van de instelling over de bpv (WEB 7.2.8 lid 3; RMD bijlage 10 deel
    B).
    """

    class Optie(models.IntegerChoices):
        HELE_BPV = 1, "De hele bpv is positief beoordeeld"
        DEEL = 2, "Een deel is positief beoordeeld, zonder praktijkverklaring"
        PRAKTIJKVERKLARING = 3, "Een deel is positief beoordeeld, met praktijkverklaring"

    traject = models.ForeignKey("trajecten.Traject", models.PROTECT, related_name="schooloordelen")
    volgnummer = models.PositiveSmallIntegerField()
    positief = models.BooleanField()
    optie = models.PositiveSmallIntegerField(choices=Optie.choices, null=True, blank=True)
    motivering = models.TextField(max_length=4000)

    objects = SchooloordeelQuerySet.as_manager()

    class Meta:
        ordering = ["volgnummer"]
        verbose_name_plural = "schooloordelen"
        constraints = [
            models.UniqueConstraint(
                fields=["traject", "volgnummer"], name="een_schooloordeel_per_volgnummer"
            ),
            models.CheckConstraint(
                name="positief_schooloordeel_heeft_optie",
                condition=Q(positief=True, optie__isnull=False) | Q(positief=False, optie=None),
            ),
        ]


class Documentgegevens(Feit):
    """Wat de school voor het document vaststelde: uren, en namen zoals bij SBB geregistreerd (RMD
    bijlage 10).
    """

    plaatsing = models.ForeignKey(
        "trajecten.Plaatsing", models.PROTECT, related_name="documentgegevens"
    )
    volgnummer = models.PositiveSmallIntegerField()
    uren = models.PositiveSmallIntegerField()
    uren_geschat = models.BooleanField(default=False)
    leerbedrijf_naam = models.CharField(max_length=200)
    vestigingsplaats = models.CharField(max_length=100)
    leerbedrijf_id = models.CharField(max_length=9)
    praktijkopleider = models.ForeignKey("trajecten.Lidmaatschap", models.PROTECT, related_name="+")
    praktijkopleider_naam = models.CharField(max_length=100)
    omschrijving = models.CharField(max_length=500, blank=True)  # of a bpv without a sheet

    class Meta:
        ordering = ["volgnummer"]
        verbose_name_plural = "documentgegevens"
        constraints = [
            models.UniqueConstraint(
                fields=["plaatsing", "volgnummer"], name="een_documentgegevens_per_volgnummer"
            )
        ]


class Verzoek(Feit):
    """Verzoek van de kandidaat om een mbo-verklaring (WEB 7.4.6a)."""

    class Wijze(models.TextChoices):
        MONDELING = "mondeling", "in een gesprek"
        PAPIER = "papier", "op papier"
        PORTAAL = "portaal", "in het portaal"

    traject = models.OneToOneField("trajecten.Traject", models.PROTECT, related_name="verzoek")
    wijze = models.CharField(max_length=10, choices=Wijze.choices)


class Besluit(Feit):
    """Besluit van de examencommissie; wie, in welke functie, en wanneer (`gebeurd_op`)."""

    class Uitkomst(models.TextChoices):
        TOEGEKEND = "toegekend", "Toegekend"
        AFGEWEZEN = "afgewezen", "Afgewezen"
        AANGEHOUDEN = "aangehouden", "Aangehouden"

    traject = models.ForeignKey("trajecten.Traject", models.PROTECT, related_name="besluiten")
    volgnummer = models.PositiveSmallIntegerField()
    uitkomst = models.CharField(max_length=12, choices=Uitkomst.choices)
    naam = models.CharField(max_length=100)
    functie = models.CharField(max_length=100)
    plaats = models.CharField(max_length=100)
    reden = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering = ["volgnummer"]
        verbose_name_plural = "besluiten"
        constraints = [
            models.UniqueConstraint(
                fields=["traject", "volgnummer"], name="een_besluit_per_volgnummer"
            ),
            models.CheckConstraint(
                name="niet_toegekend_heeft_reden", condition=Q(uitkomst="toegekend") | ~Q(reden="")
            ),
        ]


class Uitstroom(Feit):
    """Hoe het na het traject verder ging, op de dag van uitreiking of stoppen."""

    class Bestemming(models.TextChoices):
        WERK_ZELFDE_BEDRIJF = "werk_zelfde_bedrijf", "Betaald werk bij hetzelfde bedrijf"
        WERK_ANDER_BEDRIJF = "werk_ander_bedrijf", "Betaald werk bij een ander bedrijf"
        OPLEIDING = "opleiding", "Een vervolgopleiding"
        VOLGEND_TRAJECT = "volgend_traject", "Een volgend praktijkleertraject"
        WERKERVARINGSPLEK = "werkervaringsplek", "Een werkervaringsplek"
        GEEN_WERK = "geen_werk", "(Nog) geen werk of opleiding"
        ONBEKEND = "onbekend", "Onbekend"

    traject = models.OneToOneField("trajecten.Traject", models.PROTECT, related_name="uitstroom")
    bestemming = models.CharField(max_length=20, choices=Bestemming.choices)
