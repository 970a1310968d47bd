"""What lies before the examencommissie: offered trajecten, voordrachten, besluiten."""

from datetime import timedelta

from django.utils import timezone

from tests import factories as f
from trajecten.models import Status
from verklaringen.models import Voordracht

VANDAAG = timezone.localdate()


def aangeboden(school, fatima, naam="Samira Voorbeeld", dagen=0, **velden):
    """A traject that Fatima offered so many days ago."""
    op = timezone.now() - timedelta(days=dagen)
    traject = f.traject(
        Status.BIJ_EXAMENCOMMISSIE, instelling=school, coordinator=fatima.lid, status_sinds=op,
        kandidaat=f.kandidaat(naam), **velden,
    )  # fmt: skip
    traject.overgangen.filter(naar=Status.BIJ_EXAMENCOMMISSIE).update(op=op, door=fatima.lid)
    return traject


def voordragen(traject, fatima, soort, uitkomst="voldoet", **velden):
    return Voordracht.objects.create(
        traject=traject, soort=soort, volgnummer=1, inhoud={}, inhoud_sha256="0" * 64,
        toets={"uitkomst": uitkomst}, door=fatima.lid, **velden,
    )  # fmt: skip


def besluiten(traject, anne, uitkomst, reden="", **velden):
    return traject.besluiten.create(
        volgnummer=traject.besluiten.count() + 1, uitkomst=uitkomst, reden=reden, plaats="Deventer",
        naam="Anne Voorbeeld", functie="voorzitter", door=anne.lid, gebeurd_op=VANDAAG, **velden,
    )  # fmt: skip


def van_elke_soort(school, fatima):
    """Four kandidaten, one for each thing that can be asked, the oldest first."""
    aangeboden(school, fatima, "Ali Een", 9)
    voordragen(
        aangeboden(school, fatima, "Bo Twee", 8, route="certificaat", certificaat=f.certificaat()),
        fatima, "certificaat",
    )  # fmt: skip
    voordragen(
        aangeboden(school, fatima, "Cis Drie", 7, route="diploma"),
        fatima, "diploma", "examencommissie", motivering="Rekenen bleef gelijk.",
    )  # fmt: skip
    lerend = f.traject(
        instelling=school, coordinator=fatima.lid, kandidaat=f.kandidaat("Dee Vier"),
        route="diploma",
    )  # fmt: skip
    f.vrijstellingsbewijs(lerend)
