from django.db import migrations

from trajecten.models import onveranderlijk


def aanleggen(apps, schema_editor):
    onveranderlijk.aanleggen(schema_editor.connection, onveranderlijk.REGISTER)


def weghalen(apps, schema_editor):
    onveranderlijk.weghalen(schema_editor.connection, onveranderlijk.REGISTER)


class Migration(migrations.Migration):
    """What was issued and handed over only grows (PostgreSQL)."""

    dependencies = [("verklaringen", "0001_begin")]

    operations = [migrations.RunPython(aanleggen, weghalen)]
