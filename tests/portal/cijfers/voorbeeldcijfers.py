"""Voorbeeldcijfers, niet echt: veilige tabellen die elke soort grafiek iets te zeggen geven."""

from datetime import date

from portal.cijfers.kleine_aantallen import Hierarchie, publiceren
from portal.cijfers.publiek import Publiek
from portal.cijfers.tabellen import Maat, Rij, Sleutel, Telling, VeiligeTabel

PEILDATUM = date(2026, 9, 30)
BRON = "registratie van de praktijktrajecten in dit portaal"


def cellen(aantallen, publiek=Publiek.EIGEN, **soort):
    """`{waarde: (teller, noemer, kwartielen)}` als veilige cellen, per waarde."""
    tellingen = [
        Telling(
            indicator=soort.get("indicator", "I01"),
            periode=soort.get("periode", "2026"),
            dimensie="iets",
            waarde=waarde,
            teller=rest[0],
            noemer=rest[1] if len(rest) > 1 else None,
            kwartielen=rest[2] if len(rest) > 2 else None,
        )
        for waarde, rest in aantallen.items()
    ]
    veilig = publiceren(tellingen, publiek, Hierarchie(), gemeenten=4)
    return {sleutel.waarde: cel for sleutel, cel in veilig.items()}


def tabel(naam, titel, conclusie, kolommen, rijen, maat=Maat.AANTAL, kopkolom="Stap", **meer):
    return VeiligeTabel(
        naam=naam,
        titel=titel,
        conclusie=conclusie,
        kopkolom=kopkolom,
        kolommen=kolommen,
        rijen=tuple(Rij(kop, tuple(rij)) for kop, rij in rijen),
        peildatum=PEILDATUM,
        maat=maat,
        **({"bron": BRON} | meer),
    )


def trechter():
    stappen = {
        "Aangemeld": (120,),
        "Intake gehad": (97, 120),
        "Geplaatst bij een leerbedrijf": (71, 97),
        "Gestart": (64, 71),
        "Klaar met een document": (41, 64),
        "Werk na 12 maanden, van wie al een jaar klaar is en antwoord gaf": (3, 21),
    }
    veilig = cellen(stappen)
    return tabel(
        "trechter",
        "Hoe ver mensen komen, januari tot en met september 2026",
        "Van 120 aanmeldingen startten er 64.",
        ("Aantal",),
        [(stap, [veilig[stap]]) for stap in stappen],
    )


def doorlooptijd():
    dagen = {
        "Van aanmelding tot intake": (97, None, (6, 11, 19)),
        "Van intake tot plaatsing": (71, None, (14, 34, 62)),
        "Van plaatsing tot start": (64, None, (7, 12, 21)),
        "Van start tot document, diploma bbl": (4, None, (180, 300, 400)),
    }
    veilig = cellen(dagen, indicator="I06")
    return tabel(
        "doorlooptijd",
        "Hoe lang elke stap duurt, 2026",
        "Van intake tot plaatsing duurt het langst: de helft wacht 34 dagen of meer.",
        ("Mediaan",),
        [(stap, [veilig[stap]]) for stap in dagen],
        Maat.DAGEN,
    )


KWARTALEN = [f"K{nummer} {jaar}" for jaar in (2024, 2025, 2026) for nummer in (1, 2, 3, 4)][3:11]


def kwartalen(met_regio=True):
    eigen = dict(zip(KWARTALEN, (12, 15, 3, 18, 22, 19, 27, 31), strict=True))
    regio = dict(zip(KWARTALEN, (40, 45, 52, 47, 7, 61, 66, 72), strict=True))
    rij = cellen({naam: (aantal,) for naam, aantal in eigen.items()})
    ernaast = cellen({naam: (aantal,) for naam, aantal in regio.items()}, Publiek.PARTNER)
    return tabel(
        "gestart-per-kwartaal",
        "Gestarte trajecten per kwartaal",
        "In het derde kwartaal van 2026 startten 31 mensen, het meeste in twee jaar.",
        ("Deventer", "Rest van de regio") if met_regio else ("Deventer",),
        [(k, [rij[k], ernaast[k]] if met_regio else [rij[k]]) for k in KWARTALEN],
        kopkolom="Kwartaal",
    )


def cohort():
    momenten = {
        "3 maanden na het einde": (22, 11, 8),
        "6 maanden na het einde": (19, 9, 13),
        "12 maanden na het einde": (6, 5, 2),
        "24 maanden na het einde": (0, 0, 0),
    }
    delen = ("Werk van 12 uur of meer", "Geen werk", "Onbekend")
    rijen = []
    for moment, aantallen in momenten.items():
        veilig = cellen(dict(zip(delen, ((a,) for a in aantallen), strict=True)))
        rijen.append((moment, [veilig[deel] for deel in delen]))
    return tabel(
        "werk-na-het-einde",
        "Wie werkt er na het traject, gestopt in 2025",
        "Zes maanden na het einde werken er 19; van 13 is het onbekend.",
        delen,
        rijen,
        kopkolom="Moment",
    )


def doelgroepen():
    eigen = {
        "Participatiewet-uitkering": (34, 80),
        "WW": (11, 24),
        "Statushouder of inburgeraar": (8, 23),
        "Werkend zonder startkwalificatie": (3, 9),
        "Alle deelnemers": (61, 140),
    }
    regio = {
        "Participatiewet-uitkering": (210, 455, (3800, 4600, 5400)),
        "WW": (64, 122, (4100, 5200, 6000)),
        "Statushouder of inburgeraar": (70, 180, (2900, 3900, 4700)),
        "Werkend zonder startkwalificatie": (40, 66, (5000, 6100, 7000)),
        "Alle deelnemers": (400, 850, (4000, 4700, 5300)),
    }
    links = cellen(eigen, indicator="I16")
    rechts = cellen(regio, Publiek.PARTNER, indicator="I16")
    return tabel(
        "werk-per-doelgroep",
        "Werk na 12 maanden, per doelgroep",
        "Van de mensen met een Participatiewet-uitkering werkt 43% na een jaar, in de regio 46%.",
        ("Deventer", "Regio"),
        [(naam, [links[naam], rechts[naam]]) for naam in eigen],
        Maat.AANDEEL,
        kopkolom="Doelgroep",
    )


def leeg():
    return tabel("leeg", "Gestarte trajecten", "Er is nog niemand gestart.", ("Aantal",), [])


SLEUTEL = Sleutel("I01", "2026")
