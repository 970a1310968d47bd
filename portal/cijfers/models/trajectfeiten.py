"""One flat row per traject with the dates and marks that counting needs, built anew each night."""

from datetime import timedelta

from django.db import models
from django.db.models import Q

from trajecten.models import Route

WERK = [("ja", "ja"), ("nee", "nee"), ("onbekend", "onbekend")]


class Einde(models.TextChoices):
    """Hoe een traject eindigde; leeg zolang het loopt of wacht."""

    NIET_GESTART = "niet_gestart", "niet gestart"
    GESTOPT = "gestopt", "gestopt"
    DOORGESTROOMD = "doorgestroomd", "doorgestroomd"
    UITGEREIKT = "uitgereikt", "uitgereikt"


class Trajectfeit(models.Model):
    """Wat van één traject telt, op de dag van `manage.py cijfers_herbouwen`. Geen bron, maar een
    afleiding: weggooien en opnieuw maken geeft hetzelfde.

    `gestart_op`: de pok is door de drie partijen getekend en de eerste dag is geweest.
    `laatste_dag`: de laatste dag van het leren, waar de nazorg vanaf telt; `geeindigd_op` is de
    dag van stoppen, doorstromen of uitreiken. `wachttijd` is van aanmelding tot start, `looptijd`
    van start tot einde. `gemeente` is wie aanmeldde, en anders waar iemand woont; een gemeente
    die opging in een andere telt bij haar opvolger, met `gemeente_toen` als herinnering.
    `stap` en `volgende_stap`: route, en bij een diploma het niveau ("diploma-2").
    `werk_3` enz.: alleen `ja` bij 12 uur per week of meer; geen antwoord is `onbekend`.
    """

    traject = models.OneToOneField(
        "trajecten.Traject", models.CASCADE, primary_key=True, related_name="+"
    )
    kandidaat = models.ForeignKey("trajecten.Kandidaat", models.CASCADE, related_name="+")
    route = models.CharField(max_length=20, choices=Route.choices, blank=True)
    leerweg = models.CharField(max_length=15, blank=True)
    kwalificatie = models.ForeignKey(
        "trajecten.Kwalificatie", models.CASCADE, related_name="+", null=True, db_index=False
    )
    niveau = models.PositiveSmallIntegerField(null=True)
    sector = models.CharField(max_length=100, blank=True)
    leerbedrijf = models.ForeignKey(
        "trajecten.Leerbedrijf", models.CASCADE, related_name="+", null=True, db_index=False
    )
    verwijzer = models.ForeignKey(
        "trajecten.Organisatie", models.CASCADE, related_name="+", null=True, db_index=False
    )
    verwijzer_soort = models.CharField(max_length=20, blank=True)  # "kandidaat": came alone
    instelling = models.ForeignKey("trajecten.Organisatie", models.CASCADE, related_name="+")
    gemeente = models.ForeignKey("trajecten.Gemeente", models.CASCADE, related_name="+")
    gemeente_toen = models.ForeignKey(
        "trajecten.Gemeente", models.CASCADE, related_name="+", db_index=False
    )
    sociaal_werkbedrijf = models.ForeignKey(
        "trajecten.Organisatie", models.CASCADE, related_name="+", null=True
    )
    regio = models.ForeignKey("trajecten.Arbeidsmarktregio", models.CASCADE, related_name="+")
    hoofddoelgroep = models.CharField(max_length=26, blank=True)
    met_uitkering = models.BooleanField(null=True)  # None: nobody writes doelgroepen down here

    aangemeld_op = models.DateField(null=True)
    overgenomen = models.BooleanField(default=False)
    intake_op = models.DateField(null=True)
    met_bpv = models.BooleanField(default=True)
    akkoord_op = models.DateField(null=True)
    gestart_op = models.DateField(null=True)
    gepland_eind = models.DateField(null=True)
    geeindigd_op = models.DateField(null=True)
    laatste_dag = models.DateField(null=True)
    einde = models.CharField(max_length=14, choices=Einde.choices, blank=True)
    reden = models.CharField(max_length=40, blank=True)
    document = models.CharField(max_length=20, blank=True)
    document_op = models.DateField(null=True)
    wachttijd = models.DurationField(null=True)
    looptijd = models.DurationField(null=True)
    stopmaand = models.PositiveSmallIntegerField(null=True)  # 1 = the first 30 days

    werkprocessen = models.PositiveSmallIntegerField(default=0)
    afgetekend = models.PositiveSmallIntegerField(default=0)
    laatste_aftekening_op = models.DateField(null=True)

    werk_3 = models.CharField(max_length=8, choices=WERK, default="onbekend")
    werk_6 = models.CharField(max_length=8, choices=WERK, default="onbekend")
    werk_12 = models.CharField(max_length=8, choices=WERK, default="onbekend")
    waar_3 = models.CharField(max_length=24, blank=True)
    waar_6 = models.CharField(max_length=24, blank=True)
    waar_12 = models.CharField(max_length=24, blank=True)
    uitkering_12 = models.CharField(max_length=8, blank=True)
    leert_door_12 = models.BooleanField(default=False)

    stap = models.CharField(max_length=20, blank=True)
    volgende_stap = models.CharField(max_length=20, blank=True)
    tot_vervolg = models.DurationField(null=True)
    velden_nodig = models.PositiveSmallIntegerField(default=0)
    velden_gevuld = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name_plural = "trajectfeiten"
        indexes = [
            models.Index(fields=["aangemeld_op"], name="feit_aangemeld"),
            models.Index(fields=["gestart_op"], name="feit_gestart"),
            models.Index(fields=["geeindigd_op"], name="feit_geeindigd"),
            models.Index(fields=["laatste_dag"], name="feit_laatste_dag"),
        ]
        constraints = [
            models.CheckConstraint(
                name="trajectfeit_einde_heeft_dag",
                condition=Q(einde="", geeindigd_op=None)
                | ~Q(einde="") & Q(geeindigd_op__isnull=False),
            ),
            models.CheckConstraint(
                name="trajectfeit_document_heeft_dag",
                condition=Q(document="", document_op=None)
                | ~Q(document="") & Q(document_op__isnull=False),
            ),
            models.CheckConstraint(
                name="trajectfeit_looptijd_niet_negatief",
                condition=Q(looptijd=None) | Q(looptijd__gte=timedelta(0)),
            ),
            models.CheckConstraint(
                name="trajectfeit_niet_meer_gevuld_dan_nodig",
                condition=Q(velden_gevuld__lte=models.F("velden_nodig")),
            ),
        ]

    def __str__(self):
        return f"feiten van traject {self.traject_id}"
