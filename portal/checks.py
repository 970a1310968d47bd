"""System checks that refuse an unsafe productie.

Django runs them before every command but migrate; portal.wsgi runs them before the first request,
because gunicorn runs no checks. Each objection is one sentence that says how to mend it.
"""

from importlib.metadata import version

from django.conf import settings
from django.core.checks import Error, Tags, register
from django.db import OperationalError, connections

from trajecten.models import onveranderlijk
from verklaringen import zegel

VRIJGAVE = "vrijgave"
# What docs/veiligheid.md still calls open and real people cannot do without.
OPEN_VOOR_PRODUCTIE = ("tweede factor", "reservekopie en herstel", "inzage")
ONDERGRENZEN = {"Django": (5, 2, 19), "weasyprint": (70, 0)}
ONVEILIGE_POST = ("console", "dummy", "locmem", "filebased")


@register(Tags.security)
def productie_is_veilig(app_configs, **kwargs):
    """Refuse settings that put people at risk. Source: the release list of docs/veiligheid.md."""
    if settings.OMGEVING != "productie":
        return []
    bezwaren = [(nummer, zin) for nummer, fout, zin in _regels() if fout]
    return [Error(zin, id=f"portal.E{nummer:03}") for nummer, zin in bezwaren]


@register(VRIJGAVE)
def productie_is_af(app_configs, **kwargs):
    """Refuse productie as long as this version misses what real people need."""
    if settings.OMGEVING != "productie" or not OPEN_VOOR_PRODUCTIE:
        return []
    zin = (
        "Deze versie is nog niet voor echte mensen. Nog niet gebouwd: "
        f"{', '.join(OPEN_VOOR_PRODUCTIE)}. Zie docs/veiligheid.md."
    )
    return [Error(zin, id="portal.E100")]


@register(Tags.security)
def geen_faalpunten(app_configs, **kwargs):
    """A failpoint kills the process on purpose: outside the tests it does nothing, and in
    productie the portal does not even start with it.
    """
    if settings.FAALPUNT and settings.OMGEVING == "productie":
        return [Error("Haal FAALPUNT weg: dat is voor de tests.", id="portal.E001")]
    return []


@register(Tags.security)
def geen_testzegel(app_configs, **kwargs):
    """In productie no test certificate seals or is accepted. A missing or expired one is no
    reason not to start: the documents wait, and the werklijst says so.
    """
    if settings.OMGEVING != "productie":
        return []
    try:
        eigen = zegel.eigen_certificaten().values()
    except zegel.ZegelFout:
        return []
    if any(zegel.is_testcertificaat(certificaat) for certificaat in eigen):
        return [Error("Dit is een testzegel. Zet ZEGEL_BESTAND op een echt.", id="portal.E017")]
    return []


@register(Tags.security)
def rol_is_geen_eigenaar(app_configs, databases=None, **kwargs):
    """In productie the database role of the portal owns no table, so it cannot drop a trigger."""
    if settings.OMGEVING != "productie" or not databases:
        return []
    connection = connections["default"]
    if connection.vendor != "postgresql":
        return []
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_tables WHERE tableowner = current_user")
            eigen = cursor.fetchone()[0]
    except OperationalError:
        # No database is not an unsafe database: the first request says so.
        return []
    if eigen:
        zin = "De databaserol van het portaal is eigenaar van tabellen. Migreer met een andere rol."
        return [Error(zin, id="portal.E015")]
    return []


@register(Tags.security)
def alle_triggers_staan_er(app_configs, databases=None, **kwargs):
    """In productie the logbook and the register only grow: the triggers are there and stay on."""
    if settings.OMGEVING != "productie" or not databases:
        return []
    try:
        weg = onveranderlijk.ontbrekende_triggers(connections["default"])
    except OperationalError:
        return []  # no database is not an unsafe database: the first request says so
    if weg:
        zin = f"Deze triggers ontbreken of kunnen uit: {', '.join(weg)}. Migreer opnieuw."
        return [Error(zin, id="portal.E016")]
    return []


def _regels():
    """All refusals as (number, whether it holds, the sentence)."""
    database = settings.DATABASES["default"]
    sleutel = settings.SECRET_KEY
    yield 2, settings.DEBUG, "Zet DEBUG uit."
    yield (
        3,
        sleutel == settings.SECRET_KEY_ONVEILIG or len(sleutel) < 50 or len(set(sleutel)) < 5,
        "Geef SECRET_KEY of SECRET_KEY_FILE: minstens 50 willekeurige tekens.",
    )
    yield (
        4,
        not settings.ALLOWED_HOSTS or any("*" in host for host in settings.ALLOWED_HOSTS),
        "Noem in ALLOWED_HOSTS de namen van dit portaal, zonder *.",
    )
    yield 5, "sqlite" in database["ENGINE"], "Gebruik PostgreSQL: zet DATABASE_URL."
    yield (
        6,
        not (settings.SESSION_COOKIE_SECURE and settings.CSRF_COOKIE_SECURE),
        "Zet VEILIGE_COOKIES aan.",
    )
    yield 7, not settings.SECURE_SSL_REDIRECT, "Zet SECURE_SSL_REDIRECT aan."
    yield (
        8,
        any(soort in settings.EMAIL_BACKEND for soort in ONVEILIGE_POST),
        "Zet EMAIL_BACKEND op een mailserver.",
    )
    yield (
        9,
        not all(
            url.startswith("https://") for url in (settings.BASIS_URL, settings.CONTROLEER_URL)
        ),
        "Geef BASIS_URL (en CONTROLEER_URL) die met https:// begint.",
    )
    yield (
        10,
        settings.DEFAULT_FROM_EMAIL.endswith(".invalid"),
        "Geef DEFAULT_FROM_EMAIL: het adres waar mail vandaan komt.",
    )
    yield (
        11,
        "sqlite" not in database["ENGINE"] and database["OPTIONS"].get("sslmode") != "verify-full",
        "Zet PGSSLMODE op verify-full.",
    )
    for pakket, laagste in ONDERGRENZEN.items():
        yield 12, _versie(pakket) < laagste, f"Werk {pakket} bij: te oud om veilig te zijn."


def _versie(pakket):
    return tuple(int(deel) for deel in version(pakket).split(".")[:3] if deel.isdigit())
