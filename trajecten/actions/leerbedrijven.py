"""Import leerbedrijven, add one by hand, record a look at SBB's register."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from pathlib import Path

from django.db import IntegrityError, transaction
from django.utils import timezone

from .. import logboek, opslag, rules
from ..imports.inladen import Ingeladen, Inlader
from ..imports.leerbedrijven import Leerbedrijvenbestand, Rij
from ..imports.tabel import Rijfout
from ..models import Bestand, Erkenningcontrole, Leerbedrijf, Lidmaatschap
from ..rules import Bezwaar

STAPEL = 10_000  # lines read between two writes to staging and two signs of progress


@transaction.atomic
def leerbedrijf_toevoegen(*, door: Lidmaatschap, leerbedrijf_id: str, naam: str, **adres: str):
    """Voeg een leerbedrijf toe dat nog niet ingelezen is. Raises: Bezwaar.

    `adres`: straat, huisnummer, postcode, plaats, kvk, vestigingsnummer.
    """
    if bezwaar := rules.bezwaar_tegen_leerbedrijf_toevoegen(leerbedrijf_id, door):
        raise Bezwaar(bezwaar)
    leerbedrijf = Leerbedrijf(
        leerbedrijf_id=leerbedrijf_id,
        naam=naam,
        bron=Leerbedrijf.Bron.HANDMATIG,
        toegevoegd_door=door,
        **adres,
    )
    try:
        with transaction.atomic():
            leerbedrijf.save(force_insert=True)
    except IntegrityError as fout:
        # Someone else added the same ID between the question and the row.
        bezwaar = rules.bezwaar_tegen_leerbedrijf_toevoegen(leerbedrijf_id, door)
        raise Bezwaar(bezwaar or "Dit leerbedrijf kan niet bewaard worden.") from fout
    logboek.schrijven(door, "leerbedrijf_toevoegen", leerbedrijf)
    return leerbedrijf


class _Proef(Exception):
    """Carries a trial run past the rollback."""


@dataclass
class Importuitkomst:
    """Wat er met een bestand gebeurde: regels goed en fout, rijen nieuw en gewijzigd."""

    goed: int = 0
    fout: int = 0
    ongebruikt: list[str] = field(default_factory=list)
    ingeladen: Ingeladen | None = None


def leerbedrijven_importeren(
    *,
    pad: Path,
    bij_fout: Callable[[Rijfout], None],
    bij_voortgang: Callable[[Importuitkomst], None] = lambda stand: None,
    proef: bool = False,
) -> Importuitkomst:
    """Lees een CSV met leerbedrijven: goede regels erin, foute één voor één naar `bij_fout`.

    Met `proef` blijft er niets van staan. Raises: Onbruikbaar bij een kop die niet klopt.
    """
    uitkomst = Importuitkomst()
    with (
        pad.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as bestand,
        suppress(_Proef),
        transaction.atomic(),
    ):
        regels = Leerbedrijvenbestand(bestand)
        uitkomst.ongebruikt = regels.ongebruikt
        inlader = Inlader()
        for stapel in _stapels(regels, uitkomst, bij_fout):
            inlader.erbij(stapel)
            bij_voortgang(uitkomst)
        uitkomst.ingeladen = inlader.klaar()
        if proef:
            raise _Proef
        if uitkomst.ingeladen:
            _vastleggen(pad, uitkomst)
    return uitkomst


def _stapels(
    regels: Iterable[Rij | Rijfout], uitkomst: Importuitkomst, bij_fout: Callable[[Rijfout], None]
) -> Iterator[list[Rij]]:
    stapel: list[Rij] = []
    for regel in regels:
        if isinstance(regel, Rijfout):
            uitkomst.fout += 1
            bij_fout(regel)
            continue
        uitkomst.goed += 1
        stapel.append(regel)
        if len(stapel) == STAPEL:
            yield stapel
            stapel = []
    yield stapel


def _vastleggen(pad: Path, uitkomst: Importuitkomst) -> None:
    bewaard = opslag.bewaren(
        pad.read_bytes(), naam=pad.name, soort=Bestand.Soort.IMPORT, mimetype="text/csv"
    )
    logboek.schrijven(
        None,
        "leerbedrijven_importeren",
        bewaard,
        herkomst="opdrachtregel",
        bijzonderheden={"goed": uitkomst.goed, "fout": uitkomst.fout, **asdict(uitkomst.ingeladen)},
    )


@transaction.atomic
def erkenning_controleren(
    *,
    door: Lidmaatschap,
    leerbedrijf: Leerbedrijf,
    crebo: str,
    uitkomst: str,
    gecontroleerd_op: date,
    toelichting: str = "",
    nu: datetime | None = None,
) -> Erkenningcontrole:
    """Leg vast wat iemand op een dag in SBB's register zag. Raises: Bezwaar."""
    nu = nu or timezone.now()
    vandaag = timezone.localdate(nu)
    if bezwaar := rules.bezwaar_tegen_erkenning_controleren(door, gecontroleerd_op, vandaag):
        raise Bezwaar(bezwaar)
    controle = Erkenningcontrole.objects.create(
        leerbedrijf=leerbedrijf,
        crebo=crebo,
        uitkomst=uitkomst,
        gecontroleerd_op=gecontroleerd_op,
        door=door,
        toelichting=toelichting,
        vastgelegd_op=nu,
    )
    logboek.schrijven(
        door,
        "erkenning_controleren",
        leerbedrijf,
        bijzonderheden={"crebo": crebo, "uitkomst": uitkomst},
    )
    return controle
