from django.urls import path

from .views import afdrukken, bewijzen, controleren, ondertekening, tekenen, uitgeven

app_name = "verklaringen"
urlpatterns = [
    path("controleren/", controleren.controleren, name="controleren"),
    path("mijn/bewijzen/", bewijzen.bewijzen, name="bewijzen"),
    path("trajecten/<int:pk>/document/", ondertekening.ondertekening, name="ondertekening"),
    path("trajecten/<int:pk>/document/vaststellen/", ondertekening.vaststellen, name="vaststellen"),
    path("trajecten/<int:pk>/document/terughalen/", ondertekening.terughalen, name="terughalen"),
    path("trajecten/<int:pk>/document/aanbieden/", ondertekening.aanbieden, name="aanbieden"),
    path("trajecten/<int:pk>/besluit/", uitgeven.besluiten, name="besluiten"),
    path("trajecten/<int:pk>/uitgeven/", uitgeven.uitgeven, name="uitgeven"),
    path("trajecten/<int:pk>/uitreiken/", uitgeven.uitreiken, name="uitreiken"),
    path("bladen/<int:pk>/tekenen/", tekenen.ondertekenen, name="ondertekenen"),
    path("bladen/<int:pk>/klopt-niet/", tekenen.tegenspreken, name="tegenspreken"),
    path("bladen/<int:pk>/papier/", tekenen.papier, name="papier"),
    path(
        "bladen/<int:pk>/tekenexemplaar/",
        afdrukken.tekenexemplaar_afdrukken,
        name="tekenexemplaar_afdrukken",
    ),
    path("documenten/<int:pk>/", uitgeven.document, name="document"),
    path(
        "overeenkomsten/<int:pk>/afdrukken/",
        afdrukken.overeenkomst_afdrukken,
        name="overeenkomst_afdrukken",
    ),
    path(
        "plaatsingen/<int:pk>/aftekenlijst/",
        afdrukken.aftekenlijst_afdrukken,
        name="aftekenlijst_afdrukken",
    ),
    path(
        "plaatsingen/<int:pk>/eindoordeelformulier/",
        afdrukken.eindoordeelformulier_afdrukken,
        name="eindoordeelformulier_afdrukken",
    ),
    path("afdrukken/<int:pk>/", afdrukken.afdruk, name="afdruk"),
    path("afdrukken/<int:pk>/bestand/", afdrukken.afdruk_bestand, name="afdruk_bestand"),
]
