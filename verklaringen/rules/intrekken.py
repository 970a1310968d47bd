"""When an issued document may lose its validity: two people of the school. Source: WEB 7.4.6a."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from trajecten.models import Lidmaatschap, Rol, Traject
from trajecten.rules import is_coordinator_van

from ..models import Geldigheid, Intrekkingsvoorstel, Soort, Uitgifte

AL_INGETROKKEN = "Dit document is al ingetrokken."
WIE_BESLUIT = {
    Rol.COORDINATOR: "een andere mbo-coördinator van de school",
    Rol.EXAMENCOMMISSIE: "de examencommissie",
}


def wie_besluit(uitgifte: Uitgifte, voorsteller: Lidmaatschap) -> str:
    """Wie het voorstel bevestigt: de instelling, of bij een mbo-verklaring de examencommissie."""
    return WIE_BESLUIT[_beslisrol(uitgifte, voorsteller)]


def _beslisrol(uitgifte: Uitgifte, voorsteller: Lidmaatschap) -> Rol:
    """Een school met één mbo-coördinator vraagt haar examencommissie: twee mensen zijn het altijd.

    Dat de examencommissie dan ook over het blad gaat, is Eigen ontwerp.
    """
    if uitgifte.soort == Soort.MBO_VERKLARING:
        return Rol.EXAMENCOMMISSIE
    anderen = Lidmaatschap.objects.coordinatoren_van(uitgifte.traject.instelling_id)
    if anderen.exclude(gebruiker=voorsteller.gebruiker_id).exists():
        return Rol.COORDINATOR
    return Rol.EXAMENCOMMISSIE


def is_ingetrokken(uitgifte: Uitgifte) -> bool:
    return uitgifte.geldigheid == Geldigheid.INGETROKKEN


def open_voorstel(uitgifte: Uitgifte) -> Intrekkingsvoorstel | None:
    """Het voorstel dat op een tweede mens wacht, of None."""
    return uitgifte.voorstellen.open().select_related("door__gebruiker").first()


def bezwaar_tegen_intrekken_voorstellen(uitgifte: Uitgifte, lid: Lidmaatschap) -> str:
    """De school stelt het voor, één keer tegelijk. Vraagt een uitgifte met geldigheid."""
    if not is_coordinator_van(uitgifte.traject, lid):
        return "Alleen een mbo-coördinator van de school stelt voor om een document in te trekken."
    if is_ingetrokken(uitgifte):
        return AL_INGETROKKEN
    if voorstel := open_voorstel(uitgifte):
        return f"{voorstel.door.naam} stelde dit al voor. Wacht op het besluit erover."
    return ""


def bezwaar_tegen_intrekken(voorstel: Intrekkingsvoorstel, lid: Lidmaatschap) -> str:
    """Een ander mens dan wie het voorstelde, in de rol die erover gaat.

    Ook met een tweede rol bevestigt niemand het eigen voorstel.
    """
    uitgifte = voorstel.uitgifte
    wie = wie_besluit(uitgifte, voorstel.door)
    if voorstel.door.gebruiker_id == lid.gebruiker_id:
        return f"Jij stelde dit voor. Nu besluit {wie}."
    if not _gaat_erover(uitgifte.traject, _beslisrol(uitgifte, voorstel.door), lid):
        return f"Over dit voorstel besluit {wie}."
    return ""


def bezwaar_tegen_voorstel_afwijzen(voorstel: Intrekkingsvoorstel, lid: Lidmaatschap) -> str:
    """Wie mag bevestigen mag ook nee zeggen; wie het voorstelde mag het terugnemen."""
    if voorstel.door_id == lid.pk:
        return ""
    return bezwaar_tegen_intrekken(voorstel, lid)


def voorstellen_voor(lid: Lidmaatschap) -> QuerySet[Intrekkingsvoorstel]:
    """De open voorstellen waarover dit lid besluit; de eigen staan er nooit bij."""
    andere = Lidmaatschap.objects.coordinatoren_van(OuterRef("uitgifte__traject__instelling"))
    met_collega = Exists(andere.exclude(gebruiker=OuterRef("door__gebruiker")))
    blad = Q(uitgifte__soort=Soort.PRAKTIJKVERKLARING)
    over = {Rol.COORDINATOR: blad & met_collega, Rol.EXAMENCOMMISSIE: ~(blad & met_collega)}
    if lid.rol not in over:
        return Intrekkingsvoorstel.objects.none()
    voorstellen = Intrekkingsvoorstel.objects.zichtbaar_voor(lid).open()
    return voorstellen.filter(over[Rol(lid.rol)]).exclude(door__gebruiker=lid.gebruiker_id)


def _gaat_erover(traject: Traject, rol: str, lid: Lidmaatschap) -> bool:
    return lid.rol == rol and lid.organisatie_id == traject.instelling_id


def verwante_uitgiften(uitgifte: Uitgifte) -> QuerySet[Uitgifte]:
    """De andere documenten van dit traject: een mbo-verklaring noemt haar bladen, en andersom."""
    verwant = Uitgifte.objects.with_geldigheid().filter(traject=uitgifte.traject_id)
    return verwant.exclude(pk=uitgifte.pk)
