"""What an action did, said to the kandidaat: to read after the name of who did it."""

from trajecten.models import Logregel, Status
from verklaringen.models import Raadpleging

ZINNEN = {
    "aanmelden": "meldde je aan",
    "aanmelding_corrigeren": "verbeterde je aanmelding",
    "aanmelding_doorzetten": "stuurde je aanmelding naar een school",
    "aanmelding_intrekken": "trok je aanmelding in",
    "aanmelding_kenmerk": "zette een kenmerk bij je aanmelding",
    "aanmelding_teruggeven": "gaf je aanmelding terug",
    "adres_aanvullen": "vulde je e-mailadres in",
    "aftekenen": "schreef op wat je kunt",
    "aftekening_intrekken": "nam terug wat er stond over een taak",
    "jobcoach_koppelen": "koos wie je jobcoach is",
    "jobcoaching_beeindigen": "haalde je jobcoach weg",
    "meting_vastleggen": "schreef op of je nu werkt",
    "nazorgpoging_vastleggen": "probeerde je te bellen",
    "nazorg_niet_meer_vragen": "schreef op dat je deze vraag niet meer wilt",
    "doelgroepen_vastleggen": "schreef op bij welke doelgroep je hoort",
    "doelgroepen_wissen": "wiste bij welke doelgroep je hoort",
    "akkoord_geven": "tekende je document",
    "begeleiding_beeindigen": "stopte als je begeleider, of liet iemand stoppen",
    "besluiten": "schreef het besluit over je document op",
    "bundelen": "maakte een kopie van je document, samen met die van anderen",
    "certificaat_kiezen": "schreef op voor welk mbo-certificaat je leert",
    "bewijs_toevoegen": "voegde bewijs toe bij een vrijstelling",
    "controleren": "bekeek je document op de controlepagina",
    "controleren_zegel": "keek of je document echt is",
    "delen": "deelde een document van je",
    "delen_stoppen": "stopte met het delen van een document",
    "dossier_downloaden": "nam je dossier mee voor een controle",
    "eindoordeel": "gaf een eindoordeel over een taak",
    "gegevens_vastleggen": "schreef de gegevens voor je document op",
    "herplaatsen": "zocht een ander leerbedrijf voor je",
    "identiteit_bevestigen": "keek je naam en geboortedatum na",
    "inschrijven": "schreef je in bij de school",
    "intake_vastleggen": "schreef je intake op",
    "intrekken": "trok een document van je in",
    "intrekken_voorstellen": "stelde voor om een document van je in te trekken",
    "kandidaat_koppelen": "voegde je gegevens samen",
    "lid_aanmaken": "maakte een account voor je",
    "matchen": "koos een leerbedrijf",
    "opdracht_vervallen": "kon je document niet maken; de school kijkt ernaar",
    "overeenkomst_laten_vervallen": "liet de afspraken op papier vervallen",
    "overeenkomst_ondertekenen": "tekende de afspraken op papier",
    "overeenkomst_opstellen": "maakte de afspraken op papier",
    "overeenkomst_vastleggen": "schreef op dat de afspraken getekend zijn",
    "overnemen": "nam je lopende traject over",
    "overnemen_van_papier": "nam over wat op papier stond",
    "plannen": "maakte je plan",
    "praktijkopleiders_toevoegen": "voegde een begeleider toe",
    "reeks_opnieuw": "probeerde je document opnieuw uit te geven",
    "reeks_uitgeven": "gaf opdracht om documenten uit te geven",
    "resultaat_intrekken": "trok een resultaat in",
    "resultaat_vastleggen": "schreef een resultaat van je op",
    "resultaten_inlezen": "las resultaten van je in uit een bestand",
    "resultaat_verbeteren": "verbeterde een resultaat van je",
    "schooloordeel_geven": "gaf het oordeel van de school",
    "starten": "startte je traject",
    "starten_zonder_bpv": "startte je traject met lessen en examens",
    "tegenspreken": "zei dat iets in je document niet klopt",
    "uitgegeven": "zette je document in het register",
    "uitgeven": "gaf je document uit",
    "uitnodigen": "stuurde je een uitnodiging",
    "uitreiken": "gaf je document aan jou",
    "uitstroom_vastleggen": "schreef op hoe het verder ging",
    "vaststellen": "zette je document klaar om te tekenen",
    "vervolgen": "begon een volgende stap met je",
    "verbeteren": "begon een verbetering van je document",
    "verbeteren_stoppen": "stopte de verbetering van je document",
    "vervangen": "zette een nieuw document in de plaats van een oud",
    "verzoek_vastleggen": "schreef je verzoek om een verklaring op",
    "voorstel_afwijzen": "besloot dat je document geldig blijft",
    "voordracht_terughalen": "haalde je voordracht terug",
    "voordracht_uitreiken": "schreef op dat je je diploma of mbo-certificaat kreeg",
    "voordragen": "droeg je voor bij de examencommissie",
    "vrijstelling_besluiten": "schreef het besluit over een vrijstelling op",
    "vrijstelling_vragen": "vroeg om een vrijstelling",
    "werkprocessen_kiezen": "koos de taken die je leert",
}
ANDERS = "veranderde iets in je gegevens"


def zin(regel: Logregel) -> str:
    """What this line of the logbook says, without the name: "keek naar je taken"."""
    soort, _, rest = regel.actie.partition(":")
    gedeeld = regel.bijzonderheden.get("vorm") == Raadpleging.Vorm.GEDEELD
    if regel.actie == "bekijken":
        wat = f"keek naar {regel.bijzonderheden.get('wat', 'je gegevens')}"
    elif gedeeld:
        wat = "bekeek het document dat jij deelde"
    elif soort == "status":
        wat = f"zette je traject op: {Status(rest).label}"
    elif soort == "verbetering":
        wat = f"zette de verbetering van je document op: {Status(rest).label}"
    elif soort == "afdrukken":
        wat = "maakte een print van je gegevens"
    else:
        wat = ZINNEN.get(regel.actie, ANDERS)
        if waarvoor := regel.bijzonderheden.get("waarvoor"):
            wat = f"{wat}: {waarvoor}"
    return f"{wat}, namens {regel.namens.naam}" if regel.namens else wat
