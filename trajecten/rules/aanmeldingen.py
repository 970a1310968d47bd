"""What may happen to an aanmelding before the intake."""

from ..models import (
    AANMELDING_OVERGANGEN,
    Aanmelding,
    Gemeente,
    Lidmaatschap,
    Organisatie,
    Rol,
    Traject,
)

NA_INTAKE = "De intake is begonnen. Vraag de school om dit te veranderen."


def bezwaar_tegen_gemeente(gemeente: Gemeente) -> str:
    """Een aanmelding gaat alleen naar een regio waar iemand haar leest."""
    punten = Lidmaatschap.objects.geldig().filter(rol=Rol.AANMELDPUNT)
    if punten.filter(organisatie__regio=gemeente.regio_id).exists():
        return ""
    return "In deze gemeente kan aanmelden hier nog niet. Bel de gemeente."


def in_handen_van_verwijzer(aanmelding: Aanmelding) -> bool:
    """Of de verwijzer nog mag corrigeren en intrekken: tot de intake begint."""
    if aanmelding.status == Aanmelding.Status.DOORGEZET:
        return aanmelding.traject.status == Traject.Status.AANGEMELD
    return aanmelding.status != Aanmelding.Status.INGETROKKEN


def bezwaar_tegen_corrigeren(aanmelding: Aanmelding, lid: Lidmaatschap) -> str:
    """Alleen de organisatie die aanmeldde, en alleen tot de intake."""
    if lid.rol != Rol.KLANTMANAGER or aanmelding.verwijzer_id != lid.organisatie_id:
        return "Alleen wie aanmeldde kan dit veranderen."
    if aanmelding.status == Aanmelding.Status.INGETROKKEN:
        return "Deze aanmelding is ingetrokken. Meld de persoon opnieuw aan."
    return "" if in_handen_van_verwijzer(aanmelding) else NA_INTAKE


def bezwaar_tegen_intrekken(aanmelding: Aanmelding, lid: Lidmaatschap) -> str:
    """Zelfde grens als corrigeren."""
    if aanmelding.status == Aanmelding.Status.INGETROKKEN:
        return "Deze aanmelding is al ingetrokken."
    return bezwaar_tegen_corrigeren(aanmelding, lid)


def bezwaar_tegen_stap(aanmelding: Aanmelding, lid: Lidmaatschap, naar: str) -> str:
    """Doorzetten en teruggeven: het aanmeldpunt van de regio, zolang de aanmelding daar ligt."""
    if lid.rol != Rol.AANMELDPUNT or aanmelding.gemeente.regio_id != lid.organisatie.regio_id:
        return "Alleen het aanmeldpunt van de regio doet dit."
    if naar not in AANMELDING_OVERGANGEN[aanmelding.status]:
        return f"Deze aanmelding is nu '{aanmelding.get_status_display()}'. Dit kan dan niet meer."
    return ""


def bezwaar_tegen_instelling(instelling: Organisatie) -> str:
    """Een aanmelding gaat alleen naar een school waar iemand haar leest."""
    if instelling.soort != Organisatie.Soort.INSTELLING:
        return "Kies een school."
    if not instelling.leden.geldig().filter(rol=Rol.COORDINATOR).exists():
        return f"{instelling.naam} heeft nog geen mbo-coördinator hier. Kies een andere school."
    return ""
