"""What every test gets: the cast, each with an outsider of the same role elsewhere."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories as f
from tests import sjabloon
from tests.spelers import Speler
from trajecten.models import Organisatie, Rol


def pytest_make_parametrize_id(val, argname):
    """Bytes never become part of a test's name: a zip holds the second in which it was made, and
    two test processes would then name the same test differently.
    """
    return argname if isinstance(val, bytes) else None


@pytest.fixture(scope="session")
def django_db_keepdb(request, django_db_modify_db_settings, django_db_blocker):
    """Every process begins with a copy that is migrated already; a file of SQLite stands there."""
    with django_db_blocker.unblock():
        sjabloon.klaarzetten(connection.settings_dict["TEST"])
    return connection.vendor == "sqlite" or request.config.getvalue("reuse_db")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """On PostgreSQL a killed process can leave its session behind for a moment: end it, so that
    the test database can be dropped.
    """
    yield
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )


@pytest.fixture
def school(db):
    return f.instelling("Roc Voorbeeld")


@pytest.fixture
def bedrijf(db):
    return f.leerbedrijf("Werkbedrijf De Schakel", erkend_voor=("25743", "25741"))


@pytest.fixture
def fatima(school):
    """Mbo-coördinator of Roc Voorbeeld."""
    return Speler(f.lid(Rol.COORDINATOR, "Fatima Voorbeeld", organisatie=school))


@pytest.fixture
def farid(school):
    """A second mbo-coördinator of Roc Voorbeeld."""
    return Speler(f.lid(Rol.COORDINATOR, "Farid Voorbeeld", organisatie=school))


@pytest.fixture
def anne(school):
    """Member of the examencommissie of Roc Voorbeeld."""
    return Speler(
        f.lid(Rol.EXAMENCOMMISSIE, "Anne Voorbeeld", organisatie=school, functie="voorzitter")
    )


@pytest.fixture
def johan(bedrijf):
    """Praktijkopleider at De Schakel."""
    return Speler(f.lid(Rol.PRAKTIJKOPLEIDER, "Johan Voorbeeld", leerbedrijf=bedrijf))


@pytest.fixture
def mo(db):
    """Klantmanager of the gemeente Deventer."""
    gemeente = f.organisatie(Organisatie.Soort.GEMEENTE, "Gemeente Deventer", gemeente=f.gemeente())
    return Speler(f.lid(Rol.KLANTMANAGER, "Mo Voorbeeld", organisatie=gemeente))


@pytest.fixture
def noor(db):
    """Jobcoach of the sociaal werkbedrijf De Schakel, in the region of the school."""
    schakel = f.organisatie(Organisatie.Soort.SOCIAAL_WERKBEDRIJF, "Werkbedrijf De Schakel")
    return Speler(f.lid(Rol.JOBCOACH, "Noor Voorbeeld", organisatie=schakel))


@pytest.fixture
def naomi(db):
    """Jobcoach in another region."""
    ver = f.regio("Groningen")
    elders = f.organisatie(Organisatie.Soort.SOCIAAL_WERKBEDRIJF, "Werkbedrijf Ver", regio=ver)
    return Speler(f.lid(Rol.JOBCOACH, "Naomi Anders", organisatie=elders))


@pytest.fixture
def traject(school, fatima):
    """Samira's running traject at Roc Voorbeeld."""
    return f.traject(
        instelling=school, coordinator=fatima.lid, kandidaat=f.kandidaat("Samira Voorbeeld")
    )


@pytest.fixture
def plaatsing(traject, johan):
    return f.plaatsing(traject, praktijkopleider=johan.lid)


@pytest.fixture
def planregel(plaatsing):
    return f.planregel(plaatsing)


@pytest.fixture
def samira(traject):
    """Kandidaat of `traject`."""
    return Speler(f.lid(Rol.KANDIDAAT, "Samira Voorbeeld", kandidaat=traject.kandidaat))


@pytest.fixture
def els(db):
    """Praktijkopleider at another leerbedrijf."""
    return Speler(f.lid(Rol.PRAKTIJKOPLEIDER, "Els Anders", leerbedrijf=f.leerbedrijf("Anders BV")))


@pytest.fixture
def karin(db):
    """Mbo-coördinator of another instelling."""
    return Speler(
        f.lid(Rol.COORDINATOR, "Karin Anders", organisatie=f.instelling("Vakschool Anders"))
    )


@pytest.fixture
def boris(db):
    """Examencommissie of another instelling."""
    return Speler(
        f.lid(Rol.EXAMENCOMMISSIE, "Boris Anders", organisatie=f.instelling("Mbo Anders"))
    )


@pytest.fixture
def peter(db):
    """Klantmanager of another gemeente."""
    andere = f.gemeente("Apeldoorn", "GM0200")
    gemeente = f.organisatie(Organisatie.Soort.GEMEENTE, "Gemeente Apeldoorn", gemeente=andere)
    return Speler(f.lid(Rol.KLANTMANAGER, "Peter Anders", organisatie=gemeente))


@pytest.fixture
def tarik(db):
    """Kandidaat with a traject at another instelling."""
    traject = f.traject(kandidaat=f.kandidaat("Tarik Anders"))
    return Speler(f.lid(Rol.KANDIDAAT, "Tarik Anders", kandidaat=traject.kandidaat))


@pytest.fixture
def tellen(client):
    """How many queries a GET of this url costs, answered with 200."""

    def _tellen(url):
        with CaptureQueriesContext(connection) as gevangen:
            assert client.get(url).status_code == 200
        return len(gevangen)

    return _tellen


@pytest.fixture
def verse_remmen(db):
    """Rate limits are counted in the cache table, which a test with real commits leaves behind."""
    cache.clear()
