from .afdrukken import (
    afdruk_uitvoeren,
    afdrukken,
)
from .besluiten import (
    besluiten,
)
from .bevriezen import (
    vingerafdruk,
)
from .bundelen import (
    bundel_uitvoeren,
    bundelen,
    bundels_opruimen,
)
from .delen import (
    delen,
    delen_stoppen,
    gedeeld_openen,
)
from .dossiers import dossier_downloaden
from .intrekken import (
    intrekken,
    intrekken_voorstellen,
    voorstel_afwijzen,
)
from .opdrachten import (
    opdracht_uitvoeren,
)
from .raadplegen import (
    bestand_raadplegen,
    opzoeken,
    raadplegen,
)
from .reeksen import (
    reeks_opnieuw,
    reeks_uitgeven,
    reeks_uitvoeren,
)
from .uitgeven import (
    uitgeven,
    uitreiken,
)
from .vaststellen import (
    aanbieden,
    akkoord_geven,
    getekend_blad_vastleggen,
    tegenspreken,
    terughalen,
    vaststellen,
)
from .verbeteren import (
    verbeteren,
    verbeteren_stoppen,
)
from .voordragen import (
    voordracht_terughalen,
    voordracht_uitreiken,
    voordragen,
)
from .wachtrij import (
    Verloren,
    pakken,
    teruggeven,
)
from .zegels import (
    Bevinding,
    controleren_zegel,
)

__all__ = [
    "Bevinding",
    "Verloren",
    "aanbieden",
    "afdruk_uitvoeren",
    "afdrukken",
    "akkoord_geven",
    "besluiten",
    "bestand_raadplegen",
    "bundel_uitvoeren",
    "bundelen",
    "bundels_opruimen",
    "controleren_zegel",
    "delen",
    "delen_stoppen",
    "dossier_downloaden",
    "gedeeld_openen",
    "getekend_blad_vastleggen",
    "intrekken",
    "intrekken_voorstellen",
    "opdracht_uitvoeren",
    "opzoeken",
    "pakken",
    "raadplegen",
    "reeks_opnieuw",
    "reeks_uitgeven",
    "reeks_uitvoeren",
    "tegenspreken",
    "teruggeven",
    "terughalen",
    "uitgeven",
    "uitreiken",
    "vaststellen",
    "verbeteren",
    "verbeteren_stoppen",
    "vingerafdruk",
    "voordracht_terughalen",
    "voordracht_uitreiken",
    "voordragen",
    "voorstel_afwijzen",
]
