"""Issuing: the work in progress (opdracht) and the register (uitgifte), which only grows."""

from datetime import date

from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When
from django.utils import timezone

from trajecten.models import Feit
from trajecten.namen import zoekvorm

from .. import namen
from .vaststellingen import Soort, Vaststelling, eigen_bladen
from .wachtrij import Wachtend, WachtendQuerySet


class Staat(models.TextChoices):
    """Hoe ver een uitgifteopdracht is; hij gaat alleen vooruit, of vervalt met een reden."""

    VASTGESTELD = "vastgesteld", "wacht op een nummer"
    GERESERVEERD = "gereserveerd", "heeft een nummer"
    GERENDERD = "gerenderd", "wordt gemaakt"
    VERZEGELD = "verzegeld", "wordt bewaard"
    OPGESLAGEN = "opgeslagen", "wordt ingeschreven"
    UITGEGEVEN = "uitgegeven", "uitgegeven"
    VERVALLEN = "vervallen", "vervallen"


VOLGORDE = (
    Staat.VASTGESTELD, Staat.GERESERVEERD, Staat.GERENDERD, Staat.VERZEGELD, Staat.OPGESLAGEN,
    Staat.UITGEGEVEN,
)  # fmt: skip
# Forward only. A step done again after a crash never sets a later state back.
OVERGANGEN = {staat: VOLGORDE[:plek] for plek, staat in enumerate(VOLGORDE)} | {
    Staat.VERVALLEN: VOLGORDE[:-1]
}


class UitgifteopdrachtQuerySet(WachtendQuerySet):
    def zichtbaar_voor(self, lid):
        return self.filter(eigen_bladen(lid, "vaststelling__"))

    def lopend(self):
        """Alles wat niet verviel: bezig of uitgegeven."""
        return self.exclude(staat=Staat.VERVALLEN)

    def aan_de_beurt(self, nu):
        """Een mbo-verklaring noemt de nummers van haar bladen en wacht dus tot die er zijn.

        Wie op één document wacht, wacht niet op een reeks.
        """
        bladen = Vaststelling.objects.geldig().uit_te_geven()
        bladen = bladen.filter(soort=Soort.PRAKTIJKVERKLARING)
        uitgegeven = Uitgifte.objects.filter(opdracht__vaststelling=OuterRef("pk"))
        wachtend = bladen.filter(~Exists(uitgegeven), traject=OuterRef("vaststelling__traject"))
        is_blad = Q(vaststelling__soort=Soort.PRAKTIJKVERKLARING)
        rijen = super().aan_de_beurt(nu).filter(is_blad | ~Exists(wachtend))
        return rijen.order_by(F("reeks").asc(nulls_first=True), "niet_voor", "pk")


class Uitgifteopdracht(Wachtend):
    """Opdracht om een document uit te geven: bevroren inhoud, akkoorden, en hoe ver het is.

    Een gereserveerd nummer houdt zijn rij: mislukt het, dan vervalt de opdracht met een reden.
    """

    vaststelling = models.ForeignKey(
        "verklaringen.Vaststelling", models.PROTECT, related_name="opdrachten"
    )
    soort = models.CharField(max_length=20, choices=Soort.choices)
    staat = models.CharField(max_length=14, choices=Staat.choices, default=Staat.VASTGESTELD)
    inhoud = models.JSONField()  # what is printed: frozen content, agreements, number and day
    inhoud_sha256 = models.CharField(max_length=64)
    nummer = models.CharField(max_length=20, unique=True, null=True, blank=True)
    code_sha256 = models.CharField(max_length=64, unique=True, null=True, blank=True)
    zegel = models.CharField(max_length=20, blank=True)
    bestand = models.ForeignKey(
        "trajecten.Bestand", models.PROTECT, related_name="+", null=True, blank=True
    )
    door = models.ForeignKey("trajecten.Lidmaatschap", models.PROTECT, related_name="+")
    motivering = models.CharField(max_length=500, blank=True)  # issued in spite of the erkenning
    vervallen_reden = models.CharField(max_length=500, blank=True)
    reeks = models.ForeignKey(
        "verklaringen.Uitgiftereeks",
        models.PROTECT,
        related_name="opdrachten",
        null=True,
        blank=True,
    )

    objects = UitgifteopdrachtQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "uitgifteopdrachten"
        indexes = [
            models.Index(fields=["niet_voor"], name="opdracht_te_doen", condition=Q(klaar_op=None))
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["vaststelling"],
                condition=~Q(staat="vervallen"),
                name="een_opdracht_per_vaststelling",
            ),
            models.CheckConstraint(
                name="opdracht_staat_bestaat", condition=Q(staat__in=Staat.values)
            ),
            models.CheckConstraint(
                name="nummer_vanaf_gereserveerd",
                condition=Q(staat="vastgesteld", nummer=None)
                | Q(staat="vervallen")
                | ~Q(staat__in=["vastgesteld", "vervallen"]) & Q(nummer__isnull=False),
            ),
            models.CheckConstraint(
                name="bestand_vanaf_opgeslagen",
                condition=Q(staat__in=["opgeslagen", "uitgegeven"])
                & Q(bestand__isnull=False, code_sha256__isnull=False)
                & ~Q(zegel="")
                | ~Q(staat__in=["opgeslagen", "uitgegeven"]),
            ),
            models.CheckConstraint(
                name="vervallen_opdracht_heeft_reden",
                condition=~Q(staat="vervallen") | ~Q(vervallen_reden=""),
            ),
            models.CheckConstraint(
                name="opdracht_klaar_als_uitgegeven_of_vervallen",
                condition=Q(staat__in=["uitgegeven", "vervallen"], klaar_op__isnull=False)
                | ~Q(staat__in=["uitgegeven", "vervallen"]) & Q(klaar_op=None),
            ),
        ]

    def __str__(self):
        return self.nummer or f"opdracht {self.pk}"


class Geldigheid(models.TextChoices):
    """Wat het register van een document zegt; intrekken gaat voor vervangen."""

    GELDIG = "geldig", "geldig"
    VERVANGEN = "vervangen", "vervangen"
    INGETROKKEN = "ingetrokken", "ingetrokken"


INGETROKKEN, VERVANGEN = Q(intrekking__isnull=False), Q(vervangen_door__isnull=False)


class UitgifteQuerySet(models.QuerySet):
    def zichtbaar_voor(self, lid):
        return self.filter(eigen_bladen(lid, "opdracht__vaststelling__", traject=""))

    def geldig(self):
        return self.filter(intrekking=None, vervangen_door=None)

    def zoeken(self, tekst: str):
        """Elk woord staat in de naam van de kandidaat; een woord met een cijfer in het nummer."""
        gevonden = self
        for woord in zoekvorm(tekst).split():
            if any(teken.isdigit() for teken in woord):
                gevonden = gevonden.filter(nummer__icontains=woord)
            else:
                gevonden = gevonden.filter(traject__kandidaat__zoek__contains=woord)
        return gevonden

    def bladzijde(self, voor=None, aantal=50):
        """Hooguit `aantal` documenten ouder dan `voor`, nieuwste eerst, en of er meer zijn."""
        rijen = self.order_by("-pk")
        if voor:
            rijen = rijen.filter(pk__lt=voor)
        gevonden = list(rijen[: aantal + 1])
        return gevonden[:aantal], len(gevonden) > aantal

    def with_geldigheid(self):
        """Met `geldigheid`, en de dag (`ongeldig_op`) waarop het document zijn geldigheid verloor.

        De enige plek waar dit uit de feiten volgt: pagina's, lijsten en regels lezen het hier.
        """
        return self.annotate(
            geldigheid=Case(
                When(INGETROKKEN, then=Value(Geldigheid.INGETROKKEN.value)),
                When(VERVANGEN, then=Value(Geldigheid.VERVANGEN.value)),
                default=Value(Geldigheid.GELDIG.value),
                output_field=models.CharField(),
            ),
            ongeldig_op=Case(
                When(INGETROKKEN, then=F("intrekking__gebeurd_op")),
                When(VERVANGEN, then=F("vervangen_door__gebeurd_op")),
                output_field=models.DateField(),
            ),
        )


class Uitgifte(models.Model):
    """Het register: één uitgegeven bestand met zijn nummer. Rijen wijzigen nooit.

    Of een document nog geldt volgt uit latere feiten, niet uit een veld hier.
    """

    opdracht = models.OneToOneField(
        "verklaringen.Uitgifteopdracht", models.PROTECT, related_name="uitgifte"
    )
    traject = models.ForeignKey("trajecten.Traject", models.PROTECT, related_name="uitgiften")
    soort = models.CharField(max_length=20, choices=Soort.choices)
    nummer = models.CharField(max_length=20, unique=True)
    code_sha256 = models.CharField(max_length=64, unique=True)
    bestand = models.OneToOneField("trajecten.Bestand", models.PROTECT, related_name="uitgifte")
    bestand_sha256 = models.CharField(max_length=64, unique=True)
    inhoud = models.JSONField()
    inhoud_sha256 = models.CharField(max_length=64)
    zegel = models.CharField(max_length=20)
    uitgegeven_op = models.DateTimeField(default=timezone.now)
    door = models.ForeignKey("trajecten.Lidmaatschap", models.PROTECT, related_name="+")

    geldigheid: str  # of with_geldigheid()
    ongeldig_op: date | None

    objects = UitgifteQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name_plural = "uitgiften"

    def __str__(self):
        return self.nummer

    @property
    def zegelsoort(self) -> str:
        return namen.zegelsoort(self.zegel)


class Uitreiking(Feit):
    """Het document is aan de kandidaat gegeven: wanneer (`gebeurd_op`), waar en door wie."""

    uitgifte = models.OneToOneField(
        "verklaringen.Uitgifte", models.PROTECT, related_name="uitreiking"
    )
    plaats = models.CharField(max_length=100)

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "uitreikingen"


class Raadpleging(models.Model):
    """Iemand keek in het register naar dit document; de kandidaat ziet wanneer, nooit wie."""

    class Vorm(models.TextChoices):
        CODE = "code", "met de code"
        GEGEVENS = "gegevens", "met de code en de naam"
        ANDERS = "anders", "met de code en een andere naam"
        BESTAND = "bestand", "met het bestand"
        GEDEELD = "gedeeld", "met jouw link"

    uitgifte = models.ForeignKey(
        "verklaringen.Uitgifte", models.PROTECT, related_name="raadplegingen"
    )
    vorm = models.CharField(max_length=10, choices=Vorm.choices)
    deling = models.ForeignKey(
        "verklaringen.Deling", models.PROTECT, related_name="raadplegingen", null=True, blank=True
    )
    op = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-op", "-pk"]
        verbose_name_plural = "raadplegingen"
