"""What somebody else recorded first, in words: half of every 409 page."""

from ..models import (
    Documentgegevens,
    Identiteit,
    Nazorgmeting,
    Nazorgpoging,
    Schooloordeel,
    Statusovergang,
    Traject,
    Uitstroom,
    Verzoek,
)  # fmt: skip


def eerder_in_woorden(eerder) -> dict:
    """Who recorded what and when: `wie`, `op` and `rijen` of (name, value)."""
    wie = getattr(eerder, "door", None)
    op = getattr(eerder, "vastgelegd_op", None) or getattr(eerder, "op", None)
    beschrijven = _WOORDEN.get(type(eerder), lambda feit: [])
    return {"wie": wie.naam if wie else "", "op": op, "rijen": beschrijven(eerder)}


def schooloordeel_rijen(oordeel):
    uitkomst = oordeel.get_optie_display() if oordeel.positief else "Nog niet positief"
    return [
        ("Oordeel", uitkomst), ("Waarom", oordeel.motivering), ("Datum", _dag(oordeel.gebeurd_op)),
    ]  # fmt: skip


def identiteit_rijen(rij):
    return [
        ("Voornamen", rij.voornamen),
        ("Achternaam", rij.achternaam),
        ("Geboren", f"{_dag(rij.geboortedatum)}, {rij.geboren_te}"),
    ]


def documentgegevens_rijen(rij):
    return [
        ("Uren", f"{rij.uren}{' (schatting)' if rij.uren_geschat else ''}"),
        ("Leerbedrijf", f"{rij.leerbedrijf_naam}, {rij.vestigingsplaats}"),
        ("Praktijkopleider", rij.praktijkopleider_naam),
    ]


def _dag(dag):
    return f"{dag:%d-%m-%Y}"


_WOORDEN = {
    Schooloordeel: schooloordeel_rijen,
    Identiteit: identiteit_rijen,
    Documentgegevens: documentgegevens_rijen,
    Verzoek: lambda rij: [("Hoe", rij.get_wijze_display()), ("Datum", _dag(rij.gebeurd_op))],
    Uitstroom: lambda rij: [
        ("Nu", rij.get_bestemming_display()), ("Datum", _dag(rij.gebeurd_op)),
    ],
    Statusovergang: lambda rij: [
        ("Stap", rij.get_naar_display()), ("Reden", rij.toelichting or "geen"),
    ],
    Nazorgmeting: lambda rij: [
        ("Antwoord", rij.in_woorden), ("Gezegd door", rij.get_antwoord_van_display()),
        ("Datum", _dag(rij.gebeurd_op)),
    ],
    Nazorgpoging: lambda rij: [("Gebeld", str(rij))],
    Traject: lambda rij: [("Stap", rij.get_status_display())],
}  # fmt: skip
