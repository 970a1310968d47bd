"""The site as OMGEVING=demo has it, for the tests of the demo rooms."""

from django.urls import include, path

from portal.urls import urlpatterns as zonder_demo

urlpatterns = [path("demo/", include("portal.demo.urls")), *zonder_demo]
