from django.apps import AppConfig


class NachtConfig(AppConfig):
    name = "portal.nacht"
