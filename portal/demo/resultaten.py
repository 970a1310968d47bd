"""A traject to a certificaat or diploma: lessons, exams, a vrijstelling, and the voordracht."""

from decimal import Decimal

from trajecten import actions
from trajecten.models import Onderdeel, Route, Woord
from verklaringen import actions as verklaringen

from .beeld import voorbeeldscan
from .verhalen import coordinator, dag, vers

EXAMENS = {"Mise en place": "7.2", "Bereiden": "6.8", "Afwerken": "5.9"}
LESSEN = ("Veilig werken in de keuken", "Voeding en hygiëne")
VOLDAAN = {"woord": Woord.VOLDAAN}


def behalen(regio, verhaal, traject):
    """The results of this story; who is not ready for the voordracht misses some."""
    nog_niet = verhaal.stand == "schooloordeel"
    if verhaal.route == Route.CERTIFICAAT:
        rijen = _certificaat("5.4" if nog_niet else "8.0")
    else:
        rijen = _diploma(vers(traject))[: -2 if nog_niet else None]
    _vastleggen(regio, verhaal, traject, rijen)


def ernaast(regio, verhaal, traject):
    """Exams beside the job, one of them not good enough: who sees that, the kandidaat decides."""
    rijen = [
        (Onderdeel.KERNTAAK, {"code": "B1-K1", "cijfer": Decimal(7)}),
        (Onderdeel.REKENEN, VOLDAAN),
        (Onderdeel.NEDERLANDS, {"cijfer": Decimal(5), "niveau": "2F"}),
    ]
    _vastleggen(regio, verhaal, traject, rijen)


def _vastleggen(regio, verhaal, traject, rijen):
    for nummer, (onderdeel, velden) in enumerate(rijen):
        op = dag(regio, verhaal, 60 + 7 * nummer)
        actions.resultaat_vastleggen(
            traject=vers(traject), door=coordinator(regio, verhaal), onderdeel=onderdeel,
            gebeurd_op=op.date(), nu=op, **velden,
        )  # fmt: skip


def _certificaat(laatste):
    lessen = [(Onderdeel.LES, {"naam": naam, **VOLDAAN}) for naam in LESSEN]
    examens = [
        (Onderdeel.CERTIFICAATEXAMEN, {"naam": naam, "cijfer": Decimal(cijfer)})
        for naam, cijfer in {**EXAMENS, "Schoonmaken": laatste}.items()
    ]
    return [*lessen, *examens]


def _diploma(traject):
    """Enough for the diploma of this niveau; the generic parts of niveau 1 and 2 only."""
    kerntaken = [
        (Onderdeel.KERNTAAK, {"code": taak.code, "cijfer": Decimal(7)})
        for taak in traject.kwalificatie.kerntaken()
    ]
    nederlands = {"cijfer": Decimal(6), "niveau": "2F"}
    rekenen = {"cijfer": Decimal(6), "niveau": "mbo-rekenniveau 2"}
    if traject.kwalificatie.niveau == 1:
        rekenen = VOLDAAN
    keuzedelen = [
        (Onderdeel.KEUZEDEEL, {"code": code, "cijfer": Decimal(7), "klokuren": 240})
        for code in ("K0022", "K0023")[: traject.kwalificatie.niveau]
    ]
    return [
        *kerntaken,
        *keuzedelen,
        (Onderdeel.LOOPBAAN, VOLDAAN),
        (Onderdeel.BURGERSCHAP, VOLDAAN),
        (Onderdeel.REKENEN, rekenen),
        (Onderdeel.NEDERLANDS, nederlands),
    ]


def vrijstelling_vragen(regio, verhaal, traject):
    """A request with evidence that waits for the examencommissie."""
    taak = vers(traject).kwalificatie.kerntaken()[0]
    actions.vrijstelling_vragen(
        traject=vers(traject),
        door=coordinator(regio, verhaal),
        onderdeel=Onderdeel.KERNTAAK,
        code=taak.code,
        naam=taak.titel,
        grond="Ik haalde deze kerntaak eerder, bij een andere opleiding.",
        bewijs=voorbeeldscan("Resultatenlijst van de vorige school"),
        omschrijving="Resultatenlijst van 2024",
        nu=dag(regio, verhaal, 90),
    )


def voordragen(regio, verhaal, traject):
    """The school proposes; the examencommissie decides; the school hands over what it made."""
    verklaringen.voordragen(
        traject=vers(traject), door=coordinator(regio, verhaal), nu=dag(regio, verhaal, 190)
    )
    if verhaal.stand == "bij_examencommissie":
        return
    verklaringen.besluiten(
        traject=vers(traject), door=regio.anne, uitkomst="toegekend", naam="Anne Voorbeeld",
        functie="voorzitter", plaats="Voorbeeldstad", nu=dag(regio, verhaal, 197),
    )  # fmt: skip
    op = dag(regio, verhaal, 207)
    verklaringen.voordracht_uitreiken(
        traject=vers(traject), door=coordinator(regio, verhaal), naam="Fatima Voorbeeld",
        plaats="Voorbeeldstad", gebeurd_op=op.date(), nu=op,
    )  # fmt: skip
