"""The file store: whole or not at all, also on a disk that is full or gone."""

import resource
from contextlib import contextmanager

import pytest

from trajecten import opslag
from trajecten.models import Bestand


@pytest.fixture(autouse=True)
def eigen_opslag(settings, tmp_path):
    settings.OPSLAG_MAP = tmp_path / "opslag"
    return settings.OPSLAG_MAP


@contextmanager
def bestanden_hooguit(bytes_):
    """No file of this process may grow past this: writing more stops midway, as on a full disk."""
    zacht, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (zacht, hard))


def bewaren(inhoud):
    return opslag.bewaren(inhoud, naam="x", soort=Bestand.Soort.SCAN, mimetype="application/pdf")


def test_wat_erin_gaat_komt_er_zo_uit(db):
    assert opslag.lezen(bewaren(b"x" * 9000)) == b"x" * 9000


def test_volle_schijf_laat_niets_half_staan(db, eigen_opslag):
    with bestanden_hooguit(4096), pytest.raises(opslag.SchrijfFout, match="is vol"):
        bewaren(b"x" * 9000)

    assert [pad for pad in eigen_opslag.rglob("*") if pad.is_file()] == []
    assert not Bestand.objects.exists()
    assert opslag.lezen(bewaren(b"x" * 9000)) == b"x" * 9000


def test_schijf_die_weg_is(db, eigen_opslag):
    eigen_opslag.write_text("geen map")

    with pytest.raises(opslag.SchrijfFout, match="niet te bereiken"):
        bewaren(b"x")
