"""Who learned here in the past two years, and how it went: drawn with a fixed seed. All invented.

Real people are none of these; the shares and lead times are made up too, so that a dashboard has
something to show.
"""

import random
from dataclasses import dataclass, replace

from trajecten.models import Route

from .kandidaten import VERHALEN, Kandidaatverhaal

ZAAD = 20240901
AANTAL = 165
OUDSTE, JONGSTE = 830, 112  # days ago that somebody came in
SLOT = 3  # days before today that the last step was made

VOORNAMEN = (
    "Aad", "Abel", "Aisha", "Amira", "Anneke", "Bart", "Betul", "Bianca", "Carlos", "Corrie",
    "Deniz", "Dirk", "Ebru", "Emiel", "Fadi", "Fenna", "Gerda", "Hamid", "Hicham", "Imane",
    "Ingrid", "Ivo", "Jasmijn", "Jeroen", "Kadir", "Katja", "Leyla", "Loek", "Maaike", "Mariam",
    "Marco", "Nils", "Noortje", "Oksana", "Pim", "Rania", "Ruben", "Sefa", "Selma", "Sven",
    "Tamara", "Teun", "Vikram", "Wietske", "Yildiz", "Zakaria",
)  # fmt: skip
ACHTERNAMEN = ("van Voorbeeld", "Voorbeeldsen", "Voorbeeldstra", "el Voorbeeldi", "Voorbeeldova")
TALEN = ("nl", "nl", "nl", "nl", "ar", "tr", "uk", "ti")
# (crebo, leerbedrijf), how often
WERK = {
    ("25743", "schakel"): 5, ("25741", "schakel"): 3, ("25589", "schakel"): 2,
    ("25747", "schakel"): 1, ("25180", "proeftuin"): 4, ("25742", "proeftuin"): 3,
    ("25960", "linde"): 5, ("25741", "linde"): 1, ("25748", "winkel"): 4, ("25746", "kwekerij"): 3,
}  # fmt: skip
NAAR_DIPLOMA = (("25960", "linde"), ("25743", "schakel"), ("25180", "proeftuin"))
GEMEENTEN = (0, 0, 0, 0, 1, 1, 1, 2, 2, 2)  # Voorbeeldstad, Voorbeelddorp, Voorbeeldhaven
KLANTMANAGER = (0, 1, 4)  # of each gemeente
UWV, WERKBEDRIJF, ZELF = 2, 3, None
NIET_GESTART = (
    "kandidaat_trok_terug", "kandidaat_trok_terug", "geen_passend_leerbedrijf",
    "geen_passend_leerbedrijf", "geen_contact", "geen_contact", "taal_nog_te_laag",
    "vervoer_tijden", "bedrijf_trok_terug", "financiering_niet_rond", "andere_route",
)  # fmt: skip
VROEG_GESTOPT = (
    "match_werk",
    "match_werk",
    "match_bedrijf",
    "vervoer_tijden_opvang",
    "geen_contact",
)
LATER_GESTOPT = (
    "werk_gevonden", "werk_gevonden", "werk_gevonden", "opleiding_gestart", "taal", "verhuisd",
    "persoonlijke_omstandigheden", "persoonlijke_omstandigheden", "te_weinig_begeleiding",
    "te_weinig_tijd_bedrijf", "einde_contract", "geen_contact",
)  # fmt: skip
STRANDT = ("aangemeld", "intake", "match", "match", "plan")
DUUR = {
    Route.PRAKTIJKVERKLARING: (75, 185),
    Route.CERTIFICAAT: (120, 230),
    Route.DIPLOMA: (200, 330),
}


@dataclass(frozen=True)
class Levensloop(Kandidaatverhaal):
    """A story of the past. Days count from the aanmelding; `stand` is how it ended.

    The other stories have a fixed calendar; this one stretches it: the wait until the first day,
    the time at the leerbedrijf (`duur`), and what the school needed afterwards.
    """

    gemeente: int = 0
    wacht: int = 20
    nawerk: int = 20
    strandt: str = ""  # the last status before it was clear that it would not start
    stopt_na: int = 0  # days after the start
    reden: str = ""
    gaat_verder: bool = False

    @property
    def woont(self) -> int:
        return self.gemeente

    @property
    def werkprocessen(self) -> int:
        return 3 + self.dagen % 3

    @property
    def klaar(self) -> int:
        """Days after the aanmelding that the document was there."""
        return self.wacht + self.duur + self.nawerk

    def op_dag(self, offset: int) -> int:
        einde = self.wacht + self.duur
        punten = ((0, 0), (20, self.wacht), (170, einde), (171, einde + 1), (207, self.klaar))
        for (van, op), (tot, naar) in zip(punten, punten[1:], strict=False):
            if offset <= tot:
                return op + (offset - van) * (naar - op) // (tot - van)
        return self.klaar + offset - 207


def levenslopen(zaad: int = ZAAD) -> list[Levensloop]:
    """Everybody, who came in first first. The same seed gives the same people and lives."""
    toeval = random.Random(zaad)  # noqa: S311  no secret
    bekend = {verhaal.naam for verhaal in VERHALEN}
    namen = [f"{v} {a}" for v in VOORNAMEN for a in ACHTERNAMEN if f"{v} {a}" not in bekend]
    toeval.shuffle(namen)
    stap = (OUDSTE - JONGSTE) / AANTAL
    dagen = [OUDSTE - round(stap * nummer) - toeval.randrange(6) for nummer in range(AANTAL)]
    return [_leven(toeval, naam, dag) for naam, dag in zip(namen, dagen, strict=False)]


def _leven(toeval, naam, dagen) -> Levensloop:
    route = toeval.choices(list(DUUR), (76, 12, 12))[0]
    crebo, bedrijf = _werk(toeval, route)
    gemeente = toeval.choice(GEMEENTEN)
    # The wait grew shorter over the years, and Voorbeelddorp is slower.
    wacht = 18 + toeval.randrange(45) + dagen // 25 + (18 if gemeente == 1 else 0)
    leven = Levensloop(
        naam, crebo, bedrijf, "uitgereikt", dagen,
        verwijzer=_verwijzer(toeval, gemeente), route=route, taal=toeval.choice(TALEN),
        op_papier=toeval.random() < 0.15, duur=toeval.randint(*DUUR[route]), gemeente=gemeente,
        wacht=wacht, nawerk=toeval.randint(14, 50),
        gaat_verder=toeval.random() < 0.3 and route != Route.DIPLOMA,
    )  # fmt: skip
    return _afloop(toeval, leven)


def _werk(toeval, route) -> tuple[str, str]:
    if route == Route.CERTIFICAAT:
        return "25180", "proeftuin"  # the certificaat of which the werkprocessen are known
    if route == Route.DIPLOMA:
        return toeval.choice(NAAR_DIPLOMA[:2])
    return toeval.choices(list(WERK), list(WERK.values()))[0]


def _verwijzer(toeval, gemeente) -> int | None:
    soorten = (KLANTMANAGER[gemeente], UWV, WERKBEDRIJF, ZELF)
    return toeval.choices(soorten, (62, 14, 14, 10))[0]


def _afloop(toeval, leven) -> Levensloop:
    lot = toeval.random()
    if lot < 0.13:
        strandt = toeval.choice(STRANDT)
        return replace(
            leven, stand="niet_gestart", strandt=strandt, reden=toeval.choice(NIET_GESTART)
        )
    kan_af = leven.klaar + SLOT < leven.dagen
    if lot < 0.32 or not kan_af:
        vroeg = toeval.random() < 0.4
        ruimte = min(leven.duur - 5, leven.dagen - leven.wacht - SLOT)
        stopt_na = toeval.randint(6, 40) if vroeg else toeval.randint(45, max(46, leven.duur - 10))
        reden = toeval.choice(VROEG_GESTOPT if vroeg else LATER_GESTOPT)
        if kan_af:
            return replace(leven, stand="gestopt", stopt_na=min(stopt_na, ruimte), reden=reden)
        # Too recent to be done: a shorter time at the leerbedrijf, or it did not begin.
        korter = leven.dagen - leven.wacht - leven.nawerk - SLOT - 1
        if korter >= 60 and leven.route == Route.PRAKTIJKVERKLARING:
            return replace(leven, duur=korter)
        if ruimte > 12:
            return replace(leven, stand="gestopt", stopt_na=min(stopt_na, ruimte), reden=reden)
        reden = toeval.choice(NIET_GESTART)
        return replace(leven, stand="niet_gestart", strandt="match", reden=reden)
    stand = "uitgereikt" if leven.route == Route.PRAKTIJKVERKLARING else "nazorg"
    return replace(leven, stand=stand)
