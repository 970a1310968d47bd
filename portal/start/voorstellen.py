"""Proposals to withdraw a document, for who may decide: never for who made them."""

from django.utils import timezone

from trajecten.rules import HOOGUIT, Signaal, Signaalregel
from verklaringen.rules import voorstellen_voor


def voorstellen(lid) -> Signaal:
    """A signal of this lid, whose trajecten they are: the proposer is often the coördinator."""

    def zoeken(trajecten, vandaag):
        rijen = voorstellen_voor(lid).select_related(
            "uitgifte__traject__kandidaat", "door__gebruiker"
        )
        for voorstel in rijen.order_by("pk")[:HOOGUIT]:
            uitgifte = voorstel.uitgifte
            zin = (
                f"{voorstel.door.naam} wil de {uitgifte.get_soort_display()} intrekken. "
                "Kijk of dat klopt."
            )
            sinds = timezone.localdate(voorstel.vastgelegd_op)
            yield Signaalregel(uitgifte.traject, zin, "intrekken", sinds, voorstel.pk)

    return Signaal("intrekken", "Document intrekken", zoeken)
