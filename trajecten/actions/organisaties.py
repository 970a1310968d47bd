"""Add an organisatie with its first lid, who invites the others."""

from django.db import transaction

from .. import logboek, namen, rules
from ..models import (
    Arbeidsmarktregio,
    Gemeente,
    Inrichting,
    Lidmaatschap,
    Organisatie,
    Rol,
)
from ..rules import Bezwaar
from .leden import lid_aanmaken


@transaction.atomic
def organisatie_toevoegen(
    *,
    soort: str,
    naam: str,
    lidnaam: str,
    email: str,
    rol: Rol | str = "",
    gemeente: Gemeente | None = None,
    regio: Arbeidsmarktregio | None = None,
    brin: str = "",
    clausules: str = "",
    **velden: str | bool,
) -> Lidmaatschap:
    """Voeg een organisatie toe, of neem die uit de startgegevens, en geef haar het eerste lid.

    `velden`: plaats, telefoon, bekostigd. Het lid logt in met een code per mail. Raises: Bezwaar.
    """
    naam = namen.opschonen(naam)
    rol = rol or rules.eerste_rol(soort)
    regio = regio or (gemeente.regio if gemeente else None)
    if bezwaar := rules.bezwaar_tegen_organisatie_toevoegen(
        soort=soort,
        naam=naam,
        rol=rol,
        gemeente=gemeente,
        regio_id=regio.pk if regio else None,
        brin=brin,
    ):
        raise Bezwaar(bezwaar)
    organisatie = _vinden(soort, naam, gemeente, brin)
    organisatie.naam, organisatie.gemeente, organisatie.regio = naam, gemeente, regio
    for veld, waarde in velden.items():
        setattr(organisatie, veld, waarde)
    organisatie.save()
    if soort == Organisatie.Soort.INSTELLING:
        Inrichting.objects.get_or_create(
            organisatie=organisatie, defaults={"clausules": namen.opschonen_tekst(clausules)}
        )
    lid = lid_aanmaken(rol=rol, naam=lidnaam, email=email, door=None, organisatie=organisatie)
    logboek.schrijven(None, "organisatie_toevoegen", organisatie, herkomst="opdrachtregel")
    return lid


def _vinden(soort: str, naam: str, gemeente: Gemeente | None, brin: str) -> Organisatie:
    """The row that stands there without leden, from the start content, or a new one."""
    zoekveld: dict[str, object] = {"brin": brin} if brin else {"naam__iexact": naam}
    if soort == Organisatie.Soort.GEMEENTE:
        zoekveld = {"gemeente": gemeente}
    bestaand = Organisatie.objects.select_for_update().filter(soort=soort, **zoekveld).first()
    return bestaand or Organisatie(soort=soort, brin=brin)
