"""OMGEVING=productie refuses to start unsafe, from manage.py and from WSGI alike."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from portal import checks
from verklaringen.zegel import testzegel

WORTEL = Path(__file__).resolve().parents[2]
ONVEILIG = {
    "DEBUG": ("true", "portal.E002"),
    "SECRET_KEY": ("te-kort", "portal.E003"),
    "ALLOWED_HOSTS": ("*", "portal.E004"),
    "DATABASE_URL": ("sqlite:///:memory:", "portal.E005"),
    "VEILIGE_COOKIES": ("false", "portal.E006"),
    "SECURE_SSL_REDIRECT": ("false", "portal.E007"),
    "EMAIL_BACKEND": ("django.core.mail.backends.console.EmailBackend", "portal.E008"),
    "BASIS_URL": ("http://portaal.voorbeeld.nl", "portal.E009"),
    "DEFAULT_FROM_EMAIL": ("portaal@voorbeeld.invalid", "portal.E010"),
    "PGSSLMODE": ("require", "portal.E011"),
    "FAALPUNT": ("na_render", "portal.E001"),
}


def voorbeeld():
    regels = (WORTEL / "deploy" / "productie.voorbeeld.env").read_text().splitlines()
    return dict(regel.split("=", 1) for regel in regels if "=" in regel and regel[0] != "#")


def draaien(*opdracht, **omgeving):
    """Run Python in an environment that holds the example of productie and nothing of this test."""
    schoon = {naam: os.environ[naam] for naam in ("PATH", "HOME") if naam in os.environ}
    return subprocess.run(
        [sys.executable, *opdracht],
        cwd=WORTEL,
        env=schoon | voorbeeld() | omgeving,
        capture_output=True,
        text=True,
    )


def test_the_example_of_productie_is_safe():
    uitkomst = draaien(
        "manage.py", "check", "--deploy", "--tag", "security", "--fail-level", "WARNING"
    )

    assert (uitkomst.returncode, uitkomst.stderr) == (0, "")


def test_productie_refuses_as_long_as_people_would_miss_something():
    uitkomst = draaien("manage.py", "check")

    assert uitkomst.returncode == 1
    assert "(portal.E100) Deze versie is nog niet voor echte mensen." in uitkomst.stderr
    assert "1 issue" in uitkomst.stderr


@pytest.mark.parametrize(("naam", "waarde", "nummer"), [(n, *w) for n, w in ONVEILIG.items()])
def test_unsafe_setting_is_refused(naam, waarde, nummer):
    uitkomst = draaien("manage.py", "check", "--tag", "security", **{naam: waarde})

    assert uitkomst.returncode == 1
    assert f"({nummer})" in uitkomst.stderr


def test_all_refusals_at_once_also_from_wsgi():
    omgeving = {naam: waarde for naam, (waarde, _) in ONVEILIG.items()}

    uitkomst = draaien("-c", "import portal.wsgi", **omgeving)

    gemeld = {nummer for _, nummer in ONVEILIG.values() if f"{nummer}:" in uitkomst.stderr}
    # SQLite has no sslmode to refuse.
    assert gemeld == {nummer for _, nummer in ONVEILIG.values()} - {"portal.E011"}
    assert uitkomst.returncode == 1


def test_old_library_is_refused(settings, monkeypatch):
    settings.OMGEVING = "productie"
    monkeypatch.setattr(checks, "version", lambda pakket: "5.2.18")

    gemeld = [fout.id for fout in checks.productie_is_veilig(None)]

    assert gemeld.count("portal.E012") == 2


def test_test_certificate_is_refused(settings, tmp_path):
    settings.OMGEVING, settings.ZEGEL_BESTAND = "productie", str(tmp_path / "zegel.p12")
    assert checks.geen_testzegel(None) == []
    testzegel.klaarzetten(tmp_path / "zegel.p12")

    assert [fout.id for fout in checks.geen_testzegel(None)] == ["portal.E017"]


@pytest.mark.postgresql
@pytest.mark.django_db
def test_database_role_that_owns_tables_is_refused(settings):
    settings.OMGEVING = "productie"

    gemeld = [fout.id for fout in checks.rol_is_geen_eigenaar(None, databases=["default"])]

    assert gemeld == ["portal.E015"]


def test_what_stops_productie_is_what_the_list_calls_open():
    lijst = (WORTEL / "docs" / "veiligheid.md").read_text(encoding="utf-8")

    for onderwerp in checks.OPEN_VOOR_PRODUCTIE:
        assert f"| {onderwerp} | P1 | open |" in lijst
