"""The forms of signing in. The first two extend allauth's, which hold the check itself."""

from allauth.account.adapter import get_adapter
from allauth.account.forms import ConfirmLoginCodeForm, RequestLoginCodeForm
from allauth.core import context, ratelimit
from django import forms

from portal.inloggen import binnen
from trajecten import actions

CODE = {"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True}
VERTROUWD = "Dit is mijn eigen telefoon of computer. Onthoud mij 30 dagen."
VERTROUWD_HULP = "Vink dit niet aan als anderen dit toestel ook gebruiken."


class InloggenForm(RequestLoginCodeForm):
    email = forms.EmailField(
        label="Je e-mailadres",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": "Vul je e-mailadres in.",
            "invalid": "Dit e-mailadres klopt niet. Het ziet er zo uit: naam@voorbeeld.nl",
        },
    )

    def clean_email(self):
        """Known or not: one mail goes out, so that the answer and its time are the same.

        A stranger who keeps asking codes for an address must not lock its owner out: a device that
        was signed in before has a count of its own.
        """
        email = self.cleaned_data["email"].lower()
        self._user = binnen.gebruiker_met(email)
        sleutel = binnen.remsleutel(context.request, self._user, email)
        if not ratelimit.consume(context.request, action="request_login_code", key=sleutel):
            raise get_adapter().validation_error("too_many_login_attempts")
        if self._user is None:
            actions.onbekend_adres_mailen(aan=email)
        return email


class CodeForm(ConfirmLoginCodeForm):
    code = forms.CharField(
        label="De code uit de mail",
        max_length=20,
        widget=forms.TextInput(attrs=CODE),
        error_messages={"required": "Vul de code uit de mail in."},
    )
    vertrouwd = forms.BooleanField(required=False, label=VERTROUWD, help_text=VERTROUWD_HULP)


class BevestigenForm(forms.Form):
    """The fresh code before signing or issuing; `verwacht` knows whether it is the right one."""

    code = CodeForm.base_fields["code"]

    def __init__(self, *args, verwacht, **kwargs):
        super().__init__(*args, **kwargs)
        self.verwacht = verwacht

    def clean_code(self):
        if not self.verwacht(self.cleaned_data["code"]):
            raise forms.ValidationError(get_adapter().error_messages["incorrect_code"])
        return self.cleaned_data["code"]


class VertrouwdForm(forms.Form):
    """Only whether to remember this device; asked before a card is used up."""

    vertrouwd = forms.BooleanField(
        required=False, initial=True, label=VERTROUWD, help_text=VERTROUWD_HULP
    )


class KaartForm(VertrouwdForm):
    code = forms.CharField(
        label="De code op je kaart",
        max_length=40,
        help_text="Drie keer vier letters en cijfers. Streepjes hoeven niet.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
        error_messages={"required": "Vul de code van je kaart in."},
    )
    field_order = ["code", "vertrouwd"]
