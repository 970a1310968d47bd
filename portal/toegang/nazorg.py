"""The rows of the access table for jobcoach, nazorg and doelgroepen."""

from .regels import BEHEER, BELEID, COORDINATOR, JOBCOACH, KANDIDAAT, KLANTMANAGER, Regel

BELLERS = frozenset({JOBCOACH, KLANTMANAGER, COORDINATOR})
# The organisation that referred; which of its people may, the rule says.
VERWIJZERS = frozenset({KLANTMANAGER})


def _knop(*rollen: str) -> Regel:
    """A button without a page of its own, about one traject."""
    return Regel(POST=frozenset(rollen), object="traject")


NAZORG: dict[str, Regel] = {
    "trajecten:jobcoach_koppelen": Regel(
        GET={COORDINATOR}, POST={COORDINATOR}, object="traject", leeslog="wie je jobcoach is"
    ),
    "trajecten:jobcoaching_beeindigen": _knop(COORDINATOR),
    "trajecten:nazorg": Regel(GET=BELLERS, leeslog="je antwoorden over werk"),
    "trajecten:bellen": Regel(
        GET=BELLERS, POST=BELLERS, object="traject", leeslog="je antwoorden over werk"
    ),
    "trajecten:nazorgpoging_vastleggen": _knop(*BELLERS),
    "trajecten:meting_onbekend": _knop(*BELLERS),
    "trajecten:nazorg_beginnen": _knop(COORDINATOR),
    "trajecten:afsluiten": _knop(COORDINATOR),
    "trajecten:werk_je_nu": Regel(GET={KANDIDAAT}, POST={KANDIDAAT}, object="traject"),
    "trajecten:nazorg_niet_meer_vragen": Regel(
        GET={KANDIDAAT}, POST={KANDIDAAT, *BELLERS}, object="traject"
    ),
    "trajecten:doelgroepgebruik": Regel(GET={BELEID, BEHEER}, POST={BELEID, BEHEER}, stap_op=True),
    "trajecten:doelgroepen": Regel(
        GET=VERWIJZERS, POST=VERWIJZERS, object="traject", leeslog="je doelgroep"
    ),
    "trajecten:doelgroepen_wissen": _knop(*VERWIJZERS),
}
