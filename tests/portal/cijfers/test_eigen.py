"""The story behind a figure and totals of one's own: who, what, and every version kept."""

from decimal import Decimal

import pytest

from portal.cijfers import actions
from portal.cijfers.models import Duiding, EigenOpgave
from portal.cijfers.rules import aantal_zinnen
from tests import factories as f
from tests.draden import tegelijk
from tests.spelers import Speler
from trajecten.models import Logregel, Organisatie, Rol
from trajecten.rules import Bezwaar, Ingehaald

pytestmark = pytest.mark.django_db


@pytest.fixture
def bente():
    """Maakt beleid bij de gemeente Zwolle."""
    zwolle = f.gemeente("Zwolle", "GM0193")
    gemeente = f.organisatie(Organisatie.Soort.GEMEENTE, "Gemeente Zwolle", gemeente=zwolle)
    return Speler(f.lid(Rol.BELEID, "Bente Voorbeeld", organisatie=gemeente))


def duiden(speler, tekst="In mei kwam er een nieuwe groep.", **anders):
    velden = {"code": "I01", "periode": "2026-K2", "tekst": tekst} | anders
    return actions.duiden(door=speler.lid, **velden)


def opgeven(speler, **anders):
    velden = {
        "soort": "kosten", "periode": "2025", "waarde": Decimal(125000),
        "herkomst": "Jaarrekening 2025",
    } | anders  # fmt: skip
    return actions.eigen_opgave_invullen(door=speler.lid, **velden)


def test_elke_versie_blijft_en_de_laatste_geldt(bente):
    duiden(bente)
    duiden(bente, "In mei kwam er een groep bij.", na=1)

    nu = Duiding.objects.zichtbaar_voor(bente.lid).nu()
    assert list(nu.values_list("volgnummer", "tekst")) == [(2, "In mei kwam er een groep bij.")]
    assert Duiding.objects.count() == 2
    assert Logregel.objects.filter(actie="duiden").count() == 2


def test_nog_een_keer_hetzelfde_is_een_versie(bente):
    assert duiden(bente) == duiden(bente, na=0)
    assert Duiding.objects.count() == 1


def test_wie_een_oude_versie_zag_hoort_wat_er_nu_staat(bente):
    eerst = duiden(bente)

    with pytest.raises(Ingehaald) as fout:
        duiden(bente, "Iets anders.", na=0)

    assert fout.value.eerder == eerst


def test_een_lege_tekst_haalt_de_duiding_weg(bente):
    duiden(bente)
    duiden(bente, "", na=1)

    assert Duiding.objects.nu().get().tekst == ""


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"tekst": "Een. Twee! Drie? Vier."}, "Dit zijn 4 zinnen."),
        ({"code": "I99"}, "Dit cijfer bestaat niet."),
        ({"periode": "2026-05"}, "Deze periode bestaat niet."),
    ],
)
def test_een_duiding_die_niet_kan(bente, velden, zin):
    with pytest.raises(Bezwaar, match=zin):
        duiden(bente, **velden)

    assert Duiding.objects.count() == 0


def test_klantmanager_schrijft_geen_duiding(mo):
    with pytest.raises(Bezwaar, match="Alleen een beleidsmedewerker"):
        duiden(mo)


def test_andere_gemeente_ziet_de_duiding_niet(bente, mo):
    duiden(bente)
    ander = f.organisatie(Organisatie.Soort.GEMEENTE, gemeente=f.gemeente("Apeldoorn", "GM0200"))
    beleid = f.lid(Rol.BELEID, "Bas Anders", organisatie=ander)

    assert Duiding.objects.zichtbaar_voor(beleid).count() == 0
    assert Duiding.objects.zichtbaar_voor(mo.lid).count() == 0


@pytest.mark.parametrize(
    ("tekst", "aantal"),
    [("", 0), ("Een zin", 1), ("Het kost 1.250 euro. Dat is veel!", 2), ("Wat?! Ja.", 2)],
)
def test_zinnen_tellen(tekst, aantal):
    assert aantal_zinnen(tekst) == aantal


def test_een_opgave_heeft_een_bron_en_leeg_is_niet_ingevuld(bente):
    opgeven(bente)
    assert EigenOpgave.objects.ingevuld().get().waarde == 125000

    opgeven(bente, waarde=None, herkomst="", na=1)

    assert EigenOpgave.objects.ingevuld().count() == 0
    assert EigenOpgave.objects.count() == 2


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"herkomst": " "}, "Schrijf op waar dit getal vandaan komt"),
        ({"waarde": None}, "Vul ook het getal in"),
        ({"waarde": Decimal(-1)}, "Een totaal is nul of meer"),
        ({"periode": "2025-K1"}, "over een heel jaar"),
        ({"code": "I01"}, "Kosten horen bij het hele jaar"),
        ({"soort": "streven", "code": "I10", "waarde": Decimal(120)}, "Dit is een percentage"),
        ({"soort": "streven", "code": ""}, "Dit cijfer bestaat niet"),
        ({"soort": "eerder_jaar", "code": "I01", "waarde": Decimal("1.5")}, "Dit is een aantal"),
    ],
)
def test_een_opgave_die_niet_kan(bente, velden, zin):
    with pytest.raises(Bezwaar, match=zin):
        opgeven(bente, **velden)

    assert EigenOpgave.objects.count() == 0


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("doen", [duiden, opgeven])
def test_race_tussen_twee_collegas(bente, doen):
    """Both saw the same version: one is kept, the other hears what stands there now."""
    anders = {duiden: ("tekst", "Tekst {}."), opgeven: ("herkomst", "Jaarrekening {}")}[doen]

    def proberen(nummer, na):
        try:
            return doen(bente, **{anders[0]: anders[1].format(nummer), "na": na}).volgnummer
        except Ingehaald:
            return "ingehaald"

    for ronde in range(10):
        nummers = (2 * ronde, 2 * ronde + 1)
        uitkomsten = tegelijk(lambda nummer, na=ronde: proberen(nummer, na), nummers)

        assert sorted(uitkomsten, key=str) == [ronde + 1, "ingehaald"]
