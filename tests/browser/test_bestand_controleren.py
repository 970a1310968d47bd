"""An employer drops the PDF on the page: only its hash leaves the browser."""

import hashlib

import pytest

from tests.browser.conftest import LAPTOP, TELEFOON
from tests.browser.test_controleren import (  # noqa: F401  the steps up to an issued document
    beoordeeld,
    besloten,
    blad,
    eigen_opslag,
    getekend,
    nakijken,
    opdrachten,
    renderer,
    schone_rem,
    uitgegeven,
    uitgifte,
)
from trajecten import opslag

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("maat", [TELEFOON, LAPTOP], ids=["telefoon", "laptop"])
def test_alleen_de_vingerafdruk_gaat_de_deur_uit(pagina, uitgifte, maat):  # noqa: F811
    pdf = opslag.lezen(uitgifte.bestand)
    scherm = pagina(maat=maat)
    gestuurd = []
    scherm.page.on("request", lambda verzoek: gestuurd.append(verzoek.post_data))
    page = scherm.naar("/controleren/")
    kiezer = page.get_by_label("PDF van het document")

    kiezer.set_input_files({"name": "blad.pdf", "mimeType": "application/pdf", "buffer": pdf})
    page.get_by_text("Dit is het originele bestand.").wait_for()
    nakijken(scherm)

    assert [lijf for lijf in gestuurd if lijf] == [f"sha256={hashlib.sha256(pdf).hexdigest()}"]


def test_gesleept_bestand_dat_veranderd_is_valt_op(pagina, uitgifte):  # noqa: F811
    scherm = pagina()
    page = scherm.naar("/controleren/")

    page.evaluate(
        """() => {
          const data = new DataTransfer();
          data.items.add(new File(["anders"], "blad.pdf", { type: "application/pdf" }));
          const hoe = { dataTransfer: data, bubbles: true, cancelable: true };
          document.querySelector("[data-bestand]").dispatchEvent(new DragEvent("drop", hoe));
        }"""
    )
    page.get_by_role("heading", name="Dit is niet het originele bestand.").wait_for()

    nakijken(scherm)


def test_zonder_script_is_er_geen_vak_om_in_te_slepen(pagina, live_server):
    scherm = pagina()
    context = scherm.context.browser.new_context(base_url=scherm.adres, java_script_enabled=False)
    page = context.new_page()

    page.goto("/controleren/")

    assert page.get_by_label("Code op het document").is_visible()
    assert not page.get_by_label("PDF van het document").is_visible()
    context.close()
