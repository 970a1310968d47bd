"""Asking for an exemption, adding the evidence, and the decision of the examencommissie."""

from django.db import transaction
from django.utils import timezone

from .. import logboek, opslag, rules
from ..models import (
    Bron,
    Lidmaatschap,
    Rol,
    Traject,
    Vrijstellingsbesluit,
    Vrijstellingsbewijs,
    Vrijstellingsverzoek,
)
from ..rules import Bezwaar, Ingehaald


@transaction.atomic
def vrijstelling_vragen(
    *,
    traject,
    door,
    onderdeel,
    naam,
    grond,
    code="",
    deel="",
    eerder_examen="",
    eerder_niveau="",
    zelfde_niveau=None,
    bewijs=None,
    omschrijving="",
    gebeurd_op=None,
    nu=None,
) -> Vrijstellingsverzoek:
    """Leg het verzoek vast, met bewijs als dat er al is. Raises: Bezwaar (422).

    `bewijs` is een scan zoals het formulier hem geeft: (bytes, mimetype, naam).
    """
    nu = nu or timezone.now()
    gebeurd_op = gebeurd_op or timezone.localdate(nu)
    # The lock turns a double click into one verzoek and one polite answer.
    traject = Traject.objects.select_for_update().get(pk=traject.pk)
    if bezwaar := rules.bezwaar_tegen_vrijstelling_vragen(
        traject, door
    ) or rules.bezwaar_tegen_inhoud_verzoek(
        traject,
        onderdeel=onderdeel,
        code=code,
        deel=deel,
        eerder_examen=eerder_examen,
        zelfde_niveau=zelfde_niveau,
        gebeurd_op=gebeurd_op,
    ):
        raise Bezwaar(bezwaar)
    laatste = traject.vrijstellingsverzoeken.order_by("volgnummer").last()
    verzoek = traject.vrijstellingsverzoeken.create(
        volgnummer=laatste.volgnummer + 1 if laatste else 1,
        onderdeel=onderdeel,
        code=code,
        deel=deel,
        naam=naam,
        grond=grond,
        eerder_examen=eerder_examen,
        eerder_niveau=eerder_niveau,
        door=door,
        namens=_kandidaat_als_lid(traject, door),
        gebeurd_op=gebeurd_op,
        vastgelegd_op=nu,
    )
    logboek.schrijven(door, "vrijstelling_vragen", verzoek, namens=verzoek.namens)
    if bewijs:
        bewijs_toevoegen(
            verzoek=verzoek, door=door, omschrijving=omschrijving, bewijs=bewijs, nu=nu
        )
    return verzoek


def _kandidaat_als_lid(traject, door):
    """The account of the kandidaat, when the school writes the request down and there is one."""
    if door.rol == Rol.KANDIDAAT:
        return None
    leden = Lidmaatschap.objects.geldig().filter(kandidaat=traject.kandidaat_id)
    return leden.filter(rol=Rol.KANDIDAAT).first()


@transaction.atomic
def bewijs_toevoegen(*, verzoek, door, omschrijving, bewijs, nu=None) -> Vrijstellingsbewijs:
    """Voeg een papier toe aan het verzoek. Raises: Bezwaar (422)."""
    nu = nu or timezone.now()
    verzoek = _vastpakken(verzoek)
    if bezwaar := rules.bezwaar_tegen_bewijs_toevoegen(verzoek, door):
        raise Bezwaar(bezwaar)
    rij = verzoek.bewijzen.create(
        omschrijving=omschrijving,
        scan=opslag.scan_bewaren(bewijs, verzoek.traject, door),
        door=door,
        gebeurd_op=timezone.localdate(nu),
        vastgelegd_op=nu,
    )
    logboek.schrijven(door, "bewijs_toevoegen", rij)
    return rij


@transaction.atomic
def vrijstelling_besluiten(
    *,
    verzoek,
    door,
    uitkomst,
    motivering,
    naam,
    functie,
    cijfer=None,
    woord="",
    werkprocessen=(),
    gebeurd_op=None,
    bron=Bron.PORTAAL,
    scan=None,
    nu=None,
) -> Vrijstellingsbesluit:
    """Leg het besluit over de vrijstelling vast. Raises: Bezwaar (422), Ingehaald (409).

    Hetzelfde besluit nog eens is geen nieuwe rij; een ander besluit was eerder.
    """
    nu = nu or timezone.now()
    gebeurd_op = gebeurd_op or timezone.localdate(nu)
    verzoek = _vastpakken(verzoek)
    eerder = Vrijstellingsbesluit.objects.filter(verzoek=verzoek).first()
    if eerder:
        if (eerder.door_id, eerder.uitkomst, eerder.motivering) == (door.pk, uitkomst, motivering):
            return eerder
        raise Ingehaald(eerder)
    werkprocessen = list(werkprocessen)
    if bezwaar := rules.bezwaar_tegen_vrijstelling_besluiten(
        verzoek, door, bron
    ) or rules.bezwaar_tegen_vrijstellingsbesluit(
        verzoek,
        uitkomst=uitkomst,
        motivering=motivering,
        cijfer=cijfer,
        woord=woord,
        werkprocessen=werkprocessen,
        gebeurd_op=gebeurd_op,
    ):
        raise Bezwaar(bezwaar)
    if bron == Bron.PAPIER and scan is None:
        raise Bezwaar("Voeg een scan van het getekende besluit toe.")
    besluit = Vrijstellingsbesluit.objects.create(
        verzoek=verzoek,
        uitkomst=uitkomst,
        motivering=motivering,
        naam=naam,
        functie=functie,
        cijfer=cijfer,
        woord=woord,
        werkprocessen=werkprocessen,
        gebeurd_op=gebeurd_op,
        vastgelegd_op=nu,
        bron=bron,
        door=door,
        scan=opslag.scan_bewaren(scan, verzoek.traject, door) if scan else None,
    )
    logboek.schrijven(door, "vrijstelling_besluiten", besluit)
    return besluit


def _vastpakken(verzoek) -> Vrijstellingsverzoek:
    """Lock the traject first, then read the verzoek as it is now."""
    traject = Traject.objects.select_for_update().get(pk=verzoek.traject_id)
    verzoek = Vrijstellingsverzoek.objects.get(pk=verzoek.pk)
    verzoek.traject = traject
    return verzoek
