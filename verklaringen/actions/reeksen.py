"""Issuing for many at once: the order by a person, carried out line by line by the worker."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from trajecten import logboek, post
from trajecten.actions.faalpunten import faalpunt
from trajecten.rules import Bezwaar, Ingehaald

from .. import rules
from ..models import Reeksregel, Uitgiftereeks
from .uitgeven import uitgeven
from .wachtrij import vastleggen

KIJKEN_NA = timedelta(seconds=5)


@transaction.atomic
def reeks_uitgeven(
    *, trajecten, motiveringen, door, sleutel, niet_mee=None, nu=None
) -> Uitgiftereeks:
    """Leg vast voor wie er uitgegeven wordt; de worker geeft per mens de opdracht.

    `motiveringen`: per pk van een traject waarom het toch kan. `niet_mee`: wie ook gekozen was,
    met de reden. Dezelfde sleutel met dezelfde mensen geeft dezelfde reeks.
    Raises: Bezwaar (422), Ingehaald (409) bij andere mensen.
    """
    nu, niet_mee = nu or timezone.now(), niet_mee or {}
    if bezwaar := rules.bezwaar_tegen_reeks_uitgeven(trajecten, [*niet_mee], door):
        raise Bezwaar(bezwaar)
    reeks, is_nieuw = Uitgiftereeks.objects.get_or_create(
        door=door,
        sleutel=sleutel,
        defaults={"instelling": door.organisatie, "aangevraagd_op": nu, "niet_voor": nu},
    )
    gekozen = {traject.pk for traject in (*trajecten, *niet_mee)}
    if not is_nieuw:
        if {regel.traject_id for regel in reeks.regels.all()} != gekozen:
            raise Ingehaald(reeks)
        return reeks
    mee = [
        Reeksregel(traject=traject, motivering=motiveringen.get(traject.pk, ""))
        for traject in trajecten
    ]
    thuis = [
        Reeksregel(traject=traject, bezwaar=bezwaar[:500], geregeld_op=nu)
        for traject, bezwaar in niet_mee.items()
    ]
    for regel in (regels := [*mee, *thuis]):
        regel.reeks, regel.door = reeks, door
    Reeksregel.objects.bulk_create(regels)
    faalpunt("in_de_reeks")
    logboek.schrijven(door, "reeks_uitgeven", reeks, bijzonderheden={"aantal": len(mee)})
    return reeks


@transaction.atomic
def reeks_opnieuw(*, reeks, door, nu=None) -> Uitgiftereeks:
    """Geef nog een keer opdracht voor wie niet meeging of mislukte. Raises: Bezwaar (422)."""
    nu = nu or timezone.now()
    reeks = Uitgiftereeks.objects.select_for_update().get(pk=reeks.pk)
    stand = rules.reeksstand(reeks)
    if bezwaar := rules.bezwaar_tegen_reeks_opnieuw(stand):
        raise Bezwaar(bezwaar)
    regels = [rij.regel.pk for rij in stand.niet_gelukt]
    reeks.regels.filter(pk__in=regels).update(geregeld_op=None, bezwaar="", door=door)
    Uitgiftereeks.objects.filter(pk=reeks.pk).update(klaar_op=None, niet_voor=nu, pogingen=0)
    logboek.schrijven(door, "reeks_opnieuw", reeks, bijzonderheden={"aantal": len(regels)})
    return reeks


def reeks_uitvoeren(reeks, renderer=None) -> None:
    """What is left of a taken reeks, each line in its own transaction. Raises: Verloren.

    Whoever dies here loses nothing: the next worker begins at the first line without an outcome.
    """
    open_ = reeks.regels.filter(geregeld_op=None).select_related("traject", "door")
    while regel := open_.first():
        _regelen(reeks, regel)
        faalpunt("na_regel")
    _afronden(reeks)


@transaction.atomic
def _regelen(reeks, regel) -> None:
    vastleggen(reeks, pogingen=0)  # the lock and the heartbeat: one worker at a time has this reeks
    try:
        opdrachten = uitgeven(
            traject=regel.traject, door=regel.door, motivering=regel.motivering, reeks=reeks
        )
        regel.vaststellingen.set([opdracht.vaststelling_id for opdracht in opdrachten])
    except Bezwaar as bezwaar:
        regel.bezwaar = str(bezwaar)[:500]
    regel.geregeld_op = timezone.now()
    regel.save(update_fields=["bezwaar", "geregeld_op"])


@transaction.atomic
def _afronden(reeks) -> None:
    """Done when every line has its outcome; until then somebody looks again in a moment."""
    vastleggen(reeks)
    nu, stand = timezone.now(), rules.reeksstand(reeks)
    if stand.bezig:
        vastleggen(reeks, lease_tot=None, niet_voor=nu + KIJKEN_NA, pogingen=0)
        return
    vastleggen(reeks, lease_tot=None, klaar_op=nu, pogingen=0)
    _bericht(reeks, stand)


def _bericht(reeks, stand) -> None:
    """One mail for the whole reeks, with numbers only."""
    gebruiker = reeks.door.gebruiker
    if not gebruiker.email:
        return
    zin = f"Voor {len(stand.klaar)} van {len(stand.regels)} mensen is alles uitgegeven."
    if stand.niet_gelukt:
        zin += "\nBij de anderen lukte het niet. Op de pagina staat waarom."
    post.klaarzetten(
        aan=gebruiker.email,
        onderwerp="De uitgiftereeks is klaar",
        tekst=(
            f"Dag {gebruiker.voornaam},\n\n{zin}\n"
            f"Je vindt de documenten hier: {post.link(reeks.get_absolute_url())}\n"
        ),
    )
