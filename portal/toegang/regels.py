"""What a row of the access table is, and the short names of the roles in it."""

from collections.abc import Set
from dataclasses import dataclass

from trajecten.models import Rol

ANONIEM = "anoniem"
KANDIDAAT, PRAKTIJKOPLEIDER, LEERBEDRIJFBEHEERDER = (
    Rol.KANDIDAAT, Rol.PRAKTIJKOPLEIDER, Rol.LEERBEDRIJFBEHEERDER,
)  # fmt: skip
COORDINATOR, EXAMENCOMMISSIE, JOBCOACH = Rol.COORDINATOR, Rol.EXAMENCOMMISSIE, Rol.JOBCOACH
KLANTMANAGER, BELEID, AANMELDPUNT, BEHEER = (
    Rol.KLANTMANAGER, Rol.BELEID, Rol.AANMELDPUNT, Rol.BEHEER,
)  # fmt: skip

NIEMAND: frozenset[str] = frozenset()
LEDEN = frozenset(Rol.values)  # everyone who is signed in
IEDEREEN = LEDEN | {ANONIEM}

SCHOOL = frozenset({COORDINATOR, EXAMENCOMMISSIE})
UITNODIGERS = frozenset({COORDINATOR, BEHEER, LEERBEDRIJFBEHEERDER})
INLEZERS = frozenset({COORDINATOR, BEHEER})


@dataclass(frozen=True)
class Regel:
    """Who may GET and POST this url.

    `object` says what the pk in the url is of. `leeslog` is what the kandidaat reads in "Wie heeft
    gekeken?" ("je taken"): with it each 200 on GET writes a look line; a list (no object) counts
    `request.aantal_getoond`. `stap_op` asks a code of at most ten minutes old, on GET and POST.
    `rem` names the limit on POST in portal.remmen; past it the answer is 429.
    """

    GET: Set[str] = NIEMAND
    POST: Set[str] = NIEMAND
    object: str = ""
    leeslog: str = ""
    stap_op: bool = False
    rem: str = ""

    def rollen(self, methode: str) -> Set[str] | None:
        """The roles for this method; None when the url does not know the method at all."""
        rollen = {"GET": self.GET, "HEAD": self.GET, "POST": self.POST}.get(methode, NIEMAND)
        return rollen or None

    @property
    def methoden(self) -> list[str]:
        return (["GET", "HEAD"] if self.GET else []) + (["POST"] if self.POST else [])
