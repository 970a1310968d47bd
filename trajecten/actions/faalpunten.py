"""Where a test kills the process, as a power cut would. Does nothing outside OMGEVING=test."""

import os

from django.conf import settings

GEDOOD = 137


def faalpunt(naam: str) -> None:
    """End the process at once when FAALPUNT names this point."""
    if settings.OMGEVING == "test" and naam == settings.FAALPUNT:
        os._exit(GEDOOD)
