"""The gates, by the name one types: `manage.py bench search import`. Each measures its own."""

from collections.abc import Callable

from . import documenten, inlezen, lijst, tick, zoeken
from .meting import Meting

POORTEN: dict[str, Callable[[], list[Meting]]] = {
    "pdf-naive": documenten.meten_tegen_naief,
    "pdf-seal": documenten.meten_zegel,
    "pdf-memory": documenten.meten_geheugen,
    "pdf-two": documenten.meten_met_twee,
    "import": inlezen.meten,
    "search": zoeken.meten,
    "tick": tick.meten,
    "list": lijst.meten,  # last: it leaves a full country behind
}
