"""Whether a leerbedrijf may be used. Sources: WEB 1.5.3, WEB 7.2.8 lid 4.

Fail closed: only a recorded look at SBB's register counts as erkend. An erkenning has no hard end
date; what ages is our look at it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import TextChoices
from django.utils import timezone

from ..models import Erkenning, Erkenningcontrole, Leerbedrijf, Lidmaatschap, Rol

CONTROLE_HOOGUIT = 90  # days before the pok starts (Design)


class Stand(TextChoices):
    ONGECONTROLEERD = "ongecontroleerd", "Niet nagekeken"
    AANGEVRAAGD = "aangevraagd", "Erkenning aangevraagd"
    GEVERIFIEERD = "geverifieerd", "Erkend"
    AFGEWEZEN = "afgewezen", "Niet erkend"
    VERLOPEN = "verlopen", "Opnieuw nakijken"


@dataclass(frozen=True)
class Erkenningstand:
    """Hoe het met de erkenning staat, en dezelfde uitkomst als zin voor op het scherm."""

    status: Stand
    zin: str
    controle: Erkenningcontrole | None = None

    def __bool__(self) -> bool:
        return self.status == Stand.GEVERIFIEERD


def erkenning_op(
    leerbedrijf: Leerbedrijf, crebo: str, datum: date, hooguit_dagen: int = CONTROLE_HOOGUIT
) -> Erkenningstand:
    """De erkenning zoals wij die op `datum` kennen; een controle telt `hooguit_dagen` dagen.

    Ingetrokken gaat voor alles; daarna beslist de laatste vastgelegde controle.
    """
    return erkenningfeiten(leerbedrijf, crebo).stand_op(datum, hooguit_dagen)


@dataclass(frozen=True)
class Erkenningfeiten:
    """Wat er van één leerbedrijf voor één crebo vastligt, voor elke dag die iemand vraagt."""

    crebo: str
    ingetrokken_op: date | None
    controles: tuple[Erkenningcontrole, ...]  # oldest first

    def stand_op(self, datum: date, hooguit_dagen: int = CONTROLE_HOOGUIT) -> Erkenningstand:
        if self.ingetrokken_op and self.ingetrokken_op <= datum:
            return _ingetrokken(self.crebo, self.ingetrokken_op)
        bekend = [rij for rij in self.controles if rij.gecontroleerd_op <= datum]
        return _stand_na(bekend[-1] if bekend else None, self.crebo, datum, hooguit_dagen)

    def met(self, controle: Erkenningcontrole) -> "Erkenningfeiten":
        """Dezelfde feiten met een controle erbij, ook een die nog niet vastligt."""
        rijen = sorted([*self.controles, controle], key=lambda rij: rij.gecontroleerd_op)
        return Erkenningfeiten(self.crebo, self.ingetrokken_op, tuple(rijen))


def erkenningfeiten(leerbedrijf: Leerbedrijf, crebo: str) -> Erkenningfeiten:
    """Wat er vastligt, in twee vragen; wie er veel tegelijk bekijkt, onthoudt het antwoord."""
    erkenningen = Erkenning.objects.filter(leerbedrijf=leerbedrijf, crebo=crebo)
    controles = Erkenningcontrole.objects.filter(leerbedrijf=leerbedrijf, crebo=crebo)
    return Erkenningfeiten(
        crebo,
        erkenningen.values_list("ingetrokken_op", flat=True).first(),
        tuple(controles.select_related("door__gebruiker").order_by("gecontroleerd_op", "pk")),
    )


def erkenningen_op(
    leerbedrijven: Iterable[Leerbedrijf], crebo: str, datum: date
) -> dict[int, Erkenningstand]:
    """Als `erkenning_op`, voor een bladzijde leerbedrijven in twee vragen: {pk: stand}."""
    rijen = list(leerbedrijven)
    ingetrokken = dict(
        Erkenning.objects.filter(
            leerbedrijf__in=rijen, crebo=crebo, ingetrokken_op__lte=datum
        ).values_list("leerbedrijf", "ingetrokken_op")
    )
    controles = Erkenningcontrole.objects.filter(
        leerbedrijf__in=rijen, crebo=crebo, gecontroleerd_op__lte=datum
    ).select_related("door__gebruiker")
    laatste = {rij.leerbedrijf_id: rij for rij in controles.order_by("gecontroleerd_op", "pk")}
    return {
        rij.pk: _ingetrokken(crebo, ingetrokken[rij.pk])
        if rij.pk in ingetrokken
        else _stand_na(laatste.get(rij.pk), crebo, datum, CONTROLE_HOOGUIT)
        for rij in rijen
    }


def _ingetrokken(crebo: str, dag: date) -> Erkenningstand:
    return Erkenningstand(
        Stand.AFGEWEZEN,
        f"SBB heeft de erkenning voor {crebo} ingetrokken op {dag:%d-%m-%Y}. "
        "Kies een ander leerbedrijf.",
    )


def _stand_na(
    controle: Erkenningcontrole | None, crebo: str, datum: date, hooguit_dagen: int
) -> Erkenningstand:
    if controle is None:
        return Erkenningstand(
            Stand.ONGECONTROLEERD,
            f"Niemand heeft de erkenning voor {crebo} nagekeken. "
            "Kijk op stagemarkt.nl en leg de controle vast.",
        )
    dag = f"{controle.gecontroleerd_op:%d-%m-%Y}"
    if controle.uitkomst == Erkenningcontrole.Uitkomst.AFGEWEZEN:
        zin = (
            f"Dit leerbedrijf was op {dag} niet erkend voor {crebo}. "
            "Vraag de erkenning aan bij SBB of kies een ander leerbedrijf."
        )
        return Erkenningstand(Stand.AFGEWEZEN, zin, controle)
    if controle.uitkomst == Erkenningcontrole.Uitkomst.AANGEVRAAGD:
        zin = (
            f"De erkenning voor {crebo} is aangevraagd (vastgelegd op {dag}). "
            "Wacht op SBB en kijk dan opnieuw."
        )
        return Erkenningstand(Stand.AANGEVRAAGD, zin, controle)
    if datum - controle.gecontroleerd_op > timedelta(days=hooguit_dagen):
        zin = (
            f"De controle van {dag} is meer dan {hooguit_dagen} dagen oud. "
            "Kijk opnieuw op stagemarkt.nl en leg dat vast."
        )
        return Erkenningstand(Stand.VERLOPEN, zin, controle)
    zin = f"Erkend voor {crebo}. Nagekeken op {dag} door {controle.door.naam}."
    return Erkenningstand(Stand.GEVERIFIEERD, zin, controle)


def bezwaar_tegen_erkenning(leerbedrijf: Leerbedrijf, crebo: str, datum: date) -> str:
    """Waarom hier op deze dag niet begonnen kan worden; leeg als het leerbedrijf erkend is."""
    stand = erkenning_op(leerbedrijf, crebo, datum)
    return "" if stand else stand.zin


def bezwaar_tegen_erkenning_in_periode(
    feiten: Erkenningfeiten, begin: date, eind: date, op: date
) -> str:
    """Of de erkenning gold van `begin` tot en met `eind`, gezien op de dag van uitgifte `op`.

    Erkend bij het begin, daarna nooit afgewezen of ingetrokken, en bij uitgifte opnieuw nagekeken.
    """
    if not (stand := feiten.stand_op(begin)):
        return f"Bij de start op {begin:%d-%m-%Y}: {stand.zin}"
    for controle in feiten.controles:
        dag = controle.gecontroleerd_op
        if controle.uitkomst == Erkenningcontrole.Uitkomst.AFGEWEZEN and begin <= dag <= eind:
            return (
                f"Op {dag:%d-%m-%Y}, tijdens de overeenkomst, was dit "
                f"leerbedrijf niet erkend voor {feiten.crebo}."
            )
    stand = feiten.stand_op(max(op, begin))
    return "" if stand else stand.zin


def bezwaar_tegen_leerbedrijf_toevoegen(leerbedrijf_id: str, lid: Lidmaatschap) -> str:
    """Met de hand toevoegen mag de mbo-coördinator of beheer, en elk ID één keer."""
    if lid.rol not in (Rol.COORDINATOR, Rol.BEHEER):
        return "Alleen een mbo-coördinator of beheer voegt een leerbedrijf toe."
    if bestaand := Leerbedrijf.objects.filter(leerbedrijf_id=leerbedrijf_id).first():
        return f"Dit leerbedrijf-ID staat er al: {bestaand}. Zoek op het leerbedrijf-ID."
    return ""


def bezwaar_tegen_erkenning_controleren(
    lid: Lidmaatschap, gecontroleerd_op: date, vandaag: date | None = None
) -> str:
    """Een controle legt de mbo-coördinator of beheer vast, van vandaag of eerder."""
    if lid.rol not in (Rol.COORDINATOR, Rol.BEHEER):
        return "Alleen een mbo-coördinator of beheer legt een controle van de erkenning vast."
    if gecontroleerd_op > (vandaag or timezone.localdate()):
        return "Deze dag is nog niet geweest. Kies vandaag of een eerdere dag."
    return ""
