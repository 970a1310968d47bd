"""Whether a kwalificatie or certificaat may be used, by its published validity dates."""

from datetime import date

from django.conf import settings

from ..models import Certificaat, Kwalificatie


def bezwaar_tegen_kwalificatie(kwalificatie: Kwalificatie, start: date) -> str:
    """Waarom een traject in deze kwalificatie niet op `start` kan beginnen; leeg als het kan."""
    if Kwalificatie.objects.kiesbaar_op(start).filter(pk=kwalificatie.pk).exists():
        return ""
    if kwalificatie.dossier.vervangen_door_id:
        return (
            f"Deze versie van {kwalificatie} is vervangen door de versie van SBB. "
            "Kies de opleiding opnieuw."
        )
    if kwalificatie.einde_instroom and kwalificatie.einde_instroom < start:
        return (
            f"{kwalificatie} nam tot {kwalificatie.einde_instroom:%d-%m-%Y} nieuwe mensen aan. "
            "Kies de opvolger van deze opleiding."
        )
    if kwalificatie.geldig_vanaf and kwalificatie.geldig_vanaf > start:
        return (
            f"{kwalificatie} geldt pas vanaf {kwalificatie.geldig_vanaf:%d-%m-%Y}. "
            "Kies een latere start of een andere versie."
        )
    return f"{kwalificatie} geldt niet op {start:%d-%m-%Y}. Kies een andere versie."


def waarschuwing_bij_kwalificatie(kwalificatie: Kwalificatie) -> str:
    """Wat op concept en uitgifte moet staan bij titels die niet van SBB komen; anders leeg."""
    if not kwalificatie.is_startgegeven:
        return ""
    if kwalificatie.bevestigd_op:
        return (
            "Titels uit startgegevens, niet door SBB geleverd; vergeleken met het register van SBB "
            f"door {kwalificatie.bevestigd_door} op {kwalificatie.bevestigd_op:%d-%m-%Y}."
        )
    return "Titels uit startgegevens, niet door SBB geleverd. Wanneer ze gelden is niet bekend."


def bezwaar_tegen_uitgeven_op_kwalificatie(kwalificatie: Kwalificatie) -> str:
    """Buiten de demo wordt op startgegevens pas uitgegeven als beheer ze heeft vergeleken."""
    if settings.OMGEVING == "demo" or not kwalificatie.is_startgegeven or kwalificatie.bevestigd_op:
        return ""
    return (
        f"De titels van {kwalificatie} komen uit startgegevens. "
        "Laat beheer ze eerst vergelijken met het register van SBB."
    )


def bezwaar_tegen_kwalificatie_bevestigen(kwalificatie: Kwalificatie, door: str) -> str:
    """Bevestigen is alleen nodig voor startgegevens, één keer, door een mens met een naam."""
    if not door.strip():
        return "Zeg wie de kwalificatie met het register van SBB vergeleek."
    if not kwalificatie.is_startgegeven:
        return f"{kwalificatie} komt van SBB zelf; bevestigen is niet nodig."
    if kwalificatie.bevestigd_op:
        return (
            f"{kwalificatie} is al bevestigd door {kwalificatie.bevestigd_door} "
            f"op {kwalificatie.bevestigd_op:%d-%m-%Y}."
        )
    return ""


def bezwaar_tegen_certificaat(certificaat: Certificaat | None, op: date) -> str:
    """Of dit mbo-certificaat op deze dag bestaat en geldt (WEB 7.2.3)."""
    if certificaat is None:
        return "Kies eerst voor welk mbo-certificaat dit traject is."
    if certificaat.geldig_vanaf and op < certificaat.geldig_vanaf:
        return f"{certificaat} geldt pas vanaf {certificaat.geldig_vanaf:%d-%m-%Y}."
    if certificaat.geldig_tot and op > certificaat.geldig_tot:
        return f"{certificaat} geldt niet meer sinds {certificaat.geldig_tot:%d-%m-%Y}."
    return ""
