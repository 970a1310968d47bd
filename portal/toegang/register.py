"""The rows of the access table for the years after issuing: look, withdraw, share, replace."""

from .regels import COORDINATOR, KANDIDAAT, SCHOOL, Regel


def _stap(object: str, rollen=frozenset({COORDINATOR}), **anders) -> Regel:
    """A page of the school about one issued document, with a form on it."""
    return Regel(GET=rollen, POST=rollen, object=object, leeslog="je document", **anders)


REGISTER: dict[str, Regel] = {
    "verklaringen:register": Regel(GET=SCHOOL, leeslog="je documenten"),
    "verklaringen:uitreiklijst": Regel(GET={COORDINATOR}, leeslog="je documenten"),
    "verklaringen:dossiers": Regel(GET=SCHOOL, leeslog="je traject"),
    "verklaringen:dossier_downloaden": Regel(
        GET=SCHOOL, POST=SCHOOL, leeslog="je traject", stap_op=True, rem="uitvoeren"
    ),
    "verklaringen:uitgifte": Regel(GET=SCHOOL, object="uitgifte", leeslog="je document"),
    "verklaringen:intrekken_voorstellen": _stap("uitgifte", stap_op=True),
    "verklaringen:intrekken": _stap("voorstel", SCHOOL, stap_op=True),
    "verklaringen:voorstel_afwijzen": _stap("voorstel", SCHOOL, stap_op=True),
    "verklaringen:verbeteren": _stap("traject"),
    "verklaringen:verbeteren_stoppen": _stap("traject"),
    "verklaringen:delen": Regel(GET={KANDIDAAT}, POST={KANDIDAAT}, object="uitgifte"),
    "verklaringen:delen_stoppen": Regel(POST={KANDIDAAT}, object="deling"),
}
