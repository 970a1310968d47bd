"""Where the praktijkopleider and the kandidaat land: what is yours to do now, from both apps."""

from dataclasses import dataclass, field

from django.db.models import Q
from django.shortcuts import render
from django.utils import timezone

from portal.start.taken import taken_voor
from trajecten import rules
from trajecten.models import LOPEND, Plaatsing, Planregel, Status, Traject
from verklaringen.rules import eigen_uitkomsten


@dataclass
class Kaart:
    """One kandidaat of the praktijkopleider, with what is asked now."""

    plaatsing: Plaatsing
    planregels: list
    eerste: Planregel | None = field(init=False)
    klaar: int = field(init=False)

    def __post_init__(self):
        self.eerste = next((regel for regel in self.planregels if regel.is_open), None)
        self.klaar = sum(regel.is_afgetekend for regel in self.planregels)

    @property
    def kandidaat(self):
        return self.plaatsing.traject.kandidaat

    @property
    def vraagt_eindoordeel(self):
        status = self.plaatsing.traject.status
        if not self.plaatsing.beeindigd_op:
            return status == Status.EINDBEOORDELING
        nog = any(regel.laatste_eindoordeel is None for regel in self.planregels)
        return nog and status in rules.NOG_TE_BEOORDELEN

    @property
    def vraagt_aftekening(self):
        loopt = self.plaatsing.traject.status == Status.ACTIEF and not self.plaatsing.beeindigd_op
        return loopt and self.eerste is not None

    @property
    def vraagt_iets(self):
        return self.vraagt_eindoordeel or self.vraagt_aftekening


def vandaag(request):
    """Per kandidaat één kaart, het eerste open werkproces bovenaan; of niets te doen."""
    plaatsingen = (
        Plaatsing.objects.zichtbaar_voor(request.lid)
        .geldig()
        .filter(Q(traject__status__in=LOPEND) | Q(beeindigd_op__isnull=False))
        .select_related("traject__kandidaat")
        .with_planregels()
        .order_by("traject__kandidaat__naam", "pk")
    )
    kaarten = [Kaart(plaatsing, list(plaatsing.planregels.all())) for plaatsing in plaatsingen]
    request.aantal_getoond = len(kaarten)
    context = {
        "taken": taken_voor(request.lid),
        "nu": [kaart for kaart in kaarten if kaart.vraagt_iets],
        "later": [
            kaart for kaart in kaarten if not kaart.vraagt_iets and not kaart.plaatsing.beeindigd_op
        ],
    }
    return render(request, "start/vandaag.html", context)


def nu_doen(request):
    """Eén kaart voor de kandidaat: wat nu, of wie er aan de beurt is."""
    trajecten = Traject.objects.zichtbaar_voor(request.lid).select_related("instelling")
    lopend = trajecten.filter(status__in=LOPEND).first()
    traject = lopend or trajecten.first()
    plaatsing = traject and traject.plaatsingen.lopend().last()
    opleider = plaatsing and plaatsing.praktijkopleider
    context = {
        "taken": taken_voor(request.lid),
        "meting": rules.open_vraag(trajecten, timezone.localdate()),
        "traject": traject,
        "uitkomst": traject and _uitkomst(request.lid, traject),
        "met_bpv": traject is None or rules.met_bpv(traject),
        "opleider": opleider.gebruiker.voornaam if opleider else "",
    }
    return render(request, "start/nu_doen.html", context)


def _uitkomst(lid, traject):
    """What the examencommissie decided about the certificaat or diploma, of this traject."""
    return next((rij for rij in eigen_uitkomsten(lid) if rij.traject == traject), None)
