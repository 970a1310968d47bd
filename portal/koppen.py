"""Headers on every answer, and the refusal of what no browser sends.

alle_koppen is the outermost middleware: errors, redirects and static files pass it too.
A view that needs a stricter value sets the header itself; here only what is missing is filled in.
"""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'none'; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
KOPPEN = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), microphone=(), geolocation=()",
    # Personal pages stay on no disk; static files carry their own value.
    "Cache-Control": "no-store",
}
# The largest scan (10 MB) with the form around it.
GROOTSTE_VERZOEK = 11 * 1024 * 1024


def alle_koppen(get_response):
    """Middleware: fill in every security header that the answer does not have yet."""

    def middleware(request):
        response = get_response(request)
        for kop, waarde in KOPPEN.items():
            response.headers.setdefault(kop, waarde)
        if settings.SECURE_HSTS_SECONDS:
            hsts = f"max-age={settings.SECURE_HSTS_SECONDS}; includeSubDomains"
            response.headers.setdefault("Strict-Transport-Security", hsts)
        return response

    return middleware


def geen_nul(get_response):
    """Middleware: 400 for a NUL byte or a body past the limit; PostgreSQL would answer 500."""

    def middleware(request):
        if int(request.META.get("CONTENT_LENGTH") or 0) > GROOTSTE_VERZOEK:
            raise RequestDataTooBig("verzoek te groot")
        if any("\0" in tekst for tekst in _teksten(request)):
            raise SuspiciousOperation("NUL in het verzoek")
        return get_response(request)

    return middleware


def _teksten(request):
    yield request.path
    yield from _paren(request.GET)
    if request.content_type == "application/json":
        yield request.body.decode("utf-8", "replace").replace("\\u0000", "\0")
    elif request.method == "POST":
        yield from _paren(request.POST)
        for bestanden in request.FILES.lists():
            yield bestanden[0]
            yield from (bestand.name or "" for bestand in bestanden[1])


def _paren(gegevens):
    for sleutel, waarden in gegevens.lists():
        yield sleutel
        yield from waarden
