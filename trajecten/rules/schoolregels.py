"""What a school decides itself about passing, and who writes that down. Beside the law: EKB."""

from datetime import date
from decimal import Decimal

from ..models import Lidmaatschap, Organisatie, Rol
from .afronding import bezwaar_tegen_dag
from .slagen import Schoolregels, bezwaar_tegen_woordtabel

VASTSTELLERS = (Rol.COORDINATOR, Rol.BEHEER)


def schoolregels_van(instelling: Organisatie) -> Schoolregels:
    """Wat deze instelling nu zelf vaststelt; zonder besluit alleen de wet."""
    rij = instelling.schoolregels.order_by("volgnummer").last()
    if rij is None:
        return Schoolregels()
    return Schoolregels(
        nederlands_minimum=rij.nederlands_minimum,
        gemiddelde_afronden=rij.gemiddelde_afronden,
        woordtabel=tuple(sorted(rij.woordtabel.items(), key=lambda paar: paar[1])),
        certificaat_minimum=rij.certificaat_minimum,
        certificaat_compensatie=rij.certificaat_compensatie,
        levensbeschouwelijk=rij.levensbeschouwelijk,
        besloten=str(rij),
    )


def bezwaar_tegen_schoolregels_vaststellen(lid: Lidmaatschap) -> str:
    """Alleen een mens van de school zelf schrijft op wat de school besloot."""
    if lid.rol not in VASTSTELLERS or lid.organisatie is None:
        return "Alleen een mbo-coördinator of beheer van de school legt dit vast."
    if lid.organisatie.soort != Organisatie.Soort.INSTELLING:
        return "Alleen een school heeft regels bij de uitslag."
    return ""


def bezwaren_tegen_schoolregels(
    *, woordtabel: dict[str, int], certificaat_minimum: Decimal | None, besloten_door: str,
    gebeurd_op: date,
) -> dict[str, str]:  # fmt: skip
    """Per veld waarom het zo niet kan; leeg als alles klopt."""
    gevonden = {
        "woordtabel": bezwaar_tegen_woordtabel(woordtabel),
        "certificaat_minimum": _bezwaar_tegen_minimum(certificaat_minimum),
        "besloten_door": "" if besloten_door.strip() else "Schrijf op wie dit besloot.",
        "gebeurd_op": bezwaar_tegen_dag(gebeurd_op),
    }
    return {veld: bezwaar for veld, bezwaar in gevonden.items() if bezwaar}


def _bezwaar_tegen_minimum(minimum: Decimal | None) -> str:
    if minimum is None:
        return ""
    getoond = str(minimum).replace(".", ",")
    if not 1 <= minimum <= 10:
        return f"Een cijfer ligt tussen 1 en 10. Hier staat {getoond}."
    if minimum != minimum.quantize(Decimal("0.1")):
        return f"Een cijfer heeft één cijfer achter de komma, zoals 5,5. Hier staat {getoond}."
    return ""
