"""`manage.py cijfers_herbouwen`: count all figures anew and publish them.

Exit code 2: it is running already.
"""

from django.core.management.base import BaseCommand, CommandError

from portal.cijfers.actions import herbouwen, publiceren
from portal.slot import Bezet


class Command(BaseCommand):
    help = "Alle cijfers opnieuw tellen; gesloten periodes blijven, behalve na een correctie."

    def handle(self, **options):
        try:
            herbouw = herbouwen()
        except Bezet as bezet:
            raise CommandError("De cijfers worden al geteld.", returncode=2) from bezet
        gepubliceerd = publiceren()
        seconden = (herbouw.klaar_op - herbouw.begonnen_op).total_seconds()
        self.stdout.write(
            f"{herbouw.trajecten} trajecten, {herbouw.waarden} waarden, "
            f"{herbouw.gecorrigeerd} gecorrigeerd, in {seconden:.1f} s. "
            f"{gepubliceerd} cijfers gepubliceerd."
        )
