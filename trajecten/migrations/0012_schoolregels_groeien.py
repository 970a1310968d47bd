from django.db import migrations

from trajecten.models import onveranderlijk


def aanleggen(apps, schema_editor):
    onveranderlijk.aanleggen(schema_editor.connection, onveranderlijk.SCHOOLREGELS)


def weghalen(apps, schema_editor):
    onveranderlijk.weghalen(schema_editor.connection, onveranderlijk.SCHOOLREGELS)


class Migration(migrations.Migration):
    """What a school decided about passing only grows (PostgreSQL)."""

    dependencies = [("trajecten", "0011_inlezingen")]

    operations = [migrations.RunPython(aanleggen, weghalen)]
