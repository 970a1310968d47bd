"""A traject to a mbo-certificaat and one to a diploma, with all that belongs to their papers."""

from datetime import date
from decimal import Decimal

from tests import factories as f
from trajecten import models as m
from trajecten.models import Onderdeel
from trajecten.rules import slagen

# Of the certificaat: code, title, and the same work in the plan (deels: True).
VAN_C0021 = (
    ("C1-K1-W1", "Maakt mise en place", {"B1-K1-W2": False}),
    ("C1-K1-W2", "Bereidt gerechten en componenten", {"B1-K1-W4": False}),
    ("C1-K2-W1", "Ontvangt keukenvoorraden en slaat ze op", {"B1-K2-W2": True}),
    ("C1-K2-W2", "Slaat geleverde producten op", {}),
)
VAN_25180 = (
    ("B1-K1-W1", "Plant zijn werkzaamheden", "niet_aangeboden"),
    ("B1-K1-W2", "Maakt mise en place", "ja"),
    ("B1-K1-W4", "Bereidt gerechten en componenten", "nee"),
)
EXAMEN = ("7.2", "6.8", "5.9", "8.0", "6.1", "5.5")


def kok(**velden):
    dossier = f.dossier("23085", "Keuken")
    return f.kwalificatie("25180", "Kok", niveau=2, profiel="", dossier=dossier, **velden)


def c0021():
    certificaat = f.certificaat(kwalificatie=kok())
    for code, titel, gelijk in VAN_C0021:
        rij = certificaat.werkprocessen.create(
            kerntaak_code=code[:5], kerntaak_titel=f"Taak {code[:5]}", code=code, titel=titel
        )
        for van_kok, deels in gelijk.items():
            werkproces = f.werkproces(van_kok, titel, kok())
            rij.dekkingen.create(werkproces=werkproces, deels=deels)
    return certificaat


def certificaattraject(fatima, johan):
    """Tarik to C0021 Koken in de horeca: werkvloer, one les and six exam parts."""
    certificaat = c0021()
    traject = f.traject(
        m.Status.EINDBEOORDELING, instelling=fatima.organisatie, coordinator=fatima,
        kandidaat=f.kandidaat("Tarik Voorbeeld"), kwalificatie=kok(), certificaat=certificaat,
        route=m.Route.CERTIFICAAT,
    )  # fmt: skip
    f.identiteit(traject.kandidaat, fatima, voornamen="Tarik Ahmed")
    plaatsing = _plek(traject, johan, fatima, VAN_25180)
    f.documentgegevens(plaatsing, johan, fatima, uren=498, uren_geschat=True)
    f.schooloordeel(traject, fatima, motivering="Tarik kookt\nzelfstandig mee.")
    f.resultaat(traject, Onderdeel.LES, "voldaan", naam="Hygiëne", door=fatima)
    for nummer, cijfer in enumerate(EXAMEN, 1):
        f.resultaat(
            traject, Onderdeel.CERTIFICAATEXAMEN, cijfer, naam=f"Onderdeel {nummer}",
            code="C0021", door=fatima, gebeurd_op=date(2026, 2, nummer),
        )  # fmt: skip
    return traject


def certificaattoets(cijfers=EXAMEN):
    delen = tuple(
        slagen.Examendeel(f"Onderdeel {nummer}", slagen.Waardering(cijfer=Decimal(cijfer)))
        for nummer, cijfer in enumerate(cijfers, 1)
    )
    return slagen.certificaat_toetsen(
        slagen.Certificaatstand(werkprocessen=(("B1-K1-W2", True),), onderdelen=delen)
    )


def diplomatraject(fatima, johan, niveau=2, begin=date(2025, 9, 1)):
    """Samira to Helpende Zorg en Welzijn, with a kerntaak, keuzedeel and exams of `niveau`."""
    dossier = f.dossier(f"2338{niveau + 3}", "Dienstverlening")  # of niveau 2: 23385
    kwalificatie = f.kwalificatie(
        "25960", "Helpende Zorg en Welzijn", niveau=niveau, profiel="P2", dossier=dossier
    )
    traject = f.traject(
        m.Status.SCHOOLOORDEEL, instelling=fatima.organisatie, coordinator=fatima,
        kwalificatie=kwalificatie, route=m.Route.DIPLOMA, leerweg=m.Leerweg.BBL,
    )  # fmt: skip
    m.Inschrijving.objects.create(traject=traject, studentnummer="1", door=fatima, gebeurd_op=begin)
    f.identiteit(traject.kandidaat, fatima)
    werk = (
        ("B1-K1-W1", "Bereidt werkzaamheden voor en stemt af", "ja"),
        ("P2-K1-W1", "Ondersteunt bij wonen", "ja"),
    )
    plaatsing = _plek(traject, johan, fatima, werk)
    f.documentgegevens(plaatsing, johan, fatima, uren=812)
    f.schooloordeel(traject, fatima)
    traject.schooloordelen.update(optie=1)
    return traject


def diplomatoets(**velden):
    velden = {
        "niveau": 2, "begin": date(2025, 9, 1),
        "kerntaken": (slagen.Kerntaak("B1-K1", "Werkt", slagen.Waardering(woord="voldoende")),),
    } | velden  # fmt: skip
    return slagen.diploma_toetsen(slagen.Diplomastand(**velden))


def _plek(traject, johan, fatima, werkprocessen):
    plaatsing = f.plaatsing(
        traject, praktijkopleider=johan, begin=date(2025, 9, 1), eind=date(2026, 2, 27)
    )
    for code, titel, oordeel in werkprocessen:
        regel = f.planregel(plaatsing, code, titel)
        f.eindoordeel(regel, johan, oordeel, gebeurd_op=date(2026, 2, 13))
    return plaatsing


LANGE_NAAM = (
    "Maria-Magdalena Wilhelmina Antoinetta van der Meulen-Vandenbroucke tot Slingelandt-Waterhuizen"
)
LANGE_TITEL = (
    "Bereidt de werkzaamheden voor, stemt ze af met collega's, klanten en andere betrokkenen en "
    "draagt zorg voor een veilige, schone en overzichtelijke werkomgeving op de locatie"
)


def lang_maken(traject, johan, door):
    """The longest names there can be, twenty werkprocessen at two leerbedrijven, many attempts."""
    identiteit = traject.kandidaat.identiteit
    voornamen, _, achternaam = LANGE_NAAM.partition(" van der ")
    type(identiteit).objects.filter(pk=identiteit.pk).update(
        voornamen=voornamen, achternaam=f"van der {achternaam}", geboorteplaats="P" * 90
    )
    m.Organisatie.objects.filter(pk=traject.instelling_id).update(naam=f"Roc {LANGE_NAAM}")
    m.Plaatsing.objects.filter(traject=traject).update(beeindigd_op=date(2026, 2, 27))
    plek = f.plaatsing(
        traject, leerbedrijf=f.leerbedrijf(f"Stichting {LANGE_NAAM}"), begin=date(2026, 3, 1)
    )
    for nummer in range(1, 19):
        regel = f.planregel(plek, f"P2-K{nummer // 10 + 2}-W{nummer}", f"{LANGE_TITEL} {nummer}")
        f.eindoordeel(regel, johan, "niet_aangeboden")
    for onderdeel, namen in ((Onderdeel.LES, 12), (Onderdeel.CERTIFICAATEXAMEN, 8)):
        for nummer in range(namen):
            f.resultaat(
                traject, onderdeel, "voldaan" if onderdeel == "les" else "5.0",
                naam=f"{LANGE_TITEL} {nummer}", door=door, instrument="Proeve " * 14,
                beoordelaar=LANGE_NAAM, code="" if onderdeel == "les" else "C0021",
            )  # fmt: skip
    for nummer in range(6):
        f.resultaat(
            traject, Onderdeel.KEUZEDEEL, 4 + nummer, naam=f"{LANGE_TITEL} {nummer}", door=door,
            code=f"K{nummer:04}",
        )  # fmt: skip
    verzoek = f.vrijstellingsverzoek(traject, naam=LANGE_TITEL)
    f.vrijstellingsbesluit(verzoek, door, motivering="Het bewijs dekt dit. " * 47, naam=LANGE_NAAM)
    return type(traject).objects.get(pk=traject.pk)
