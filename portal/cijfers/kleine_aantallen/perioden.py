"""De vaste perioden als maanden, en welke in welke opgaan."""

import re
from collections.abc import Collection
from functools import cache

LANG_NAAR_KORT = (48, 36, 24, 12, 6, 3, 1)
VORM = re.compile(r"(?P<jaar>\d{4})(?:-(?P<soort>[MKH])(?P<nummer>\d{1,2})|(?P<tot>[-/]\d{4}))?")
MAANDEN = {"M": 1, "K": 3, "H": 6}


@cache
def maanden(periode: str) -> range:
    """De maanden van een periode, als jaar * 12 + maand (0 tot en met 11).

    "2026-M05" maand · "2026-K3" kwartaal · "2026-H1" half jaar · "2026" jaar · "2025/2026"
    schooljaar, 1 augustus tot en met 31 juli (WEB 1.1.1) · "2024-2026" twee tot vier jaren samen.
    Raises: ValueError bij iets anders, ook bij vrije datums.
    """
    vorm = VORM.fullmatch(periode)
    if vorm is None:
        raise ValueError(f"geen vaste periode: {periode}")
    januari, tot = 12 * int(vorm["jaar"]), vorm["tot"] or ""
    lang, nummer = MAANDEN.get(vorm["soort"], 12), int(vorm["nummer"] or 1)
    jaren = int(tot[1:]) - int(vorm["jaar"]) if tot else 0
    if not 1 <= nummer <= max(12 // lang, 1) or jaren not in ((1,) if "/" in tot else (0, 1, 2, 3)):
        raise ValueError(f"geen vaste periode: {periode}")
    if "/" in tot:
        return range(januari + 7, januari + 19)
    return range(januari + lang * (nummer - 1), januari + lang * nummer + 12 * jaren)


def delen(geheel: str, perioden: Collection[str]) -> list[list[str]]:
    """Hoe `geheel` uit kortere perioden is op te bouwen: elke lijst telt op tot hoogstens geheel.

    The longest first. The list stops at the first length that covers the whole: what is shorter
    is tied to that one already. What overlaps (schooljaren, more years) stands on its own.
    """
    buiten, uit = maanden(geheel), []
    binnen = sorted(p for p in perioden if p != geheel and _ligt_in(maanden(p), buiten))
    for lang in LANG_NAAR_KORT:
        even_lang = [p for p in binnen if len(maanden(p)) == lang]
        recht = [p for p in even_lang if lang <= 12 and maanden(p).start % lang == 0]
        uit += [[p] for p in even_lang if p not in recht]
        if recht:
            uit.append(recht)
        if len(recht) * lang == len(buiten):
            break
    return uit


def laatste(geheel: str, perioden: Collection[str]) -> list[list[str]]:
    """Voor een stand: de kortere perioden die op dezelfde dag eindigen, elk een eigen regel."""
    buiten = maanden(geheel)
    return [
        [p]
        for p in sorted(perioden)
        if maanden(p).stop == buiten.stop and len(maanden(p)) < len(buiten)
    ]


def _ligt_in(binnen: range, buiten: range) -> bool:
    return buiten.start <= binnen.start and binnen.stop <= buiten.stop
