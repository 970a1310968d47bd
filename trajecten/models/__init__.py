from .certificaten import Certificaat, Certificaatwerkproces, Crebo, Keuzedeel
from .feiten import Bron, Feit
from .intake import Inschrijving, Intake
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
from .opslag import Bestand
from .organisaties import Arbeidsmarktregio, Gemeente, Inrichting, MagUitgeven, Organisatie
from .overeenkomsten import Ondertekening, Partij, Praktijkovereenkomst
from .plaatsingen import Begeleiding, Plaatsing, Planbevestiging, Planregel
from .post import Bericht
from .redenen import GestoptReden, NietGestartReden
from .resultaten import (
    GENERIEK,
    MET_CODE,
    Deel,
    Onderdeel,
    Resultaat,
    Resultaatintrekking,
    Woord,
)
from .tellers import Teller
from .trajecten import (
    GEEINDIGD,
    LOPEND,
    OVERGANGEN,
    Leerweg,
    Route,
    Status,
    Statusovergang,
    Traject,
)
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
    "Certificaatwerkproces",
    "Crebo",
    "Deel",
    "Documentgegevens",
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
    "Identiteit",
    "Identiteitbevestiging",
    "Inrichting",
    "Inschrijving",
    "Intake",
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
    "MET_CODE",
    "MagUitgeven",
    "NietGestartReden",
    "Niveau",
    "OVERGANGEN",
    "Onderdeel",
    "Ondertekening",
    "Organisatie",
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
    "Status",
    "Statusovergang",
    "Taal",
    "Teller",
    "Traject",
    "Uitnodiging",
    "Uitstroom",
    "Uitvoerbaar",
    "Verzoek",
    "Vrijstellingsbesluit",
    "Vrijstellingsbewijs",
    "Vrijstellingsverzoek",
    "Werkproces",
    "Woord",
    "Zelfbeoordeling",
]
