"""The rows of the access table about results, exemptions, and what the school decided itself."""

from .regels import BEHEER, COORDINATOR, EXAMENCOMMISSIE, KANDIDAAT, Regel

LEZERS = frozenset({COORDINATOR, KANDIDAAT, EXAMENCOMMISSIE})
VRAGERS = frozenset({COORDINATOR, KANDIDAAT})
BESLISSERS = frozenset({EXAMENCOMMISSIE, COORDINATOR})
VASTSTELLERS = frozenset({COORDINATOR, BEHEER})


def _stap(object: str, leeslog: str = "je resultaten", **anders) -> Regel:
    """A page of the mbo-coördinator about results, with a form on it."""
    rollen = {COORDINATOR}
    return Regel(GET=rollen, POST=rollen, object=object, leeslog=leeslog, **anders)


RESULTATEN: dict[str, Regel] = {
    # the school itself
    "trajecten:inrichting": Regel(GET=VASTSTELLERS | {EXAMENCOMMISSIE}),
    "trajecten:schoolregels": Regel(GET=VASTSTELLERS, POST=VASTSTELLERS, stap_op=True),
    "trajecten:blad_kiezen": Regel(GET=VASTSTELLERS, POST=VASTSTELLERS, stap_op=True),
    "trajecten:logo_plaatsen": Regel(GET=VASTSTELLERS, POST=VASTSTELLERS, stap_op=True),
    "trajecten:logo_weghalen": Regel(POST=VASTSTELLERS, stap_op=True),
    "trajecten:logo": Regel(GET=VASTSTELLERS | {EXAMENCOMMISSIE}),
    # lessons, exams and keuzedelen
    "trajecten:onderdelen": Regel(GET=BESLISSERS, object="traject", leeslog="je resultaten"),
    "trajecten:resultaat_vastleggen": _stap("traject"),
    "trajecten:resultaat_verbeteren": _stap("resultaat"),
    "trajecten:resultaat_intrekken": _stap("resultaat"),
    "trajecten:certificaat_kiezen": _stap("traject", leeslog=""),
    "trajecten:mijn_resultaten": Regel(GET={KANDIDAAT}),
    # vrijstellingen
    "trajecten:vrijstellingen": Regel(
        GET=LEZERS, POST=VRAGERS, object="traject", leeslog="je vrijstellingen"
    ),
    "trajecten:bewijs_toevoegen": Regel(
        GET=VRAGERS, POST=VRAGERS, object="vrijstelling", leeslog="je vrijstellingen"
    ),
    "trajecten:vrijstelling_besluiten": Regel(
        GET=BESLISSERS,
        POST=BESLISSERS,
        object="vrijstelling",
        leeslog="je vrijstellingen",
        stap_op=True,
    ),
    "trajecten:bewijs": Regel(
        GET=LEZERS, object="vrijstellingsbewijs", leeslog="bewijs bij een vrijstelling"
    ),
}
