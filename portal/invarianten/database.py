"""What the database itself must refuse is still installed."""

from collections.abc import Iterator

from django.db import connection

from trajecten.models import onveranderlijk

from .samenhang import eigen_modellen


def voorzieningen() -> Iterator[str]:
    """Every trigger, constraint, unique column and foreign key that the models declare."""
    for naam in onveranderlijk.ontbrekende_triggers(connection):
        yield f"Trigger {naam} ontbreekt of kan uit."
    with connection.cursor() as cursor:
        for model in eigen_modellen():
            tabel = model._meta.db_table
            aanwezig = connection.introspection.get_constraints(cursor, tabel)
            yield from (f"{tabel}: {wat} ontbreekt." for wat in _ontbreekt(model, aanwezig))


def _ontbreekt(model, aanwezig: dict) -> Iterator[str]:
    for regel in [*model._meta.constraints, *model._meta.indexes]:
        if regel.name not in aanwezig:
            yield regel.name
    enkel = [regel for regel in aanwezig.values() if len(regel["columns"] or ()) == 1]
    uniek = {regel["columns"][0] for regel in enkel if regel["unique"] or regel["primary_key"]}
    sleutels = {regel["columns"][0] for regel in enkel if regel["foreign_key"]}
    for veld in model._meta.local_fields:
        if veld.unique and veld.column not in uniek:
            yield f"uniek {veld.column}"
        if veld.is_relation and veld.db_constraint and veld.column not in sleutels:
            yield f"verwijzing {veld.column}"
