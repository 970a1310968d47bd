from .certificaten import (
    Certificaat,
    Certificaatdekking,
    Certificaatwerkproces,
    Crebo,
    Keuzedeel,
)
from .doelgroepen import DOELGROEPHOUDERS, Doelgroep, Doelgroepgebruik
from .feiten import Bron, Feit
from .inlezingen import INLEESSOORTEN, Inleessoort, Inlezing, Overnameregel
from .intake import Inschrijving, Intake
from .jobcoaching import Jobcoaching
from .kandidaten import (
    AANMELDING_OVERGANGEN,
    Aanmelding,
    Identiteit,
    Identiteitbevestiging,
    Kandidaat,
    Taal,
)
from .kwalificaties import Kerntaak, Kwalificatie, Kwalificatiedossier, Werkproces
from .leden import BIJ_LEERBEDRIJF, BIJ_ORGANISATIE, Gebruiker, Lidmaatschap, Rol, Uitnodiging
from .leerbedrijven import Erkenning, Erkenningcontrole, Leerbedrijf, Uitvoerbaar
from .logboek import Logregel
from .nazorg import MAANDEN, Nazorgmeting, Nazorgpoging, Nazorgstop
from .opslag import Bestand
from .organisaties import Arbeidsmarktregio, Gemeente, Inrichting, MagUitgeven, Organisatie
from .overeenkomsten import Ondertekening, Partij, Praktijkovereenkomst
from .plaatsingen import Begeleiding, Plaatsing, Planbevestiging, Planregel
from .post import Bericht
from .redenen import GestoptReden, NietGestartReden
from .resultaten import (
    GENERIEK,
    HEEL_CIJFER,
    MET_CODE,
    NIVEAUS_VAN,
    Deel,
    Onderdeel,
    Resultaat,
    Resultaatintrekking,
    Woord,
)
from .schoolregels import Schoolregels
from .statussen import (
    GEEINDIGD,
    LOPEND,
    NA_HET_EINDE,
    OVERGANGEN,
    VOOR_START,
    Leerweg,
    Route,
    Status,
)
from .tellers import Teller
from .trajecten import Statusovergang, Traject
from .verbeteringen import Verbetering, Verbeterreden
from .voortgang import (
    Aftekening,
    Aftekeningintrekking,
    Besluit,
    Documentgegevens,
    Eindoordeel,
    KanHierNietReden,
    Niveau,
    Schooloordeel,
    Uitstroom,
    Verzoek,
    Zelfbeoordeling,
)
from .vrijstellingen import (
    EerderExamen,
    Vrijstellingsbesluit,
    Vrijstellingsbewijs,
    Vrijstellingsverzoek,
)

__all__ = [
    "AANMELDING_OVERGANGEN",
    "Aanmelding",
    "Aftekening",
    "Aftekeningintrekking",
    "Arbeidsmarktregio",
    "BIJ_LEERBEDRIJF",
    "BIJ_ORGANISATIE",
    "Begeleiding",
    "Bericht",
    "Besluit",
    "Bestand",
    "Bron",
    "Certificaat",
    "Certificaatdekking",
    "Certificaatwerkproces",
    "Crebo",
    "DOELGROEPHOUDERS",
    "Deel",
    "Documentgegevens",
    "Doelgroep",
    "Doelgroepgebruik",
    "EerderExamen",
    "Eindoordeel",
    "Erkenning",
    "Erkenningcontrole",
    "Feit",
    "GEEINDIGD",
    "GENERIEK",
    "Gebruiker",
    "Gemeente",
    "GestoptReden",
    "HEEL_CIJFER",
    "INLEESSOORTEN",
    "Identiteit",
    "Identiteitbevestiging",
    "Inleessoort",
    "Inlezing",
    "Inrichting",
    "Inschrijving",
    "Intake",
    "Jobcoaching",
    "KanHierNietReden",
    "Kandidaat",
    "Kerntaak",
    "Keuzedeel",
    "Kwalificatie",
    "Kwalificatiedossier",
    "LOPEND",
    "Leerbedrijf",
    "Leerweg",
    "Lidmaatschap",
    "Logregel",
    "MAANDEN",
    "MET_CODE",
    "MagUitgeven",
    "NA_HET_EINDE",
    "NIVEAUS_VAN",
    "Nazorgmeting",
    "Nazorgpoging",
    "Nazorgstop",
    "NietGestartReden",
    "Niveau",
    "OVERGANGEN",
    "Onderdeel",
    "Ondertekening",
    "Organisatie",
    "Overnameregel",
    "Partij",
    "Plaatsing",
    "Planbevestiging",
    "Planregel",
    "Praktijkovereenkomst",
    "Resultaat",
    "Resultaatintrekking",
    "Rol",
    "Route",
    "Schooloordeel",
    "Schoolregels",
    "Status",
    "Statusovergang",
    "Taal",
    "Teller",
    "Traject",
    "Uitnodiging",
    "Uitstroom",
    "Uitvoerbaar",
    "VOOR_START",
    "Verbetering",
    "Verbeterreden",
    "Verzoek",
    "Vrijstellingsbesluit",
    "Vrijstellingsbewijs",
    "Vrijstellingsverzoek",
    "Werkproces",
    "Woord",
    "Zelfbeoordeling",
]
