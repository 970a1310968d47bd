"""Uit alles wat één kijker ziet is geen enkel aantal onder K uit te rekenen.

The attacker (tests/cijfers/aanvaller.py) shares no code with what hides the numbers.
"""

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.cijfers.kleine_aantallen import publiceren
from portal.cijfers.publiek import Publiek
from portal.cijfers.tabellen import Aantal, Cel, Toestand
from tests.cijfers import bevolking

RUSTIG = settings(max_examples=30, suppress_health_check=list(HealthCheck))
TRAAG = settings(max_examples=4, suppress_health_check=list(HealthCheck))


def scheve_bevolkingen(dozen=bevolking.DOZEN, groep=14):
    """A few large boxes and some single people: where the numbers are small but not all are."""
    doos = st.sampled_from(dozen)
    groepen = st.lists(st.tuples(doos, st.integers(1, groep)), max_size=14)
    return groepen.map(lambda rij: [d for d, aantal in rij for _ in range(aantal)])


def uitgerekend(mensen, cellen, k):
    """De kleine aantallen die met optellen en aftrekken te vinden zijn."""
    aanvaller = bevolking.lezen(cellen, mensen, k)
    return [
        (naam, aantal)
        for naam, dozen, aantal in bevolking.kleine(mensen, cellen, k)
        if aanvaller.rekent_uit(dozen) == aantal
    ]


def vastgepind(mensen, cellen, k, stap, kiezen):
    """De kleine aantallen waarvoor na alles proberen maar één uitkomst overblijft."""
    aanvaller = bevolking.lezen(cellen, mensen, k, stap)
    waar = Counter(mensen)
    rij = list(bevolking.kleine(mensen, cellen, k))
    rij = [rij[i % len(rij)] for i in kiezen] if rij else []
    return [
        (naam, aantal)
        for naam, dozen, aantal in rij
        # Only when every other outcome is certainly impossible does he know this one.
        if all(aanvaller.kan(dozen, ander, waar) is False for ander in _anders(aantal, k))
    ]


def _anders(aantal, k):
    """Every other outcome, the nearest first."""
    return sorted(set(range(2 * k)) - {aantal}, key=lambda ander: abs(ander - aantal))


def ruw(tellingen):
    """Wat er zonder de laag op het scherm zou staan."""
    return {t.sleutel: Cel(sleutel=t.sleutel, k=1, **_open(t)) for t in tellingen}


def alleen_klein_weg(tellingen, k):
    """Wat er zonder het tweede wegstrepen zou staan."""
    return {
        t.sleutel: Cel(
            sleutel=t.sleutel,
            k=k,
            **{
                deel: Aantal(toestand=Toestand.KLEIN) if 0 < aantal.waarde < k else aantal
                for deel, aantal in _open(t).items()
                if aantal is not None
            },
        )
        for t in tellingen
    }


def _open(t):
    getoond = {"teller": Aantal(toestand=Toestand.GETOOND, waarde=t.teller)}
    if t.noemer is not None:
        getoond["noemer"] = Aantal(toestand=Toestand.GETOOND, waarde=t.noemer)
    return getoond


@RUSTIG
@given(scheve_bevolkingen())
def test_niets_onder_k_is_op_te_tellen_of_af_te_trekken(mensen):
    cellen = publiceren(bevolking.tellingen(mensen), Publiek.EIGEN, bevolking.HIERARCHIE)

    assert uitgerekend(mensen, cellen, 5) == []


@RUSTIG
@given(scheve_bevolkingen(), st.lists(st.integers(0, 10**4), min_size=6, max_size=6))
def test_niets_onder_k_blijft_over_na_alles_proberen(mensen, kiezen):
    cellen = publiceren(bevolking.tellingen(mensen), Publiek.EIGEN, bevolking.HIERARCHIE)

    assert vastgepind(mensen, cellen, 5, 1, kiezen) == []


@TRAAG
@given(scheve_bevolkingen(groep=30), st.lists(st.integers(0, 10**4), min_size=3, max_size=3))
def test_ook_afgerond_blijft_er_meer_dan_een_uitkomst(mensen, kiezen):
    cellen = publiceren(
        bevolking.tellingen(mensen), Publiek.PARTNER, bevolking.HIERARCHIE, gemeenten=3
    )

    assert vastgepind(mensen, cellen, 10, 5, kiezen) == []


@RUSTIG
@given(scheve_bevolkingen(), st.integers(1, 3))
def test_een_latere_periode_verandert_niets_aan_een_eerdere(mensen, tot):
    eerst = bevolking.KWARTALEN[:tot]
    toen = publiceren(bevolking.tellingen(mensen, eerst), Publiek.EIGEN, bevolking.HIERARCHIE)

    nu = publiceren(bevolking.tellingen(mensen), Publiek.EIGEN, bevolking.HIERARCHIE)

    assert {sleutel: str(nu[sleutel]) for sleutel in toen} == {
        sleutel: str(cel) for sleutel, cel in toen.items()
    }


@RUSTIG
@given(scheve_bevolkingen())
def test_een_tweede_uitgave_bovenop_een_eerdere_verraadt_niets(mensen):
    """The second time more is published at once: a dimension that was switched on later."""
    alles = list(bevolking.tellingen(mensen))
    eerst = publiceren(
        [t for t in alles if t.dimensie != "verwijzer"], Publiek.EIGEN, bevolking.HIERARCHIE
    )

    cellen = publiceren(alles, Publiek.EIGEN, bevolking.HIERARCHIE, eerder=eerst)

    assert {s: str(cellen[s]) for s in eerst} == {s: str(cel) for s, cel in eerst.items()}
    assert uitgerekend(mensen, cellen, 5) == []


EEN_ENKELING = [bevolking.DOZEN[0]] * 12 + [bevolking.DOZEN[2]] * 3 + [bevolking.DOZEN[-1]] * 11


def test_zonder_de_laag_vindt_de_aanvaller_ze():
    cellen = ruw(bevolking.tellingen(EEN_ENKELING))

    assert len(uitgerekend(EEN_ENKELING, cellen, 5)) > 10


def test_alleen_kleine_aantallen_weglaten_is_niet_genoeg():
    cellen = alleen_klein_weg(bevolking.tellingen(EEN_ENKELING), 5)

    assert len(uitgerekend(EEN_ENKELING, cellen, 5)) > 5


def test_met_de_laag_vindt_hij_niets_en_blijft_er_wat_te_zien():
    cellen = publiceren(bevolking.tellingen(EEN_ENKELING), Publiek.EIGEN, bevolking.HIERARCHIE)

    assert uitgerekend(EEN_ENKELING, cellen, 5) == []
    assert str(next(c for s, c in cellen.items() if s == ("I01", "2025", "", "", ""))) == "26"
