"""Withdrawing an issued document: propose it, and as a second person confirm or refuse it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from trajecten.forms.redenen import RedenForm
from trajecten.rules import Bezwaar, Ingehaald
from trajecten.views.insturen import gepost

from .. import actions, rules
from ..forms.intrekken import IntrekkenVoorstellenForm
from ..models import Intrekkingsvoorstel
from .uitgiften import eigen_uitgifte


def intrekken_voorstellen(request, pk):
    """Why, then "Klopt dit?", then the proposal; the document stays valid until it is confirmed."""
    uitgifte = eigen_uitgifte(request, pk)
    form = IntrekkenVoorstellenForm(gepost(request))
    klopt_dit = form.is_valid() and "verander" not in request.POST
    if klopt_dit and "klopt" in request.POST:
        try:
            actions.intrekken_voorstellen(uitgifte=uitgifte, door=request.lid, **form.cleaned_data)
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
            klopt_dit = False
        except Ingehaald as ingehaald:
            return _ingehaald(request, uitgifte, ingehaald.eerder)
        else:
            wie = rules.wie_besluit(uitgifte, request.lid)
            messages.success(request, f"Voorgesteld. Nu besluit {wie}. Tot dan blijft het geldig.")
            return redirect("verklaringen:uitgifte", pk)
    context = {
        "uitgifte": uitgifte,
        "form": form,
        "klopt_dit": klopt_dit,
        "wie": rules.wie_besluit(uitgifte, request.lid),
        "bezwaar": rules.bezwaar_tegen_intrekken_voorstellen(uitgifte, request.lid),
    }
    pagina = "verklaringen/intrekken_voorstellen.html"
    return render(request, pagina, context, status=422 if form.errors else 200)


def intrekken(request, pk):
    """The second person reads the proposal and withdraws the document, or goes on to refuse."""
    voorstel = _voorstel(request, pk)
    weigering = ""
    if request.method == "POST":
        try:
            actions.intrekken(voorstel=voorstel, door=request.lid)
        except Bezwaar as bezwaar:
            weigering = str(bezwaar)
        except Ingehaald as ingehaald:
            return _ingehaald(request, voorstel.uitgifte, ingehaald.eerder)
        else:
            messages.success(request, "Ingetrokken. Het document is vanaf nu niet meer geldig.")
            return redirect("verklaringen:uitgifte", voorstel.uitgifte_id)
    context = {
        "voorstel": voorstel,
        "bezwaar": weigering or rules.bezwaar_tegen_intrekken(voorstel, request.lid),
        "van_jou": voorstel.door_id == request.lid.pk,
        "verwant": rules.verwante_uitgiften(voorstel.uitgifte),
    }
    return render(request, "verklaringen/intrekken.html", context, status=422 if weigering else 200)


def voorstel_afwijzen(request, pk):
    """No: by the second person; or the one who proposed it takes it back."""
    voorstel = _voorstel(request, pk)
    van_jou = voorstel.door_id == request.lid.pk
    form = RedenForm(
        gepost(request),
        label="Waarom neem je het terug?" if van_jou else "Waarom blijft het document geldig?",
        leeg="Schrijf op waarom het document geldig blijft.",
        knop="Neem het voorstel terug" if van_jou else "Wijs het voorstel af",
    )
    if form.is_valid():
        try:
            actions.voorstel_afwijzen(
                voorstel=voorstel, door=request.lid, toelichting=form.cleaned_data["reden"]
            )
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        except Ingehaald as ingehaald:
            return _ingehaald(request, voorstel.uitgifte, ingehaald.eerder)
        else:
            messages.success(request, "Bewaard. Het document blijft geldig.")
            return redirect("verklaringen:uitgifte", voorstel.uitgifte_id)
    bezwaar = rules.bezwaar_tegen_voorstel_afwijzen(voorstel, request.lid)
    context = {"voorstel": voorstel, "form": form, "bezwaar": bezwaar, "van_jou": van_jou}
    return render(
        request, "verklaringen/voorstel_afwijzen.html", context, status=422 if form.errors else 200
    )


def _ingehaald(request, uitgifte, eerder):
    """Who was first and what they did: an open proposal, a withdrawal or a refusal."""
    soort = eerder._meta.model_name
    context = {"uitgifte": uitgifte, "eerder": eerder, "soort": soort}
    return render(request, "verklaringen/voorstel_ingehaald.html", context, status=409)


def _voorstel(request, pk):
    scope = Intrekkingsvoorstel.objects.zichtbaar_voor(request.lid)
    return get_object_or_404(
        scope.select_related("uitgifte__traject__kandidaat", "door__gebruiker"), pk=pk
    )
