"""The rows of the access table about figures. Counts only: never a person."""

from .regels import BELEID, COORDINATOR, Regel

LEZERS = frozenset({BELEID, COORDINATOR})
CIJFERS = {
    "cijfers:dashboard": Regel(GET=LEZERS),
    "cijfers:blad": Regel(GET=LEZERS),
    "cijfers:werk": Regel(GET={COORDINATOR}),
    "cijfers:begrippen": Regel(GET=LEZERS),
    "cijfers:export": Regel(POST=LEZERS),
    "cijfers:raad": Regel(GET={BELEID}),
    "cijfers:raad_pdf": Regel(GET={BELEID}),
    "cijfers:duiden": Regel(GET={BELEID}, POST={BELEID}),
    "cijfers:eigen_opgave_invullen": Regel(GET={BELEID}, POST={BELEID}),
}
