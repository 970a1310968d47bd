"""The whole site as a table of contents. Each url has its row in portal.toegang."""

from django.conf import settings
from django.urls import include, path

urlpatterns = [
    path("", include("portal.inloggen.urls")),
    path("", include("portal.start.urls")),
    path("", include("portal.nacht.urls")),
    path("", include("portal.cijfers.urls")),
    path("", include("trajecten.urls")),
    path("", include("verklaringen.urls")),
]
if settings.DEMO:
    urlpatterns.insert(0, path("demo/", include("portal.demo.urls")))
