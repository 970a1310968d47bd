"""The access table: who may come where, with which method. What is not named here is refused.

One row per url, found by its route name. `portal.middleware` enforces it, `tests/test_toegang.py`
is generated from it, and a url without a row (or a row without a url) fails the build.

The order of answers: 302 not signed in, 403 no entry for this role and method, 404 not yours
(the view fetches with `zichtbaar_voor`), 422 the rule refuses, 409 someone was first.
"""

from collections.abc import Set
from dataclasses import dataclass

from django.apps import apps
from django.conf import settings

from trajecten.models import Rol

ANONIEM = "anoniem"
KANDIDAAT, PRAKTIJKOPLEIDER, LEERBEDRIJFBEHEERDER = (
    Rol.KANDIDAAT, Rol.PRAKTIJKOPLEIDER, Rol.LEERBEDRIJFBEHEERDER,
)  # fmt: skip
COORDINATOR, EXAMENCOMMISSIE, JOBCOACH = Rol.COORDINATOR, Rol.EXAMENCOMMISSIE, Rol.JOBCOACH
KLANTMANAGER, BELEID, AANMELDPUNT, BEHEER = (
    Rol.KLANTMANAGER, Rol.BELEID, Rol.AANMELDPUNT, Rol.BEHEER,
)  # fmt: skip

NIEMAND: frozenset[str] = frozenset()
LEDEN = frozenset(Rol.values)  # everyone who is signed in
IEDEREEN = LEDEN | {ANONIEM}

UITNODIGERS = frozenset({COORDINATOR, BEHEER, LEERBEDRIJFBEHEERDER})

# What the pk in a url is of. A word here is the word in `Regel.object`.
OBJECTEN = {
    "overeenkomst": "trajecten.Praktijkovereenkomst",
    "afdruk": "verklaringen.Afdruk",
    "uitgifte": "verklaringen.Uitgifte",
    "vaststelling": "verklaringen.Vaststelling",
    "aanmelding": "trajecten.Aanmelding",
    "aftekening": "trajecten.Aftekening",
    "leerbedrijf": "trajecten.Leerbedrijf",
    "lid": "trajecten.Lidmaatschap",
    "plaatsing": "trajecten.Plaatsing",
    "planregel": "trajecten.Planregel",
    "traject": "trajecten.Traject",
    "vrijstelling": "trajecten.Vrijstellingsverzoek",
    "vrijstellingsbewijs": "trajecten.Vrijstellingsbewijs",
}


@dataclass(frozen=True)
class Regel:
    """Who may GET and POST this url.

    `object` says what the pk in the url is of. `leeslog` is what the kandidaat reads in "Wie heeft
    gekeken?" ("je taken"): with it each 200 on GET writes a look line; a list (no object) counts
    `request.aantal_getoond`. `stap_op` asks a code of at most ten minutes old, on GET and POST.
    `rem` names the limit on POST in settings.ACCOUNT_RATE_LIMITS; past it the answer is 429.
    """

    GET: Set[str] = NIEMAND
    POST: Set[str] = NIEMAND
    object: str = ""
    leeslog: str = ""
    stap_op: bool = False
    rem: str = ""

    def rollen(self, methode: str) -> Set[str] | None:
        """The roles for this method; None when the url does not know the method at all."""
        rollen = {"GET": self.GET, "HEAD": self.GET, "POST": self.POST}.get(methode, NIEMAND)
        return rollen or None

    @property
    def methoden(self) -> list[str]:
        return (["GET", "HEAD"] if self.GET else []) + (["POST"] if self.POST else [])

    def persoon_achter(self, pk):
        """The row behind the pk, or None: only for the look line, never for access."""
        return apps.get_model(OBJECTEN[self.object]).objects.filter(pk=pk).first()


def _schoolstap(leeslog: str = "") -> Regel:
    """A page of the mbo-coördinator about one traject, with a form on it."""
    return Regel(GET={COORDINATOR}, POST={COORDINATOR}, object="traject", leeslog=leeslog)


def _taakstap(object: str) -> Regel:
    """A page of the praktijkopleider about the taken of one kandidaat, with a form on it."""
    rollen = {PRAKTIJKOPLEIDER}
    return Regel(GET=rollen, POST=rollen, object=object, leeslog="je taken")


TOEGANG: dict[str, Regel] = {
    # start
    "start:start": Regel(GET=IEDEREEN),
    "start:hulp": Regel(GET=IEDEREEN),
    "start:privacy": Regel(GET=IEDEREEN),
    "start:toegankelijkheid": Regel(GET=IEDEREEN),
    "start:mijn": Regel(GET=LEDEN),
    "start:wisselen": Regel(GET=LEDEN, POST=LEDEN),
    "start:wie_keek": Regel(GET={KANDIDAAT}),
    # accounts
    "account_login": Regel(GET=IEDEREEN, POST=IEDEREEN),
    "account_request_login_code": Regel(GET=IEDEREEN, POST=IEDEREEN),
    "account_confirm_login_code": Regel(GET=IEDEREEN, POST=IEDEREEN, rem="code"),
    "account_logout": Regel(GET=IEDEREEN, POST=IEDEREEN),
    "uitnodiging_link": Regel(GET=IEDEREEN),
    "uitnodiging": Regel(GET=IEDEREEN, POST=IEDEREEN, rem="uitnodiging"),
    "kaart": Regel(GET=IEDEREEN, POST=IEDEREEN, rem="kaart"),
    "bevestigen": Regel(GET=LEDEN, POST=LEDEN, rem="bevestigen"),
    # people
    "trajecten:uitnodigen": _schoolstap(),
    "trajecten:kaart": _schoolstap(),
    "trajecten:leden": Regel(GET=UITNODIGERS),
    "trajecten:collega_uitnodigen": Regel(GET=UITNODIGERS, POST=UITNODIGERS, stap_op=True),
    "trajecten:lid_beeindigen": Regel(
        GET=UITNODIGERS, POST=UITNODIGERS, object="lid", stap_op=True
    ),
    # aanmelding and intake
    "trajecten:aanmelden": Regel(
        GET={ANONIEM, KANDIDAAT, KLANTMANAGER},
        POST={ANONIEM, KANDIDAAT, KLANTMANAGER},
        rem="aanmelden",
    ),
    "trajecten:aangemeld": Regel(GET={ANONIEM, KANDIDAAT}),
    "trajecten:aanmeldingen": Regel(GET={KLANTMANAGER, AANMELDPUNT}, leeslog="je aanmelding"),
    "trajecten:aanmelding": Regel(
        GET={KLANTMANAGER, AANMELDPUNT},
        POST={KLANTMANAGER},
        object="aanmelding",
        leeslog="je aanmelding",
    ),
    "trajecten:aanmelding_corrigeren": Regel(
        GET={KLANTMANAGER}, POST={KLANTMANAGER}, object="aanmelding", leeslog="je aanmelding"
    ),
    "trajecten:aanmelding_intrekken": Regel(
        GET={KLANTMANAGER}, POST={KLANTMANAGER}, object="aanmelding"
    ),
    "trajecten:aanmelding_doorzetten": Regel(
        GET={AANMELDPUNT}, POST={AANMELDPUNT}, object="aanmelding", leeslog="je aanmelding"
    ),
    "trajecten:aanmelding_teruggeven": Regel(
        GET={AANMELDPUNT}, POST={AANMELDPUNT}, object="aanmelding"
    ),
    "trajecten:intake": _schoolstap("je intake"),
    "trajecten:intake_beginnen": Regel(POST={COORDINATOR}, object="traject"),
    "trajecten:kandidaat_koppelen": Regel(POST={COORDINATOR}, object="traject"),
    "trajecten:stoppen": _schoolstap("je traject"),
    "trajecten:stop_herstellen": _schoolstap("je traject"),
    "trajecten:alsnog_beoordelen": Regel(POST={COORDINATOR}, object="traject"),
    "trajecten:onderbreken": _schoolstap("je traject"),
    "trajecten:hervatten": Regel(POST={COORDINATOR}, object="traject"),
    # plaatsing, plan, overeenkomst
    "trajecten:overnemen": Regel(GET={COORDINATOR}, POST={COORDINATOR}),
    "trajecten:match": _schoolstap("je leerplek"),
    "trajecten:plan_openen": Regel(POST={COORDINATOR}, object="traject"),
    "trajecten:leerbedrijf_toevoegen": _schoolstap(),
    "trajecten:erkenning_controleren": _schoolstap(),
    "trajecten:plan": _schoolstap("je plan"),
    "trajecten:werkprocessen_kiezen": _schoolstap("je plan"),
    "trajecten:inschrijven": _schoolstap("je inschrijving"),
    "trajecten:overeenkomst": _schoolstap("je afspraken op papier"),
    "trajecten:overeenkomst_ondertekenen": Regel(
        GET={COORDINATOR, KANDIDAAT, PRAKTIJKOPLEIDER, LEERBEDRIJFBEHEERDER},
        POST={COORDINATOR, KANDIDAAT, PRAKTIJKOPLEIDER, LEERBEDRIJFBEHEERDER},
        object="traject",
        leeslog="je afspraken op papier",
        stap_op=True,
    ),
    "trajecten:overeenkomst_vastleggen": _schoolstap(),
    "trajecten:overeenkomst_elders_getekend": _schoolstap(),
    "trajecten:overeenkomst_laten_vervallen": _schoolstap(),
    "trajecten:starten": _schoolstap("je traject"),
    "trajecten:praktijkopleiders": _schoolstap("je begeleiders"),
    "trajecten:begeleiding_beeindigen": Regel(POST={COORDINATOR}, object="traject"),
    "trajecten:herplaatsen": _schoolstap(),
    # praktijkopleider and kandidaat
    "start:vandaag": Regel(GET={PRAKTIJKOPLEIDER}, leeslog="je taken"),
    "trajecten:begeleiding": Regel(GET={PRAKTIJKOPLEIDER}, object="traject", leeslog="je taken"),
    "trajecten:aftekenen": _taakstap("planregel"),
    "trajecten:meer_aftekenen": _taakstap("traject"),
    "trajecten:aftekening_intrekken": _taakstap("aftekening"),
    "trajecten:eindoordeel": _taakstap("plaatsing"),
    "trajecten:eindoordelen_versturen": _taakstap("plaatsing"),
    "start:nu_doen": Regel(GET={KANDIDAAT}),
    "trajecten:dit_kan_ik": Regel(GET={KANDIDAAT}),
    "trajecten:zelfbeoordelen": Regel(GET={KANDIDAAT}, POST={KANDIDAAT}, object="planregel"),
    # school: overzicht, werklijst, oordeel
    "start:werklijst": Regel(GET={COORDINATOR, EXAMENCOMMISSIE}, leeslog="je traject"),
    "trajecten:overzicht": Regel(
        GET={COORDINATOR, EXAMENCOMMISSIE, LEERBEDRIJFBEHEERDER}, leeslog="je traject"
    ),
    "trajecten:detail": Regel(
        GET={COORDINATOR, EXAMENCOMMISSIE, LEERBEDRIJFBEHEERDER},
        object="traject",
        leeslog="je traject",
    ),
    "trajecten:papier": _schoolstap("je taken"),
    "trajecten:eindbeoordeling": _schoolstap(),
    "trajecten:terugsturen": _schoolstap(),
    "trajecten:schooloordeel": _schoolstap("je taken"),
    "trajecten:gegevens": _schoolstap("je gegevens voor het document"),
    "trajecten:verzoek": _schoolstap(),
    "trajecten:uitstroom": _schoolstap(),
    "trajecten:gegevens_bevestigen": Regel(POST={COORDINATOR}, object="traject"),
    # vrijstellingen
    "trajecten:vrijstellingen": Regel(
        GET={COORDINATOR, KANDIDAAT, EXAMENCOMMISSIE},
        POST={COORDINATOR, KANDIDAAT},
        object="traject",
        leeslog="je vrijstellingen",
    ),
    "trajecten:bewijs_toevoegen": Regel(
        GET={COORDINATOR, KANDIDAAT},
        POST={COORDINATOR, KANDIDAAT},
        object="vrijstelling",
        leeslog="je vrijstellingen",
    ),
    "trajecten:vrijstelling_besluiten": Regel(
        GET={EXAMENCOMMISSIE, COORDINATOR},
        POST={EXAMENCOMMISSIE, COORDINATOR},
        object="vrijstelling",
        leeslog="je vrijstellingen",
        stap_op=True,
    ),
    "trajecten:bewijs": Regel(
        GET={COORDINATOR, KANDIDAAT, EXAMENCOMMISSIE},
        object="vrijstellingsbewijs",
        leeslog="bewijs bij een vrijstelling",
    ),
    # verklaringen
    "verklaringen:controleren": Regel(GET=IEDEREEN, POST=IEDEREEN, rem="controleren"),
    "verklaringen:bewijzen": Regel(GET={KANDIDAAT}),
    "verklaringen:ondertekening": Regel(GET={COORDINATOR}, object="traject", leeslog="je document"),
    "verklaringen:vaststellen": Regel(POST={COORDINATOR}, object="traject"),
    "verklaringen:terughalen": _schoolstap("je document"),
    "verklaringen:aanbieden": Regel(POST={COORDINATOR}, object="traject"),
    "verklaringen:besluiten": Regel(
        GET={EXAMENCOMMISSIE, COORDINATOR},
        POST={EXAMENCOMMISSIE, COORDINATOR},
        object="traject",
        leeslog="je document",
        stap_op=True,
    ),
    "verklaringen:uitgeven": Regel(
        GET={COORDINATOR},
        POST={COORDINATOR},
        object="traject",
        leeslog="je document",
        stap_op=True,
    ),
    "verklaringen:uitreiken": _schoolstap("je document"),
    "verklaringen:ondertekenen": Regel(
        GET={PRAKTIJKOPLEIDER, KANDIDAAT},
        POST={PRAKTIJKOPLEIDER, KANDIDAAT},
        object="vaststelling",
        leeslog="je document",
        stap_op=True,
    ),
    "verklaringen:tegenspreken": Regel(
        GET={PRAKTIJKOPLEIDER, KANDIDAAT, COORDINATOR},
        POST={PRAKTIJKOPLEIDER, KANDIDAAT, COORDINATOR},
        object="vaststelling",
        leeslog="je document",
    ),
    "verklaringen:papier": Regel(
        GET={COORDINATOR}, POST={COORDINATOR}, object="vaststelling", leeslog="je document"
    ),
    "verklaringen:document": Regel(
        GET={KANDIDAAT, PRAKTIJKOPLEIDER, COORDINATOR, EXAMENCOMMISSIE},
        object="uitgifte",
        leeslog="je document (gedownload)",
    ),
    "verklaringen:tekenexemplaar_afdrukken": Regel(POST={COORDINATOR}, object="vaststelling"),
    "verklaringen:overeenkomst_afdrukken": Regel(
        POST={COORDINATOR, PRAKTIJKOPLEIDER, LEERBEDRIJFBEHEERDER, KANDIDAAT},
        object="overeenkomst",
    ),
    "verklaringen:aftekenlijst_afdrukken": Regel(
        POST={COORDINATOR, PRAKTIJKOPLEIDER}, object="plaatsing"
    ),
    "verklaringen:eindoordeelformulier_afdrukken": Regel(
        POST={COORDINATOR, PRAKTIJKOPLEIDER}, object="plaatsing"
    ),
    "verklaringen:afdruk": Regel(
        GET={COORDINATOR, PRAKTIJKOPLEIDER, LEERBEDRIJFBEHEERDER, KANDIDAAT}, object="afdruk"
    ),
    "verklaringen:afdruk_bestand": Regel(
        GET={COORDINATOR, PRAKTIJKOPLEIDER, LEERBEDRIJFBEHEERDER, KANDIDAAT},
        object="afdruk",
        leeslog="een afdruk van je gegevens",
    ),
}

# The rooms that exist with OMGEVING=demo only.
DEMO = {"demo:spelen": Regel(POST=IEDEREEN), "demo:post": Regel(GET=IEDEREEN)}
if settings.DEMO:
    TOEGANG |= DEMO
