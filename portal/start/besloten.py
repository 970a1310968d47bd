"""What the examencommissie decided, back at the mbo-coördinator: the outcome, and what to do."""

from datetime import timedelta

from django.utils import timezone

from trajecten import rules
from trajecten.models import GEEINDIGD, Besluit, Status, Vrijstellingsbesluit
from trajecten.rules import Signaalregel

# Nothing has to be done with an exemption, so the line goes by itself. Eigen ontwerp.
VRIJSTELLING_DAGEN = 14
UITKOMST = Besluit.Uitkomst
VRIJSTELLING = {
    Vrijstellingsbesluit.Uitkomst.VERLEEND: "verleende vrijstelling voor {}. Pas zo nodig het plan "
    "aan.",
    Vrijstellingsbesluit.Uitkomst.DEELS: "verleende voor een deel vrijstelling voor {}. Pas zo "
    "nodig het plan aan.",
    Vrijstellingsbesluit.Uitkomst.AFGEWEZEN: "wees de vrijstelling voor {} af: “{}”.",
}


def besloten(trajecten, vandaag):
    """Refused and back at the school, waiting with a reason, or about an exemption."""
    yield from _afgewezen(trajecten, vandaag)
    yield from _aangehouden(trajecten)
    yield from _vrijstellingen(trajecten, vandaag)


def _afgewezen(trajecten, vandaag):
    # Of a document that is mended the werklijst says so itself: the traject stays where it is.
    elders = (Status.BIJ_EXAMENCOMMISSIE, Status.UITGEREIKT, Status.NAZORG, *GEEINDIGD)
    terug = trajecten.exclude(status__in=elders)
    rijen = rules.net_besloten(rules.with_stand(terug, vandaag), UITKOMST.AFGEWEZEN)
    for traject in rijen[: rules.HOOGUIT]:
        zin = f"De examencommissie wees af: “{_zonder_punt(traject.reden)}”."
        yield _regel(traject, zin, rules.aan_zet(traject, vandaag).stap)


def _aangehouden(trajecten):
    rijen = trajecten.filter(status=Status.BIJ_EXAMENCOMMISSIE).select_related("kandidaat")
    for traject in rules.net_besloten(rijen, UITKOMST.AANGEHOUDEN)[: rules.HOOGUIT]:
        zin = f"De examencommissie houdt het besluit aan: “{_zonder_punt(traject.reden)}”."
        yield _regel(traject, zin, "detail")


def _regel(traject, zin, stap):
    return Signaalregel(traject, zin, stap, timezone.localdate(traject.besloten_op))


def _vrijstellingen(trajecten, vandaag):
    besluiten = Vrijstellingsbesluit.objects.filter(
        verzoek__traject__in=trajecten.exclude(status__in=GEEINDIGD),
        gebeurd_op__gt=vandaag - timedelta(days=VRIJSTELLING_DAGEN),
    ).select_related("verzoek__traject__kandidaat")
    for besluit in besluiten.order_by("gebeurd_op")[: rules.HOOGUIT]:
        waarvoor = f"{besluit.verzoek.code} {besluit.verzoek.naam}".strip()
        zin = VRIJSTELLING[besluit.uitkomst].format(waarvoor, _zonder_punt(besluit.motivering))
        yield Signaalregel(
            besluit.verzoek.traject, f"De examencommissie {zin}", "vrijstellingen",
            besluit.gebeurd_op,
        )  # fmt: skip


def _zonder_punt(tekst):
    return tekst.strip().rstrip(".")
