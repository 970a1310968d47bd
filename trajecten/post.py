"""The outbox: actions put mail ready in their own transaction, the worker sends it."""

import uuid
from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import connection, transaction
from django.db.models import F, Q
from django.utils import timezone

from .models import Bericht

LEASE = timedelta(minutes=2)
MAX_POGINGEN = 10


def klaarzetten(*, aan, onderwerp, tekst, geheim=False, nu=None) -> Bericht:
    """Put one mail in the outbox. First name and link only, never a document."""
    nu = nu or timezone.now()
    return Bericht.objects.create(
        aan=aan,
        onderwerp=" ".join(onderwerp.split()),
        tekst=tekst,
        geheim=geheim,
        bericht_id=f"<{uuid.uuid4()}@{settings.POST_DOMEIN}>",
        klaargezet_op=nu,
        niet_voor=nu,
    )


def link(pad: str) -> str:
    """The full address of a page, from a setting and never from the request."""
    return f"{settings.BASIS_URL}{pad}"


def uitgaand(hoogstens=100) -> list[Bericht]:
    """The last mails, newest first; for the demo region, where no mail goes out."""
    return list(Bericht.objects.all()[:hoogstens])


def pakken() -> Bericht | None:
    """Take the next mail with a lease; None when there is nothing to send."""
    nu = timezone.now()
    with transaction.atomic():
        wachtend = Bericht.objects.filter(verstuurd_op=None, opgegeven_op=None, niet_voor__lte=nu)
        wachtend = wachtend.filter(Q(lease_tot=None) | Q(lease_tot__lt=nu)).order_by(
            "niet_voor", "pk"
        )
        if connection.features.has_select_for_update_skip_locked:
            wachtend = wachtend.select_for_update(skip_locked=True)
        bericht = wachtend.first()
        if bericht is None:
            return None
        bericht.lease_tot = nu + LEASE
        bericht.lease_nummer += 1
        bericht.pogingen += 1
        bericht.save(update_fields=["lease_tot", "lease_nummer", "pogingen"])
        return bericht


def versturen(bericht: Bericht, na_verzenden: Callable[[], object] | None = None) -> None:
    """Hand a taken mail to the mail server and record the outcome, unless another worker took
    over. Whoever dies in between sends it again, under the same Message-ID.
    """
    eigen = Bericht.objects.filter(pk=bericht.pk, lease_nummer=bericht.lease_nummer)
    try:
        EmailMessage(
            bericht.onderwerp,
            bericht.tekst,
            to=[bericht.aan],
            headers={"Message-ID": bericht.bericht_id},
        ).send()
        if na_verzenden:
            na_verzenden()
    except OSError as fout:
        nu = timezone.now()
        eigen.update(
            fout=str(fout)[:300],
            lease_tot=None,
            niet_voor=nu + timedelta(seconds=2**bericht.pogingen),
            opgegeven_op=nu if bericht.pogingen >= MAX_POGINGEN else None,
        )
        return
    eigen.update(
        verstuurd_op=timezone.now(),
        lease_tot=None,
        fout="",
        tekst="" if bericht.geheim and not settings.DEMO else F("tekst"),
    )
