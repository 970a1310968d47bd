"""What may stand in a praktijkleerplan. Source: WEB 7.2.8 lid 2 and 4."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils import timezone

from ..models import (
    Certificaat,
    Certificaatwerkproces,
    Eindoordeel,
    Kwalificatie,
    Leerweg,
    Lidmaatschap,
    Plaatsing,
    Route,
    Status,
    Traject,
    Werkproces,
)
from .kwalificaties import (
    bezwaar_tegen_certificaat,
    bezwaar_tegen_kwalificatie,
    waarschuwing_bij_kwalificatie,
)
from .leerbedrijven import bezwaar_tegen_erkenning
from .plaatsingen import bezwaar_tegen_coordineren, lopende_plaatsing
from .uitvoerbaar import (
    Proces,
    bezwaar_tegen_werkprocessen_bij,
    waarschuwing_bij_werkprocessen,
)

WEEKUREN_HOOGUIT, TOTAAL_HOOGUIT = 60, 5000
Keuze = tuple[Kwalificatie, Proces]


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
    traject: Traject,
    lid: Lidmaatschap,
    kwalificatie: Kwalificatie,
    begin: date,
    eind: date,
    certificaat: Certificaat | None = None,
) -> str:
    """Op de startdatum te kiezen, de school mag uitgeven, en het leerbedrijf is erkend."""
    if bezwaar := bezwaar_tegen_coordineren(traject, lid, Status.PLAN):
        return bezwaar
    if bezwaar := bezwaar_tegen_gekozen_certificaat(traject, certificaat, kwalificatie, begin):
        return bezwaar
    if bezwaar := bezwaar_tegen_periode(kwalificatie, begin, eind):
        return bezwaar
    if bezwaar := bezwaar_tegen_uitgeven_door_school(traject, kwalificatie.crebo, begin):
        return bezwaar
    plaatsing = lopende_plaatsing(traject)
    return bezwaar_tegen_erkenning(plaatsing.leerbedrijf, kwalificatie.crebo, timezone.localdate())


def bezwaar_tegen_periode(kwalificatie: Kwalificatie, begin: date, eind: date) -> str:
    """De opleiding geldt op de eerste dag en stopt niet voor de laatste."""
    if eind < begin:
        return f"De einddatum is vóór de startdatum. Kies een datum na {begin:%d-%m-%Y}."
    if bezwaar := bezwaar_tegen_kwalificatie(kwalificatie, begin):
        return bezwaar
    if kwalificatie.einde_opleiding and eind > kwalificatie.einde_opleiding:
        return (
            f"{kwalificatie} stopt op {kwalificatie.einde_opleiding:%d-%m-%Y}. "
            "Kies een eerdere einddatum."
        )
    return ""


def bezwaar_tegen_uren(begin: date, eind: date, uren_totaal: int) -> str:
    """Meer uren dan er weken voor zijn is een typefout."""
    weken = (eind - begin).days // 7 + 1
    if uren_totaal > weken * WEEKUREN_HOOGUIT:
        return f"Dit past niet in {weken} weken. Kijk de uren na."
    return ""


def bezwaar_tegen_gekozen_certificaat(
    traject: Traject, certificaat: Certificaat | None, kwalificatie: Kwalificatie, op: date
) -> str:
    """Bij de route certificaat een certificaat dat geldt en bij de opleiding hoort (WEB 7.2.3)."""
    if traject.route != Route.CERTIFICAAT:
        return ""
    if bezwaar := bezwaar_tegen_certificaat(certificaat, op):
        return bezwaar
    return bezwaar_tegen_certificaat_bij(kwalificatie, certificaat)


def bezwaar_tegen_certificaat_bij(
    kwalificatie: Kwalificatie, certificaat: Certificaat | None
) -> str:
    """Het certificaat is er een van deze opleiding, of van elke."""
    if certificaat and certificaat.crebo and certificaat.crebo != kwalificatie.crebo:
        return (
            f"{certificaat} hoort bij crebo {certificaat.crebo}, niet bij {kwalificatie}. "
            "Kies een ander certificaat of een andere opleiding."
        )
    return ""


def planbare_werkprocessen(traject: Traject, kwalificatie: Kwalificatie) -> list[Proces]:
    """Waaruit het plan gekozen wordt: het dossier, of het eigen certificaat als dat bekend is."""
    hoofd = traject.route == Route.CERTIFICAAT and kwalificatie == traject.kwalificatie
    eigen = traject.certificaat.werkprocessen.all() if hoofd and traject.certificaat else []
    return [*eigen] or [*kwalificatie.werkprocessen()]


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
    plaatsing: Plaatsing, kwalificatie: Kwalificatie, werkprocessen: Iterable[Proces]
) -> str:
    traject = plaatsing.traject
    if bezwaar := bezwaar_tegen_kwalificatie(kwalificatie, plaatsing.begin):
        return bezwaar
    eigen = set(planbare_werkprocessen(traject, kwalificatie))
    if vreemd := [proces for proces in werkprocessen if proces not in eigen]:
        return f"{vreemd[0]} hoort niet bij {_waar_het_bij_hoort(traject, kwalificatie)}."
    if kwalificatie != traject.kwalificatie:
        if traject.route == Route.CERTIFICAAT:
            return f"Het plan voor {traject.certificaat} heeft alleen eigen werkprocessen."
        hoofd = set(planbare_werkprocessen(traject, traject.kwalificatie))
        if dubbel := [proces for proces in werkprocessen if proces in hoofd]:
            return f"{dubbel[0]} hoort al bij {traject.kwalificatie}. Kies het daar."
    return bezwaar_tegen_werkprocessen_bij(plaatsing.leerbedrijf, kwalificatie, werkprocessen)


def _waar_het_bij_hoort(traject: Traject, kwalificatie: Kwalificatie) -> str:
    eigen = traject.route == Route.CERTIFICAAT and kwalificatie == traject.kwalificatie
    return str(eigen and traject.certificaat or kwalificatie)


def waarschuwingen_bij_kiezen(plaatsing: Plaatsing, keuzes: Iterable[Keuze]) -> list[Waarschuwing]:
    """Wat iemand op naam bevestigt: herkomst van titels, onbekend uitvoerbaar, al bewezen."""
    keuzes = list(keuzes)
    traject, leerbedrijf = plaatsing.traject, plaatsing.leerbedrijf
    gevonden = waarschuwingen_bij_certificaat(
        traject.certificaat if traject.route == Route.CERTIFICAAT else None
    )
    for kwalificatie, werkprocessen in per_kwalificatie(keuzes).items():
        gevonden += waarschuwingen_bij_kwalificatie(kwalificatie)
        if tekst := waarschuwing_bij_werkprocessen(leerbedrijf, kwalificatie, werkprocessen):
            gevonden.append(
                Waarschuwing(f"uitvoerbaar:{kwalificatie.crebo}", f"{kwalificatie}: {tekst}")
            )
    return gevonden + _al_bewezen(plaatsing, [proces for _, proces in keuzes])


def waarschuwingen_bij_certificaat(certificaat: Certificaat | None) -> list[Waarschuwing]:
    """Het portaal kent het certificaat, niet de delen ervan: iemand kiest die uit het dossier."""
    if certificaat is None or certificaat.werkprocessen.exists():
        return []
    tekst = (
        f"{certificaat}: het portaal kent de werkprocessen van dit certificaat niet. Kies uit de "
        "opleiding precies de werkprocessen die bij het certificaat horen."
    )
    return [Waarschuwing(f"certificaat:{certificaat.code}", tekst)]


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


def _al_bewezen(plaatsing: Plaatsing, processen: list[Proces]) -> list[Waarschuwing]:
    """Elders bevestigd mag opnieuw in een plan (stapelen)."""
    if plaatsing.traject.kandidaat_id is None:
        return []
    van_dossier = [proces for proces in processen if isinstance(proces, Werkproces)]
    van_certificaat = [proces for proces in processen if isinstance(proces, Certificaatwerkproces)]
    codes = (
        Eindoordeel.objects.filter(
            Q(planregel__werkproces__in=van_dossier)
            | Q(planregel__certificaatwerkproces__in=van_certificaat),
            planregel__traject__kandidaat=plaatsing.traject.kandidaat_id,
            oordeel=Eindoordeel.Oordeel.JA,
        )
        .exclude(planregel__plaatsing=plaatsing)
        .values_list("planregel__code", flat=True)
    )
    if not (bewezen := sorted(set(codes))):
        return []
    tekst = f"Eerder al met ja beoordeeld: {opsomming(bewezen)}. Dit mag opnieuw in het plan."
    return [Waarschuwing("bewezen", tekst)]


def bezwaar_tegen_inschrijven(traject: Traject, lid: Lidmaatschap, op: date) -> str:
    """Inschrijven kan tot de overeenkomst is opgesteld, en niet pas na de start."""
    if bezwaar := bezwaar_tegen_coordineren(traject, lid, Status.MATCH, Status.PLAN):
        return bezwaar
    plaatsing = lopende_plaatsing(traject)
    return bezwaar_tegen_dag_van_inschrijven(plaatsing.begin if plaatsing else None, op)


def bezwaar_tegen_dag_van_inschrijven(begin: date | None, op: date) -> str:
    """Wie begint met leren, is dan al ingeschreven."""
    if begin and op > begin:
        return f"De inschrijving is na de start op {begin:%d-%m-%Y}. Kies een eerdere dag."
    return ""


def per_kwalificatie(keuzes: Iterable[Keuze]) -> dict[Kwalificatie, list[Proces]]:
    """De gekozen werkprocessen per kwalificatie, in de volgorde van de keuze."""
    groepen: dict[Kwalificatie, list[Proces]] = {}
    for kwalificatie, proces in keuzes:
        groepen.setdefault(kwalificatie, []).append(proces)
    return groepen


def opsomming(woorden: list[str]) -> str:
    """Woorden achter elkaar met een "en" voor het laatste."""
    *eerste, laatste = woorden
    return f"{', '.join(eerste)} en {laatste}" if eerste else laatste
