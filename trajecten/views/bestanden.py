"""Stored bytes as a download: never rendered again, never shown inline."""

from django.http import FileResponse, HttpResponse
from django.utils.http import content_disposition_header

from .. import opslag


def als_download(bestand, naam) -> HttpResponse:
    """The stored bytes as an attachment called `naam`. Raises: OpslagFout."""
    response = HttpResponse(opslag.lezen(bestand), content_type=bestand.mimetype)
    response["Content-Disposition"] = content_disposition_header(True, naam)
    response["Content-Security-Policy"] = "sandbox"
    return response


def als_stroom(bestand, naam) -> FileResponse:
    """A large file as an attachment, in pieces. Raises: OpslagFout when it is not there."""
    response = FileResponse(
        opslag.openen(bestand), as_attachment=True, filename=naam, content_type=bestand.mimetype
    )
    response["Content-Security-Policy"] = "sandbox"
    return response
