"""The place to learn: match, who guides, and herplaatsing."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from .. import logboek, namen, post, rules
from ..models import (
    Begeleiding,
    Lidmaatschap,
    Logregel,
    Plaatsing,
    Rol,
    Status,
    Statusovergang,
    Traject,
)
from ..rules import Bezwaar, Ingehaald
from .leden import lid_aanmaken
from .trajecten import overgaan


def vastpakken(traject, versie=None) -> Traject:
    """Lock the traject. Raises: Ingehaald with the last log line when `versie` is an old one."""
    traject = Traject.objects.select_for_update().get(pk=traject.pk)
    if versie is not None and traject.versie != versie:
        regels = Logregel.objects.filter(objecttype="traject", object_id=str(traject.pk))
        raise Ingehaald(regels.filter(herkomst="portaal", resultaat="gelukt").first())
    return traject


def bijwerken(traject, **velden) -> None:
    """Change a locked traject and raise its version, so that an older form is noticed."""
    Traject.objects.filter(pk=traject.pk).update(versie=F("versie") + 1, **velden)
    traject.versie += 1
    for naam, waarde in velden.items():
        setattr(traject, naam, waarde)


@transaction.atomic
def matchen(
    *, traject, door, kwalificatie, leerbedrijf, begeleiders, versie=None, nu=None
) -> Plaatsing:
    """Kies leerbedrijf en praktijkopleiders; met een goede erkenning volgt meteen het plan.

    `begeleiders`: lidmaatschappen, of dicts met naam, email en telefoon.
    Raises: Bezwaar (422), Ingehaald (409).
    """
    nu = nu or timezone.now()
    op = timezone.localdate(nu)
    traject = vastpakken(traject)
    plaatsing = rules.lopende_plaatsing(traject)
    if plaatsing and _is_deze_match(traject, plaatsing, kwalificatie, leerbedrijf, begeleiders):
        return plaatsing
    vastpakken(traject, versie)
    if bezwaar := rules.bezwaar_tegen_matchen(traject, door, kwalificatie, op):
        raise Bezwaar(bezwaar)
    if not begeleiders:
        raise Bezwaar("Noem ten minste één praktijkopleider.")
    if plaatsing and plaatsing.leerbedrijf_id != leerbedrijf.pk:
        Plaatsing.objects.filter(pk=plaatsing.pk).update(vervallen_op=nu)
        plaatsing = None
    if traject.status == Status.PLAN:
        overgaan(traject=traject, naar=Status.MATCH, door=door, nu=nu)
    plaatsing = plaatsing or Plaatsing.objects.create(traject=traject, leerbedrijf=leerbedrijf)
    for begeleider in begeleiders:
        begeleiden(plaatsing, begeleider, door, op)
    bijwerken(traject, kwalificatie=kwalificatie)
    logboek.schrijven(door, "matchen", traject)
    if not rules.bezwaar_tegen_plan_openen(traject, door, op):
        overgaan(traject=traject, naar=Status.PLAN, door=door, nu=nu)
    return plaatsing


def _is_deze_match(traject, plaatsing, kwalificatie, leerbedrijf, begeleiders) -> bool:
    """A second click: the same match already stands."""
    gezien = {namen.zoekvorm(rij.lid.naam) for rij in plaatsing.begeleidingen.filter(tot=None)}
    gevraagd = {namen.zoekvorm(_naam_van(begeleider)) for begeleider in begeleiders}
    return (
        (traject.kwalificatie_id, plaatsing.leerbedrijf_id) == (kwalificatie.pk, leerbedrijf.pk)
        and gevraagd <= gezien
        and bool(gevraagd)
    )


def _naam_van(begeleider) -> str:
    return begeleider["naam"] if isinstance(begeleider, dict) else begeleider.naam


@transaction.atomic
def plan_openen(*, traject, door, versie=None, nu=None) -> Statusovergang | None:
    """Van match naar het plan als de erkenning klopt; None als dat al gebeurde. Raises: Bezwaar."""
    nu = nu or timezone.now()
    traject = vastpakken(traject)
    if traject.status == Status.PLAN:
        return None
    vastpakken(traject, versie)
    if bezwaar := rules.bezwaar_tegen_plan_openen(traject, door, timezone.localdate(nu)):
        raise Bezwaar(bezwaar)
    return overgaan(traject=traject, naar=Status.PLAN, door=door, nu=nu)


@transaction.atomic
def praktijkopleiders_toevoegen(
    *, plaatsing, door, begeleiders, van=None, nu=None
) -> list[Begeleiding]:
    """Praktijkopleiders erbij, bekende of nieuwe, zoals bij matchen. Raises: Bezwaar (422)."""
    nu = nu or timezone.now()
    vastpakken(plaatsing.traject)
    plaatsing = Plaatsing.objects.select_related("leerbedrijf", "traject").get(pk=plaatsing.pk)
    if bezwaar := rules.bezwaar_tegen_begeleider_toevoegen(plaatsing, door):
        raise Bezwaar(bezwaar)
    van = van or timezone.localdate(nu)
    rijen = [begeleiden(plaatsing, begeleider, door, van) for begeleider in begeleiders]
    logboek.schrijven(door, "praktijkopleiders_toevoegen", plaatsing)
    return rijen


@transaction.atomic
def begeleiding_beeindigen(*, begeleiding, door, tot, nu=None) -> Begeleiding:
    """Wie tot en met `tot` begeleidde ziet de kandidaat daarna niet meer. Raises: Bezwaar (422)."""
    vastpakken(begeleiding.plaatsing.traject)
    begeleiding = Begeleiding.objects.select_related("plaatsing__traject").get(pk=begeleiding.pk)
    if begeleiding.tot == tot:
        return begeleiding
    if bezwaar := rules.bezwaar_tegen_begeleiding_beeindigen(begeleiding, door, tot):
        raise Bezwaar(bezwaar)
    begeleiding.tot = tot
    begeleiding.save(update_fields=["tot"])
    logboek.schrijven(door, "begeleiding_beeindigen", begeleiding)
    return begeleiding


def begeleiden(plaatsing, begeleider, door, van) -> Begeleiding:
    """Koppel een lid, of een dict met naam, email en telefoon. Raises: Bezwaar (422)."""
    if isinstance(begeleider, dict):
        begeleider = _nieuw_lid(plaatsing, begeleider, door, van)
    if bezwaar := rules.bezwaar_tegen_begeleider(begeleider, plaatsing.leerbedrijf, van):
        raise Bezwaar(bezwaar)
    return Begeleiding.objects.get_or_create(
        plaatsing=plaatsing, lid=begeleider, tot=None, defaults={"van": van}
    )[0]


def _nieuw_lid(plaatsing, begeleider, door, van) -> Lidmaatschap:
    if bezwaar := rules.bezwaar_tegen_naam_bij_adres(
        begeleider["naam"], begeleider.get("email", "")
    ):
        raise Bezwaar(bezwaar)
    return lid_aanmaken(
        rol=Rol.PRAKTIJKOPLEIDER, leerbedrijf=plaatsing.leerbedrijf, door=door, van=van,
        **begeleider,
    )  # fmt: skip


@transaction.atomic
def herplaatsen(*, traject, door, laatste_dag, reden, versie=None, nu=None) -> Statusovergang:
    """Beëindig deze plaatsing en zoek een ander leerbedrijf; wat gehaald is blijft staan.

    Raises: Bezwaar (422), Ingehaald (409).
    """
    nu = nu or timezone.now()
    traject = vastpakken(traject, versie)
    bezwaar = rules.bezwaar_tegen_herplaatsen(traject, door, laatste_dag, timezone.localdate(nu))
    if bezwaar:
        raise Bezwaar(bezwaar)
    plaatsing = rules.lopende_plaatsing(traject)
    if plaatsing:
        Plaatsing.objects.filter(pk=plaatsing.pk).update(beeindigd_op=laatste_dag)
        for begeleiding in plaatsing.begeleidingen.filter(tot=None).select_related(
            "lid__gebruiker"
        ):
            _herplaatsing_melden(traject, begeleiding.lid, nu)
    overgang = overgaan(
        traject=traject, naar=Status.MATCH, door=door, reden_code="herplaatsing",
        toelichting=reden, nu=nu,
    )  # fmt: skip
    logboek.schrijven(door, "herplaatsen", traject)
    return overgang


def _herplaatsing_melden(traject, lid, nu):
    if not lid.gebruiker.email:
        return
    voornaam = traject.kandidaat.voornaam
    post.klaarzetten(
        aan=lid.gebruiker.email,
        onderwerp=f"{voornaam} leert verder op een andere plek",
        tekst=(
            f"Dag {lid.gebruiker.voornaam},\n\n{voornaam} gaat verder bij een ander leerbedrijf. "
            f"Bedankt voor je begeleiding.\n"
            f"Vul binnen vier weken nog in wat {voornaam} bij jullie kan:\n{post.link('/w/')}\n"
        ),
        nu=nu,
    )
