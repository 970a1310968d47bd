"""`make demo`: make the database ready, then run web and worker together until Ctrl-C."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.db import connections

from portal.demo.spelers import spelers
from verklaringen.zegel import testzegel

ADRES = "127.0.0.1"
WACHTTIJD = 30
STOPTIJD = 10


class Command(BaseCommand):
    help = "Maak de voorbeeldregio klaar en start het portaal met zijn worker."
    requires_system_checks = []

    def handle(self, **options):
        _poort_is_vrij()
        self.stdout.write("Even klaarmaken... De eerste keer duurt dat een minuut of drie.")
        klaarmaken()
        connections.close_all()
        for signaal in (signal.SIGINT, signal.SIGTERM):
            signal.signal(signaal, _als_ctrl_c)
        processen = []
        try:
            _starten(processen)
            _wachten_op_antwoord(processen)
            self._vertellen()
            _wachten_op_einde(processen)
        except KeyboardInterrupt:
            self.stdout.write("\nGestopt. De gegevens blijven bewaard in var/.")
        finally:
            _stoppen(processen)

    def _vertellen(self):
        self.stdout.write(f"\nHet portaal staat klaar op {settings.BASIS_URL}")
        self.stdout.write("Inloggen gaat met een klik op een naam:\n")
        for groep in spelers():
            namen = ", ".join(lid.gebruiker.naam for lid in groep["leden"])
            self.stdout.write(f"  {groep['rol']:<22}{namen}")
        self.stdout.write("\nDe post staat op /demo/post/. Ctrl-C stopt alles.\n")


def klaarmaken():
    """Bring the database and the static files up to date; a second time this costs no time."""
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    if _stijl_is_veranderd():
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    testzegel.klaarzetten(Path(settings.ZEGEL_BESTAND))
    call_command("startgegevens")
    call_command("demodata")


def _stijl_is_veranderd():
    """Whether a static file is newer than the collection: collecting takes seconds."""
    manifest = settings.STATIC_ROOT / "staticfiles.json"
    if not manifest.exists():
        return True
    bronnen = (pad for plek in settings.STATICFILES_DIRS for pad in plek.rglob("*"))
    return any(pad.stat().st_mtime > manifest.stat().st_mtime for pad in bronnen)


def _poort_is_vrij():
    with socket.socket() as luisteraar:
        luisteraar.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            luisteraar.bind((ADRES, settings.PORT))
        except OSError as fout:
            zin = f"Poort {settings.PORT} is bezet. Kies een andere: make demo PORT=8001"
            raise CommandError(zin) from fout


def _starten(processen):
    web = [sys.executable, "-m", "gunicorn", "portal.wsgi", "--config", "deploy/gunicorn.conf.py"]
    worker = [sys.executable, "manage.py", "worker"]
    omgeving = os.environ | {"PORT": str(settings.PORT)}
    # Sessions of their own: Ctrl-C reaches this process only, which stops them in order.
    for opdracht in (web, worker):
        proces = subprocess.Popen(
            opdracht, cwd=settings.BASE_DIR, env=omgeving, start_new_session=True
        )
        processen.append(proces)


def _wachten_op_antwoord(processen):
    einde = time.monotonic() + WACHTTIJD
    while time.monotonic() < einde:
        _nagaan(processen)
        with socket.socket() as beller:
            if beller.connect_ex((ADRES, settings.PORT)) == 0:
                return
        time.sleep(0.1)
    raise CommandError(f"Het portaal gaf binnen {WACHTTIJD} seconden geen antwoord.")


def _wachten_op_einde(processen):
    while True:
        _nagaan(processen)
        time.sleep(0.5)


def _nagaan(processen):
    for proces in processen:
        if proces.poll() is not None:
            naam = proces.args[2] if proces.args[1] == "-m" else proces.args[-1]
            raise CommandError(f"{naam} is gestopt (code {proces.returncode}); alles stopt.")


def _stoppen(processen):
    for proces in processen:
        if proces.poll() is None:
            proces.terminate()
    for proces in processen:
        try:
            proces.wait(STOPTIJD)
        except subprocess.TimeoutExpired:
            proces.kill()


def _als_ctrl_c(signaal, frame):
    raise KeyboardInterrupt
