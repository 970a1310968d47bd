"""Load, import and confirm the kwalificatiestructuur."""

import hashlib
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from .. import logboek, opslag, rules
from ..imports import dossiers, startgegevens
from ..imports.gegevens import Verslag
from ..imports.vastleggen import dossier_vastleggen
from ..models import Bestand, Kwalificatie, Kwalificatiedossier
from ..rules import Bezwaar


@transaction.atomic
def startgegevens_laden() -> Verslag:
    """Laad de meegeleverde startgegevens; nog een keer laden verandert niets."""
    verslag = startgegevens.startgegevens_laden()
    if verslag:
        logboek.schrijven(
            None,
            "startgegevens_laden",
            Kwalificatiedossier.objects.first(),
            herkomst="opdrachtregel",
            bijzonderheden=verslag.aantallen(),
        )
    return verslag


class _Proef(Exception):
    """Carries the outcome of a trial run past the rollback."""


def dossiers_importeren(
    *, inhoud: bytes, naam: str, proef: bool = False, nu: datetime | None = None
) -> tuple[dossiers.Gelezen, Verslag]:
    """Lees één bestand van SBB in, helemaal of niet; met `proef` blijft er niets van staan.

    Een bestand dat iets verandert wordt bewaard onder zijn SHA-256. Raises: Onleesbaar.
    """
    gelezen = dossiers.lezen(inhoud)
    verslag = Verslag()
    try:
        with transaction.atomic():
            _dossiers_vastleggen(gelezen, inhoud, naam, verslag, nu or timezone.now())
            if proef:
                raise _Proef
            if verslag:
                opslag.bewaren(
                    inhoud, naam=naam, soort=Bestand.Soort.IMPORT, mimetype="application/xml"
                )
    except _Proef:
        pass
    return gelezen, verslag


def _dossiers_vastleggen(
    gelezen: dossiers.Gelezen, inhoud: bytes, naam: str, verslag: Verslag, nu: datetime
) -> None:
    sha256 = hashlib.sha256(inhoud).hexdigest()
    for gegeven in gelezen.dossiers:
        dossier, van_dit = dossier_vastleggen(gegeven, op=timezone.localdate(nu), sha256=sha256)
        verslag += van_dit
        if van_dit:
            logboek.schrijven(
                None,
                "dossier_importeren",
                dossier,
                herkomst="opdrachtregel",
                bijzonderheden={"bestand": naam, "sha256": sha256, **van_dit.aantallen()},
            )


@transaction.atomic
def kwalificatie_bevestigen(
    *, kwalificatie: Kwalificatie, door: str, nu: datetime | None = None
) -> Kwalificatie:
    """Leg vast wie deze kwalificatie met het register van SBB vergeleek. Raises: Bezwaar."""
    kwalificatie = Kwalificatie.objects.select_for_update().get(pk=kwalificatie.pk)
    if bezwaar := rules.bezwaar_tegen_kwalificatie_bevestigen(kwalificatie, door):
        raise Bezwaar(bezwaar)
    kwalificatie.bevestigd_door = door.strip()
    kwalificatie.bevestigd_op = nu or timezone.now()
    kwalificatie.save(update_fields=["bevestigd_door", "bevestigd_op"])
    logboek.schrijven(
        None,
        "kwalificatie_bevestigen",
        kwalificatie,
        herkomst="opdrachtregel",
        bijzonderheden={"door": door.strip()},
    )
    return kwalificatie
