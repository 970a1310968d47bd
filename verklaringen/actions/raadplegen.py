"""Looking into the register: with the code, with the code and what is printed, or with the file."""

from django.db import transaction
from django.utils import timezone

from trajecten import logboek, post
from trajecten.rules import Bezwaar

from .. import namen, rules
from ..models import Geldigheid, Raadpleging, Uitgifte, Uitgifteopdracht


def opzoeken(code: str) -> Uitgifte | None:
    """The uitgifte of a typed or scanned code; unknown and malformed codes are both None."""
    uitgiften = Uitgifte.objects.with_geldigheid()
    return uitgiften.filter(code_sha256=namen.code_sha256(code)).first()


@transaction.atomic
def raadplegen(*, code, achternaam="", geboren_op=None, nu=None) -> tuple[Uitgifte | None, bool]:
    """Zoek een document op en onthoud dat er gekeken is, niet door wie.

    Geeft de uitgifte (None: niet bekend) en of naam en geboortedatum overeenkomen; van een
    document dat niet meer geldt wordt niets vergeleken.
    Raises: Bezwaar na te veel namen die niet overeenkomen; de kandidaat hoort dat.
    """
    nu = nu or timezone.now()
    uitgifte = opzoeken(code)
    if uitgifte is None:
        return None, False
    vergelijkt = bool(achternaam and geboren_op) and uitgifte.geldigheid == Geldigheid.GELDIG
    if vergelijkt:
        # One name at a time: tries at the same moment would each find the count still low.
        Uitgifteopdracht.objects.select_for_update().get(pk=uitgifte.opdracht_id)
    if vergelijkt and (bezwaar := rules.bezwaar_tegen_vergelijken(uitgifte, nu)):
        raise Bezwaar(bezwaar)
    gelijk = vergelijkt and rules.komt_overeen(uitgifte, achternaam, geboren_op)
    vorm = Raadpleging.Vorm.CODE
    if vergelijkt:
        vorm = Raadpleging.Vorm.GEGEVENS if gelijk else Raadpleging.Vorm.ANDERS
    onthouden(uitgifte, vorm, nu)
    if vorm == Raadpleging.Vorm.ANDERS and rules.bezwaar_tegen_vergelijken(uitgifte, nu):
        _waarschuwen(uitgifte, nu)
    return uitgifte, gelijk


@transaction.atomic
def bestand_raadplegen(*, sha256, nu=None) -> Uitgifte | None:
    """Zoek het document op waarvan dit de SHA-256 is (64 tekens hex); None: niet het origineel."""
    uitgifte = Uitgifte.objects.with_geldigheid().filter(bestand_sha256=sha256).first()
    if uitgifte is not None:
        onthouden(uitgifte, Raadpleging.Vorm.BESTAND, nu or timezone.now())
    return uitgifte


def onthouden(uitgifte, vorm, nu, deling=None) -> None:
    """Remember that somebody looked, and with what; never who."""
    Raadpleging.objects.create(uitgifte=uitgifte, vorm=vorm, deling=deling, op=nu)
    gezien = {"vorm": vorm, "antwoord": uitgifte.geldigheid}
    logboek.schrijven(None, "controleren", uitgifte, herkomst="openbaar", bijzonderheden=gezien)


def _waarschuwen(uitgifte, nu) -> None:
    """The kandidaat hears that somebody keeps trying other names on this document."""
    kandidaat = uitgifte.traject.kandidaat
    if not kandidaat.email:
        return
    post.klaarzetten(
        aan=kandidaat.email,
        onderwerp="Iemand probeert je document te controleren",
        tekst=(
            f"Hallo {kandidaat.voornaam},\n\n"
            "Iemand vulde bij je document een paar keer een andere naam in. "
            "We laten dat nu een dag niet meer toe.\n"
            f"Je hoeft niets te doen. Je ziet je documenten hier: {post.link('/mijn/bewijzen/')}\n"
        ),
        nu=nu,
    )
