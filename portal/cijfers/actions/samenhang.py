"""How the counted figures hang together, for the layer that guards small numbers."""

from collections.abc import Iterable

from trajecten.models import Kwalificatie

from ..indicatoren import GEVOELIG, INDICATOREN, Dimensie, Vorm
from ..kleine_aantallen import Hierarchie

# What two indicatoren count alike has one name: who can read the one, can read the other.
GROOTHEDEN = {
    ("I01", "teller"): "aangemeld",
    ("I02", "noemer"): "aangemeld",
    ("I05", "noemer"): "aangemeld",
    ("I10", "noemer"): "gestart",
    ("I11", "noemer"): "gestart",
    ("I12", "noemer"): "gestart",
    ("I08", "teller"): "lopend",
    ("I14", "noemer"): "lopend",
}
# About a step or a document, not about somebody's life: there the others may be few.
STAPPEN = frozenset({"I02", "I03", "I04", "I09", "I20-12"})
# What counts something else than trajecten: how many people are behind it.
MENSEN_VAN = {"I13": ("I10", "noemer"), "I25": ("I08", "teller"), "I27": ("I01", "teller")}


def _sommen() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Everybody of a cohort is those with an answer and those without."""
    namen = [
        f"{code}-{maand}" for code, definitie in INDICATOREN.items() for maand in definitie.maanden
        if maand
    ]  # fmt: skip
    return tuple(
        (f"{naam}-onbekend.noemer", (f"{naam}.noemer", f"{naam}-onbekend.teller")) for naam in namen
    )


def hierarchie(kwalificaties: Iterable[str]) -> Hierarchie:
    """De samenhang voor deze kwalificaties (pk's als tekst): van elk het niveau en de sector."""
    rijen = Kwalificatie.objects.filter(pk__in=[pk for pk in kwalificaties if pk]).values_list(
        "pk", "niveau", "dossier__sectorkamer"
    )
    boven = {
        str(pk): {"niveau": str(niveau), "sector": sector or ""} for pk, niveau, sector in rijen
    }
    return Hierarchie(
        boven={"kwalificatie": boven}, grootheden=GROOTHEDEN, sommen=_sommen(),
        standen=_standen(), gevoelig=frozenset(map(str, GEVOELIG)),
        stappen=STAPPEN, volgorde=tuple(map(str, Dimensie)),
    )  # fmt: skip


def _standen() -> frozenset[str]:
    """The names of what is counted on one day, also the names that several share."""
    codes = {code for code, definitie in INDICATOREN.items() if definitie.vorm == Vorm.STAND}
    namen = {naam for (code, _), naam in GROOTHEDEN.items() if code in codes}
    return frozenset(codes | namen)
