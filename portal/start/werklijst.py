"""The werklijst: everything that asks for action, from both apps, for the one whose work it is."""

from django.db.models import Exists, OuterRef, Q, Subquery
from django.shortcuts import render
from django.utils import timezone

from portal.start.besloten import besloten
from portal.start.voorstellen import voorstellen
from trajecten import rules
from trajecten.models import Rol, Status, Traject, Verbetering
from trajecten.rules import Signaal, Signaalregel
from trajecten.views.stappen import knop
from verklaringen.models import (
    Akkoord,
    Partij,
    Soort,
    Staat,
    Uitgifte,
    Uitgifteopdracht,
    Vaststelling,
    Voordracht,
)
from verklaringen.rules import waarom_het_wacht

# A decision holds as long as the mbo-verklaring it fixed; see verklaringen.rules.is_toegekend.
TOEGEKEND = Exists(
    Vaststelling.objects.geldig().filter(traject=OuterRef("pk"), soort=Soort.MBO_VERKLARING)
)


def _klopt_niet(trajecten, vandaag):
    """Fixed, and taken back: by a signer who objected, or by the school."""
    vervallen = Vaststelling.objects.filter(traject=OuterRef("pk"), vervallen_op__isnull=False)
    vervallen = vervallen.order_by("-vervallen_op")
    rijen = rules.terug_van_tekenen(trajecten).select_related("kandidaat")
    rijen = rijen.filter(kwam_van=Status.VERKLARING_TER_ONDERTEKENING)
    rijen = rijen.annotate(reden=Subquery(vervallen.values("vervallen_reden")[:1]))
    for traject in rijen[: rules.HOOGUIT]:
        yield _regel(traject, f"De verklaring kwam terug: “{traject.reden.rstrip('.')}”.", "detail")


def _ondertekening(trajecten, vandaag):
    """Who still has to agree with the sheets of this traject."""
    bladen = Vaststelling.objects.geldig().filter(traject=OuterRef("pk"), plaatsing__isnull=False)
    akkoord = Akkoord.objects.filter(vaststelling=OuterRef("pk"))
    mist = {
        f"mist_{partij}": Exists(bladen.filter(~Exists(akkoord.filter(partij=partij))))
        for partij in Partij.values
    }
    rijen = trajecten.bij_document(Status.VERKLARING_TER_ONDERTEKENING).annotate(**mist)
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
    zonder = Vaststelling.objects.geldig().uit_te_geven().filter(traject=OuterRef("pk"))
    zonder = zonder.filter(~Exists(lopend.filter(vaststelling=OuterRef("pk"))))
    uitgegeven = Uitgifte.objects.filter(
        traject=OuterRef("pk"), opdracht__vaststelling__vervallen_op=None
    )
    rijen = trajecten.bij_document(Status.BIJ_EXAMENCOMMISSIE).filter(TOEGEKEND)
    rijen = rijen.annotate(
        onaf=Exists(zonder),
        mislukt=Exists(zonder.filter(opdrachten__staat=Staat.VERVALLEN)),
        ongeldig=Exists(uitgegeven.filter(intrekking__isnull=False)),
        bezig=Exists(opdrachten.filter(klaar_op=None)),
        fout=Subquery(opdrachten.filter(klaar_op=None).exclude(fout="").values("fout")[:1]),
    )
    for traject in rijen.select_related("kandidaat")[: rules.HOOGUIT]:
        if wacht := waarom_het_wacht(traject.fout or ""):
            yield _regel(traject, wacht, "document")
        elif traject.mislukt:
            yield _regel(traject, "Een document maken lukte niet. Probeer het opnieuw.", "document")
        elif traject.onaf:
            yield _regel(traject, "Klaar voor uitgifte.", "uitgeven")
        elif traject.ongeldig:
            yield _regel(traject, "Een document is ingetrokken. Vraag een verbetering.", "document")
        elif not traject.bezig:
            yield _regel(traject, "Uitgegeven. Reik de verklaring uit.", "uitreiken")


def _voordracht_uitreiken(trajecten, vandaag):
    """Granted: the school makes the paper and hands it over."""
    voordrachten = Voordracht.objects.toegekend().filter(traject=OuterRef("pk"))
    rijen = trajecten.filter(Exists(voordrachten), status=Status.BIJ_EXAMENCOMMISSIE)
    for traject in rijen.select_related("kandidaat")[: rules.HOOGUIT]:
        wat = traject.get_route_display()
        zin = f"Toegekend. Maak het {wat} en reik het uit."
        yield _regel(traject, zin, "voordracht_uitreiken")


def _verbetering(trajecten, vandaag):
    """An issued document that is being mended, as long as the school has to act."""
    lopend = Verbetering.objects.lopend().filter(traject=OuterRef("pk"))
    rijen = trajecten.filter(Exists(lopend)).bij_document(Status.SCHOOLOORDEEL)
    rijen = rijen.annotate(waarom=Subquery(lopend.values("toelichting")[:1]))
    for traject in rijen.select_related("kandidaat")[: rules.HOOGUIT]:
        zin = f"Verbeter het document: “{traject.waarom.strip().rstrip('.')}”."
        yield _regel(traject, zin, "document")


def _regel(traject, zin, stap):
    sinds = getattr(traject, "document_sinds", traject.status_sinds)
    return Signaalregel(traject, zin, stap, timezone.localdate(sinds))


SIGNALEN = [
    Signaal("klopt_niet", "Dit klopt niet", _klopt_niet),
    Signaal("besloten", "De examencommissie besloot", besloten),
    *rules.SIGNALEN[:6],
    Signaal("verbetering", "Verbeteren", _verbetering),
    Signaal("ondertekening", "Tekenen", _ondertekening),
    Signaal("uitgifte", "Klaar voor uitgifte", _uitgifte),
    Signaal("voordracht_uitreiken", "Toegekend", _voordracht_uitreiken),
    *rules.SIGNALEN[6:],
    rules.ZONDER_JOBCOACH,
]
# A jobcoach calls, and looks where it stands still; the school does the rest.
STIL = next(signaal for signaal in rules.SIGNALEN if signaal.sleutel == "stil")
VAN_JOBCOACH = [*rules.NAZORGSIGNALEN, STIL]


def werklijst(request):
    """Per signal its lines; `?signaal=` shows one, `?van=iedereen` those of colleagues too."""
    lid = request.lid
    is_jobcoach = lid.rol == Rol.JOBCOACH
    signalen = VAN_JOBCOACH if is_jobcoach else [voorstellen(lid), *SIGNALEN]
    trajecten = Traject.objects.zichtbaar_voor(lid)
    van_iedereen = request.GET.get("van") == "iedereen"
    if not is_jobcoach and not van_iedereen:
        trajecten = trajecten.filter(Q(coordinator=lid) | Q(coordinator=None))
    gekozen = next((s for s in signalen if s.sleutel == request.GET.get("signaal")), None)
    groepen = [
        {"signaal": signaal, "regels": _met_knop(signaal.regels(trajecten))}
        for signaal in ([gekozen] if gekozen else signalen)
    ]
    request.aantal_getoond = sum(len(groep["regels"]) for groep in groepen)
    context = {
        "groepen": [groep for groep in groepen if groep["regels"]], "signalen": signalen,
        "gekozen": gekozen, "van_iedereen": van_iedereen, "is_jobcoach": is_jobcoach,
        "aantal": request.aantal_getoond, "hooguit": rules.HOOGUIT,
    }  # fmt: skip
    return render(request, "start/werklijst.html", context)


def _met_knop(regels):
    return [(regel, knop(regel.stap, regel.pk or regel.traject.pk)) for regel in regels]
