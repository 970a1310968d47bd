"""Kleine aantallen met de hand nagerekend."""

import pytest

from portal.cijfers.kleine_aantallen import Hierarchie, publiceren
from portal.cijfers.publiek import Publiek
from portal.cijfers.tabellen import Telling

TE_WEINIG = "te weinig mensen om te tonen"


def telling(teller, noemer=None, **waar):
    return Telling(**{"indicator": "I01", "periode": "2025"} | waar, teller=teller, noemer=noemer)


def per_sector(**aantallen):
    """Een totaal en zijn uitsplitsing naar sector."""
    yield telling(sum(aantallen.values()))
    for naam, aantal in aantallen.items():
        yield telling(aantal, dimensie="sector", waarde=naam)


def gezien(tellingen, publiek=Publiek.EIGEN, hierarchie=None, **rest):
    """Wat er staat, per waarde (en "" voor het totaal)."""
    cellen = publiceren(tellingen, publiek, hierarchie or Hierarchie(), **rest)
    return {(cel.sleutel.waarde or cel.sleutel.periode): str(cel) for cel in cellen.values()}


def test_nul_en_te_weinig_zijn_twee_dingen():
    staat = gezien(per_sector(zorg=0, techniek=0))

    assert staat == {"2025": "0", "zorg": "0", "techniek": "0"}


@pytest.mark.parametrize(("aantal", "tekst"), [(1, TE_WEINIG), (4, TE_WEINIG), (5, "5")])
def test_vanaf_k_wordt_een_aantal_getoond(aantal, tekst):
    assert gezien([telling(aantal)]) == {"2025": tekst}


def test_een_weggelaten_getal_krijgt_gezelschap():
    staat = gezien(per_sector(zorg=3, techniek=8, groen=20))

    assert staat == {"2025": "31", "zorg": TE_WEINIG, "techniek": TE_WEINIG, "groen": "20"}


def test_twee_kleintjes_die_samen_te_weinig_zijn_krijgen_een_derde():
    staat = gezien(per_sector(zorg=1, techniek=2, groen=20, horeca=30))

    assert staat["groen"] == TE_WEINIG
    assert staat["horeca"] == "30"


def test_twee_keer_de_hoogste_is_ook_een_uitkomst():
    """8 = 4 + 4: who knows that both are under 5 knows them both."""
    staat = gezien(per_sector(zorg=4, techniek=4, groen=9))

    # 17 - 9 is 8; one more number stays away.
    assert [staat["zorg"], staat["techniek"]] == [TE_WEINIG, TE_WEINIG]
    assert TE_WEINIG in (staat["2025"], staat["groen"])


def test_een_dunne_uitsplitsing_vervalt_met_haar_nullen_en_het_totaal_blijft():
    """Five people over five sectoren: who sees which are not 0 knows that all are 1."""
    staat = gezien(per_sector(a=1, b=1, c=1, d=1, e=1, f=0))

    assert staat == {"2025": "5"} | dict.fromkeys("abcdef", TE_WEINIG)


def test_een_nul_wordt_nooit_als_gezelschap_gebruikt():
    staat = gezien(per_sector(zorg=3, techniek=0, groen=20))

    assert staat["techniek"] == "0"
    assert staat["groen"] == TE_WEINIG


def test_wie_niet_meetelt_is_ook_een_klein_aantal():
    """14 van 16: then it is known of two that they do not work."""
    assert gezien([telling(14, 16)]) == {"2025": TE_WEINIG}
    assert gezien([telling(11, 16)]) == {"2025": "11 van 16 (69%)"}
    assert gezien([telling(16, 16)]) == {"2025": "16 van 16 (100%)"}


def test_wie_een_stap_niet_had_mag_een_klein_aantal_zijn():
    """About a document the others may be few; the same numbers about work stay hidden."""
    stappen = Hierarchie(stappen=frozenset({"I09"}))

    assert gezien([telling(14, 16, indicator="I09")], hierarchie=stappen) == {
        "2025": "14 van 16 (88%)"
    }
    assert gezien([telling(14, 16, indicator="I16-12")], hierarchie=stappen) == {"2025": TE_WEINIG}


def test_een_uitsplitsing_neemt_haar_totaal_niet_mee():
    """Many small groups beside quarters that were published before: the breakdown goes, not 38."""
    kwartalen = {"2025-K1": 7, "2025-K2": 9, "2025-K3": 9, "2025-K4": 13, "2025": 38}
    groepen = [telling(n, dimensie="sector", waarde=str(n)) for n in (1, 2, 3, 4, 5, 6, 7, 10)]

    staat = gezien([*(telling(n, periode=p) for p, n in kwartalen.items()), *groepen])

    assert staat["2025"] == "38"


def test_wat_al_vaststond_houdt_niets_anders_tegen():
    """Nobody of the fourteen did, so nobody of any doelgroep: that cannot be hidden any more."""
    onder = {"dimensie": "doelgroep"}
    staat = gezien(
        [
            telling(0, 14, periode="2024"), telling(0, 8, periode="2024", waarde="ww", **onder),
            telling(0, 6, periode="2024", waarde="pw", **onder), telling(6, 12, periode="2025"),
        ]
    )  # fmt: skip

    assert staat["2025"] == "6 van 12 (50%)"


def test_wat_een_uitsplitsing_overlaat_is_een_groep_op_zich():
    """Three people of whom the sector is not recorded: the total minus the rest."""
    staat = gezien([telling(23), telling(20, dimensie="sector", waarde="zorg")])

    assert TE_WEINIG in staat.values()


def test_kwartalen_verraden_elkaar_niet_via_het_jaar():
    aantallen = {"2025-K1": 8, "2025-K2": 3, "2025-K3": 9, "2025-K4": 7}
    kwartalen = [telling(aantal, periode=periode) for periode, aantal in aantallen.items()]

    staat = gezien([*kwartalen, telling(27)])

    assert staat["2025-K1"] == "8"  # published before the year was
    assert staat["2025-K2"] == TE_WEINIG
    # K4 closes together with the year: one of the two stays away.
    assert TE_WEINIG in (staat["2025-K4"], staat["2025"])


def test_routes_verraden_elkaar_niet_via_het_totaal():
    staat = publiceren(
        [telling(20), telling(18, route="pv"), telling(2, route="bbl")],
        Publiek.EIGEN,
        Hierarchie(),
    )

    assert [str(cel) for cel in staat.values()] == ["20", TE_WEINIG, TE_WEINIG]


def test_kwalificaties_verraden_elkaar_niet_via_niveau_en_sector():
    boven = {
        "kwalificatie": {
            "a": {"niveau": "1", "sector": "zorg"},
            "b": {"niveau": "1", "sector": "zorg"},
            "c": {"niveau": "2", "sector": "zorg"},
        }
    }
    regels = [
        telling(41),
        *(
            telling(n, dimensie="kwalificatie", waarde=w)
            for w, n in zip("abc", (3, 18, 20), strict=True)
        ),
        *(telling(n, dimensie="niveau", waarde=w) for w, n in zip("12", (21, 20), strict=True)),
        telling(41, dimensie="sector", waarde="zorg"),
    ]

    staat = gezien(regels, hierarchie=Hierarchie(boven=boven))

    assert (staat["a"], staat["b"]) == (TE_WEINIG, TE_WEINIG)
    assert (staat["1"], staat["2"], staat["c"], staat["zorg"]) == ("21", "20", "20", "41")


def test_hetzelfde_aantal_onder_twee_namen_is_overal_verborgen():
    gelijk = Hierarchie(grootheden={("I02", "teller"): "intakes", ("I03", "noemer"): "intakes"})
    cellen = publiceren(
        [telling(14, 16, indicator="I02"), telling(7, 14, indicator="I03")],
        Publiek.EIGEN,
        gelijk,
    )

    assert [str(cel) for cel in cellen.values()] == [TE_WEINIG, TE_WEINIG]


def test_tegenspraak_tussen_twee_namen_wordt_geweigerd():
    gelijk = Hierarchie(grootheden={("I02", "teller"): "intakes", ("I03", "noemer"): "intakes"})

    with pytest.raises(ValueError, match="zowel 14 als 15"):
        publiceren(
            [telling(14, 16, indicator="I02"), telling(7, 15, indicator="I03")],
            Publiek.EIGEN,
            gelijk,
        )


def doelgroepen(**aantallen):
    yield telling(sum(t for t, _ in aantallen.values()), sum(n for _, n in aantallen.values()))
    for naam, (teller, noemer) in aantallen.items():
        yield telling(teller, noemer, dimensie="doelgroep", waarde=naam)


@pytest.mark.parametrize("teller", [0, 12])
def test_een_gevoelige_groep_met_niemand_of_iedereen_vervalt_met_de_hele_uitsplitsing(teller):
    staat = gezien(doelgroepen(beschut=(teller, 12), ww=(20, 40)))

    assert (staat["beschut"], staat["ww"]) == (TE_WEINIG, TE_WEINIG)


def test_vanaf_twintig_mensen_zegt_niemand_niets_over_iemand():
    staat = gezien(doelgroepen(beschut=(0, 20), ww=(20, 40)))

    assert (staat["beschut"], staat["ww"]) == ("0 van 20 (0%)", "20 van 40 (50%)")


def test_een_groep_zonder_gevoeligheid_vervalt_niet():
    staat = gezien([telling(0, 12, dimensie="sector", waarde="zorg"), telling(8, 30)])

    assert staat["zorg"] == "0 van 12 (0%)"


def test_partner_ziet_afgerond_en_pas_vanaf_tien():
    staat = gezien(per_sector(zorg=9, techniek=12, groen=33), Publiek.PARTNER, gemeenten=3)

    assert staat == {"2025": "55", "zorg": TE_WEINIG, "techniek": "10", "groen": "35"}


@pytest.mark.parametrize("gemeenten", [None, 0, 2])
def test_partner_ziet_niets_van_minder_dan_drie_gemeenten(gemeenten):
    staat = gezien(per_sector(zorg=50, techniek=0), Publiek.PARTNER, gemeenten=gemeenten)

    assert set(staat.values()) == {TE_WEINIG}


def test_openbaar_is_minstens_een_heel_jaar():
    staat = gezien([telling(40, periode="2025-K1"), telling(200)], Publiek.OPENBAAR)

    assert staat == {"2025": "200"}


def test_een_regiocijfer_uit_twee_gemeenten_is_te_weinig_hoe_groot_het_ook_is():
    cijfers = [
        Telling(indicator="I01", periode="2024", teller=40, gemeenten=2),
        Telling(indicator="I01", periode="2025", teller=40, gemeenten=3),
    ]

    assert gezien(cijfers, Publiek.PARTNER, gemeenten=3) == {"2024": TE_WEINIG, "2025": "40"}


def test_mediaan_pas_vanaf_tien():
    dagen = {"kwartielen": (20, 34, 61)}

    cellen = publiceren(
        [
            Telling(indicator="I06", periode="2024", teller=9, **dagen),
            Telling(indicator="I06", periode="2025", teller=10, **dagen),
        ],
        Publiek.EIGEN,
        Hierarchie(),
    )

    assert [cel.kwartielen for cel in cellen.values()] == [None, (20, 34, 61)]


def test_werkprocessen_van_te_weinig_mensen_zijn_ook_te_weinig():
    cellen = publiceren(
        [
            Telling(indicator="I13", periode="2024", teller=30, noemer=50, mensen=4),
            Telling(indicator="I13", periode="2025", teller=2, noemer=90, mensen=12),
        ],
        Publiek.EIGEN,
        Hierarchie(),
    )

    assert [str(cel) for cel in cellen.values()] == [TE_WEINIG, "2 van 90 (2%)"]


def test_een_stand_telt_niet_op_over_perioden():
    standen = Hierarchie(standen=frozenset({"I08"}))
    aantallen = {"2025-K3": 30, "2025-K4": 3, "2025": 3}

    staat = gezien(
        [telling(n, indicator="I08", periode=p) for p, n in aantallen.items()], hierarchie=standen
    )

    assert staat == {"2025-K3": "30", "2025-K4": TE_WEINIG, "2025": TE_WEINIG}


@pytest.mark.parametrize("periode", ["2025-K5", "2025-Q1", "2025-01-01", "2025/2027", "2025-2029"])
def test_vrije_datums_bestaan_niet(periode):
    with pytest.raises(ValueError, match="geen vaste periode"):
        gezien([telling(30, periode=periode)])


def test_schooljaren_en_kwartalen_verraden_elkaar_niet():
    """No third quarter in 2024 and 2026: then all of July to September 2025 is in two rests."""
    kwartalen = {
        f"{jaar}-K{nummer}": 20 for jaar in (2024, 2025, 2026) for nummer in (1, 2, 3, 4)
    } | {"2024-K3": 0, "2025-K3": 3, "2026-K3": 0}
    aantallen = kwartalen | {"2024/2025": 61, "2025/2026": 62}

    staat = gezien([telling(aantal, periode=periode) for periode, aantal in aantallen.items()])

    assert staat["2025-K3"] == TE_WEINIG
    assert TE_WEINIG in (staat["2024/2025"], staat["2025/2026"])
