"""The settings under test: the portal's own, with OMGEVING=test.

pytest-django loads the settings before any conftest, so the choice is made here.
"""

import os

os.environ["OMGEVING"] = "test"

from portal.settings import *  # noqa: F403

if not is_sqlite:  # noqa: F405
    # Making and dropping the test database takes longer than a web request may.
    opties = DATABASES["default"]["OPTIONS"]  # noqa: F405
    opties["options"] = opties["options"].replace("statement_timeout=15s", "statement_timeout=120s")
