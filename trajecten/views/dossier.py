"""The parts of the traject page: its steps, what happened, and what else can be done."""

from itertools import chain

from django.utils import timezone

from .. import rules
from ..models import (
    GEEINDIGD,
    Eindoordeel,
    GestoptReden,
    NietGestartReden,
    Plaatsing,
    Planregel,
    Route,
    Status,
)  # fmt: skip

HOOFDSTAPPEN = [
    ("Aanmelding", Status.AANGEMELD),
    ("Intake", Status.INTAKE),
    ("Leerbedrijf", Status.MATCH),
    ("Praktijkleerplan", Status.PLAN),
    ("Overeenkomst", Status.POK_TER_ONDERTEKENING),
    ("Leren op het werk", Status.ACTIEF),
    ("Eindbeoordeling", Status.EINDBEOORDELING),
    ("Oordeel van de school", Status.SCHOOLOORDEEL),
    ("Verklaring tekenen", Status.VERKLARING_TER_ONDERTEKENING),
    ("Examencommissie", Status.BIJ_EXAMENCOMMISSIE),
    ("Uitgereikt", Status.UITGEREIKT),
    ("Nazorg", Status.NAZORG),
]
EINDOORDEEL = {
    Eindoordeel.Oordeel.JA: "ja",
    Eindoordeel.Oordeel.NEE: "nee, nog niet",
    Eindoordeel.Oordeel.NIET_AANGEBODEN: "niet aangeboden",
}
EENMALIG = {
    "inschrijving": "Ingeschreven",
    "verzoek": "Verzoek om de mbo-verklaring",
    "uitstroom": "Hoe het verder ging",
}
REDENEN = dict(GestoptReden.choices) | dict(NietGestartReden.choices)

VOOR_DE_START = ["uitnodigen", "kaart", "stoppen"]
ANDERE_STAPPEN = {
    Status.AANGEMELD: ["stoppen"],
    Status.INTAKE: VOOR_DE_START,
    Status.MATCH: ["match", "intake", *VOOR_DE_START],
    Status.PLAN: ["plan", "inschrijven", "overeenkomst", "praktijkopleiders", *VOOR_DE_START],
    Status.POK_TER_ONDERTEKENING: ["overeenkomst", "praktijkopleiders", *VOOR_DE_START],
    Status.ACTIEF: [
        "papier", "verzoek", "praktijkopleiders", "eindbeoordeling", "uitnodigen", "kaart",
        "herplaatsen", "onderbreken", "stoppen",
    ],
    Status.ONDERBROKEN: ["eindbeoordeling", "herplaatsen", "verzoek", "stoppen"],
    Status.EINDBEOORDELING: [
        "papier", "gegevens", "verzoek", "praktijkopleiders", "stoppen",
    ],
    Status.SCHOOLOORDEEL: [
        "document", "schooloordeel", "gegevens", "verzoek", "terugsturen", "stoppen",
    ],
    Status.VERKLARING_TER_ONDERTEKENING: ["verzoek", "stoppen"],
    Status.BIJ_EXAMENCOMMISSIE: ["document", "besluiten", "stoppen"],
    Status.UITGEREIKT: ["document", "uitstroom"],
    Status.NAZORG: ["document", "uitstroom"],
    Status.GESTOPT: ["stop_herstellen", "verzoek", "eindbeoordeling", "uitstroom"],
    Status.NIET_GESTART: ["stop_herstellen"],
}  # fmt: skip


def andere_stappen(traject, zet) -> list[str]:
    """What the school can do besides the one primary button; nothing that is done already."""
    gedaan = {"verzoek"} if hasattr(traject, "verzoek") else set()
    if hasattr(traject, "uitstroom"):
        gedaan.add("uitstroom")
    if traject.status == Status.GESTOPT and "verzoek" not in gedaan:
        gedaan.add("eindbeoordeling")
    if zet.stap == "uitgeven":
        gedaan |= {"document", "besluiten"}  # the primary button leads to the document
    stappen = [*ANDERE_STAPPEN.get(traject.status, []), *_met_examens(traject)]
    return [stap for stap in stappen if stap != zet.stap and stap not in gedaan]


def _met_examens(traject) -> list[str]:
    """What only a route with exams knows."""
    if traject.route in ("", Route.PRAKTIJKVERKLARING) or traject.status in GEEINDIGD:
        return []
    return ["vrijstellingen"]


def planregels(traject, lid) -> list:
    """The plan with its levels, and `vrijgesteld`: what the examencommissie exempted."""
    regels = Planregel.objects.zichtbaar_voor(lid).geldig().filter(traject=traject)
    codes = {} if traject.route == Route.PRAKTIJKVERKLARING else rules.vrijgestelde_codes(traject)
    regels = list(regels.with_aftekeningen().prefetch_related("eindoordelen"))
    for regel in regels:
        regel.vrijgesteld = "" if regel.extra else codes.get(regel.code, "")
    return regels


def tijdlijn(traject) -> list[dict]:
    """The main steps with the day each began; a step that was skipped has no day."""
    begonnen = {}
    for overgang in traject.overgangen.all():
        begonnen[overgang.naar] = overgang.op
    nu = Status.ACTIEF if traject.status == Status.ONDERBROKEN else traject.status
    volgorde = [status for _, status in HOOFDSTAPPEN]
    hier = volgorde.index(nu) if nu in volgorde else _laatste_bereikt(volgorde, begonnen, traject)
    stappen = [
        {"titel": titel, "op": begonnen.get(status) if plek <= hier else None,
         "staat": "klaar" if plek < hier else "nu" if plek == hier else "later"}
        for plek, (titel, status) in enumerate(HOOFDSTAPPEN)
    ]  # fmt: skip
    if traject.status in GEEINDIGD:
        einde = {"titel": traject.get_status_display().capitalize(), "op": traject.status_sinds}
        stappen = [
            *(stap | {"staat": "klaar"} for stap in stappen[: hier + 1]),
            einde | {"staat": "nu"},
        ]
    return stappen


def _laatste_bereikt(volgorde, begonnen, traject):
    return max((plek for plek, status in enumerate(volgorde) if status in begonnen), default=0)


def plaatsingen(traject, lid):
    """The places of this traject that this lid sees, with who guides, newest first."""
    return (
        Plaatsing.objects.zichtbaar_voor(lid)
        .geldig()
        .filter(traject=traject)
        .select_related("leerbedrijf")
        .prefetch_related("begeleidingen__lid__gebruiker")
        .order_by("-pk")
    )


def geschiedenis(traject) -> list[dict]:
    """Everything that is recorded, newest first: day, what, who, and the reason or words."""
    return sorted(
        chain(_overgangen(traject), _feiten(traject), _voortgang(traject)),
        key=lambda regel: (regel["dag"], regel["moment"]),
        reverse=True,
    )


def _regel(moment, dag, wat, wie="", tekst="", bron=""):
    return {"moment": moment, "dag": dag, "wat": wat, "wie": wie, "tekst": tekst, "bron": bron}


def _overgangen(traject):
    for rij in traject.overgangen.select_related("door__gebruiker"):
        reden = ". ".join(filter(None, [REDENEN.get(rij.reden_code, ""), rij.toelichting]))
        wat = f"Stap: {rij.get_naar_display()}"
        wie = rij.door.naam if rij.door else ""
        yield _regel(rij.op, timezone.localdate(rij.op), wat, wie, reden)


def _feiten(traject):
    """One line per recorded fact of the school and the examencommissie."""
    soorten = [
        (traject.intakes, lambda rij: ("Intake", rij.route_reden)),
        (traject.schooloordelen, _schooloordeel),
        (traject.besluiten, lambda rij: (f"Besluit: {rij.get_uitkomst_display()}", rij.reden)),
        (traject.kandidaat.identiteiten, lambda rij: ("Officiële gegevens gecontroleerd", "")),
    ]
    for reeks, beschrijven in soorten:
        for feit in reeks.select_related("door__gebruiker", "namens__gebruiker"):
            yield _feit(feit, *beschrijven(feit))
    for naam, wat in EENMALIG.items():
        if hasattr(traject, naam):
            feit = getattr(traject, naam)
            yield _feit(feit, wat, _bij(feit))


def _bij(feit):
    for naam in ("bestemming", "wijze"):
        if hasattr(feit, naam):
            return getattr(feit, f"get_{naam}_display")()
    return feit.studentnummer


def _schooloordeel(rij):
    uitkomst = "positief" if rij.positief else "nog niet positief"
    return f"Schooloordeel: {uitkomst}", rij.motivering


def _voortgang(traject):
    """Aftekeningen and eindoordelen, also those taken back, with the code of the werkproces."""
    planregels = traject.planregels.with_aftekeningen().prefetch_related(
        "eindoordelen__door__gebruiker", "eindoordelen__namens__gebruiker"
    )
    for planregel in planregels:
        for feit in planregel.aftekeningen.all():
            terug = " (teruggenomen)" if feit.is_ingetrokken else ""
            wat = f"{planregel.code}: {feit.get_niveau_display()}{terug}"
            yield _feit(feit, wat, feit.toelichting)
        for feit in planregel.eindoordelen.all():
            wat = f"{planregel.code}: eindoordeel {EINDOORDEEL[feit.oordeel]}"
            yield _feit(feit, wat, feit.toelichting)


def _feit(feit, wat, tekst=""):
    bron = "" if feit.bron == "portaal" else feit.get_bron_display()
    return _regel(feit.vastgelegd_op, feit.gebeurd_op, wat, feit.van.naam, tekst, bron)
