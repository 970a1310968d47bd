"""The traject: its route, its status and the steps it took."""

from datetime import date

from django.db import models
from django.db.models import Case, Count, DateField, Exists, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Least, TruncDate
from django.urls import reverse
from django.utils import timezone

from .. import namen
from .kandidaten import ALLEEN_BEGIN_EN_EIND
from .leden import Rol
from .statussen import LOPEND, NA_HET_EINDE, VOOR_START, Leerweg, Route, Status


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
            case Rol.JOBCOACH:
                jobcoachings = self.model._meta.get_field("jobcoachings").related_model.objects
                eigen = jobcoachings.geldig().filter(traject=OuterRef("pk"), lid=lid.pk)
                return self.filter(Exists(eigen))
            case Rol.KLANTMANAGER:
                eigen = self.filter(aanmelding__verwijzer=lid.organisatie_id)
                return eigen.exclude(aanmelding__verwijzer__soort__in=ALLEEN_BEGIN_EN_EIND)
        return self.none()

    def bij_document(self, *statussen):
        """De trajecten waarvan de documenten op een van deze stappen zijn, met `document_sinds`.

        Loopt er een verbetering, dan telt haar stap, en anders die van het traject zelf.
        """
        lopend = self.model._meta.get_field("verbeteringen").related_model.objects.lopend()
        hier = lopend.filter(status__in=statussen).values("traject")
        sinds = lopend.filter(traject=OuterRef("pk")).values("status_sinds")
        gewoon = Q(status__in=statussen) & ~Q(pk__in=lopend.values("traject"))
        return self.filter(Q(pk__in=hier) | gewoon).annotate(
            document_sinds=Coalesce(Subquery(sinds[:1]), F("status_sinds"))
        )

    def met_examens(self):
        """Lopende trajecten naar een certificaat of diploma: daar horen examens bij."""
        return self.filter(route__in=(Route.CERTIFICAAT, Route.DIPLOMA), status__in=LOPEND)

    def met_resultaten(self):
        """Waar examens bij horen, of waar al een resultaat van vastligt; van de start af."""
        resultaten = self.model._meta.get_field("resultaten").related_model.objects
        examens = Q(route__in=(Route.CERTIFICAAT, Route.DIPLOMA))
        vastgelegd = Exists(resultaten.filter(traject=OuterRef("pk")))
        return self.filter(examens | vastgelegd).exclude(
            status__in=(*VOOR_START, Status.NIET_GESTART)
        )

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

    def with_einde(self):
        """Met `einde`: de laatste dag van het leren; None zolang het traject loopt.

        De laatste dag bij het leerbedrijf, en zonder of vóór die dag die van uitreiken of stoppen.
        """
        laatste = self._plaatsingen().geldig().filter(traject=OuterRef("pk")).order_by("-pk")
        laatste = laatste.values(dag=Coalesce("beeindigd_op", "eind"))
        klaar = Statusovergang.objects.filter(
            traject=OuterRef("pk"), naar__in=(Status.UITGEREIKT, Status.GESTOPT)
        ).order_by("-op", "-pk")
        dag = {
            "leerdag": Subquery(laatste[:1], output_field=DateField()),
            "klaardag": Subquery(klaar.values(dag=TruncDate("op"))[:1], output_field=DateField()),
        }
        einde = Least(Coalesce("leerdag", "klaardag"), "klaardag")
        na_het_einde = When(klaardag__isnull=False, status__in=NA_HET_EINDE, then=einde)
        leeg = Value(None, output_field=DateField())
        return self.alias(**dag).annotate(einde=Case(na_het_einde, default=leeg))

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

    stand_verbetering: str | None  # of with_stand()
    einde: date | None  # of with_einde()

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
