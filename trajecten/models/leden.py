"""People with an account: gebruikers, their lidmaatschappen and invitations."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils import timezone

from .. import namen


class GebruikerManager(BaseUserManager):
    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)


class Gebruiker(AbstractBaseUser):
    """Een mens met een account. Geen wachtwoorden; e-mail mag leeg blijven (kaart met eenmalige
    code).
    """

    password = None  # there are none: nothing to leak, guess or reset
    naam = namen.Persoonsnaamkolom()
    email = models.EmailField(unique=True, null=True, blank=True)
    telefoon = models.CharField(max_length=20, blank=True)
    is_active = models.BooleanField(default=True)
    aangemaakt_op = models.DateTimeField(default=timezone.now, editable=False)

    objects = GebruikerManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    def __str__(self):
        return self.naam

    @property
    def voornaam(self):
        return self.naam.split()[0]


class Rol(models.TextChoices):
    KANDIDAAT = "kandidaat", "kandidaat"
    PRAKTIJKOPLEIDER = "praktijkopleider", "praktijkopleider"
    LEERBEDRIJFBEHEERDER = "leerbedrijfbeheerder", "beheerder van het leerbedrijf"
    COORDINATOR = "mbo_coordinator", "mbo-coördinator"
    EXAMENCOMMISSIE = "examencommissie", "examencommissie"
    JOBCOACH = "jobcoach", "jobcoach"
    KLANTMANAGER = "klantmanager", "klantmanager"
    BELEID = "beleid", "beleidsmedewerker"
    AANMELDPUNT = "aanmeldpunt", "aanmeldpunt"
    BEHEER = "beheer", "beheer"


BIJ_LEERBEDRIJF = (Rol.PRAKTIJKOPLEIDER, Rol.LEERBEDRIJFBEHEERDER)
BIJ_ORGANISATIE = (
    Rol.COORDINATOR, Rol.EXAMENCOMMISSIE, Rol.JOBCOACH, Rol.KLANTMANAGER, Rol.BELEID,
    Rol.AANMELDPUNT, Rol.BEHEER,
)  # fmt: skip


PLEK_KANDIDAAT = Q(kandidaat__isnull=False, organisatie=None, leerbedrijf=None)
PLEK_LEERBEDRIJF = Q(leerbedrijf__isnull=False, organisatie=None, kandidaat=None)
PLEK_ORGANISATIE = Q(organisatie__isnull=False, leerbedrijf=None, kandidaat=None)


class LidmaatschapQuerySet(models.QuerySet):
    def geldig(self, op=None):
        op = op or timezone.localdate()
        return self.filter(van__lte=op).filter(Q(tot=None) | Q(tot__gte=op))

    def coordinatoren_van(self, instelling):
        """Wie nu mbo-coördinator van deze school is en kan inloggen."""
        leden = self.geldig().filter(rol=Rol.COORDINATOR, gebruiker__is_active=True)
        return leden.filter(organisatie=instelling)

    def zichtbaar_voor(self, lid):
        """De eigen rollen, en de collega's van dezelfde organisatie of hetzelfde leerbedrijf."""
        zichtbaar = Q(gebruiker=lid.gebruiker_id)
        if lid.organisatie_id:
            zichtbaar |= Q(organisatie=lid.organisatie_id)
        elif lid.rol == Rol.LEERBEDRIJFBEHEERDER:
            zichtbaar |= Q(leerbedrijf=lid.leerbedrijf_id)
        return self.filter(zichtbaar)


class Lidmaatschap(models.Model):
    """Een account in één rol, bij één organisatie, leerbedrijf of kandidaat, voor een periode.

    Het actieve lidmaatschap bepaalt wat iemand ziet en mag.
    """

    gebruiker = models.ForeignKey(
        "trajecten.Gebruiker", models.PROTECT, related_name="lidmaatschappen"
    )
    rol = models.CharField(max_length=24, choices=Rol.choices)
    organisatie = models.ForeignKey(
        "trajecten.Organisatie", models.PROTECT, related_name="leden", null=True, blank=True
    )
    leerbedrijf = models.ForeignKey(
        "trajecten.Leerbedrijf", models.PROTECT, related_name="leden", null=True, blank=True
    )
    kandidaat = models.ForeignKey(
        "trajecten.Kandidaat", models.PROTECT, related_name="leden", null=True, blank=True
    )
    functie = models.CharField(max_length=100, blank=True)
    van = models.DateField(default=timezone.localdate)
    tot = models.DateField(null=True, blank=True)

    objects = LidmaatschapQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "lidmaatschappen"
        constraints = [
            models.CheckConstraint(
                name="lidmaatschap_hoort_bij_een",
                condition=Q(PLEK_KANDIDAAT, rol=Rol.KANDIDAAT)
                | Q(PLEK_LEERBEDRIJF, rol__in=BIJ_LEERBEDRIJF)
                | Q(PLEK_ORGANISATIE, rol__in=BIJ_ORGANISATIE),
            ),
            models.CheckConstraint(
                name="lidmaatschap_eindigt_na_begin",
                condition=Q(tot=None) | Q(tot__gte=models.F("van"))
            ),
            models.UniqueConstraint(
                fields=["gebruiker", "rol", "organisatie"],
                name="een_lopend_lidmaatschap_per_organisatie",
                condition=Q(tot=None, organisatie__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["gebruiker", "rol", "leerbedrijf"],
                name="een_lopend_lidmaatschap_per_leerbedrijf",
                condition=Q(tot=None, leerbedrijf__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["kandidaat"],
                name="een_lopend_lidmaatschap_per_kandidaat",
                condition=Q(tot=None, kandidaat__isnull=False),
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.gebruiker.naam} ({self.omschrijving})"

    @property
    def plek(self):
        """Waar dit lidmaatschap is: de organisatie of het leerbedrijf; leeg voor een kandidaat."""
        return getattr(self.organisatie or self.leerbedrijf, "naam", "")

    @property
    def bij(self):
        """ "bij Roc Voorbeeld"; leeg voor een kandidaat."""
        return f"bij {self.plek}" if self.plek else ""

    @property
    def omschrijving(self):
        """ "mbo-coördinator bij Roc Voorbeeld"."""
        return f"{self.get_rol_display()} {self.bij}".strip()

    @property
    def naam(self):
        return self.gebruiker.naam


class Uitnodiging(models.Model):
    """Uitnodiging voor een lidmaatschap: per mail een link, zonder mail een kaart met eenmalige
    code.

    Alleen de SHA-256 van het geheim wordt bewaard; één doel, één account, eenmalig.
    """

    class Soort(models.TextChoices):
        LINK = "link", "link per e-mail"
        KAART = "kaart", "geprinte kaart"

    lid = models.ForeignKey("trajecten.Lidmaatschap", models.PROTECT, related_name="uitnodigingen")
    soort = models.CharField(max_length=5, choices=Soort.choices)
    geheim_sha256 = models.CharField(max_length=64, unique=True)
    waarvoor = models.CharField(max_length=200)
    door = models.ForeignKey("trajecten.Lidmaatschap", models.PROTECT, related_name="+")
    gemaakt_op = models.DateTimeField(default=timezone.now, editable=False)
    verloopt_op = models.DateTimeField()
    gebruikt_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-gemaakt_op"]
        verbose_name_plural = "uitnodigingen"
