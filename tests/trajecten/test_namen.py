"""Names and texts: what is accepted, what is refused and with which words."""

import unicodedata

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from tests import factories as f
from trajecten import namen
from trajecten.models import Gebruiker, Leerbedrijf

GOED = [
    "Fatma Çelik", "Zoë van der Meulen", "Jean-Pierre D'Haese", "Ștefan Țîrlea", "Đặng Văn Hùng",
    "Ó Súilleabháin", "Müller-Weiß", "J.P. de Wit", "'t Hart", "’t Hart", "Ĳsbrand", "Ng",
    "Guðrún Þórsdóttir", "Əliyev", "Kaʻiulani", "M'Bɛki", "Jansen/de Vries", "Gal·la",
]  # fmt: skip
FOUT = {
    "Анна": "А", "Jаn": "а", "Ａｎｎａ": "Ａ", "ﬁona": "ﬁ", "𝐉𝐚𝐧": "𝐉", "Anna 😀": "😀",
    "Jan2": "2", "=Jan": "=", "Maria<br>": "<", "Γιάννης": "Γ", "محمد": "م", "Jan@thuis": "@",
    "Jan\u200bPiet": "U+200B", "Jan\u202ePiet": "U+202E", "Jan\tPiet": "U+0009",
    "Jan\x00": "U+0000", "{{ naam }}": "{", "Jan_Piet": "_", "Jan‑Piet": "‑",
}  # fmt: skip
letters = st.characters(min_codepoint=0x41, max_codepoint=0x24F, categories=["Lu", "Ll"]).filter(
    namen.is_letter
)


@pytest.mark.parametrize("naam", GOED)
def test_goede_persoonsnaam(naam):
    namen.persoonsnaam(naam)
    namen.organisatienaam(naam)


@pytest.mark.parametrize(("naam", "teken"), FOUT.items())
def test_foute_persoonsnaam_noemt_het_teken_en_de_uitweg(naam, teken):
    with pytest.raises(ValidationError) as geweigerd:
        namen.persoonsnaam(naam)

    [zin] = geweigerd.value.messages
    assert teken in zin
    assert zin.endswith(namen.UITWEG)


@pytest.mark.parametrize(
    ("naam", "zin"),
    [
        ("' -", "Vul een naam met letters in."),
        ("", "Vul een naam in."),
        ("\u00a0 ", "Vul een naam in."),
        ("-Jan", "Een naam begint met een letter, niet met het teken “-” (U+002D)."),
        ("a" * 101, "Deze naam heeft 101 tekens. Gebruik er hooguit 100."),
        ("a" * 401, "Deze naam is te lang. Gebruik hooguit 100 tekens."),
    ],
)
def test_persoonsnaam_met_een_andere_fout(naam, zin):
    with pytest.raises(ValidationError) as geweigerd:
        namen.persoonsnaam(naam)

    assert geweigerd.value.messages[0].startswith(zin)


def test_script_of_a_lookalike_is_named():
    with pytest.raises(ValidationError, match="U\\+0430, Cyrillisch schrift"):
        namen.persoonsnaam("Jаn")


@pytest.mark.parametrize(
    "stapel", ["a\u0301\u0302\u0303\u0304", "\u0301Jan", "Jan\u20dd", "1\u0301"]
)
def test_losse_of_gestapelde_accenten_worden_geweigerd(stapel):
    with pytest.raises(ValidationError, match="accent"):
        namen.persoonsnaam(stapel)


@given(st.text(max_size=450))
def test_any_text_is_accepted_or_refused_with_one_sentence(tekst):
    for keuren in (namen.persoonsnaam, namen.organisatienaam, namen.lange_tekst):
        try:
            keuren(tekst)
        except ValidationError as geweigerd:
            assert len(geweigerd.messages) == 1
            assert geweigerd.messages[0].endswith(".")


@given(st.text(max_size=120))
def test_an_accepted_name_holds_only_what_may_be_printed(tekst):
    try:
        namen.persoonsnaam(tekst)
    except ValidationError:
        return
    naam = namen.opschonen(tekst)

    assert naam.isprintable()
    assert unicodedata.is_normalized("NFC", naam)
    assert 1 <= len(naam) <= 100
    assert any(map(str.isalpha, naam))
    assert not set(naam) & set('<>&=+@{}[]()"\\0123456789')
    assert naam == naam.strip()
    assert "  " not in naam


@given(st.text(max_size=200))
def test_cleaning_twice_is_cleaning_once(tekst):
    assert namen.opschonen(namen.opschonen(tekst)) == namen.opschonen(tekst)
    assert namen.opschonen_tekst(namen.opschonen_tekst(tekst)) == namen.opschonen_tekst(tekst)


@given(st.text(letters, min_size=1, max_size=60), st.sampled_from("áÁëçÇñøł"))
def test_a_name_typed_in_two_unicode_forms_is_one_name(letters, teken):
    naam = letters + teken

    assert namen.opschonen(unicodedata.normalize("NFD", naam)) == namen.opschonen(naam)


@given(st.characters(exclude_categories=["Lu", "Ll", "Lt", "Mn", "Zs"]))
def test_no_other_character_enters_a_name(teken):
    if unicodedata.normalize("NFC", teken) in namen.NAAMTEKENS:
        return

    with pytest.raises(ValidationError):
        namen.persoonsnaam(f"Jan{teken}Piet")


@pytest.mark.parametrize(
    "naam",
    ["C&A", "Café 't Hoekje", "3D-print B.V.", "Jansen (Zwolle)", "De Werf | Breda", "@Home"],
)
def test_goede_organisatienaam(naam):
    namen.organisatienaam(naam)


@pytest.mark.parametrize("naam", ["Bакker", "=SOM(A1)", "<b>Bakker</b>", "***", "Bakker\u200b"])
def test_foute_organisatienaam(naam):
    with pytest.raises(ValidationError, match="Handelsregister"):
        namen.organisatienaam(naam)


@pytest.mark.parametrize(
    ("getypt", "zoekvorm"),
    [
        ("Çelik", "celik"), ("ĲSVOGEL", "ijsvogel"), ("Łódź", "lodz"), ("Weiß", "weiss"),
        ("  Café   Noord ", "cafe noord"), ("Ærø", "aero"), ("D’Haese", "d'haese"),
    ],
)  # fmt: skip
def test_search_ignores_accents_and_capitals(getypt, zoekvorm):
    assert namen.zoekvorm(getypt) == zoekvorm


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("a" * 4001, "Deze tekst heeft 4001 tekens. Gebruik er hooguit 4000."),
        ("a" * 9000, "Deze tekst is te lang."),
        ("goed\x00", "In de tekst staat een onzichtbaar teken (U+0000)."),
        ("goed\u202e", "In de tekst staat een onzichtbaar teken (U+202E)."),
    ],
)
def test_foute_lange_tekst(tekst, zin):
    with pytest.raises(ValidationError) as geweigerd:
        namen.lange_tekst(tekst)

    assert geweigerd.value.messages[0].startswith(zin)


def test_lange_tekst_houdt_regeleinden_en_gewone_emoji():
    getypt = "Eerste regel \r\n\tTweede\u00a0regel ❤\ufe0f 😀\n"

    namen.lange_tekst(getypt)

    assert namen.opschonen_tekst(getypt) == "Eerste regel\n Tweede regel ❤ 😀"


def test_gedrukte_tekst_is_korter_en_heeft_geen_te_lang_woord():
    namen.gedrukte_tekst("woord " * 83)

    with pytest.raises(ValidationError, match="hooguit 500"):
        namen.gedrukte_tekst("woord " * 84)
    with pytest.raises(ValidationError, match="te lang om te drukken"):
        namen.gedrukte_tekst("a" * 61)


def test_model_schoont_de_naam_op_bij_elke_manier_van_bewaren(db):
    lid = f.gebruiker("Zoe\u0308  de\u00a0Wit")

    assert lid.naam == "Zoë de Wit"
    Gebruiker.objects.filter(pk=lid.pk).update(naam="  Jan   Jansen ")
    lid.refresh_from_db()
    assert lid.naam == "Jan Jansen"


def test_model_weigert_een_foute_naam_ook_buiten_het_formulier(db):
    lid = f.gebruiker("Jan Jansen")

    with pytest.raises(ValidationError):
        f.gebruiker("Jan2")
    with pytest.raises(ValidationError):
        Gebruiker.objects.filter(pk=lid.pk).update(naam="Jаn")
    with pytest.raises(ValidationError):
        Leerbedrijf.objects.bulk_create([Leerbedrijf(leerbedrijf_id="100999777", naam="=cmd")])


def test_form_fields_give_the_clean_value_back():
    assert namen.Persoonsnaamveld().clean(" Zoe\u0308  Wit ") == "Zoë Wit"
    assert namen.Organisatienaamveld().clean("C&A\u00a0Zwolle") == "C&A Zwolle"
    assert namen.Tekstveld(required=False).clean("a\r\nb ") == "a\nb"
    with pytest.raises(ValidationError):
        namen.Tekstveld(gedrukt=True).clean("a" * 61)
    with pytest.raises(ValidationError):
        namen.Persoonsnaamveld().clean("Jan2")
