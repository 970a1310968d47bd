"""Only in the demo region: play someone of the cast, and read the mail that would have gone out."""

from django.contrib.auth import login
from django.shortcuts import redirect, render

from portal import sessie
from portal.demo.forms import SpelenForm
from portal.inloggen import binnen
from portal.inloggen.views import ACHTERGROND
from trajecten import actions, post


def spelen(request):
    """Come in as someone of the cast, without a code; a signature still asks one."""
    form = SpelenForm(request.POST)
    if not form.is_valid():
        return redirect("account_login")
    lid = form.cleaned_data["lid"]
    sessie.afsluiten(request)
    login(request, lid.gebruiker, backend=ACHTERGROND)
    sessie.beginnen(request.session, lid)
    actions.inloggen_vastleggen(lid=lid, wijze="voorbeeld")
    return redirect(binnen.veilig(request, request.POST.get("next")))


def uitgaand(request):
    """The mail of the demo region, newest first, with its codes and links."""
    return render(request, "demo/post.html", {"berichten": post.uitgaand()})
