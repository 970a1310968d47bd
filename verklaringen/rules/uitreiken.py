"""What lies ready to be handed over to the kandidaat."""

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from trajecten.models import Lidmaatschap, Status, Traject

from ..models import Soort, Uitgifte, Vaststelling

OP_UITREIKLIJST = 200


def uit_te_reiken(lid: Lidmaatschap) -> QuerySet[Traject]:
    """De trajecten waarvan elk document is uitgegeven en nog niet gegeven, op naam.

    Met `klaar`: de documenten zelf. Wie een ingetrokken document heeft, krijgt eerst het nieuwe en
    staat er tot dan niet op: dezelfde voorwaarden als `bezwaar_tegen_uitreiken`.
    """
    geldig = Vaststelling.objects.geldig().uit_te_geven().filter(traject=OuterRef("pk"))
    klaar = Uitgifte.objects.geldig().filter(uitreiking=None)
    trajecten = Traject.objects.zichtbaar_voor(lid).bij_document(Status.BIJ_EXAMENCOMMISSIE)
    return (
        trajecten.filter(
            Exists(geldig.filter(soort=Soort.MBO_VERKLARING)),
            ~Exists(geldig.zonder_uitgifte()),
            ~Exists(geldig.filter(opdrachten__uitgifte__intrekking__isnull=False)),
            Exists(klaar.filter(traject=OuterRef("pk"))),
        )
        .select_related("kandidaat", "kwalificatie", "coordinator__gebruiker")
        .prefetch_related(Prefetch("uitgiften", klaar.defer("inhoud").order_by("pk"), "klaar"))
        .order_by("kandidaat__naam", "pk")
    )
