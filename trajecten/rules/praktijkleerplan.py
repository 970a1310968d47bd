"""What may stand in a praktijkleerplan. Source: WEB 7.2.8 lid 2 and 4."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from ..models import (
    Eindoordeel,
    Kwalificatie,
    Leerweg,
    Lidmaatschap,
    Plaatsing,
    Status,
    Traject,
    Werkproces,
)
from .kwalificaties import bezwaar_tegen_kwalificatie, waarschuwing_bij_kwalificatie
from .leerbedrijven import (
    bezwaar_tegen_erkenning,
    bezwaar_tegen_werkprocessen_bij,
    waarschuwing_bij_werkprocessen,
)
from .plaatsingen import bezwaar_tegen_coordineren, lopende_plaatsing

Keuze = tuple[Kwalificatie, Werkproces]


@dataclass(frozen=True)
class Waarschuwing:
    """Iets dat mag, maar dat iemand eerst leest en op eigen naam bevestigt."""

    sleutel: str
    tekst: str


def bezwaar_tegen_uitgeven_door_school(traject: Traject, crebo: str, op: date) -> str:
    """MagUitgeven: private scholen, en elke school in de derde leerweg [WEB 1.4.1 lid 1, 1a]."""
    school = traject.instelling
    if school.bekostigd and traject.leerweg != Leerweg.DERDE_LEERWEG:
        return ""
    if school.mag_uitgeven.geldig_op(op).filter(crebo=crebo, leerweg=traject.leerweg).exists():
        return ""
    return (
        f"{school.naam} mag op {op:%d-%m-%Y} niets uitgeven voor crebo {crebo} in de leerweg "
        f"{traject.get_leerweg_display()}. Kies een andere opleiding, of laat beheer de "
        "diploma-erkenning van de school nakijken."
    )


def bezwaar_tegen_plannen(
    traject: Traject, lid: Lidmaatschap, kwalificatie: Kwalificatie, begin: date, eind: date
) -> str:
    """Op de startdatum te kiezen, de school mag uitgeven, en het leerbedrijf is erkend."""
    if bezwaar := bezwaar_tegen_coordineren(traject, lid, Status.PLAN):
        return bezwaar
    if eind < begin:
        return f"De einddatum is vóór de startdatum. Kies een datum na {begin:%d-%m-%Y}."
    if bezwaar := bezwaar_tegen_kwalificatie(kwalificatie, begin):
        return bezwaar
    if kwalificatie.einde_opleiding and eind > kwalificatie.einde_opleiding:
        return (
            f"{kwalificatie} stopt op {kwalificatie.einde_opleiding:%d-%m-%Y}. "
            "Kies een eerdere einddatum."
        )
    if bezwaar := bezwaar_tegen_uitgeven_door_school(traject, kwalificatie.crebo, begin):
        return bezwaar
    plaatsing = lopende_plaatsing(traject)
    return bezwaar_tegen_erkenning(plaatsing.leerbedrijf, kwalificatie.crebo, timezone.localdate())


def bezwaar_tegen_werkprocessen_kiezen(
    traject: Traject, lid: Lidmaatschap, keuzes: Collection[Keuze], op: date
) -> str:
    """Minstens een van de eigen kwalificatie; elk hoort bij zijn crebo en is hier te leren."""
    if bezwaar := bezwaar_tegen_coordineren(traject, lid, Status.PLAN):
        return bezwaar
    plaatsing = lopende_plaatsing(traject)
    if plaatsing.begin is None:
        return "Kies eerst de opleiding en de periode."
    for crebo in {kwalificatie.crebo for kwalificatie, _ in keuzes}:
        if bezwaar := bezwaar_tegen_erkenning(plaatsing.leerbedrijf, crebo, op):
            return bezwaar
    return bezwaar_tegen_keuzes(plaatsing, keuzes)


def bezwaar_tegen_keuzes(plaatsing: Plaatsing, keuzes: Collection[Keuze]) -> str:
    """De keuze zelf: iets van de eigen kwalificatie, en elk werkproces op zijn plaats."""
    traject = plaatsing.traject
    if not any(kwalificatie == traject.kwalificatie for kwalificatie, _ in keuzes):
        return f"Kies ten minste één werkproces van {traject.kwalificatie}."
    for kwalificatie, werkprocessen in per_kwalificatie(keuzes).items():
        if bezwaar := _bezwaar_tegen_keuze(plaatsing, kwalificatie, werkprocessen):
            return bezwaar
    return ""


def _bezwaar_tegen_keuze(
    plaatsing: Plaatsing, kwalificatie: Kwalificatie, werkprocessen: Iterable[Werkproces]
) -> str:
    traject = plaatsing.traject
    if bezwaar := bezwaar_tegen_kwalificatie(kwalificatie, plaatsing.begin):
        return bezwaar
    eigen = set(kwalificatie.werkprocessen().values_list("pk", flat=True))
    if vreemd := [proces for proces in werkprocessen if proces.pk not in eigen]:
        return f"{vreemd[0]} hoort niet bij {kwalificatie}."
    if kwalificatie != traject.kwalificatie:
        hoofd = set(traject.kwalificatie.werkprocessen().values_list("pk", flat=True))
        if dubbel := [proces for proces in werkprocessen if proces.pk in hoofd]:
            return f"{dubbel[0]} hoort al bij {traject.kwalificatie}. Kies het daar."
    return bezwaar_tegen_werkprocessen_bij(
        plaatsing.leerbedrijf, kwalificatie.crebo, [proces.code for proces in werkprocessen]
    )


def waarschuwingen_bij_kiezen(traject: Traject, keuzes: Iterable[Keuze]) -> list[Waarschuwing]:
    """Wat iemand op naam bevestigt: herkomst van titels, onbekend uitvoerbaar, al bewezen."""
    keuzes = list(keuzes)
    leerbedrijf = lopende_plaatsing(traject).leerbedrijf
    gevonden = []
    for kwalificatie, werkprocessen in per_kwalificatie(keuzes).items():
        gevonden += waarschuwingen_bij_kwalificatie(kwalificatie)
        codes = [proces.code for proces in werkprocessen]
        if tekst := waarschuwing_bij_werkprocessen(leerbedrijf, kwalificatie.crebo, codes):
            gevonden.append(
                Waarschuwing(f"uitvoerbaar:{kwalificatie.crebo}", f"{kwalificatie}: {tekst}")
            )
    return gevonden + _al_bewezen(traject, [proces for _, proces in keuzes])


def waarschuwingen_bij_kwalificatie(kwalificatie: Kwalificatie) -> list[Waarschuwing]:
    """Titels uit de startgegevens, en een geldigheid die niemand kent."""
    if kwalificatie.bevestigd_op:
        return []
    if kwalificatie.is_startgegeven:
        tekst = f"{kwalificatie}: {waarschuwing_bij_kwalificatie(kwalificatie)}"
        return [Waarschuwing(f"startgegevens:{kwalificatie.crebo}", tekst)]
    if kwalificatie.geldig_vanaf is None:
        tekst = f"{kwalificatie}: wanneer deze opleiding geldt is niet bekend."
        return [Waarschuwing(f"geldigheid:{kwalificatie.crebo}", tekst)]
    return []


def waarschuwing_uitvoerbaar(kwalificatie: Kwalificatie) -> Waarschuwing:
    """Als nog niet bekend is welk leerbedrijf of welke werkprocessen: kijk het na."""
    tekst = f"{kwalificatie}: kijk na of elk werkproces bij dit leerbedrijf geleerd kan worden."
    return Waarschuwing(f"uitvoerbaar:{kwalificatie.crebo}", tekst)


def _al_bewezen(traject: Traject, werkprocessen: list[Werkproces]) -> list[Waarschuwing]:
    """Elders bevestigd mag opnieuw in een plan (stapelen)."""
    codes = (
        Eindoordeel.objects.filter(
            planregel__traject__kandidaat=traject.kandidaat_id,
            planregel__werkproces__in=werkprocessen,
            oordeel=Eindoordeel.Oordeel.JA,
        )
        .exclude(planregel__plaatsing=lopende_plaatsing(traject))
        .values_list("planregel__code", flat=True)
    )
    if not (bewezen := sorted(set(codes))):
        return []
    tekst = f"{opsomming(bewezen)} is eerder al met ja beoordeeld, op een andere leerplek."
    return [Waarschuwing("bewezen", tekst)]


def bezwaar_tegen_inschrijven(traject: Traject, lid: Lidmaatschap, op: date) -> str:
    """Inschrijven kan tot de overeenkomst is opgesteld, en niet pas na de start."""
    if bezwaar := bezwaar_tegen_coordineren(traject, lid, Status.MATCH, Status.PLAN):
        return bezwaar
    plaatsing = lopende_plaatsing(traject)
    if plaatsing and plaatsing.begin and op > plaatsing.begin:
        return (
            f"De inschrijving is na de start op {plaatsing.begin:%d-%m-%Y}. Kies een eerdere dag."
        )
    return ""


def per_kwalificatie(keuzes: Iterable[Keuze]) -> dict[Kwalificatie, list[Werkproces]]:
    """De gekozen werkprocessen per kwalificatie, in de volgorde van de keuze."""
    groepen: dict[Kwalificatie, list[Werkproces]] = {}
    for kwalificatie, proces in keuzes:
        groepen.setdefault(kwalificatie, []).append(proces)
    return groepen


def opsomming(woorden: list[str]) -> str:
    """Woorden achter elkaar met een "en" voor het laatste."""
    *eerste, laatste = woorden
    return f"{', '.join(eerste)} en {laatste}" if eerste else laatste
