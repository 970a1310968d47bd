"""Whose turn it is: one line per traject, from what is recorded."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format

from ..models import Besluit, Erkenningcontrole, Partij, Rol, Route, Status, Traject
from .standen import with_stand

STIL_NA_DAGEN = {Route.PRAKTIJKVERKLARING: 21, Route.CERTIFICAAT: 28, Route.DIPLOMA: 35}


@dataclass(frozen=True)
class AanZet:
    """Precies één eigenaar (`rol`, `naam`), wat die doet en sinds wanneer; `stap` heet als de url.

    `rol` leeg: niemand hoeft nu iets te doen.
    """

    rol: str = ""
    naam: str = ""
    wat: str = ""
    sinds: date | None = None
    stap: str = ""

    def __str__(self) -> str:
        if not self.rol:
            return "Niemand hoeft nu iets te doen."
        return f"Aan zet: {self.naam} ({self.rol_naam}), sinds {self.sinds_tekst}: {self.wat}."

    @property
    def rol_naam(self) -> str:
        if self.rol == Rol.LEERBEDRIJFBEHEERDER:
            return "leerbedrijf"
        return dict(Rol.choices).get(self.rol, "")

    @property
    def sinds_tekst(self) -> str:
        vorm = "j F" if self.sinds.year == timezone.localdate().year else "j F Y"
        return date_format(self.sinds, vorm)

    @property
    def dagen(self) -> int:
        """Hoeveel dagen dit al wacht."""
        return max(0, (timezone.localdate() - self.sinds).days) if self.sinds else 0


NIEMAND = AanZet()


def aan_zet(traject: Traject, vandaag: date | None = None) -> AanZet:
    """Wie nu iets moet doen. Leest `with_stand`; een traject zonder stand kost één query."""
    if not hasattr(traject, "stand_begin"):
        traject = with_stand(Traject.objects.all(), vandaag).get(pk=traject.pk)
    if traject.stand_verbetering:
        return _bij_verbetering(traject)
    bepalen = _PER_STATUS.get(traject.status)
    return bepalen(traject, vandaag or timezone.localdate()) if bepalen else NIEMAND


def is_stil(traject: Traject, vandaag: date | None = None) -> bool:
    """Of er langer dan 21 (A), 28 (B) of 35 (C) dagen niet is afgetekend. Eigen ontwerp."""
    zet = aan_zet(traject, vandaag)
    dagen = ((vandaag or timezone.localdate()) - zet.sinds).days if zet.sinds else 0
    return zet.stap == "aftekenen" and dagen > STIL_NA_DAGEN.get(traject.route, 21)


def _dag(tijd: datetime) -> date:
    return timezone.localdate(tijd)


def _school(traject, stap, wat, sinds=None) -> AanZet:
    naam = traject.coordinator.naam if traject.coordinator_id else traject.instelling.naam
    return AanZet(Rol.COORDINATOR, naam, wat, sinds or _dag(traject.status_sinds), stap)


def _aangemeld(traject, vandaag):
    return _school(traject, "intake", "de intake plannen")


def _intake(traject, vandaag):
    if traject.stand_met_bpv is False:
        return _school(traject, "starten_zonder_bpv", "het certificaat kiezen en inschrijven")
    return _school(traject, "intake", "de intake afronden")


def _match(traject, vandaag):
    if traject.stand_erkenning == Erkenningcontrole.Uitkomst.AANGEVRAAGD:
        wat = f"nagaan of {traject.stand_bedrijf} de erkenning heeft"
        return _school(traject, "erkenning_controleren", wat)
    if traject.stand_bedrijf:
        wat = f"de erkenning van {traject.stand_bedrijf} controleren"
        return _school(traject, "erkenning_controleren", wat)
    return _school(traject, "match", "een leerbedrijf kiezen")


def _plan(traject, vandaag):
    if not traject.stand_gepland:
        return _school(traject, "plan", "het praktijkleerplan maken")
    if not traject.stand_ingeschreven:
        return _school(traject, "inschrijven", "de inschrijving vastleggen")
    return _school(traject, "overeenkomst", "de overeenkomst opstellen")


def _overeenkomst(traject, vandaag):
    wat, sinds = "de overeenkomst ondertekenen", _dag(traject.status_sinds)
    match traject.stand_wacht_op:
        case Partij.INSTELLING:
            return _school(traject, "overeenkomst", wat)
        case Partij.KANDIDAAT:
            return AanZet(Rol.KANDIDAAT, traject.kandidaat.naam, wat, sinds, "overeenkomst")
        case Partij.VERTEGENWOORDIGER:
            naam = traject.kandidaat.vertegenwoordiger_naam or traject.kandidaat.naam
            wat = "de overeenkomst ondertekenen als wettelijk vertegenwoordiger"
            return AanZet(Rol.KANDIDAAT, naam, wat, sinds, "overeenkomst")
        case Partij.LEERBEDRIJF:
            naam = traject.stand_bedrijf or "het leerbedrijf"
            return AanZet(Rol.LEERBEDRIJFBEHEERDER, naam, wat, sinds, "overeenkomst")
        case None:
            return _school(traject, "overeenkomst", "de overeenkomst opstellen")
    return _school(traject, "starten", "het traject starten")


def _actief(traject, vandaag):
    if traject.stand_met_bpv is False:
        return _school(traject, "afronden_zonder_bpv", "de lessen en examens volgen en afronden")
    sinds = max(filter(None, [traject.stand_laatste, traject.stand_begin]), default=None)
    sinds = sinds or _dag(traject.status_sinds)
    if traject.stand_begin and traject.stand_begin > vandaag:
        return NIEMAND
    if traject.stand_eind and traject.stand_eind < vandaag:
        return _school(traject, "eindbeoordeling", "de eindbeoordeling openen", traject.stand_eind)
    if not traject.stand_opleider:
        return _school(traject, "praktijkopleiders", "een praktijkopleider toevoegen")
    if not traject.stand_volgend:
        return _school(traject, "eindbeoordeling", "de eindbeoordeling openen", sinds)
    wat = f"“{traject.stand_volgend}” aftekenen"
    return AanZet(Rol.PRAKTIJKOPLEIDER, traject.stand_opleider, wat, sinds, "aftekenen")


def _onderbroken(traject, vandaag):
    return _school(traject, "hervatten", "afspreken wanneer het verdergaat")


def _eindbeoordeling(traject, vandaag):
    if not traject.stand_opleider:
        return _school(traject, "praktijkopleiders", "een praktijkopleider toevoegen")
    wat = (
        "het eindoordeel geven"
        if traject.stand_zonder_eindoordeel
        else "de eindoordelen naar de school sturen"
    )
    sinds = _dag(traject.status_sinds)
    return AanZet(Rol.PRAKTIJKOPLEIDER, traject.stand_opleider, wat, sinds, "eindoordeel")


def _schooloordeel(traject, vandaag):
    met_bpv = traject.stand_met_bpv is not False
    if met_bpv and traject.stand_oordeel is None:
        return _school(traject, "schooloordeel", "het schooloordeel geven")
    if met_bpv and not traject.stand_oordeel:
        return _school(traject, "stoppen", "afspreken hoe het verdergaat")
    if traject.stand_zonder_gegevens or not traject.stand_identiteit:
        return _school(traject, "gegevens", "de gegevens voor het document invullen")
    if traject.stand_te_bevestigen:
        return _school(traject, "gegevens", "de gewijzigde naam laten nakijken door een collega")
    if traject.route != Route.PRAKTIJKVERKLARING:
        return _school(traject, "voordragen", "de voordracht aanbieden")
    if not traject.stand_verzoek:
        return _school(traject, "verzoek", "het verzoek om de mbo-verklaring vastleggen")
    return _school(traject, "vaststellen", "de verklaring vaststellen")


def _verklaring(traject, vandaag):
    return _school(traject, "ondertekening", "de verklaring laten ondertekenen")


def _examencommissie(traject, vandaag):
    if traject.stand_besluit == Besluit.Uitkomst.TOEGEKEND:
        if traject.route != Route.PRAKTIJKVERKLARING:
            wat = f"het {traject.get_route_display()} maken en uitreiken"
            return _school(traject, "voordracht_uitreiken", wat)
        return _school(traject, "uitgeven", "de verklaring uitgeven en uitreiken")
    naam, sinds = f"Examencommissie van {traject.instelling.naam}", _dag(traject.status_sinds)
    return AanZet(Rol.EXAMENCOMMISSIE, naam, "een besluit nemen", sinds, "besluiten")


def _bij_verbetering(traject):
    """Een uitgegeven document wordt verbeterd: dezelfde stappen, naast die van het traject."""
    sinds = _dag(traject.stand_verbetering_sinds)
    match traject.stand_verbetering:
        case Status.VERKLARING_TER_ONDERTEKENING:
            wat = "de verbeterde verklaring laten ondertekenen"
            return _school(traject, "ondertekening", wat, sinds)
        case Status.BIJ_EXAMENCOMMISSIE if not traject.stand_verbetering_besloten:
            naam = f"Examencommissie van {traject.instelling.naam}"
            wat = "een besluit nemen over de verbeterde verklaring"
            return AanZet(Rol.EXAMENCOMMISSIE, naam, wat, sinds, "besluiten")
        case Status.BIJ_EXAMENCOMMISSIE:
            wat = "de verbeterde verklaring uitgeven en uitreiken"
            return _school(traject, "uitgeven", wat, sinds)
    return _school(traject, "document", "de gegevens van het document verbeteren", sinds)


_PER_STATUS = {
    Status.AANGEMELD: _aangemeld,
    Status.INTAKE: _intake,
    Status.MATCH: _match,
    Status.PLAN: _plan,
    Status.POK_TER_ONDERTEKENING: _overeenkomst,
    Status.ACTIEF: _actief,
    Status.ONDERBROKEN: _onderbroken,
    Status.EINDBEOORDELING: _eindbeoordeling,
    Status.SCHOOLOORDEEL: _schooloordeel,
    Status.VERKLARING_TER_ONDERTEKENING: _verklaring,
    Status.BIJ_EXAMENCOMMISSIE: _examencommissie,
}
