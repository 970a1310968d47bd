"""Which step a traject may take."""

from ..models import OVERGANGEN, Traject


def overgang_mag(traject: Traject, naar: str) -> bool:
    """Of de stap in de tabel van wettige overgangen staat."""
    return naar in OVERGANGEN[traject.status]


def bezwaar_tegen_overgang(traject: Traject, naar: str) -> str:
    """Alleen de tabel; de regel van de stap zelf staat bij de actie die hem zet."""
    if overgang_mag(traject, naar):
        return ""
    return (
        f"Dit traject is nu '{traject.get_status_display()}'. "
        f"Van daaruit kan het niet naar '{Traject.Status(naar).label}'."
    )
