"""WSGI entrance. gunicorn runs no system checks, so they run here, before the first request."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

from django.core.checks import ERROR, run_checks
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application
from django.db import connections


def nagaan():
    """Refuse to start on any error of the system checks. Raises: ImproperlyConfigured."""
    fouten = [melding for melding in run_checks(databases=["default"]) if melding.level >= ERROR]
    # A master process that forks must not share a connection with its children.
    connections.close_all()
    if fouten:
        zinnen = "\n".join(f"  {fout.id}: {fout.msg}" for fout in fouten)
        raise ImproperlyConfigured(f"Het portaal start niet:\n{zinnen}")


application = get_wsgi_application()
nagaan()
