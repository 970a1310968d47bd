from django.urls import path

from portal.start import vandaag, views, werklijst

app_name = "start"
urlpatterns = [
    path("", views.start, name="start"),
    path("mijn/", views.mijn, name="mijn"),
    path("mijn/wie-keek/", views.wie_keek, name="wie_keek"),
    path("wisselen/", views.wisselen, name="wisselen"),
    path("hulp/", views.hulp, name="hulp"),
    path("privacy/", views.privacy, name="privacy"),
    path("toegankelijkheid/", views.toegankelijkheid, name="toegankelijkheid"),
    path("werklijst/", werklijst.werklijst, name="werklijst"),
    path("w/", vandaag.vandaag, name="vandaag"),
    path("mijn/nu/", vandaag.nu_doen, name="nu_doen"),
]
