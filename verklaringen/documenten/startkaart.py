"""De startkaart: één blad voor op de werkvloer. Wie komt, welke taken, wie helpt, hoe het eindigt.

Nooit erop: telefoon van de kandidaat, verwijzer, uitkering, geboortegegevens, intake.
"""

from typing import TypedDict

from django.conf import settings

from trajecten.models import Plaatsing, Route

from .drukken import dag, drukken

SJABLOONVERSIE = "startkaart-1"
TAKEN_HOOGUIT = 20  # what two columns hold, so that the card stays one page


class Helper(TypedDict):
    """Someone to call; `telefoon` is "" when the portal has none."""

    naam: str
    wat: str
    telefoon: str


class Inhoud(TypedDict):
    """The card of one plaatsing. Dates are ISO, or "" when not agreed yet."""

    traject: str
    kandidaat: str
    voornaam: str
    kwalificatie: str
    leerbedrijf: str
    begin: str
    eind: str
    uren_per_week: int | None
    taken: list[str]
    meer_taken: int
    helpers: list[Helper]
    met_blad: bool  # whether a praktijkverklaring follows, which both sign


def inhoud(plaatsing: Plaatsing) -> Inhoud:
    """The card as things are agreed now; the taken in plain words."""
    traject = plaatsing.traject
    regels = list(plaatsing.planregels.geldig().select_related("werkproces"))
    return Inhoud(
        traject=traject.nummer,
        kandidaat=traject.kandidaat.naam,
        voornaam=traject.kandidaat.voornaam,
        kwalificatie=f"{traject.kwalificatie.naam}, niveau {traject.kwalificatie.niveau}",
        leerbedrijf=str(plaatsing.leerbedrijf),
        begin=plaatsing.begin.isoformat() if plaatsing.begin else "",
        eind=plaatsing.eind.isoformat() if plaatsing.eind else "",
        uren_per_week=plaatsing.uren_per_week,
        taken=[regel.uitleg for regel in regels[:TAKEN_HOOGUIT]],
        meer_taken=max(0, len(regels) - TAKEN_HOOGUIT),
        helpers=_helpers(plaatsing),
        met_blad=traject.route == Route.PRAKTIJKVERKLARING,
    )


def _helpers(plaatsing: Plaatsing) -> list[Helper]:
    begeleidingen = plaatsing.begeleidingen.filter(tot=None).select_related("lid__gebruiker")
    helpers = [
        Helper(naam=b.lid.naam, wat="praktijkopleider", telefoon=b.lid.gebruiker.telefoon)
        for b in begeleidingen
    ]
    traject = plaatsing.traject
    school, coordinator = traject.instelling, traject.coordinator
    if coordinator:
        telefoon = coordinator.gebruiker.telefoon or school.telefoon
        wat = f"mbo-coördinator, {school.naam}"
        helpers.append(Helper(naam=coordinator.naam, wat=wat, telefoon=telefoon))
    else:
        helpers.append(Helper(naam=school.naam, wat="school", telefoon=school.telefoon))
    return helpers


def drukwerk(inhoud: Inhoud):
    """Werkdocument van één blad, om op te hangen of mee te nemen."""
    return drukken(
        "startkaart",
        kop="Startkaart",
        voet=f"{inhoud['traject']} · {inhoud['kandidaat']}",
        b=inhoud,
        begin=dag(inhoud["begin"]) if inhoud["begin"] else None,
        eind=dag(inhoud["eind"]) if inhoud["eind"] else None,
        takenparen=_in_twee_kolommen(inhoud["taken"]),
        adres=settings.BASIS_URL.partition("//")[2],
    )


def _in_twee_kolommen(taken: list[str]) -> list[tuple[str, str]]:
    """Pairs that read down the left column first, then down the right one."""
    helft = (len(taken) + 1) // 2
    rechts = [*taken[helft:], ""]
    return list(zip(taken[:helft], rechts, strict=False))
