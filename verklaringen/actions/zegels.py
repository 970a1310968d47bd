"""Looking at a file that somebody holds: its seal, and what the register knows of these bytes."""

import hashlib
from dataclasses import dataclass

from django.db import transaction

from trajecten import logboek

from .. import zegel
from ..models import Uitgifte

ORIGINEEL = "Dit is het originele bestand."
NIET_ORIGINEEL = "Dit is niet het originele bestand."
TWIJFEL = "Dit bestand staat in het register, maar het zegel is niet goed."
NIET_BEKEND = "Het zegel klopt, maar dit bestand staat niet in het register."


@dataclass(frozen=True)
class Bevinding:
    """The seal point by point, and the uitgifte with these very bytes (None: not in the register).

    Only both together make an original: a seal alone says nothing of what was issued.
    """

    onderzoek: zegel.Onderzoek
    uitgifte: Uitgifte | None

    @property
    def zonder_zegel(self) -> bool:
        """Issued by a portal that does not seal (ontwikkeling, test)."""
        return self.uitgifte is not None and self.uitgifte.zegelsoort == "geen"

    @property
    def origineel(self) -> bool:
        in_orde = self.zonder_zegel or not self.onderzoek.bezwaar
        return self.uitgifte is not None and in_orde

    @property
    def oordeel(self) -> str:
        if self.origineel:
            return ORIGINEEL
        return NIET_ORIGINEEL if self.uitgifte is None else TWIJFEL

    @property
    def reden(self) -> str:
        """Why it is not an original; "" when it is."""
        return "" if self.origineel else self.onderzoek.bezwaar or NIET_BEKEND


def controleren_zegel(*, pdf: bytes, door=None) -> Bevinding:
    """Kijk het zegel van dit bestand na en zoek het op; de kandidaat leest dat er gekeken is.

    `door` is een lid, of None voor het commando. Het bestand zelf wordt nergens bewaard.
    Raises: zegel.ZegelFout als de lijst met eigen certificaten niet te lezen is.
    """
    onderzoek = zegel.apart_onderzoeken(pdf, zegel.eigen_certificaten())
    sha256 = hashlib.sha256(pdf).hexdigest()
    with transaction.atomic():
        uitgifte = Uitgifte.objects.with_geldigheid().filter(bestand_sha256=sha256).first()
        bevinding = Bevinding(onderzoek, uitgifte)
        if uitgifte is not None:
            logboek.schrijven(
                door,
                "controleren_zegel",
                uitgifte,
                herkomst="portaal" if door else "commando",
                bijzonderheden={"antwoord": uitgifte.geldigheid, "zegel": bevinding.origineel},
            )
    return bevinding
