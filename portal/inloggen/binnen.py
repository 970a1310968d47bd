"""As whom someone comes in, and where they go from there."""

from urllib.parse import urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve, reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from portal.toegang import TOEGANG
from trajecten import actions, rules
from trajecten.models import Gebruiker, Lidmaatschap, Uitnodiging

TOESTEL = "toestel"
TOESTELDUUR = 180 * 24 * 3600
UITNODIGING = "uitnodiging"  # session key: the invitation that brought this browser here


def gebruiker_met(email) -> Gebruiker | None:
    return Gebruiker.objects.filter(email__iexact=email, is_active=True).first()


def toestel_onthouden(response, gebruiker):
    """Mark the browser as one where this person was signed in; it opens nothing by itself."""
    response.set_signed_cookie(
        settings.TOESTELKOEKJE,
        gebruiker.pk,
        salt=TOESTEL,
        max_age=TOESTELDUUR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def remsleutel(request, gebruiker, email) -> str:
    """What the limit on codes counts: the address, or the address on a device known to it."""
    koekje = settings.TOESTELKOEKJE
    toestel = request.get_signed_cookie(koekje, None, salt=TOESTEL, max_age=TOESTELDUUR)
    bekend = gebruiker is not None and toestel == str(gebruiker.pk)
    return f"{email}:{request.COOKIES[koekje]}" if bekend else email


def uitnodiging_van(geheim) -> Uitnodiging | None:
    """The invitation with this secret; typed card codes are cleaned by the caller."""
    return Uitnodiging.objects.filter(geheim_sha256=actions.geheim_hash(geheim)).first()


def uitnodiging_in(request) -> Uitnodiging | None:
    pk = request.session.get(UITNODIGING)
    return Uitnodiging.objects.select_related("lid__gebruiker").filter(pk=pk).first()


def kan_nieuwe_link(uitnodiging) -> bool:
    """Only a link that was never used can be sent anew, and only to the same address."""
    return bool(
        uitnodiging
        and uitnodiging.soort == Uitnodiging.Soort.LINK
        and not uitnodiging.gebruikt_op
        and rules.lid_is_geldig(uitnodiging.lid)
    )


def lid_bij_inloggen(request, gebruiker, naar) -> Lidmaatschap | None:
    """The lid of the invitation just accepted, else one that may see the page, else any."""
    leden = list(Lidmaatschap.objects.geldig().filter(gebruiker=gebruiker).order_by("-van", "-pk"))
    uitnodiging = uitnodiging_in(request)
    request.session.pop(UITNODIGING, None)
    if uitnodiging and uitnodiging.lid in leden:
        actions.uitnodiging_aannemen(uitnodiging=uitnodiging)
        return uitnodiging.lid
    rollen = _rollen_van(naar)
    return next((lid for lid in leden if lid.rol in rollen), leden[0] if leden else None)


def _rollen_van(pad):
    try:
        regel = TOEGANG.get(resolve(urlsplit(pad or "/").path).view_name)
    except Resolver404:
        return ()
    return regel.GET if regel else ()


def veilig(request, naar) -> str:
    """The `next` that was asked for when it is a path of ours, else the own start page."""
    eigen = url_has_allowed_host_and_scheme(
        naar, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return naar if eigen else reverse("start:mijn")


def met_next(naar) -> str:
    return urlencode({"next": naar})
