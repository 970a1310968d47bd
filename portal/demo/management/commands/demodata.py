"""`manage.py demodata`: the demo region, built once through the actions."""

from django.core.management import BaseCommand

from portal.demo.bouwen import bouwen


class Command(BaseCommand):
    help = "Bouw de voorbeeldregio: verzonnen mensen en bedrijven, echte kwalificaties."

    def handle(self, **options):
        aantal = bouwen()
        if aantal:
            self.stdout.write(f"Voorbeeldregio gemaakt met {aantal} kandidaten.")
        else:
            self.stdout.write("De voorbeeldregio staat er al.")
