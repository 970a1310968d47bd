from datetime import date

import pytest

from portal.cijfers.kleine_aantallen import Hierarchie, publiceren
from portal.cijfers.publiek import Publiek
from portal.cijfers.tabellen import Aantal, Cel, Rij, Sleutel, Telling, Toestand, VeiligeTabel

SLEUTEL = Sleutel("I16", "2026-H1")


def getoond(waarde):
    return Aantal(toestand=Toestand.GETOOND, waarde=waarde)


def cel(teller, noemer, k=5):
    noemer = noemer if isinstance(noemer, Aantal | None) else getoond(noemer)
    teller = teller if isinstance(teller, Aantal) else getoond(teller)
    return Cel(sleutel=SLEUTEL, teller=teller, noemer=noemer, k=k)


KLEIN = Aantal(toestand=Toestand.KLEIN)
AFGEDEKT = Aantal(toestand=Toestand.AFGEDEKT)


@pytest.mark.parametrize(
    ("teller", "noemer", "tekst"),
    [
        (8, 23, "8 van 23 (35%)"),
        (1234, None, "1.234"),
        (0, None, "0"),
        (0, 23, "0 van 23 (0%)"),
        (0, 0, "0 van 0"),
        (0, KLEIN, "0"),
        (7, AFGEDEKT, "te weinig mensen om te tonen"),
        (KLEIN, 23, "te weinig mensen om te tonen"),
        (AFGEDEKT, 23, "te weinig mensen om te tonen"),
    ],
)
def test_cel_als_tekst(teller, noemer, tekst):
    assert str(cel(teller, noemer)) == tekst


def test_klein_en_afgedekt_zijn_niet_te_onderscheiden():
    assert str(KLEIN) == str(AFGEDEKT)


def test_kopcijfer_heeft_pas_vanaf_20_een_percentage():
    assert cel(8, 19).kop == "8 van 19"
    assert cel(8, 20).kop == "8 van 20 (40%)"


def test_percentage_pas_vanaf_k():
    assert cel(0, 9, k=10).aandeel is None
    assert cel(5, 10, k=10).aandeel == 50


def test_van_afgeronde_aantallen_pas_vanaf_honderd_een_percentage():
    """19 of 22 would read 20 of 20, so 100%: three of them had no document."""
    klein, groot = (
        publiceren(
            [Telling(indicator="I09", periode="2025", teller=teller, noemer=noemer)],
            Publiek.OPENBAAR, Hierarchie(stappen=frozenset({"I09"})),
        )
        for teller, noemer in ((19, 22), (96, 111))
    )  # fmt: skip

    assert [str(cel) for cel in klein.values()] == ["ongeveer 20 van 20"]
    assert [str(cel) for cel in groot.values()] == ["ongeveer 95 van 110 (86%)"]


def test_interval_alleen_onder_de_honderd():
    assert cel(20, 60).interval is not None
    assert cel(20, 100).interval is None


def test_afgeronde_teller_boven_de_noemer_is_hoogstens_honderd_procent():
    assert cel(15, 10, k=10).aandeel == 100


def test_niet_gemeten_is_iets_anders_dan_te_weinig():
    assert str(Cel.leeg(SLEUTEL)) == "nog niet gemeten"
    assert not Cel.leeg(SLEUTEL).verborgen


def test_telling_weigert_meer_dan_de_noemer():
    with pytest.raises(ValueError, match="kan niet"):
        Telling(indicator="I02", periode="2026", teller=3, noemer=2)


def tabel(rij):
    return VeiligeTabel(
        naam="werk",
        titel="Werk na 12 maanden",
        conclusie="",
        kopkolom="Route",
        kolommen=("Werk",),
        rijen=(rij,),
        peildatum=date(2026, 11, 21),
    )


def test_tabel_neemt_alleen_veilige_cellen():
    with pytest.raises(TypeError, match="niet veilig"):
        tabel(Rij("mbo-2", (Telling(indicator="I16", periode="2026", teller=3),)))


def test_scheve_rij_wordt_geweigerd():
    with pytest.raises(ValueError, match="past niet"):
        tabel(Rij("mbo-2", ()))


@pytest.mark.parametrize(
    ("aantal", "afgerond"), [(0, 0), (10, 10), (12, 10), (13, 15), (17, 15), (18, 20)]
)
def test_partner_ziet_veelvouden_van_vijf(aantal, afgerond):
    assert Publiek.PARTNER.afgerond(aantal) == afgerond
    assert Publiek.EIGEN.afgerond(aantal) == aantal


def test_drempels_komen_uit_de_instellingen(settings):
    settings.KLEINE_AANTALLEN = {**settings.KLEINE_AANTALLEN, "eigen": {"k": 7}}

    assert (Publiek.EIGEN.k, Publiek.PARTNER.k, Publiek.OPENBAAR.minste_maanden) == (7, 10, 12)
