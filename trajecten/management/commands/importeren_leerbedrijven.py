"""manage.py importeren_leerbedrijven BESTAND.csv [--proef] [--fouten PAD]."""

import csv
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from trajecten import actions
from trajecten.imports.tabel import Onbruikbaar, Rijfout, veilig
from trajecten.opslag import OpslagFout

DEELS = 3  # exit code: good lines are in, some lines were refused


class Command(BaseCommand):
    help = "Leest leerbedrijven en erkenningen in uit een CSV; foute regels komen in een bestand."

    def add_arguments(self, parser):
        parser.add_argument("bestand", type=Path)
        parser.add_argument("--proef", action="store_true", help="laat zien wat er zou veranderen")
        parser.add_argument("--fouten", type=Path, help="waar de foute regels komen te staan")

    def handle(self, *args, bestand, proef, fouten, **options):
        fouten = fouten or Path(settings.VAR) / "import" / f"{bestand.stem}-fouten.csv"
        try:
            fouten.parent.mkdir(parents=True, exist_ok=True)
            with fouten.open("w", encoding="utf-8", newline="", errors="backslashreplace") as uit:
                schrijver = csv.writer(uit, delimiter=";")
                schrijver.writerow(Rijfout._fields)
                uitkomst = actions.leerbedrijven_importeren(
                    pad=bestand,
                    proef=proef,
                    bij_fout=lambda fout: schrijver.writerow(map(veilig, fout)),
                    bij_voortgang=self.voortgang,
                )
        except (Onbruikbaar, OSError, OpslagFout) as fout:
            raise CommandError(f"{bestand.name} is niet ingelezen. {fout}") from fout
        self.stdout.write("")
        self.verslag(uitkomst, proef)
        if uitkomst.fout:
            raise CommandError(
                f"{uitkomst.fout} regels niet ingelezen; ze staan in {fouten}.", returncode=DEELS
            )
        fouten.unlink(missing_ok=True)

    def voortgang(self, uitkomst):
        einde = "" if self.stdout.isatty() else "\n"
        self.stdout.write(f"\r{uitkomst.goed + uitkomst.fout} regels gelezen", ending=einde)
        self.stdout.flush()

    def verslag(self, uitkomst, proef):
        if uitkomst.ongebruikt:
            self.stdout.write(f"Niet gebruikte kolommen: {', '.join(uitkomst.ongebruikt)}.")
        nieuw, gewijzigd = uitkomst.ingeladen.nieuw, uitkomst.ingeladen.gewijzigd
        self.stdout.write(
            f"{uitkomst.goed} regels goed. "
            f"Leerbedrijven: {nieuw['leerbedrijven']} nieuw, "
            f"{gewijzigd['leerbedrijven']} gewijzigd. "
            f"Erkenningen: {nieuw['erkenningen']} nieuw, {gewijzigd['erkenningen']} gewijzigd. "
            f"Antwoorden per werkproces: {gewijzigd['werkprocessen']} veranderd."
        )
        if proef:
            self.stdout.write("Proef: er is niets bewaard.")
