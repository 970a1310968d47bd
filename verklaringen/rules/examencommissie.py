"""What lies before the examencommissie, of all three routes, and what it decided. Eigen ontwerp."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import (
    Case,
    CharField,
    DateTimeField,
    Exists,
    F,
    OuterRef,
    Prefetch,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from trajecten.models import (
    Besluit,
    Lidmaatschap,
    Status,
    Statusovergang,
    Traject,
    Verbetering,
    Vrijstellingsbesluit,
    Vrijstellingsbewijs,
    Vrijstellingsverzoek,
)
from trajecten.rules import GEEN_VRIJSTELLING_MEER
from trajecten.rules.slagen.gegevens import UITKOMSTEN

from ..models import Soort, Vaststelling, Voordracht

VRIJSTELLING = "vrijstelling"
SOORTEN = {
    Soort.MBO_VERKLARING.value: "Mbo-verklaring",
    Voordracht.Soort.CERTIFICAAT.value: "Mbo-certificaat",
    Voordracht.Soort.DIPLOMA.value: "Diploma",
    VRIJSTELLING: "Vrijstelling",
}
PER_BLADZIJDE = 50
PAS_BESLOTEN = 20
OP_LIJST = 200
AANGEHOUDEN = Besluit.Uitkomst.AANGEHOUDEN


@dataclass(frozen=True)
class Agendapunt:
    """Eén vraag aan de examencommissie: een traject, of (met `verzoek`) een vrijstelling."""

    traject: Traject
    soort: str
    sinds: datetime
    door: str  # who offered or asked it
    advies: tuple[str, ...]
    verzoek: Vrijstellingsverzoek | None = None
    aangehouden: Besluit | None = None  # decided to wait, in this round

    @property
    def sleutel(self) -> str:
        return sleutel((self.verzoek or self.traject).pk, self.soort)

    @property
    def uitkomsten(self) -> list[str]:
        """Wat de examencommissie hierover kan besluiten."""
        uitkomsten = Vrijstellingsbesluit.Uitkomst if self.verzoek else Besluit.Uitkomst
        return [str(label) for label in uitkomsten.labels]

    @property
    def gevraagd(self) -> str:
        """Wat er gevraagd wordt, in woorden."""
        if self.verzoek:
            return _vrijstelling(self.verzoek)
        if self.soort == Voordracht.Soort.CERTIFICAAT and self.traject.certificaat:
            return f"Mbo-certificaat {self.traject.certificaat}"
        return SOORTEN[self.soort]


@dataclass(frozen=True)
class Genomen:
    """Een besluit dat genomen is: over wie, waarover, en met welke uitkomst."""

    traject: Traject
    gevraagd: str
    uitkomst: str
    reden: str
    wie: str
    gebeurd_op: date
    vastgelegd_op: datetime


def sleutel(pk: int, soort: str) -> str:
    """Waarmee een lijst een punt noemt, bijvoorbeeld "mbo_verklaring-12"."""
    return f"{soort}-{pk}"


def ter_besluit(lid: Lidmaatschap, soort: str = "") -> QuerySet:
    """De sleutels (pk, soort, sinds) van alles wat op een besluit wacht, oudste eerst."""
    delen = [_trajecten(lid), _verzoeken(lid)]
    if soort:
        delen = [deel.filter(wat=soort) for deel in delen]
    kolommen = [deel.order_by().values_list("pk", "wat", "sinds") for deel in delen]
    return kolommen[0].union(kolommen[1], all=True).order_by("sinds", "wat", "pk")


def agenda(lid: Lidmaatschap, sleutels) -> list[Agendapunt]:
    """De punten achter deze sleutels, in hun volgorde; altijd evenveel queries."""
    sleutels = list(sleutels)
    trajecten = {
        traject.pk: traject
        for traject in _met_dossier(
            _trajecten(lid).filter(pk__in=[pk for pk, wat, _ in sleutels if wat != VRIJSTELLING])
        )
    }
    verzoeken = {
        verzoek.pk: verzoek
        for verzoek in _verzoeken(lid)
        .filter(pk__in=[pk for pk, wat, _ in sleutels if wat == VRIJSTELLING])
        .select_related(
            "traject__kandidaat", "traject__kwalificatie", "traject__certificaat",
            "door__gebruiker", "namens__gebruiker",
        )
        .prefetch_related("bewijzen")
    }  # fmt: skip
    punten = []
    for pk, wat, _ in sleutels:
        if wat == VRIJSTELLING and pk in verzoeken:
            punten.append(_van_verzoek(verzoeken[pk]))
        elif wat != VRIJSTELLING and pk in trajecten:
            punten.append(_van_traject(trajecten[pk]))
    return punten


def pas_besloten(lid: Lidmaatschap, soort: str = "", aantal: int = PAS_BESLOTEN) -> list[Genomen]:
    """De laatste besluiten van deze examencommissie, het nieuwste eerst."""
    genomen = [*_besluiten(lid, soort, aantal), *_vrijstellingsbesluiten(lid, soort, aantal)]
    genomen.sort(key=lambda besluit: besluit.vastgelegd_op, reverse=True)
    return genomen[:aantal]


def _trajecten(lid):
    """Offered, and not granted: by the mbo-verklaring that was fixed, or by the voordracht."""
    geldig = Voordracht.objects.geldig().filter(traject=OuterRef("pk"))
    vastgesteld = Vaststelling.objects.geldig().filter(
        traject=OuterRef("pk"), soort=Soort.MBO_VERKLARING
    )
    toegekend = Voordracht.objects.toegekend().filter(traject=OuterRef("pk"))
    return (
        Traject.objects.zichtbaar_voor(lid)
        .bij_document(Status.BIJ_EXAMENCOMMISSIE)
        .filter(~Exists(vastgesteld), ~Exists(toegekend))
        .annotate(
            wat=Coalesce(
                Subquery(geldig.values("soort")[:1]),
                Value(Soort.MBO_VERKLARING.value),
                output_field=CharField(),
            ),
            sinds=F("document_sinds"),
        )
    )


def _verzoeken(lid):
    """With evidence and without a decision, as long as the traject can use one."""
    bewijs = Vrijstellingsbewijs.objects.filter(verzoek=OuterRef("pk")).order_by("vastgelegd_op")
    return (
        Vrijstellingsverzoek.objects.zichtbaar_voor(lid)
        .ter_besluit()
        .exclude(traject__status__in=GEEN_VRIJSTELLING_MEER)
        .annotate(
            wat=Value(VRIJSTELLING, output_field=CharField()),
            sinds=Subquery(bewijs.values("vastgelegd_op")[:1], output_field=DateTimeField()),
        )
    )


def _met_dossier(trajecten):
    overgangen = Statusovergang.objects.filter(naar=Status.BIJ_EXAMENCOMMISSIE)
    return trajecten.select_related("kandidaat", "kwalificatie", "certificaat").prefetch_related(
        Prefetch("overgangen", overgangen.select_related("door__gebruiker"), "aangeboden"),
        Prefetch("voordrachten", Voordracht.objects.geldig(), "geldige_voordrachten"),
        Prefetch("verbeteringen", Verbetering.objects.lopend(), "lopende_verbeteringen"),
        "schooloordelen",
        "besluiten",
    )


def _van_traject(traject) -> Agendapunt:
    voordracht = next(iter(traject.geldige_voordrachten), None)
    oordelen = list(traject.schooloordelen.all())
    besluit = next(reversed(traject.besluiten.all()), None)
    in_deze_ronde = besluit and besluit.vastgelegd_op >= traject.document_sinds
    advies = _van_school(oordelen[-1]) if oordelen else ()
    advies = (*_van_verbetering(traject), *advies)
    return Agendapunt(
        traject=traject,
        soort=traject.wat,
        sinds=traject.sinds,
        door=_wie(traject.aangeboden[-1].door if traject.aangeboden else None),
        advies=(*_van_toets(voordracht), *advies) if voordracht else advies,
        aangehouden=besluit if in_deze_ronde and besluit.uitkomst == AANGEHOUDEN else None,
    )


def _vrijstelling(verzoek) -> str:
    deel = f" ({verzoek.get_deel_display()})" if verzoek.deel else ""
    return f"Vrijstelling: {verzoek.code} {verzoek.naam}{deel}".replace("  ", " ")


def _wie(lid) -> str:
    return lid.naam if lid else ""


def _van_verbetering(traject) -> tuple[str, ...]:
    return tuple(
        f"Verbetering van een uitgegeven document: {verbetering.toelichting}"
        for verbetering in traject.lopende_verbeteringen
    )


def _van_school(oordeel) -> tuple[str, ...]:
    woord = "positief" if oordeel.positief else "nog niet positief"
    optie = oordeel.get_optie_display() if oordeel.optie else ""
    return tuple(filter(None, (f"Oordeel van de school: {woord}.", optie and f"{optie}.")))


def _van_toets(voordracht) -> tuple[str, ...]:
    uitkomst = UITKOMSTEN.get(voordracht.toets.get("uitkomst", ""), "niet bekend")
    return tuple(filter(None, (f"Toets van de regels: {uitkomst}.", voordracht.motivering)))


def _van_verzoek(verzoek) -> Agendapunt:
    bewijzen = ", ".join(bewijs.omschrijving for bewijs in verzoek.bewijzen.all())
    return Agendapunt(
        traject=verzoek.traject,
        soort=VRIJSTELLING,
        sinds=verzoek.sinds,
        door=verzoek.van.naam,
        advies=(f"Bewijs: {bewijzen}.",),
        verzoek=verzoek,
    )


def _besluiten(lid, soort, aantal):
    # By the route: of a voordracht that was first aangehouden, only the last decision is its own.
    met_voordracht = When(traject__route__in=Voordracht.Soort.values, then=F("traject__route"))
    besluiten = Besluit.objects.filter(traject__in=Traject.objects.zichtbaar_voor(lid)).annotate(
        wat=Case(
            met_voordracht,
            default=Value(Soort.MBO_VERKLARING.value),
            output_field=CharField(),
        )
    )
    if soort:
        besluiten = besluiten.filter(wat=soort)
    rijen = besluiten.select_related("traject__kandidaat").order_by("-vastgelegd_op", "-pk")
    return [_genomen(rij, rij.traject, SOORTEN[rij.wat], rij.reden) for rij in rijen[:aantal]]


def _vrijstellingsbesluiten(lid, soort, aantal):
    if soort not in ("", VRIJSTELLING):
        return []
    verzoeken = Vrijstellingsverzoek.objects.zichtbaar_voor(lid)
    rijen = Vrijstellingsbesluit.objects.filter(verzoek__in=verzoeken)
    rijen = rijen.select_related("verzoek__traject__kandidaat").order_by("-vastgelegd_op", "-pk")
    return [
        _genomen(rij, rij.verzoek.traject, _vrijstelling(rij.verzoek), rij.motivering)
        for rij in rijen[:aantal]
    ]


def _genomen(rij, traject, gevraagd, reden) -> Genomen:
    return Genomen(
        traject=traject,
        gevraagd=gevraagd,
        uitkomst=rij.get_uitkomst_display(),
        reden=reden,
        wie=f"{rij.naam}, {rij.functie}",
        gebeurd_op=rij.gebeurd_op,
        vastgelegd_op=rij.vastgelegd_op,
    )
