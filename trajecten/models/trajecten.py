"""The traject: its route, its status and the steps it took."""

from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from .. import namen
from .leden import Rol


class Route(models.TextChoices):
    PRAKTIJKVERKLARING = "praktijkverklaring", "praktijkverklaring"
    CERTIFICAAT = "certificaat", "mbo-certificaat"
    DIPLOMA = "diploma", "diploma"


class Leerweg(models.TextChoices):
    BOL = "bol", "bol"
    BBL = "bbl", "bbl"
    DERDE_LEERWEG = "derde_leerweg", "derde leerweg"


class Status(models.TextChoices):
    """Wie aan de beurt is. Eigen ontwerp."""

    AANGEMELD = "aangemeld", "aangemeld"
    INTAKE = "intake", "intake"
    MATCH = "match", "leerbedrijf zoeken"
    PLAN = "plan", "praktijkleerplan"
    POK_TER_ONDERTEKENING = "pok_ter_ondertekening", "overeenkomst tekenen"
    ACTIEF = "actief", "leert op het werk"
    ONDERBROKEN = "onderbroken", "onderbroken"
    EINDBEOORDELING = "eindbeoordeling", "eindbeoordeling"
    SCHOOLOORDEEL = "schooloordeel", "oordeel van de school"
    VERKLARING_TER_ONDERTEKENING = "verklaring_ter_ondertekening", "verklaring tekenen"
    BIJ_EXAMENCOMMISSIE = "bij_examencommissie", "bij de examencommissie"
    UITGEREIKT = "uitgereikt", "uitgereikt"
    NAZORG = "nazorg", "nazorg"
    AFGESLOTEN = "afgesloten", "afgesloten"
    DOORGESTROOMD = "doorgestroomd", "doorgestroomd"
    NIET_GESTART = "niet_gestart", "niet gestart"
    GESTOPT = "gestopt", "gestopt"


VOOR_START = (
    Status.AANGEMELD,
    Status.INTAKE,
    Status.MATCH,
    Status.PLAN,
    Status.POK_TER_ONDERTEKENING,
)
# The leerbedrijf hears who comes when the overeenkomst is drawn up, not while the school looks.
VOOR_OVEREENKOMST = (Status.AANGEMELD, Status.INTAKE, Status.MATCH, Status.PLAN)
LOPEND = (
    Status.ACTIEF, Status.ONDERBROKEN, Status.EINDBEOORDELING, Status.SCHOOLOORDEEL,
    Status.VERKLARING_TER_ONDERTEKENING, Status.BIJ_EXAMENCOMMISSIE,
)  # fmt: skip
GEEINDIGD = (Status.NIET_GESTART, Status.GESTOPT, Status.DOORGESTROOMD, Status.AFGESLOTEN)

# What is not listed is illegal. Read by rules only.
OVERGANGEN = {
    Status.AANGEMELD: {Status.INTAKE, Status.NIET_GESTART},
    Status.INTAKE: {Status.MATCH, Status.ACTIEF, Status.NIET_GESTART},
    Status.MATCH: {Status.PLAN, Status.INTAKE, Status.NIET_GESTART, Status.GESTOPT},
    Status.PLAN: {Status.POK_TER_ONDERTEKENING, Status.MATCH, Status.NIET_GESTART, Status.GESTOPT},
    Status.POK_TER_ONDERTEKENING: {Status.ACTIEF, Status.PLAN, Status.NIET_GESTART, Status.GESTOPT},
    Status.ACTIEF: {
        Status.ONDERBROKEN, Status.MATCH, Status.EINDBEOORDELING, Status.GESTOPT,
        Status.DOORGESTROOMD,
    },
    Status.ONDERBROKEN: {Status.ACTIEF, Status.MATCH, Status.EINDBEOORDELING, Status.GESTOPT},
    Status.EINDBEOORDELING: {Status.SCHOOLOORDEEL, Status.ACTIEF, Status.GESTOPT},
    Status.SCHOOLOORDEEL: {
        Status.VERKLARING_TER_ONDERTEKENING, Status.BIJ_EXAMENCOMMISSIE, Status.EINDBEOORDELING,
        Status.ACTIEF, Status.GESTOPT,
    },
    Status.VERKLARING_TER_ONDERTEKENING: {
        Status.BIJ_EXAMENCOMMISSIE, Status.SCHOOLOORDEEL, Status.GESTOPT,
    },
    Status.BIJ_EXAMENCOMMISSIE: {
        Status.UITGEREIKT, Status.SCHOOLOORDEEL, Status.ACTIEF, Status.GESTOPT,
    },
    Status.UITGEREIKT: {Status.NAZORG},
    Status.NAZORG: {Status.AFGESLOTEN},
    Status.GESTOPT: {Status.EINDBEOORDELING, Status.NAZORG, Status.AFGESLOTEN},  # + where it was
    Status.NIET_GESTART: set(),  # only back to the previous status
    Status.DOORGESTROOMD: set(),
    Status.AFGESLOTEN: set(),
}  # fmt: skip


class TrajectQuerySet(models.QuerySet):
    def _plaatsingen(self):
        return self.model._meta.get_field("plaatsingen").related_model.objects

    def _vrijstellingsverzoeken(self):
        verzoeken = self.model._meta.get_field("vrijstellingsverzoeken").related_model.objects
        return verzoeken.filter(Q(bewijzen__isnull=False) | Q(besluit__isnull=False))

    def zichtbaar_voor(self, lid):
        """De trajecten waarin dit lid een rol heeft; andere bestaan niet voor dit lid."""
        match lid.rol:
            case Rol.KANDIDAAT:
                return self.filter(kandidaat=lid.kandidaat_id)
            case Rol.PRAKTIJKOPLEIDER | Rol.LEERBEDRIJFBEHEERDER:
                plaatsingen = self._plaatsingen().zichtbaar_voor(lid)
                return self.filter(Exists(plaatsingen.filter(traject=OuterRef("pk"))))
            case Rol.COORDINATOR:
                return self.filter(instelling=lid.organisatie_id)
            case Rol.EXAMENCOMMISSIE:
                aangeboden = Statusovergang.objects.filter(
                    traject=OuterRef("pk"), naar=Status.BIJ_EXAMENCOMMISSIE
                )
                gevraagd = self._vrijstellingsverzoeken().filter(traject=OuterRef("pk"))
                return self.filter(
                    Exists(aangeboden) | Exists(gevraagd), instelling=lid.organisatie_id
                )
        return self.none()

    def met_examens(self):
        """Lopende trajecten naar een certificaat of diploma: daar horen examens bij."""
        return self.filter(route__in=(Route.CERTIFICAAT, Route.DIPLOMA), status__in=LOPEND)

    def with_voortgang(self):
        """Met `aantal_werkprocessen` en `aantal_afgetekend`; subqueries, dus niets vooraf
        gegroepeerd.
        """
        planregels = self.model._meta.get_field("planregels").related_model.objects.geldig()
        planregels = planregels.filter(traject=OuterRef("pk"))
        afgetekend = planregels.with_niveau().filter(niveau_nu="zelfstandig")
        return self.annotate(
            aantal_werkprocessen=_aantal(planregels), aantal_afgetekend=_aantal(afgetekend)
        )

    def zoeken(self, tekst: str):
        """Elk woord staat in de naam van de kandidaat; een woord met een cijfer in het nummer."""
        gevonden = self
        for woord in namen.zoekvorm(tekst).split():
            if any(teken.isdigit() for teken in woord):
                gevonden = gevonden.filter(nummer__icontains=woord)
            else:
                gevonden = gevonden.filter(kandidaat__zoek__contains=woord)
        return gevonden

    def kwalificaties(self):
        """De kwalificaties waarin deze trajecten zijn, op naam."""
        kwalificaties = self.model._meta.get_field("kwalificatie").related_model.objects
        return kwalificaties.filter(Exists(self.filter(kwalificatie=OuterRef("pk"))))

    def bladzijde(self, voor=None, aantal=50):
        """Hooguit `aantal` trajecten ouder dan `voor`, nieuwste eerst, en of er meer zijn."""
        rijen = self.order_by("-pk")
        if voor:
            rijen = rijen.filter(pk__lt=voor)
        gelezen = list(rijen[: aantal + 1])
        return gelezen[:aantal], len(gelezen) > aantal


def _aantal(rijen):
    """The number of rows of a correlated queryset, as one value."""
    geteld = rijen.order_by().values("traject").annotate(aantal=Count("pk")).values("aantal")
    return Coalesce(Subquery(geteld), 0)


class Traject(models.Model):
    """Eén route van één kandidaat bij één instelling naar één kwalificatie of certificaat."""

    Status = Status

    nummer = models.CharField(max_length=20, unique=True)
    kandidaat = models.ForeignKey("trajecten.Kandidaat", models.PROTECT, related_name="trajecten")
    instelling = models.ForeignKey(
        "trajecten.Organisatie", models.PROTECT, related_name="trajecten"
    )
    coordinator = models.ForeignKey(
        "trajecten.Lidmaatschap", models.PROTECT, related_name="+", null=True, blank=True
    )
    route = models.CharField(max_length=20, choices=Route.choices, blank=True)
    leerweg = models.CharField(max_length=15, choices=Leerweg.choices, blank=True)
    kwalificatie = models.ForeignKey(
        "trajecten.Kwalificatie", models.PROTECT, related_name="trajecten", null=True, blank=True
    )
    certificaat = models.ForeignKey(
        "trajecten.Certificaat", models.PROTECT, related_name="trajecten", null=True, blank=True
    )
    vervolg_op = models.ForeignKey(
        "self", models.PROTECT, related_name="vervolgen", null=True, blank=True
    )
    naast_traject = models.ForeignKey(
        "self", models.PROTECT, related_name="+", null=True, blank=True
    )
    # Made by the form that takes over a running traject: a replay is harmless.
    overname_sleutel = models.UUIDField(null=True, blank=True, unique=True)
    status = models.CharField(max_length=30, choices=Status.choices, default=Status.AANGEMELD)
    status_sinds = models.DateTimeField(default=timezone.now)
    versie = models.PositiveIntegerField(default=1)
    aangemaakt_op = models.DateTimeField(default=timezone.now, editable=False)

    objects = TrajectQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name_plural = "trajecten"
        indexes = [
            models.Index(fields=["instelling", "status", "-id"], name="traject_per_status"),
            models.Index(fields=["instelling", "-id"], name="traject_per_instelling"),
        ]
        constraints = [
            models.CheckConstraint(
                name="traject_status_bestaat", condition=Q(status__in=Status.values)
            ),
            models.CheckConstraint(
                name="gestart_traject_heeft_route",
                condition=Q(status__in=["aangemeld", "intake", "niet_gestart"]) | ~Q(route=""),
            ),
        ]

    def __str__(self):
        return self.nummer

    def get_absolute_url(self):
        return reverse("trajecten:detail", args=[self.pk])

    @property
    def begin_of_eind(self) -> str:
        """Nog niet begonnen, begonnen of geëindigd: alles wat sommige verwijzers mogen weten."""
        if self.status in VOOR_START:
            return "nog niet begonnen"
        return "begonnen" if self.status in LOPEND else "geëindigd"

    @property
    def leertraject(self) -> str:
        """Afgeleide DUO-code: BOL, BBL, OVO (derde leerweg, diploma) of ODT (derde leerweg, zonder
        diploma).
        """
        if self.leerweg != Leerweg.DERDE_LEERWEG:
            return self.leerweg.upper()
        return "OVO" if self.route == Route.DIPLOMA else "ODT"

    @property
    def intake(self):
        """De laatste intake, of None."""
        return self.intakes.order_by("volgnummer").last()

    @property
    def was_actief(self) -> bool:
        return self.overgangen.filter(naar=Status.ACTIEF).exists()


class Statusovergang(models.Model):
    """Eén stap van een traject; rijen worden alleen toegevoegd."""

    traject = models.ForeignKey("trajecten.Traject", models.PROTECT, related_name="overgangen")
    van = models.CharField(max_length=30, choices=Status.choices, blank=True)  # empty: the start
    naar = models.CharField(max_length=30, choices=Status.choices)
    op = models.DateTimeField(default=timezone.now)
    door = models.ForeignKey(
        "trajecten.Lidmaatschap", models.PROTECT, related_name="+", null=True, blank=True
    )
    rol = models.CharField(max_length=24, blank=True)
    reden_code = models.CharField(max_length=40, blank=True)
    toelichting = models.CharField(max_length=500, blank=True)
    verwacht_op = models.DateField(null=True, blank=True)  # expected return from onderbroken
    herstelt = models.OneToOneField(
        "self", models.PROTECT, related_name="hersteld_door", null=True, blank=True
    )  # the mistaken stop this one undoes

    class Meta:
        ordering = ["op", "pk"]
        indexes = [models.Index(fields=["traject", "naar"], name="overgang_per_traject")]
