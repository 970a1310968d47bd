"""What every step leaves behind: files, log lines, the history of a traject, the outbox."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from itertools import groupby
from operator import itemgetter

from django.utils import timezone

from trajecten import opslag
from trajecten.models import Bericht, Logregel, Statusovergang, Traject
from trajecten.models.statussen import OVERGANGEN
from verklaringen.models import Afdruk, Reeksbestand, Uitgifte, Uitgifteopdracht, Uitgiftereeks

WEES_NA = timedelta(hours=24)
WACHT_HOOGUIT = timedelta(minutes=15)
OPGEGEVEN_MELDEN = timedelta(days=7)
PARTIJ = 2000


def losse_bestanden() -> Iterator[str]:
    """No file without a row that is older than a day."""
    for pad in opslag.wezen(timezone.now() - WEES_NA):
        yield f"Bestand {pad.name[:12]} in de opslag hoort nergens bij."


def logregels() -> Iterator[str]:
    """One line 'uitgegeven' in the logbook for every document, and none without a document."""
    regels = Logregel.objects.filter(actie="uitgegeven", objecttype="uitgifte").order_by()
    geteld = Counter(regels.values_list("object_id", flat=True).iterator(PARTIJ))
    for pk, nummer in Uitgifte.objects.order_by("pk").values_list("pk", "nummer").iterator(PARTIJ):
        keren = geteld.pop(str(pk), 0)
        if keren != 1:
            yield f"{nummer} staat {keren} keer als uitgegeven in het logboek."
    for pk in geteld:
        yield f"Het logboek noemt uitgifte {pk}, die niet bestaat."


def geschiedenis() -> Iterator[str]:
    """Every traject stands where its last step led, and each step began where the last one ended.

    A step that is not in the table of steps is only right when it undoes a mistaken stop.
    """
    standen = dict(Traject.objects.values_list("pk", "status").iterator(PARTIJ))
    stappen = Statusovergang.objects.order_by("traject_id", "op", "pk")
    velden = stappen.values_list("traject_id", "van", "naar", "herstelt_id")
    for pk, rij in groupby(velden.iterator(PARTIJ), key=itemgetter(0)):
        vorige = ""
        for _, van, naar, herstelt in rij:
            if van != vorige:
                yield f"Traject {pk}: de stap naar {naar} begint bij {van}, niet bij {vorige}."
            elif van and naar not in OVERGANGEN[van] and not herstelt:
                yield f"Traject {pk}: van {van} naar {naar} is geen stap."
            vorige = naar
        if standen.pop(pk, vorige) != vorige:
            yield f"Traject {pk}: de status is niet die van de laatste stap ({vorige})."
    for pk in standen:
        yield f"Traject {pk} heeft een status zonder stap."


def uitgaande_post() -> Iterator[str]:
    """The outbox moves, and nothing was given up without anybody hearing of it."""
    nu = timezone.now()
    wachtend = Bericht.objects.filter(verstuurd_op=None, opgegeven_op=None)
    for pk in wachtend.filter(klaargezet_op__lt=nu - WACHT_HOOGUIT).values_list("pk", flat=True):
        yield f"Bericht {pk} wacht langer dan een kwartier."
    opgegeven = Bericht.objects.filter(opgegeven_op__gt=nu - OPGEGEVEN_MELDEN)
    for pk, fout in opgegeven.values_list("pk", "fout"):
        yield f"Bericht {pk} is opgegeven: {fout}"
    for model in (Uitgifteopdracht, Uitgiftereeks, Reeksbestand, Afdruk):
        for rij in model.objects.aan_de_beurt(nu - WACHT_HOOGUIT):
            yield f"{model._meta.verbose_name.capitalize()} {rij.pk} wacht op een worker."
