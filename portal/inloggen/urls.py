"""Signing in. Without a namespace, because allauth asks for its own names."""

from allauth.account import views as account
from django.urls import path

from portal.inloggen import views

urlpatterns = [
    # The routes of allauth in use; two names for one page, because allauth asks for both.
    path("inloggen/", account.request_login_code, name="account_login"),
    path("inloggen/", account.request_login_code, name="account_request_login_code"),
    path("inloggen/code/", account.confirm_login_code, name="account_confirm_login_code"),
    path("uitloggen/", account.logout, name="account_logout"),
    path("uitnodiging/", views.uitnodiging, name="uitnodiging"),
    path("uitnodiging/<str:geheim>/", views.uitnodiging_link, name="uitnodiging_link"),
    path("kaart/", views.kaart, name="kaart"),
    path("bevestigen/", views.bevestigen, name="bevestigen"),
]
