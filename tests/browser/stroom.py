"""One person at one screen, and the steps that both walks through the whole main job share."""

import re
import subprocess
from contextlib import contextmanager
from datetime import timedelta

from django.utils import timezone

from tests.browser.test_aftekenen import nakijken
from tests.verklaringen import werkers
from trajecten import rules
from trajecten.models import Bericht, Traject
from verklaringen.models import Uitgifte

VANDAAG = timezone.localdate
HULP = {"doel": "taken", "lessen": "nee", "taal": "met_hulp", "tijd": "kort", "rekenen": "nee"}


def worker():
    """`manage.py worker` as a real process: it does what is waiting and ends."""
    code, uitvoer = werkers.afmaken(werkers.starten("--eenmaal"))
    assert code == 0, uitvoer


class Venster:
    """One person at one screen; each page it passes is looked at once, if `nakijken`."""

    def __init__(self, pagina, speler, maat, nakijken=True, met_code=True, ook_op=()):
        self.scherm = pagina(speler, maat, met_code=met_code)
        self.adres = speler.lid.gebruiker.email if speler else ""
        self.page, self.nakijken, self.gezien = self.scherm.page, nakijken, set()
        self.maten = (maat, *ook_op)

    def naar(self, pad):
        self.scherm.naar(pad)
        return self.kijk()

    def kijk(self, ook=False):
        """Axe and width, where every page is looked at or this one `ook`."""
        if not (self.nakijken or ook):
            return self
        naam = re.sub(r"\W+", "_", self.page.title())[:60]
        for breedte, hoogte in self.maten if naam not in self.gezien else ():
            if len(self.maten) > 1:
                self.page.set_viewport_size({"width": breedte, "height": hoogte})
            nakijken(self.scherm, naam)
        self.gezien.add(naam)
        return self

    @contextmanager
    def stilstaand(self):
        """No page asks again by itself meanwhile: time to look at one that would."""
        self.page.route("**/*", _zonder_verversen)
        yield self
        self.page.unroute("**/*")

    def druk(self, *knoppen):
        """Press buttons or links one after the other, by the words on them."""
        for woord in knoppen:
            begint = re.compile(f"^{re.escape(woord)}")
            doel = self.page.get_by_role("button", name=begint)
            doel = doel.or_(self.page.get_by_role("link", name=begint))
            with self.page.expect_navigation(wait_until="domcontentloaded"):
                doel.first.click()
            self.kijk()
        return self

    def vul(self, **velden):
        """Fill fields by name: text, the label of a choice, a value, or True for a tick box."""
        for naam, waarde in velden.items():
            veld = self.page.locator(f'[name="{naam}"]')
            soort = veld.first.evaluate("v => v.type || v.tagName.toLowerCase()")
            if soort in ("radio", "checkbox"):
                waarden = waarde if isinstance(waarde, list) else [waarde]
                for een in waarden:
                    rij = (
                        veld
                        if een is True
                        else self.page.locator(f'[name="{naam}"][value="{een}"]')
                    )
                    rij.first.check(force=True)
            elif soort.startswith("select"):
                veld.select_option(label=waarde)
            elif soort == "file":
                veld.set_input_files(waarde)
            else:
                veld.fill(str(waarde))
        return self

    def leest(self, tekst):
        assert tekst in self.page.locator("main").inner_text(), self.page.locator(
            "main"
        ).inner_text()
        return self

    def pdf_tekst(self, naam, map_):
        """Download the PDF behind this link; its words with the white space collapsed."""
        with self.page.expect_download() as download:
            self.page.get_by_role("link", name=naam).click()
        bestand = map_ / download.value.suggested_filename
        download.value.save_as(bestand)
        uitvoer = subprocess.run(["pdftotext", str(bestand), "-"], capture_output=True, check=True)
        return " ".join(uitvoer.stdout.decode().split())


def _zonder_verversen(route):
    if route.request.resource_type != "document":
        return route.continue_()
    antwoord = route.fetch(max_redirects=0)
    koppen = {naam: wat for naam, wat in antwoord.headers.items() if naam != "refresh"}
    return route.fulfill(response=antwoord, headers=koppen)


def code_uit_de_mail(adres):
    """The newest code that was mailed to this address."""
    bericht = Bericht.objects.filter(aan=adres, geheim=True).order_by("-pk").first()
    return re.search(r"\b(\d{6}|[A-Z0-9]{6})\b", bericht.tekst).group(1)


def bevestigen(venster):
    """The fresh code that signing and issuing ask for."""
    venster.druk("Stuur mij een code")
    venster.vul(code=code_uit_de_mail(venster.adres)).druk("Ga verder")


def aanmelden(mo, rachid, fatima):
    mo.naar("/aanmelden/")
    mo.vul(
        naam="Samira Voorbeeld",
        telefoon="06 12 34 56 78",
        taal="Arabisch",
        wens="Werken in een magazijn",
    )
    mo.vul(gemeente="Deventer", uitleg_gegeven=True).druk("Meld aan")
    mo.leest("bij het aanmeldpunt")
    rachid.naar("/mijn/").druk("Samira Voorbeeld", "Zet door naar een school")
    rachid.vul(instelling=str(fatima.lid.organisatie_id)).druk("Zet door naar deze school")
    rachid.leest("Roc Voorbeeld")
    return Traject.objects.get()


def intake(school, traject, email=""):
    school.naar("/mijn/").druk("Doe de intake", "Begin de intake")
    school.vul(startkwalificatie="nee", jonger_dan_18="nee", email=email)
    for vraag, antwoord in HULP.items():
        school.vul(**{f"hulp_{vraag}": rules.VRAGEN[vraag][1][antwoord]})
    school.druk("Laat een voorstel zien").leest("Lessen en toetsen gaan nu nog niet.")
    school.vul(route="praktijkverklaring", route_reden="Leren op het werk past.")
    school.druk("Bewaar de intake")


def plannen(school, traject):
    vandaag = VANDAAG()
    school.naar(f"/trajecten/{traject.pk}/plan/")
    school.vul(begin=vandaag, eind=vandaag + timedelta(days=120), uren_per_week=24, uren_totaal=400)
    school.druk("Bewaar en kies werkprocessen")
    for code in ("B1-K1-W1", "B1-K1-W2", "P1-K1-W1", "P1-K1-W5"):
        school.page.get_by_label(re.compile(f"^{code} ")).check(force=True)
    if school.page.locator('[name="bevestigd"]').count():
        school.vul(bevestigd=True)
    school.druk("Bewaar het plan")
    school.naar(f"/trajecten/{traject.pk}/inschrijven/")
    school.vul(studentnummer="900123", op=vandaag).druk("Schrijf in")


def oordelen(school, traject):
    school.naar(f"/trajecten/{traject.pk}/schooloordeel/")
    school.vul(oordeel="3", motivering="De kandidaat laat dit op het werk zien.")
    school.druk("Geef het schooloordeel")
    school.naar(f"/trajecten/{traject.pk}/gegevens/")
    school.page.get_by_label("Alle voornamen").fill("Samira")
    school.page.get_by_label("Achternaam", exact=True).fill("Voorbeeld")
    school.page.get_by_label("Geboortedatum").fill("1991-03-14")
    school.page.get_by_label("Geboorteplaats").fill("Zwolle")
    school.page.get_by_label("Ik heb dit vergeleken").check(force=True)
    school.page.get_by_label("Gewerkte uren").fill("512")
    school.druk("Bewaar de gegevens")


def uitgeven(school, traject):
    """The order, the worker as a real process, and the handing over."""
    school.naar(f"/trajecten/{traject.pk}/document/").druk("Klaar voor uitgifte")
    if school.page.get_by_role("button", name="Stuur mij een code").count():
        bevestigen(school)
    school.page.get_by_role("button", name="Geef verklaring uit").click()
    school.page.wait_for_url("**/document/")
    worker()
    school.naar(f"/trajecten/{traject.pk}/document/").druk("Leg de uitreiking vast")
    school.druk("Leg de uitreiking vast")


def downloaden(school, traject, tmp_path):
    """Both documents hold the snapshot's codes and titles letter for letter."""
    school.naar(f"/trajecten/{traject.pk}/document/")
    teksten = {
        uitgifte.soort: school.pdf_tekst(f"Download {uitgifte.nummer}", tmp_path)
        for uitgifte in Uitgifte.objects.filter(traject=traject)
    }
    blad = teksten["praktijkverklaring"]
    for regel in traject.planregels.all():
        staat_erop = f"{regel.code} {regel.titel}" in blad
        assert staat_erop == (regel.code != "P1-K1-W5"), regel
    assert "Samira Voorbeeld" in teksten["mbo_verklaring"]
    return blad, teksten["mbo_verklaring"]


def controleren(werkgever, blad):
    """An employer sees the content with the code, and a name that differs is exposed."""
    code = re.search(r"\b[0-9A-Z]{5}(-[0-9A-Z]{5}){3}-[0-9A-Z]{6}\b", blad).group()
    werkgever.naar(f"/controleren/#{code}").leest("Dit document staat in ons register")
    assert "Samira Voorbeeld" not in werkgever.page.content()
    werkgever.vul(achternaam="Bedrog", geboren_op="1991-03-14").druk("Vergelijk de naam")
    werkgever.leest("De naam komt niet overeen.")
    werkgever.vul(achternaam="Voorbeeld", geboren_op="1991-03-14").druk("Vergelijk de naam")
    werkgever.leest("De naam komt overeen.").leest("Samira Voorbeeld")
