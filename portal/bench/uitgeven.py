"""Gate `issue-batch`: many documents at once with two workers, and pages meanwhile.

Issuing is numbering, rendering, sealing, storing and entering in the register. What it costs beside
the rendering is what is measured: against two renderers that do nothing else, in the same run. The
pages are asked for during the second half, so that they do not count as the cost of issuing.
"""

import subprocess
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from statistics import median, quantiles
from uuid import uuid4

from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from trajecten import models as m
from trajecten import opslag
from verklaringen import namen
from verklaringen.actions import vingerafdruk
from verklaringen.models import (
    Soort,
    Staat,
    Uitgifte,
    Uitgifteopdracht,
    Uitgiftereeks,
    Vaststelling,
)
from verklaringen.pdf import Renderer
from verklaringen.zegel import testzegel

from .documenten import duur_samen, voorbeeld, voorbeeldinhoud
from .meting import Meting, duur, hooguit, minstens
from .processen import starten
from .tick import binnen

AANTAL = 1000
ALLEEN_MAKEN = 100
PAUZE = 0.2  # between two rounds of pages: somebody reads
RUST = 30


def meten(aantal: int = AANTAL) -> list[Meting]:
    with (
        tempfile.TemporaryDirectory() as map_,
        override_settings(DEBUG=False, ALLOWED_HOSTS=["testserver"], SECURE_SSL_REDIRECT=False),
    ):
        zegel = Path(map_) / "zegel.p12"
        testzegel.klaarzetten(zegel)
        alleen = _alleen_maken(min(aantal, ALLEEN_MAKEN))
        lid = klaarzetten(aantal)
        client = binnen(lid)
        rust = [_bladeren(client) for _ in range(RUST)]
        druk = _uitgeven(client, zegel, aantal // 2)
    return [_snelheid(alleen), _heel(aantal), _paginas(rust, druk)]


def _alleen_maken(aantal: int) -> float:
    """Documents per second of two renderers side by side, without anything else."""
    drukwerk = voorbeeld()
    with Renderer() as een, Renderer() as twee:
        for renderer in (een, twee):
            renderer.renderen(drukwerk)
        return aantal / duur_samen([(een, aantal // 2), (twee, aantal // 2)], drukwerk)


def klaarzetten(aantal: int) -> m.Lidmaatschap:
    """So many orders to issue at one school; its coördinator is given back."""
    regio = m.Arbeidsmarktregio.objects.create(naam="Bench uitgeven")
    gemeente = m.Gemeente.objects.create(code="GM9998", naam="Bench", regio=regio)
    school = m.Organisatie.objects.create(
        naam="Roc Bench", soort=m.Organisatie.Soort.INSTELLING, regio=regio, plaats="Bench"
    )
    gebruiker = m.Gebruiker.objects.create(naam="Fatima Bench", email="bench@voorbeeld.example")
    lid = m.Lidmaatschap.objects.create(
        gebruiker=gebruiker, rol=m.Rol.COORDINATOR, organisatie=school
    )
    bedrijf = m.Leerbedrijf.objects.create(
        leerbedrijf_id="999000099", naam="Bench", plaats="Bench", bron=m.Leerbedrijf.Bron.HANDMATIG
    )
    trajecten = _trajecten(aantal, school, gemeente, lid)
    plaatsingen = m.Plaatsing.objects.bulk_create(
        m.Plaatsing(traject=rij, leerbedrijf=bedrijf, begin=timezone.localdate() - timedelta(60))
        for rij in trajecten
    )
    _opdrachten(plaatsingen, lid)
    return lid


def _trajecten(aantal, school, gemeente, lid):
    kandidaten = m.Kandidaat.objects.bulk_create(
        m.Kandidaat(naam="Samira Voorbeeld", kandidaatnummer=f"B{n}", gemeente=gemeente)
        for n in range(aantal)
    )
    return m.Traject.objects.bulk_create(
        m.Traject(
            nummer=f"TR-BATCH-{n}", status=m.Status.BIJ_EXAMENCOMMISSIE, kandidaat=kandidaat,
            route=m.Route.PRAKTIJKVERKLARING, leerweg=m.Leerweg.DERDE_LEERWEG, instelling=school,
            coordinator=lid,
        )
        for n, kandidaat in enumerate(kandidaten)
    )  # fmt: skip


def _opdrachten(plaatsingen, lid) -> None:
    inhoud = voorbeeldinhoud()
    gelijk = {
        "soort": Soort.PRAKTIJKVERKLARING, "inhoud": inhoud, "door": lid,
        "inhoud_sha256": vingerafdruk(inhoud),
    }  # fmt: skip
    bladen = Vaststelling.objects.bulk_create(
        Vaststelling(traject=p.traject, plaatsing=p, volgnummer=1, sjabloonversie="-", **gelijk)
        for p in plaatsingen
    )
    reeks = Uitgiftereeks.objects.create(
        instelling=lid.organisatie, door=lid, sleutel=uuid4(), klaar_op=timezone.now()
    )
    Uitgifteopdracht.objects.bulk_create(
        Uitgifteopdracht(vaststelling=blad, reeks=reeks, **gelijk) for blad in bladen
    )


def _uitgeven(client: Client, zegel: Path, helft: int) -> list[float]:
    """Let two workers do all of it; how long the pages took during the second half."""
    workers = [
        starten("manage.py", "worker", "--eenmaal", ZEGEL_BESTAND=str(zegel)) for _ in range(2)
    ]
    tijden = []
    while any(worker.poll() is None for worker in workers):
        if _klaar().count() > helft:
            tijden.append(_bladeren(client))
        time.sleep(PAUZE)
    if mis := [worker.returncode for worker in workers if worker.returncode]:
        raise subprocess.CalledProcessError(mis[0], "manage.py worker")
    return tijden


def _klaar():
    return Uitgifteopdracht.objects.filter(klaar_op__isnull=False)


def _bladeren(client: Client) -> float:
    """Seconds for one page: the list of trajecten."""

    def ophalen():
        if client.get(reverse("trajecten:overzicht")).status_code != 200:
            raise RuntimeError("bench issue-batch: the list did not answer")

    return duur(ophalen)


def _snelheid(alleen: float) -> Meting:
    """From the first document in the register to the middle one: starting is not issuing."""
    klaar = list(_klaar().order_by("klaar_op").values_list("klaar_op", flat=True))
    helft = klaar[: len(klaar) // 2]
    uitgeven = (len(helft) - 1) / (helft[-1] - helft[0]).total_seconds()
    zin = f"uitgegeven {uitgeven:.1f}, alleen gemaakt {alleen:.1f} documenten per seconde"
    return minstens("issue-batch", uitgeven / alleen, 0.6, "keer maken", zin)


def _heel(aantal: int) -> Meting:
    """How many are lost, double, without a seal, or not what the register says."""
    opdrachten = Uitgifteopdracht.objects.all()
    uitgiften = Uitgifte.objects.filter(opdracht__in=opdrachten).select_related("bestand")
    mis = aantal - opdrachten.filter(staat=Staat.UITGEGEVEN).count()
    mis += abs(aantal - uitgiften.count())
    mis += aantal - uitgiften.values("nummer").distinct().count()
    mis += uitgiften.filter(zegel=namen.ZONDER_ZEGEL).count()
    for uitgifte in uitgiften.defer("inhoud"):
        try:
            opslag.lezen(uitgifte.bestand)
        except opslag.OpslagFout:
            mis += 1
    return hooguit("issue-batch:mis", mis, 0, "documenten", f"{aantal} opdrachten")


def _paginas(rust: list[float], druk: list[float]) -> Meting:
    """The list of trajecten while two workers are at it, on the same machine."""
    zin = (
        f"in rust {median(rust) * 1000:.0f} ms, tijdens het uitgeven {median(druk) * 1000:.0f} ms "
        f"(95 % binnen {quantiles(druk, n=20)[-1] * 1000:.0f} ms, {len(druk)} keer)"
    )
    return hooguit("issue-batch:page", median(druk) / median(rust), 3, "keer in rust", zin)
