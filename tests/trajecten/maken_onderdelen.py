"""Kwalificaties with their kerntaken, and what a school decided: to judge results against."""

from datetime import date

from tests import factories as f
from trajecten import models as m


def kwalificatie(niveau=2, kerntaken=("B1-K1", "P2-K1")):
    """A kwalificatie of this niveau, of its own dossier, with these kerntaken."""
    crebo = {1: "25743", 2: "25960", 3: "25959", 4: "25998"}[niveau]
    dossier = f.dossier(f"2338{niveau}", f"Dossier {niveau}")
    kwal = f.kwalificatie(crebo, f"Opleiding {niveau}", niveau, "P2", dossier=dossier)
    for code in kerntaken:
        f.werkproces(f"{code}-W1", "Voert uit", kwal)
    return kwal


def diplomatraject(niveau=2, begin=date(2025, 8, 1), kerntaken=("B1-K1", "P2-K1"), **velden):
    """A running traject to the diploma, with its inschrijving."""
    school = velden.get("instelling") or f.instelling()
    fatima = velden.get("coordinator") or f.lid(
        m.Rol.COORDINATOR, "Fatima Voorbeeld", organisatie=school
    )
    velden = {
        "route": m.Route.DIPLOMA, "leerweg": m.Leerweg.BBL, "instelling": school,
        "coordinator": fatima, "kwalificatie": kwalificatie(niveau, kerntaken),
    } | velden  # fmt: skip
    traject = f.traject(**velden)
    if begin:
        inschrijving(traject, begin)
    return traject


def inschrijving(traject, op=date(2025, 8, 1)):
    return m.Inschrijving.objects.create(
        traject=traject, studentnummer="1", gebeurd_op=op, door=traject.coordinator
    )


def schoolregels(school, door, **velden):
    velden = {"besloten_door": "Directie", "gebeurd_op": date(2026, 9, 1)} | velden
    volgnummer = school.schoolregels.count() + 1
    return school.schoolregels.create(volgnummer=volgnummer, door=door, **velden)


def vrijstelling(traject, uitkomst="verleend", verzoek=None, **besluit):
    """A request, decided unless `uitkomst` is empty; `verzoek` holds the fields of the request."""
    rij = f.vrijstellingsverzoek(traject, **(verzoek or {}))
    if uitkomst:
        f.vrijstellingsbesluit(rij, traject.coordinator, uitkomst, **besluit)
    return rij


def certificaat_c0021():
    """Koken in de horeca beside Kok (25180): six werkprocessen, laid next to those of Kok."""
    kok = f.kwalificatie("25180", "Kok", 2, "", dossier=f.dossier("23085", "Keuken"))
    koken = f.certificaat(kwalificatie=kok)
    paren = {
        "C1-K1-W1": "B1-K1-W2", "C1-K1-W2": "B1-K1-W4", "C1-K1-W3": "B1-K1-W5",
        "C1-K1-W4": "B1-K1-W6", "C1-K2-W1": "B1-K2-W2", "C1-K2-W2": "B1-K2-W3",
    }  # fmt: skip
    for code, van_kok in paren.items():
        rij = koken.werkprocessen.create(
            kerntaak_code=code[:5], kerntaak_titel="Bereidt gerechten", code=code, titel="Kookt"
        )
        rij.dekkingen.create(werkproces=f.werkproces(van_kok, "Kookt", kok))
    return koken
