import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("trajecten", "0003_logboek_groeit"),
    ]

    operations = [
        migrations.CreateModel(
            name="Resultaat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("gebeurd_op", models.DateField()),
                (
                    "vastgelegd_op",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "bron",
                    models.CharField(
                        choices=[
                            ("portaal", "in het portaal"),
                            ("papier", "van getekend papier"),
                            ("overgenomen", "overgenomen uit eerdere administratie"),
                        ],
                        default="portaal",
                        max_length=12,
                    ),
                ),
                ("volgnummer", models.PositiveSmallIntegerField()),
                (
                    "onderdeel",
                    models.CharField(
                        choices=[
                            ("kerntaak", "kerntaak"),
                            ("keuzedeel", "keuzedeel"),
                            ("nederlands", "Nederlandse taal"),
                            ("rekenen", "rekenen"),
                            ("engels", "Engels"),
                            ("loopbaan", "loopbaan"),
                            ("burgerschap", "burgerschap"),
                            ("certificaatexamen", "examen van het mbo-certificaat"),
                            ("les", "les"),
                            ("voortgangstoets", "voortgangstoets"),
                            ("overig", "overig resultaat"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "deel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("deelexamen", "deelexamen"),
                            ("ce", "centraal examen"),
                            ("ie", "instellingsexamen"),
                        ],
                        max_length=12,
                    ),
                ),
                ("code", models.CharField(blank=True, max_length=20)),
                ("naam", models.CharField(max_length=300)),
                ("bevestigd", models.BooleanField(default=True)),
                ("niveau", models.CharField(blank=True, max_length=20)),
                (
                    "cijfer",
                    models.DecimalField(blank=True, decimal_places=1, max_digits=3, null=True),
                ),
                (
                    "woord",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("zeer_slecht", "zeer slecht"),
                            ("slecht", "slecht"),
                            ("ruim_onvoldoende", "ruim onvoldoende"),
                            ("onvoldoende", "onvoldoende"),
                            ("bijna_voldoende", "bijna voldoende"),
                            ("voldoende", "voldoende"),
                            ("ruim_voldoende", "ruim voldoende"),
                            ("goed", "goed"),
                            ("zeer_goed", "zeer goed"),
                            ("uitmuntend", "uitmuntend"),
                            ("voldaan", "voldaan"),
                            ("niet_voldaan", "niet voldaan"),
                        ],
                        max_length=20,
                    ),
                ),
                ("uitslag", models.CharField(blank=True, max_length=60)),
                ("inhoud", models.CharField(blank=True, max_length=500)),
                (
                    "instrument",
                    models.CharField(blank=True, max_length=100, verbose_name="examenvorm"),
                ),
                ("beoordelaar", models.CharField(blank=True, max_length=100)),
                ("klokuren", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "telt_mee",
                    models.BooleanField(default=True, verbose_name="telt mee voor het diploma"),
                ),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="trajecten.lidmaatschap",
                    ),
                ),
                (
                    "namens",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="trajecten.lidmaatschap",
                    ),
                ),
                (
                    "scan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="trajecten.bestand",
                    ),
                ),
                (
                    "traject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="resultaten",
                        to="trajecten.traject",
                    ),
                ),
                (
                    "vervangt",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verbeterd_door",
                        to="trajecten.resultaat",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "resultaten",
                "ordering": ["traject", "volgnummer"],
            },
        ),
        migrations.CreateModel(
            name="Resultaatintrekking",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("gebeurd_op", models.DateField()),
                (
                    "vastgelegd_op",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "bron",
                    models.CharField(
                        choices=[
                            ("portaal", "in het portaal"),
                            ("papier", "van getekend papier"),
                            ("overgenomen", "overgenomen uit eerdere administratie"),
                        ],
                        default="portaal",
                        max_length=12,
                    ),
                ),
                ("reden", models.CharField(max_length=300)),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="trajecten.lidmaatschap",
                    ),
                ),
                (
                    "namens",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="trajecten.lidmaatschap",
                    ),
                ),
                (
                    "resultaat",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="intrekking",
                        to="trajecten.resultaat",
                    ),
                ),
                (
                    "scan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="trajecten.bestand",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Vrijstellingsverzoek",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("gebeurd_op", models.DateField()),
                (
                    "vastgelegd_op",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "bron",
                    models.CharField(
                        choices=[
                            ("portaal", "in het portaal"),
                            ("papier", "van getekend papier"),
                            ("overgenomen", "overgenomen uit eerdere administratie"),
                        ],
                        default="portaal",
                        max_length=12,
                    ),
                ),
                ("volgnummer", models.PositiveSmallIntegerField()),
                (
                    "onderdeel",
                    models.CharField(
                        choices=[
                            ("kerntaak", "kerntaak"),
                            ("keuzedeel", "keuzedeel"),
                            ("nederlands", "Nederlandse taal"),
                            ("rekenen", "rekenen"),
                            ("engels", "Engels"),
                            ("loopbaan", "loopbaan"),
                            ("burgerschap", "burgerschap"),
                            ("certificaatexamen", "examen van het mbo-certificaat"),
                            ("les", "les"),
                            ("voortgangstoets", "voortgangstoets"),
                            ("overig", "overig resultaat"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "deel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("deelexamen", "deelexamen"),
                            ("ce", "centraal examen"),
                            ("ie", "instellingsexamen"),
                        ],
                        max_length=12,
                    ),
                ),
                ("code", models.CharField(blank=True, max_length=20)),
                ("naam", models.CharField(max_length=300)),
                ("grond", models.CharField(max_length=1000)),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="trajecten.lidmaatschap",
                    ),
                ),
                (
                    "namens",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="trajecten.lidmaatschap",
                    ),
                ),
                (
                    "scan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="trajecten.bestand",
                    ),
                ),
                (
                    "traject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="vrijstellingsverzoeken",
                        to="trajecten.traject",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "vrijstellingsverzoeken",
                "ordering": ["traject", "volgnummer"],
            },
        ),
        migrations.CreateModel(
            name="Vrijstellingsbesluit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("gebeurd_op", models.DateField()),
                (
                    "vastgelegd_op",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "bron",
                    models.CharField(
                        choices=[
                            ("portaal", "in het portaal"),
                            ("papier", "van getekend papier"),
                            ("overgenomen", "overgenomen uit eerdere administratie"),
                        ],
                        default="portaal",
                        max_length=12,
                    ),
                ),
                (
                    "uitkomst",
                    models.CharField(
                        choices=[
                            ("verleend", "Verleend"),
                            ("deels", "Deels verleend"),
                            ("afgewezen", "Afgewezen"),
                        ],
                        max_length=12,
                    ),
                ),
                ("motivering", models.CharField(max_length=1000)),
                ("naam", models.CharField(max_length=100)),
                ("functie", models.CharField(max_length=100)),
                (
                    "cijfer",
                    models.DecimalField(blank=True, decimal_places=1, max_digits=3, null=True),
                ),
                (
                    "woord",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("zeer_slecht", "zeer slecht"),
                            ("slecht", "slecht"),
                            ("ruim_onvoldoende", "ruim onvoldoende"),
                            ("onvoldoende", "onvoldoende"),
                            ("bijna_voldoende", "bijna voldoende"),
                            ("voldoende", "voldoende"),
                            ("ruim_voldoende", "ruim voldoende"),
                            ("goed", "goed"),
                            ("zeer_goed", "zeer goed"),
                            ("uitmuntend", "uitmuntend"),
                            ("voldaan", "voldaan"),
                            ("niet_voldaan", "niet voldaan"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="trajecten.lidmaatschap",
                    ),
                ),
                (
                    "namens",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="trajecten.lidmaatschap",
                    ),
                ),
                (
                    "scan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="trajecten.bestand",
                    ),
                ),
                (
                    "verzoek",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="besluit",
                        to="trajecten.vrijstellingsverzoek",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "vrijstellingsbesluiten",
                "ordering": ["pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="resultaat",
            constraint=models.UniqueConstraint(
                fields=("traject", "volgnummer"), name="een_resultaat_per_volgnummer"
            ),
        ),
        migrations.AddConstraint(
            model_name="resultaat",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("cijfer__isnull", False), ("uitslag", ""), ("woord", "")),
                    models.Q(
                        ("cijfer", None), ("uitslag", ""), models.Q(("woord", ""), _negated=True)
                    ),
                    models.Q(
                        ("cijfer", None), ("woord", ""), models.Q(("uitslag", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="resultaat_is_cijfer_of_woord_of_uitslag",
            ),
        ),
        migrations.AddConstraint(
            model_name="resultaat",
            constraint=models.CheckConstraint(
                condition=models.Q(("cijfer", None), ("cijfer__range", (1, 10)), _connector="OR"),
                name="cijfer_van_1_tot_10",
            ),
        ),
        migrations.AddConstraint(
            model_name="resultaat",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("bron", "papier"), _negated=True),
                    ("scan__isnull", False),
                    _connector="OR",
                ),
                name="resultaat_van_papier_heeft_scan",
            ),
        ),
        migrations.AddConstraint(
            model_name="vrijstellingsverzoek",
            constraint=models.UniqueConstraint(
                fields=("traject", "volgnummer"), name="een_vrijstellingsverzoek_per_volgnummer"
            ),
        ),
        migrations.AddConstraint(
            model_name="vrijstellingsbesluit",
            constraint=models.CheckConstraint(
                condition=models.Q(("cijfer", None), ("woord", ""), _connector="OR"),
                name="vrijstelling_cijfer_of_woord",
            ),
        ),
        migrations.AddConstraint(
            model_name="vrijstellingsbesluit",
            constraint=models.CheckConstraint(
                condition=models.Q(("motivering", ""), _negated=True),
                name="vrijstelling_heeft_motivering",
            ),
        ),
    ]
