"""manage.py importeren_dossiers BESTAND... [--proef]: read SBB's own dossier files."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from trajecten import actions
from trajecten.imports.dossiers import Onleesbaar
from trajecten.opslag import OpslagFout

TEKENS = {"toegevoegd": "+", "gewijzigd": "~", "verdwenen": "-"}


class Command(BaseCommand):
    help = "Leest kwalificatiedossiers in uit de XML van SBB; elk bestand helemaal of niet."

    def add_arguments(self, parser):
        parser.add_argument("bestand", nargs="+", type=Path)
        parser.add_argument("--proef", action="store_true", help="laat zien wat er zou veranderen")

    def handle(self, *args, bestand, proef, **options):
        geweigerd = [pad for pad in bestand if not self.een(pad, proef)]
        if geweigerd:
            namen = ", ".join(pad.name for pad in geweigerd)
            raise CommandError(
                f"{len(geweigerd)} van {len(bestand)} bestanden niet ingelezen: {namen}. "
                "Van die bestanden is niets bewaard."
            )

    def een(self, pad, proef) -> bool:
        """Read one file and report on it; False when it was refused."""
        try:
            gelezen, verslag = actions.dossiers_importeren(
                inhoud=pad.read_bytes(), naam=pad.name, proef=proef
            )
        except Onleesbaar as onleesbaar:
            for fout in onleesbaar.fouten:
                self.stderr.write(f"{pad.name}, {fout}")
            return False
        except (OSError, OpslagFout) as fout:
            self.stderr.write(f"{pad.name}: {fout}")
            return False
        self.verslag(pad.name, gelezen, verslag, proef)
        return True

    def verslag(self, naam, gelezen, verslag, proef):
        telling = ", ".join(f"{aantal} {wat}" for wat, aantal in gelezen.telling().items())
        self.stdout.write(f"{naam}: {telling or 'niets'} gelezen.")
        for fout in gelezen.overgeslagen:
            self.stdout.write(f"  overgeslagen, {fout}")
        for soort, teken in TEKENS.items():
            for regel in getattr(verslag, soort):
                self.stdout.write(f"  {teken} {regel}")
        aantallen = ", ".join(f"{aantal} {wat}" for wat, aantal in verslag.aantallen().items())
        einde = "Proef: er is niets bewaard." if proef else ""
        self.stdout.write(f"  {aantallen if verslag else 'Geen verandering'}. {einde}".rstrip())
