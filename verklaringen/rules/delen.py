"""When the kandidaat may show an own document to somebody else."""

from trajecten.models import Lidmaatschap, Rol

from ..models import Deling, Geldigheid, Uitgifte

HOOGUIT = 20  # running at once per document: more is a list nobody can oversee


def bezwaar_tegen_delen(uitgifte: Uitgifte, lid: Lidmaatschap, nu=None) -> str:
    """Alleen van jezelf, en alleen wat geldig is. Vraagt een uitgifte met geldigheid."""
    if lid.rol != Rol.KANDIDAAT or lid.kandidaat_id != uitgifte.traject.kandidaat_id:
        return "Je kunt alleen je eigen document delen."
    if uitgifte.geldigheid != Geldigheid.GELDIG:
        return "Dit document is niet meer geldig. Je kunt het niet meer delen."
    if uitgifte.delingen.lopend(nu).count() >= HOOGUIT:
        return f"Je deelt dit document al {HOOGUIT} keer. Stop eerst met een van die keren."
    return ""


def bezwaar_tegen_delen_stoppen(deling: Deling, lid: Lidmaatschap) -> str:
    """Wie deelt, stopt. Al gestopt is ook goed."""
    if lid.rol != Rol.KANDIDAAT or lid.kandidaat_id != deling.uitgifte.traject.kandidaat_id:
        return "Alleen wie het document deelt, kan ermee stoppen."
    return ""
