"""The documents of the past, issued by what the worker does, on the day of the order.

Each is a real file with a real seal; only the day of issue lies back.
"""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from django.db import connections

from trajecten import post
from verklaringen.actions import opdracht_uitvoeren, pakken
from verklaringen.models import Uitgifteopdracht
from verklaringen.pdf import Renderer


def uitgeven_zoals_toen(draden: int = 2) -> None:
    """Issue what waits, with that many renderers side by side."""
    if draden == 1:
        _werken()
    else:
        with ThreadPoolExecutor(draden) as rij:
            for klaar in [rij.submit(_draad) for _ in range(draden)]:
                klaar.result()


def rondsturen() -> None:
    """Empty the outbox, as the worker would."""
    while bericht := post.pakken():
        post.versturen(bericht)


def _draad() -> None:
    try:
        _werken()
    finally:
        connections.close_all()


def _werken() -> None:
    with Renderer() as renderer:
        renderer.klaarzetten()
        while opdracht := pakken(Uitgifteopdracht):
            op = opdracht.aangevraagd_op + timedelta(minutes=5)
            opdracht_uitvoeren(opdracht, renderer, nu=op)
