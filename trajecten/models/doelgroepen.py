"""Doelgroepen of the law: for the referring party alone, and off until it is switched on.

Several of these point to health. So they stand in a table of their own, and never on a page, print
or list for a praktijkopleider, leerbedrijf, school or other partner.
"""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from .feiten import Feit
from .leden import Rol
from .trajecten import Traject

# Who may keep doelgroepen, after switching it on: who refers people, and pays.
DOELGROEPHOUDERS = ("gemeente", "uwv", "sociaal_werkbedrijf")


class DoelgroepgebruikQuerySet(models.QuerySet):
    def nu(self):
        """Per organisatie het laatste besluit: dat geldt."""
        nieuwer = self.model._default_manager.filter(
            organisatie=OuterRef("organisatie"), volgnummer__gt=OuterRef("volgnummer")
        )
        return self.filter(~Exists(nieuwer))

    def zichtbaar_voor(self, lid):
        return self.filter(organisatie=lid.organisatie_id)


class Doelgroepgebruik(Feit):
    """Een organisatie besluit doelgroepen vast te leggen, of dat niet meer te doen.

    Zonder rij staat het uit. `grondslag` zegt in woorden wat de DPIA als grond noemt.
    """

    organisatie = models.ForeignKey(
        "trajecten.Organisatie", models.PROTECT, related_name="doelgroepgebruik"
    )
    volgnummer = models.PositiveSmallIntegerField()
    aan = models.BooleanField()
    grondslag = models.CharField(max_length=500, blank=True)

    objects = DoelgroepgebruikQuerySet.as_manager()

    class Meta:
        ordering = ["organisatie", "volgnummer"]
        verbose_name_plural = "doelgroepgebruik"
        constraints = [
            models.UniqueConstraint(
                fields=["organisatie", "volgnummer"], name="een_doelgroepgebruik_per_volgnummer"
            ),
            models.CheckConstraint(
                name="doelgroepgebruik_aan_met_grondslag",
                condition=Q(aan=False) | ~Q(grondslag=""),
            ),
        ]

    def __str__(self):
        return "aan" if self.aan else "uit"


class DoelgroepQuerySet(models.QuerySet):
    def van_organisatie(self, organisatie_id):
        """Van wie deze organisatie aanmeldde, zolang zij het vastleggen aan heeft staan."""
        gebruik = Doelgroepgebruik.objects.nu().filter(
            aan=True,
            organisatie=OuterRef("traject__aanmelding__verwijzer"),
            organisatie__soort__in=DOELGROEPHOUDERS,
        )
        return self.filter(Exists(gebruik), traject__aanmelding__verwijzer=organisatie_id)

    def zichtbaar_voor(self, lid):
        """Alleen wie bij de organisatie werkt die aanmeldde; voor ieder ander is er niets."""
        if lid.rol not in (Rol.KLANTMANAGER, Rol.JOBCOACH):
            return self.none()
        trajecten = Traject.objects.zichtbaar_voor(lid)
        return self.van_organisatie(lid.organisatie_id).filter(traject__in=trajecten)

    def nu(self):
        """Per traject wat het laatst is opgeschreven."""
        nieuwer = self.model._default_manager.filter(
            traject=OuterRef("traject"), volgnummer__gt=OuterRef("volgnummer")
        )
        return self.filter(~Exists(nieuwer))

    def hoofd(self):
        """Eén per traject: voor optellen."""
        return self.filter(hoofd=True)


class Doelgroep(Feit):
    """Een doelgroep van de wet waar de kandidaat bij dit traject bij hoort.

    Eén keer opschrijven is één volgnummer met een of meer rijen, waarvan één de hoofddoelgroep.
    """

    class Soort(models.TextChoices):
        PARTICIPATIEWET = "participatiewet", "Participatiewet-uitkering"
        IOAW_IOAZ = "ioaw_ioaz", "IOAW of IOAZ"
        NIET_UITKERINGSGERECHTIGD = "niet_uitkeringsgerechtigd", "Niet-uitkeringsgerechtigd"
        WW = "ww", "WW"
        WIA_WAJONG = "wia_wajong", "WIA of Wajong"
        BANENAFSPRAAK = "banenafspraak", "Banenafspraak (doelgroepregister)"
        BESCHUT_WERK = "beschut_werk", "Beschut werk"
        WSW = "wsw", "Wsw"
        STATUSHOUDER = "statushouder", "Statushouder of inburgeraar"
        OEKRAINE = "oekraine", "Oekraïense ontheemde"
        WERKEND_ZONDER = "werkend_zonder", "Werkend zonder startkwalificatie"
        JONGERE_ZONDER = "jongere_zonder", "Jonger dan 27 zonder startkwalificatie"
        PRO_VSO = "pro_vso", "Verliet pro of vso"

    MET_UITKERING = (Soort.PARTICIPATIEWET, Soort.IOAW_IOAZ, Soort.WW, Soort.WIA_WAJONG)

    traject = models.ForeignKey("trajecten.Traject", models.PROTECT, related_name="doelgroepen")
    volgnummer = models.PositiveSmallIntegerField()
    soort = models.CharField(max_length=26, choices=Soort.choices)
    hoofd = models.BooleanField(default=False)

    objects = DoelgroepQuerySet.as_manager()

    class Meta:
        ordering = ["traject", "volgnummer", "-hoofd", "pk"]
        verbose_name_plural = "doelgroepen"
        constraints = [
            models.UniqueConstraint(
                fields=["traject", "volgnummer", "soort"], name="een_doelgroep_per_soort"
            ),
            models.UniqueConstraint(
                fields=["traject", "volgnummer"],
                condition=Q(hoofd=True),
                name="een_hoofddoelgroep_per_keer",
            ),
        ]

    def __str__(self):
        return self.get_soort_display()

    @property
    def met_uitkering(self) -> bool:
        """Of deze doelgroep een uitkering heeft: de noemer van "uit de uitkering"."""
        return self.soort in self.MET_UITKERING
