"""manage.py organisatie_toevoegen: the first people of a real instance."""

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests import factories as f
from trajecten.models import Lidmaatschap, Logregel, Organisatie, Rol

pytestmark = pytest.mark.django_db


def toevoegen(soort, naam, lid="Fatima Çelik", **opties):
    uit = io.StringIO()
    velden = {"lid": lid, "email": "fatima@school.example"} | opties
    call_command("organisatie_toevoegen", soort, naam, stdout=uit, **velden)
    return uit.getvalue()


def test_school_krijgt_haar_eerste_coordinator_en_haar_inrichting(tmp_path):
    clausules = tmp_path / "clausules.txt"
    clausules.write_text("1. De school begeleidt.\r\n")

    zin = toevoegen(
        "instelling", "Roc Voorbeeld", brin="99zz", plaats="Zwolle", clausules=clausules
    )

    school = Organisatie.objects.get(brin="99ZZ")
    assert zin == "Roc Voorbeeld staat erin, met Fatima Çelik als mbo_coordinator.\n"
    assert school.inrichting.clausules == "1. De school begeleidt."
    lid = Lidmaatschap.objects.get(organisatie=school)
    assert (lid.rol, lid.gebruiker.email) == (Rol.COORDINATOR, "fatima@school.example")
    assert Logregel.objects.filter(actie="organisatie_toevoegen").count() == 1


def test_school_uit_de_startgegevens_wordt_gebruikt_en_niet_verdubbeld():
    school = f.organisatie(naam="Roc Start", brin="99ZZ")

    toevoegen("instelling", "Roc Voorbeeld", brin="99ZZ")

    school.refresh_from_db()
    assert school.naam == "Roc Voorbeeld"
    assert school.leden.count() == 1


def test_gemeente_hoort_bij_haar_regio_en_staat_er_een_keer():
    gemeente = f.gemeente("Apeldoorn", "GM0200")

    toevoegen("gemeente", "Gemeente Apeldoorn", gemeente="GM0200")

    organisatie = Organisatie.objects.get(gemeente=gemeente)
    assert (organisatie.regio, organisatie.leden.get().rol) == (gemeente.regio, Rol.KLANTMANAGER)
    with pytest.raises(CommandError, match="Gemeente Apeldoorn staat er al, met leden."):
        toevoegen("gemeente", "Apeldoorn", gemeente="GM0200", email="ander@gemeente.example")


@pytest.mark.parametrize(
    ("soort", "naam", "opties", "reden"),
    [
        ("gemeente", "Gemeente X", {}, "Noem de gemeentecode"),
        ("gemeente", "Gemeente X", {"gemeente": "GM9999"}, "GM9999 is niet bekend"),
        ("regio", "Aanmeldpunt", {}, "Noem de arbeidsmarktregio"),
        ("werkgever", "Bedrijf", {"brin": "99ZZ"}, "Alleen een school heeft een BRIN"),
        ("werkgever", "=Bedrijf", {}, "kan niet in deze naam staan"),
        ("werkgever", "Bedrijf", {"lid": "Jan2"}, "Het cijfer 2"),
        ("werkgever", "Bedrijf", {"email": "geen adres"}, "e-mailadres"),
        ("instelling", "Roc", {"clausules": Path("/bestaat/niet.txt")}, "niet.txt"),
    ],
)
def test_wat_niet_kan_is_een_zin_en_er_komt_niets_bij(soort, naam, opties, reden, tmp_path):
    voor = Organisatie.objects.count()

    with pytest.raises(CommandError, match=reden):
        toevoegen(soort, naam, **opties)

    assert Organisatie.objects.count() == voor
