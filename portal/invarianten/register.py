"""The register: its numbers, its files, its frozen content."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from django.apps import apps
from django.db.models import Count

from trajecten import opslag
from trajecten.models import Teller
from trajecten.rules import Bezwaar
from verklaringen import namen, zegel
from verklaringen.actions import vingerafdruk
from verklaringen.models import Staat, Uitgifte, Uitgifteopdracht

PARTIJ = 500


def nummers() -> Iterator[str]:
    """Every number once, from 1 to where the counter stands, each with its row."""
    gezien: dict[tuple[str, int], list[int]] = defaultdict(list)
    genummerd = Uitgifteopdracht.objects.exclude(nummer=None).order_by("pk")
    for nummer in genummerd.values_list("nummer", flat=True).iterator(PARTIJ):
        if not namen.is_documentnummer(nummer):
            yield f"{nummer} is geen goed documentnummer."
            continue
        soort, jaar, volgnummer, _ = nummer.split("-")
        gezien[soort, int(jaar)].append(int(volgnummer))
    standen = {
        (teller.soort, teller.jaar): teller.stand
        for teller in Teller.objects.filter(soort__in=namen.SOORTEN)
    }
    for soort, jaar in sorted(gezien.keys() | standen.keys()):
        yield from _gaten(soort, jaar, gezien[soort, jaar], standen.get((soort, jaar), 0))


def _gaten(soort: str, jaar: int, nummers: list[int], stand: int) -> Iterator[str]:
    keren = Counter(nummers)
    for volgnummer in sorted(set(range(1, stand + 1)) - keren.keys()):
        yield f"Nummer {volgnummer} van {soort} {jaar} is uitgedeeld en heeft geen opdracht."
    for volgnummer in sorted(n for n in keren if not 1 <= n <= stand):
        yield f"Nummer {volgnummer} van {soort} {jaar} is hoger dan de teller ({stand})."
    for volgnummer in sorted(n for n, keer in keren.items() if keer > 1):
        yield f"Nummer {volgnummer} van {soort} {jaar} staat er meer dan één keer."


def bestanden() -> Iterator[str]:
    """Every uitgifte has its file, and the bytes are those of the register."""
    rijen = Uitgifte.objects.select_related("bestand").only(
        "nummer", "bestand_sha256", "bestand__sha256"
    )
    for uitgifte in rijen.order_by("pk").iterator(PARTIJ):
        if uitgifte.bestand_sha256 != uitgifte.bestand.sha256:
            yield f"{uitgifte.nummer}: het register noemt een ander bestand dan er bij staat."
            continue
        try:
            opslag.lezen(uitgifte.bestand)
        except opslag.OpslagFout as fout:
            yield f"{uitgifte.nummer}: {fout}"


def zegels() -> Iterator[str]:
    """Every sealed file is still as it was sealed, with one of our own certificates."""
    eigen = zegel.eigen_certificaten()
    verzegeld = Uitgifte.objects.exclude(zegel=namen.ZONDER_ZEGEL).select_related("bestand")
    for uitgifte in verzegeld.defer("inhoud").order_by("pk").iterator(PARTIJ):
        try:
            zegel.nakijken(opslag.lezen(uitgifte.bestand), eigen)
        except (opslag.OpslagFout, zegel.NietOrigineel) as fout:
            yield f"{uitgifte.nummer}: {fout}"


def standen() -> Iterator[str]:
    """An opdracht is uitgegeven when, and only when, the register has its row, with one number."""
    zonder = Uitgifteopdracht.objects.filter(staat=Staat.UITGEGEVEN, uitgifte=None)
    for nummer in zonder.order_by("pk").values_list("nummer", flat=True):
        yield f"{nummer} heet uitgegeven en staat niet in het register."
    terug = Uitgifte.objects.exclude(opdracht__staat=Staat.UITGEGEVEN)
    for nummer, staat in terug.order_by("pk").values_list("nummer", "opdracht__staat"):
        yield f"{nummer} staat in het register, maar de opdracht staat op {staat}."
    rijen = Uitgifte.objects.select_related("opdracht").defer("inhoud", "opdracht__inhoud")
    for uitgifte in rijen.order_by("pk").iterator(PARTIJ):
        if uitgifte.nummer != uitgifte.opdracht.nummer:
            yield f"{uitgifte.nummer}: de opdracht heeft een ander nummer."
        if uitgifte.inhoud_sha256 != uitgifte.opdracht.inhoud_sha256:
            yield f"{uitgifte.nummer}: de opdracht heeft een andere inhoud."


def een_geldig() -> Iterator[str]:
    """Of each kind of document of one place there is at most one that is valid."""
    geldig = Uitgifte.objects.geldig().order_by()
    plek = ("traject__nummer", "soort", "opdracht__vaststelling__plaatsing")
    dubbel = geldig.values(*plek).annotate(keren=Count("pk")).filter(keren__gt=1)
    for rij in dubbel.order_by(*plek):
        yield f"{rij['traject__nummer']}: van de {rij['soort']} gelden er {rij['keren']} tegelijk."


def bevroren_inhoud() -> Iterator[str]:
    """What was frozen still gives the hash it was frozen with, in every table that keeps one."""
    for model in apps.get_models():
        velden = {veld.name for veld in model._meta.fields}
        if not {"inhoud", "inhoud_sha256"} <= velden:
            continue
        rijen = model._default_manager.order_by("pk").values_list("pk", "inhoud", "inhoud_sha256")
        for pk, inhoud, sha256 in rijen.iterator(PARTIJ):
            if not _klopt(inhoud, sha256):
                yield f"{model._meta.verbose_name.capitalize()} {pk}: de inhoud is veranderd."


def _klopt(inhoud: dict, sha256: str) -> bool:
    try:
        return vingerafdruk(inhoud) == sha256
    except Bezwaar:
        return False  # longer than what may be frozen, so it was not frozen like this
