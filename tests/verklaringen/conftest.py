"""A traject at each step of the PDF line, walked there through the actions."""

import io
from datetime import timedelta

import pikepdf
import pytest
from django.utils import timezone

from tests import factories as f
from tests.verklaringen import maken_verbetering
from tests.verklaringen.klas import NAMEN, besloten_traject, opdracht_geven, school_klaarzetten
from tests.verklaringen.maken_uitgiften import WAAROM, document, inschrijven
from trajecten import models as m
from trajecten.actions import overgaan
from verklaringen import actions, namen, zegel
from verklaringen.models import Partij, Soort, Uitgifte, Uitgifteopdracht
from verklaringen.pdf import Renderer
from verklaringen.zegel import testzegel

SCAN = (b"%PDF-1.4 getekend", "application/pdf", "getekend.pdf")


@pytest.fixture(scope="session")
def renderer():
    with Renderer() as renderer:
        yield renderer


@pytest.fixture(autouse=True)
def opslag(settings, tmp_path):
    settings.OPSLAG_MAP = tmp_path / "opslag"
    return settings.OPSLAG_MAP


@pytest.fixture
def sleutelbestand(settings, tmp_path, request):
    """A test certificate, set as the seal of this portal. Name it before `uitgifte`.

    P-256, or the kind that an indirect parameter names.
    """
    settings.ZEGEL_BESTAND = str(tmp_path / "zegel.p12")
    testzegel.klaarzetten(tmp_path / "zegel.p12", getattr(request, "param", "P-256"))
    return tmp_path / "zegel.p12"


@pytest.fixture
def kaal():
    """A blank page without a seal."""
    uit = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(uit)
    return uit.getvalue()


@pytest.fixture
def verzegeld(sleutelbestand, kaal):
    """A blank page with our seal; it stands in no register."""
    return zegel.verzegelen(kaal, zegel.paraat())


@pytest.fixture
def beoordeeld(traject, plaatsing, johan, fatima, samira):
    """Three werkprocessen with ja and one without, schooloordeel, data and verzoek."""
    f.mag_uitgeven(traject.instelling)
    m.Kwalificatie.objects.update(bevestigd_door="Beheer", bevestigd_op=timezone.now())
    m.Erkenningcontrole.objects.create(
        leerbedrijf=plaatsing.leerbedrijf,
        crebo="25743",
        uitkomst=m.Erkenningcontrole.Uitkomst.GEVERIFIEERD,
        gecontroleerd_op=plaatsing.begin - timedelta(days=7),
        door=fatima.lid,
    )
    regels = [
        f.planregel(plaatsing, code, titel)
        for code, titel in (
            ("B1-K1-W1", "Bereidt assisterende werkzaamheden voor"),
            ("B1-K1-W2", "Voert assisterende werkzaamheden uit"),
            ("P1-K1-W1", "Ontvangt goederen en/of producten"),
        )
    ]
    for regel in regels:
        f.eindoordeel(regel, johan.lid)
    nee = f.planregel(plaatsing, "P1-K1-W5", "Maakt goederen en/of producten verzendklaar")
    f.eindoordeel(nee, johan.lid, m.Eindoordeel.Oordeel.NIET_AANGEBODEN)
    overgaan(traject=traject, naar=m.Status.EINDBEOORDELING, door=fatima.lid)
    overgaan(traject=traject, naar=m.Status.SCHOOLOORDEEL, door=fatima.lid)
    f.schooloordeel(traject, fatima.lid)
    f.identiteit(traject.kandidaat, fatima.lid)
    f.documentgegevens(plaatsing, johan.lid, fatima.lid)
    m.Verzoek.objects.create(
        traject=traject, wijze="mondeling", door=fatima.lid, gebeurd_op=timezone.localdate()
    )
    return traject


@pytest.fixture
def blad(beoordeeld, fatima):
    """The sheet, fixed and waiting for two signatures."""
    return actions.vaststellen(traject=beoordeeld, door=fatima.lid)[0]


@pytest.fixture
def getekend(blad, johan, fatima):
    """Johan agreed in the portal, Samira on paper."""
    actions.akkoord_geven(
        vaststelling=blad, partij=Partij.PRAKTIJKOPLEIDER, door=johan.lid, plaats="Deventer"
    )
    actions.akkoord_geven(
        vaststelling=blad,
        partij=Partij.KANDIDAAT,
        door=fatima.lid,
        plaats="Deventer",
        bron=m.Bron.PAPIER,
        scan=SCAN,
    )
    return blad.traject


@pytest.fixture
def besloten(getekend, anne):
    """The examencommissie said yes."""
    getekend.refresh_from_db()
    actions.besluiten(
        traject=getekend,
        door=anne.lid,
        uitkomst=m.Besluit.Uitkomst.TOEGEKEND,
        naam="Anne Voorbeeld",
        functie="voorzitter",
        plaats="Zwolle",
    )
    return getekend


@pytest.fixture
def opdrachten(besloten, fatima):
    """The orders to issue: the sheet first, then the mbo-verklaring."""
    return actions.uitgeven(traject=besloten, door=fatima.lid)


@pytest.fixture
def uitgegeven(opdrachten, renderer):
    """The traject with both documents in the register."""
    while werk := actions.pakken(Uitgifteopdracht):
        actions.opdracht_uitvoeren(werk, renderer)
    return opdrachten[0].vaststelling.traject


@pytest.fixture
def uitgifte(uitgegeven):
    """The praktijkverklaring as it stands in the register."""
    return Uitgifte.objects.get(soort=Soort.PRAKTIJKVERKLARING)


@pytest.fixture
def pv(traject, plaatsing, fatima):
    return document(traject, fatima.lid, plaatsing)


@pytest.fixture
def aangeboden(traject):
    """The examencommissie sees what was once laid before it."""
    m.Statusovergang.objects.create(traject=traject, naar=m.Status.BIJ_EXAMENCOMMISSIE)
    return traject


@pytest.fixture
def mbo(aangeboden, fatima):
    return document(aangeboden, fatima.lid)


@pytest.fixture
def voorstel(pv, fatima):
    return actions.intrekken_voorstellen(uitgifte=pv, door=fatima.lid, **WAAROM)


@pytest.fixture
def mbovoorstel(mbo, fatima):
    return actions.intrekken_voorstellen(uitgifte=mbo, door=fatima.lid, **WAAROM)


@pytest.fixture
def klas(school, bedrijf, fatima, johan, anne):
    """Three people with a decision."""
    school_klaarzetten(school, bedrijf, fatima)
    return [besloten_traject(school, fatima, johan, anne, naam) for naam in NAMEN]


@pytest.fixture
def reeks(klas, fatima):
    """The order to issue for all three."""
    return opdracht_geven(klas, fatima)


@pytest.fixture
def geregistreerd(opdrachten):
    """Both documents in the register, without waiting for a worker."""
    for nummer, opdracht in enumerate(opdrachten, 1):
        soort = "PV" if opdracht.soort == Soort.PRAKTIJKVERKLARING else "MV"
        inschrijven(opdracht.vaststelling, namen.documentnummer(soort, 2025, nummer))
    return opdrachten[0].vaststelling.traject


@pytest.fixture
def uitgereikt(geregistreerd, fatima):
    """Both documents issued and handed over."""
    actions.uitreiken(traject=geregistreerd, door=fatima.lid, plaats="Zwolle")
    return m.Traject.objects.get(pk=geregistreerd.pk)


@pytest.fixture
def verbetering(uitgereikt, fatima):
    return actions.verbeteren(
        traject=uitgereikt, door=fatima.lid, reden="gegevens_fout",
        toelichting="De uren kloppen niet.",
    )  # fmt: skip


@pytest.fixture
def verbeterd(verbetering, uitgereikt, fatima, johan, samira, anne):
    """Other hours, signed and decided again: ready to issue."""
    maken_verbetering.gegevens(uitgereikt, fatima.lid, uren=480)
    actions.vaststellen(traject=uitgereikt, door=fatima.lid)
    maken_verbetering.tekenen(uitgereikt, johan.lid, samira.lid)
    maken_verbetering.besluiten(uitgereikt, anne.lid)
    return uitgereikt
