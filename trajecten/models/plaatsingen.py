"""The place to learn: plaatsing, who guides, and the praktijkleerplan."""

from datetime import timedelta

from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q, Subquery
from django.urls import reverse
from django.utils import timezone

from .feiten import Feit
from .leden import Rol
from .statussen import VOOR_OVEREENKOMST
from .trajecten import Traject


class PlaatsingQuerySet(models.QuerySet):
    def zichtbaar_voor(self, lid):
        """Praktijkopleider: eigen plaatsingen vanaf de overeenkomst, tot vier weken na het einde of
        zolang een oordeel gevraagd is. Leerbedrijf: alleen wat bij het eigen bedrijf was.
        """
        if lid.rol == Rol.PRAKTIJKOPLEIDER:
            vandaag = timezone.localdate()
            eigen = Begeleiding.objects.filter(
                plaatsing=OuterRef("pk"), lid=lid.pk, van__lte=vandaag
            )
            eigen = eigen.filter(Q(tot=None) | Q(tot__gte=vandaag))
            gevraagd = ("eindbeoordeling", "schooloordeel", "verklaring_ter_ondertekening")
            grens = vandaag - timedelta(weeks=4)
            verbeteringen = Traject._meta.get_field("verbeteringen").related_model.objects.lopend()
            te_tekenen = verbeteringen.filter(status="verklaring_ter_ondertekening")
            return (
                self.filter(Exists(eigen))
                .vanaf_overeenkomst()
                .filter(
                    Q(eind=None) & Q(beeindigd_op=None)
                    | Q(eind__gte=grens) & (Q(beeindigd_op=None) | Q(beeindigd_op__gte=grens))
                    | Q(traject__status__in=gevraagd)
                    | Q(traject__in=te_tekenen.values("traject"))
                )
            )
        if lid.rol == Rol.LEERBEDRIJFBEHEERDER:
            return self.filter(leerbedrijf=lid.leerbedrijf_id).vanaf_overeenkomst()
        return self.filter(traject__in=Traject.objects.zichtbaar_voor(lid))

    def vanaf_overeenkomst(self):
        """Zonder een match die niet doorging of nog geen overeenkomst heeft."""
        nog_zoekend = Q(traject__status__in=VOOR_OVEREENKOMST, beeindigd_op=None)
        return self.filter(vervallen_op=None).exclude(nog_zoekend)

    def geldig(self):
        """Plaatsingen die tot stand kwamen, ook als ze inmiddels beëindigd zijn."""
        return self.filter(vervallen_op=None)

    def lopend(self):
        return self.filter(vervallen_op=None, beeindigd_op=None)

    def with_planregels(self):
        """Met het geldige plan, zijn aftekeningen en eindoordelen, in een vast aantal vragen."""
        planregels = Planregel.objects.geldig().with_aftekeningen()
        return self.prefetch_related(
            Prefetch("planregels", planregels.prefetch_related("eindoordelen__door__gebruiker"))
        )

    def met_ja(self):
        """Plaatsingen waar ten minste één werkproces het eindoordeel `ja` heeft: één blad elk."""
        bevestigd = Planregel.objects.geldig().with_oordeel().filter(oordeel_nu="ja")
        return self.geldig().filter(Exists(bevestigd.filter(plaatsing=OuterRef("pk"))))


class Plaatsing(models.Model):
    """Kandidaat bij een leerbedrijf, met praktijkopleiders, voor een periode, onder één
    praktijkovereenkomst.
    """

    traject = models.ForeignKey("trajecten.Traject", models.PROTECT, related_name="plaatsingen")
    leerbedrijf = models.ForeignKey(
        "trajecten.Leerbedrijf", models.PROTECT, related_name="plaatsingen"
    )
    begin = models.DateField(null=True, blank=True)
    eind = models.DateField(null=True, blank=True)
    uren_per_week = models.PositiveSmallIntegerField(null=True, blank=True)
    uren_totaal = models.PositiveSmallIntegerField(null=True, blank=True)
    vervallen_op = models.DateTimeField(null=True, blank=True)  # the match did not come about
    beeindigd_op = models.DateField(null=True, blank=True)  # ended early (herplaatsing, gestopt)

    objects = PlaatsingQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "plaatsingen"
        constraints = [
            models.CheckConstraint(
                name="plaatsing_eindigt_na_begin",
                condition=Q(begin=None) | Q(eind=None) | Q(eind__gte=F("begin")),
            ),
            models.UniqueConstraint(
                fields=["traject"],
                name="een_lopende_plaatsing_per_traject",
                condition=Q(vervallen_op=None, beeindigd_op=None),
            ),
        ]

    @property
    def praktijkopleider(self):
        """Het lid dat nu begeleidt; bij meer dan een wie het laatst begon; None zonder."""
        vandaag = timezone.localdate()
        lopend = self.begeleidingen.filter(van__lte=vandaag).exclude(tot__lt=vandaag)
        begeleiding = lopend.select_related("lid__gebruiker").last()
        return begeleiding and begeleiding.lid

    def heeft_praktijkopleider(self, lid, op=None) -> bool:
        op = op or timezone.localdate()
        return (
            self.begeleidingen.filter(lid=lid, van__lte=op)
            .filter(Q(tot=None) | Q(tot__gte=op))
            .exists()
        )


class Begeleiding(models.Model):
    """Wie de kandidaat op deze plaatsing begeleidt, van wanneer tot wanneer."""

    plaatsing = models.ForeignKey(
        "trajecten.Plaatsing", models.PROTECT, related_name="begeleidingen"
    )
    lid = models.ForeignKey("trajecten.Lidmaatschap", models.PROTECT, related_name="begeleidingen")
    van = models.DateField(default=timezone.localdate)
    tot = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["van", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plaatsing", "lid"],
                condition=Q(tot=None),
                name="een_lopende_begeleiding_per_lid",
            ),
            models.CheckConstraint(
                name="begeleiding_eindigt_na_begin", condition=Q(tot=None) | Q(tot__gte=F("van"))
            ),
        ]


class Planbevestiging(Feit):
    """Een waarschuwing bij het plan die iemand op eigen naam bevestigde."""

    plaatsing = models.ForeignKey(
        "trajecten.Plaatsing", models.PROTECT, related_name="planbevestigingen"
    )
    sleutel = models.CharField(max_length=60)
    tekst = models.CharField(max_length=500)

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "planbevestigingen"
        constraints = [
            models.UniqueConstraint(
                fields=["plaatsing", "sleutel", "tekst"], name="een_bevestiging_per_waarschuwing"
            )
        ]


class PlanregelQuerySet(models.QuerySet):
    def zichtbaar_voor(self, lid):
        """Planregels van plaatsingen die dit lid ziet; andere bestaan niet voor dit lid."""
        return self.filter(plaatsing__in=Plaatsing.objects.zichtbaar_voor(lid))

    def geldig(self):
        return self.filter(vervallen_op=None, plaatsing__vervallen_op=None)

    def with_niveau(self):
        """Met `niveau_nu`: het laatste niet ingetrokken niveau; None als er nog geen is."""
        aftekeningen = self.model._meta.get_field("aftekeningen").related_model.objects.geldig()
        laatste = aftekeningen.filter(planregel=OuterRef("pk")).order_by("-volgnummer")
        return self.annotate(niveau_nu=Subquery(laatste.values("niveau")[:1]))

    def with_aftekeningen(self):
        """Met alle aftekeningen en wie ze gaf, oudste eerst, in een vast aantal vragen."""
        aftekeningen = self.model._meta.get_field("aftekeningen").related_model.objects
        met_wie = aftekeningen.select_related(
            "intrekking__door__gebruiker",
            "intrekking__namens__gebruiker",
            "door__gebruiker",
            "namens__gebruiker",
        ).order_by("volgnummer")
        return self.select_related("werkproces").prefetch_related(Prefetch("aftekeningen", met_wie))

    def with_oordeel(self):
        """Met `oordeel_nu`: het laatste eindoordeel; None als er nog geen is."""
        eindoordelen = self.model._meta.get_field("eindoordelen").related_model.objects
        laatste = eindoordelen.filter(planregel=OuterRef("pk")).order_by("-volgnummer")
        return self.annotate(oordeel_nu=Subquery(laatste.values("oordeel")[:1]))


class Planregel(models.Model):
    """Een werkproces in het praktijkleerplan, met codes en titels zoals ze bij de overeenkomst
    waren.

    Het komt uit het dossier, of op de route naar een mbo-certificaat uit dat certificaat.
    """

    traject = models.ForeignKey("trajecten.Traject", models.PROTECT, related_name="planregels")
    plaatsing = models.ForeignKey("trajecten.Plaatsing", models.PROTECT, related_name="planregels")
    werkproces = models.ForeignKey(
        "trajecten.Werkproces", models.PROTECT, related_name="+", null=True, blank=True
    )
    certificaatwerkproces = models.ForeignKey(
        "trajecten.Certificaatwerkproces", models.PROTECT, related_name="+", null=True, blank=True
    )
    volgorde = models.PositiveSmallIntegerField()
    extra = models.BooleanField(default=False)  # of another kwalificatie than the enrolled one
    crebo = models.CharField(max_length=5)
    kwalificatie_naam = models.CharField(max_length=200)
    kerntaak_code = models.CharField(max_length=12)
    kerntaak_titel = models.CharField(max_length=300)
    code = models.CharField(max_length=12)
    titel = models.CharField(max_length=300)
    vervallen_op = models.DateTimeField(null=True, blank=True)
    vervallen_reden = models.CharField(max_length=300, blank=True)

    oordeel_nu: str | None  # of with_oordeel()

    objects = PlanregelQuerySet.as_manager()

    class Meta:
        ordering = ["plaatsing", "volgorde", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plaatsing", "werkproces"],
                name="een_planregel_per_werkproces",
                condition=Q(vervallen_op=None),
            ),
            models.UniqueConstraint(
                fields=["plaatsing", "certificaatwerkproces"],
                name="een_planregel_per_certificaatwerkproces",
                condition=Q(vervallen_op=None),
            ),
            models.CheckConstraint(
                name="planregel_uit_dossier_of_certificaat",
                condition=Q(werkproces__isnull=False, certificaatwerkproces=None)
                | Q(werkproces=None, certificaatwerkproces__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.code} {self.titel}"

    def get_absolute_url(self):
        return reverse("trajecten:aftekenen", args=[self.pk])

    @property
    def proces(self):
        """Het werkproces waar deze regel uit komt: van het dossier of van het certificaat."""
        return self.werkproces or self.certificaatwerkproces

    @property
    def uitleg(self) -> str:
        """De gewone zin van het portaal; zonder die zin de titel uit het dossier."""
        return self.werkproces and self.werkproces.eigen_uitleg or self.titel

    @property
    def laatste_aftekening(self):
        """De laatste aftekening, ook als die is ingetrokken; None als er geen is."""
        return _laatste(self.aftekeningen)

    @property
    def stand(self):
        """De laatste aftekening die niet is ingetrokken, of None."""
        geldig = [rij for rij in self.aftekeningen.all() if not rij.is_ingetrokken]
        return geldig[-1] if geldig else None

    @property
    def laatste_eindoordeel(self):
        return _laatste(self.eindoordelen)

    @property
    def laatste_zelfbeoordeling(self):
        return _laatste(self.zelfbeoordelingen)

    @property
    def is_afgetekend(self) -> bool:
        return bool(self.stand and self.stand.is_afgetekend)

    @property
    def is_open(self) -> bool:
        """Of er nog op dit werkproces geoefend en afgetekend wordt."""
        return not self.vervallen_op and not (
            self.stand and (self.stand.is_afgetekend or self.stand.kan_hier_niet)
        )


def _laatste(feiten):
    """The last of the prefetched rows; `.last()` would ask the database again."""
    rijen = list(feiten.all())
    return rijen[-1] if rijen else None
