"""manage.py bench [POORT...]: measure, print each figure with its gate, exit 1 when one fails."""

import json
import platform
from dataclasses import asdict
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils import timezone

from portal.bench.poorten import POORTEN
from portal.bench.proefdatabase import proefdatabase


class Command(BaseCommand):
    help = "Meet de snelheid in een eigen proefdatabase en schrijft var/bench.json."

    def add_arguments(self, parser):
        parser.add_argument("poort", nargs="*", help=f"uit: {', '.join(POORTEN)}")

    def handle(self, *args, poort, **options):
        if onbekend := set(poort) - set(POORTEN):
            raise CommandError(f"Onbekend: {', '.join(onbekend)}. Kies uit {', '.join(POORTEN)}.")
        metingen = []
        for naam in poort or POORTEN:
            with proefdatabase():  # a fresh one: no gate finds what another left behind
                for meting in POORTEN[naam]():
                    metingen.append(meting)
                    self.tonen(meting)
        pad = Path(settings.VAR) / "bench.json"
        pad.write_text(json.dumps(verslag(metingen), indent=1, ensure_ascii=False) + "\n")
        self.stdout.write(f"Geschreven: {pad}")
        if mis := [meting.id for meting in metingen if not meting.gehaald]:
            raise CommandError(f"Niet gehaald: {', '.join(mis)}.")

    def tonen(self, meting):
        oordeel = "ok " if meting.gehaald else "MIS"
        waarde = f"{meting.waarde:.3g}"
        self.stdout.write(
            f"{oordeel} {meting.id:<14} {waarde:>8} {meting.eenheid:<16} "
            f"{meting.poort:<14} {meting.toelichting}"
        )
        self.stdout.flush()


def verslag(metingen):
    """The figures with the machine they were measured on: ratios count, absolutes do not."""
    return {
        "op": timezone.localtime().isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "database": connection.vendor,
        "metingen": [asdict(meting) for meting in metingen],
    }
