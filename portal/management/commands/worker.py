"""`manage.py worker`: issue documents, make prints and send mail, one after the other."""

import signal
import time

from django.core.management import BaseCommand
from django.db import OperationalError, close_old_connections

from trajecten import post
from trajecten.actions.faalpunten import faalpunt
from verklaringen.actions import (
    Verloren,
    afdruk_uitvoeren,
    bundel_uitvoeren,
    opdracht_uitvoeren,
    pakken,
    reeks_uitvoeren,
)
from verklaringen.models import Afdruk, Reeksbestand, Uitgifteopdracht, Uitgiftereeks
from verklaringen.pdf import Renderer, RenderFout

PAUZE = 0.5
BEURTEN = 4  # pieces of one kind in a row: a long queue of one kind keeps no other waiting
WERK = (
    (Uitgiftereeks, reeks_uitvoeren),
    (Uitgifteopdracht, opdracht_uitvoeren),
    (Afdruk, afdruk_uitvoeren),
    (Reeksbestand, bundel_uitvoeren),
)


class Command(BaseCommand):
    help = "Geef documenten uit, maak afdrukken en verstuur post. Start er gerust meer van."

    def add_arguments(self, parser):
        parser.add_argument("--eenmaal", action="store_true", help="doe wat er ligt en stop daarna")

    def handle(self, *, eenmaal, **options):
        self.gestopt = False
        # The step in hand is finished; what is left waits for another worker.
        for sein in (signal.SIGTERM, signal.SIGINT):
            signal.signal(sein, self._stoppen)
        with Renderer() as renderer:
            while not self.gestopt:
                if self._ronde(renderer):
                    continue
                if eenmaal:
                    break
                time.sleep(PAUZE)

    def _stoppen(self, *_):
        self.gestopt = True

    def _ronde(self, renderer) -> bool:
        """A few pieces of every kind of work; False when nothing was waiting."""
        close_old_connections()
        try:
            gedaan = [self._soort(model, doen, renderer) for model, doen in WERK]
            return any([*gedaan, self._bericht()])
        except (OperationalError, RenderFout) as fout:
            # The database or the renderer is away for a moment: the work is still in its row.
            self.stderr.write(f"Even geen werk mogelijk: {fout}")
            time.sleep(PAUZE)
            return False

    def _soort(self, model, doen, renderer) -> bool:
        for beurt in range(BEURTEN):
            if self.gestopt or not self._document(model, doen, renderer):
                return beurt > 0
        return True

    def _document(self, model, doen, renderer) -> bool:
        renderer.klaarzetten()
        werk = pakken(model)
        if werk is None:
            return False
        try:
            doen(werk, renderer)
        except Verloren as verloren:
            self.stderr.write(f"Overgenomen door een andere worker: {verloren}")
        return True

    def _bericht(self) -> bool:
        bericht = post.pakken()
        if bericht is None:
            return False
        post.versturen(bericht, na_verzenden=lambda: faalpunt("na_mail"))
        return True
