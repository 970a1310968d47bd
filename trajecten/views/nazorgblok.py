"""The three metingen of one traject in words: on the traject page and on the page of a call."""

from django.utils import timezone
from django.utils.formats import date_format

from .. import rules
from ..models import NA_HET_EINDE, Nazorgmeting, Nazorgpoging
from ..models.nazorg import ZIEN_NAZORG


def nazorgblok(traject, lid) -> dict | None:
    """Per meting the day, the answers (newest first) and the tries; None for who has no part."""
    if lid.rol not in ZIEN_NAZORG or traject.status not in NA_HET_EINDE:
        return None
    einde = rules.einde_van(traject)
    if einde is None:
        return None
    antwoorden = Nazorgmeting.objects.zichtbaar_voor(lid).filter(traject=traject)
    antwoorden = list(antwoorden.select_related("door__gebruiker").order_by("-volgnummer"))
    pogingen = list(Nazorgpoging.objects.zichtbaar_voor(lid).filter(traject=traject))
    vandaag = timezone.localdate()
    return {
        "einde": einde,
        "stop": getattr(traject, "nazorgstop", None),
        "jobcoach": rules.jobcoach_van(traject),
        "mag_bellen": lid.rol in rules.BELLERS and not rules.bezwaar_tegen_nazorg(traject, lid),
        "metingen": [
            _meting(moment, antwoorden, pogingen, vandaag) for moment in rules.meetmomenten(einde)
        ],
    }


def _meting(moment, antwoorden, pogingen, vandaag) -> dict:
    eigen = [rij for rij in antwoorden if rij.maand == moment.maand]
    gebeld = [rij for rij in pogingen if rij.maand == moment.maand]
    return {
        "moment": moment,
        "antwoord": eigen[0] if eigen else None,
        "eerder": eigen[1:],
        "pogingen": gebeld,
        "stand": "" if eigen else _stand(moment, gebeld, vandaag),
        "mag_nu": moment.eerste <= vandaag,
    }


def _stand(moment, gebeld, vandaag) -> str:
    if vandaag < moment.eerste:
        return f"Vanaf {date_format(moment.eerste, 'j F Y')}"
    keren = f", {len(gebeld)} keer gebeld" if gebeld else ""
    if vandaag <= moment.laatste:
        return f"Nog geen antwoord{keren}"
    return f"Niet gevraagd of niet bereikt{keren}"
