"""From aanmelding to a traject at a school."""

from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from .. import logboek, post, rules
from ..models import Aanmelding, Kandidaat, NietGestartReden, Rol, Status
from ..rules import Bezwaar, Ingehaald
from .trajecten import overgaan, traject_aanmaken

VELDEN = ("naam", "telefoon", "taal", "gemeente", "wens")


@transaction.atomic
def aanmelden(
    *, naam, telefoon, taal, gemeente, wens, uitleg_gegeven, sleutel, door=None, email="", nu=None
) -> Aanmelding:
    """Meld iemand aan; zonder `door` doet de kandidaat het zelf. Raises: Bezwaar (422)."""
    nu = nu or timezone.now()
    if not uitleg_gegeven:
        raise Bezwaar("Vertel eerst wie deze gegevens ziet. Zet daarna het vinkje.")
    velden = {
        "naam": naam, "telefoon": telefoon, "taal": taal, "gemeente": gemeente, "wens": wens,
        "email": email, "uitleg_gegeven": True, "door": door,
        "verwijzer": door.organisatie if door else None,
        "gebeurd_op": timezone.localdate(nu), "vastgelegd_op": nu, "status_op": nu,
    }  # fmt: skip
    # Of two clicks at once one makes the row, and both get it.
    aanmelding, nieuw = Aanmelding.objects.get_or_create(sleutel=sleutel, defaults=velden)
    if nieuw:
        herkomst = "portaal" if door else "openbaar"
        logboek.schrijven(door, "aanmelden", aanmelding, herkomst=herkomst)
    return aanmelding


def _zetten(aanmelding, naar, nu, **velden):
    """Conditional on status and version: of two people who act at once, one wins."""
    gezet = Aanmelding.objects.filter(
        pk=aanmelding.pk, status=aanmelding.status, versie=aanmelding.versie
    ).update(status=naar, status_op=nu, versie=F("versie") + 1, **velden)
    if not gezet:
        raise Ingehaald(Aanmelding.objects.get(pk=aanmelding.pk))
    aanmelding.refresh_from_db()


@transaction.atomic
def aanmelding_corrigeren(*, aanmelding, door, versie, nu=None, **velden) -> Aanmelding:
    """Verbeter de vijf velden; een teruggegeven aanmelding gaat opnieuw naar het aanmeldpunt.

    Raises: Bezwaar (422), Ingehaald (409) when somebody changed it since `versie`.
    """
    nu = nu or timezone.now()
    aanmelding = Aanmelding.objects.select_for_update().get(pk=aanmelding.pk)
    if bezwaar := rules.bezwaar_tegen_corrigeren(aanmelding, door):
        raise Bezwaar(bezwaar)
    if aanmelding.versie != versie:
        raise Ingehaald(aanmelding)
    terug = aanmelding.status == Aanmelding.Status.TERUGGEGEVEN
    naar = Aanmelding.Status.INGEDIEND if terug else aanmelding.status
    nieuw = {naam: velden[naam] for naam in VELDEN}
    _zetten(aanmelding, naar, nu, status_reden="" if terug else aanmelding.status_reden, **nieuw)
    if aanmelding.traject_id:
        mens = {naam: nieuw[naam] for naam in VELDEN if naam != "wens"}
        Kandidaat.objects.filter(pk=aanmelding.traject.kandidaat_id).update(**mens)
    logboek.schrijven(door, "aanmelding_corrigeren", aanmelding)
    return aanmelding


@transaction.atomic
def aanmelding_kenmerk(*, aanmelding, door, kenmerk) -> Aanmelding:
    """Zet het eigen kenmerk van de verwijzer erbij; niemand anders ziet het."""
    Aanmelding.objects.filter(pk=aanmelding.pk).update(kenmerk=kenmerk)
    logboek.schrijven(door, "aanmelding_kenmerk", aanmelding)
    return aanmelding


@transaction.atomic
def aanmelding_intrekken(*, aanmelding, door, reden, nu=None) -> Aanmelding:
    """De verwijzer trekt in, tot de intake; ligt zij al bij een school, dan is het niet gestart."""
    nu = nu or timezone.now()
    aanmelding = Aanmelding.objects.select_for_update().get(pk=aanmelding.pk)
    if bezwaar := rules.bezwaar_tegen_intrekken(aanmelding, door):
        raise Bezwaar(bezwaar)
    if aanmelding.traject_id:
        overgaan(
            traject=aanmelding.traject, naar=Status.NIET_GESTART, door=door, toelichting=reden,
            reden_code=NietGestartReden.KANDIDAAT_TROK_TERUG, nu=nu,
        )  # fmt: skip
    else:
        _zetten(aanmelding, Aanmelding.Status.INGETROKKEN, nu, status_reden=reden)
    logboek.schrijven(door, "aanmelding_intrekken", aanmelding)
    return aanmelding


@transaction.atomic
def aanmelding_doorzetten(*, aanmelding, door, instelling, nu=None):
    """Het aanmeldpunt geeft de aanmelding aan een school: kandidaat en traject ontstaan. Geeft het
    traject.
    """
    nu = nu or timezone.now()
    aanmelding = Aanmelding.objects.select_for_update().get(pk=aanmelding.pk)
    if bezwaar := rules.bezwaar_tegen_stap(
        aanmelding, door, Aanmelding.Status.DOORGEZET
    ) or rules.bezwaar_tegen_instelling(instelling):
        raise Bezwaar(bezwaar)
    kandidaat = Kandidaat.objects.create(
        naam=aanmelding.naam, telefoon=aanmelding.telefoon, taal=aanmelding.taal,
        gemeente=aanmelding.gemeente, email=aanmelding.email,
    )  # fmt: skip
    traject = traject_aanmaken(kandidaat=kandidaat, instelling=instelling, door=door, nu=nu)
    _zetten(aanmelding, Aanmelding.Status.DOORGEZET, nu, traject=traject, status_reden="")
    logboek.schrijven(door, "aanmelding_doorzetten", aanmelding)
    for lid in instelling.leden.geldig().filter(
        rol=Rol.COORDINATOR, gebruiker__email__isnull=False
    ):
        _melden(
            lid,
            f"Nieuwe aanmelding: {kandidaat.voornaam}",
            post.link(traject.get_absolute_url()),
            nu,
        )
    return traject


@transaction.atomic
def aanmelding_teruggeven(*, aanmelding, door, reden, nu=None) -> Aanmelding:
    """Het aanmeldpunt geeft terug met een reden die de verwijzer leest."""
    nu = nu or timezone.now()
    aanmelding = Aanmelding.objects.select_for_update().get(pk=aanmelding.pk)
    if bezwaar := rules.bezwaar_tegen_stap(aanmelding, door, Aanmelding.Status.TERUGGEGEVEN):
        raise Bezwaar(bezwaar)
    if not reden.strip():
        raise Bezwaar("Schrijf op waarom je de aanmelding teruggeeft.")
    _zetten(aanmelding, Aanmelding.Status.TERUGGEGEVEN, nu, status_reden=reden)
    logboek.schrijven(door, "aanmelding_teruggeven", aanmelding)
    if aanmelding.door_id and aanmelding.door.gebruiker.email:
        voornaam = aanmelding.naam.split()[0]
        weg = post.link(reverse("trajecten:aanmelding", args=[aanmelding.pk]))
        _melden(aanmelding.door, f"De aanmelding van {voornaam} is teruggegeven", weg, nu)
    return aanmelding


def _melden(lid, onderwerp, weg, nu):
    tekst = f"Hallo {lid.gebruiker.voornaam},\n\n{onderwerp}.\nBekijk het hier: {weg}\n"
    post.klaarzetten(aan=lid.gebruiker.email, onderwerp=onderwerp, tekst=tekst, nu=nu)
