"""Kandidaten and the aanmeldingen that bring them in."""

import secrets

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from .. import namen
from .feiten import Feit
from .leden import Rol


def nieuw_kandidaatnummer() -> str:
    """Random, without meaning and without look-alike characters (no BSN anywhere: WEB 2.5.5a)."""
    return "K-" + "".join(secrets.choice("23456789BCDFGHJKLMNPQRSTVWXZ") for _ in range(8))


class Taal(models.TextChoices):
    NEDERLANDS = "nl", "Nederlands"
    ENGELS = "en", "Engels"
    ARABISCH = "ar", "Arabisch"
    TIGRINYA = "ti", "Tigrinya"
    TURKS = "tr", "Turks"
    OEKRAIENS = "uk", "Oekraïens"
    POOLS = "pl", "Pools"
    DARI_FARSI = "fa", "Dari of Farsi"
    ANDERS = "anders", "een andere taal"


class Zoeknaam(models.TextField):
    """The name in lower case and without accents, filled on every write, in bulk too."""

    def pre_save(self, model_instance, add):
        waarde = namen.zoekvorm(model_instance.naam)
        setattr(model_instance, self.attname, waarde)
        return waarde


class KandidaatQuerySet(models.QuerySet):
    def zichtbaar_voor(self, lid):
        """De mensen achter de trajecten die dit lid ziet."""
        trajecten = self.model._meta.get_field("trajecten").related_model.objects
        if lid.rol == Rol.KANDIDAAT:
            return self.filter(pk=lid.kandidaat_id)
        return self.filter(pk__in=trajecten.zichtbaar_voor(lid).values("kandidaat"))

    def mogelijk_dezelfde(self, kandidaat):
        """Wie dit ook kan zijn: zelfde telefoon, e-mail of naam; alleen te tonen bij de intake."""
        zelfde = Q(naam__iexact=kandidaat.naam)
        if kandidaat.telefoon:
            zelfde |= Q(telefoon=kandidaat.telefoon)
        if kandidaat.email:
            zelfde |= Q(email__iexact=kandidaat.email)
        return self.filter(zelfde, samengevoegd_met=None).exclude(pk=kandidaat.pk).order_by("pk")


class Kandidaat(models.Model):
    """De mens die leert, van aanmelding tot nazorg."""

    kandidaatnummer = models.CharField(max_length=10, unique=True, default=nieuw_kandidaatnummer)
    naam = namen.Persoonsnaamkolom()
    telefoon = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True)
    taal = models.CharField(max_length=6, choices=Taal.choices, default=Taal.NEDERLANDS)
    gemeente = models.ForeignKey("trajecten.Gemeente", models.PROTECT, related_name="+")
    jonger_dan_18 = models.BooleanField(null=True, blank=True)
    vertegenwoordiger_naam = namen.Persoonsnaamkolom(blank=True)
    vertegenwoordiger_telefoon = models.CharField(max_length=20, blank=True)
    samengevoegd_met = models.ForeignKey(
        "self", models.PROTECT, related_name="dubbelen", null=True, blank=True
    )  # intake saw that this was somebody we knew already
    ondersteuning = models.CharField(max_length=500, blank=True)  # functional, never the cause
    zoek = Zoeknaam(editable=False)

    objects = KandidaatQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "kandidaten"

    def __str__(self):
        return self.naam

    @property
    def voornaam(self):
        return self.naam.split()[0]

    @property
    def identiteit(self):
        """De officiële gegevens die nu gelden, of None: gecontroleerd, en na een wijziging
        bevestigd.
        """
        return self.identiteiten.geldig().last()


class IdentiteitQuerySet(models.QuerySet):
    def geldig(self):
        """De eerste controle, en elke wijziging die een tweede medewerker bevestigde."""
        return self.filter(Q(volgnummer=1) | Q(bevestiging__akkoord=True))

    def te_bevestigen(self):
        """Wijzigingen waar nog niemand anders naar keek; een nieuwere wijziging gaat voor."""
        nieuwer = Identiteit.objects.filter(
            kandidaat=OuterRef("kandidaat"), volgnummer__gt=OuterRef("volgnummer")
        )
        return self.filter(~Exists(nieuwer), volgnummer__gt=1, bevestiging=None)


class Identiteit(Feit):
    """Officiële namen en geboortegegevens, door de school gecontroleerd aan het identiteitsbewijs.

    RMD bijlage 10: namen voluit zoals in de BRP; buiten Nederland geboren: plaats en land; plaats
    onbekend: alleen het land. Pas gevraagd als het eerste document ze nodig heeft.
    """

    kandidaat = models.ForeignKey(
        "trajecten.Kandidaat", models.PROTECT, related_name="identiteiten"
    )
    volgnummer = models.PositiveSmallIntegerField()
    voornamen = namen.Persoonsnaamkolom()
    achternaam = namen.Persoonsnaamkolom()
    geboortedatum = models.DateField()
    geboorteplaats = namen.Persoonsnaamkolom(blank=True)
    geboorteland = namen.Persoonsnaamkolom(max_length=60, default="Nederland")

    objects = IdentiteitQuerySet.as_manager()

    class Meta:
        ordering = ["volgnummer"]
        verbose_name_plural = "identiteiten"
        constraints = [
            models.UniqueConstraint(
                fields=["kandidaat", "volgnummer"], name="een_identiteit_per_volgnummer"
            ),
            models.CheckConstraint(
                name="geboren_in_nederland_heeft_plaats",
                condition=~Q(geboorteland="Nederland") | ~Q(geboorteplaats=""),
            ),
        ]

    @property
    def naam(self):
        return f"{self.voornamen} {self.achternaam}"

    @property
    def geboren_te(self):
        """Plaats; buiten Nederland plaats en land; plaats onbekend: alleen het land (RMD bijlage
        10).
        """
        if self.geboorteland == "Nederland":
            return self.geboorteplaats
        return ", ".join(filter(None, [self.geboorteplaats, self.geboorteland]))


class Identiteitbevestiging(Feit):
    """Een tweede medewerker keek een wijziging van de officiële gegevens na, en was het eens of
    niet.
    """

    identiteit = models.OneToOneField(
        "trajecten.Identiteit", models.PROTECT, related_name="bevestiging"
    )
    akkoord = models.BooleanField()


# A verwijzer that is no gemeente, UWV or werkbedrijf sees started and ended only.
ALLEEN_BEGIN_EN_EIND = ("werkgever", "sociale_partner", "instelling")


class AanmeldingQuerySet(models.QuerySet):
    def zichtbaar_voor(self, lid):
        """De verwijzer ziet de eigen aanmeldingen, het aanmeldpunt die van de regio, de school de
        hare.
        """
        if lid.rol == Rol.KLANTMANAGER:
            return self.filter(verwijzer=lid.organisatie_id)
        if lid.rol == Rol.AANMELDPUNT and lid.organisatie.regio_id:
            return self.filter(gemeente__regio=lid.organisatie.regio_id, traject=None)
        if lid.rol == Rol.COORDINATOR:
            return self.filter(traject__instelling=lid.organisatie_id)
        if lid.rol == Rol.KANDIDAAT:
            return self.filter(traject__kandidaat=lid.kandidaat_id)
        return self.none()


class Aanmelding(models.Model):
    """Iemand wil leren: de zes velden van het aanmeldformulier, van wie en via wie."""

    class Status(models.TextChoices):
        INGEDIEND = "ingediend", "bij het aanmeldpunt"
        DOORGEZET = "doorgezet", "bij de school"
        TERUGGEGEVEN = "teruggegeven", "teruggegeven"
        INGETROKKEN = "ingetrokken", "ingetrokken"

    naam = namen.Persoonsnaamkolom()
    telefoon = models.CharField(max_length=20)
    email = models.EmailField(blank=True)
    taal = models.CharField(max_length=6, choices=Taal.choices)
    gemeente = models.ForeignKey("trajecten.Gemeente", models.PROTECT, related_name="+")
    wens = models.CharField(max_length=500)
    uitleg_gegeven = models.BooleanField()  # "Ik heb verteld wie dit ziet"
    verwijzer = models.ForeignKey(
        "trajecten.Organisatie", models.PROTECT, related_name="aanmeldingen", null=True, blank=True
    )  # empty: the kandidaat did it alone
    door = models.ForeignKey(
        "trajecten.Lidmaatschap", models.PROTECT, related_name="+", null=True, blank=True
    )
    kenmerk = models.CharField(
        max_length=60, blank=True
    )  # of the verwijzer, shown to that verwijzer only
    sleutel = models.UUIDField(unique=True)
    gebeurd_op = models.DateField(default=timezone.localdate)
    vastgelegd_op = models.DateTimeField(default=timezone.now, editable=False)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.INGEDIEND)
    status_reden = models.CharField(max_length=500, blank=True)
    status_op = models.DateTimeField(default=timezone.now)
    versie = models.PositiveIntegerField(default=1)
    traject = models.OneToOneField(
        "trajecten.Traject", models.PROTECT, related_name="aanmelding", null=True, blank=True
    )

    objects = AanmeldingQuerySet.as_manager()

    class Meta:
        ordering = ["-vastgelegd_op", "-pk"]
        verbose_name_plural = "aanmeldingen"
        indexes = [
            models.Index(fields=["verwijzer", "-vastgelegd_op"], name="aanmelding_per_verwijzer")
        ]
        constraints = [
            models.CheckConstraint(
                name="doorgezet_heeft_traject",
                condition=Q(status="doorgezet", traject__isnull=False)
                | (~Q(status="doorgezet") & Q(traject=None)),
            ),
            models.CheckConstraint(
                name="teruggegeven_heeft_reden",
                condition=~Q(status="teruggegeven") | ~Q(status_reden=""),
            ),
        ]

    def __str__(self):
        return f"Aanmelding van {self.naam}"

    def get_absolute_url(self):
        return reverse("trajecten:aanmelding", args=[self.pk])

    @property
    def stap(self) -> str:
        """Waar het nu is, zonder meer te zeggen dan een verwijzer mag weten."""
        if self.traject is None:
            return self.get_status_display()
        if self.toont_alleen_begin_en_eind:
            return self.traject.begin_of_eind
        return self.traject.get_status_display()

    @property
    def stap_sinds(self):
        """Sinds wanneer; None waar de dag al zou verraden dat er iets veranderde."""
        if self.traject is None:
            return self.status_op
        return None if self.toont_alleen_begin_en_eind else self.traject.status_sinds

    @property
    def toont_alleen_begin_en_eind(self) -> bool:
        return bool(self.verwijzer and self.verwijzer.soort in ALLEEN_BEGIN_EN_EIND)


AANMELDING_OVERGANGEN = {
    Aanmelding.Status.INGEDIEND: {"doorgezet", "teruggegeven", "ingetrokken"},
    Aanmelding.Status.TERUGGEGEVEN: {"ingediend", "ingetrokken"},
    Aanmelding.Status.DOORGEZET: set(),
    Aanmelding.Status.INGETROKKEN: set(),
}
