import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("trajecten", "0004_resultaten"),
        ("verklaringen", "0002_onveranderlijk"),
    ]

    operations = [
        migrations.AlterField(
            model_name="afdruk",
            name="soort",
            field=models.CharField(
                choices=[
                    ("concept", "concept van de praktijkverklaring"),
                    ("tekenexemplaar", "tekenexemplaar"),
                    ("praktijkovereenkomst", "praktijkovereenkomst"),
                    ("aftekenlijst", "aftekenlijst"),
                    ("eindoordeelformulier", "eindoordeelformulier"),
                    ("startkaart", "startkaart"),
                    ("voortgangsoverzicht", "voortgangsoverzicht"),
                    ("gegevensblad", "gegevensblad voor het Praktijkloket"),
                    ("totaaloverzicht", "totaaloverzicht van de examenresultaten"),
                    ("voordracht", "voordracht"),
                    ("diplomadossier", "overzicht diplomadossier"),
                    ("conceptresultatenlijst", "concept-resultatenlijst"),
                ],
                max_length=24,
            ),
        ),
        migrations.CreateModel(
            name="Voordracht",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("certificaat", "Voordracht mbo-certificaat"),
                            ("diploma", "Voordracht voor het diploma"),
                        ],
                        max_length=12,
                    ),
                ),
                ("volgnummer", models.PositiveSmallIntegerField()),
                ("inhoud", models.JSONField()),
                ("inhoud_sha256", models.CharField(max_length=64)),
                ("toets", models.JSONField()),
                ("motivering", models.CharField(blank=True, max_length=1000)),
                ("aangeboden_op", models.DateTimeField(default=django.utils.timezone.now)),
                ("vervallen_op", models.DateTimeField(blank=True, null=True)),
                ("vervallen_reden", models.CharField(blank=True, max_length=500)),
                (
                    "besluit",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="voordracht",
                        to="trajecten.besluit",
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
                    "traject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="voordrachten",
                        to="trajecten.traject",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "voordrachten",
                "ordering": ["traject", "volgnummer"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("traject", "volgnummer"), name="een_voordracht_per_volgnummer"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("vervallen_op", None)),
                        fields=("traject",),
                        name="een_geldige_voordracht_per_traject",
                    ),
                ],
            },
        ),
    ]
