"""I22-I27: what it costs, who takes part, and whether the figures are complete."""

from django.db.models import Q

from .definitie import Definitie, Eenheid, Telling, Vorm, altijd
from .dimensies import Dimensie as D
from .instroom import AANGEMELD, EEN_JAAR, gestart_op

I22 = Definitie(
    code="I22",
    titel="Kosten per start, afgerond traject en plaatsing in werk",
    uitleg=(
        "De kosten die een gemeente zelf invulde over een jaar, gedeeld door het aantal starts "
        "(I04), trajecten met een document (I09) en mensen met werk na 12 maanden (I16) van dat "
        "jaar. De kosten zijn een eigen opgave met een bron. Het staat op de pagina voor de raad, "
        "afgerond op honderd euro."
    ),
    vorm=Vorm.STROOM,
    eenheid=Eenheid.EUROS,
    teller="ingevulde kosten van het jaar",
    noemer="starts, afgeronde trajecten of mensen met werk in dat jaar",
)
I23 = Definitie(
    code="I23",
    titel="Subsidiedossier compleet",
    uitleg="Overeenkomst, aanwezigheid, begeleiding en inschrijving zijn alle vier in orde.",
    vorm=Vorm.STAND,
    teller="trajecten met een compleet dossier",
    noemer="trajecten met recht op subsidie",
    niet_gemeten="Het portaal legt aanwezigheid en begeleiding per week nog niet vast.",
)
I24 = Definitie(
    code="I24",
    titel="Begeleide weken",
    uitleg="Weken waarin iemand er was en minstens één keer begeleiding kreeg.",
    vorm=Vorm.STROOM,
    teller="begeleide weken",
    noemer="afgesproken weken",
    niet_gemeten="Het portaal legt aanwezigheid en begeleiding per week nog niet vast.",
)
I25 = Definitie(
    code="I25",
    titel="Actieve leerbedrijven",
    uitleg=(
        "Leerbedrijven met op de peildatum minstens één lopend traject. Hoeveel leerbedrijven er "
        "in de regio erkend zijn, weet het portaal niet. Daarom staat hier geen percentage."
    ),
    vorm=Vorm.STAND,
    eenheid=Eenheid.LEERBEDRIJVEN,
    teller="leerbedrijven met een lopend traject",
    tellen=lambda moment: Telling(gestart_op(moment.peildatum) & Q(leerbedrijf__isnull=False), Q()),
    uniek="leerbedrijf",
    dimensies=(D.SECTOR, D.NIVEAU, D.GEMEENTE),
)
I26 = Definitie(
    code="I26",
    titel="Tevredenheid",
    uitleg="Eén vraag met drie gezichtjes.",
    vorm=Vorm.STROOM,
    teller="mensen die tevreden zijn",
    noemer="mensen die antwoord gaven",
    niet_gemeten="Het portaal stelt deze vraag nog niet.",
)
I27 = Definitie(
    code="I27",
    titel="Volledigheid",
    uitleg=(
        "Van de trajecten die in deze periode zijn aangemeld, tellen we welk deel van de gegevens "
        "er is die deze cijfers nodig hebben: de verwijzer; na de start ook de kwalificatie, het "
        "leerbedrijf en het afgesproken eind; na stoppen ook de reden."
    ),
    vorm=Vorm.COHORT,
    eenheid=Eenheid.VELDEN,
    teller="gegevens die er zijn",
    noemer="gegevens die nodig zijn",
    datum="aangemeld_op",
    tellen=altijd(Telling(AANGEMELD, Q())),
    som=("velden_gevuld", "velden_nodig"),
    dimensies=(D.VERWIJZER_SOORT, D.GEMEENTE, D.INSTELLING),
    volgen=EEN_JAAR,
)
RANDVOORWAARDEN = (I22, I23, I24, I25, I26, I27)
