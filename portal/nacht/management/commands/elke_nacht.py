"""`manage.py elke_nacht`: all the work of the night. Exit code 1: a task failed, 2: busy."""

from django.core.management.base import BaseCommand, CommandError

from portal.nacht.actions import nachtwerk_doen
from portal.slot import Bezet


class Command(BaseCommand):
    help = "Al het nachtelijke werk: opruimen, loslaten wat bleef hangen, nakijken of alles klopt."

    def handle(self, **options):
        try:
            nacht = nachtwerk_doen(melden=self.tonen)
        except Bezet as bezet:
            raise CommandError("Het nachtwerk loopt al.", returncode=2) from bezet
        self.stdout.write(f"Klaar in {nacht.seconden:.1f} s.")
        if mis := [taak["naam"] for taak in nacht.mislukt]:
            raise CommandError(f"Niet gelukt: {', '.join(mis)}.")

    def tonen(self, taak):
        oordeel = "ok " if taak["gelukt"] else "MIS"
        self.stdout.write(f"{oordeel} {taak['seconden']:>6.1f} s  {taak['naam']:<14} {taak['zin']}")
        self.stdout.flush()
