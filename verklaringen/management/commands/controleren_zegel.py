"""`manage.py controleren_zegel BESTAND...`: is each of these files one that we issued?"""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from verklaringen import actions, zegel
from verklaringen.forms.controleren import GROOTSTE
from verklaringen.models import Geldigheid

NIET_ECHT, NIET_TE_DOEN, NIET_GELDIG = 1, 2, 3


class Command(BaseCommand):
    help = (
        "Controleert het zegel van PDF's en zoekt ze op in het register: een regel per bestand. "
        "Exitcode 0: elk bestand is origineel en geldig; 1: een bestand is niet origineel; "
        "2: een bestand of de lijst met certificaten is niet te lezen; "
        "3: alles is origineel, maar iets is vervangen of ingetrokken."
    )

    def add_arguments(self, parser):
        parser.add_argument("bestanden", nargs="+", type=Path, metavar="BESTAND")

    def handle(self, *, bestanden: list[Path], **options):
        codes = {self.controleren(pad) for pad in bestanden}
        for code, zin in (
            (NIET_TE_DOEN, "Niet alles is te lezen."),
            (NIET_ECHT, "Niet alles is origineel."),
            (NIET_GELDIG, "Niet alles is nog geldig."),
        ):
            if code in codes:
                raise CommandError(zin, returncode=code)

    def controleren(self, pad: Path) -> int:
        """One line about one file, and what it means for the exit code."""
        try:
            with pad.open("rb") as bestand:
                pdf = bestand.read(GROOTSTE + 1)
            bevinding = actions.controleren_zegel(pdf=pdf)
        except OSError:
            self.stdout.write(f"{pad}: Dit bestand is niet te lezen.")
            return NIET_TE_DOEN
        except zegel.ZegelFout as fout:
            self.stdout.write(f"{pad}: Dit kan nu niet: {fout.waarom}")
            return NIET_TE_DOEN
        self.stdout.write(f"{pad}: {bevinding.oordeel} {_staart(bevinding)}")
        if not bevinding.origineel:
            return NIET_ECHT
        return 0 if bevinding.uitgifte.geldigheid == Geldigheid.GELDIG else NIET_GELDIG


def _staart(bevinding) -> str:
    """Which document it is and how it stands; or why it is none of ours."""
    if not bevinding.origineel:
        return bevinding.reden
    uitgifte = bevinding.uitgifte
    sinds = f" op {uitgifte.ongeldig_op:%d-%m-%Y}" if uitgifte.ongeldig_op else ""
    delen = [f"{uitgifte.nummer}, {uitgifte.geldigheid}{sinds}."]
    if bevinding.zonder_zegel:
        delen.append("Zonder zegel uitgegeven.")
    elif uitgifte.zegelsoort == "test":
        delen.append("Testzegel.")
    return " ".join(delen)
