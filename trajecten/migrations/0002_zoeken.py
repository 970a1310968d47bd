from django.db import migrations

from trajecten.models import zoekindex


def aanleggen(apps, schema_editor):
    zoekindex.aanleggen(schema_editor.connection)


def weghalen(apps, schema_editor):
    zoekindex.weghalen(schema_editor.connection)


class Migration(migrations.Migration):
    """The trigram index for searching leerbedrijven, on PostgreSQL and on SQLite."""

    dependencies = [("trajecten", "0001_begin")]

    operations = [migrations.RunPython(aanleggen, weghalen)]
