"""The rows of the access table for prints, and for paper that came back signed."""

from .regels import (
    COORDINATOR,
    EXAMENCOMMISSIE,
    KANDIDAAT,
    LEERBEDRIJFBEHEERDER,
    PRAKTIJKOPLEIDER,
    Regel,
)

VRAGERS = frozenset(
    {COORDINATOR, EXAMENCOMMISSIE, PRAKTIJKOPLEIDER, LEERBEDRIJFBEHEERDER, KANDIDAAT}
)


def _dossier() -> Regel:
    """A working document about the exams of one traject."""
    return Regel(POST={COORDINATOR, EXAMENCOMMISSIE}, object="traject")


def _afdruk(object: str, *ook: str) -> Regel:
    """A print that the school and the praktijkopleider may ask for."""
    return Regel(POST={COORDINATOR, PRAKTIJKOPLEIDER, *ook}, object=object)


AFDRUKKEN: dict[str, Regel] = {
    "verklaringen:tekenexemplaar_afdrukken": Regel(POST={COORDINATOR}, object="vaststelling"),
    "verklaringen:gegevensblad_afdrukken": Regel(POST={COORDINATOR}, object="vaststelling"),
    "verklaringen:getekend_blad": Regel(
        GET={KANDIDAAT, PRAKTIJKOPLEIDER, COORDINATOR, EXAMENCOMMISSIE},
        object="vaststelling",
        leeslog="je getekende praktijkverklaring (gedownload)",
    ),
    "verklaringen:overeenkomst_afdrukken": Regel(
        POST={COORDINATOR, PRAKTIJKOPLEIDER, LEERBEDRIJFBEHEERDER, KANDIDAAT},
        object="overeenkomst",
    ),
    "verklaringen:aftekenlijst_afdrukken": _afdruk("plaatsing"),
    "verklaringen:eindoordeelformulier_afdrukken": _afdruk("plaatsing"),
    "verklaringen:startkaart_afdrukken": _afdruk("plaatsing"),
    "verklaringen:voortgangsoverzicht_afdrukken": _afdruk("traject", KANDIDAAT),
    "verklaringen:voordracht_afdrukken": _dossier(),
    "verklaringen:diplomadossier_afdrukken": _dossier(),
    "verklaringen:conceptresultatenlijst_afdrukken": _dossier(),
    "verklaringen:totaaloverzicht_afdrukken": Regel(
        POST={COORDINATOR, KANDIDAAT}, object="traject"
    ),
    "verklaringen:afdruk": Regel(GET=VRAGERS, object="afdruk"),
    "verklaringen:afdruk_bestand": Regel(
        GET=VRAGERS,
        object="afdruk",
        leeslog="een afdruk van je gegevens",
    ),
}
