"""Why a traject did not start or stopped. No health, addiction or debt reason."""

from django.db import models


class NietGestartReden(models.TextChoices):
    GEEN_PASSEND_LEERBEDRIJF = "geen_passend_leerbedrijf", "Er is geen passend leerbedrijf"
    BEDRIJF_TROK_TERUG = "bedrijf_trok_terug", "Het bedrijf trok zich terug"
    KANDIDAAT_TROK_TERUG = "kandidaat_trok_terug", "De kandidaat trok zich terug"
    ANDERE_ROUTE = "andere_route", "De kandidaat koos iets anders"
    TAAL_NOG_TE_LAAG = "taal_nog_te_laag", "Eerst meer taal leren"
    VERVOER_TIJDEN = "vervoer_tijden", "Reizen of werktijden lukken niet"
    PERSOONLIJKE_OMSTANDIGHEDEN = "persoonlijke_omstandigheden", "Persoonlijke omstandigheden"
    FINANCIERING_NIET_ROND = "financiering_niet_rond", "De financiering is niet rond"
    POK_NIET_ROND = "pok_niet_rond", "De praktijkovereenkomst is niet rond"
    GEEN_CONTACT = "geen_contact", "Er is geen contact meer"
    ANDERS = "anders", "Anders"


class GestoptReden(models.TextChoices):
    WERK_GEVONDEN = "werk_gevonden", "Werk gevonden"
    OPLEIDING_GESTART = "opleiding_gestart", "Een opleiding gestart"
    MATCH_WERK = "match_werk", "Het werk past niet"
    MATCH_BEDRIJF = "match_bedrijf", "Het bedrijf past niet"
    TE_WEINIG_BEGELEIDING = "te_weinig_begeleiding", "Te weinig begeleiding"
    TE_WEINIG_TIJD_BEDRIJF = "te_weinig_tijd_bedrijf", "Het bedrijf heeft te weinig tijd"
    TAAL = "taal", "Taal"
    VERVOER_TIJDEN_OPVANG = "vervoer_tijden_opvang", "Reizen, werktijden of opvang"
    PERSOONLIJKE_OMSTANDIGHEDEN = "persoonlijke_omstandigheden", "Persoonlijke omstandigheden"
    BEDRIJF_OF_ERKENNING_WEG = "bedrijf_of_erkenning_weg", "Het bedrijf of de erkenning viel weg"
    EINDE_CONTRACT = "einde_contract", "Einde contract"
    VERHUISD = "verhuisd", "Verhuisd"
    GEEN_CONTACT = "geen_contact", "Er is geen contact meer"
    ANDERS = "anders", "Anders"
