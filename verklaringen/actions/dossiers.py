"""Taking a dossier voor controle along: written down for each person before a byte leaves."""

from django.db import transaction

from trajecten import logboek
from trajecten.rules import Bezwaar

from .. import rules


@transaction.atomic
def dossier_downloaden(*, trajecten, door, waarvoor) -> None:
    """Schrijf op wie welke dossiers waarvoor meeneemt. Raises: Bezwaar (422).

    Elke kandidaat leest het in "Wie heeft gekeken?"; één regel zegt hoeveel en welke het waren.
    """
    if bezwaar := rules.bezwaar_tegen_dossier_downloaden(trajecten, door, waarvoor):
        raise Bezwaar(bezwaar)
    aantal = {"aantal": len(trajecten), "waarvoor": waarvoor}
    keuze = {"trajecten": [traject.nummer for traject in trajecten]}
    logboek.schrijven(door, "dossiers_uitvoeren", door.organisatie, bijzonderheden=aantal | keuze)
    for traject in trajecten:
        logboek.schrijven(door, "dossier_downloaden", traject, bijzonderheden=aantal)
