"""An order to issue without the steps before it: for many at once."""

from tests import factories as f
from tests.verklaringen.voorbeelden import AKKOORDEN, BLAD
from verklaringen.actions import vingerafdruk
from verklaringen.models import Uitgifteopdracht, Vaststelling


def opdracht_maken(school, door):
    """A praktijkverklaring of a new traject of this school, ordered and waiting for a worker."""
    plaatsing = f.plaatsing(f.traject(instelling=school, coordinator=door))
    blad = BLAD | {"akkoorden": AKKOORDEN}
    bevroren = {
        "soort": "praktijkverklaring", "inhoud": blad, "inhoud_sha256": vingerafdruk(blad),
        "door": door,
    }  # fmt: skip
    vaststelling = Vaststelling.objects.create(
        traject=plaatsing.traject, plaatsing=plaatsing, volgnummer=1, sjabloonversie="-", **bevroren
    )
    return Uitgifteopdracht.objects.create(vaststelling=vaststelling, **bevroren)
