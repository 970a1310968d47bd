from django.db import migrations

from trajecten.models import onveranderlijk


def aanleggen(apps, schema_editor):
    onveranderlijk.aanleggen(schema_editor.connection, onveranderlijk.LOGBOEK)


def weghalen(apps, schema_editor):
    onveranderlijk.weghalen(schema_editor.connection, onveranderlijk.LOGBOEK)


class Migration(migrations.Migration):
    """The logbook only grows (PostgreSQL)."""

    dependencies = [("trajecten", "0002_zoeken")]

    operations = [migrations.RunPython(aanleggen, weghalen)]
