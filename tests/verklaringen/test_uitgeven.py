"""From the order to the register, in this process; the worker itself is test_worker.py."""

import hashlib
import re

import pytest

from tests.verklaringen.lezer import lopende_tekst
from trajecten import opslag
from trajecten.models import Bericht, Logregel, Status, Teller
from trajecten.rules import Bezwaar
from verklaringen import actions, namen
from verklaringen.models import Staat, Uitgifte, Uitgifteopdracht
from verklaringen.pdf import RenderFout


def alles_doen(renderer):
    while werk := actions.pakken(Uitgifteopdracht):
        actions.opdracht_uitvoeren(werk, renderer)


def test_uitgegeven_documenten_staan_in_het_register(opdrachten, renderer):
    alles_doen(renderer)

    blad, verklaring = Uitgifte.objects.order_by("pk")
    assert [blad.soort, verklaring.soort] == ["praktijkverklaring", "mbo_verklaring"]
    assert namen.is_documentnummer(blad.nummer)
    assert namen.is_documentnummer(verklaring.nummer)
    assert verklaring.inhoud["bladen"][0]["nummer"] == blad.nummer
    for uitgifte in (blad, verklaring):
        bytes_ = opslag.lezen(uitgifte.bestand)
        assert hashlib.sha256(bytes_).hexdigest() == uitgifte.bestand_sha256
        assert uitgifte.opdracht.staat == Staat.UITGEGEVEN
        assert uitgifte.zegel == "geen"


def test_gedrukte_code_opent_het_register_en_staat_er_zelf_niet_in(opdrachten, renderer):
    alles_doen(renderer)

    uitgifte = Uitgifte.objects.get(soort="praktijkverklaring")
    code = re.search(
        r"[0-9A-Z]{5}(-[0-9A-Z]{5}){3}-[0-9A-Z]{6}", lopende_tekst(opslag.lezen(uitgifte.bestand))
    )[0]
    assert actions.opzoeken(code) == uitgifte
    assert actions.opzoeken(code.replace("-", " ").lower()) == uitgifte
    assert code not in str(Uitgifte.objects.values().get(pk=uitgifte.pk))


def test_twee_keer_uitgeven_is_een_opdracht(opdrachten, besloten, fatima):
    nog_eens = actions.uitgeven(traject=besloten, door=fatima.lid)

    assert nog_eens == opdrachten


def test_uitgeven_schrijft_logregels_en_een_bericht_per_document(opdrachten, renderer, fatima):
    alles_doen(renderer)

    assert Logregel.objects.filter(actie="uitgegeven").count() == 2
    assert list(Bericht.objects.values_list("aan", flat=True)) == [
        fatima.lid.gebruiker.email,
        fatima.lid.gebruiker.email,
    ]


def test_mbo_verklaring_wacht_op_het_nummer_van_haar_blad(opdrachten):
    eerste = actions.pakken(Uitgifteopdracht)

    assert eerste.soort == "praktijkverklaring"
    assert actions.pakken(Uitgifteopdracht) is None


def test_zonder_besluit_wordt_niets_uitgegeven(getekend, fatima):
    getekend.refresh_from_db()
    with pytest.raises(Bezwaar, match="nog niet besloten"):
        actions.uitgeven(traject=getekend, door=fatima.lid)

    assert not Uitgifteopdracht.objects.exists()


@pytest.mark.parametrize("wie", ["johan", "samira", "anne", "karin"])
def test_alleen_de_coordinator_van_de_school_geeft_uit(besloten, wie, request):
    with pytest.raises(Bezwaar, match="Alleen een mbo-coördinator"):
        actions.uitgeven(traject=besloten, door=request.getfixturevalue(wie).lid)


def test_ingetrokken_erkenning_vraagt_een_vastgelegde_motivering(besloten, plaatsing, fatima):
    plaatsing.leerbedrijf.erkenningen.update(ingetrokken_op=plaatsing.begin)

    with pytest.raises(Bezwaar, match="Schrijf op waarom het toch kan"):
        actions.uitgeven(traject=besloten, door=fatima.lid)
    opdrachten = actions.uitgeven(
        traject=besloten, door=fatima.lid, motivering="De examencommissie vindt dat dit kan."
    )

    assert {o.motivering for o in opdrachten} == {"De examencommissie vindt dat dit kan."}


class KapotteRenderer:
    def renderen(self, drukwerk):
        raise RenderFout("geweigerd")


def test_wat_niet_te_maken_is_vervalt_met_zijn_nummer_en_een_reden(opdrachten):
    for _ in range(5):
        Uitgifteopdracht.objects.update(niet_voor="2020-01-01T00:00Z")
        actions.opdracht_uitvoeren(actions.pakken(Uitgifteopdracht), KapotteRenderer())

    blad = opdrachten[0]
    blad.refresh_from_db()
    assert (blad.staat, blad.vervallen_reden) == (Staat.VERVALLEN, "geweigerd")
    assert namen.is_documentnummer(blad.nummer)


def test_na_vervallen_kan_opnieuw_worden_uitgegeven_met_een_nieuw_nummer(
    opdrachten, besloten, fatima, renderer
):
    test_wat_niet_te_maken_is_vervalt_met_zijn_nummer_en_een_reden(opdrachten)

    actions.uitgeven(traject=besloten, door=fatima.lid)
    alles_doen(renderer)

    nummers = Uitgifteopdracht.objects.filter(soort="praktijkverklaring").order_by("nummer")
    assert [o.staat for o in nummers] == [Staat.VERVALLEN, Staat.UITGEGEVEN]
    assert Teller.objects.get(soort="PV").stand == 2
    assert Uitgifte.objects.count() == 2


def test_wie_zijn_lease_kwijt_is_legt_niets_meer_vast(opdrachten, renderer):
    trage = actions.pakken(Uitgifteopdracht)
    Uitgifteopdracht.objects.update(lease_tot="2020-01-01T00:00Z")
    snelle = actions.pakken(Uitgifteopdracht)
    actions.opdracht_uitvoeren(snelle, renderer)

    with pytest.raises(actions.Verloren):
        actions.opdracht_uitvoeren(trage, renderer)

    assert Uitgifte.objects.count() == 1
    assert Teller.objects.get(soort="PV").stand == 1


def test_uitreiken_rondt_het_traject_af(opdrachten, besloten, renderer, fatima):
    alles_doen(renderer)

    uitreikingen = actions.uitreiken(traject=besloten, door=fatima.lid, plaats="Deventer")

    besloten.refresh_from_db()
    assert besloten.status == Status.UITGEREIKT
    assert len(uitreikingen) == 2


def test_uitreiken_kan_pas_als_alles_is_uitgegeven(opdrachten, besloten, fatima):
    with pytest.raises(Bezwaar, match="Nog niet alle documenten"):
        actions.uitreiken(traject=besloten, door=fatima.lid, plaats="Deventer")
