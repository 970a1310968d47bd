from django.apps import AppConfig


class VerklaringenConfig(AppConfig):
    name = "verklaringen"
    default_auto_field = "django.db.models.BigAutoField"
