"""The rooms of the demo exist with OMGEVING=demo only: elsewhere no url, no command."""

import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command

from tests.bronnen import WORTEL

WEBSTART = "import portal.wsgi, sys; print('weasyprint' in sys.modules)"


@pytest.mark.django_db
@pytest.mark.parametrize("adres", ["/demo/", "/demo/post/", "/demo/spelen/"])
def test_demo_url_does_not_exist(client, adres):
    assert client.get(adres).status_code == 404


def test_demo_command_does_not_exist():
    with pytest.raises(CommandError, match="Unknown command: 'demo'"):
        call_command("demo")


def test_web_starts_without_the_slow_renderer():
    uitkomst = subprocess.run(
        [sys.executable, "-c", WEBSTART], cwd=WORTEL, capture_output=True, text=True
    )

    assert uitkomst.stdout == "False\n", uitkomst.stderr
