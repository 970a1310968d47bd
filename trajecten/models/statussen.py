"""Routes, and the steps a traject can take: one table of what is legal."""

from django.db import models


class Route(models.TextChoices):
    PRAKTIJKVERKLARING = "praktijkverklaring", "praktijkverklaring"
    CERTIFICAAT = "certificaat", "mbo-certificaat"
    DIPLOMA = "diploma", "diploma"


class Leerweg(models.TextChoices):
    BOL = "bol", "bol"
    BBL = "bbl", "bbl"
    DERDE_LEERWEG = "derde_leerweg", "derde leerweg"


class Status(models.TextChoices):
    """Wie aan de beurt is. Eigen ontwerp."""

    AANGEMELD = "aangemeld", "aangemeld"
    INTAKE = "intake", "intake"
    MATCH = "match", "leerbedrijf zoeken"
    PLAN = "plan", "praktijkleerplan"
    POK_TER_ONDERTEKENING = "pok_ter_ondertekening", "overeenkomst tekenen"
    ACTIEF = "actief", "leert op het werk"
    ONDERBROKEN = "onderbroken", "onderbroken"
    EINDBEOORDELING = "eindbeoordeling", "eindbeoordeling"
    SCHOOLOORDEEL = "schooloordeel", "oordeel van de school"
    VERKLARING_TER_ONDERTEKENING = "verklaring_ter_ondertekening", "verklaring tekenen"
    BIJ_EXAMENCOMMISSIE = "bij_examencommissie", "bij de examencommissie"
    UITGEREIKT = "uitgereikt", "uitgereikt"
    NAZORG = "nazorg", "nazorg"
    AFGESLOTEN = "afgesloten", "afgesloten"
    DOORGESTROOMD = "doorgestroomd", "doorgestroomd"
    NIET_GESTART = "niet_gestart", "niet gestart"
    GESTOPT = "gestopt", "gestopt"


VOOR_START = (
    Status.AANGEMELD,
    Status.INTAKE,
    Status.MATCH,
    Status.PLAN,
    Status.POK_TER_ONDERTEKENING,
)
# The leerbedrijf hears who comes when the overeenkomst is drawn up, not while the school looks.
VOOR_OVEREENKOMST = (Status.AANGEMELD, Status.INTAKE, Status.MATCH, Status.PLAN)
LOPEND = (
    Status.ACTIEF, Status.ONDERBROKEN, Status.EINDBEOORDELING, Status.SCHOOLOORDEEL,
    Status.VERKLARING_TER_ONDERTEKENING, Status.BIJ_EXAMENCOMMISSIE,
)  # fmt: skip
# Here the question comes how it went on. Not after doorgestroomd: that goes on in a new traject.
NA_HET_EINDE = (Status.UITGEREIKT, Status.NAZORG, Status.GESTOPT, Status.AFGESLOTEN)
GEEINDIGD = (Status.NIET_GESTART, Status.GESTOPT, Status.DOORGESTROOMD, Status.AFGESLOTEN)

# What is not listed is illegal. Read by rules only.
OVERGANGEN = {
    Status.AANGEMELD: {Status.INTAKE, Status.NIET_GESTART},
    Status.INTAKE: {Status.MATCH, Status.ACTIEF, Status.NIET_GESTART},
    Status.MATCH: {Status.PLAN, Status.INTAKE, Status.NIET_GESTART, Status.GESTOPT},
    Status.PLAN: {Status.POK_TER_ONDERTEKENING, Status.MATCH, Status.NIET_GESTART, Status.GESTOPT},
    Status.POK_TER_ONDERTEKENING: {Status.ACTIEF, Status.PLAN, Status.NIET_GESTART, Status.GESTOPT},
    Status.ACTIEF: {
        Status.ONDERBROKEN, Status.MATCH, Status.EINDBEOORDELING, Status.GESTOPT,
        Status.DOORGESTROOMD,
    },
    Status.ONDERBROKEN: {Status.ACTIEF, Status.MATCH, Status.EINDBEOORDELING, Status.GESTOPT},
    Status.EINDBEOORDELING: {Status.SCHOOLOORDEEL, Status.ACTIEF, Status.GESTOPT},
    Status.SCHOOLOORDEEL: {
        Status.VERKLARING_TER_ONDERTEKENING, Status.BIJ_EXAMENCOMMISSIE, Status.EINDBEOORDELING,
        Status.ACTIEF, Status.GESTOPT,
    },
    Status.VERKLARING_TER_ONDERTEKENING: {
        Status.BIJ_EXAMENCOMMISSIE, Status.SCHOOLOORDEEL, Status.GESTOPT,
    },
    Status.BIJ_EXAMENCOMMISSIE: {
        Status.UITGEREIKT, Status.SCHOOLOORDEEL, Status.ACTIEF, Status.GESTOPT,
    },
    Status.UITGEREIKT: {Status.NAZORG},
    Status.NAZORG: {Status.AFGESLOTEN},
    Status.GESTOPT: {Status.EINDBEOORDELING, Status.NAZORG, Status.AFGESLOTEN},  # + where it was
    Status.NIET_GESTART: set(),  # only back to the previous status
    Status.DOORGESTROOMD: set(),
    Status.AFGESLOTEN: set(),
}  # fmt: skip
