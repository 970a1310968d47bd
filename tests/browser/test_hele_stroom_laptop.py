"""The same walk on a laptop, in a file of its own so that two processes share the work."""

import pytest

from tests.browser.conftest import LAPTOP
from tests.browser.stroom import Venster
from tests.browser.test_hele_stroom import lopen, mensen, portaal

__all__ = ["mensen", "portaal"]  # fixtures

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_van_aanmelding_tot_controle_op_een_laptop(pagina, portaal, mensen, tmp_path):
    lopen(mensen, tmp_path, lambda speler: Venster(pagina, speler, LAPTOP))
