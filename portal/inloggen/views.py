"""Coming in by invitation or card, and the fresh code before a signature."""

from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from django.contrib import messages
from django.contrib.auth import login
from django.shortcuts import redirect, render
from django.urls import reverse

from portal import sessie
from portal.inloggen import binnen
from portal.inloggen.forms import BevestigenForm, KaartForm, VertrouwdForm
from trajecten import actions, rules

ACHTERGROND = "allauth.account.auth_backends.AuthenticationBackend"


def uitnodiging_link(request, geheim):
    """Swap the secret for a session value, out of the address bar; nothing is used up."""
    gevonden = binnen.uitnodiging_van(geheim)
    request.session[binnen.UITNODIGING] = gevonden.pk if gevonden else None
    return redirect("uitnodiging")


def uitnodiging(request):
    """Says who invites you and for what, with one button; the button sends a code."""
    gevonden = binnen.uitnodiging_in(request)
    is_open = gevonden and rules.uitnodiging_is_open(gevonden)
    if request.method == "POST" and gevonden:
        return _aannemen(request, gevonden) if is_open else _nieuwe_link(request, gevonden)
    context = {"uitnodiging": gevonden, "kan_nieuw": binnen.kan_nieuwe_link(gevonden)}
    if is_open and gevonden.soort == gevonden.Soort.KAART:
        context["form"] = VertrouwdForm()
    pagina = "inloggen/uitnodiging.html" if is_open else "inloggen/verlopen.html"
    return render(request, pagina, context, status=200 if is_open else 410)


def _aannemen(request, uitnodiging):
    if uitnodiging.soort == uitnodiging.Soort.KAART:
        return _met_kaart_binnen(request, uitnodiging)
    if request.lid and request.lid.gebruiker_id == uitnodiging.lid.gebruiker_id:
        actions.uitnodiging_aannemen(uitnodiging=uitnodiging)
        sessie.wisselen(request, uitnodiging.lid)
        return redirect("start:mijn")
    if request.lid:
        # Someone else still sits at this device: first out, then in as the invited person.
        sessie.afsluiten(request)
        request.session[binnen.UITNODIGING] = uitnodiging.pk
    gebruiker = uitnodiging.lid.gebruiker
    LoginCodeVerificationProcess.initiate(request=request, user=gebruiker, email=gebruiker.email)
    return redirect("account_confirm_login_code")


def _nieuwe_link(request, uitnodiging):
    if binnen.kan_nieuwe_link(uitnodiging):
        actions.uitnodiging_vernieuwen(uitnodiging=uitnodiging)
        request.session.pop(binnen.UITNODIGING, None)
    return render(request, "inloggen/nieuwe_link.html")


def kaart(request):
    """The code on a printed card, for a kandidaat without e-mail."""
    form = KaartForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        gevonden = binnen.uitnodiging_van(actions.kaartcode_opschonen(form.cleaned_data["code"]))
        if gevonden and gevonden.soort == gevonden.Soort.KAART:
            return _met_kaart_binnen(request, gevonden)
        form.add_error("code", "Deze code klopt niet. Kijk nog eens goed op je kaart.")
    status = 422 if form.errors else 200
    return render(request, "inloggen/kaart.html", {"form": form}, status=status)


def _met_kaart_binnen(request, uitnodiging):
    if not actions.uitnodiging_aannemen(uitnodiging=uitnodiging):
        request.session[binnen.UITNODIGING] = uitnodiging.pk
        return redirect("uitnodiging")
    sessie.afsluiten(request)
    login(request, uitnodiging.lid.gebruiker, backend=ACHTERGROND)
    vertrouwd = request.POST.get("vertrouwd") == "on"
    sessie.beginnen(request.session, uitnodiging.lid, vertrouwd=vertrouwd)
    actions.inloggen_vastleggen(lid=uitnodiging.lid, wijze="kaart")
    return redirect("start:mijn")


def bevestigen(request):
    """Ask a fresh code before signing or issuing, then back to the page that asked it."""
    naar = binnen.veilig(request, request.POST.get("next") or request.GET.get("next"))
    email = request.lid.gebruiker.email
    if request.method == "POST" and "sturen" in request.POST and email:
        actions.code_mailen(aan=email, code=sessie.code_maken(request))
        messages.success(request, "De code is onderweg. Kijk in je mail.")
        return redirect(f"{reverse('bevestigen')}?{binnen.met_next(naar)}")
    typt = request.method == "POST" and "sturen" not in request.POST
    form = BevestigenForm(
        request.POST if typt else None, verwacht=lambda code: sessie.code_klopt(request, code)
    )
    if form.is_valid():
        sessie.code_getypt(request)
        return redirect(naar)
    context = {"form": form, "naar": naar, "email": email}
    context["gestuurd"] = sessie.code_is_gestuurd(request)
    return render(request, "inloggen/bevestigen.html", context, status=422 if form.errors else 200)
