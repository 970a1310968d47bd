"""INSERT ... SELECT from a queryset: the rows never pass through Python."""

from typing import Any

from django.db import connection
from django.db.models import Model, QuerySet


def invoegen(model: type[Model], bron: QuerySet, velden: dict[str, Any]) -> int:
    """Insert one row of `model` per row of `bron`; `velden` gives the expression of each field.

    What is not named gets nothing, so name every column without a default in the database.
    """
    rijen = bron.order_by().annotate(**{f"x_{naam}": waarde for naam, waarde in velden.items()})
    sql, params = rijen.values_list(*(f"x_{naam}" for naam in velden)).query.sql_with_params()
    noemen = connection.ops.quote_name
    kolom = {veld.name: veld.column for veld in model._meta.concrete_fields}
    kolommen = ", ".join(noemen(kolom[naam]) for naam in velden)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {noemen(model._meta.db_table)} ({kolommen}) {sql}",
            params,
        )
        return cursor.rowcount
