"""Kok and the certificaat C0021, with codes and titles as in the dossier and the certificaat."""

from datetime import timedelta

from django.utils import timezone

from tests import factories as f
from tests.trajecten import stappen
from trajecten import actions
from trajecten import models as m

C0021 = {
    ("C1-K1", "Bereidt gerechten (deels)"): {
        "C1-K1-W1": "Maakt mise en place",
        "C1-K1-W2": "Bereidt gerechten en componenten",
        "C1-K1-W3": "Werkt gerechten voor de uitgifte af",
        "C1-K1-W4": "Maakt werkruimtes, gereedschappen en machines in de keuken schoon",
    },
    ("C1-K2", "Ontvangt keukenvoorraden en slaat ze op"): {
        "C1-K2-W1": "Ontvangt keukenvoorraden en slaat ze op",
        "C1-K2-W2": "Slaat geleverde producten op",
    },
}
CODES = [code for werkprocessen in C0021.values() for code in werkprocessen]


def kok():
    """25180 Kok, niveau 2, with B1-K1-W1 to W7."""
    kwalificatie = f.kwalificatie(
        "25180", "Kok", niveau=2, dossier=f.dossier("23110", "Keuken"),
        bevestigd_door="A. Beheer", bevestigd_op=timezone.now(), geldig_vanaf="2020-08-01",
    )  # fmt: skip
    for nummer in range(1, 8):
        f.werkproces(f"B1-K1-W{nummer}", f"Werkproces {nummer} van de kok", kwalificatie)
    return kwalificatie


def koken():
    """C0021 Koken in de horeca, with its six werkprocessen."""
    certificaat = f.certificaat(kwalificatie=kok())
    for (kerntaak, titel), werkprocessen in C0021.items():
        for code, naam in werkprocessen.items():
            certificaat.werkprocessen.get_or_create(
                code=code, titel=naam, kerntaak_code=kerntaak, kerntaak_titel=titel
            )
    return certificaat


def gematcht(lid, praktijkopleider, **velden):
    """A traject to a certificaat, in plan: kok, leerbedrijf and praktijkopleider are chosen."""
    certificaat, bedrijf = koken(), praktijkopleider.leerbedrijf
    if not bedrijf.erkenningen.filter(crebo="25180").exists():
        f.erkenning(bedrijf, "25180")
    f.mag_uitgeven(lid.organisatie, "25180")
    traject = f.traject(
        m.Status.MATCH, instelling=lid.organisatie, coordinator=lid, kwalificatie=None,
        route="certificaat", kandidaat=f.kandidaat("Tarik Voorbeeld"), **velden,
    )  # fmt: skip
    actions.matchen(
        traject=traject, door=lid, kwalificatie=certificaat.kwalificatie, leerbedrijf=bedrijf,
        begeleiders=[praktijkopleider],
    )  # fmt: skip
    return stappen.vers(traject)


def met_periode(lid, praktijkopleider, begin=None, **velden):
    """With C0021 and a period in the plan; the werkprocessen come next."""
    traject = gematcht(lid, praktijkopleider, **velden)
    begin = begin or timezone.localdate()
    actions.plannen(
        traject=traject, door=lid, kwalificatie=traject.kwalificatie, certificaat=koken(),
        begin=begin, eind=begin + timedelta(days=180), uren_per_week=20, uren_totaal=500,
    )  # fmt: skip
    return stappen.vers(traject)


def gepland(lid, praktijkopleider, **velden):
    """With all werkprocessen of C0021 in the plan, and enrolled."""
    traject = met_periode(lid, praktijkopleider, **velden)
    keuzes = [(traject.kwalificatie, proces) for proces in koken().werkprocessen.all()]
    bevestigd = ["uitvoerbaar:25180"]
    actions.werkprocessen_kiezen(traject=traject, door=lid, keuzes=keuzes, bevestigd=bevestigd)
    begin = traject.plaatsingen.get().begin
    actions.inschrijven(traject=traject, door=lid, studentnummer="S-2002", op=begin)
    return stappen.vers(traject)
