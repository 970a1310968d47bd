"""Wie beleid maakt leest ook de pagina voor de raad: samen verraden ze niemand.

Two years in which everything hangs together: own quarters and years, exact, and the council's
years, rounded. The attacker shares no code with what hides the numbers.
"""

from collections import Counter
from itertools import product

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.cijfers.kleine_aantallen import Gelezen, Hierarchie, publiceren, te_veel_samen
from portal.cijfers.publiek import Publiek
from portal.cijfers.tabellen import Telling
from tests.portal.cijfers.aanvaller import Aanvaller
from tests.portal.cijfers.dozen import grenzen

KWARTALEN = [f"{jaar}-K{nummer}" for jaar, nummer in product((2024, 2025), (1, 2, 3, 4))]
PERIODEN = {k: [k] for k in KWARTALEN} | {
    "2024": KWARTALEN[:4], "2025": KWARTALEN[4:], "2024-2025": KWARTALEN,
}  # fmt: skip
KORT, JAREN = [*KWARTALEN, "2024", "2025"], ["2024", "2025", "2024-2025"]
LEEG = Hierarchie()


def gelezen(inhoud, publiek, perioden):
    """Wat dit publiek te lezen krijgt, elk apart bewaakt."""
    ruw = [
        Telling(indicator="I01", periode=periode, teller=sum(inhoud[k] for k in PERIODEN[periode]))
        for periode in perioden
    ]
    cellen = publiceren(ruw, publiek, LEEG)
    return [Gelezen(telling, cellen[telling.sleutel]) for telling in ruw]


def vastgepind(inhoud, eigen, openbaar):
    """De aantallen onder de vijf waarvoor maar één uitkomst overblijft."""
    aanvaller = Aanvaller(KWARTALEN)
    for publiek, pagina in ((Publiek.EIGEN, eigen), (Publiek.OPENBAAR, openbaar)):
        for telling, cel in pagina:
            dozen = PERIODEN[telling.periode]
            aanvaller.leest(
                dozen, *grenzen(cel.teller, publiek.k, publiek.stap, not telling.teller)
            )
    gevonden = []
    for periode in KORT:
        aantal = sum(inhoud[k] for k in PERIODEN[periode])
        anders = (ander for ander in range(10) if ander != aantal)
        if 0 < aantal < Publiek.EIGEN.k and all(
            aanvaller.kan(PERIODEN[periode], ander, inhoud) is False for ander in anders
        ):
            gevonden.append((periode, aantal))
    return gevonden


def samen(inhoud):
    eigen = gelezen(inhoud, Publiek.EIGEN, KORT)
    openbaar = gelezen(inhoud, Publiek.OPENBAAR, JAREN)
    weg = te_veel_samen(eigen, openbaar, LEEG)
    over = [
        Gelezen(telling, cel.afgedekt() if telling.sleutel in weg else cel)
        for telling, cel in openbaar
    ]
    return eigen, openbaar, over


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from((0, 1, 2, 3, 4, 5, 6, 8, 9, 12)), min_size=8, max_size=8))
def test_raad_en_eigen_cijfers_samen_verraden_niemand(aantallen):
    inhoud = Counter(dict(zip(KWARTALEN, aantallen, strict=True)))
    eigen, _, over = samen(inhoud)

    assert vastgepind(inhoud, eigen, over) == []


def test_elk_apart_bewaakt_verraadt_samen_wel_iemand():
    """Three quarters are there to read, the year is hidden: its round figure tells the rest."""
    inhoud = Counter(dict(zip(KWARTALEN, (5, 9, 9, 12, 8, 12, 6, 1), strict=True)))
    eigen, openbaar, over = samen(inhoud)

    assert vastgepind(inhoud, eigen, openbaar) == [("2025-K4", 1)]
    assert vastgepind(inhoud, eigen, over) == []
    assert [str(cel) for _, cel in over].count("35") == 1  # what harms nobody stays
