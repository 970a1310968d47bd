"""I08-I15: how the learning goes, who finishes and who stops."""

from datetime import timedelta

from django.db.models import F, Q

from .definitie import Definitie, Eenheid, Moment, Telling, Vorm, altijd
from .dimensies import Dimensie as D
from .instroom import GESTART, gestart_op

BREED = (
    D.NIVEAU, D.SECTOR, D.KWALIFICATIE, D.LEERBEDRIJF, D.VERWIJZER, D.VERWIJZER_SOORT, D.DOELGROEP,
    D.GEMEENTE, D.INSTELLING,
)  # fmt: skip
TWEE_JAAR = 24
POSITIEF = ("werk_gevonden", "opleiding_gestart")
VROEG = timedelta(days=42)
# Days without an aftekening after which a traject fell silent; a design of our own.
STIL_NA = {"praktijkverklaring": 21, "certificaat": 28, "diploma": 35}

ZONDER_DOCUMENT = Q(einde="gestopt", document_op=None)
VOOR_HET_EIND = Q(gepland_eind=None) | Q(geeindigd_op__lt=F("gepland_eind"))
UITVAL = ZONDER_DOCUMENT & ~Q(reden__in=POSITIEF) & VOOR_HET_EIND
POSITIEF_EINDE = ZONDER_DOCUMENT & Q(reden__in=POSITIEF) | Q(
    einde="doorgestroomd", document_op=None
)


def _stilgevallen(moment: Moment) -> Telling:
    stil = Q()
    for route, dagen in STIL_NA.items():
        grens = moment.peildatum - timedelta(days=dagen)
        stil |= Q(route=route) & (
            Q(laatste_aftekening_op__lt=grens) | Q(laatste_aftekening_op=None, gestart_op__lt=grens)
        )
    return Telling(gestart_op(moment.peildatum), stil)


I08 = Definitie(
    code="I08",
    titel="Lopend",
    uitleg="Trajecten die op de peildatum gestart zijn en nog niet geëindigd.",
    vorm=Vorm.STAND,
    teller="trajecten die op de peildatum lopen",
    tellen=lambda moment: Telling(gestart_op(moment.peildatum), Q()),
    dimensies=BREED,
    personen=True,
)
I09 = Definitie(
    code="I09",
    titel="Afgerond met een document",
    uitleg=(
        "Van de gestarte trajecten die in deze periode eindigden, tellen we hoeveel er een "
        "document opleverden: een praktijkverklaring, mbo-verklaring, mbo-certificaat of diploma. "
        "Een document dat is ingetrokken, telt niet."
    ),
    vorm=Vorm.STROOM,
    teller="trajecten met een document",
    noemer="gestarte trajecten, geëindigd in de periode",
    datum="geeindigd_op",
    tellen=altijd(Telling(GESTART, Q(document_op__isnull=False))),
    dimensies=(*BREED, D.DOCUMENT),
)
I10 = Definitie(
    code="I10",
    titel="Uitval",
    uitleg=(
        "Van de trajecten die in deze periode zijn gestart, tellen we hoeveel er stopten zonder "
        "document, na de start en voor het afgesproken eind. Naar een ander leerbedrijf gaan is "
        "geen uitval. Stoppen voor werk of een opleiding ook niet: dat staat apart. Is er geen "
        "eind afgesproken, dan telt stoppen zonder document als uitval."
    ),
    vorm=Vorm.COHORT,
    teller="trajecten die uitvielen",
    noemer="trajecten, gestart in de periode",
    datum="gestart_op",
    tellen=altijd(Telling(GESTART, UITVAL)),
    dimensies=(*BREED, D.REDEN, D.STOPMAAND),
    volgen=TWEE_JAAR,
    gevoelig=True,
)
I11 = Definitie(
    code="I11",
    titel="Positief beëindigd zonder document",
    uitleg=(
        "Van de trajecten die in deze periode zijn gestart, tellen we hoeveel er zonder document "
        "stopten omdat iemand werk vond, met een opleiding begon of doorstroomde."
    ),
    vorm=Vorm.COHORT,
    teller="trajecten, gestopt voor werk of een opleiding",
    noemer="trajecten, gestart in de periode",
    datum="gestart_op",
    tellen=altijd(Telling(GESTART, POSITIEF_EINDE)),
    dimensies=(*BREED, D.REDEN),
    volgen=TWEE_JAAR,
)
I12 = Definitie(
    code="I12",
    titel="Vroege uitval",
    uitleg="Uitval in de eerste 42 dagen na de start. Dit zegt iets over de match.",
    vorm=Vorm.COHORT,
    teller="trajecten die binnen 42 dagen uitvielen",
    noemer="trajecten, gestart in de periode",
    datum="gestart_op",
    tellen=altijd(Telling(GESTART, UITVAL & Q(looptijd__lte=VROEG))),
    dimensies=(*BREED, D.REDEN),
    volgen=TWEE_JAAR,
    gevoelig=True,
)
I13 = Definitie(
    code="I13",
    titel="Afgetekende werkprocessen",
    uitleg=(
        "Van de trajecten die in deze periode zijn gestart, tellen we de werkprocessen uit het "
        "plan die nu als zelfstandig zijn afgetekend."
    ),
    vorm=Vorm.COHORT,
    eenheid=Eenheid.WERKPROCESSEN,
    teller="werkprocessen met het oordeel zelfstandig",
    noemer="werkprocessen in het plan",
    datum="gestart_op",
    tellen=altijd(Telling(GESTART, Q())),
    som=("afgetekend", "werkprocessen"),
    dimensies=BREED,
    volgen=TWEE_JAAR,
)
I14 = Definitie(
    code="I14",
    titel="Stilgevallen",
    uitleg=(
        "Lopende trajecten waarin te lang niets is afgetekend: meer dan 21 dagen bij een "
        "praktijkverklaring, 28 bij een mbo-certificaat en 35 bij een diploma. Is er nog nooit "
        "afgetekend, dan tellen de dagen vanaf de start. We kijken alleen naar aftekenen."
    ),
    vorm=Vorm.STAND,
    teller="lopende trajecten die stilvielen",
    noemer="trajecten die op de peildatum lopen",
    tellen=_stilgevallen,
    dimensies=(D.NIVEAU, D.KWALIFICATIE, D.LEERBEDRIJF, D.GEMEENTE, D.INSTELLING),
)
I15 = Definitie(
    code="I15",
    titel="Driehoeksgesprekken op tijd",
    uitleg="Het gesprek bij de start, in het midden en aan het eind, elk op tijd gevoerd.",
    vorm=Vorm.COHORT,
    teller="trajecten met de gesprekken op tijd",
    noemer="trajecten waarvan de gesprekken aan de beurt waren",
    niet_gemeten="Het portaal legt gesprekken nog niet vast.",
)
VERLOOP = (I08, I09, I10, I11, I12, I13, I14, I15)
