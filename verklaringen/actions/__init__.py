from .afdrukken import afdruk_uitvoeren, afdrukken
from .besluiten import besluiten
from .bevriezen import vingerafdruk
from .faalpunten import faalpunt
from .opdrachten import opdracht_uitvoeren
from .raadplegen import bestand_raadplegen, opzoeken, raadplegen
from .uitgeven import uitgeven, uitreiken
from .vaststellen import (
    aanbieden,
    akkoord_geven,
    getekend_blad_vastleggen,
    tegenspreken,
    terughalen,
    vaststellen,
)
from .wachtrij import Verloren, pakken, teruggeven

__all__ = [
    "Verloren",
    "aanbieden",
    "afdruk_uitvoeren",
    "afdrukken",
    "akkoord_geven",
    "besluiten",
    "bestand_raadplegen",
    "faalpunt",
    "getekend_blad_vastleggen",
    "opdracht_uitvoeren",
    "opzoeken",
    "pakken",
    "raadplegen",
    "tegenspreken",
    "teruggeven",
    "terughalen",
    "uitgeven",
    "uitreiken",
    "vaststellen",
    "vingerafdruk",
]
