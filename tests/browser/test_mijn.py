"""Samira on her phone: one card, plain words, one question a screen."""

import pytest

from tests import factories as f
from tests.browser.test_aftekenen import MATEN, kiezen, nakijken, plan  # noqa: F401  the same plan
from trajecten.models import Niveau

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@MATEN
def test_nu_doen_en_dit_kan_ik(pagina, plan, johan, samira, maat):  # noqa: F811
    f.aftekening(plan[0], johan.lid, Niveau.ZELFSTANDIG)
    f.aftekening(plan[1], johan.lid, Niveau.MET_HULP, toelichting="Het gaat elke week beter.")
    f.aftekening(plan[2], johan.lid, Niveau.KAN_HIER_NIET, reden="mag_niet")
    scherm = pagina(samira, maat)

    page = scherm.naar("/mijn/")
    assert page.get_by_text("Johan is nu aan de beurt.").is_visible()
    nakijken(scherm, "nu_doen")
    page.get_by_role("link", name="Dit kan ik").click()
    page.wait_for_load_state("networkidle")
    nakijken(scherm, "dit_kan_ik")


@MATEN
def test_zelf_zeggen_hoe_het_gaat(pagina, plan, samira, maat):  # noqa: F811
    scherm = pagina(samira, maat)
    page = scherm.naar(f"/mijn/taken/{plan[0].pk}/")
    nakijken(scherm, "zelf_hoe")

    kiezen(page, "Ik doe het alleen")
    page.get_by_role("button", name="Verder").click()
    page.wait_for_load_state("networkidle")
    nakijken(scherm, "zelf_woorden")
    page.get_by_label("In je eigen woorden").fill("Ik vind dit leuk werk")
    page.get_by_role("button", name="Bewaar").click()
    page.wait_for_load_state("networkidle")
    nakijken(scherm, "zelf_bewaard")

    assert plan[0].laatste_zelfbeoordeling.woorden == "Ik vind dit leuk werk"


def test_luister_verschijnt_alleen_met_een_stem(pagina, plan, samira):  # noqa: F811
    scherm = pagina(samira)
    page = scherm.naar("/mijn/nu/")
    assert not page.get_by_role("button", name="Luister").is_visible()

    scherm.page.add_init_script(
        "speechSynthesis.getVoices = () => [{lang: 'nl-NL', name: 'Nederlands'}];"
        "window.gezegd = []; speechSynthesis.speak = (u) => gezegd.push(u.text);"
        "window.SpeechSynthesisUtterance = function (tekst) { this.text = tekst; };"
    )
    page = scherm.naar("/mijn/nu/")
    page.get_by_role("button", name="Luister").click()

    assert page.evaluate("gezegd").index("Johan is nu aan de beurt.") < page.evaluate(
        "gezegd"
    ).index("Jij hoeft niets te doen.")
