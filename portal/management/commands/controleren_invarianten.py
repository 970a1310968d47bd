"""`manage.py controleren_invarianten`: is everything still as promised? Exit code 1 when not."""

import json
from dataclasses import asdict
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils import timezone

from portal.invarianten.lijst import controleren

WOORD = {"klopt": "klopt", "afwijking": "AFWIJKING", "niet_gebouwd": "niet gebouwd"}
HOOGUIT = 20


class Command(BaseCommand):
    help = "Controleert of alles nog klopt: nummers, bestanden, logboek, standen, sloten."

    def add_arguments(self, parser):
        parser.add_argument(
            "--json", type=Path, dest="bestand", metavar="BESTAND", help="schrijf ook een verslag"
        )

    def handle(self, *, bestand: Path | None = None, **options):
        uitkomsten = controleren()
        for uitkomst in uitkomsten:
            self.tonen(uitkomst)
        if bestand:
            bestand.write_text(verslag(uitkomsten), encoding="utf-8")
        if mis := [uitkomst.id for uitkomst in uitkomsten if uitkomst.stand == "afwijking"]:
            raise CommandError(f"Er klopt iets niet: {', '.join(mis)}.")

    def tonen(self, uitkomst):
        self.stdout.write(f"{uitkomst.id:<4} {WOORD[uitkomst.stand]:<13} {uitkomst.belofte}")
        for zin in uitkomst.afwijkingen[:HOOGUIT]:
            self.stdout.write(f"     - {zin}")
        if uitkomst.aantal > HOOGUIT:
            self.stdout.write(f"     - en nog {uitkomst.aantal - HOOGUIT}")


def verslag(uitkomsten) -> str:
    """The report for a machine: when, on which database, and what was found."""
    return json.dumps(
        {
            "op": timezone.localtime().isoformat(timespec="seconds"),
            "database": connection.vendor,
            "groen": all(uitkomst.stand != "afwijking" for uitkomst in uitkomsten),
            "invarianten": [asdict(uitkomst) for uitkomst in uitkomsten],
        },
        indent=1,
        ensure_ascii=False,
    )
