"""What comes back as a file: the report, the lines to mend, and an empty form to fill in."""

import csv

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from .. import actions
from ..imports.tabel import veilig
from ..imports.trajectkolommen import TABEL
from ..models import Inlezing


def inleesverslag(request, pk):
    """The whole report as a file, to mend the lines that were refused."""
    inlezing = get_object_or_404(Inlezing.objects.zichtbaar_voor(request.lid), pk=pk)
    kop = ("regel", "wat", "uitkomst", "reden")
    rijen = (
        [regel["regel"], *(veilig(regel[kolom]) for kolom in kop[1:])]
        for regel in inlezing.stand["regels"]
    )
    return _csv(f"verslag-{inlezing.pk}.csv", [kop, *rijen])


def inleesfouten(request, pk):
    """The refused lines as they were offered, with the reason: to mend and offer again."""
    inlezing = get_object_or_404(
        Inlezing.objects.zichtbaar_voor(request.lid).select_related("bestand"), pk=pk
    )
    return _csv(f"te-verbeteren-{inlezing.pk}.csv", actions.foute_regels(inlezing))


def inleessjabloon(request):
    """The header and one example of a line, for running trajecten."""
    rijen = [[kolom.naam for kolom in TABEL], [kolom.voorbeeld for kolom in TABEL]]
    return _csv("lopende-trajecten.csv", rijen)


def _csv(naam, rijen):
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{naam}"'
    response.write("\ufeff")  # so that Excel reads it as UTF-8
    csv.writer(response, delimiter=";").writerows(rijen)
    return response
