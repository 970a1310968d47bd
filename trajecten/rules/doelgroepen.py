"""Who may record a doelgroep: the referring organisation, once it wrote down on what ground."""

from collections.abc import Collection

from ..models import DOELGROEPHOUDERS, Doelgroep, Doelgroepgebruik, Lidmaatschap, Rol, Traject

BESLISSERS = (Rol.BELEID, Rol.BEHEER)


def houdt_doelgroepen_bij(lid: Lidmaatschap) -> bool:
    """Of de organisatie van dit lid het vastleggen nu aan heeft staan."""
    if lid.organisatie_id is None:
        return False
    return Doelgroepgebruik.objects.nu().filter(organisatie=lid.organisatie_id, aan=True).exists()


def bezwaar_tegen_doelgroepgebruik(lid: Lidmaatschap, aan: bool, grondslag: str) -> str:
    """Beleid of beheer van een gemeente, UWV of sociaal werkbedrijf, met de grond uit de DPIA."""
    soort = lid.organisatie.soort if lid.organisatie else ""
    if lid.rol not in BESLISSERS or soort not in DOELGROEPHOUDERS:
        return "Alleen beleid of beheer van een gemeente, UWV of sociaal werkbedrijf besluit dit."
    if aan and not grondslag.strip():
        return "Schrijf op welke grond de DPIA noemt, en van welke dag die DPIA is."
    return ""


def bezwaar_tegen_doelgroepen(traject: Traject, lid: Lidmaatschap) -> str:
    """De klantmanager van wie aanmeldde; een werkbedrijf dat zelf aanmeldde ook als jobcoach."""
    aanmelding = getattr(traject, "aanmelding", None)
    verwijzer = aanmelding and aanmelding.verwijzer
    if (
        lid.rol not in (Rol.KLANTMANAGER, Rol.JOBCOACH)
        or verwijzer is None
        or verwijzer.pk != lid.organisatie_id
        or not Traject.objects.zichtbaar_voor(lid).filter(pk=traject.pk).exists()
    ):
        return "Alleen de organisatie die aanmeldde legt de doelgroep vast."
    if verwijzer.soort not in DOELGROEPHOUDERS or not houdt_doelgroepen_bij(lid):
        return "Je organisatie legt geen doelgroepen vast. Beleid of beheer kan dat aanzetten."
    return ""


def bezwaar_tegen_keuze_doelgroepen(soorten: Collection[str], hoofd: str) -> str:
    """Minstens een, en een daarvan is de belangrijkste."""
    if not soorten:
        return "Kies ten minste één doelgroep, of wis wat er staat."
    if onbekend := set(soorten) - set(Doelgroep.Soort.values):
        return f"Deze doelgroep staat niet in de lijst: {', '.join(sorted(onbekend))}."
    if hoofd not in soorten:
        return "Kies welke van deze doelgroepen de belangrijkste is."
    return ""
