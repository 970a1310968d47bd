"""De pagina voor de raad: zes cijfers op één vel. Geen document over een mens."""

from typing import Any

from verklaringen.pdf import Drukwerk

from .drukken import drukken


def drukwerk(blad: Any, gemaakt_op: Any) -> Drukwerk:
    """`blad`: een Raadsblad van portal.cijfers, al veilig om te tonen; `gemaakt_op`: een dag."""
    return drukken(
        "raadsblad", kop="", voet=f"Praktijkleren in {blad.kijker.naam}, {blad.jaar.titel}",
        blad=blad, op=gemaakt_op,
    )  # fmt: skip
