"""From the last day at the leerbedrijf to the schooloordeel, and how it went on."""

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from .. import logboek, post, rules
from ..models import Schooloordeel, Status, Statusovergang, Traject, Uitstroom
from ..rules import Bezwaar, Ingehaald
from .stoppen import alsnog_beoordelen
from .trajecten import overgaan


@transaction.atomic
def eindbeoordeling_openen(*, traject, door, nu=None) -> Statusovergang:
    """Vraag de praktijkopleider om de eindoordelen. Raises: Bezwaar (422), Ingehaald (409).

    Zonder bpv valt er niets te beoordelen: dan volgt meteen het schooloordeel, voor de voordracht.
    """
    _niet_ingehaald(traject)
    if bezwaar := rules.bezwaar_tegen_eindbeoordeling(traject, door):
        raise Bezwaar(bezwaar)
    if traject.status == Status.GESTOPT:
        overgang = alsnog_beoordelen(traject=traject, door=door, nu=nu)
    else:
        overgang = overgaan(traject=traject, naar=Status.EINDBEOORDELING, door=door, nu=nu)
    if not rules.met_bpv(traject):
        return overgaan(traject=traject, naar=Status.SCHOOLOORDEEL, door=door, nu=nu)
    _praktijkopleiders_vragen(traject, f"Geef je eindoordeel over {traject.kandidaat.voornaam}", nu)
    return overgang


@transaction.atomic
def eindbeoordeling_afronden(*, traject, door, nu=None) -> Statusovergang | None:
    """Ga naar het schooloordeel zodra elk werkproces een eindoordeel heeft; anders None.

    Called by whatever records an eindoordeel, in its transaction.
    """
    if traject.status != Status.EINDBEOORDELING or not rules.eindbeoordeling_compleet(traject):
        return None
    return overgaan(traject=traject, naar=Status.SCHOOLOORDEEL, door=door, nu=nu)


@transaction.atomic
def terugsturen(*, traject, door, reden, na, nu=None) -> Statusovergang:
    """Vraag de praktijkopleider opnieuw te kijken, met een reden.

    `na` is het schooloordeel dat de afzender zag (0 = nog geen). Raises: Bezwaar (422), Ingehaald
    (409) als een collega intussen oordeelde of al terugstuurde.
    """
    traject = Traject.objects.select_for_update().get(pk=traject.pk)
    _niet_ingehaald(traject)
    _niet_beoordeeld_na(traject, na)
    if bezwaar := rules.bezwaar_tegen_terugsturen(traject, door, reden):
        raise Bezwaar(bezwaar)
    overgang = overgaan(
        traject=traject, naar=Status.EINDBEOORDELING, door=door, toelichting=reden, nu=nu
    )
    onderwerp = f"Kijk nog eens naar je eindoordeel over {traject.kandidaat.voornaam}"
    _praktijkopleiders_vragen(traject, onderwerp, nu)
    return overgang


def _niet_ingehaald(traject):
    """Somebody opened the eindbeoordeling while this page was open."""
    if traject.status == Status.EINDBEOORDELING:
        raise Ingehaald(traject.overgangen.select_related("door__gebruiker").last())


def _niet_beoordeeld_na(traject, na):
    laatste = traject.schooloordelen.select_related("door__gebruiker").last()
    if laatste and laatste.volgnummer != na:
        raise Ingehaald(laatste)


def _praktijkopleiders_vragen(traject, onderwerp, nu):
    """One mail per praktijkopleider with an address; first name and link only."""
    dag = timezone.localdate(nu)
    for plaatsing in traject.plaatsingen.lopend():
        for begeleiding in plaatsing.begeleidingen.select_related("lid__gebruiker"):
            adres = begeleiding.lid.gebruiker.email
            if adres and (begeleiding.tot is None or begeleiding.tot >= dag):
                link = post.link(reverse("trajecten:begeleiding", args=[traject.pk]))
                tekst = f"Hallo {begeleiding.lid.gebruiker.voornaam},\n\n{onderwerp}.\n{link}\n"
                post.klaarzetten(aan=adres, onderwerp=onderwerp, tekst=tekst, nu=nu)


@transaction.atomic
def schooloordeel_geven(
    *, traject, door, positief, motivering, na, optie=None, gebeurd_op=None, nu=None
) -> Schooloordeel:
    """Leg het oordeel van de school vast op het oordeel `na` (volgnummer, 0 = het eerste).

    Raises: Bezwaar (422), Ingehaald (409) with the judgement somebody else gave first.
    """
    nu = nu or timezone.now()
    # The lock turns two simultaneous judgements into one row and one polite answer.
    traject = Traject.objects.select_for_update().get(pk=traject.pk)
    _niet_beoordeeld_na(traject, na)
    if bezwaar := rules.bezwaar_tegen_schooloordeel(
        traject, door
    ) or rules.bezwaar_tegen_inhoud_schooloordeel(traject, positief, optie):
        raise Bezwaar(bezwaar)
    gebeurd_op = gebeurd_op or timezone.localdate(nu)
    if bezwaar := rules.bezwaar_tegen_dag(gebeurd_op):
        raise Bezwaar(bezwaar)
    oordeel = traject.schooloordelen.create(
        volgnummer=na + 1, positief=positief, optie=optie, motivering=motivering,
        door=door, gebeurd_op=gebeurd_op, vastgelegd_op=nu,
    )  # fmt: skip
    logboek.schrijven(door, "schooloordeel_geven", oordeel)
    return oordeel


@transaction.atomic
def uitstroom_vastleggen(*, traject, door, bestemming, gebeurd_op=None, nu=None) -> Uitstroom:
    """Leg één keer vast hoe het verder ging. Raises: Bezwaar (422), Ingehaald (409)."""
    gebeurd_op = gebeurd_op or timezone.localdate(nu)
    if eerder := Uitstroom.objects.filter(traject=traject).first():
        raise Ingehaald(eerder)
    if bezwaar := rules.bezwaar_tegen_uitstroom(traject, door, gebeurd_op):
        raise Bezwaar(bezwaar)
    try:
        with transaction.atomic():
            uitstroom = Uitstroom.objects.create(
                traject=traject, door=door, bestemming=bestemming, gebeurd_op=gebeurd_op,
                vastgelegd_op=nu or timezone.now(),
            )  # fmt: skip
    except IntegrityError as fout:
        raise Ingehaald(Uitstroom.objects.get(traject=traject)) from fout
    logboek.schrijven(door, "uitstroom_vastleggen", uitstroom)
    return uitstroom
