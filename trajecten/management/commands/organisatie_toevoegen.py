"""manage.py organisatie_toevoegen SOORT NAAM --lid NAAM --email ADRES: an organisatie, one lid."""

from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email

from trajecten import actions, namen
from trajecten.models import BIJ_ORGANISATIE, Arbeidsmarktregio, Gemeente, Organisatie
from trajecten.rules import Bezwaar


class Command(BaseCommand):
    help = "Voegt een organisatie toe met haar eerste lid, dat inlogt met een code per mail."

    def add_arguments(self, parser):
        parser.add_argument("soort", choices=Organisatie.Soort.values)
        parser.add_argument("naam")
        parser.add_argument("--lid", required=True, help="naam van het eerste lid")
        parser.add_argument("--email", required=True)
        parser.add_argument("--rol", choices=[str(rol) for rol in BIJ_ORGANISATIE], default="")
        parser.add_argument("--gemeente", help="gemeentecode: GM en vier cijfers")
        parser.add_argument("--regio", help="naam van de arbeidsmarktregio")
        parser.add_argument("--brin", default="", help="alleen voor een school")
        parser.add_argument("--plaats", default="")
        parser.add_argument("--telefoon", default="")
        parser.add_argument("--bekostigd", action="store_true", help="de school is bekostigd")
        parser.add_argument("--clausules", type=Path, help="tekst van de praktijkovereenkomst")

    def handle(self, *args, **opties):
        try:
            namen.organisatienaam(opties["naam"])
            namen.persoonsnaam(opties["lid"])
            validate_email(opties["email"])
            lid = actions.organisatie_toevoegen(
                soort=opties["soort"],
                naam=opties["naam"],
                lidnaam=opties["lid"],
                email=opties["email"],
                rol=opties["rol"],
                gemeente=een(Gemeente, code=opties["gemeente"]),
                regio=een(Arbeidsmarktregio, naam=opties["regio"]),
                brin=opties["brin"].upper(),
                clausules=opties["clausules"].read_text("utf-8") if opties["clausules"] else "",
                plaats=opties["plaats"],
                telefoon=opties["telefoon"],
                bekostigd=opties["bekostigd"],
            )
        except ValidationError as fout:
            raise CommandError(" ".join(fout.messages)) from fout
        except (Bezwaar, OSError) as fout:
            raise CommandError(str(fout)) from fout
        self.stdout.write(f"{lid.organisatie} staat erin, met {lid.naam} als {lid.rol}.")


def een(model, **zoekveld):
    """The row that was named, or None when nothing was; a name that is unknown is an error."""
    [waarde] = zoekveld.values()
    if not waarde:
        return None
    rij = model.objects.filter(**zoekveld).first()
    if not rij:
        raise CommandError(f"{waarde} is niet bekend. Laad eerst de startgegevens.")
    return rij
