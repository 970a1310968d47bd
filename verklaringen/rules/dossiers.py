"""Who may take a dossier voor controle along. Eigen ontwerp."""

from trajecten.models import Lidmaatschap, Rol, Traject

HOOGUIT_IN_DOSSIER = 200  # people at once; every name stands on the screen


def bezwaar_tegen_dossier_downloaden(
    trajecten: list[Traject], lid: Lidmaatschap, waarvoor: str
) -> str:
    """Alleen de school zelf, over eigen mensen, met een reden die iedereen in het logboek leest."""
    if lid.rol not in (Rol.COORDINATOR, Rol.EXAMENCOMMISSIE):
        return "Alleen de mbo-coördinator en de examencommissie maken een dossier voor controle."
    if any(traject.instelling_id != lid.organisatie_id for traject in trajecten):
        return "In een dossier staan alleen mensen van de eigen school."
    if not trajecten:
        return "Kies van wie je het dossier wilt."
    if len(trajecten) > HOOGUIT_IN_DOSSIER:
        return f"Kies hooguit {HOOGUIT_IN_DOSSIER} mensen tegelijk. Je koos er {len(trajecten)}."
    return "" if waarvoor.strip() else "Schrijf op waarvoor je het dossier nodig hebt."
