"""The dossier voor controle: every name on the screen, all papers in one zip, and who took it."""

import csv
import io
import zipfile

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertRedirects

from portal.cijfers.models import Duiding, EigenOpgave
from tests import factories as f
from trajecten import models as m
from trajecten import opslag
from trajecten.models import Bestand, Feit, Logregel
from trajecten.rules import Bezwaar
from verklaringen import actions
from verklaringen.documenten import controledossier as dossier
from verklaringen.documenten.controlefeiten import FEITEN
from verklaringen.documenten.controlezip import als_csv, veilige_naam
from verklaringen.models import Uitgifte

KIEZEN = reverse("verklaringen:dossiers")
MAKEN = reverse("verklaringen:dossier_downloaden")
WAARVOOR = {"waarvoor": "Steekproef van de accountant"}


def adres(*trajecten):
    return f"{MAKEN}?{'&'.join(f'traject={traject.pk}' for traject in trajecten)}"


def downloaden(client, *trajecten):
    response = client.post(adres(*trajecten), WAARVOOR)
    return zipfile.ZipFile(io.BytesIO(b"".join(response.streaming_content)))


def uitpakken(traject, lid):
    stroom = dossier.controledossier([traject], lid, "proef")
    return zipfile.ZipFile(io.BytesIO(b"".join(stroom)))


def lijst(zip_, pad):
    return list(csv.DictReader(io.StringIO(zip_.read(pad).decode("utf-8-sig")), delimiter=";"))


def test_elke_naam_staat_op_het_scherm(client, traject, fatima, school):
    f.traject(instelling=school, kandidaat=f.kandidaat("Ali Voorbeeld"))
    fatima.aanmelden(client)

    kiezen = client.get(KIEZEN, {"kies": "alles"})
    nakijken = client.get(adres(*m.Traject.objects.all()))

    assert kiezen.content.decode().count(" checked") == 2
    for naam in ("Samira Voorbeeld", "Ali Voorbeeld"):
        assertContains(nakijken, naam)


def test_zip_heeft_besluiten_handtekeningen_scans_documenten_en_logboek(client, uitgegeven, fatima):
    fatima.aanmelden(client)

    zip_ = downloaden(client, uitgegeven)

    nummer = uitgegeven.nummer
    feiten = {rij["soort"]: rij for rij in lijst(zip_, f"{nummer}/feiten.csv")}
    assert zip_.testzip() is None
    assert "uitkomst: Toegekend; naam: Anne Voorbeeld" in feiten["Besluit"]["wat"]
    assert feiten["Akkoord"]["wie"]
    assert feiten["Controle van de erkenning"]["wat"].endswith("crebo 25743: Erkend")
    for uitgifte in Uitgifte.objects.all():
        namen = [naam for naam in zip_.namelist() if uitgifte.nummer in naam]
        assert [zip_.read(naam) for naam in namen] == [opslag.lezen(uitgifte.bestand)]
    assert "uitgeven" in {rij["handeling"] for rij in lijst(zip_, f"{nummer}/logboek.csv")}
    assert lijst(zip_, "index.csv")[0]["kandidaat"] == "Samira Voorbeeld"
    assert "Steekproef van de accountant" in zip_.read("index.html").decode()
    assert f'href="{nummer}/overzicht.html"' in zip_.read("index.html").decode()


def test_elk_bestand_staat_in_de_lijst_met_zijn_sha256(uitgegeven, fatima):
    zip_ = uitpakken(uitgegeven, fatima.lid)

    rijen = lijst(zip_, "bestanden.csv")
    assert {rij["stand"] for rij in rijen} == {"goed"}
    assert sorted(rij["bestand"] for rij in rijen) == sorted(
        naam for naam in zip_.namelist() if "/bestanden/" in naam
    )


def test_wie_het_meenam_en_waarvoor_leest_de_kandidaat(client, traject, samira, fatima):
    fatima.aanmelden(client)

    downloaden(client, traject)

    regel = Logregel.objects.get(actie="dossiers_uitvoeren")
    assert (regel.bijzonderheden["aantal"], regel.bijzonderheden["trajecten"]) == (
        1, [traject.nummer],
    )  # fmt: skip
    samira.aanmelden(client)
    response = client.get(reverse("start:wie_keek"))
    assertContains(response, "nam je dossier mee voor een controle: Steekproef van de accountant")


def test_mensen_van_een_andere_school_kunnen_er_niet_in(client, traject, fatima):
    vreemd = f.traject()
    fatima.aanmelden(client)

    response = client.post(adres(traject, vreemd), WAARVOOR)

    assertRedirects(response, KIEZEN)
    assert not Logregel.objects.filter(actie="dossier_downloaden").exists()


def test_wat_een_andere_school_met_dezelfde_mens_deed_staat_er_niet_in(traject, fatima, karin):
    ander = f.traject(
        kandidaat=traject.kandidaat, instelling=karin.lid.organisatie, coordinator=karin.lid
    )
    f.schooloordeel(ander, karin.lid, motivering="Van een andere school")
    f.identiteit(traject.kandidaat, karin.lid)
    Logregel.objects.create(
        lid=karin.lid, actor=karin.lid.naam, rol="x", actie="plannen", objecttype="traject",
        object_id=str(ander.pk), herkomst="portaal", kandidaat=traject.kandidaat,
    )  # fmt: skip

    zip_ = uitpakken(traject, fatima.lid)

    alles = b"".join(zip_.read(naam) for naam in zip_.namelist())
    assert b"Karin" not in alles
    assert b"andere school" not in alles


def test_wie_alleen_keek_en_de_eigen_woorden_van_de_kandidaat_blijven_erbuiten(
    planregel, samira, fatima
):
    planregel.zelfbeoordelingen.create(
        volgnummer=1, niveau="met_hulp", woorden="Ik vind het eng", door=samira.lid,
        gebeurd_op=timezone.localdate(),
    )  # fmt: skip
    Logregel.objects.create(
        lid=fatima.lid, actor="Fatima", rol="x", actie="bekijken", objecttype="traject",
        object_id=str(planregel.traject_id), herkomst="portaal",
        kandidaat=planregel.traject.kandidaat,
    )  # fmt: skip

    zip_ = uitpakken(planregel.traject, fatima.lid)

    assert "Ik vind het eng" not in zip_.read(f"{planregel.traject}/feiten.csv").decode()
    assert lijst(zip_, f"{planregel.traject}/logboek.csv") == []


@pytest.mark.parametrize(("wie", "aantal"), [("fatima", 1), ("anne", 0)])
def test_aftekeningen_zijn_niet_voor_de_examencommissie(planregel, johan, wie, aantal, request):
    f.aftekening(planregel, johan.lid)

    zip_ = uitpakken(planregel.traject, request.getfixturevalue(wie).lid)

    feiten = lijst(zip_, f"{planregel.traject}/feiten.csv")
    assert sum(rij["soort"] == "Aftekening" for rij in feiten) == aantal


@pytest.mark.parametrize(
    ("naam", "veilig"),
    [
        ("../../etc/passwd", "etc-passwd.pdf"),
        ("C:\\Windows\\x.pdf", "C-Windows-x.pdf"),
        (".htaccess", "htaccess.pdf"),
        ("Cijferlijst Zoë.pdf", "Cijferlijst-Zoe.pdf"),
        ("лист.pdf", "bestand.pdf"),
        ("a" * 300 + ".exe", "a" * 60 + ".pdf"),
        ("nul\0byte.pdf", "nul-byte.pdf"),
    ],
)
def test_een_bestandsnaam_leidt_nergens_heen(naam, veilig):
    assert veilige_naam(naam, "application/pdf") == veilig


def test_een_stoute_naam_blijft_binnen_de_map(traject, planregel, johan, fatima):
    scan = f.scan(traject, fatima.lid)
    Bestand.objects.update(naam="../../../../tmp/index.html")
    f.eindoordeel(planregel, johan.lid, bron="papier", scan=scan, namens=johan.lid)

    namen = uitpakken(traject, fatima.lid).namelist()

    assert f"{traject.nummer}/bestanden/001-tmp-index.pdf" in namen
    assert not [naam for naam in namen if ".." in naam or naam.startswith("/")]


@pytest.mark.parametrize("cel", ["=1+1", "@SUM(A1)", "+31", "-1", "\t=x", "＝cmd", "\r=x"])
def test_een_cel_is_nooit_een_formule(cel):
    (rij,) = csv.reader(io.StringIO(als_csv([cel], []).decode("utf-8-sig")), delimiter=";")

    assert als_csv(["kop"], [[cel]]).decode("utf-8-sig").splitlines()[1].lstrip('"')[0] == "'"
    assert rij == [cel]


def test_tekst_van_mensen_blijft_tekst_in_html(planregel, johan, fatima):
    f.eindoordeel(planregel, johan.lid, toelichting="<script>alert(1)</script>")

    html = uitpakken(planregel.traject, fatima.lid).read(f"{planregel.traject}/overzicht.html")

    assert b"<script" not in html
    assert b"&lt;script&gt;" in html


def test_een_beschadigd_bestand_staat_als_zodanig_in_de_index(uitgegeven, fatima):
    uitgifte = Uitgifte.objects.first()
    opslag.pad_van(uitgifte.bestand).write_bytes(b"stuk")

    zip_ = uitpakken(uitgegeven, fatima.lid)

    standen = [rij["stand"] for rij in lijst(zip_, "bestanden.csv")]
    assert standen.count("beschadigd of weg") == 1
    assert lijst(zip_, "index.csv")[0]["beschadigd"] == "1"


def test_elk_soort_feit_staat_erin_of_is_met_reden_weggelaten():
    # Of the kandidaat, the school, who referred or who makes beleid alone; or from after the end.
    weggelaten = {m.Zelfbeoordeling, m.Schoolregels, m.Doelgroep, m.Doelgroepgebruik, Duiding}
    weggelaten |= {EigenOpgave, m.Nazorgmeting, m.Nazorgpoging, m.Nazorgstop}

    assert {rij for rij in apps.get_models() if issubclass(rij, Feit)} - {*FEITEN} == weggelaten


def test_tweehonderd_trajecten_passen_door_een_smalle_pijp(school, fatima):
    kandidaat, kwalificatie = f.kandidaat(), f.kwalificatie()
    mens = {"instelling": school, "kandidaat": kandidaat, "kwalificatie": kwalificatie}
    trajecten = [f.traject(**mens) for _ in range(200)]
    for nummer, traject in enumerate(trajecten):
        inhoud = nummer.to_bytes(2, "big") * 32_768  # 64 kB each
        m.Besluit.objects.create(
            traject=traject, volgnummer=1, uitkomst="toegekend", naam="Anne", functie="voorzitter",
            plaats="Zwolle", gebeurd_op=timezone.localdate(), door=fatima.lid, bron="papier",
            scan=f.scan(traject, fatima.lid, inhoud),
        )  # fmt: skip

    stroom = dossier.controledossier(trajecten, fatima.lid, "proef")
    stukken = [next(stroom)]
    opslag.pad_van(Bestand.objects.last()).unlink()  # read only when it is its turn
    stukken += stroom

    zip_ = zipfile.ZipFile(io.BytesIO(b"".join(stukken)))
    assert max(map(len, stukken)) < 100_000
    assert [rij["stand"] for rij in lijst(zip_, "bestanden.csv")] == [
        *["goed"] * 199, "beschadigd of weg",
    ]  # fmt: skip


def test_drie_mensen_kosten_evenveel_vragen_als_een(
    traject, school, fatima, django_assert_num_queries
):
    trajecten = [traject, *(f.traject(instelling=school) for _ in range(2))]
    with CaptureQueriesContext(connection) as een:
        list(dossier.controledossier(trajecten[:1], fatima.lid, "proef"))

    with django_assert_num_queries(len(een)):
        list(dossier.controledossier(trajecten, fatima.lid, "proef"))


def test_meer_dan_tweehonderd_kan_niet_in_een_keer(traject, fatima):
    with pytest.raises(Bezwaar, match="Kies hooguit 200 mensen"):
        actions.dossier_downloaden(trajecten=[traject] * 201, door=fatima.lid, waarvoor="x")


def test_zonder_reden_gaat_er_niets_mee(client, traject, fatima):
    fatima.aanmelden(client)

    response = client.post(adres(traject), {"waarvoor": " "})

    assertContains(response, "Schrijf op waarvoor", status_code=422)
    assert not Logregel.objects.filter(actie="dossier_downloaden").exists()


def test_er_is_een_verse_code_voor_nodig(client, traject, fatima):
    fatima.aanmelden(client, met_code=False)

    response = client.post(adres(traject), WAARVOOR)

    assert response.status_code == 302
    assert response.url.startswith(reverse("bevestigen"))


@pytest.mark.parametrize("wie", ["johan", "samira", "mo"])
def test_alleen_de_school_neemt_dossiers_mee(client, traject, wie, request):
    speler = request.getfixturevalue(wie)
    speler.aanmelden(client)

    assert client.post(adres(traject), WAARVOOR).status_code == 403
    with pytest.raises(Bezwaar, match="Alleen de mbo-coördinator"):
        actions.dossier_downloaden(trajecten=[traject], door=speler.lid, waarvoor="x")


def test_lijst_kost_bij_drie_mensen_evenveel_als_bij_een(client, traject, school, fatima, tellen):
    fatima.aanmelden(client)
    een = tellen(KIEZEN)
    for naam in ("Ali Voorbeeld", "Bo Voorbeeld"):
        f.traject(instelling=school, kandidaat=f.kandidaat(naam))

    assert tellen(KIEZEN) == een
