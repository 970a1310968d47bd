from django.urls import path

from . import views

app_name = "cijfers"
urlpatterns = [
    path("dashboard/", views.dashboard, name="dashboard"),
    path("dashboard/raad/", views.raad, name="raad"),
    path("dashboard/raad.pdf", views.raad_pdf, name="raad_pdf"),
    path("dashboard/raad/<slug:code>/<int:jaar>/", views.duiden, name="duiden"),
    path("dashboard/raad/invullen/", views.eigen_opgave_invullen, name="eigen_opgave_invullen"),
    path("dashboard/werk/", views.werk, name="werk"),
    path("dashboard/begrippen/", views.begrippen, name="begrippen"),
    path("dashboard/export/<slug:naam>/<slug:vorm>/", views.export, name="export"),
    path("dashboard/<slug:naam>/", views.blad, name="blad"),
]
