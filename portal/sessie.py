"""What a session knows: which lidmaatschap is active, since when, and when the last code was typed.

Rights are not kept here: they are read from the database on every request.
"""

import secrets
import time

from django.contrib.auth import logout
from django.utils.crypto import constant_time_compare, salted_hmac

from trajecten.models import Lidmaatschap, Rol

MINUUT = 60
UUR = 60 * MINUUT
DAG = 24 * UUR

LID, BEGONNEN, GEZIEN, CODE, VERTROUWD = "lid", "begonnen_op", "gezien_op", "code_op", "vertrouwd"
BEVESTIGCODE = "bevestigcode"

# On an own phone these two stay signed in: they must never be kept from the work.
OP_EIGEN_TOESTEL = (Rol.KANDIDAAT, Rol.PRAKTIJKOPLEIDER)
STIL = 30 * MINUUT
HOOGSTENS = 12 * UUR
TOESTEL = 30 * DAG
CODE_VERS = 10 * MINUUT
CODE_GELDIG = 15 * MINUUT
POGINGEN = 5


def beginnen(sessie, lid, *, vertrouwd=False, met_code=False):
    """Fill the session of someone who just signed in as `lid`."""
    nu = time.time()
    sessie[LID] = lid.pk
    sessie[BEGONNEN] = sessie[GEZIEN] = nu
    sessie[VERTROUWD] = vertrouwd
    sessie[CODE] = nu if met_code else 0
    # Zero ends the cookie with the browser; `verlopen` guards the rest on the server.
    sessie.set_expiry(TOESTEL if vertrouwd else 0)


def verlopen(sessie, lid) -> bool:
    """Whether this session is too old, or was left alone too long, for the role it acts in."""
    nu = time.time()
    begonnen = sessie.get(BEGONNEN, 0)
    if lid.rol in OP_EIGEN_TOESTEL:
        return nu - begonnen > (TOESTEL if sessie.get(VERTROUWD) else HOOGSTENS)
    return nu - begonnen > HOOGSTENS or nu - sessie.get(GEZIEN, 0) > STIL


def actief_lid(request):
    """The active lidmaatschap; None (and the session gone) when it ended or the session is over."""
    if not request.user.is_authenticated:
        return None
    geldig = Lidmaatschap.objects.geldig().select_related(
        "gebruiker", "organisatie", "leerbedrijf", "kandidaat"
    )
    lid = geldig.filter(pk=request.session.get(LID), gebruiker=request.user).first()
    if lid is None or verlopen(request.session, lid):
        request.sessie_voorbij = True
        logout(request)
        return None
    if time.time() - request.session[GEZIEN] > MINUUT:
        request.session[GEZIEN] = time.time()
    return lid


def andere_leden(request) -> list[Lidmaatschap]:
    """The other roles of the same person, to switch to."""
    if request.lid is None:
        return []
    eigen = Lidmaatschap.objects.geldig().filter(gebruiker=request.lid.gebruiker_id)
    return list(eigen.exclude(pk=request.lid.pk).select_related("organisatie", "leerbedrijf"))


def wisselen(request, lid):
    """Go on as another lidmaatschap of the same person, under a new session id."""
    request.session.cycle_key()
    request.session[LID] = lid.pk


def code_getypt(request):
    """A fresh code was typed: a new session id, and the moment kept for the step-up."""
    request.session.cycle_key()
    request.session[CODE] = time.time()


def code_is_vers(request) -> bool:
    return time.time() - request.session.get(CODE, 0) <= CODE_VERS


def afsluiten(request):
    """End the session, also of someone who is half-way through signing in."""
    logout(request)
    request.lid = None


def code_maken(request) -> str:
    """A new step-up code; only its hash stays in the session."""
    code = f"{secrets.randbelow(10**6):06}"
    request.session[BEVESTIGCODE] = {"hash": _hash(request, code), "op": time.time(), "fout": 0}
    return code


def code_is_gestuurd(request) -> bool:
    return time.time() - request.session.get(BEVESTIGCODE, {}).get("op", 0) <= CODE_GELDIG


def code_klopt(request, code) -> bool:
    """Whether this is the step-up code; five wrong ones and it is gone."""
    bewaard = request.session.get(BEVESTIGCODE)
    if not bewaard or not code_is_gestuurd(request):
        return False
    cijfers = "".join(teken for teken in code if teken.isdigit())
    if constant_time_compare(bewaard["hash"], _hash(request, cijfers)):
        del request.session[BEVESTIGCODE]
        return True
    bewaard["fout"] += 1
    request.session[BEVESTIGCODE] = bewaard
    if bewaard["fout"] >= POGINGEN:
        del request.session[BEVESTIGCODE]
    return False


def _hash(request, code):
    return salted_hmac("bevestigen", f"{request.user.pk}:{code}", algorithm="sha256").hexdigest()
