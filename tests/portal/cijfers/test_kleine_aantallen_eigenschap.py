"""Uit alles wat één kijker ziet is geen enkel aantal onder K uit te rekenen.

The attacker (tests/portal/cijfers/aanvaller.py) shares no code with what hides the numbers.
"""

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.cijfers.kleine_aantallen import publiceren
from portal.cijfers.publiek import Publiek
from portal.cijfers.tabellen import Aantal, Cel, Toestand
from tests.portal.cijfers import dozen

RUSTIG = settings(max_examples=30, suppress_health_check=list(HealthCheck))
TRAAG = settings(max_examples=4, suppress_health_check=list(HealthCheck))


def scheve_bevolkingen(keuze=dozen.DOZEN, groep=14):
    """A few large boxes and some single people: where the numbers are small but not all are."""
    doos = st.sampled_from(keuze)
    groepen = st.lists(st.tuples(doos, st.integers(1, groep)), max_size=14)
    return groepen.map(lambda rij: [d for d, aantal in rij for _ in range(aantal)])


def uitgerekend(mensen, cellen, k):
    """De kleine aantallen die met optellen en aftrekken te vinden zijn."""
    aanvaller = dozen.lezen(cellen, mensen, k)
    return [
        (naam, aantal)
        for naam, welke, aantal in dozen.kleine(mensen, cellen, k)
        if aanvaller.rekent_uit(welke) == aantal
    ]


def vastgepind(mensen, cellen, k, stap, kiezen):
    """De kleine aantallen waarvoor na alles proberen maar één uitkomst overblijft."""
    aanvaller = dozen.lezen(cellen, mensen, k, stap)
    waar = Counter(mensen)
    rij = list(dozen.kleine(mensen, cellen, k))
    rij = [rij[i % len(rij)] for i in kiezen] if rij else []
    return [
        (naam, aantal)
        for naam, welke, aantal in rij
        # Only when every other outcome is certainly impossible does he know this one.
        if all(aanvaller.kan(welke, ander, waar) is False for ander in _anders(aantal, k))
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
    cellen = publiceren(dozen.tellingen(mensen), Publiek.EIGEN, dozen.HIERARCHIE)

    assert uitgerekend(mensen, cellen, 5) == []


@RUSTIG
@given(scheve_bevolkingen(), st.lists(st.integers(0, 10**4), min_size=6, max_size=6))
def test_niets_onder_k_blijft_over_na_alles_proberen(mensen, kiezen):
    cellen = publiceren(dozen.tellingen(mensen), Publiek.EIGEN, dozen.HIERARCHIE)

    assert vastgepind(mensen, cellen, 5, 1, kiezen) == []


@TRAAG
@given(scheve_bevolkingen(groep=30), st.lists(st.integers(0, 10**4), min_size=3, max_size=3))
def test_ook_afgerond_blijft_er_meer_dan_een_uitkomst(mensen, kiezen):
    cellen = publiceren(dozen.tellingen(mensen), Publiek.PARTNER, dozen.HIERARCHIE, gemeenten=3)

    assert vastgepind(mensen, cellen, 10, 5, kiezen) == []


@RUSTIG
@given(scheve_bevolkingen(), st.integers(1, 3))
def test_een_latere_periode_verandert_niets_aan_een_eerdere(mensen, tot):
    eerst = dozen.KWARTALEN[:tot]
    toen = publiceren(dozen.tellingen(mensen, eerst), Publiek.EIGEN, dozen.HIERARCHIE)

    nu = publiceren(dozen.tellingen(mensen), Publiek.EIGEN, dozen.HIERARCHIE)

    assert {sleutel: str(nu[sleutel]) for sleutel in toen} == {
        sleutel: str(cel) for sleutel, cel in toen.items()
    }


EEN_ENKELING = [dozen.DOZEN[0]] * 12 + [dozen.DOZEN[2]] * 3 + [dozen.DOZEN[-1]] * 11


def test_zonder_de_laag_vindt_de_aanvaller_ze():
    cellen = ruw(dozen.tellingen(EEN_ENKELING))

    assert len(uitgerekend(EEN_ENKELING, cellen, 5)) > 10


def test_alleen_kleine_aantallen_weglaten_is_niet_genoeg():
    cellen = alleen_klein_weg(dozen.tellingen(EEN_ENKELING), 5)

    assert len(uitgerekend(EEN_ENKELING, cellen, 5)) > 5


def test_met_de_laag_vindt_hij_niets_en_blijft_er_wat_te_zien():
    cellen = publiceren(dozen.tellingen(EEN_ENKELING), Publiek.EIGEN, dozen.HIERARCHIE)

    assert uitgerekend(EEN_ENKELING, cellen, 5) == []
    assert str(next(c for s, c in cellen.items() if s == ("I01", "2025", "", "", ""))) == "26"
