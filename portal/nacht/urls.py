from django.urls import path

from . import views

app_name = "nacht"
urlpatterns = [path("beheer/nachtwerk/", views.nachtwerk, name="nachtwerk")]
