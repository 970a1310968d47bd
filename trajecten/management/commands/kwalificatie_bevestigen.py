"""manage.py kwalificatie_bevestigen CREBO --door NAAM: someone compared it with SBB's register."""

from django.core.management.base import BaseCommand, CommandError

from trajecten import actions
from trajecten.models import Kwalificatie, Kwalificatiedossier
from trajecten.rules import Bezwaar


class Command(BaseCommand):
    help = (
        "Legt vast dat iemand een kwalificatie uit de startgegevens met SBB's register vergeleek."
    )

    def add_arguments(self, parser):
        parser.add_argument("crebo")
        parser.add_argument("--door", required=True, help="naam van wie het vergeleek")

    def handle(self, *args, crebo, door, **options):
        kwalificatie = Kwalificatie.objects.filter(
            crebo=crebo, dossier__bron=Kwalificatiedossier.Bron.STARTGEGEVENS
        ).first()
        if not kwalificatie:
            raise CommandError(f"Er is geen kwalificatie {crebo} in de startgegevens.")
        try:
            actions.kwalificatie_bevestigen(kwalificatie=kwalificatie, door=door)
        except Bezwaar as bezwaar:
            raise CommandError(str(bezwaar)) from bezwaar
        self.stdout.write(f"{kwalificatie} is bevestigd door {door.strip()}.")
