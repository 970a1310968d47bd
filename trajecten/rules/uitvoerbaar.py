"""Which werkprocessen can be learned at a leerbedrijf, as SBB knows it. Source: WEB 7.2.8 lid 4.

SBB says it per code of the dossier. A werkproces of a certificaat has a code of its own: what SBB
says of it goes first, and else what SBB says of the werkproces that is the same work.
"""

from collections.abc import Iterable

from ..models import (
    Certificaatdekking,
    Certificaatwerkproces,
    Kwalificatie,
    Leerbedrijf,
    Werkproces,
)

Proces = Werkproces | Certificaatwerkproces
JA, NEE, ONBEKEND = "ja", "nee", "onbekend"


def uitvoerbaarheid(
    leerbedrijf: Leerbedrijf, kwalificatie: Kwalificatie, processen: Iterable[Proces]
) -> dict[str, str]:
    """Per code "ja", "nee" of "onbekend": of dit werkproces hier geleerd kan worden."""
    processen = list(processen)
    dekkingen = _dekkingen(kwalificatie, processen)
    gedekt = [dekking.werkproces.code for rijen in dekkingen.values() for dekking in rijen]
    stand = leerbedrijf.uitvoerbaarheid(
        kwalificatie.crebo, [*(proces.code for proces in processen), *gedekt]
    )
    return {
        proces.code: _via_dekking(stand[proces.code], dekkingen.get(proces.code, []), stand)
        for proces in processen
    }


def _dekkingen(
    kwalificatie: Kwalificatie, processen: list[Proces]
) -> dict[str, list[Certificaatdekking]]:
    """Per code of a certificaat the same work in the dossier of this kwalificatie."""
    eigen = [proces for proces in processen if isinstance(proces, Certificaatwerkproces)]
    if not eigen:
        return {}
    rijen = Certificaatdekking.objects.filter(
        certificaatwerkproces__in=eigen, werkproces__kerntaak__dossier=kwalificatie.dossier_id
    ).select_related("certificaatwerkproces", "werkproces")
    per_code: dict[str, list[Certificaatdekking]] = {}
    for rij in rijen:
        per_code.setdefault(rij.certificaatwerkproces.code, []).append(rij)
    return per_code


def _via_dekking(eigen: str, dekkingen: list[Certificaatdekking], stand: dict[str, str]) -> str:
    """Ja als al het gelijke werk kan, nee als er een niet kan.

    Vraagt het dossier meer dan het certificaat (`deels`), dan zegt een nee daar nog niets.
    """
    if eigen != ONBEKEND or not dekkingen:
        return eigen
    kan = [
        ONBEKEND if dekking.deels and stand[dekking.werkproces.code] == NEE
        else stand[dekking.werkproces.code]
        for dekking in dekkingen
    ]  # fmt: skip
    if NEE in kan:
        return NEE
    return ONBEKEND if ONBEKEND in kan else JA


def bezwaar_tegen_werkprocessen_bij(
    leerbedrijf: Leerbedrijf, kwalificatie: Kwalificatie, processen: Iterable[Proces]
) -> str:
    """Welke werkprocessen hier volgens SBB niet geleerd kunnen worden; leeg als dat er geen is."""
    stand = uitvoerbaarheid(leerbedrijf, kwalificatie, processen)
    nee = [code for code, kan in stand.items() if kan == NEE]
    if not nee:
        return ""
    return f"Dit kan hier niet geleerd worden: {', '.join(nee)}. Haal dit uit het plan."


def waarschuwing_bij_werkprocessen(
    leerbedrijf: Leerbedrijf, kwalificatie: Kwalificatie, processen: Iterable[Proces]
) -> str:
    """Van welke werkprocessen SBB niet zegt of ze hier kunnen; een waarschuwing, geen stop."""
    stand = uitvoerbaarheid(leerbedrijf, kwalificatie, processen)
    onbekend = [code for code, kan in stand.items() if kan == ONBEKEND]
    if not onbekend:
        return ""
    return f"Niet bekend of dit hier kan: {', '.join(onbekend)}. Vraag het aan het leerbedrijf."
