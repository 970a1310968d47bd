"""The public controle page: what the register knows of a code or a file, and of a name."""

from django.conf import settings
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from trajecten.rules import Bezwaar

from .. import actions, namen, zegel
from ..forms.controleren import BestandForm, ControlerenForm, VergelijkenForm


# No token: with no-referrer a browser sends "Origin: null", which Django refuses. Nothing hangs on
# who posts here; what it counts is held back by the rate limit and by the limit per document.
@csrf_exempt
def controleren(request):
    """The form; a QR brings the code behind `#`, and script posts it."""
    response = _antwoorden(request) if request.method == "POST" else _vragen(request)
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex"
    return response


def _vragen(request, form=None):
    context = {"form": form or ControlerenForm(), "host": _host()}
    status = 422 if form else 200
    return render(request, "verklaringen/controleren.html", context, status=status)


def _antwoorden(request):
    if "sha256" in request.POST:
        return _bestand(request)
    return _code(request)


def _bestand(request):
    """The browser made the hash; the file itself never comes here."""
    form = BestandForm(request.POST)
    uitgifte = actions.bestand_raadplegen(**form.cleaned_data) if form.is_valid() else None
    context = {"bestand": True, "opnieuw": ControlerenForm()}
    return _antwoord(request, uitgifte, context)


def _code(request):
    """Unknown and malformed codes take the same way to the same page."""
    vergelijken = "vergelijk" in request.POST
    form = (VergelijkenForm if vergelijken else ControlerenForm)(request.POST)
    if not form.is_valid() and not vergelijken:
        return _vragen(request, form)
    code = request.POST.get("code", "")
    gegeven = form.cleaned_data if vergelijken and form.is_valid() else {}
    try:
        uitgifte, gelijk = actions.raadplegen(
            code=code,
            achternaam=gegeven.get("achternaam", ""),
            geboren_op=gegeven.get("geboren_op"),
        )
    except Bezwaar as bezwaar:
        return render(request, "verklaringen/te_vaak.html", {"bezwaar": bezwaar}, status=429)
    if uitgifte is None and (deling := actions.gedeeld_openen(code=code)):
        return _antwoord(request, deling.uitgifte, {"gelijk": True, "deling": deling})
    context = {
        "gelijk": gelijk,
        "vergeleken": bool(gegeven),
        "form": form if vergelijken else VergelijkenForm(initial={"code": code}),
        "opnieuw": ControlerenForm(initial={"code": code}),
    }
    return _antwoord(request, uitgifte, context, fout=vergelijken and bool(form.errors))


def _antwoord(request, uitgifte, context, fout=False):
    context |= {"uitgifte": uitgifte, "op": timezone.localtime(), "host": _host()}
    if uitgifte is not None:
        context |= {
            "inhoud": uitgifte.inhoud,
            "naam": namen.gemaskeerd(uitgifte.inhoud["naam"]),
            "verzegeld_door": zegel.van_wie(uitgifte.zegel),
        }
    return render(request, "verklaringen/controle.html", context, status=422 if fout else 200)


def _host():
    return settings.CONTROLEER_URL.split("//")[-1].split("/")[0]
