"""Taking work from the queue and keeping hold of it: lease, fencing token, heartbeat."""

from datetime import timedelta

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

WACHTTIJDEN = (2, 10, 60, 300, 1800)  # seconds after a failure


class Verloren(Exception):
    """Another worker took this work over; what this one made is thrown away."""


def lease_tot(nu):
    return nu + timedelta(seconds=settings.WORKER_LEASE)


@transaction.atomic
def pakken(model, nu=None):
    """Take the next row with a lease; None when there is nothing to do."""
    nu = nu or timezone.now()
    wachtend = model.objects.aan_de_beurt(nu)
    if connection.features.has_select_for_update_skip_locked:
        wachtend = wachtend.select_for_update(skip_locked=True, of=("self",))
    rij = wachtend.first()
    if rij is None:
        return None
    rij.lease_tot, rij.lease_nummer, rij.pogingen = (
        lease_tot(nu),
        rij.lease_nummer + 1,
        rij.pogingen + 1,
    )
    rij.save(update_fields=["lease_tot", "lease_nummer", "pogingen"])
    return rij


def vastleggen(rij, alleen_als=None, **velden) -> bool:
    """Write to a taken row if we still hold it, and renew the lease (the heartbeat).

    `alleen_als` are further conditions; False when only those did not hold. Raises: Verloren.
    """
    eigen = type(rij)._default_manager.filter(pk=rij.pk, lease_nummer=rij.lease_nummer)
    velden.setdefault("lease_tot", lease_tot(timezone.now()))
    geschreven = eigen.filter(**(alleen_als or {})).update(**velden)
    if not geschreven and not eigen.exists():
        raise Verloren(f"{rij._meta.model_name} {rij.pk}")
    if geschreven:
        for naam, waarde in velden.items():
            setattr(rij, naam, waarde)
    return bool(geschreven)


def wachten(rij, reden: str) -> None:
    """Let go of work that waits for the operator: nothing is wrong with it, this try is free."""
    vastleggen(
        rij,
        fout=reden[:500],
        pogingen=rij.pogingen - 1,
        lease_tot=None,
        niet_voor=timezone.now() + timedelta(seconds=settings.WORKER_WACHT),
    )


def teruggeven(rij, fout: str) -> None:
    """Let go after a failure: another try later, each time a longer wait."""
    wacht = WACHTTIJDEN[min(rij.pogingen, len(WACHTTIJDEN)) - 1]
    vastleggen(
        rij,
        fout=fout[:500],
        lease_tot=None,
        niet_voor=timezone.now() + timedelta(seconds=wacht),
    )
