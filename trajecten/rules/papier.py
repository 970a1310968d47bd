"""Signed paper that the school enters afterwards, as such."""

from datetime import date, datetime

from django.db import models

from ..models import Lidmaatschap, Plaatsing, Planregel
from .afronding import bezwaar_tegen_school
from .bezwaren import Ingehaald
from .eindoordelen import bezwaar_tegen_eindoordeel_nu
from .voortgang import bezwaar_tegen_datum, bezwaar_tegen_oordeel_nu


class Papier(models.TextChoices):
    """De twee papieren die een praktijkopleider tekent en de school overneemt."""

    AFTEKENLIJST = "aftekenlijst", "aftekenlijst"
    EINDOORDEEL = "eindoordeel", "eindoordeelformulier"


class NieuwerDanPapier(Ingehaald):
    """Over een of meer werkprocessen ligt al iets nieuwers vast; `feiten` per planregel (409)."""

    def __init__(self, feiten):
        super().__init__(next(iter(feiten.values())))
        self.feiten = feiten


def bezwaar_tegen_papier(
    plaatsing: Plaatsing, lid: Lidmaatschap, namens: Lidmaatschap, regels: list
) -> str:
    """De school neemt papier over van een praktijkopleider van deze plaatsing."""
    if bezwaar := bezwaar_tegen_school(plaatsing.traject, lid):
        return bezwaar
    if bezwaar := bezwaar_tegen_namens(plaatsing, namens):
        return bezwaar
    return "" if regels else "Vul ten minste bij één werkproces in wat er op het papier staat."


def bezwaar_tegen_namens(plaatsing: Plaatsing, praktijkopleider: Lidmaatschap) -> str:
    """Het oordeel is van iemand die praktijkopleider van deze plaatsing is of was."""
    if plaatsing.begeleidingen.filter(lid=praktijkopleider).exists():
        return ""
    return f"{praktijkopleider.naam} is geen praktijkopleider van deze plaatsing."


def bezwaar_tegen_regel_van_papier(
    soort: str, planregel: Planregel, gebeurd_op: date, nu: datetime | None = None
) -> str:
    """Dezelfde grenzen als in het portaal: het traject loopt en de dag is geweest."""
    is_eindoordeel = soort == Papier.EINDOORDEEL
    nu_niet = bezwaar_tegen_eindoordeel_nu if is_eindoordeel else bezwaar_tegen_oordeel_nu
    return nu_niet(planregel) or bezwaar_tegen_datum(gebeurd_op, planregel.plaatsing, nu)


def botst_met_papier(laatste, regel: dict, gezien: int | None) -> bool:
    """Of `laatste` erbij kwam na het openen van het formulier, of later is dan het papier.

    Wie het nieuwere op het scherm had (`gezien` is het volgnummer ervan), mag het papier overnemen.
    """
    if laatste.volgnummer == gezien:
        return False
    return laatste.volgnummer != regel["na"] or laatste.gebeurd_op > regel["gebeurd_op"]
