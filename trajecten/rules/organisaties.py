"""Which organisatie may be added."""

from ..models import BIJ_ORGANISATIE, Gemeente, Organisatie, Rol

EERSTE_ROL = {
    Organisatie.Soort.INSTELLING: Rol.COORDINATOR,
    Organisatie.Soort.REGIO: Rol.AANMELDPUNT,
}


def eerste_rol(soort: str) -> Rol:
    """De rol van het eerste lid als er geen genoemd is: wie verwijst is klantmanager."""
    return EERSTE_ROL.get(Organisatie.Soort(soort), Rol.KLANTMANAGER)


def bezwaar_tegen_organisatie_toevoegen(
    *, soort: str, naam: str, rol: str, gemeente: Gemeente | None, regio_id: int | None, brin: str
) -> str:
    """Waarom deze organisatie er niet bij kan; leeg als het kan."""
    soorten = Organisatie.Soort
    if rol not in BIJ_ORGANISATIE:
        return f"De rol {rol} hoort niet bij een organisatie."
    if brin and soort != soorten.INSTELLING:
        return "Alleen een school heeft een BRIN."
    if soort == soorten.GEMEENTE and not gemeente:
        return "Noem de gemeentecode (GM en vier cijfers)."
    if soort == soorten.REGIO and not regio_id:
        return "Noem de arbeidsmarktregio van dit aanmeldpunt."
    bestaand = Organisatie.objects.filter(soort=soort, naam__iexact=naam)
    if soort == soorten.GEMEENTE:
        bestaand = Organisatie.objects.filter(soort=soort, gemeente=gemeente)
    if brin:
        bestaand = Organisatie.objects.filter(brin=brin)
    if bestaand.filter(leden__isnull=False).exists():
        return f"{bestaand.first()} staat er al, met leden. Laat een lid de nieuwe uitnodigen."
    return ""
