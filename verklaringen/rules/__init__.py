from .uitgiften import (
    bezwaar_tegen_besluiten,
    bezwaar_tegen_uitgeven,
    bezwaar_tegen_uitreiken,
    bezwaar_tegen_vergelijken,
    is_toegekend,
    komt_overeen,
    waarschuwing_bij_uitgeven,
)
from .vaststellingen import (
    bezwaar_tegen_aanbieden,
    bezwaar_tegen_akkoord_geven,
    bezwaar_tegen_tegenspreken,
    bezwaar_tegen_terughalen,
    bezwaar_tegen_vaststellen,
    partij_van,
    te_tekenen,
)

__all__ = [
    "bezwaar_tegen_aanbieden",
    "bezwaar_tegen_akkoord_geven",
    "bezwaar_tegen_besluiten",
    "bezwaar_tegen_tegenspreken",
    "bezwaar_tegen_terughalen",
    "bezwaar_tegen_uitgeven",
    "bezwaar_tegen_uitreiken",
    "bezwaar_tegen_vaststellen",
    "bezwaar_tegen_vergelijken",
    "is_toegekend",
    "komt_overeen",
    "partij_van",
    "te_tekenen",
    "waarschuwing_bij_uitgeven",
]
