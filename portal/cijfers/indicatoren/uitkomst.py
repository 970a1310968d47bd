"""I16-I21: what happened afterwards. Only over periods of which everybody is far enough."""

from datetime import timedelta

from django.db.models import Q

from .definitie import Definitie, Moment, Telling, Vorm, altijd
from .dimensies import Dimensie as D
from .verloop import BREED

NAZORG = (3, 6, 12)
NAMETEN = 3  # months in which a later, better answer is normal
JAAR = timedelta(days=365)
VERTROKKEN = Q(gestart_op__isnull=False, laatste_dag__isnull=False)
RIJP = (
    "We kijken alleen naar periodes waarvan iedereen al zo lang klaar is. Wat we niet weten, heet "
    "onbekend en telt nooit als nee."
)
TWAALF_UUR = "Werk is betaald werk van 12 uur per week of meer, in loondienst of als zelfstandige."


def _werk(moment: Moment) -> Telling:
    veld = f"werk_{moment.maand}"
    return Telling(VERTROKKEN, Q(**{veld: "ja"}), Q(**{veld: "onbekend"}))


def _waar(moment: Moment) -> Telling:
    werkt = Q(**{f"werk_{moment.maand}": "ja"})
    return Telling(VERTROKKEN & werkt, ~Q(**{f"waar_{moment.maand}": ""}))


def _uit_uitkering(moment: Moment) -> Telling:
    veld = f"uitkering_{moment.maand}"
    onbekend = Q(**{f"{veld}__in": ("", "onbekend")})
    return Telling(VERTROKKEN & Q(met_uitkering=True), Q(**{veld: "nee"}), onbekend)


I16 = Definitie(
    code="I16",
    titel="Werk na 3, 6 en 12 maanden",
    uitleg=(
        "We vragen 3, 6 en 12 maanden na de laatste leerdag of iemand werkt. "
        f"{TWAALF_UUR} Het cijfer is ja, gedeeld door ja en nee samen. {RIJP}"
    ),
    vorm=Vorm.COHORT,
    teller="trajecten waarna iemand werkt",
    noemer="trajecten, geëindigd in de periode, met een antwoord ja of nee",
    datum="laatste_dag",
    tellen=_werk,
    dimensies=BREED,
    maanden=NAZORG,
    volgen=NAMETEN,
)
I17 = Definitie(
    code="I17",
    titel="Waar iemand werkt",
    uitleg=(
        "Van de mensen die werken: bij het leerbedrijf, bij een andere werkgever, bij een sociaal "
        f"ontwikkelbedrijf, beschut of als zelfstandige. {TWAALF_UUR} {RIJP}"
    ),
    vorm=Vorm.COHORT,
    teller="trajecten waarvan we weten waar iemand werkt",
    noemer="trajecten waarna iemand werkt",
    datum="laatste_dag",
    tellen=_waar,
    dimensies=(D.WAAR, D.GEMEENTE),
    maanden=NAZORG,
    volgen=NAMETEN,
    gevoelig=True,
)
I18 = Definitie(
    code="I18",
    titel="Duurzaam werk",
    uitleg=(
        "Werk na 6 én na 12 maanden. We rekenen alleen met mensen van wie we beide antwoorden "
        f"weten. {TWAALF_UUR} {RIJP}"
    ),
    vorm=Vorm.COHORT,
    teller="trajecten waarna iemand na 6 en na 12 maanden werkt",
    noemer="trajecten, geëindigd in de periode, met beide antwoorden",
    datum="laatste_dag",
    tellen=altijd(
        Telling(
            VERTROKKEN,
            Q(werk_6="ja", werk_12="ja"),
            Q(werk_6="onbekend") | Q(werk_12="onbekend"),
        )
    ),
    dimensies=BREED,
    maanden=(12,),
    volgen=NAMETEN,
)
I19 = Definitie(
    code="I19",
    titel="Uit de uitkering",
    uitleg=(
        "Van wie bij de start een uitkering had, tellen we hoeveel er na 12 maanden geen uitkering "
        f"meer hebben. Een lagere uitkering staat apart. {RIJP} Dit cijfer is er alleen waar de "
        "gemeente of het werkbedrijf doelgroepen vastlegt."
    ),
    vorm=Vorm.COHORT,
    teller="trajecten waarna iemand geen uitkering meer heeft",
    noemer="trajecten van mensen met een uitkering bij de start, met een antwoord",
    datum="laatste_dag",
    tellen=_uit_uitkering,
    dimensies=(D.UITKERING, D.GEMEENTE),
    maanden=(12,),
    volgen=NAMETEN,
    gevoelig=True,
    alleen_verwijzer=True,
)
I20 = Definitie(
    code="I20",
    titel="Doorstroom naar een volgende opleiding",
    uitleg=(
        "Van de trajecten die in deze periode met een document eindigden, tellen we na hoeveel er "
        "binnen een jaar een volgend traject werd aangemeld, of waarvan iemand na 12 maanden zegt "
        "een opleiding te doen. De tabel laat zien van welk document naar welke stap. "
        "We kijken alleen naar periodes van minstens een jaar geleden."
    ),
    vorm=Vorm.COHORT,
    teller="trajecten met een volgende stap binnen een jaar",
    noemer="trajecten, met een document geëindigd in de periode",
    datum="geeindigd_op",
    tellen=altijd(
        Telling(
            Q(gestart_op__isnull=False, document_op__isnull=False),
            Q(tot_vervolg__lte=JAAR) | Q(leert_door_12=True),
        )
    ),
    dimensies=(*BREED, D.VAN, D.STAP),
    maanden=(12,),
    volgen=NAMETEN,
)
I21 = Definitie(
    code="I21",
    titel="Ontwikkeling van de loonwaarde",
    uitleg="Het verschil tussen de laatste en de eerste loonwaardemeting.",
    vorm=Vorm.COHORT,
    teller="mediaan van het verschil",
    noemer="mensen met twee metingen of meer",
    niet_gemeten="Het portaal legt geen loonwaarde vast: daar is nog geen wettelijke grond voor.",
)
UITKOMST = (I16, I17, I18, I19, I20, I21)
