"""Read in a file that somebody offers: first what would happen, then the same for real."""

import io
from collections.abc import Callable, Collection
from datetime import datetime
from typing import BinaryIO

from django.db import transaction
from django.utils import timezone

from .. import logboek, opslag, rules
from ..imports.keuren import Gekeurd, lezen, te_verbeteren, verslag
from ..imports.lijsten import Certificatenbestand, Keuzedelenbestand
from ..imports.resultaten import Resultatenbestand
from ..imports.tabel import Tabel
from ..imports.trajectkolommen import REDEN
from ..imports.zips import Inleeszip
from ..models import Bestand, Inleessoort, Inlezing, Lidmaatschap
from ..rules import Bezwaar
from . import inlezen_lijsten, inlezen_resultaten, inlezen_trajecten
from .inleesverslag import afsluiten

# Per kind: how a line is read, how the lines are judged, and how the good ones are written. The
# trajecten come in a zip, one by one: see inlezen_trajecten.
SOORTEN: dict[str, tuple[type[Tabel], Callable, Callable]] = {
    Inleessoort.RESULTATEN: (
        Resultatenbestand, inlezen_resultaten.keuren, inlezen_resultaten.schrijven,
    ),
    Inleessoort.KEUZEDELEN: (
        Keuzedelenbestand, inlezen_lijsten.keuzedelen_keuren, inlezen_lijsten.keuzedelen_schrijven,
    ),
    Inleessoort.CERTIFICATEN: (
        Certificatenbestand, inlezen_lijsten.certificaten_keuren,
        inlezen_lijsten.certificaten_schrijven,
    ),
}  # fmt: skip


@transaction.atomic
def bestand_aanbieden(
    *,
    soort: str,
    inhoud: bytes | BinaryIO,
    naam: str,
    door: Lidmaatschap,
    nu: datetime | None = None,
) -> Inlezing:
    """Bewaar het bestand en zeg per regel wat inlezen zou doen; verder verandert er niets.

    Raises: Bezwaar (422) als het bestand als geheel niet te lezen is.
    """
    nu = nu or timezone.now()
    stroom = io.BytesIO(inhoud) if isinstance(inhoud, bytes) else inhoud
    if bezwaar := rules.bezwaar_tegen_aanbieden(door, soort):
        raise Bezwaar(bezwaar)
    if soort == Inleessoort.TRAJECTEN:
        voorbeeld = inlezen_trajecten.voorbeeld(stroom, door, nu)
    else:
        voorbeeld = verslag(*_keuren(soort, stroom.read(), door))
    bestand = opslag.stroom_bewaren(
        stroom, naam=naam, soort=Bestand.Soort.IMPORT, door=door,
        mimetype="application/zip" if soort == Inleessoort.TRAJECTEN else "text/csv",
    )  # fmt: skip
    inlezing = Inlezing.objects.create(
        soort=soort, bestand=bestand, door=door, aangeboden_op=nu, voorbeeld=voorbeeld
    )
    logboek.schrijven(door, "bestand_aanbieden", inlezing, bijzonderheden={"soort": soort})
    return inlezing


def inlezen(
    *,
    inlezing: Inlezing,
    door: Lidmaatschap,
    bevestigd: Collection[str] = (),
    nu: datetime | None = None,
) -> Inlezing:
    """Lees de goede regels in; een tweede klik verandert niets. Raises: Bezwaar (422).

    Elke regel wordt opnieuw gekeurd: wat intussen veranderde, telt. Resultaten en lijsten gaan
    in één keer. Trajecten gaan een voor een, en wat nog niet klaar is gaat bij een volgende klik
    verder; `bevestigd` zijn de sleutels van de waarschuwingen die `door` las.
    """
    nu = nu or timezone.now()
    inlezing = Inlezing.objects.select_related("bestand").get(pk=inlezing.pk)
    if inlezing.ingelezen_op:
        return inlezing
    if bezwaar := rules.bezwaar_tegen_inlezen(inlezing, door):
        raise Bezwaar(bezwaar)
    if inlezing.soort == Inleessoort.TRAJECTEN:
        return inlezen_trajecten.trajecten_inlezen(
            inlezing=inlezing, door=door, bevestigd=bevestigd, nu=nu
        )
    return _in_een_keer(inlezing, door, nu)


@transaction.atomic
def _in_een_keer(inlezing: Inlezing, door: Lidmaatschap, nu: datetime) -> Inlezing:
    inlezing = Inlezing.objects.select_for_update(of=("self",)).get(pk=inlezing.pk)
    if inlezing.ingelezen_op:
        return inlezing
    inhoud = opslag.lezen(inlezing.bestand)
    gekeurd, ongebruikt = _keuren(inlezing.soort, inhoud, door, slot=True)
    _, _, schrijven = SOORTEN[inlezing.soort]
    schrijven([regel for regel in gekeurd if regel.schrijven], door, nu)
    return afsluiten(inlezing, verslag(gekeurd, ongebruikt), door, nu)


def _keuren(
    soort: str, inhoud: bytes, door: Lidmaatschap, slot: bool = False
) -> tuple[list[Gekeurd], list[str]]:
    """Every line with what would come of it; and the unused columns."""
    lezer, keuren, _ = SOORTEN[soort]
    gelezen = lezen(lezer, inhoud)
    return [*keuren(gelezen.rijen, door, slot), *gelezen.mis], gelezen.ongebruikt


def foute_regels(inlezing: Inlezing) -> list[list[str]]:
    """De geweigerde regels zoals ze aangeboden zijn, met de kop erboven en de reden erbij."""
    redenen = {
        regel["regel"]: regel["reden"]
        for regel in inlezing.stand["regels"]
        if regel["uitkomst"] == Gekeurd.FOUT
    }
    if inlezing.soort != Inleessoort.TRAJECTEN:
        return list(te_verbeteren(opslag.lezen(inlezing.bestand), redenen, REDEN))
    with opslag.openen(inlezing.bestand) as bestand:
        return list(te_verbeteren(Inleeszip(bestand).tabel, redenen, REDEN))
