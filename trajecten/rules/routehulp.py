"""The route helper: five questions, a proposal with its reason. It proposes, people decide."""

from ..models import Route

VRAGEN = {
    "doel": (
        "Wat is nu het doel?",
        {
            "taken": "Een paar taken leren",
            "deel": "Een deel van een beroep",
            "beroep": "Een heel beroep",
        },
    ),
    "lessen": (
        "Kunnen lessen en toetsen nu?",
        {"nee": "Nog niet", "een_deel": "Een paar, met hulp", "ja": "Ja"},
    ),
    "taal": (
        "Is het Nederlands genoeg voor de lessen?",
        {"nee": "Nog niet", "met_hulp": "Met hulp", "ja": "Ja"},
    ),
    "tijd": (
        "Hoeveel tijd is er?",
        {"kort": "Tot 9 maanden", "jaar": "Ongeveer een jaar", "lang": "Langer dan een jaar"},
    ),
    "rekenen": (
        "Zijn taal en rekenen als schoolvak nu haalbaar?",
        {"nee": "Nog niet", "met_hulp": "Met hulp", "ja": "Ja"},
    ),
}


def routevoorstel(antwoorden: dict[str, str]) -> tuple[str, str]:
    """(route, reden in gewone taal) bij de antwoorden op VRAGEN; ontbreekt er een: ("", "").

    Design, geen wet: praktijkverklaring zolang lessen of taal nog niet gaan; diploma als alles
    kan en
    het doel een heel beroep is; anders mbo-certificaat.
    """
    if any(antwoorden.get(vraag) not in keuzes for vraag, (_, keuzes) in VRAGEN.items()):
        return "", ""
    if "nee" in (antwoorden["lessen"], antwoorden["taal"]):
        return (
            Route.PRAKTIJKVERKLARING,
            "Lessen en toetsen gaan nu nog niet. Leren op het werk wel.",
        )
    if antwoorden["doel"] == "taken" or antwoorden["tijd"] == "kort":
        return (
            Route.PRAKTIJKVERKLARING,
            "Het doel is klein of de tijd is kort. Een verdere stap kan later.",
        )
    if (antwoorden["doel"], antwoorden["tijd"]) == ("beroep", "lang") and antwoorden[
        "rekenen"
    ] != "nee":
        return Route.DIPLOMA, "Het doel is een heel beroep, en lessen, taal en rekenen kunnen."
    return Route.CERTIFICAAT, "Lessen kunnen, en het doel past bij een deel van een beroep."
