"""The gates, by the name one types: `manage.py bench search import`. Each measures its own."""

from collections.abc import Callable

from . import dashboard, documenten, inlezen, lijst, tick, uitgeven, vrijdag, zoeken
from .meting import Meting

POORTEN: dict[str, Callable[[], list[Meting]]] = {
    "pdf-naive": documenten.meten_tegen_naief,
    "pdf-seal": documenten.meten_zegel,
    "pdf-memory": documenten.meten_geheugen,
    "pdf-two": documenten.meten_met_twee,
    "issue-batch": uitgeven.meten,
    "import": inlezen.meten,
    "search": zoeken.meten,
    "tick": tick.meten,
    "friday": vrijdag.meten,
    "list": lijst.meten,
    "dashboard": dashboard.meten,
}
