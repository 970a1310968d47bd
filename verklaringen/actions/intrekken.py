"""Withdrawing an issued document: one proposes, a second person confirms or refuses."""

from django.db import transaction
from django.utils import timezone

from trajecten import logboek, post
from trajecten.models import Traject
from trajecten.rules import Bezwaar, Ingehaald

from .. import rules
from ..models import Intrekking, Intrekkingsvoorstel, Uitgifte, Voorstelafwijzing


@transaction.atomic
def intrekken_voorstellen(*, uitgifte, door, reden, toelichting, nu=None) -> Intrekkingsvoorstel:
    """Vraag om een document in te trekken; het blijft geldig tot een ander bevestigt.

    Raises: Bezwaar (422), Ingehaald (409) met het voorstel dat al open staat.
    """
    nu = nu or timezone.now()
    Traject.objects.select_for_update().get(pk=uitgifte.traject_id)
    uitgifte = Uitgifte.objects.with_geldigheid().get(pk=uitgifte.pk)
    eerder = rules.open_voorstel(uitgifte)
    if eerder and (eerder.door, eerder.reden, eerder.toelichting) == (door, reden, toelichting):
        return eerder  # a second click
    if bezwaar := rules.bezwaar_tegen_intrekken_voorstellen(uitgifte, door):
        raise Ingehaald(eerder) if eerder else Bezwaar(bezwaar)
    if not toelichting.strip():
        raise Bezwaar("Leg uit wat er aan de hand is. De tweede medewerker leest dit.")
    voorstel = uitgifte.voorstellen.create(
        volgnummer=uitgifte.voorstellen.count() + 1,
        reden=reden,
        toelichting=toelichting,
        **_feit(door, nu),
    )
    logboek.schrijven(door, "intrekken_voorstellen", voorstel)
    return voorstel


@transaction.atomic
def intrekken(*, voorstel, door, nu=None) -> Intrekking:
    """Bevestig het voorstel van een ander: vanaf nu is het document niet meer geldig.

    De bytes blijven zoals ze zijn; de kandidaat krijgt bericht. Raises: Bezwaar, Ingehaald.
    """
    nu = nu or timezone.now()
    voorstel = _vastpakken(voorstel)
    if bezwaar := rules.bezwaar_tegen_intrekken(voorstel, door):
        raise Bezwaar(bezwaar)
    intrekking = Intrekking.objects.create(
        uitgifte=voorstel.uitgifte, voorstel=voorstel, reden=voorstel.reden, **_feit(door, nu)
    )
    logboek.schrijven(door, "intrekken", intrekking)
    _bericht(voorstel.uitgifte, nu)
    return intrekking


@transaction.atomic
def voorstel_afwijzen(*, voorstel, door, toelichting, nu=None) -> Voorstelafwijzing:
    """Het voorstel gaat niet door: een ander wijst het af, of wie het deed neemt het terug.

    Raises: Bezwaar (422), Ingehaald (409).
    """
    nu = nu or timezone.now()
    voorstel = _vastpakken(voorstel)
    if bezwaar := rules.bezwaar_tegen_voorstel_afwijzen(voorstel, door):
        raise Bezwaar(bezwaar)
    if not toelichting.strip():
        raise Bezwaar("Schrijf op waarom het document geldig blijft.")
    afwijzing = Voorstelafwijzing.objects.create(
        voorstel=voorstel, toelichting=toelichting, **_feit(door, nu)
    )
    logboek.schrijven(door, "voorstel_afwijzen", voorstel)
    return afwijzing


def _feit(door, nu) -> dict:
    return {"door": door, "gebeurd_op": timezone.localdate(nu), "vastgelegd_op": nu}


def _vastpakken(voorstel) -> Intrekkingsvoorstel:
    """Lock the traject, then see what became of the proposal. Raises: Ingehaald."""
    Traject.objects.select_for_update().get(pk=voorstel.uitgifte.traject_id)
    voorstel = Intrekkingsvoorstel.objects.select_related(
        "uitgifte__traject__kandidaat", "door__gebruiker"
    ).get(pk=voorstel.pk)
    if eerder := voorstel.antwoord:
        raise Ingehaald(eerder)
    return voorstel


def _bericht(uitgifte, nu) -> None:
    """Tell the kandidaat: first name and link only; the reason stands behind the sign-in."""
    kandidaat = uitgifte.traject.kandidaat
    if not kandidaat.email:
        return
    post.klaarzetten(
        aan=kandidaat.email,
        onderwerp="Een document van je is niet meer geldig",
        tekst=(
            f"Hallo {kandidaat.voornaam},\n\n"
            f"De school heeft je {uitgifte.get_soort_display()} ingetrokken. "
            "Dit document is niet meer geldig.\n"
            f"Je leest hier waarom: {post.link('/mijn/bewijzen/')}\n\n"
            "Heb je vragen? Bel de school.\n"
        ),
        nu=nu,
    )
