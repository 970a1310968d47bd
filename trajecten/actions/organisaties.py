"""Add an organisatie with its first lid, and what an instelling decides for itself."""

from django.db import transaction

from .. import logboek, namen, opslag, rules
from ..models import (
    Arbeidsmarktregio,
    Bestand,
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


@transaction.atomic
def blad_kiezen(*, instelling, door, blad, besloten_door, besloten_op) -> Inrichting:
    """Leg vast welk blad de instelling laat tekenen, en wie dat wanneer besloot. Raises: Bezwaar.

    Wat al is vastgesteld houdt zijn blad. Het logboek houdt elke eerdere keuze.
    """
    if bezwaar := rules.bezwaar_tegen_blad_kiezen(instelling, door, besloten_op):
        raise Bezwaar(bezwaar)
    inrichting, _ = Inrichting.objects.select_for_update().get_or_create(organisatie=instelling)
    inrichting.blad = blad
    inrichting.blad_besloten_door, inrichting.blad_besloten_op = besloten_door, besloten_op
    inrichting.save(update_fields=["blad", "blad_besloten_door", "blad_besloten_op"])
    keuze = {"blad": blad, "besloten_door": besloten_door, "op": besloten_op.isoformat()}
    logboek.schrijven(door, "blad_kiezen", inrichting, bijzonderheden=keuze)
    return inrichting


@transaction.atomic
def logo_plaatsen(*, instelling, door, logo: tuple[bytes, str]) -> Inrichting:
    """Zet het eigen logo op documenten van hierna. Raises: Bezwaar, OpslagFout.

    Wat al vastligt houdt zijn logo: dat staat er met zijn SHA-256 in.
    """
    if bezwaar := rules.bezwaar_tegen_inrichten(instelling, door):
        raise Bezwaar(bezwaar)
    inhoud, naam = logo
    bestand = opslag.bewaren(
        inhoud, naam=naam, soort=Bestand.Soort.LOGO, mimetype="image/png", door=door
    )
    return _logo_zetten(instelling, door, bestand, "logo_plaatsen")


@transaction.atomic
def logo_weghalen(*, instelling, door) -> Inrichting:
    """Documenten van hierna hebben geen logo meer. Raises: Bezwaar."""
    if bezwaar := rules.bezwaar_tegen_inrichten(instelling, door):
        raise Bezwaar(bezwaar)
    return _logo_zetten(instelling, door, None, "logo_weghalen")


def _logo_zetten(instelling, door, bestand, actie) -> Inrichting:
    inrichting, _ = Inrichting.objects.select_for_update().get_or_create(organisatie=instelling)
    inrichting.logo = bestand
    inrichting.save(update_fields=["logo"])
    welk = {"sha256": bestand.sha256} if bestand else {}
    logboek.schrijven(door, actie, inrichting, bijzonderheden=welk)
    return inrichting
