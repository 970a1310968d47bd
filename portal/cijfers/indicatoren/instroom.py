"""I01-I07: how many people come in, and how far they come before the first day."""

from django.db.models import Q

from .definitie import Definitie, Eenheid, Moment, Telling, Vorm, altijd
from .dimensies import Dimensie as D

AANGEMELD = Q(aangemeld_op__isnull=False)
GESTART = Q(gestart_op__isnull=False)
INGANG = (
    D.NIVEAU, D.KWALIFICATIE, D.VERWIJZER, D.VERWIJZER_SOORT, D.DOELGROEP, D.GEMEENTE, D.INSTELLING,
)  # fmt: skip
EEN_JAAR = 12
MEETELLEN = (
    "Een traject dat de school overnam, telt mee op de dag dat het begon. "
    "Een vervolg bij dezelfde school telt als een nieuw traject."
)


def gestart_op(peildatum) -> Q:
    """Learning on this day: begun, and not ended yet."""
    niet_klaar = Q(geeindigd_op=None) | Q(geeindigd_op__gt=peildatum)
    return Q(gestart_op__lte=peildatum) & niet_klaar


def _wachtend(moment: Moment) -> Telling:
    nog_niet = Q(gestart_op=None) | Q(gestart_op__gt=moment.peildatum)
    niet_af = Q(geeindigd_op=None) | Q(geeindigd_op__gt=moment.peildatum)
    return Telling(Q(aangemeld_op__lte=moment.peildatum) & nog_niet & niet_af, Q())


I01 = Definitie(
    code="I01",
    titel="Aanmeldingen",
    uitleg=(
        "We tellen de trajecten die in deze periode zijn aangemeld. Iemand met twee trajecten telt "
        f"twee keer; het aantal mensen staat erbij. {MEETELLEN}"
    ),
    vorm=Vorm.STROOM,
    teller="trajecten, aangemeld in de periode",
    datum="aangemeld_op",
    tellen=altijd(Telling(AANGEMELD, Q())),
    dimensies=INGANG,
    personen=True,
)
I02 = Definitie(
    code="I02",
    titel="Van aanmelding naar intake",
    uitleg=(
        "Van de trajecten die in deze periode zijn aangemeld, tellen we hoeveel er een "
        "intakegesprek hadden. Dat gesprek mag ook na de periode zijn."
    ),
    vorm=Vorm.COHORT,
    teller="trajecten met een intakegesprek",
    noemer="trajecten, aangemeld in de periode",
    datum="aangemeld_op",
    tellen=altijd(Telling(AANGEMELD, Q(intake_op__isnull=False))),
    dimensies=INGANG,
    volgen=EEN_JAAR,
)
I03 = Definitie(
    code="I03",
    titel="Van intake naar plaatsing",
    uitleg=(
        "Van de trajecten die in deze periode zijn aangemeld en een intake hadden, tellen we bij "
        "hoeveel een leerbedrijf akkoord was: het tekende de praktijkovereenkomst. Een traject "
        "zonder leren op het werk telt hier niet mee."
    ),
    vorm=Vorm.COHORT,
    teller="trajecten waarbij een leerbedrijf tekende",
    noemer="trajecten met een intakegesprek en leren op het werk",
    datum="aangemeld_op",
    tellen=altijd(
        Telling(AANGEMELD & Q(intake_op__isnull=False, met_bpv=True), Q(akkoord_op__isnull=False))
    ),
    dimensies=INGANG,
    volgen=EEN_JAAR,
)
I04 = Definitie(
    code="I04",
    titel="Van plaatsing naar start",
    uitleg=(
        "Gestart betekent: de school, de kandidaat en het leerbedrijf hebben de "
        "praktijkovereenkomst getekend, en de eerste dag is geweest. We kijken naar de trajecten "
        "die in deze periode zijn aangemeld en een leerbedrijf hadden."
    ),
    vorm=Vorm.COHORT,
    teller="trajecten die zijn gestart",
    noemer="trajecten waarbij een leerbedrijf tekende",
    datum="aangemeld_op",
    tellen=altijd(Telling(AANGEMELD & Q(akkoord_op__isnull=False), GESTART)),
    dimensies=INGANG,
    personen=True,
    volgen=EEN_JAAR,
)
I05 = Definitie(
    code="I05",
    titel="Niet gestart",
    uitleg=(
        "Van de trajecten die in deze periode zijn aangemeld, tellen we hoeveel er stopten voordat "
        "het leren begon, met de reden."
    ),
    vorm=Vorm.COHORT,
    teller="trajecten die stopten voor de start",
    noemer="trajecten, aangemeld in de periode",
    datum="aangemeld_op",
    tellen=altijd(Telling(AANGEMELD, Q(gestart_op=None, einde__in=("niet_gestart", "gestopt")))),
    dimensies=(*INGANG, D.REDEN),
    volgen=EEN_JAAR,
    gevoelig=True,
)
I06 = Definitie(
    code="I06",
    titel="Doorlooptijd van aanmelding tot start",
    uitleg=(
        "We nemen de trajecten die in deze periode zijn gestart en tellen de dagen vanaf de "
        "aanmelding. De mediaan is de middelste: de helft ging sneller. P25 en P75 laten zien waar "
        "de middelste helft ligt. Overgenomen trajecten tellen niet mee."
    ),
    vorm=Vorm.STROOM,
    eenheid=Eenheid.DAGEN,
    teller="mediaan van het aantal dagen, met P25 en P75",
    noemer="trajecten, gestart in de periode",
    datum="gestart_op",
    tellen=altijd(Telling(GESTART & AANGEMELD & Q(overgenomen=False), Q())),
    dimensies=(D.NIVEAU, D.SECTOR, D.VERWIJZER_SOORT, D.GEMEENTE, D.INSTELLING),
    spreiding="wachttijd",
)
I07 = Definitie(
    code="I07",
    titel="Wachtend",
    uitleg=(
        "Op de peildatum aangemeld, nog niet gestart en niet afgemeld. We tellen ook hoe lang "
        "mensen al wachten: tot 14 dagen, 15 tot 42, 43 tot 90, of langer."
    ),
    vorm=Vorm.STAND,
    teller="trajecten die op de peildatum wachten",
    tellen=_wachtend,
    dimensies=(*INGANG, D.KLASSE),
)
INSTROOM = (I01, I02, I03, I04, I05, I06, I07)
