from django import forms
from django.apps import AppConfig

# What Django says in its own words ("Dit veld is verplicht"), said as the portal speaks.
GEWONE_WOORDEN = {
    forms.Field: {"required": "Vul dit in."},
    forms.ChoiceField: {"required": "Maak een keuze.", "invalid_choice": "Kies iets uit de lijst."},
    forms.ModelChoiceField: {
        "required": "Maak een keuze.",
        "invalid_choice": "Kies iets uit de lijst.",
    },
    forms.MultipleChoiceField: {"required": "Maak een keuze."},
    forms.DateField: {"invalid": "Deze datum klopt niet. Kies een dag, een maand en een jaar."},
    forms.IntegerField: {"invalid": "Vul een heel getal in, zonder komma."},
    forms.FileField: {"required": "Kies een bestand.", "empty": "Dit bestand is leeg."},
    forms.BooleanField: {"required": "Zet hier een vinkje."},
}


class PortalConfig(AppConfig):
    name = "portal"

    def ready(self):
        from portal import checks, toegangscheck  # noqa: F401  registers the checks

        for veld, woorden in GEWONE_WOORDEN.items():
            veld.default_error_messages = {**veld.default_error_messages, **woorden}
