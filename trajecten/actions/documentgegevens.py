"""What the school checks for the document, and the verzoek of the kandidaat."""

from django.db import transaction
from django.utils import timezone

from .. import logboek, opslag, rules
from ..models import (
    Bron,
    Documentgegevens,
    Identiteit,
    Identiteitbevestiging,
    Kandidaat,
    Plaatsing,
    Traject,
    Verzoek,
)  # fmt: skip
from ..rules import Bezwaar, Ingehaald


@transaction.atomic
def gegevens_vastleggen(*, traject, door, identiteit, plaatsingen, gebeurd_op=None, nu=None):
    """Leg vast wat de school controleerde: `identiteit` en per plaatsing de documentgegevens.

    Elk is een dict met de velden en `na` (het volgnummer waarop dit volgt). Wat gelijk bleef,
    krijgt geen nieuwe rij. Raises: Bezwaar (422), Ingehaald (409) met de rij van wie eerder was.
    """
    nu = nu or timezone.now()
    traject = Traject.objects.select_for_update().get(pk=traject.pk)
    if bezwaar := rules.bezwaar_tegen_gegevens(traject, door):
        raise Bezwaar(bezwaar)
    feit = {
        "door": door, "vastgelegd_op": nu, "gebeurd_op": gebeurd_op or timezone.localdate(nu),
    }  # fmt: skip
    kandidaat = Kandidaat.objects.select_for_update().get(pk=traject.kandidaat_id)
    rijen: list = [_identiteit_bewaren(kandidaat, feit, **identiteit)]
    for plaatsing, velden in plaatsingen.items():
        rijen.append(_documentgegevens_bewaren(traject, plaatsing, feit, **velden))
    for rij in filter(None, rijen):
        logboek.schrijven(door, "gegevens_vastleggen", rij)
    return [rij for rij in rijen if rij]


def _identiteit_bewaren(kandidaat, feit, *, na, **velden) -> Identiteit | None:
    if bezwaar := rules.bezwaar_tegen_geboortedatum(velden["geboortedatum"]):
        raise Bezwaar(bezwaar)
    return _volgende_rij(kandidaat.identiteiten, feit, na, velden)


def _documentgegevens_bewaren(traject, plaatsing, feit, *, na, **velden) -> Documentgegevens | None:
    plaatsing = Plaatsing.objects.select_related("leerbedrijf").get(
        pk=plaatsing.pk, traject=traject
    )
    if bezwaar := rules.bezwaar_tegen_namens(plaatsing, velden["praktijkopleider"]):
        raise Bezwaar(bezwaar)
    velden["leerbedrijf_id"] = plaatsing.leerbedrijf.leerbedrijf_id
    return _volgende_rij(plaatsing.documentgegevens, feit, na, velden)


def _volgende_rij(reeks, feit, na, velden):
    """The next row of a numbered series on top of `na`; None when nothing changed."""
    laatste = reeks.select_related("door__gebruiker").order_by("volgnummer").last()
    if (laatste.volgnummer if laatste else 0) != na:
        raise Ingehaald(laatste)
    if laatste and all(getattr(laatste, naam) == waarde for naam, waarde in velden.items()):
        return None
    return reeks.create(volgnummer=na + 1, **velden, **feit)


@transaction.atomic
def identiteit_bevestigen(*, identiteit, traject, door, akkoord, nu=None) -> Identiteitbevestiging:
    """Een tweede medewerker keurt een wijziging goed of af. Raises: Bezwaar (422)."""
    nu = nu or timezone.now()
    Kandidaat.objects.select_for_update().get(pk=identiteit.kandidaat_id)
    identiteit = Identiteit.objects.select_related("door").get(pk=identiteit.pk)
    if bezwaar := rules.bezwaar_tegen_bevestigen(identiteit, traject, door):
        raise Bezwaar(bezwaar)
    bevestiging = Identiteitbevestiging.objects.create(
        identiteit=identiteit, akkoord=akkoord, door=door,
        gebeurd_op=timezone.localdate(nu), vastgelegd_op=nu,
    )  # fmt: skip
    logboek.schrijven(door, "identiteit_bevestigen", identiteit)
    return bevestiging


@transaction.atomic
def verzoek_vastleggen(*, traject, door, wijze, gebeurd_op, scan=None, nu=None) -> Verzoek:
    """Leg het verzoek om een mbo-verklaring één keer vast. Raises: Bezwaar, Ingehaald."""
    traject = Traject.objects.select_for_update().get(pk=traject.pk)
    if eerder := Verzoek.objects.filter(traject=traject).select_related("door__gebruiker").first():
        raise Ingehaald(eerder)
    if bezwaar := rules.bezwaar_tegen_verzoek(traject, door, gebeurd_op):
        raise Bezwaar(bezwaar)
    verzoek = Verzoek.objects.create(
        traject=traject, door=door, wijze=wijze, gebeurd_op=gebeurd_op,
        vastgelegd_op=nu or timezone.now(),
        bron=Bron.PAPIER if wijze == Verzoek.Wijze.PAPIER else Bron.PORTAAL,
        scan=opslag.scan_bewaren(scan, traject, door) if scan else None,
    )  # fmt: skip
    logboek.schrijven(door, "verzoek_vastleggen", verzoek)
    return verzoek
