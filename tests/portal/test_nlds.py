"""The crispy pack nlds: what a form looks like in HTML."""

import re
from datetime import date

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms

from tests.voorbeeldformulier import FOUTE_INVOER, VoorbeeldForm, VoorbeeldMetIndeling, html


def formulier(invoer=None, klasse=VoorbeeldMetIndeling, **opties):
    return html("{% crispy form %}", form=klasse(invoer, **opties))


def stuk(bron, begin, eind):
    """The part of the page between two strings; fails when one of them is missing."""
    return bron[bron.index(begin) : bron.index(eind, bron.index(begin)) + len(eind)]


def test_label_hulp_en_fout_staan_boven_het_veld():
    veld = stuk(formulier({}), '<div id="div_id_naam"', '<input type="text"')

    volgorde = ['for="id_naam"', 'id="id_naam_helptext"', 'id="id_naam_error"', "<input"]
    plekken = [veld.index(deel) for deel in volgorde]
    assert plekken == sorted(plekken)


def test_aria_describedby_verwijst_naar_bestaande_ids():
    bron = formulier(FOUTE_INVOER)

    ids = set(re.findall(r' id="([^"]+)"', bron))
    verwezen = {
        deel for rij in re.findall(r'aria-describedby="([^"]+)"', bron) for deel in rij.split()
    }
    assert {"id_naam_helptext", "id_naam_error", "id_begin_error", "id_niveau_error"} <= verwezen
    assert verwezen - ids == set()


def test_ids_are_unique():
    ids = re.findall(r' id="([^"]+)"', formulier(FOUTE_INVOER))

    assert sorted(ids) == sorted(set(ids))


def test_foutlijst_telt_de_fouten_en_wijst_naar_elk_veld():
    bron = formulier(FOUTE_INVOER)

    lijst = stuk(bron, '<div class="utrecht-alert', "</ul>")
    assert "Er gaan 5 dingen nog niet goed:" in lijst
    assert re.findall(r'href="#([^"]+)"', lijst) == [
        "id_naam",
        "id_begin",
        "id_gemeente",
        "id_niveau_0",
        "id_klopt",
    ]
    assert set(re.findall(r'href="#([^"]+)"', lijst)) <= set(re.findall(r' id="([^"]+)"', bron))


def test_een_fout_is_een_ding():
    class Kort(forms.Form):
        naam = forms.CharField(label="Naam")

    bron = formulier({}, Kort)

    assert "Er gaat 1 ding nog niet goed:" in bron
    assert '<a href="#id_naam">Naam: Vul dit in.</a>' in bron


def test_bezwaar_van_de_regel_staat_boven_het_formulier_zonder_telling():
    class Kort(forms.Form):
        naam = forms.CharField(label="Naam")

    form = Kort({"naam": "Samira"})
    form.add_error(None, "Dit traject loopt nu niet.")
    bron = html("{% crispy form %}", form=form)

    assert "<p>Dit traject loopt nu niet.</p>" in stuk(bron, 'role="alert"', "</div>")
    assert "nog niet goed" not in bron


def test_goed_formulier_heeft_geen_melding():
    assert "utrecht-alert" not in formulier()


def test_hoeft_niet_staat_alleen_bij_wat_leeg_mag_blijven():
    bron = formulier()

    labels = re.findall(r">([^<>]+) <span class=\"hoeft-niet\">\(hoeft niet\)</span>", bron)
    assert labels == ["Telefoonnummer", "Welke dagen?", "Toelichting", "Foto of scan"]


def test_keuze_met_uitleg_is_een_fieldset_met_de_vraag_als_legend():
    vraag = stuk(formulier(), '<fieldset id="id_niveau"', "</fieldset>")

    assert re.search(r"Kan Samira dit zelf\?\s*</legend>", vraag)
    assert vraag.count('type="radio"') == 4
    assert 'aria-describedby="id_niveau_3_uitleg"' in vraag
    assert (
        '<p class="keuze__uitleg" id="id_niveau_3_uitleg">'
        "Samira doet het zelf. Niemand hoeft mee te kijken.</p>" in vraag
    )


def test_uitleg_van_een_formulier_blijft_bij_dat_formulier():
    eerste, tweede = VoorbeeldForm(), VoorbeeldForm()

    eerste.fields["niveau"].widget.uitleg["zelf"] = "Ali doet het zelf."

    assert "Ali doet het zelf." not in html("{{ form|crispy }}", form=tweede)


def test_gekozen_antwoord_blijft_gekozen():
    bron = formulier({"niveau": "toezicht", "dagen": ["di"], "klopt": "on", "naam": "Samira"})

    assert re.findall(r'<input [^>]*value="(\w+)"[^>]* checked', bron) == ["toezicht", "di"]
    assert re.search(r'<input type="checkbox" name="klopt"[^>]* checked', bron)
    assert 'value="Samira"' in bron


def test_vinkjes_hebben_de_klassen_van_nl_design_system():
    for vinkje in re.findall(r'<input [^>]*type="checkbox"[^>]*>', formulier()):
        assert "utrecht-custom-checkbox utrecht-custom-checkbox--html-input" in vinkje


def test_datum_is_het_veld_van_de_browser_in_iso():
    bron = formulier(initial={"begin": date(2027, 3, 3)})

    assert '<input type="date" name="begin" value="2027-03-03"' in bron


def test_onleesbare_datum_blijft_staan_zoals_getypt():
    assert '<input type="text" name="begin" value="31-31-2027"' in formulier(FOUTE_INVOER)


def test_autocomplete_en_inputmode_blijven():
    bron = formulier()

    assert 'autocomplete="name"' in bron
    assert 'autocomplete="tel" inputmode="tel"' in bron


def test_wat_iemand_typt_wordt_tekst():
    bron = formulier(FOUTE_INVOER)

    assert "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;" in bron
    assert "<script" not in bron


def test_knop_toont_zijn_woorden_als_tekst():
    helper = FormHelper()
    helper.layout = Layout(Submit("bewaar", "Bewaar & <b>ga</b> door"))

    bron = html("{% crispy form helper %}", form=forms.Form(), helper=helper)

    assert ">Bewaar &amp; &lt;b&gt;ga&lt;/b&gt; door</button>" in bron


def test_knoppen_hebben_hun_soort():
    klassen = dict(
        re.findall(r'<button type="submit" name="(\w+)"[^>]* class="([^"]+)"', formulier())
    )

    basis = "utrecht-button utrecht-button--html-button utrecht-button--"
    assert klassen == {
        "bewaar": basis + "primary-action",
        "later": basis + "secondary-action",
        "stop": basis + "primary-action utrecht-button--danger",
    }


def test_formulier_laat_de_controle_aan_het_portaal():
    kop = re.search(r"<form [^>]+>", formulier()).group()

    assert kop == (
        '<form method="post" id="voorbeeld" class="formulier"'
        ' enctype="multipart/form-data" novalidate data-dubbelklik>'
    )


def test_filter_crispy_geeft_alle_velden_en_de_foutlijst():
    bron = html("{{ form|crispy }}", form=VoorbeeldForm({}))

    assert "<form" not in bron
    assert set(re.findall(r' name="(\w+)"', bron)) == set(VoorbeeldForm().fields)
    assert "dingen nog niet goed:" in bron


def test_formset_toont_elk_formulier_en_zijn_beheervelden():
    Reeks = forms.formset_factory(VoorbeeldForm, extra=2)

    bron = html("{% crispy reeks %}", reeks=Reeks())

    assert 'name="form-TOTAL_FORMS"' in bron
    assert re.findall(r'name="(form-\d-naam)"', bron) == ["form-0-naam", "form-1-naam"]


def test_veld_los_gebruikt_geeft_hetzelfde_veld():
    bron = html("{{ form.naam|as_crispy_field }}", form=VoorbeeldForm({}))

    assert 'id="id_naam_helptext"' in bron
    assert 'id="id_naam_error"' in bron
    assert 'aria-describedby="id_naam_helptext id_naam_error"' in bron


def test_filterformulier_zegt_niet_dat_iets_niet_hoeft():
    form = VoorbeeldMetIndeling()
    form.helper.form_method = "get"

    bron = html("{% crispy form %}", form=form)

    assert "(hoeft niet)" not in bron
    assert "csrf" not in bron


class Lid:
    """As much of a lidmaatschap as a form reads."""

    pk = 7


def test_formulier_onthoudt_als_wie_het_werd_geopend(rf):
    verzoek = rf.get("/")
    verzoek.lid = Lid()

    bron = html("{% crispy form %}", form=VoorbeeldMetIndeling(), request=verzoek)

    assert '<input type="hidden" name="als" value="7">' in bron


def test_vraag_als_label_krijgt_geen_dubbele_punt_in_de_foutlijst():
    class Vraag(forms.Form):
        taal = forms.CharField(label="Welke taal spreek je?")

    assert ">Welke taal spreek je? Vul dit in.</a>" in formulier({}, Vraag)


def test_fout_in_een_verborgen_veld_zegt_wat_je_kunt_doen():
    class Verborgen(forms.Form):
        sleutel = forms.CharField(widget=forms.HiddenInput)

    bron = formulier({}, Verborgen)

    assert "Laad de pagina opnieuw en vul het nog eens in." in bron
    assert 'href="#id_sleutel"' not in bron
