"""manage.py startgegevens: load the reference data that comes with the portal."""

from django.core.management.base import BaseCommand

from trajecten import actions


class Command(BaseCommand):
    help = "Laadt de startgegevens (kwalificaties, gemeenten, instellingen). Mag vaker."

    def handle(self, *args, **options):
        verslag = actions.startgegevens_laden()
        if not verslag:
            self.stdout.write("De startgegevens stonden er al; er is niets veranderd.")
            return
        self.stdout.write(
            f"Startgegevens geladen: {len(verslag.toegevoegd)} toegevoegd, "
            f"{len(verslag.gewijzigd)} gewijzigd, {len(verslag.verdwenen)} verdwenen."
        )
