"""What the worker does with an uitgifteopdracht: number, file, register. Each step can be resumed.

Rendering happens outside any transaction. A worker that dies loses the file and the code it was
making; the next one makes both again under the same number, so there is always one document.
"""

from django.db import transaction
from django.utils import timezone

from trajecten import logboek, opslag, post
from trajecten.actions.faalpunten import faalpunt
from trajecten.models import Bestand, Teller
from trajecten.models.tellers import jaar_van

from .. import namen, zegel
from ..documenten import mbo_verklaring, praktijkverklaring
from ..models import OVERGANGEN, Soort, Staat, Uitgifte
from ..pdf import Renderer, RenderFout
from .bevriezen import vingerafdruk
from .verbeteren import vervangen
from .wachtrij import teruggeven, vastleggen, wachten

DOCUMENTEN = {
    Soort.PRAKTIJKVERKLARING: ("PV", praktijkverklaring),
    Soort.MBO_VERKLARING: ("MV", mbo_verklaring),
}
POGINGEN = 5


def opdracht_uitvoeren(opdracht, renderer: Renderer, nu=None) -> None:
    """Do what is left of a taken opdracht. Raises: Verloren when another worker has it.

    `nu` is the day of issue; the seal is always set with the clock of this moment.

    A document that cannot be rendered is tried again and at last becomes `vervallen`, with the
    reason. A full disk or a missing key keeps it where it is, until the operator mended it.
    """
    try:
        sleutel = None
        if opdracht.staat in OVERGANGEN[Staat.OPGESLAGEN]:
            sleutel = zegel.paraat()  # before a number and a day of issue are taken
        if opdracht.staat == Staat.VASTGESTELD:
            _nummer_reserveren(opdracht, nu)
        if opdracht.staat in OVERGANGEN[Staat.OPGESLAGEN]:
            _maken(opdracht, renderer, sleutel)
        if opdracht.staat == Staat.OPGESLAGEN:
            _inschrijven(opdracht, nu or timezone.now())
    except RenderFout as fout:
        if opdracht.pogingen >= POGINGEN:
            _vervallen(opdracht, str(fout))
        else:
            teruggeven(opdracht, str(fout))
    except (opslag.SchrijfFout, zegel.ZegelFout) as fout:
        wachten(opdracht, str(fout))
    except opslag.OpslagFout as fout:
        teruggeven(opdracht, str(fout))


def _vooruit(opdracht, naar, **velden) -> None:
    """One state further, never back: a step that was already recorded only renews the lease."""
    if not vastleggen(opdracht, {"staat__in": OVERGANGEN[naar]}, staat=naar, **velden):
        vastleggen(opdracht)


def _nummer_reserveren(opdracht, nu) -> None:
    """Number and day of issue, in one short transaction: a rollback leaves no gap."""
    soort = DOCUMENTEN[opdracht.soort][0]
    vandaag = timezone.localdate(nu)
    with transaction.atomic():
        volgnummer = Teller.objects.volgende(soort, jaar_van(nu))
        nummer = namen.documentnummer(soort, vandaag.year, volgnummer)
        inhoud = opdracht.inhoud | {"nummer": nummer, "uitgegeven_op": vandaag.isoformat()}
        if opdracht.soort == Soort.MBO_VERKLARING:
            inhoud["bladen"] = [_met_nummer(blad) for blad in inhoud["bladen"]]
        _vooruit(
            opdracht,
            Staat.GERESERVEERD,
            nummer=nummer,
            inhoud=inhoud,
            inhoud_sha256=vingerafdruk(inhoud),
        )
    faalpunt("na_reservering")


def _met_nummer(blad: dict) -> dict:
    """The form of the Praktijkloket has no number here: it was signed, not issued."""
    if "getekend_op" in blad:
        return blad
    uitgifte = Uitgifte.objects.get(opdracht__vaststelling=blad["vaststelling"])
    return blad | {"nummer": uitgifte.nummer}


def _maken(opdracht, renderer: Renderer, sleutel: zegel.Sleutel | None) -> None:
    """Render, seal and store; the file and the hash of its code are recorded together."""
    code = namen.nieuwe_code()
    inhoud = renderer.renderen(DOCUMENTEN[opdracht.soort][1].drukwerk(opdracht.inhoud, code=code))
    faalpunt("na_render")
    _vooruit(opdracht, Staat.GERENDERD)
    if sleutel:
        inhoud = zegel.verzegelen(inhoud, sleutel)
    faalpunt("na_zegel")
    _vooruit(opdracht, Staat.VERZEGELD, zegel=sleutel.merk if sleutel else namen.ZONDER_ZEGEL)
    bestand = opslag.bewaren(
        inhoud,
        naam=f"{opdracht.nummer}.pdf",
        soort=Bestand.Soort.DOCUMENT,
        mimetype="application/pdf",
        traject=opdracht.vaststelling.traject,
    )
    _vooruit(
        opdracht,
        Staat.OPGESLAGEN,
        bestand=bestand,
        code_sha256=namen.code_sha256(code),
        fout="",
    )
    faalpunt("na_opslag")


def _inschrijven(opdracht, nu) -> None:
    """Register row, log line, mail and state in one transaction."""
    with transaction.atomic():
        _vooruit(opdracht, Staat.UITGEGEVEN, klaar_op=nu, lease_tot=None)
        uitgifte = Uitgifte.objects.create(
            opdracht=opdracht,
            traject=opdracht.vaststelling.traject,
            soort=opdracht.soort,
            nummer=opdracht.nummer,
            code_sha256=opdracht.code_sha256,
            bestand=opdracht.bestand,
            bestand_sha256=opdracht.bestand.sha256,
            inhoud=opdracht.inhoud,
            inhoud_sha256=opdracht.inhoud_sha256,
            zegel=opdracht.zegel,
            uitgegeven_op=nu,
            door=opdracht.door,
        )
        logboek.schrijven(None, "uitgegeven", uitgifte, herkomst="worker")
        vervangen(uitgifte, nu)
        if opdracht.reeks_id is None:  # of a reeks one mail comes, at the end
            _bericht(uitgifte, nu)
        faalpunt("voor_commit")
    faalpunt("na_commit")


def _bericht(uitgifte, nu) -> None:
    """Tell who gave the order: first name and link only."""
    gebruiker = uitgifte.door.gebruiker
    if not gebruiker.email:
        return
    voornaam = uitgifte.traject.kandidaat.voornaam
    post.klaarzetten(
        aan=gebruiker.email,
        onderwerp=f"De {uitgifte.get_soort_display()} van {voornaam} staat klaar",
        tekst=(
            f"Dag {gebruiker.voornaam},\n\n"
            f"De {uitgifte.get_soort_display()} van {voornaam} is uitgegeven.\n"
            f"Je vindt het document hier: {post.link(uitgifte.traject.get_absolute_url())}\n"
        ),
        nu=nu,
    )


def _vervallen(opdracht, reden) -> None:
    with transaction.atomic():
        _vooruit(
            opdracht,
            Staat.VERVALLEN,
            vervallen_reden=reden[:500],
            fout=reden[:500],
            klaar_op=timezone.now(),
            lease_tot=None,
        )
        logboek.schrijven(None, "opdracht_vervallen", opdracht, herkomst="worker")
