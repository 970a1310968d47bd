"""Settings of the portal. Everything that differs per place comes from the environment.

OMGEVING decides the rest: demo (make demo), test (pytest), ontwikkeling (default), productie.
An unsafe productie is refused by portal.checks, in manage.py and in wsgi.
"""

from datetime import date
from pathlib import Path

from environs import FileAwareEnv, validate
from whitenoise.compress import Compressor

from .drempels import drempels
from .remmen import REMMEN

# FileAwareEnv: SECRET_KEY_FILE=/run/secrets/sleutel reads SECRET_KEY from that file.
env = FileAwareEnv()
BASE_DIR = Path(__file__).resolve().parent.parent
VAR = BASE_DIR / "var"
VAR.mkdir(exist_ok=True)

OMGEVINGEN = ("demo", "test", "ontwikkeling", "productie")
OMGEVING = env.str("OMGEVING", default="ontwikkeling", validate=validate.OneOf(OMGEVINGEN))
PRODUCTIE = OMGEVING == "productie"
DEMO = OMGEVING == "demo"
DEBUG = env.bool("DEBUG", default=OMGEVING == "ontwikkeling")

# Refused in productie: there it comes from the environment or from a file.
SECRET_KEY_ONVEILIG = "alleen-voor-demo-test-en-ontwikkeling-nooit-in-productie-gebruiken"  # noqa: S105
SECRET_KEY = env.str("SECRET_KEY", default=SECRET_KEY_ONVEILIG)
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])

PORT = env.int("PORT", default=8000)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[] if PRODUCTIE else ["127.0.0.1", "localhost"])
# Links in mail and in QR codes come from here, never from the request.
BASIS_URL = env.str("BASIS_URL", default="" if PRODUCTIE else f"http://127.0.0.1:{PORT}").rstrip(
    "/"
)
CONTROLEER_URL = env.str("CONTROLEER_URL", default=f"{BASIS_URL}/controleren/")
CSRF_TRUSTED_ORIGINS = [BASIS_URL] if BASIS_URL else []

INSTALLED_APPS = [
    "portal",
    "portal.start",
    "portal.nacht",
    "portal.cijfers",
    "verklaringen",
    "trajecten",
    "allauth",
    "allauth.account",
    "crispy_forms",
    "whitenoise.runserver_nostatic",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
if DEMO:
    # Outside demo the rooms of the demo do not exist: no url, no template, no command.
    INSTALLED_APPS.insert(0, "portal.demo")

MIDDLEWARE = [
    # Outermost, so that no answer leaves without its headers.
    "portal.koppen.alle_koppen",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
    "portal.koppen.geen_nul",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    # After every other: from here on each request has its lid, or is refused.
    "portal.middleware.ToegangMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
APPEND_SLASH = True

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.schil.schil",
            ],
        },
    },
]
CRISPY_ALLOWED_TEMPLATE_PACKS = ("nlds",)
CRISPY_TEMPLATE_PACK = "nlds"
CRISPY_FAIL_SILENTLY = False

if DEMO:
    TEMPLATES[0]["OPTIONS"]["context_processors"].append("portal.demo.spelers.schil")

# --- Database -------------------------------------------------------------------------------
# Writes happen only in actions with a short explicit transaction.
SQLITE_OPTIES = {
    # Without IMMEDIATE parallel read-then-write transactions fail at once: "database is locked".
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;"
        "PRAGMA recursive_triggers=ON;"
    ),
}
POSTGRES_OPTIES = {
    "sslmode": env.str("PGSSLMODE", default="verify-full" if PRODUCTIE else "prefer"),
    "connect_timeout": 3,
    "target_session_attrs": "read-write",
    "options": (
        "-c statement_timeout=15s -c lock_timeout=3s -c idle_in_transaction_session_timeout=30s"
    ),
}

database = env.dj_db_url("DATABASE_URL", default=f"sqlite:///{VAR / 'portaal.sqlite3'}")
is_sqlite = database["ENGINE"] == "django.db.backends.sqlite3"
database["OPTIONS"] = (SQLITE_OPTIES if is_sqlite else POSTGRES_OPTIES) | database.get(
    "OPTIONS", {}
)
database["ATOMIC_REQUESTS"] = False
database["CONN_MAX_AGE"] = 60
database["CONN_HEALTH_CHECKS"] = True
if is_sqlite:
    # A file, so that a worker and a browser test see the same rows as the test itself.
    database["TEST"] = {"NAME": VAR / "test.sqlite3"}
DATABASES = {"default": database}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Rate limits are counted here: they must hold over all web processes.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}
}

# --- Accounts and sessions ------------------------------------------------------------------
# There are no passwords: nothing to leak, guess or reset.
AUTH_USER_MODEL = "trajecten.Gebruiker"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = []
PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/mijn/"
LOGOUT_REDIRECT_URL = "/"

ACCOUNT_ADAPTER = "portal.inloggen.adapter.Adapter"
ACCOUNT_FORMS = {
    "request_login_code": "portal.inloggen.forms.InloggenForm",
    "confirm_login_code": "portal.inloggen.forms.CodeForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
# allauth would link to a sign-up page; portal.inloggen.forms sends its own mail.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"numeric": True, "length": 6, "dashed": False}
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_RATE_LIMITS = REMMEN
# How many proxies of our own stand before us: only they may tell the client address.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("AANTAL_PROXIES", default=0)

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_NAME = "__Host-sessie" if PRODUCTIE else "sessie"
SESSION_COOKIE_AGE = 30 * 24 * 3600
SESSION_COOKIE_SECURE = env.bool("VEILIGE_COOKIES", default=PRODUCTIE)
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
TOESTELKOEKJE = "__Host-toestel" if PRODUCTIE else "toestel"
CSRF_COOKIE_NAME = "__Host-csrf" if PRODUCTIE else "csrf"
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# --- Headers: the rest of them stands in portal.koppen --------------------------------------
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=PRODUCTIE)
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if ALLAUTH_TRUSTED_PROXY_COUNT else None
)
SECURE_HSTS_SECONDS = 63072000 if PRODUCTIE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
USE_X_FORWARDED_HOST = False
SILENCED_SYSTEM_CHECKS = [
    "security.W002",  # portal.koppen sets X-Frame-Options, on errors and static files too
    "security.W021",  # preloading HSTS is for who owns the whole domain to decide
]

# --- Input limits ---------------------------------------------------------------------------
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

# --- Files ----------------------------------------------------------------------------------
# Uploads and documents, content-addressed; never under a url of their own.
OPSLAG_MAP = Path(env.str("OPSLAG_MAP", default=str(VAR / "opslag")))
STATIC_URL = "/static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(VAR / "static")))
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_HASHED = DEMO or PRODUCTIE
WHITENOISE_USE_FINDERS = not STATIC_HASHED
WHITENOISE_AUTOREFRESH = not STATIC_HASHED
# The whole fonts are for the PDFs; no page asks for them.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = (*Compressor.SKIP_COMPRESS_EXTENSIONS, "ttf")
# No Access-Control-Allow-Origin: nobody else needs our files.
WHITENOISE_ALLOW_ALL_ORIGINS = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if STATIC_HASHED
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

# --- Mail: trajecten.post keeps the rows, the worker sends them -----------------------------
EMAIL_BACKEND = env.str(
    "EMAIL_BACKEND",
    default={
        "demo": "django.core.mail.backends.dummy.EmailBackend",
        "productie": "django.core.mail.backends.smtp.EmailBackend",
    }.get(OMGEVING, "django.core.mail.backends.console.EmailBackend"),
)
EMAIL_HOST = env.str("EMAIL_HOST", default="localhost")
EMAIL_PORT = env.int("EMAIL_PORT", default=25)
EMAIL_HOST_USER = env.str("EMAIL_HOST_USER", default="")
EMAIL_HOST_PASSWORD = env.str("EMAIL_HOST_PASSWORD", default="")
EMAIL_USE_TLS = env.bool("EMAIL_USE_TLS", default=PRODUCTIE)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="portaal@voorbeeld.invalid")
# The right side of every Message-ID.
POST_DOMEIN = env.str("POST_DOMEIN", default=DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> "))

# --- Language and time ----------------------------------------------------------------------
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands")]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_I18N = True

# --- The seal: docs/beheer.md says how to get one --------------------------------------------
# Where it is compulsory nothing is issued without a key; elsewhere only with a file it seals.
ZEGEL_VERPLICHT = DEMO or PRODUCTIE
ZEGEL_BESTAND = env.str("ZEGEL_BESTAND", default=str(VAR / "testzegel.p12") if DEMO else "")
ZEGEL_WACHTWOORD = env.str("ZEGEL_WACHTWOORD", default="").rstrip("\r\n")
# Every certificate that ever sealed, in one PEM file: a document is checked years later.
ZEGEL_CERTIFICATEN = env.str("ZEGEL_CERTIFICATEN", default="")

# --- Faults, for the tests only -------------------------------------------------------------
FAALPUNT = env.str("FAALPUNT", default="")

# --- Documents ------------------------------------------------------------------------------
# The day from which, and the age below which, somebody who leaves without startkwalificatie gets a
# mbo-verklaring without asking (WEB 7.4.6a): "2012-01-01:23,2027-08-01:27".
VERKLARING_ZONDER_VERZOEK = [
    (date.fromisoformat(regel[:10]), int(regel[11:]))
    for regel in env.list("VERKLARING_ZONDER_VERZOEK", default=["2012-01-01:23"])
]

# --- Figures: portal/drempels.py says what the numbers mean ----------------------------------
KLEINE_AANTALLEN = drempels(env)

# --- Worker ---------------------------------------------------------------------------------
# Seconds after which work of a worker that fell silent is taken over.
WORKER_LEASE = env.int("WORKER_LEASE", default=30)
# Seconds after which work that waits for a key or for room on the disk is tried again.
WORKER_WACHT = env.int("WORKER_WACHT", default=60)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"regel": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "regel"}},
    "root": {"handlers": ["stderr"], "level": env.str("LOGNIVEAU", default="INFO")},
    "loggers": {
        "django": {"handlers": [], "propagate": True},
        "django.server": {"handlers": [], "propagate": True},
        "fontTools": {"level": "WARNING"},
        "pikepdf": {"level": "WARNING"},
    },
}
