"""Making people members, inviting them, and the codes they sign in with."""

import hashlib
import secrets
from datetime import timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from .. import logboek, post, rules
from ..models import Bericht, Gebruiker, Lidmaatschap, Rol, Uitnodiging
from ..rules import Bezwaar

KAARTTEKENS = "23456789BCDFGHJKLMNPQRSTVWXZ"  # no vowels, no look-alikes: easy to copy from paper


@transaction.atomic
def lid_aanmaken(
    *, rol, naam, email="", door, telefoon="", functie="", van=None, **plek
) -> Lidmaatschap:
    """Geef iemand een rol; `plek` is organisatie=, leerbedrijf= of kandidaat=.

    Wie al een account heeft houdt dat, met de eigen naam; een lopende rol blijft zoals die is.
    Raises: Bezwaar (422).
    """
    email = email.strip().lower() or None
    _op_slot(plek)
    if rol == Rol.KANDIDAAT and (bestaand := _lid_van_kandidaat(plek["kandidaat"])):
        return _adres_aanvullen(bestaand, email, door)
    gebruiker = email and Gebruiker.objects.filter(email__iexact=email).first()
    nieuw = {"naam": naam, "telefoon": telefoon}
    if email and not gebruiker:
        gebruiker, _ = Gebruiker.objects.get_or_create(email=email, defaults=nieuw)
    gebruiker = gebruiker or Gebruiker.objects.create(**nieuw)
    loopt = Lidmaatschap.objects.filter(gebruiker=gebruiker, rol=rol, tot=None, **plek).first()
    if loopt:
        return loopt
    lid = Lidmaatschap.objects.create(
        gebruiker=gebruiker, rol=rol, functie=functie, van=van or timezone.localdate(), **plek
    )
    logboek.schrijven(door, "lid_aanmaken", lid)
    return lid


def _op_slot(plek):
    """The second click waits here for the first, and then finds the role it made."""
    [ding] = plek.values()
    type(ding).objects.select_for_update().get(pk=ding.pk)


def _lid_van_kandidaat(kandidaat):
    return Lidmaatschap.objects.filter(kandidaat=kandidaat, tot=None).first()


def _adres_aanvullen(lid, email, door):
    """A kandidaat who had no address gets one; a known address is not replaced in passing."""
    gebruiker = lid.gebruiker
    if not email or gebruiker.email == email:
        return lid
    if gebruiker.email or Gebruiker.objects.filter(email__iexact=email).exists():
        raise Bezwaar("Dit e-mailadres hoort bij een ander account, of er is al een adres bekend.")
    gebruiker.email = email
    gebruiker.save(update_fields=["email"])
    logboek.schrijven(door, "adres_aanvullen", lid)
    return lid


@transaction.atomic
def lid_beeindigen(*, lid, door, nu=None) -> Lidmaatschap:
    """Beëindig een rol vandaag: wie nog ingelogd is, is dat bij de volgende klik niet meer."""
    lid = Lidmaatschap.objects.select_for_update(of=("self",)).get(pk=lid.pk)
    if bezwaar := rules.bezwaar_tegen_lid_beeindigen(lid, door):
        raise Bezwaar(bezwaar)
    # `tot` is the last day: yesterday, so that the very next click is refused.
    lid.tot = timezone.localdate(nu) - timedelta(days=1)
    lid.van = min(lid.van, lid.tot)
    lid.save(update_fields=["van", "tot"])
    lid.uitnodigingen.filter(gebruikt_op=None, ingetrokken_op=None).update(
        ingetrokken_op=nu or timezone.now()
    )
    logboek.schrijven(door, "lid_beeindigen", lid)
    return lid


@transaction.atomic
def uitnodigen(*, lid, door, waarvoor, nu=None) -> Uitnodiging:
    """Mail dit lid een link van zeven dagen. Eerdere links vervallen. Raises: Bezwaar (422)."""
    if bezwaar := rules.bezwaar_tegen_uitnodigen(lid, door) or rules.bezwaar_tegen_mailen(lid):
        raise Bezwaar(bezwaar)
    return _link_sturen(lid, door, waarvoor, nu or timezone.now())


@transaction.atomic
def uitnodiging_vernieuwen(*, uitnodiging, nu=None) -> Uitnodiging | None:
    """Stuur de genodigde een nieuwe link naar hetzelfde adres; niets als de rol eindigde."""
    lid = uitnodiging.lid
    kan = rules.lid_is_geldig(lid) and lid.gebruiker.is_active and not uitnodiging.gebruikt_op
    if not kan or uitnodiging.soort != Uitnodiging.Soort.LINK:
        return None
    return _link_sturen(lid, uitnodiging.door, uitnodiging.waarvoor, nu or timezone.now())


def _link_sturen(lid, door, waarvoor, nu):
    geheim = secrets.token_hex(16)
    uitnodiging = _uitnodiging(lid, door, waarvoor, Uitnodiging.Soort.LINK, geheim, nu)
    link = uitnodigingslink(geheim)
    post.klaarzetten(
        aan=lid.gebruiker.email,
        onderwerp="Je uitnodiging voor Praktijkleren",
        tekst=(
            f"Hallo {lid.gebruiker.voornaam},\n\n"
            f"{door.naam} van {door.plek} vraagt je om {waarvoor}.\n"
            f"Klik op deze link om te beginnen. De link werkt 7 dagen.\n\n{link}\n\n"
            "Verwacht je deze mail niet? Dan hoef je niets te doen.\n"
        ),
        geheim=True,
        nu=nu,
    )
    return uitnodiging


@transaction.atomic
def kaart_maken(*, lid, door, waarvoor, nu=None) -> tuple[Uitnodiging, str]:
    """Maak een kaart met een code voor één keer; alleen nu te lezen. Raises: Bezwaar (422)."""
    if bezwaar := rules.bezwaar_tegen_kaart(lid, door):
        raise Bezwaar(bezwaar)
    letters = "".join(secrets.choice(KAARTTEKENS) for _ in range(12))
    uitnodiging = _uitnodiging(
        lid, door, waarvoor, Uitnodiging.Soort.KAART, letters, nu or timezone.now()
    )
    return uitnodiging, "-".join(letters[i : i + 4] for i in (0, 4, 8))


def uitnodigingslink(geheim: str) -> str:
    """The address in the mail or the QR of the card; the domain comes from the settings."""
    return post.link(reverse("uitnodiging_link", args=[geheim.replace("-", "")]))


def _uitnodiging(lid, door, waarvoor, soort, geheim, nu):
    Lidmaatschap.objects.select_for_update().get(pk=lid.pk)  # one open invitation, also in a race
    open_ = lid.uitnodigingen.filter(gebruikt_op=None, ingetrokken_op=None)
    open_.update(ingetrokken_op=nu)
    uitnodiging = Uitnodiging.objects.create(
        lid=lid,
        soort=soort,
        geheim_sha256=geheim_hash(geheim),
        waarvoor=waarvoor,
        door=door,
        gemaakt_op=nu,
        verloopt_op=nu + rules.UITNODIGING_GELDIG,
    )
    logboek.schrijven(door, "uitnodigen", uitnodiging, bijzonderheden={"soort": soort})
    return uitnodiging


def geheim_hash(geheim: str) -> str:
    """SHA-256 of the secret, all that is kept of it."""
    return hashlib.sha256(geheim.encode()).hexdigest()


def kaartcode_opschonen(code: str) -> str:
    """What a person typed from the card: case, spaces and dashes do not matter."""
    return "".join(teken for teken in code.upper() if teken.isalnum())


@transaction.atomic
def uitnodiging_aannemen(*, uitnodiging, nu=None) -> bool:
    """Verbruik de uitnodiging; False als iemand dat al deed of de tijd om is."""
    nu = nu or timezone.now()
    vers = Uitnodiging.objects.select_for_update(of=("self",)).get(pk=uitnodiging.pk)
    if not rules.uitnodiging_is_open(vers, nu):
        return False
    vers.gebruikt_op = nu
    vers.save(update_fields=["gebruikt_op"])
    logboek.schrijven(vers.lid, "uitnodiging_aannemen", vers)
    return True


@transaction.atomic
def inloggen_vastleggen(*, lid, wijze) -> None:
    """Schrijf op dat dit lid binnenkwam, en hoe (code, kaart, voorbeeld)."""
    Gebruiker.objects.filter(pk=lid.gebruiker_id).update(last_login=timezone.now())
    logboek.schrijven(lid, "inloggen", lid, bijzonderheden={"wijze": wijze})


def code_mailen(*, aan, code) -> Bericht:
    """Mail een code om in te loggen of een handtekening te bevestigen."""
    return post.klaarzetten(
        aan=aan,
        onderwerp="Je code voor Praktijkleren",
        tekst=(
            f"Je code is: {code}\n\nDe code werkt een kwartier.\n"
            "Geef de code aan niemand. Wij vragen er nooit om.\n"
            "Heb je niets gevraagd? Dan hoef je niets te doen.\n"
        ),
        geheim=True,
    )


def onbekend_adres_mailen(*, aan) -> Bericht:
    """Zeg alleen de bezitter van het adres dat wij het niet kennen; het scherm zegt het niemand."""
    return post.klaarzetten(
        aan=aan,
        onderwerp="Inloggen bij Praktijkleren",
        tekst=(
            "Iemand wilde met dit e-mailadres inloggen bij Praktijkleren.\n"
            "Wij kennen dit adres niet. Heb je misschien een ander adres?\n"
            "Of vraag je contactpersoon om een uitnodiging.\n\n"
            "Was jij dit niet? Dan hoef je niets te doen.\n"
        ),
        geheim=True,
    )


@transaction.atomic
def collega_uitnodigen(*, door, rol, naam, email, functie="") -> Uitnodiging:
    """Geef iemand een rol bij de eigen organisatie of het eigen leerbedrijf, en mail de link."""
    plek = {"organisatie": door.organisatie} if door.organisatie_id else {}
    plek = plek or {"leerbedrijf": door.leerbedrijf}
    lid = lid_aanmaken(rol=rol, naam=naam, email=email, functie=functie, door=door, **plek)
    return uitnodigen(lid=lid, door=door, waarvoor=f"mee te werken als {lid.get_rol_display()}")


@transaction.atomic
def uitnodigen_bij_traject(*, traject, lid, email="", door) -> Uitnodiging:
    """Nodig de kandidaat (`lid` is None) of een praktijkopleider van dit traject uit.

    `email` vult een ontbrekend adres aan. Raises: Bezwaar (422).
    """
    if lid is None:
        lid = lid_van_kandidaat(traject.kandidaat, email or traject.kandidaat.email, door)
        waarvoor = "te kijken wat je leert en wat je al kunt"
    else:
        if email and (bezwaar := rules.bezwaar_tegen_adres_aanvullen(lid, traject)):
            raise Bezwaar(bezwaar)
        lid = _adres_aanvullen(lid, email.strip().lower(), door)
        waarvoor = f"{traject.kandidaat.voornaam} te begeleiden op het werk"
    return uitnodigen(lid=lid, door=door, waarvoor=waarvoor)


@transaction.atomic
def kandidaatkaart_maken(*, traject, door) -> tuple[Uitnodiging, str]:
    """Een kaart voor de kandidaat van dit traject, die misschien geen e-mail heeft."""
    lid = lid_van_kandidaat(traject.kandidaat, "", door)
    return kaart_maken(lid=lid, door=door, waarvoor="te kijken wat je leert en wat je al kunt")


def lid_van_kandidaat(kandidaat, email, door) -> Lidmaatschap:
    """Het account van deze kandidaat, gemaakt als het er nog niet is."""
    return lid_aanmaken(
        rol=Rol.KANDIDAAT, naam=kandidaat.naam, email=email, door=door, kandidaat=kandidaat
    )
