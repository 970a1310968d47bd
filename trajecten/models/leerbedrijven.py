"""Leerbedrijven, hun erkenning en de vastgelegde controles daarvan."""

from django.core.validators import RegexValidator
from django.db import connections, models
from django.db.models import Exists, OuterRef, Q
from django.db.models.expressions import RawSQL
from django.utils import timezone

from .. import namen

BLADZIJDE = 50
leerbedrijf_id_vorm = RegexValidator(
    r"^[1-9][0-9]{8}\Z",
    "Een leerbedrijf-ID heeft 9 cijfers en begint niet met een 0. Het staat op stagemarkt.nl.",
)
kvk_vorm = RegexValidator(r"^[0-9]{8}\Z", "Een KvK-nummer heeft 8 cijfers.")
vestiging_vorm = RegexValidator(r"^[0-9]{12}\Z", "Een vestigingsnummer heeft 12 cijfers.")
crebo_vorm = RegexValidator(r"^[0-9]{5}\Z", "Een crebo heeft 5 cijfers.")


class Zoekkolom(models.TextField):
    """What one types to find a leerbedrijf: name, place and ID, lower case, without accents."""

    def pre_save(self, model_instance, add):
        waarde = zoekregel(
            model_instance.naam, model_instance.plaats, model_instance.leerbedrijf_id
        )
        setattr(model_instance, self.attname, waarde)
        return waarde


def zoekregel(naam: str, plaats: str, leerbedrijf_id: str) -> str:
    return namen.zoekvorm(f"{naam} {plaats} {leerbedrijf_id}")


class LeerbedrijfQuerySet(models.QuerySet):
    def zoeken(self, tekst="", plaats="", crebo="", werkprocessen=()):
        """Leerbedrijven waarin elk woord voorkomt, in deze plaats, erkend voor dit crebo.

        Met `werkprocessen` (codes) valt af waar SBB voor een ervan "nee" zegt; onbekend blijft.
        Volgorde: `zoek`, dan id; haal bladzijden met `bladzijde`, tel nooit alles.
        """
        gevonden = self
        for woord in namen.zoekvorm(tekst).split():
            gevonden = gevonden.met_woord(woord)
        if plaats:
            gevonden = gevonden.filter(plaats__iexact=plaats.strip())
        if crebo:
            erkend = Erkenning.objects.filter(
                leerbedrijf=OuterRef("pk"), crebo=crebo, ingetrokken_op=None
            )
            gevonden = gevonden.filter(Exists(erkend))
        if crebo and werkprocessen:
            kan_niet = Uitvoerbaar.objects.filter(
                erkenning__leerbedrijf=OuterRef("pk"),
                erkenning__crebo=crebo,
                code__in=list(werkprocessen),
                uitvoerbaar=False,
            )
            gevonden = gevonden.filter(~Exists(kan_niet))
        return gevonden.order_by("zoek", "pk")

    def met_woord(self, woord):
        """Rijen met dit stuk tekst. Vanaf drie tekens helpt de trigramindex, eronder het begin."""
        if len(woord) < 3:
            return self.filter(Q(zoek__startswith=woord) | Q(zoek__contains=f" {woord}"))
        if connections[self.db].vendor != "sqlite":
            return self.filter(zoek__contains=woord)
        zoekvraag = '"{}"'.format(woord.replace('"', '""'))
        rijen = "SELECT rowid FROM trajecten_leerbedrijf_zoek WHERE zoek MATCH %s"
        return self.filter(pk__in=RawSQL(rijen, [zoekvraag]))  # noqa: S611  fixed text

    def bladzijde(self, na=None, aantal=BLADZIJDE):
        """Hooguit `aantal` rijen na (zoek, pk), en of er meer zijn. Vraagt één rij extra."""
        rijen = self.order_by("zoek", "pk")
        if na:
            zoek, pk = na
            # The plain `>=` is redundant, and what lets the index start at the right place.
            rijen = rijen.filter(Q(zoek__gt=zoek) | Q(zoek=zoek, pk__gt=pk), zoek__gte=zoek)
        gelezen = list(rijen[: aantal + 1])
        return gelezen[:aantal], len(gelezen) > aantal


class Leerbedrijf(models.Model):
    """Eén vestiging met een registratie bij SBB, herkend aan het leerbedrijf-ID (9 cijfers)."""

    class Bron(models.TextChoices):
        IMPORT = "import", "Ingelezen"
        HANDMATIG = "handmatig", "Met de hand toegevoegd"

    leerbedrijf_id = models.CharField(
        "leerbedrijf-ID", max_length=9, validators=[leerbedrijf_id_vorm]
    )
    naam = namen.Organisatienaamkolom()
    straat = models.CharField(max_length=100, blank=True)
    huisnummer = models.CharField(max_length=20, blank=True)
    postcode = models.CharField(max_length=7, blank=True)
    plaats = models.CharField(max_length=80, blank=True)
    kvk = models.CharField("KvK-nummer", max_length=8, blank=True, validators=[kvk_vorm])
    vestigingsnummer = models.CharField(max_length=12, blank=True, validators=[vestiging_vorm])
    organisatie = models.ForeignKey(
        "trajecten.Organisatie",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="leerbedrijven",
        db_index=False,
    )
    bron = models.CharField(max_length=20, choices=Bron.choices, default=Bron.HANDMATIG)
    toegevoegd_door = models.ForeignKey(
        "trajecten.Lidmaatschap",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    zoek = Zoekkolom(editable=False)

    objects = LeerbedrijfQuerySet.as_manager()

    class Meta:
        ordering = ["naam", "leerbedrijf_id"]
        verbose_name_plural = "leerbedrijven"
        # Few indexes: an import writes 250,000 rows, and almost none has an organisatie.
        indexes = [
            models.Index(fields=["zoek", "id"], name="leerbedrijf_bladeren"),
            models.Index(
                fields=["organisatie"],
                condition=Q(organisatie__isnull=False),
                name="leerbedrijf_van_organisatie",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["leerbedrijf_id"],
                name="een_leerbedrijf_per_id",
                violation_error_message="Dit leerbedrijf-ID staat er al.",
            ),
            models.CheckConstraint(
                condition=Q(leerbedrijf_id__regex=r"^[1-9][0-9]{8}$"), name="leerbedrijf_id_vorm"
            ),
        ]

    def __str__(self):
        return f"{self.naam}, {self.plaats}" if self.plaats else self.naam

    def uitvoerbaarheid(self, crebo, codes):
        """Per code "ja", "nee" of "onbekend": of dit werkproces hier geleerd kan worden."""
        bekend = dict(
            Uitvoerbaar.objects.filter(
                erkenning__leerbedrijf=self, erkenning__crebo=crebo
            ).values_list("code", "uitvoerbaar")
        )
        return {
            code: {True: "ja", False: "nee", None: "onbekend"}[bekend.get(code)] for code in codes
        }


class Erkenning(models.Model):
    """SBB's erkenning van een leerbedrijf voor een kwalificatie [WEB 1.5.3].

    Er is geen harde einddatum: SBB beoordeelt opnieuw en kan intrekken.
    """

    leerbedrijf = models.ForeignKey(  # the unique constraint below is its index
        "trajecten.Leerbedrijf", models.PROTECT, related_name="erkenningen", db_index=False
    )
    crebo = models.CharField(max_length=5, validators=[crebo_vorm])
    laatst_beoordeeld = models.DateField(null=True, blank=True)
    volgende_beoordeling = models.DateField(null=True, blank=True)
    ingetrokken_op = models.DateField(null=True, blank=True)
    bron = models.CharField(
        max_length=20, choices=Leerbedrijf.Bron.choices, default=Leerbedrijf.Bron.HANDMATIG
    )

    class Meta:
        ordering = ["crebo"]
        verbose_name_plural = "erkenningen"
        constraints = [
            models.UniqueConstraint(
                fields=["leerbedrijf", "crebo"], name="een_erkenning_per_crebo"
            ),
        ]

    def __str__(self):
        return f"{self.leerbedrijf}: {self.crebo}"


class Uitvoerbaar(models.Model):
    """Of een werkproces bij dit leerbedrijf geleerd kan worden; geen rij is "onbekend"."""

    erkenning = models.ForeignKey(  # the unique constraint below is its index
        "trajecten.Erkenning", models.CASCADE, related_name="uitvoerbaar", db_index=False
    )
    code = models.CharField(max_length=20)
    uitvoerbaar = models.BooleanField()

    class Meta:
        ordering = ["code"]
        verbose_name_plural = "uitvoerbaar"
        constraints = [
            models.UniqueConstraint(fields=["erkenning", "code"], name="een_oordeel_per_code"),
        ]

    def __str__(self):
        return f"{self.code}: {'ja' if self.uitvoerbaar else 'nee'}"


class Erkenningcontrole(models.Model):
    """Vastgelegd dat iemand op een dag bij SBB keek of een leerbedrijf erkend was; een feit."""

    class Uitkomst(models.TextChoices):
        GEVERIFIEERD = "geverifieerd", "Erkend"
        AFGEWEZEN = "afgewezen", "Niet erkend"
        AANGEVRAAGD = "aangevraagd", "Erkenning aangevraagd"

    leerbedrijf = models.ForeignKey(
        "trajecten.Leerbedrijf", models.PROTECT, related_name="erkenningcontroles"
    )
    crebo = models.CharField(max_length=5, validators=[crebo_vorm])
    uitkomst = models.CharField(max_length=20, choices=Uitkomst.choices)
    gecontroleerd_op = models.DateField()
    door = models.ForeignKey("trajecten.Lidmaatschap", models.PROTECT, related_name="+")
    toelichting = models.CharField(max_length=500, blank=True)
    vastgelegd_op = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["gecontroleerd_op", "pk"]
        verbose_name_plural = "erkenningcontroles"
        indexes = [models.Index(fields=["leerbedrijf", "crebo"], name="controle_per_crebo")]

    def __str__(self):
        return f"{self.leerbedrijf}: {self.crebo} {self.get_uitkomst_display()}"
