"""Copies of what a reeks issued in one file: asked for by a person, made by the worker."""

import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import get_valid_filename

from trajecten import logboek, opslag
from trajecten.models import Bestand
from trajecten.rules import Bezwaar

from .. import rules
from ..documenten import printbestand
from ..models import Reeksbestand, Uitgifte, Uitgiftereeks
from ..pdf import Renderer, RenderFout
from .wachtrij import teruggeven, vastleggen, wachten

POGINGEN = 5
BEWAREN = 7  # days; whoever needs the file again makes it again
MIMETYPE = {Reeksbestand.Soort.ZIP: "application/zip", Reeksbestand.Soort.PRINT: "application/pdf"}


@transaction.atomic
def bundelen(*, reeks, soort, door, nu=None) -> Reeksbestand:
    """Vraag alles wat de reeks uitgaf en nog geldt in één bestand. Raises: Bezwaar (422).

    Is er al zo'n bestand, of wordt het gemaakt, dan is dat het.
    """
    nu = nu or timezone.now()
    # The lock turns two simultaneous clicks into one file.
    reeks = Uitgiftereeks.objects.select_for_update().get(pk=reeks.pk)
    uitgiften = rules.te_bundelen(rules.reeksstand(reeks))
    if bezwaar := rules.bezwaar_tegen_bundelen(uitgiften, soort):
        raise Bezwaar(bezwaar)
    gevraagd = reeks.bestanden.filter(soort=soort, door=door).bruikbaar()
    pks = [uitgifte.pk for uitgifte in uitgiften]
    if eerder := next((rij for rij in gevraagd if rij.uitgiften == pks), None):
        return eerder
    rij = Reeksbestand.objects.create(
        reeks=reeks, soort=soort, uitgiften=pks, door=door, aangevraagd_op=nu, niet_voor=nu
    )
    for traject in {uitgifte.traject_id: uitgifte.traject for uitgifte in uitgiften}.values():
        logboek.schrijven(door, "bundelen", traject)
    return rij


def bundel_uitvoeren(rij, renderer: Renderer) -> None:
    """Make a taken reeksbestand; after five failures `fout` says why not. Raises: Verloren."""
    try:
        with tempfile.TemporaryDirectory(prefix="bundel-") as map_:
            pad = Path(map_) / "bundel"
            MAKEN[rij.soort](rij, pad, renderer)
            bestand = opslag.bestand_bewaren(
                pad,
                naam=f"{rij.soort}-reeks-{rij.reeks_id}",
                soort=Bestand.Soort.AFDRUK,
                mimetype=MIMETYPE[rij.soort],
                door=rij.door,
            )
    except opslag.SchrijfFout as fout:
        wachten(rij, str(fout))
        return
    except (RenderFout, opslag.OpslagFout, OSError) as fout:
        if rij.pogingen >= POGINGEN:
            vastleggen(rij, fout=str(fout)[:500], klaar_op=timezone.now(), lease_tot=None)
        else:
            teruggeven(rij, str(fout))
        return
    vastleggen(rij, bestand=bestand, fout="", klaar_op=timezone.now(), lease_tot=None)


def _zip(rij, pad: Path, renderer: Renderer) -> None:
    """The files as they were issued, byte for byte: their seals stay whole."""
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_STORED) as archief:
        for uitgifte, inhoud in _documenten(rij):
            naam = f"{uitgifte.inhoud['naam']} {uitgifte.soort} {uitgifte.nummer}.pdf"
            archief.writestr(get_valid_filename(naam), inhoud)


def _print(rij, pad: Path, renderer: Renderer) -> None:
    mensen: dict[int, printbestand.Regel] = {}
    for uitgifte in _uitgiften(rij):
        regel = {"naam": uitgifte.inhoud["naam"], "documenten": []}
        regel = mensen.setdefault(uitgifte.traject_id, regel)
        regel["documenten"].append(uitgifte.get_soort_display())
    inhoud = printbestand.Inhoud(
        reeks=str(rij.reeks).capitalize(),
        instelling=str(rij.reeks.instelling),
        gemaakt_op=date_format(timezone.localtime(), "j F Y H:i"),
        mensen=list(mensen.values()),
    )
    voorblad = renderer.renderen(printbestand.drukwerk(inhoud))
    printbestand.samenvoegen(voorblad, (inhoud for _, inhoud in _documenten(rij)), pad)


MAKEN = {Reeksbestand.Soort.ZIP: _zip, Reeksbestand.Soort.PRINT: _print}


def _documenten(rij) -> Iterator[tuple[Uitgifte, bytes]]:
    """Each uitgifte with its stored bytes, one at a time; the lease is renewed meanwhile."""
    for uitgifte in _uitgiften(rij):
        vastleggen(rij)
        yield uitgifte, opslag.lezen(uitgifte.bestand)


def _uitgiften(rij) -> list[Uitgifte]:
    rijen = Uitgifte.objects.select_related("bestand").in_bulk(rij.uitgiften)
    return [rijen[pk] for pk in rij.uitgiften]


def bundels_opruimen(nu=None) -> int:
    """Throw away copies older than a week; the documents themselves stay. Gives how many."""
    nu = nu or timezone.now()
    oud = Reeksbestand.objects.oud(nu, BEWAREN).select_related("bestand")
    for rij in oud:
        with transaction.atomic():
            rij.delete()
            if rij.bestand:
                opslag.weggooien(rij.bestand)
    return len(oud)
