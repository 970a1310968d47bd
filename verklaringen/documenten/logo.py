"""Het logo van de instelling op haar eigen documenten: bevroren als SHA-256, nooit een adres."""

from typing import TypedDict

from trajecten import opslag
from trajecten.models import Bestand, Inrichting, Organisatie


class Logo(TypedDict):
    """Which stored PNG."""

    sha256: str


def logo(instelling: Organisatie) -> dict:
    """{"logo": ...} to freeze, or {} for a school without one."""
    inrichting = Inrichting.objects.filter(organisatie=instelling).select_related("logo").first()
    if not inrichting or not inrichting.logo:
        return {}
    return {"logo": Logo(sha256=inrichting.logo.sha256)}


def beeld(inhoud) -> dict[str, tuple[str, bytes]]:
    """The picture of this frozen content for the renderer. Raises: OpslagFout."""
    if "logo" not in inhoud:
        return {}
    bestand = Bestand.objects.filter(
        sha256=inhoud["logo"]["sha256"], soort=Bestand.Soort.LOGO
    ).first()
    if bestand is None:
        raise opslag.OpslagFout("Het logo van dit document is niet te vinden.")
    return {"logo": (bestand.mimetype, opslag.lezen(bestand))}
