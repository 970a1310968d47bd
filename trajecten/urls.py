from django.urls import path

from .views import (
    aanmeldingen,
    afronding,
    documentgegevens,
    eindoordelen,
    intake,
    leden,
    mijn,
    overeenkomsten,
    overnemen,
    papier,
    plaatsingen,
    praktijkleerplan,
    praktijkopleiders,
    stoppen,
    trajecten,
    voortgang,
    vrijstellingen,
)

app_name = "trajecten"
urlpatterns = [
    path("aanmelden/", aanmeldingen.aanmelden, name="aanmelden"),
    path("aanmelden/klaar/", aanmeldingen.aangemeld, name="aangemeld"),
    path("aanmeldingen/", aanmeldingen.aanmeldingen, name="aanmeldingen"),
    path("aanmeldingen/<int:pk>/", aanmeldingen.aanmelding, name="aanmelding"),
    path(
        "aanmeldingen/<int:pk>/corrigeren/",
        aanmeldingen.aanmelding_corrigeren,
        name="aanmelding_corrigeren",
    ),
    path(
        "aanmeldingen/<int:pk>/intrekken/",
        aanmeldingen.aanmelding_intrekken,
        name="aanmelding_intrekken",
    ),
    path(
        "aanmeldingen/<int:pk>/doorzetten/",
        aanmeldingen.aanmelding_doorzetten,
        name="aanmelding_doorzetten",
    ),
    path(
        "aanmeldingen/<int:pk>/teruggeven/",
        aanmeldingen.aanmelding_teruggeven,
        name="aanmelding_teruggeven",
    ),
    path("trajecten/", trajecten.overzicht, name="overzicht"),
    path("trajecten/<int:pk>/", trajecten.detail, name="detail"),
    path("trajecten/<int:pk>/intake/", intake.intake, name="intake"),
    path("trajecten/<int:pk>/intake/beginnen/", intake.intake_beginnen, name="intake_beginnen"),
    path("trajecten/<int:pk>/koppelen/", intake.kandidaat_koppelen, name="kandidaat_koppelen"),
    path("trajecten/<int:pk>/stoppen/", stoppen.stoppen, name="stoppen"),
    path("trajecten/<int:pk>/herstellen/", stoppen.stop_herstellen, name="stop_herstellen"),
    path("trajecten/<int:pk>/alsnog/", stoppen.alsnog_beoordelen, name="alsnog_beoordelen"),
    path("trajecten/<int:pk>/onderbreken/", stoppen.onderbreken, name="onderbreken"),
    path("trajecten/<int:pk>/hervatten/", stoppen.hervatten, name="hervatten"),
    # the school at the end
    path("trajecten/<int:pk>/papier/", papier.papier, name="papier"),
    path("trajecten/<int:pk>/eindbeoordeling/", afronding.eindbeoordeling, name="eindbeoordeling"),
    path("trajecten/<int:pk>/terugsturen/", afronding.terugsturen, name="terugsturen"),
    path("trajecten/<int:pk>/schooloordeel/", afronding.schooloordeel, name="schooloordeel"),
    path("trajecten/<int:pk>/gegevens/", documentgegevens.gegevens, name="gegevens"),
    path(
        "trajecten/<int:pk>/gegevens/bevestigen/",
        documentgegevens.gegevens_bevestigen,
        name="gegevens_bevestigen",
    ),
    path("trajecten/<int:pk>/verzoek/", afronding.verzoek, name="verzoek"),
    path("trajecten/<int:pk>/uitstroom/", afronding.uitstroom, name="uitstroom"),
    path("trajecten/overnemen/", overnemen.overnemen, name="overnemen"),
    # match to start
    path("trajecten/<int:pk>/match/", plaatsingen.match, name="match"),
    path("trajecten/<int:pk>/plan/openen/", plaatsingen.plan_openen, name="plan_openen"),
    path(
        "trajecten/<int:pk>/leerbedrijf-toevoegen/",
        plaatsingen.leerbedrijf_toevoegen,
        name="leerbedrijf_toevoegen",
    ),
    path(
        "trajecten/<int:pk>/erkenning/",
        plaatsingen.erkenning_controleren,
        name="erkenning_controleren",
    ),
    path("trajecten/<int:pk>/plan/", praktijkleerplan.plan, name="plan"),
    path(
        "trajecten/<int:pk>/plan/werkprocessen/",
        praktijkleerplan.werkprocessen_kiezen,
        name="werkprocessen_kiezen",
    ),
    path("trajecten/<int:pk>/inschrijven/", praktijkleerplan.inschrijven, name="inschrijven"),
    path("trajecten/<int:pk>/overeenkomst/", overeenkomsten.overeenkomst, name="overeenkomst"),
    path(
        "trajecten/<int:pk>/overeenkomst/ondertekenen/",
        overeenkomsten.overeenkomst_ondertekenen,
        name="overeenkomst_ondertekenen",
    ),
    path(
        "trajecten/<int:pk>/overeenkomst/vastleggen/",
        overeenkomsten.overeenkomst_vastleggen,
        name="overeenkomst_vastleggen",
    ),
    path(
        "trajecten/<int:pk>/overeenkomst/elders-getekend/",
        overeenkomsten.overeenkomst_elders_getekend,
        name="overeenkomst_elders_getekend",
    ),
    path(
        "trajecten/<int:pk>/overeenkomst/vervallen/",
        overeenkomsten.overeenkomst_laten_vervallen,
        name="overeenkomst_laten_vervallen",
    ),
    path("trajecten/<int:pk>/starten/", overeenkomsten.starten, name="starten"),
    path(
        "trajecten/<int:pk>/praktijkopleiders/",
        praktijkopleiders.praktijkopleiders,
        name="praktijkopleiders",
    ),
    path(
        "trajecten/<int:pk>/praktijkopleiders/beeindigen/",
        praktijkopleiders.begeleiding_beeindigen,
        name="begeleiding_beeindigen",
    ),
    path("trajecten/<int:pk>/herplaatsen/", plaatsingen.herplaatsen, name="herplaatsen"),
    # vrijstellingen
    path(
        "trajecten/<int:pk>/vrijstellingen/", vrijstellingen.vrijstellingen, name="vrijstellingen"
    ),
    path(
        "vrijstellingen/<int:pk>/bewijs/", vrijstellingen.bewijs_toevoegen, name="bewijs_toevoegen"
    ),
    path(
        "vrijstellingen/<int:pk>/besluit/",
        vrijstellingen.vrijstelling_besluiten,
        name="vrijstelling_besluiten",
    ),
    path("vrijstellingsbewijzen/<int:pk>/", vrijstellingen.bewijs, name="bewijs"),
    # praktijkopleider
    path("w/<int:pk>/", voortgang.begeleiding, name="begeleiding"),
    path("w/<int:pk>/meer/", voortgang.meer_aftekenen, name="meer_aftekenen"),
    path("aftekenen/<int:pk>/", voortgang.aftekenen, name="aftekenen"),
    path(
        "aftekeningen/<int:pk>/intrekken/",
        voortgang.aftekening_intrekken,
        name="aftekening_intrekken",
    ),
    path("eindoordeel/<int:pk>/", eindoordelen.eindoordeel, name="eindoordeel"),
    path(
        "eindoordeel/<int:pk>/versturen/",
        eindoordelen.eindoordelen_versturen,
        name="eindoordelen_versturen",
    ),
    # kandidaat
    path("mijn/dit-kan-ik/", mijn.dit_kan_ik, name="dit_kan_ik"),
    path("mijn/taken/<int:pk>/", mijn.zelfbeoordelen, name="zelfbeoordelen"),
    path("trajecten/<int:pk>/uitnodigen/", leden.uitnodigen, name="uitnodigen"),
    path("trajecten/<int:pk>/kaart/", leden.kaart, name="kaart"),
    path("leden/", leden.leden, name="leden"),
    path("leden/uitnodigen/", leden.collega_uitnodigen, name="collega_uitnodigen"),
    path("leden/<int:pk>/beeindigen/", leden.lid_beeindigen, name="lid_beeindigen"),
]
