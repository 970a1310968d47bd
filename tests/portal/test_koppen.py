"""Security headers on every answer, whatever kind of answer it is; and what is refused with 400."""

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse, HttpResponseRedirect
from django.test import Client
from django.urls import path

VOLLEDIG = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
        "frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), microphone=(), geolocation=()",
}


def stuk(request):
    raise RuntimeError("stuk")


def verboden(request):
    raise PermissionDenied


def bestand(request):
    headers = {"Content-Security-Policy": "sandbox", "Cache-Control": "private"}
    return HttpResponse(b"%PDF", "application/pdf", headers=headers)


urlpatterns = [
    path("goed/", lambda request: HttpResponse("goed")),
    path("bestand/", bestand),
    path("weg/", lambda request: HttpResponseRedirect("/goed/")),
    path("verboden/", verboden),
    path("stuk/", stuk),
]


@pytest.fixture(autouse=True)
def _alleen_de_koppen(settings):
    """The access table knows no test pages: it has its own tests."""
    settings.ROOT_URLCONF = __name__
    settings.MIDDLEWARE = [
        naam
        for naam in settings.MIDDLEWARE
        if not naam.startswith("portal.") or naam.startswith("portal.koppen.")
    ]


@pytest.fixture
def bezoeker():
    return Client(raise_request_exception=False)


def koppen(response):
    return {kop: response.headers.get(kop) for kop in VOLLEDIG}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("adres", "status"),
    [
        ("/goed/", 200),
        ("/weg/", 302),
        ("/goed", 301),
        ("/verboden/", 403),
        ("/bestaat-niet/", 404),
        ("/stuk/", 500),
        ("/goed/?a=%00", 400),
    ],
)
def test_every_answer_has_all_headers(bezoeker, adres, status):
    response = bezoeker.get(adres)

    assert response.status_code == status
    assert koppen(response) == VOLLEDIG
    assert response.headers["Cache-Control"] == "no-store"


def test_refused_host_has_all_headers(bezoeker):
    response = bezoeker.get("/goed", headers={"host": "evil.example"})

    assert response.status_code == 400
    assert koppen(response) == VOLLEDIG


def test_forwarded_host_is_not_believed(bezoeker):
    response = bezoeker.get("/goed", headers={"x-forwarded-host": "evil.example"})

    assert response.headers["Location"] == "/goed/"


def test_static_file_has_all_headers(bezoeker):
    response = bezoeker.get("/static/css/base.css")

    assert response.status_code == 200
    assert response.getvalue() == (settings.BASE_DIR / "static/css/base.css").read_bytes()
    assert koppen(response) == VOLLEDIG
    assert "no-store" not in response.headers["Cache-Control"]


def test_a_view_may_be_stricter(bezoeker):
    response = bezoeker.get("/bestand/")

    assert response.headers["Content-Security-Policy"] == "sandbox"
    assert response.headers["Cache-Control"] == "private"


def test_hsts_in_productie_only(bezoeker, settings):
    zonder = bezoeker.get("/goed/")
    settings.SECURE_HSTS_SECONDS = 63072000
    met = Client().get("/goed/")

    assert "Strict-Transport-Security" not in zonder.headers
    assert met.headers["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains"


@pytest.mark.parametrize("adres", ["/goed/%00", "/goed/?%00=a", "/goed/?a=b%00"])
def test_nul_in_path_or_query_is_400(bezoeker, adres):
    assert bezoeker.get(adres).status_code == 400


@pytest.mark.parametrize(
    "gegevens",
    [
        {"a": "b\0"},
        {"a\0": "b"},
        {"bestand": SimpleUploadedFile("scan.pdf", b"\0\0")},
    ],
    ids=["waarde", "sleutel", "bestand"],
)
def test_nul_in_form_is_400_but_not_in_a_file(bezoeker, gegevens):
    response = bezoeker.post("/goed/", gegevens)

    assert response.status_code == (200 if "bestand" in gegevens else 400)


@pytest.mark.parametrize("inhoud", [b'{"a": "\\u0000"}', b'{"a": "\0"}'])
def test_nul_in_json_is_400(bezoeker, inhoud):
    assert bezoeker.post("/goed/", inhoud, "application/json").status_code == 400


def test_body_past_the_limit_is_refused_unread(bezoeker):
    response = bezoeker.post("/goed/", CONTENT_LENGTH=str(12 * 1024 * 1024))

    assert response.status_code == 400


def test_too_many_fields_is_400(bezoeker):
    response = bezoeker.post("/goed/", {f"veld{nummer}": "" for nummer in range(1001)})

    assert response.status_code == 400
