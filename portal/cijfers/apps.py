from django.apps import AppConfig


class CijfersConfig(AppConfig):
    name = "portal.cijfers"
