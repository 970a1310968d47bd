"""django-allauth as this portal uses it: a code through the outbox, and a lid in the session."""

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.contrib.auth import logout
from django.shortcuts import redirect

from portal import sessie
from portal.inloggen import binnen
from trajecten import actions


class Adapter(DefaultAccountAdapter):
    """Sends codes through the outbox and starts the session as one lidmaatschap."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "incorrect_code": "Deze code klopt niet. Kijk in de laatste mail van ons.",
        "too_many_login_attempts": "Je hebt het te vaak geprobeerd. Wacht een kwartier.",
        "rate_limited": "Je hebt het te vaak geprobeerd. Wacht een kwartier.",
    }

    def is_open_for_signup(self, request):
        return False

    def send_mail(self, template_prefix, email, context):
        """The only mail that allauth still sends here is the code to sign in."""
        actions.code_mailen(aan=email, code=context["code"])

    def add_message(self, *args, **kwargs):
        """Our pages say what happened; allauth's own sentences name the address."""

    def post_login(self, request, user, *, redirect_url, **kwargs):
        lid = binnen.lid_bij_inloggen(request, user, redirect_url)
        if lid is None:
            logout(request)
            messages.error(request, "Je hebt nu geen rol in het portaal. Bel je contactpersoon.")
            return redirect("account_login")
        vertrouwd = request.POST.get("vertrouwd") == "on"
        sessie.beginnen(request.session, lid, vertrouwd=vertrouwd, met_code=True)
        response = super().post_login(request, user, redirect_url=redirect_url, **kwargs)
        binnen.toestel_onthouden(response, user)
        actions.inloggen_vastleggen(lid=lid, wijze="code")
        return response

    def logout(self, request):
        super().logout(request)
        request.uitgelogd = True
