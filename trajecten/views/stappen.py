"""The word on each button of the school, and where it goes: one table for every list and page."""

from dataclasses import dataclass

from django.urls import reverse

# stap -> (route name, text on the button). Later steps live in verklaringen.
STAPPEN = {
    "intake": ("trajecten:intake", "Doe de intake"),
    "match": ("trajecten:match", "Kies een leerbedrijf"),
    "erkenning_controleren": ("trajecten:erkenning_controleren", "Controleer de erkenning"),
    "plan": ("trajecten:plan", "Maak het plan"),
    "inschrijven": ("trajecten:inschrijven", "Schrijf in"),
    "overeenkomst": ("trajecten:overeenkomst", "Ga naar de overeenkomst"),
    "overeenkomst_ondertekenen": (
        "trajecten:overeenkomst_ondertekenen",
        "Bekijk de overeenkomst",
    ),
    "starten": ("trajecten:starten", "Start het traject"),
    "starten_zonder_bpv": ("trajecten:starten_zonder_bpv", "Start zonder leerbedrijf"),
    "afronden_zonder_bpv": ("trajecten:eindbeoordeling", "Rond de lessen en examens af"),
    "praktijkopleiders": ("trajecten:praktijkopleiders", "Kies een praktijkopleider"),
    "herplaatsen": ("trajecten:herplaatsen", "Zoek een ander bedrijf"),
    "onderbreken": ("trajecten:onderbreken", "Onderbreek"),
    "hervatten": ("trajecten:hervatten", "Ga verder"),
    "stoppen": ("trajecten:stoppen", "Stop het traject"),
    "stop_herstellen": ("trajecten:stop_herstellen", "Herstel een vergissing"),
    "onderdelen": ("trajecten:onderdelen", "Bekijk de resultaten"),
    "papier": ("trajecten:papier", "Neem papier over"),
    "uitnodigen": ("trajecten:uitnodigen", "Nodig iemand uit"),
    "kaart": ("trajecten:kaart", "Maak een kaart met code"),
    "eindbeoordeling": ("trajecten:eindbeoordeling", "Open de eindbeoordeling"),
    "terugsturen": ("trajecten:terugsturen", "Stuur terug"),
    "schooloordeel": ("trajecten:schooloordeel", "Geef het schooloordeel"),
    "gegevens": ("trajecten:gegevens", "Controleer de gegevens"),
    "verzoek": ("trajecten:verzoek", "Leg het verzoek vast"),
    "jobcoach": ("trajecten:jobcoach_koppelen", "Kies een jobcoach"),
    "bellen": ("trajecten:bellen", "Bel nu"),
    "nazorg_beginnen": ("trajecten:nazorg_beginnen", "Begin de nazorg"),
    "afsluiten": ("trajecten:afsluiten", "Sluit het traject af"),
    "uitstroom": ("trajecten:uitstroom", "Leg vast hoe het verdergaat"),
    "vervolg": ("trajecten:vervolg", "Volgende stap"),
    "vrijstellingen": ("trajecten:vrijstellingen", "Bekijk de vrijstellingen"),
    "vaststellen": ("verklaringen:ondertekening", "Stel de verklaring vast"),
    "ondertekening": ("verklaringen:ondertekening", "Ga naar het tekenen"),
    "document": ("verklaringen:ondertekening", "Bekijk het document"),
    "besluiten": ("verklaringen:besluiten", "Leg het besluit vast"),
    "voordragen": ("verklaringen:voordragen", "Ga naar de voordracht"),
    "voordracht_uitreiken": ("verklaringen:voordracht_uitreiken", "Leg de uitreiking vast"),
    "uitgeven": ("verklaringen:uitgeven", "Geef de verklaring uit"),
    "intrekken": ("verklaringen:intrekken", "Kijk en besluit"),
    "uitreiken": ("verklaringen:uitreiken", "Reik de verklaring uit"),
}
# No page of their own: the button itself is the form.
METEEN = {"hervatten", "nazorg_beginnen", "afsluiten"}


@dataclass(frozen=True)
class Knop:
    """One step to take; `meteen` when the button posts."""

    stap: str
    url: str
    tekst: str
    meteen: bool = False


def knop(stap: str, pk: int) -> Knop | None:
    """The button of a step for this traject; None for a step that is not the school's."""
    if stap not in STAPPEN:
        return None
    route, tekst = STAPPEN[stap]
    return Knop(stap, reverse(route, args=[pk]), tekst, stap in METEEN)


def knoppen(stappen, pk: int) -> list[Knop]:
    return [gevonden for stap in stappen if (gevonden := knop(stap, pk))]
