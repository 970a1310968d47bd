from django.apps import AppConfig


class TrajectenConfig(AppConfig):
    name = "trajecten"
    default_auto_field = "django.db.models.BigAutoField"
