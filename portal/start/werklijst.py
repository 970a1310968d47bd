"""The werklijst: everything that asks for action, from both apps, for the one whose work it is."""

from django.db.models import Exists, OuterRef, Q, Subquery
from django.shortcuts import render
from django.utils import timezone

from trajecten import rules
from trajecten.models import Rol, Status, Traject
from trajecten.rules import Signaal, Signaalregel
from trajecten.views.stappen import knop
from verklaringen import namen
from verklaringen.models import (
    Akkoord,
    Partij,
    Soort,
    Uitgifteopdracht,
    Vaststelling,
)

# A decision holds as long as the mbo-verklaring it fixed; see verklaringen.rules.is_toegekend.
TOEGEKEND = Exists(
    Vaststelling.objects.geldig().filter(traject=OuterRef("pk"), soort=Soort.MBO_VERKLARING)
)
ZEGEL_ONTBREEKT = (
    "Het document wacht: er is geen geldig zegel. Vraag de beheerder van het portaal om hulp. "
    "Daarna gaat het vanzelf verder."
)


def _klopt_niet(trajecten, vandaag):
    """Fixed, and taken back: by a signer who objected, or by the school."""
    vervallen = Vaststelling.objects.filter(traject=OuterRef("pk"), vervallen_op__isnull=False)
    vervallen = vervallen.order_by("-vervallen_op")
    rijen = rules.terug_van_tekenen(trajecten).select_related("kandidaat")
    rijen = rijen.filter(kwam_van=Status.VERKLARING_TER_ONDERTEKENING)
    rijen = rijen.annotate(reden=Subquery(vervallen.values("vervallen_reden")[:1]))
    for traject in rijen[: rules.HOOGUIT]:
        yield _regel(traject, f"De verklaring kwam terug: “{traject.reden}”.", "detail")


def _ondertekening(trajecten, vandaag):
    """Who still has to agree with the sheets of this traject."""
    bladen = Vaststelling.objects.geldig().filter(traject=OuterRef("pk"), plaatsing__isnull=False)
    akkoord = Akkoord.objects.filter(vaststelling=OuterRef("pk"))
    mist = {
        f"mist_{partij}": Exists(bladen.filter(~Exists(akkoord.filter(partij=partij))))
        for partij in Partij.values
    }
    rijen = trajecten.filter(status=Status.VERKLARING_TER_ONDERTEKENING).annotate(**mist)
    for traject in rijen.select_related("kandidaat")[: rules.HOOGUIT]:
        wie = [partij.label for partij in Partij if getattr(traject, f"mist_{partij.value}")]
        zin = "Iedereen tekende. Bied de verklaring aan bij de examencommissie."
        if wie:
            zin = f"Nog niet getekend door {' en '.join(wie)}."
        yield _regel(traject, zin, "ondertekening")


def _uitgifte(trajecten, vandaag):
    """Granted in this round: to issue, failed, or to hand over; being made is nobody's work."""
    lopend = Uitgifteopdracht.objects.lopend()
    opdrachten = lopend.filter(vaststelling__traject=OuterRef("pk"))
    zonder = Vaststelling.objects.geldig().filter(traject=OuterRef("pk"))
    zonder = zonder.filter(~Exists(lopend.filter(vaststelling=OuterRef("pk"))))
    rijen = trajecten.filter(TOEGEKEND, status=Status.BIJ_EXAMENCOMMISSIE).annotate(
        opgedragen=Exists(opdrachten),
        onaf=Exists(zonder),
        bezig=Exists(opdrachten.filter(klaar_op=None)),
        geen_zegel=Exists(opdrachten.filter(klaar_op=None, fout__startswith=namen.GEEN_ZEGEL)),
    )
    for traject in rijen.select_related("kandidaat")[: rules.HOOGUIT]:
        if traject.geen_zegel:
            yield _regel(traject, ZEGEL_ONTBREEKT, "document")
        elif traject.onaf and traject.opgedragen:
            yield _regel(traject, "Een document maken lukte niet. Probeer het opnieuw.", "document")
        elif traject.onaf:
            yield _regel(traject, "Klaar voor uitgifte.", "uitgeven")
        elif not traject.bezig:
            yield _regel(traject, "Uitgegeven. Reik de verklaring uit.", "uitreiken")


def _besluit(trajecten, vandaag):
    rijen = trajecten.filter(~TOEGEKEND, status=Status.BIJ_EXAMENCOMMISSIE)
    for traject in rijen.select_related("kandidaat")[: rules.HOOGUIT]:
        yield _regel(traject, "Neem een besluit over de mbo-verklaring.", "besluiten")


def _regel(traject, zin, stap):
    return Signaalregel(traject, zin, stap, timezone.localdate(traject.status_sinds))


SIGNALEN = {
    Rol.COORDINATOR: [
        Signaal("klopt_niet", "Dit klopt niet", _klopt_niet),
        *rules.SIGNALEN[:6],
        Signaal("ondertekening", "Tekenen", _ondertekening),
        Signaal("uitgifte", "Klaar voor uitgifte", _uitgifte),
        *rules.SIGNALEN[6:],
    ],
    Rol.EXAMENCOMMISSIE: [Signaal("besluit", "Besluiten", _besluit)],
}


def werklijst(request):
    """Per signal its lines; `?signaal=` shows one, `?van=iedereen` those of colleagues too."""
    lid, signalen = request.lid, SIGNALEN[request.lid.rol]
    trajecten = Traject.objects.zichtbaar_voor(lid)
    kiest = lid.rol == Rol.COORDINATOR
    van_iedereen = not kiest or request.GET.get("van") == "iedereen"
    if not van_iedereen:
        trajecten = trajecten.filter(Q(coordinator=lid) | Q(coordinator=None))
    gekozen = next((s for s in signalen if s.sleutel == request.GET.get("signaal")), None)
    groepen = [
        {"signaal": signaal, "regels": _met_knop(signaal.regels(trajecten))}
        for signaal in ([gekozen] if gekozen else signalen)
    ]
    request.aantal_getoond = sum(len(groep["regels"]) for groep in groepen)
    context = {
        "groepen": [groep for groep in groepen if groep["regels"]], "signalen": signalen,
        "gekozen": gekozen, "kiest": kiest, "van_iedereen": van_iedereen,
        "aantal": request.aantal_getoond, "hooguit": rules.HOOGUIT,
    }  # fmt: skip
    return render(request, "start/werklijst.html", context)


def _met_knop(regels):
    return [(regel, knop(regel.stap, regel.traject.pk)) for regel in regels]
