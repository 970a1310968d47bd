"""De kwalificatiestructuur: dossiers, kwalificaties, kerntaken en werkprocessen."""

import re

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

CODE = re.compile(r"^([BPCD])(\d+)-K(\d+)(?:-W(\d+))?$")
NIVEAUS = [(1, "niveau 1"), (2, "niveau 2"), (3, "niveau 3"), (4, "niveau 4")]


def codesleutel(code: str) -> str:
    """Sorteerbare vorm van een code: het basisdeel vooraan, W10 na W9."""
    if not (gevonden := CODE.match(code)):
        return code
    deel, *nummers = gevonden.groups(default="0")
    return deel + "".join(f"{int(nummer):04}" for nummer in nummers)


class Sleutelkolom(models.CharField):
    """The sort key of `code`, filled on every write, in bulk too."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"max_length": 20, "editable": False} | kwargs)

    def pre_save(self, model_instance, add):
        sleutel = codesleutel(model_instance.code)
        setattr(model_instance, self.attname, sleutel)
        return sleutel


class Kwalificatiedossier(models.Model):
    """Dossier van SBB (crebo 23xxx): een basisdeel en per kwalificatie een profieldeel.

    Sleutel: SBB-nummer, crebo en begin van de geldigheid; `versie` kan leeg zijn. Een
    vernieuwd dossier is een nieuwe rij naast de oude.
    """

    class Bron(models.TextChoices):
        STARTGEGEVENS = "startgegevens", "Startgegevens"
        SBB = "sbb", "SBB"

    crebo = models.CharField(max_length=5, blank=True)
    naam = models.CharField(max_length=200)
    versie = models.CharField(max_length=40, blank=True)
    geldig_vanaf = models.DateField(null=True, blank=True)
    geldig_tot = models.DateField("einde opleiding", null=True, blank=True)
    bron = models.CharField(max_length=20, choices=Bron.choices)
    sbb_nr = models.CharField("nummer bij SBB", max_length=20, blank=True)
    bestand_sha256 = models.CharField(max_length=64, blank=True)
    sectorkamer = models.CharField(max_length=100, blank=True)
    vervangen_door = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="vervangt"
    )

    class Meta:
        ordering = ["naam", "geldig_vanaf"]
        verbose_name_plural = "kwalificatiedossiers"
        constraints = [
            models.UniqueConstraint(
                fields=["sbb_nr", "crebo", "geldig_vanaf"],
                condition=Q(bron="sbb"),
                name="een_dossier_per_versie",
            ),
            models.UniqueConstraint(
                fields=["crebo", "naam"], condition=Q(bron="startgegevens"), name="een_startdossier"
            ),
            models.CheckConstraint(
                condition=~Q(bron="sbb") | (~Q(sbb_nr="") & Q(geldig_vanaf__isnull=False)),
                name="sbb_dossier_heeft_sleutel",
            ),
        ]

    def __str__(self):
        return f"{self.crebo} {self.naam}".strip()


class KwalificatieQuerySet(models.QuerySet):
    def kiesbaar_op(self, datum):
        """Kwalificaties waarin op deze dag een nieuw traject mag beginnen.

        Per crebo de nieuwste versie die dan geldt; een startversie waarvan SBB's eigen dossier
        er is, kan niet meer gekozen worden. Bron: `creboinformatie` van SBB, niet het dossier.
        """
        nieuwere = Kwalificatie.objects.filter(
            crebo=OuterRef("crebo"),
            vervallen_op=None,
            dossier__bron=Kwalificatiedossier.Bron.SBB,
            geldig_vanaf__lte=datum,
            geldig_vanaf__gt=OuterRef("geldig_vanaf"),
        )
        return self.filter(
            ~Exists(nieuwere),
            Q(geldig_vanaf=None) | Q(geldig_vanaf__lte=datum),
            Q(einde_instroom=None) | Q(einde_instroom__gte=datum),
            Q(einde_opleiding=None) | Q(einde_opleiding__gte=datum),
            vervallen_op=None,
            dossier__vervangen_door=None,
        )


class Kwalificatie(models.Model):
    """Waarvoor men zich kwalificeert: crebo, naam en niveau; voor de kandidaat "opleiding"."""

    dossier = models.ForeignKey(
        "trajecten.Kwalificatiedossier", models.PROTECT, related_name="kwalificaties"
    )
    crebo = models.CharField(max_length=5, db_index=True)
    naam = models.CharField(max_length=200)
    niveau = models.PositiveSmallIntegerField(choices=NIVEAUS)
    profiel = models.CharField(max_length=5, blank=True)
    geldig_vanaf = models.DateField(null=True, blank=True)
    einde_instroom = models.DateField(null=True, blank=True)
    einde_opleiding = models.DateField(null=True, blank=True)
    vertrouwen = models.CharField(max_length=10, blank=True)
    bevestigd_door = models.CharField(max_length=200, blank=True)
    bevestigd_op = models.DateTimeField(null=True, blank=True)
    vervallen_op = models.DateField(null=True, blank=True)
    opvolger_van = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="opvolgers"
    )

    objects = KwalificatieQuerySet.as_manager()

    class Meta:
        ordering = ["naam", "crebo"]
        verbose_name_plural = "kwalificaties"
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "crebo"], name="een_kwalificatie_per_dossier"
            ),
            models.CheckConstraint(condition=Q(niveau__range=(1, 4)), name="niveau_1_tot_4"),
            models.CheckConstraint(
                condition=Q(bevestigd_door="", bevestigd_op=None)
                | (~Q(bevestigd_door="") & Q(bevestigd_op__isnull=False)),
                name="bevestigd_door_en_op",
            ),
            models.CheckConstraint(
                condition=Q(geldig_vanaf=None)
                | Q(einde_opleiding=None)
                | Q(einde_opleiding__gte=F("geldig_vanaf")),
                name="kwalificatie_einde_na_begin",
            ),
        ]

    def __str__(self):
        return f"{self.naam} ({self.crebo})"

    @property
    def bron(self):
        return self.dossier.bron

    @property
    def is_startgegeven(self):
        """Titels uit startgegevens, niet door SBB geleverd."""
        return self.dossier.bron == Kwalificatiedossier.Bron.STARTGEGEVENS

    def kerntaken(self):
        """Basisdeel van het dossier en eigen profieldeel, in de volgorde van de codes."""
        return Kerntaak.objects.van(self)

    def werkprocessen(self):
        """Alle werkprocessen van deze kwalificatie, in de volgorde van de codes."""
        return Werkproces.objects.van(self)


class KerntaakQuerySet(models.QuerySet):
    def van(self, kwalificatie):
        eigen = Q(kwalificatie=None) | Q(kwalificatie=kwalificatie)
        return self.filter(eigen, dossier=kwalificatie.dossier_id, vervallen_op=None)


class Kerntaak(models.Model):
    """Hoofdtaak in een dossier (B1-K1); zonder kwalificatie hoort zij bij het basisdeel."""

    dossier = models.ForeignKey(
        "trajecten.Kwalificatiedossier", models.PROTECT, related_name="kerntaken"
    )
    kwalificatie = models.ForeignKey(
        "trajecten.Kwalificatie",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="profielkerntaken",
    )
    code = models.CharField(max_length=20)
    sleutel = Sleutelkolom()
    titel = models.CharField(max_length=300)
    titel_ruw = models.CharField(max_length=400)
    vervallen_op = models.DateField(null=True, blank=True)

    objects = KerntaakQuerySet.as_manager()

    class Meta:
        ordering = ["sleutel"]
        verbose_name_plural = "kerntaken"
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "code"],
                condition=Q(kwalificatie=None),
                name="een_basiskerntaak_per_code",
            ),
            models.UniqueConstraint(
                fields=["kwalificatie", "code"], name="een_profielkerntaak_per_code"
            ),
        ]

    def __str__(self):
        return f"{self.code} {self.titel}"


class WerkprocesQuerySet(models.QuerySet):
    def van(self, kwalificatie):
        """De werkprocessen van een kwalificatie; de kerntaak is meegenomen."""
        eigen = Q(kerntaak__kwalificatie=None) | Q(kerntaak__kwalificatie=kwalificatie)
        return self.filter(
            eigen,
            kerntaak__dossier=kwalificatie.dossier_id,
            kerntaak__vervallen_op=None,
            vervallen_op=None,
        ).select_related("kerntaak")


class Werkproces(models.Model):
    """Taak onder een kerntaak (B1-K1-W1); `eigen_uitleg` is onze gewone zin, niet van SBB."""

    kerntaak = models.ForeignKey("trajecten.Kerntaak", models.PROTECT, related_name="werkprocessen")
    code = models.CharField(max_length=20)
    sleutel = Sleutelkolom()
    titel = models.CharField(max_length=300)
    titel_ruw = models.CharField(max_length=400)
    eigen_uitleg = models.CharField(max_length=300, blank=True)
    vervallen_op = models.DateField(null=True, blank=True)

    objects = WerkprocesQuerySet.as_manager()

    class Meta:
        ordering = ["sleutel"]
        verbose_name_plural = "werkprocessen"
        constraints = [
            models.UniqueConstraint(fields=["kerntaak", "code"], name="een_werkproces_per_code"),
        ]

    def __str__(self):
        return f"{self.code} {self.titel}"
