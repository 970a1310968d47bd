"""Which organisatie may be added, and what an instelling decides for itself."""

from datetime import date

from django.utils import timezone

from ..models import BIJ_ORGANISATIE, Gemeente, Inrichting, Lidmaatschap, Organisatie, Rol

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


def blad_van(instelling: Organisatie) -> str:
    """Welk blad de instelling laat tekenen: dat van SBB's Praktijkloket (RMD bijlage 10).

    Dat van dit portaal alleen als vastligt wie dat aanvaardde.
    """
    inrichting = Inrichting.objects.filter(organisatie=instelling).first()
    aanvaard = inrichting and inrichting.blad_besloten_door
    return inrichting.blad if inrichting and aanvaard else Inrichting.Blad.PRAKTIJKLOKET


def bezwaar_tegen_inrichten(instelling: Organisatie, lid: Lidmaatschap) -> str:
    """Alleen een mens van de school zelf schrijft op wat de school besloot."""
    if lid.rol not in (Rol.COORDINATOR, Rol.BEHEER) or lid.organisatie != instelling:
        return "Alleen een mbo-coördinator of beheer van de school legt dit vast."
    if instelling.soort != Organisatie.Soort.INSTELLING:
        return "Alleen een school kan dit kiezen."
    return ""


def bezwaar_tegen_blad_kiezen(
    instelling: Organisatie, lid: Lidmaatschap, besloten_op: date | None = None
) -> str:
    """De school zelf, na een besluit van haar examencommissie. Bron: RMD bijlage 10."""
    if bezwaar := bezwaar_tegen_inrichten(instelling, lid):
        return bezwaar
    if besloten_op and besloten_op > timezone.localdate():
        return "Deze dag is nog niet geweest. Kies vandaag of een eerdere dag."
    return ""
