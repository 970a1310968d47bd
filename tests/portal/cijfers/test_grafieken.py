"""Grafieken: wat er getekend wordt, en dat niets ervan op kleur alleen rust."""

import re

import pytest
from django.template.loader import render_to_string
from lxml import etree, html

from portal.cijfers.grafieken import balken, lijn, punten, stapel, vormen
from portal.cijfers.tabellen import Cel, Maat, Telling
from tests.portal.cijfers import voorbeeldcijfers as v

TE_WEINIG = "te weinig mensen om te tonen"
ALLE = [
    (balken, v.trechter),
    (balken, v.doorlooptijd),
    (lijn, v.kwartalen),
    (stapel, v.cohort),
    (punten, v.doelgroepen),
]


def getekend(tekenen, tabel):
    bron = render_to_string("cijfers/_grafiek.html", {"grafiek": tekenen(tabel())})
    return html.fromstring(bron)


@pytest.mark.parametrize(("tekenen", "tabel"), ALLE)
def test_grafiek_heet_naar_haar_conclusie(tekenen, tabel):
    figuur = getekend(tekenen, tabel)

    beeld = figuur.find("svg")
    assert beeld.get("role") == "img"
    assert figuur.get_element_by_id(beeld.get("aria-labelledby")).tag == "figcaption"
    assert figuur.findtext("figcaption") == tabel().conclusie


@pytest.mark.parametrize(("tekenen", "tabel"), ALLE)
def test_tabel_eronder_heeft_dezelfde_getallen(tekenen, tabel):
    figuur = getekend(tekenen, tabel)

    vakken = [[td.text for td in tr.iter("td")] for tr in figuur.find("details").iter("tr")][1:]
    assert vakken == [[tabel().tekst(cel) for cel in rij.cellen] for rij in tabel().rijen]


@pytest.mark.parametrize(("tekenen", "tabel"), ALLE)
def test_te_klein_is_een_open_merk_met_woorden(tekenen, tabel):
    assert tabel().iets_verborgen or tabel is v.doorlooptijd

    tekst = " ".join(getekend(tekenen, tabel).find("svg").itertext())

    assert TE_WEINIG in tekst


@pytest.mark.parametrize(("tekenen", "tabel"), ALLE)
def test_no_svg_attribute_has_a_decimal_comma_or_style(tekenen, tabel):
    bron = etree.tostring(getekend(tekenen, tabel).find("svg")).decode()

    assert re.findall(r'="[^"]*\d,\d[^"]*"', bron) == []
    assert re.findall(r"\sstyle=|\son\w+=|<script|<style", bron) == []
    assert bron.count("<") > 10


@pytest.mark.parametrize(("tekenen", "tabel"), ALLE)
def test_nothing_sticks_out_of_the_drawing(tekenen, tabel):
    grafiek = tekenen(tabel())

    for vorm in grafiek.vormen:
        plek = {naam: float(w) for naam, w in vorm.kenmerken if re.fullmatch(r"-?\d+", w)}
        rechts = plek.get("x", plek.get("x2", plek.get("cx", 0))) + plek.get("width", 0)
        onder = plek.get("y", plek.get("y2", plek.get("cy", 0))) + plek.get("height", 0)
        assert 0 <= rechts <= vormen.BREED + 2, vorm
        assert 0 <= onder <= grafiek.hoogte + 2, vorm


@pytest.mark.parametrize("tekenen", [balken, lijn, stapel, punten])
def test_van_ruwe_tellingen_wordt_niets_getekend(tekenen):
    with pytest.raises((TypeError, AttributeError)):
        tekenen([Telling(indicator="I01", periode="2026", teller=3)])


def test_lege_tabel_zegt_wat_je_kunt_doen():
    figuur = getekend(balken, v.leeg)

    assert figuur.find("svg") is None
    assert "Kies een andere periode." in figuur.text_content()


def _balken(grafiek):
    return [
        int(dict(vorm.kenmerken)["width"])
        for vorm in grafiek.vormen
        if vorm.soort == "rect" and dict(vorm.kenmerken)["fill"] == vormen.ACCENT
    ]


def test_balk_is_zo_lang_als_zijn_getal():
    assert _balken(balken(v.trechter())) == [440, 356, 260, 235, 150]


def test_een_verborgen_getal_heeft_geen_balk():
    tabel = v.trechter()

    assert len(_balken(balken(tabel))) == len(tabel.rijen) - 1


def test_lijn_loopt_niet_door_wat_verborgen_is():
    grafiek = lijn(v.kwartalen(met_regio=False))

    stukken = [w for w in grafiek.vormen if ("stroke", vormen.ACCENT) in w.kenmerken]
    # Eight quarters give seven stretches; the hidden third takes two. One more is the legend.
    assert len([s for s in stukken if s.soort == "line"]) == 7 - 2 + 1


def test_meer_dan_twee_lijnen_wordt_geweigerd():
    tabel = v.tabel("x", "x", "x", ("a", "b", "c"), [])

    with pytest.raises(ValueError, match="twee lijnen"):
        lijn(tabel)


def test_stapel_met_een_verborgen_deel_toont_geen_verhouding():
    grafiek = stapel(v.cohort())

    open_balken = [w for w in grafiek.vormen if ("stroke-dasharray", "4 3") in w.kenmerken]
    assert len(open_balken) == 2  # one hidden, one of nobody


def test_onbekend_is_gearceerd():
    vullingen = {dict(w.kenmerken).get("fill") for w in stapel(v.cohort()).vormen}

    assert "url(#werk-na-het-einde-arcering)" in vullingen


def test_puntenplot_tekent_de_ruimte_voor_toeval_alleen_onder_de_honderd():
    tabel = v.doelgroepen()

    assert [bool(rij.cellen[0].interval) for rij in tabel.rijen] == [True, True, True, False, False]
    assert (
        "Kleine aantallen: verschil kan toeval zijn."
        in getekend(punten, v.doelgroepen).text_content()
    )


def test_niet_gemeten_is_geen_open_merk():
    tabel = v.tabel("x", "x", "x", ("a",), [("I15", [Cel.leeg(v.SLEUTEL)])])

    grafiek = balken(tabel)

    assert [w.soort for w in grafiek.vormen] == ["text", "text"]
    assert grafiek.vormen[-1].tekst == "nog niet gemeten"


def _helderheid(kleur):
    delen = [int(kleur[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    recht = [d / 12.92 if d <= 0.03928 else ((d + 0.055) / 1.055) ** 2.4 for d in delen]
    return 0.2126 * recht[0] + 0.7152 * recht[1] + 0.0722 * recht[2]


def contrast(een, ander):
    hoog, laag = sorted((_helderheid(een), _helderheid(ander)), reverse=True)
    return (hoog + 0.05) / (laag + 0.05)


def test_kleuren_zijn_goed_te_zien():
    tekst = [vormen.INKT, vormen.ZACHT]
    merk = [vormen.RAND, vormen.ACCENT, vormen.TWEEDE]

    assert all(contrast(kleur, vormen.WIT) >= 4.5 for kleur in tekst)
    assert all(contrast(kleur, vormen.WIT) >= 3 for kleur in merk)
    assert contrast(vormen.ACCENT, vormen.BAAN) >= 3


def test_aandeel_is_nooit_langer_dan_de_baan():
    grafiek = balken(
        v.tabel(
            "x",
            "x",
            "x",
            ("a",),
            [("alle", [v.cellen({"a": (30, 30)})["a"]])],
            Maat.AANDEEL,
        )
    )

    assert _balken(grafiek) == [vormen.BREED]
