"""The access table: who may come where, with which method. What is not named here is refused.

One row per url, found by its route name. `portal.middleware` enforces it, `tests/test_toegang.py`
is generated from it, and a url without a row (or a row without a url) fails the build.

The order of answers: 302 not signed in, 403 no entry for this role and method, 404 not yours
(the view fetches with `zichtbaar_voor`), 422 the rule refuses, 409 someone was first.
"""

from django.apps import apps
from django.conf import settings

from .afdrukken import AFDRUKKEN
from .cijfers import CIJFERS
from .nazorg import NAZORG
from .regels import (
    AANMELDPUNT,
    ANONIEM,
    BEHEER,
    COORDINATOR,
    EXAMENCOMMISSIE,
    IEDEREEN,
    INLEZERS,
    JOBCOACH,
    KANDIDAAT,
    KLANTMANAGER,
    LEDEN,
    LEERBEDRIJFBEHEERDER,
    PRAKTIJKOPLEIDER,
    UITNODIGERS,
    Regel,
)
from .register import REGISTER
from .resultaten import RESULTATEN

# What the pk in a url is of. A word here is the word in `Regel.object`.
OBJECTEN = {
    "overeenkomst": "trajecten.Praktijkovereenkomst",
    "afdruk": "verklaringen.Afdruk",
    "uitgifte": "verklaringen.Uitgifte",
    "voorstel": "verklaringen.Intrekkingsvoorstel",
    "deling": "verklaringen.Deling",
    "uitgiftereeks": "verklaringen.Uitgiftereeks",
    "reeksbestand": "verklaringen.Reeksbestand",
    "vaststelling": "verklaringen.Vaststelling",
    "aanmelding": "trajecten.Aanmelding",
    "aftekening": "trajecten.Aftekening",
    "inlezing": "trajecten.Inlezing",
    "leerbedrijf": "trajecten.Leerbedrijf",
    "lid": "trajecten.Lidmaatschap",
    "plaatsing": "trajecten.Plaatsing",
    "planregel": "trajecten.Planregel",
    "resultaat": "trajecten.Resultaat",
    "traject": "trajecten.Traject",
    "vrijstelling": "trajecten.Vrijstellingsverzoek",
    "vrijstellingsbewijs": "trajecten.Vrijstellingsbewijs",
}


def persoon_achter(regel: Regel, pk):
    """The row behind the pk, or None: only for the look line, never for access."""
    return apps.get_model(OBJECTEN[regel.object]).objects.filter(pk=pk).first()


def _schoolstap(leeslog: str = "", object: str = "traject", **anders) -> Regel:
    """A page of the mbo-coördinator about one traject (or `object`), with a form on it."""
    rollen = {COORDINATOR}
    return Regel(GET=rollen, POST=rollen, object=object, leeslog=leeslog, **anders)


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
    "nacht:nachtwerk": Regel(GET={BEHEER}),
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
    "trajecten:inlezen": Regel(GET=INLEZERS, POST=INLEZERS),
    "trajecten:inlezing": Regel(GET=INLEZERS, POST=INLEZERS, object="inlezing"),
    "trajecten:inleessjabloon": Regel(GET={COORDINATOR}),
    "trajecten:inleesfouten": Regel(GET=INLEZERS, object="inlezing"),
    "trajecten:inleesverslag": Regel(GET=INLEZERS, object="inlezing"),
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
    "trajecten:starten_zonder_bpv": _schoolstap("je traject"),
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
    "start:werklijst": Regel(GET={COORDINATOR, JOBCOACH}, leeslog="je traject"),
    "trajecten:overzicht": Regel(
        GET={COORDINATOR, EXAMENCOMMISSIE, LEERBEDRIJFBEHEERDER, JOBCOACH}, leeslog="je traject"
    ),
    "trajecten:detail": Regel(
        GET={COORDINATOR, EXAMENCOMMISSIE, LEERBEDRIJFBEHEERDER, JOBCOACH},
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
    "trajecten:vervolg": _schoolstap("je traject"),
    "trajecten:gegevens_bevestigen": Regel(POST={COORDINATOR}, object="traject"),
    # verklaringen
    "verklaringen:controleren": Regel(GET=IEDEREEN, POST=IEDEREEN, rem="controleren"),
    "verklaringen:controleren_zegel": Regel(
        GET={COORDINATOR, EXAMENCOMMISSIE, BEHEER},
        POST={COORDINATOR, EXAMENCOMMISSIE, BEHEER},
        rem="controleren_zegel",
    ),
    "verklaringen:bewijzen": Regel(GET={KANDIDAAT}),
    "verklaringen:examencommissie": Regel(GET={EXAMENCOMMISSIE}, leeslog="je traject"),
    "verklaringen:vergaderlijst": Regel(GET={EXAMENCOMMISSIE}, leeslog="je traject"),
    "verklaringen:ondertekening": Regel(GET={COORDINATOR}, object="traject", leeslog="je document"),
    "verklaringen:vaststellen": Regel(POST={COORDINATOR}, object="traject"),
    "verklaringen:terughalen": _schoolstap("je document"),
    "verklaringen:aanbieden": Regel(POST={COORDINATOR}, object="traject"),
    "verklaringen:voordragen": _schoolstap("je voordracht"),
    "verklaringen:voordracht_terughalen": _schoolstap("je voordracht"),
    "verklaringen:voordracht_uitreiken": _schoolstap("je voordracht"),
    "verklaringen:besluiten": Regel(
        GET={EXAMENCOMMISSIE, COORDINATOR},
        POST={EXAMENCOMMISSIE, COORDINATOR},
        object="traject",
        leeslog="je document",
        stap_op=True,
    ),
    "verklaringen:uitgeven": _schoolstap("je document", stap_op=True),
    "verklaringen:uitreiken": _schoolstap("je document"),
    "verklaringen:reeksen": Regel(GET={COORDINATOR}, leeslog="je traject"),
    "verklaringen:reeks_uitgeven": Regel(
        GET={COORDINATOR}, POST={COORDINATOR}, leeslog="je document", stap_op=True
    ),
    "verklaringen:reeks": Regel(GET={COORDINATOR}, object="uitgiftereeks", leeslog="je document"),
    "verklaringen:reeks_opnieuw": Regel(POST={COORDINATOR}, object="uitgiftereeks", stap_op=True),
    "verklaringen:bundelen": Regel(POST={COORDINATOR}, object="uitgiftereeks"),
    "verklaringen:reeksbestand": Regel(
        GET={COORDINATOR}, object="reeksbestand", leeslog="een kopie van je document"
    ),
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
    "verklaringen:papier": _schoolstap("je document", "vaststelling"),
    "verklaringen:document": Regel(
        GET={KANDIDAAT, PRAKTIJKOPLEIDER, COORDINATOR, EXAMENCOMMISSIE},
        object="uitgifte",
        leeslog="je document (gedownload)",
    ),
} | REGISTER
TOEGANG |= AFDRUKKEN | CIJFERS | RESULTATEN | NAZORG

# The rooms that exist with OMGEVING=demo only.
DEMO = {"demo:spelen": Regel(POST=IEDEREEN), "demo:post": Regel(GET=IEDEREEN)}
if settings.DEMO:
    TOEGANG |= DEMO
