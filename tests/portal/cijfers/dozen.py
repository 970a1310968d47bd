"""Een verzonnen bevolking, wat er ruw van geteld wordt, en welke mensen achter een getal zitten."""

from collections import Counter
from itertools import product

from portal.cijfers.kleine_aantallen import Hierarchie
from portal.cijfers.tabellen import Sleutel, Telling, Toestand
from tests.portal.cijfers.aanvaller import Aanvaller

KWARTALEN = ("2025-K1", "2025-K2", "2025-K3", "2025-K4")
HALVEN = {"2025-H1": KWARTALEN[:2], "2025-H2": KWARTALEN[2:]}
ROUTES = ("pv", "bbl")
NIVEAU = {"25655": "2", "25498": "2", "25251": "1"}
VERWIJZERS = ("gemeente", "uwv")
HIERARCHIE = Hierarchie(
    boven={"kwalificatie": {code: {"niveau": niveau} for code, niveau in NIVEAU.items()}},
    grootheden={("I01", "teller"): "gestart", ("I10", "noemer"): "gestart"},
)
# A box of people: kwartaal, route, kwalificatie, verwijzer, counted in the teller.
DOZEN = tuple(product(KWARTALEN, ROUTES, NIVEAU, VERWIJZERS, (True, False)))


def perioden(kwartalen=KWARTALEN):
    """Wat er over deze kwartalen te publiceren is: zij zelf, en elk geheel dat ze vullen."""
    geheel = {k: (k,) for k in kwartalen}
    geheel |= {h: delen for h, delen in HALVEN.items() if set(delen) <= set(kwartalen)}
    return geheel | ({"2025": KWARTALEN} if set(kwartalen) == set(KWARTALEN) else {})


def uitsplitsingen():
    yield "", ""
    yield from (("kwalificatie", code) for code in NIVEAU)
    yield from (("niveau", niveau) for niveau in sorted(set(NIVEAU.values())))
    yield from (("verwijzer", naam) for naam in VERWIJZERS)


def dozen_van(sleutel, alleen_geteld):
    """De dozen waarvan dit getal de som is."""
    kwartalen = perioden().get(sleutel.periode)
    return [
        doos
        for doos in DOZEN
        if doos[0] in kwartalen
        and sleutel.route in ("", doos[1])
        and _telt_mee(doos, sleutel)
        and (doos[4] or not alleen_geteld)
    ]


def _telt_mee(doos, sleutel):
    _, _, code, verwijzer, _ = doos
    waarden = {"": "", "kwalificatie": code, "niveau": NIVEAU[code], "verwijzer": verwijzer}
    return waarden[sleutel.dimensie] == sleutel.waarde


def tellingen(mensen, kwartalen=KWARTALEN):
    """Ruw: I10 met teller en noemer, en I01, dat hetzelfde telt als de noemer van I10."""
    inhoud = Counter(mensen)
    for periode, route, (dimensie, waarde) in product(
        perioden(kwartalen), ("", *ROUTES), uitsplitsingen()
    ):
        sleutel = Sleutel("I10", periode, route, dimensie, waarde)
        teller = sum(inhoud[doos] for doos in dozen_van(sleutel, True))
        noemer = sum(inhoud[doos] for doos in dozen_van(sleutel, False))
        yield Telling(**sleutel._asdict(), teller=teller, noemer=noemer)
        yield Telling(**(sleutel._asdict() | {"indicator": "I01"}), teller=noemer)


def kleine(mensen, cellen, k):
    """Alle aantallen onder K die iemand zou kunnen willen weten: (naam, dozen, waar aantal)."""
    inhoud = Counter(mensen)
    for sleutel in cellen:
        geteld, allen = dozen_van(sleutel, True), dozen_van(sleutel, False)
        niet = [doos for doos in allen if not doos[4]]
        soorten = {"teller": geteld, "noemer": allen, "niet geteld": niet}
        for naam, dozen in soorten.items() if sleutel.indicator == "I10" else [("", allen)]:
            aantal = sum(inhoud[doos] for doos in dozen)
            if 0 < aantal < k:
                yield (*sleutel, naam), dozen, aantal


def lezen(cellen, mensen, k, stap=1):
    """Een aanvaller die alles gelezen heeft wat getoond wordt, en weet wat klein is."""
    inhoud = Counter(mensen)
    aanvaller = Aanvaller(DOZEN)
    # Where something of a breakdown is shown its zeros are too: the rest is 1 or more.
    deels = {sleutel[:4] for sleutel, cel in cellen.items() if cel.teller.getoond}
    deels_noemer = {s[:4] for s, cel in cellen.items() if cel.noemer and cel.noemer.getoond}
    for sleutel, cel in cellen.items():
        getallen = [(cel.teller, dozen_van(sleutel, sleutel.indicator == "I10"), deels)]
        if cel.noemer is not None:
            getallen.append((cel.noemer, dozen_van(sleutel, False), deels_noemer))
        for aantal, dozen, zichtbaar in getallen:
            leeg = not any(inhoud[doos] for doos in dozen) or sleutel[:4] not in zichtbaar
            aanvaller.leest(dozen, *grenzen(aantal, k, stap, leeg))
    return aanvaller


def grenzen(aantal, k, stap, leeg):
    match aantal.toestand:
        case Toestand.GETOOND if stap == 1 or aantal.waarde == 0:
            return aantal.waarde, aantal.waarde
        case Toestand.GETOOND:
            return max(k, aantal.waarde - stap // 2), aantal.waarde + stap // 2
        case Toestand.KLEIN:
            return 1, k - 1
    return (0 if leeg else 1), 10**6
