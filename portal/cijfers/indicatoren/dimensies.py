"""By what a figure may be broken down, and how that stands in a row of facts."""

from datetime import date, timedelta
from enum import StrEnum

from django.db.models import Case, CharField, F, Value, When
from django.db.models.functions import Concat


class Dimensie(StrEnum):
    """Eén uitsplitsing. De route staat apart: die mag naast elke uitsplitsing gekozen worden."""

    NIVEAU = "niveau"
    SECTOR = "sector"
    KWALIFICATIE = "kwalificatie"
    LEERBEDRIJF = "leerbedrijf"
    VERWIJZER = "verwijzer"
    VERWIJZER_SOORT = "verwijzer_soort"
    DOELGROEP = "doelgroep"
    GEMEENTE = "gemeente"
    INSTELLING = "instelling"
    # These divide the teller; the noemer stays that of the whole.
    REDEN = "reden"
    KLASSE = "klasse"
    STOPMAAND = "stopmaand"
    DOCUMENT = "document"
    WAAR = "waar"
    STAP = "stap"
    # And these divide who counts, as the first ones do.
    UITKERING = "uitkering"
    VAN = "van"


TITELS = {
    Dimensie.NIVEAU: "Niveau",
    Dimensie.SECTOR: "Sector",
    Dimensie.KWALIFICATIE: "Kwalificatie",
    Dimensie.LEERBEDRIJF: "Leerbedrijf",
    Dimensie.VERWIJZER: "Verwijzer",
    Dimensie.VERWIJZER_SOORT: "Soort verwijzer",
    Dimensie.DOELGROEP: "Doelgroep",
    Dimensie.GEMEENTE: "Gemeente",
    Dimensie.INSTELLING: "School",
    Dimensie.REDEN: "Reden",
    Dimensie.KLASSE: "Hoe lang al",
    Dimensie.STOPMAAND: "Maand van stoppen",
    Dimensie.DOCUMENT: "Document",
    Dimensie.WAAR: "Waar",
    Dimensie.UITKERING: "Uitkering",
    Dimensie.STAP: "Van en naar",
    Dimensie.VAN: "Van",
}
VERDEELT_TELLER = frozenset(
    {
        Dimensie.REDEN, Dimensie.KLASSE, Dimensie.STOPMAAND, Dimensie.DOCUMENT, Dimensie.WAAR,
        Dimensie.STAP,
    }
)  # fmt: skip
# May say something about somebody's life: shown only where the group is large enough.
GEVOELIG = frozenset({Dimensie.REDEN, Dimensie.DOELGROEP, Dimensie.UITKERING, Dimensie.WAAR})
# Recorded by who referred: never for a school, and not in a total of the region.
ALLEEN_VERWIJZER = frozenset({Dimensie.DOELGROEP})

WACHTKLASSEN = (("0-14", 14), ("15-42", 42), ("43-90", 90), ("90+", None))  # days


def uitdrukking(dimensie: Dimensie, voor_soort: str, peildatum: date, maand: int):
    """Expression over a `Trajectfeit` that gives the value of this dimension."""
    match dimensie:
        case Dimensie.DOELGROEP:
            # A gemeente reads what gemeenten wrote down, never what the UWV did.
            eigen = When(verwijzer_soort=voor_soort, then=F("hoofddoelgroep"))
            return Case(eigen, default=Value(""), output_field=CharField())
        case Dimensie.KLASSE:
            return _wachtklasse(peildatum)
        case Dimensie.STAP:
            return Concat("stap", Value(">"), "volgende_stap", output_field=CharField())
        case Dimensie.VAN:
            return F("stap")
        case Dimensie.WAAR | Dimensie.UITKERING:
            return F(f"{dimensie.value}_{maand}")
    return F(dimensie.value)


def _wachtklasse(peildatum: date) -> Case:
    gevallen = [
        When(aangemeld_op__gte=peildatum - timedelta(days=dagen), then=Value(klasse))
        for klasse, dagen in WACHTKLASSEN
        if dagen is not None
    ]
    return Case(*gevallen, default=Value(WACHTKLASSEN[-1][0]), output_field=CharField())
