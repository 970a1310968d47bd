"""Two years of the demo region, through the actions of the portal, each with the day it was."""

import random
from dataclasses import replace

from django.db import transaction
from django.utils import timezone

from trajecten import actions, rules
from trajecten.models import Doelgroep, Niveau, Route, Status, Traject, Uitstroom
from verklaringen import actions as verklaringen
from verklaringen.rules import is_uitgegeven

from . import einde, verhalen
from .leren import aftekenen
from .levenslopen import SLOT, WERKBEDRIJF, Levensloop
from .navraag import navragen
from .verhalen import coordinator, dag, vers

GRONDSLAG = "Voorbeeld: DPIA van de gemeente, Participatiewet artikel 7 en 10."
DOELGROEPEN = (
    Doelgroep.Soort.PARTICIPATIEWET, Doelgroep.Soort.PARTICIPATIEWET,
    Doelgroep.Soort.PARTICIPATIEWET, Doelgroep.Soort.STATUSHOUDER, Doelgroep.Soort.STATUSHOUDER,
    Doelgroep.Soort.BANENAFSPRAAK, Doelgroep.Soort.JONGERE_ZONDER,
    Doelgroep.Soort.NIET_UITKERINGSGERECHTIGD,
)  # fmt: skip
BESTEMMINGEN = (
    Uitstroom.Bestemming.WERK_ZELFDE_BEDRIJF, Uitstroom.Bestemming.WERK_ZELFDE_BEDRIJF,
    Uitstroom.Bestemming.WERK_ANDER_BEDRIJF, Uitstroom.Bestemming.OPLEIDING,
    Uitstroom.Bestemming.GEEN_WERK, Uitstroom.Bestemming.WERKERVARINGSPLEK,
)  # fmt: skip


def tot_het_document(regio, levens: list[Levensloop]) -> None:
    """These people of the past, as far as goes without a worker."""
    actions.doelgroepgebruik_besluiten(
        door=regio.bas, aan=True, grondslag=GRONDSLAG, na=0, nu=regio.dagen_geleden(900)
    )
    for leven in levens:
        beleven(regio, leven)


def beleven(regio, leven: Levensloop) -> Traject:
    """One life, up to the order to issue."""
    traject = verhalen.aanmelden(regio, leven)
    if leven.verwijzer == 0:
        _doelgroepen(regio, leven, traject)
    if leven.strandt == "aangemeld":
        return _stoppen(regio, leven, traject, leven.op_dag(4))
    actions.intake_beginnen(
        traject=traject, door=coordinator(regio, leven), nu=dag(regio, leven, 5)
    )
    if leven.strandt == "intake":
        return _stoppen(regio, leven, traject, leven.op_dag(6))
    return na_de_intake(regio, leven, traject)


def na_de_intake(regio, leven, traject) -> Traject:
    """From the choice of the route on; here a next step begins too."""
    verhalen.route_kiezen(regio, leven, traject)
    if leven.strandt == "match":
        return _stoppen(regio, leven, traject, leven.op_dag(16))
    kwalificatie = verhalen.match(regio, leven, traject)
    verhalen.plan(regio, leven, traject, kwalificatie)
    if leven.strandt:
        return _stoppen(regio, leven, traject, leven.op_dag(17))
    verhalen.overeenkomst(regio, leven, traject)
    verhalen.starten(regio, leven, traject)
    if leven.verwijzer in (0, WERKBEDRIJF):
        actions.jobcoach_koppelen(
            traject=vers(traject), door=coordinator(regio, leven), jobcoach=regio.noor,
            nu=dag(regio, leven, 21),
        )  # fmt: skip
    _leren(regio, leven, traject)
    if leven.stand == "gestopt":
        _stoppen(regio, leven, traject, leven.wacht + leven.stopt_na)
    elif leven.stand != "actief":
        einde.eindigen(regio, leven, traject)
    if leven.stand in ("gestopt", "nazorg"):
        erna(regio, leven, traject)
    return traject


def na_het_document(regio, levens: list[Levensloop]) -> None:
    """Handed over on its day, and how it went on. Whoever has that already, is left alone."""
    for leven in levens:
        traject = Traject.objects.filter(
            kandidaat__naam=leven.naam, status=Status.BIJ_EXAMENCOMMISSIE
        ).first()
        if traject and is_uitgegeven(traject):
            with transaction.atomic():
                verklaringen.uitreiken(
                    traject=traject, door=coordinator(regio, leven), plaats="Voorbeeldstad",
                    nu=dag(regio, leven, 207),
                )  # fmt: skip
                erna(regio, leven, traject)


def erna(regio, leven, traject) -> None:
    """Where somebody went, the next step, and the questions of the nazorg."""
    toeval = random.Random(f"erna {leven.naam} {leven.dagen}")  # noqa: S311  no secret
    traject = vers(traject)
    verder = leven.gaat_verder and traject.status == Status.UITGEREIKT
    if traject.status == Status.UITGEREIKT:
        bestemming = Uitstroom.Bestemming.VOLGEND_TRAJECT if verder else toeval.choice(BESTEMMINGEN)
        actions.uitstroom_vastleggen(
            traject=traject, door=coordinator(regio, leven), bestemming=bestemming,
            nu=dag(regio, leven, 208),
        )  # fmt: skip
        actions.nazorg_beginnen(traject=traject, nu=dag(regio, leven, 208))
    if verder:
        _vervolgen(regio, leven, traject, toeval)
    navragen(regio, leven, vers(traject))


def _vervolgen(regio, leven, traject, toeval) -> None:
    dagen = leven.dagen - leven.op_dag(208) - toeval.randint(5, 90)
    if dagen < 30:
        return
    naar = Route.DIPLOMA
    if leven.route == Route.PRAKTIJKVERKLARING and leven.crebo == "25180":
        naar = Route.CERTIFICAAT
    stap = Levensloop(
        leven.naam, leven.crebo, leven.bedrijf, "actief", dagen, verwijzer=leven.verwijzer,
        route=naar, taal=leven.taal, gemeente=leven.gemeente, wacht=25, nawerk=35,
        duur=160 if naar == Route.CERTIFICAAT else 240,
    )  # fmt: skip
    kwalificatie = verhalen.kwalificatie_van(stap.crebo)
    certificaat = verhalen.certificaat_van(stap)
    nieuw = actions.vervolgen(
        traject=vers(traject), door=coordinator(regio, leven),
        doel=rules.Doel(naar, kwalificatie, certificaat), nu=dag(regio, stap, 0),
    )  # fmt: skip
    na_de_intake(regio, _hoe_het_ging(stap), nieuw)


def _hoe_het_ging(stap: Levensloop) -> Levensloop:
    if stap.klaar + SLOT < stap.dagen:
        return replace(stap, stand="nazorg")
    if stap.dagen < stap.wacht + 20:
        return replace(stap, stand="niet_gestart", strandt="match", reden="andere_route")
    return stap


def _doelgroepen(regio, leven, traject) -> None:
    toeval = random.Random(f"doelgroep {leven.naam}")  # noqa: S311  no secret
    hoofd = toeval.choice(DOELGROEPEN)
    soorten = {hoofd}
    if hoofd == Doelgroep.Soort.STATUSHOUDER:
        soorten.add(Doelgroep.Soort.PARTICIPATIEWET)
    actions.doelgroepen_vastleggen(
        traject=traject, door=regio.klantmanagers[0], soorten=soorten, hoofd=hoofd, na=0,
        nu=dag(regio, leven, 3),
    )  # fmt: skip


def _leren(regio, leven, traject) -> None:
    """One sign-off per werkproces, evenly over the time there was; the first ones in two steps."""
    opleider = regio.opleiders[leven.bedrijf][0]
    regels = list(traject.planregels.geldig().select_related("plaatsing"))
    tot = leven.stopt_na or min(leven.duur, leven.dagen - leven.wacht) - 2
    for nummer, regel in enumerate(regels):
        klaar = leven.duur * (nummer + 1) // (len(regels) + 1)
        if klaar >= tot:
            return
        if nummer < 2:
            _tekenen(regio, leven, regel, opleider, Niveau.MET_HULP, klaar // 2)
        _tekenen(regio, leven, regel, opleider, Niveau.ZELFSTANDIG, klaar)


def _tekenen(regio, leven, regel, opleider, niveau, na_start):
    aftekenen(regio, leven, regel, opleider, niveau, 20 + 150 * max(na_start, 1) // leven.duur)


def _stoppen(regio, leven, traject, dagen) -> Traject:
    moment = regio.dagen_geleden(leven.dagen - dagen)
    actions.stoppen(
        traject=vers(traject), door=coordinator(regio, leven), reden_code=leven.reden,
        nu=min(timezone.localtime(moment).replace(hour=15, minute=0), regio.nu),
    )  # fmt: skip
    return traject
