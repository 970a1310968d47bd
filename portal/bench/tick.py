"""Gate `tick`: the hot screen. Saving against an empty request, drawing against plain values."""

import uuid
from datetime import timedelta
from statistics import median

from django.conf import settings
from django.template.loader import get_template
from django.test import Client, RequestFactory, override_settings
from django.urls import resolve, reverse
from django.utils import timezone

from portal import sessie
from trajecten import models as m
from trajecten.forms.voortgang import UITLEG, AftekenenForm, dagkeuzes

from .meting import Meting, duur, hooguit

WERKPROCESSEN = 40
RONDES = 160
NIVEAUS = (m.Niveau.MET_HULP, m.Niveau.ONDER_TOEZICHT, m.Niveau.ZELFSTANDIG)


def meten() -> list[Meting]:
    # DEBUG keeps every query in memory: not what a user waits for.
    with override_settings(DEBUG=False, ALLOWED_HOSTS=["testserver"], SECURE_SSL_REDIRECT=False):
        lid, planregels = klaarzetten()
        return [_bewaren(lid, planregels), _tekenen(lid, planregels[0])]


def klaarzetten(nummer: int = 0) -> tuple[m.Lidmaatschap, list[m.Planregel]]:
    """A praktijkopleider with one kandidaat, whose plan is long enough to tick for a while."""
    regio = m.Arbeidsmarktregio.objects.create(naam=f"Bench {nummer}")
    gemeente = m.Gemeente.objects.create(code=f"GM{nummer:04}", naam="Bench", regio=regio)
    bedrijf = m.Leerbedrijf.objects.create(
        leerbedrijf_id=f"9990000{nummer:02}",
        naam="Bench",
        plaats="Bench",
        bron=m.Leerbedrijf.Bron.HANDMATIG,
    )
    lid = m.Lidmaatschap.objects.create(
        gebruiker=m.Gebruiker.objects.create(naam="Johan Voorbeeld"),
        rol=m.Rol.PRAKTIJKOPLEIDER, leerbedrijf=bedrijf,
    )  # fmt: skip
    traject = m.Traject.objects.create(
        nummer=f"TR-BENCH-{nummer}", status=m.Status.ACTIEF, route=m.Route.PRAKTIJKVERKLARING,
        leerweg=m.Leerweg.DERDE_LEERWEG,
        kandidaat=m.Kandidaat.objects.create(naam="Samira Voorbeeld", gemeente=gemeente),
        instelling=m.Organisatie.objects.create(
            naam="Roc Bench", soort=m.Organisatie.Soort.INSTELLING, regio=regio, plaats="Bench"
        ),
    )  # fmt: skip
    plaatsing = m.Plaatsing.objects.create(
        traject=traject, leerbedrijf=bedrijf, begin=timezone.localdate() - timedelta(days=60)
    )
    m.Begeleiding.objects.create(plaatsing=plaatsing, lid=lid)
    return lid, _plan(traject, plaatsing, nummer)


def _plan(traject, plaatsing, nummer):
    dossier = m.Kwalificatiedossier.objects.create(
        crebo=f"998{nummer:02}", naam="Bench", bron=m.Kwalificatiedossier.Bron.STARTGEGEVENS
    )
    kerntaak = m.Kerntaak.objects.create(
        dossier=dossier, code="B1-K1", titel="Werkt als assistent", titel_ruw="Werkt als assistent"
    )
    titel = "Bereidt assisterende werkzaamheden voor"
    return [
        m.Planregel.objects.create(
            traject=traject, plaatsing=plaatsing, volgorde=plek, crebo="99998",
            kwalificatie_naam="Bench", kerntaak_code=kerntaak.code, kerntaak_titel=kerntaak.titel,
            code=f"B1-K1-W{plek}", titel=titel,
            werkproces=m.Werkproces.objects.create(
                kerntaak=kerntaak, code=f"B1-K1-W{plek}", titel=titel, titel_ruw=titel,
                eigen_uitleg="Je vraagt wat je moet doen. Je legt je spullen klaar.",
            ),
        )
        for plek in range(1, WERKPROCESSEN + 1)
    ]  # fmt: skip


def _bewaren(lid, planregels) -> Meting:
    """POST aftekenen, from session to answer, against a redirect that only signs in."""
    client = binnen(lid)
    leeg, vol = [], []
    for ronde in range(RONDES):
        planregel, na = planregels[ronde % WERKPROCESSEN], ronde // WERKPROCESSEN
        gegevens = {"niveau": NIVEAUS[na % 3], "na": na, "sleutel": uuid.uuid4()}
        leeg.append(duur(lambda: _gelukt(client.get(reverse("start:mijn")))))
        vol.append(
            duur(lambda p=planregel, g=gegevens: _gelukt(client.post(p.get_absolute_url(), g)))
        )
    zin = f"aftekenen {median(vol) * 1000:.1f} ms, leeg verzoek {median(leeg) * 1000:.1f} ms"
    return hooguit("tick", median(vol) / median(leeg), 6, "keer een leeg", zin)


def binnen(lid) -> Client:
    """A browser in which this lid just signed in."""
    client = Client()
    client.force_login(lid.gebruiker, backend=settings.AUTHENTICATION_BACKENDS[0])
    bewaard = client.session
    sessie.beginnen(bewaard, lid, met_code=True)
    bewaard.save()
    return client


def _gelukt(response):
    if response.status_code != 302:
        raise RuntimeError(f"bench tick: {response.status_code}")


def _tekenen(lid, planregel) -> Meting:
    """The screen and the same page from plain values, each from the rows to the last tag."""
    request, planregel = verzoek(lid, planregel)
    scherm, meetlat = get_template("trajecten/aftekenen.html"), get_template("bench/aftekenen.html")
    tijden = [[], []]
    for _ in range(RONDES):
        tijden[0].append(duur(lambda: scherm.render(context_van_het_scherm(planregel), request)))
        tijden[1].append(duur(lambda: meetlat.render(kale_context(planregel, lid), request)))
    ons, kaal = map(median, tijden)
    zin = f"scherm {ons * 1000:.2f} ms, met de hand {kaal * 1000:.2f} ms"
    return hooguit("tick-screen", ons / kaal, 1.5, "keer met de hand", zin)


def verzoek(lid, planregel):
    """A request as the middleware leaves it, and the planregel as the view fetches it."""
    planregels = m.Planregel.objects.with_aftekeningen()
    planregel = planregels.select_related("traject__kandidaat", "plaatsing").get(pk=planregel.pk)
    request = RequestFactory().get(planregel.get_absolute_url())
    request.lid, request.user, request.session = lid, lid.gebruiker, {}
    request.resolver_match = resolve(request.path)
    return request, planregel


def context_van_het_scherm(planregel):
    return {
        "planregel": planregel,
        "form": AftekenenForm().klaarzetten(planregel),
        "kandidaat": planregel.traject.kandidaat,
        "bezwaar": "",
        "net_bewaard": False,
    }


def kale_context(planregel, lid):
    """The same rows as text and numbers, with nothing of a form."""
    kandidaat, stand = planregel.traject.kandidaat, planregel.stand
    return {
        "voornaam": kandidaat.voornaam, "naam": kandidaat.naam, "als": lid.pk,
        "uitleg": planregel.uitleg, "code": planregel.code, "titel": planregel.titel,
        "kerntaak": f"{planregel.kerntaak_code} {planregel.kerntaak_titel}",
        "kwalificatie": f"{planregel.kwalificatie_naam} ({planregel.crebo})",
        "url": planregel.get_absolute_url(),
        "kaart_url": reverse("trajecten:begeleiding", args=[planregel.traject_id]),
        "sleutel": uuid.uuid4(), "na": stand.volgnummer if stand else 0,
        "niveaus": [
            (waarde, woord, UITLEG[waarde].format(naam=kandidaat.voornaam))
            for waarde, woord in m.Niveau.choices
        ],
        "gekozen": stand.niveau if stand else "",
        "redenen": m.KanHierNietReden.choices,
        "dagen": dagkeuzes(planregel.plaatsing),
        "eerder": planregel.aftekeningen.all(),
    }  # fmt: skip
