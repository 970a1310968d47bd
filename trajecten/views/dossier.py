"""The parts of the traject page: its steps, what happened, and what else can be done."""

from itertools import chain

from django.utils import timezone

from .. import rules
from ..models import (
    GEEINDIGD,
    VOOR_START,
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

VOOR_DE_START = ["jobcoach", "uitnodigen", "kaart", "stoppen"]
ANDERE_STAPPEN = {
    Status.AANGEMELD: ["stoppen"],
    Status.INTAKE: ["intake", *VOOR_DE_START],
    Status.MATCH: ["match", "intake", *VOOR_DE_START],
    Status.PLAN: ["plan", "inschrijven", "overeenkomst", "praktijkopleiders", *VOOR_DE_START],
    Status.POK_TER_ONDERTEKENING: ["overeenkomst", "praktijkopleiders", *VOOR_DE_START],
    Status.ACTIEF: [
        "papier", "verzoek", "praktijkopleiders", "jobcoach", "eindbeoordeling", "uitnodigen",
        "kaart", "herplaatsen", "onderbreken", "vervolg", "stoppen",
    ],
    Status.ONDERBROKEN: ["jobcoach", "eindbeoordeling", "herplaatsen", "verzoek", "stoppen"],
    Status.EINDBEOORDELING: [
        "papier", "gegevens", "verzoek", "praktijkopleiders", "jobcoach", "stoppen",
    ],
    Status.SCHOOLOORDEEL: [
        "document", "schooloordeel", "gegevens", "verzoek", "terugsturen", "stoppen",
    ],
    Status.VERKLARING_TER_ONDERTEKENING: ["verzoek", "stoppen"],
    Status.BIJ_EXAMENCOMMISSIE: ["document", "besluiten", "stoppen"],
    Status.UITGEREIKT: ["nazorg_beginnen", "jobcoach", "document", "uitstroom", "vervolg"],
    Status.NAZORG: ["jobcoach", "document", "uitstroom", "vervolg", "afsluiten"],
    Status.AFGESLOTEN: ["document", "vervolg"],
    Status.GESTOPT: [
        "stop_herstellen", "verzoek", "eindbeoordeling", "nazorg_beginnen", "jobcoach", "uitstroom",
        "vervolg",
    ],
    Status.NIET_GESTART: ["stop_herstellen"],
}  # fmt: skip
ALLEEN_MET_BPV = {
    "papier", "praktijkopleiders", "herplaatsen", "eindbeoordeling", "schooloordeel", "terugsturen",
}  # fmt: skip
ZONDER_BPV = {Status.ACTIEF: "Lessen en examens", Status.SCHOOLOORDEEL: "Voordracht maken"}
STAPPEN_VAN_BPV = {
    Status.MATCH, Status.PLAN, Status.POK_TER_ONDERTEKENING, Status.EINDBEOORDELING,
}  # fmt: skip
# The portal issues a mbo-verklaring only; a certificaat or diploma the school makes itself.
MET_DOCUMENTEN = {
    Status.BIJ_EXAMENCOMMISSIE, Status.UITGEREIKT, Status.NAZORG, Status.AFGESLOTEN,
    Status.DOORGESTROOMD,
}  # fmt: skip


def andere_stappen(traject, zet) -> list[str]:
    """What the school can do besides the one primary button; nothing that is done already."""
    gedaan = {"verzoek"} if hasattr(traject, "verzoek") else set()
    if hasattr(traject, "uitstroom"):
        gedaan.add("uitstroom")
    if traject.status == Status.NAZORG and rules.bezwaar_tegen_afsluiten(traject, None):
        gedaan.add("afsluiten")
    if traject.status == Status.GESTOPT and "verzoek" not in gedaan:
        gedaan.add("eindbeoordeling")
    if zet.stap == "uitgeven":
        gedaan |= {"document", "besluiten"}  # the primary button leads to the document
    stappen = [*met_resultaten(traject), *ANDERE_STAPPEN.get(traject.status, [])]
    if met_voordracht(traject):
        gedaan |= {"verzoek"} | ({"besluiten"} if zet.stap == "voordracht_uitreiken" else set())
        stappen = ["voordragen" if stap == "document" else stap for stap in stappen]
    if not rules.met_bpv(traject):
        gedaan |= ALLEEN_MET_BPV
    return [stap for stap in stappen if stap != zet.stap and stap not in gedaan]


def met_voordracht(traject) -> bool:
    """A diploma or certificaat has a voordracht in place of a mbo-verklaring."""
    return traject.route in (Route.CERTIFICAAT, Route.DIPLOMA)


def met_documenten(traject) -> bool:
    """From here on the register can hold something of this traject, also what is valid no more."""
    return not met_voordracht(traject) and traject.status in MET_DOCUMENTEN


def met_resultaten(traject) -> list[str]:
    """From the start on: results of lessons and exams; exemptions on a route with exams only."""
    stappen = [] if traject.status in VOOR_START else ["onderdelen"]
    if not met_voordracht(traject) or traject.status in GEEINDIGD:
        return stappen
    return [*stappen, "vrijstellingen"]


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
    hoofdstappen = _hoofdstappen(traject)
    volgorde = [status for _, status in hoofdstappen]
    hier = volgorde.index(nu) if nu in volgorde else _laatste_bereikt(volgorde, begonnen, traject)
    stappen = [
        {"titel": titel, "op": begonnen.get(status) if plek <= hier else None,
         "staat": "klaar" if plek < hier else "nu" if plek == hier else "later"}
        for plek, (titel, status) in enumerate(hoofdstappen)
    ]  # fmt: skip
    if traject.status in GEEINDIGD:
        einde = {"titel": traject.get_status_display().capitalize(), "op": traject.status_sinds}
        stappen = [
            *(stap | {"staat": "klaar"} for stap in stappen[: hier + 1]),
            einde | {"staat": "nu"},
        ]
    return stappen


def _hoofdstappen(traject) -> list[tuple[str, str]]:
    """A diploma or certificaat has nothing to sign at the end."""
    if not met_voordracht(traject):
        return HOOFDSTAPPEN
    stappen = [stap for stap in HOOFDSTAPPEN if stap[1] != Status.VERKLARING_TER_ONDERTEKENING]
    if rules.met_bpv(traject):
        return stappen
    return [
        (ZONDER_BPV.get(status, titel), status)
        for titel, status in stappen
        if status not in STAPPEN_VAN_BPV
    ]


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
        (traject.verbeteringen, lambda rij: ("Verbetering gevraagd", rij.toelichting)),
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
