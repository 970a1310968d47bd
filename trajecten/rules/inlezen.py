"""Who may read in which file. Eigen ontwerp."""

from collections.abc import Collection

from .. import namen
from ..models import INLEESSOORTEN, Inlezing, Lidmaatschap

HOOGUIT_REGELS = 2000


def bezwaar_tegen_aanbieden(lid: Lidmaatschap, soort: str) -> str:
    """Een school leest eigen resultaten in; de lijsten voor iedereen zijn van beheer."""
    if soort not in INLEESSOORTEN.get(lid.rol, ()):
        return "Met deze rol lees je dit bestand niet in."
    return ""


def bezwaar_tegen_inlezen(inlezing: Inlezing, lid: Lidmaatschap) -> str:
    """Inlezen kan als er iets goeds in het bestand staat."""
    if bezwaar := bezwaar_tegen_aanbieden(lid, inlezing.soort):
        return bezwaar
    if inlezing.overnames.exists():
        return ""  # begun already, so it may be finished
    if not inlezing.voorbeeld["nieuw"] and not inlezing.voorbeeld["gewijzigd"]:
        return "In dit bestand staat niets nieuws. Verbeter het bestand en kies het opnieuw."
    return ""


def bezwaar_tegen_nummers(nummers: Collection[str]) -> str:
    """Geen kolom met burgerservicenummers (WEB 2.5.5a): toeval haalt de elfproef zelden."""
    bsn = sum(namen.lijkt_op_bsn(nummer) for nummer in nummers)
    if bsn < 2 or bsn * 2 <= len(nummers):
        return ""
    return (
        "In de kolom studentnummer lijken BSN-nummers te staan. Die mogen we niet bewaren. Zet er "
        "het nummer in dat de school zelf gebruikt."
    )
