"""The tasks of the night. Each gives one Dutch sentence for who runs the portal, without names of
people; each raises when it could not do its work, and the others go on.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib import import_module

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Q

from portal.cijfers.actions import herbouwen, publiceren
from portal.invarianten.lijst import controleren
from trajecten import opslag
from trajecten.actions import nazorg_bijwerken
from trajecten.models import Bericht, Inleessoort, Inlezing, Uitnodiging
from verklaringen.actions import bundels_opruimen
from verklaringen.models import Afdruk, Reeksbestand, Uitgifteopdracht, Uitgiftereeks

WERK = (Uitgiftereeks, Uitgifteopdracht, Afdruk, Reeksbestand)
STIL = timedelta(hours=1)
UITNODIGING_BEWAREN = timedelta(days=180)  # until then the old link still gives a new one
INLEZING_BEWAREN = timedelta(days=30)
WEES_NA = timedelta(hours=24)
# As long as a backup can be put back: then an orphan may turn out to have been somebody's.
WEZEN_BEWAREN = timedelta(days=35)


class Afwijking(Exception):
    """The task did its work, and what it found is not as promised."""


@dataclass(frozen=True)
class Taak:
    """`doen` takes the moment the night began."""

    naam: str
    wat: str
    doen: Callable[[datetime], str]


def leases(nu: datetime) -> str:
    """Work of a worker that died is taken over by itself; here it is only counted and let go."""
    los = 0
    for model in WERK:
        los += model.objects.filter(klaar_op=None, lease_tot__lt=nu - STIL).update(lease_tot=None)
    post = Bericht.objects.filter(verstuurd_op=None, opgegeven_op=None)
    los += post.filter(lease_tot__lt=nu - STIL).update(lease_tot=None)
    return f"{los} keer werk losgelaten van een worker die stilviel."


def sessies(nu: datetime) -> str:
    opslagplaats = import_module(settings.SESSION_ENGINE).SessionStore
    model = opslagplaats.get_model_class()
    weg, _ = model.objects.filter(expire_date__lt=nu).delete()
    return f"{weg} verlopen sessies weggegooid."


def tellers(nu: datetime) -> str:
    """The counts of the rate limits, which hold addresses."""
    tabel = connection.ops.quote_name(settings.CACHES["default"]["LOCATION"])
    grens = connection.ops.adapt_datetimefield_value(nu)
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {tabel} WHERE expires < %s", [grens])  # noqa: S608
        return f"{cursor.rowcount} verlopen tellers van de remmen weggegooid."


def uitnodigingen(nu: datetime) -> str:
    oud = Uitnodiging.objects.filter(gebruikt_op=None, verloopt_op__lt=nu - UITNODIGING_BEWAREN)
    weg, _ = oud.delete()
    return f"{weg} uitnodigingen weggegooid die niemand gebruikte."


def codes(nu: datetime) -> str:
    """A mail with a code or a link that could not be sent still holds it."""
    blijft = Bericht.objects.filter(geheim=True, opgegeven_op__lt=nu).exclude(tekst="")
    return f"{blijft.update(tekst='')} codes gewist uit post die niet aankwam."


def inlezingen(nu: datetime) -> str:
    """Files offered to be read in, looked at and left; and zips that are done, for they hold scans
    of signed paper that stand with the trajecten now.
    """
    grens = nu - INLEZING_BEWAREN
    oud = Inlezing.objects.filter(
        Q(ingelezen_op=None, aangeboden_op__lt=grens)
        | Q(soort=Inleessoort.TRAJECTEN, ingelezen_op__lt=grens)
    )
    rijen = list(oud.select_related("bestand"))
    for rij in rijen:
        with transaction.atomic():
            rij.delete()
            opslag.weggooien(rij.bestand)
    return f"{len(rijen)} bestanden weggegooid die niemand inlas of die klaar zijn."


def kopieen(nu: datetime) -> str:
    return f"{bundels_opruimen(nu)} kopieën van uitgiftereeksen weggegooid."


def wezen(nu: datetime) -> str:
    """Set aside what belongs to nothing, and only much later throw it away."""
    apart = opslag.apart_zetten(nu - WEES_NA)
    weg = opslag.apart_gezette_weggooien(nu - WEZEN_BEWAREN)
    return f"{apart} bestanden zonder eigenaar apart gezet, {weg} weggegooid."


def nazorg(nu: datetime) -> str:
    """Begin the day after the uitreiking, close after the last question, and never guess a nee."""
    aantal = nazorg_bijwerken(nu=nu)
    return (
        f"{aantal['begonnen']} keer nazorg begonnen, {aantal['onbekend']} metingen onbekend, "
        f"{aantal['afgesloten']} trajecten afgesloten."
    )


def cijfers(nu: datetime) -> str:
    herbouw = herbouwen(nu=nu)
    gepubliceerd = publiceren(nu=nu)
    return (
        f"{herbouw.trajecten} trajecten geteld, {herbouw.waarden} cijfers neergezet en "
        f"{herbouw.gecorrigeerd} van een gesloten periode verbeterd; {gepubliceerd} gepubliceerd."
    )


def invarianten(nu: datetime) -> str:
    uitkomsten = controleren()
    mis = [uitkomst.id for uitkomst in uitkomsten if uitkomst.stand == "afwijking"]
    if mis:
        raise Afwijking(
            f"Er klopt iets niet: {', '.join(mis)}. Draai manage.py controleren_invarianten."
        )
    return f"{sum(u.stand == 'klopt' for u in uitkomsten)} beloften nagekeken, alles klopt."


# Looking whether all is right comes last: after what the others did.
TAKEN = (
    Taak("leases", "Werk van gestopte workers loslaten", leases),
    Taak("sessies", "Verlopen sessies", sessies),
    Taak("tellers", "Verlopen tellers van de remmen", tellers),
    Taak("uitnodigingen", "Verlopen uitnodigingen", uitnodigingen),
    Taak("codes", "Codes in post die niet aankwam", codes),
    Taak("inlezingen", "Bestanden die niemand inlas", inlezingen),
    Taak("kopieen", "Oude zips en printbestanden", kopieen),
    Taak("wezen", "Bestanden zonder eigenaar", wezen),
    Taak("nazorg", "Nazorg beginnen en afsluiten", nazorg),
    Taak("cijfers", "Alle cijfers opnieuw tellen", cijfers),
    Taak("invarianten", "Klopt alles nog?", invarianten),
)
