"""Store a dossier: new rows added, changed rows reported, vanished rows kept and closed.

Nothing is deleted: a traject may stand on it. What a traject shows is its own snapshot, so a
changed title here never changes a running traject.
"""

from datetime import date
from typing import Any

from django.db.models import Model, Q

from ..models import Kerntaak, Kwalificatie, Kwalificatiedossier, Werkproces
from .gegevens import DossierGegeven, KerntaakGegeven, KwalificatieGegeven, Verslag

Uitleg = dict[tuple[str, str], str]
DOSSIERVELDEN = ("naam", "versie", "geldig_tot", "sectorkamer")
KWALIFICATIEVELDEN = (
    "naam", "niveau", "profiel", "geldig_vanaf", "einde_instroom", "einde_opleiding", "vertrouwen",
)  # fmt: skip
START = Kwalificatiedossier.Bron.STARTGEGEVENS
SBB = Kwalificatiedossier.Bron.SBB


def dossier_vastleggen(
    gegeven: DossierGegeven, *, op: date, sha256: str = ""
) -> tuple[Kwalificatiedossier, Verslag]:
    """Zet één dossierversie in de tabellen en zeg wat er veranderde; in een transactie.

    `op` is de dag waarop verdwenen onderdelen vervallen; `sha256` die van het gelezen bestand.
    """
    verslag = Verslag()
    sleutel = _waarden(gegeven, ("crebo", "bron", "sbb_nr", "geldig_vanaf"))
    if not gegeven.crebo:
        sleutel["naam"] = gegeven.naam
    dossier, nieuw = Kwalificatiedossier.objects.get_or_create(
        **sleutel,
        defaults=_waarden(gegeven, DOSSIERVELDEN) | {"bestand_sha256": sha256},
    )
    _melden(verslag, dossier, nieuw, f"dossier {dossier}", gegeven, DOSSIERVELDEN)
    uitleg = _uitleg_van_start(gegeven)
    _kerntaken(dossier, None, gegeven.basis, verslag, uitleg, op)
    for kwalificatie in gegeven.kwalificaties:
        _kwalificatie(dossier, kwalificatie, verslag, uitleg, op)
    _vervallen(
        dossier.kwalificaties.exclude(crebo__in=[k.crebo for k in gegeven.kwalificaties]),
        verslag,
        "kwalificatie",
        op,
    )
    _startversie_sluiten(dossier, verslag)
    if verslag and sha256 and dossier.bestand_sha256 != sha256:
        dossier.bestand_sha256 = sha256
        dossier.save(update_fields=["bestand_sha256"])
    return dossier, verslag


def _waarden(gegeven: Any, velden: tuple[str, ...]) -> dict[str, Any]:
    return {veld: getattr(gegeven, veld) for veld in velden}


def _melden(
    verslag: Verslag, rij: Model, nieuw: bool, wat: str, gegeven: Any, velden: tuple[str, ...]
) -> None:
    """Report the row as added, or bring it up to date and report each changed field."""
    if nieuw:
        verslag.toegevoegd.append(wat)
        return
    anders = [veld for veld in velden if getattr(rij, veld) != getattr(gegeven, veld)]
    if getattr(rij, "vervallen_op", None):
        rij.vervallen_op = None  # type: ignore[attr-defined]
        verslag.toegevoegd.append(f"{wat} (was verdwenen)")
        rij.save(update_fields=["vervallen_op"])
    for veld in anders:
        oud, waarde = getattr(rij, veld), getattr(gegeven, veld)
        verslag.gewijzigd.append(f"{wat}: {veld} was “{oud}”, is “{waarde}”")
        setattr(rij, veld, waarde)
    if anders:
        rij.save(update_fields=anders)


def _kwalificatie(
    dossier: Kwalificatiedossier,
    gegeven: KwalificatieGegeven,
    verslag: Verslag,
    uitleg: Uitleg,
    op: date,
) -> None:
    kwalificatie, nieuw = Kwalificatie.objects.get_or_create(
        dossier=dossier, crebo=gegeven.crebo, defaults=_waarden(gegeven, KWALIFICATIEVELDEN)
    )
    wat = f"kwalificatie {gegeven.crebo} {gegeven.naam}"
    _melden(verslag, kwalificatie, nieuw, wat, gegeven, KWALIFICATIEVELDEN)
    _kerntaken(dossier, kwalificatie, gegeven.kerntaken, verslag, uitleg, op)


def _kerntaken(
    dossier: Kwalificatiedossier,
    kwalificatie: Kwalificatie | None,
    gegevens: tuple[KerntaakGegeven, ...],
    verslag: Verslag,
    uitleg: Uitleg,
    op: date,
) -> None:
    bestaand = {
        kerntaak.code: kerntaak
        for kerntaak in Kerntaak.objects.filter(
            dossier=dossier, kwalificatie=kwalificatie
        ).prefetch_related("werkprocessen")
    }
    waar = f"{kwalificatie.crebo if kwalificatie else dossier.crebo} "
    for gegeven in gegevens:
        kerntaak = bestaand.pop(gegeven.code, None)
        nieuw = kerntaak is None
        if kerntaak is None:
            kerntaak = Kerntaak.objects.create(
                dossier=dossier,
                kwalificatie=kwalificatie,
                code=gegeven.code,
                **_waarden(gegeven, ("titel", "titel_ruw")),
            )
        _melden(
            verslag,
            kerntaak,
            nieuw,
            f"kerntaak {waar}{gegeven.code}",
            gegeven,
            ("titel", "titel_ruw"),
        )
        _werkprocessen(kerntaak, gegeven, verslag, uitleg, waar, op)
    verdwenen = [kerntaak.pk for kerntaak in bestaand.values()]
    _vervallen(Kerntaak.objects.filter(pk__in=verdwenen), verslag, f"kerntaak {waar}", op)


def _werkprocessen(
    kerntaak: Kerntaak,
    gegeven: KerntaakGegeven,
    verslag: Verslag,
    uitleg: Uitleg,
    waar: str,
    op: date,
) -> None:
    bestaand = {werkproces.code: werkproces for werkproces in kerntaak.werkprocessen.all()}
    nieuwe = []
    velden = ("titel", "titel_ruw")
    for regel in gegeven.werkprocessen:
        eigen_uitleg = regel.eigen_uitleg or uitleg.get((regel.code, regel.titel), "")
        werkproces = bestaand.pop(regel.code, None)
        if werkproces is None:
            nieuwe.append(
                Werkproces(
                    kerntaak=kerntaak,
                    code=regel.code,
                    eigen_uitleg=eigen_uitleg,
                    **_waarden(regel, velden),
                )
            )
            verslag.toegevoegd.append(f"werkproces {waar}{regel.code}")
            continue
        _melden(verslag, werkproces, False, f"werkproces {waar}{regel.code}", regel, velden)
        if eigen_uitleg and werkproces.eigen_uitleg != eigen_uitleg:
            werkproces.eigen_uitleg = eigen_uitleg
            werkproces.save(update_fields=["eigen_uitleg"])
            verslag.gewijzigd.append(f"werkproces {waar}{regel.code}: eigen uitleg")
    Werkproces.objects.bulk_create(nieuwe)
    verdwenen = [werkproces.pk for werkproces in bestaand.values()]
    _vervallen(Werkproces.objects.filter(pk__in=verdwenen), verslag, f"werkproces {waar}", op)


def _vervallen(rijen: Any, verslag: Verslag, wat: str, op: date) -> None:
    """Close what the file no longer holds; a row is never deleted, it may be in use."""
    for rij in rijen.filter(vervallen_op=None):
        verslag.verdwenen.append(f"{wat.strip()} {rij}")
    rijen.filter(vervallen_op=None).update(vervallen_op=op)


def _uitleg_van_start(gegeven: DossierGegeven) -> Uitleg:
    """Our own plain sentences move along to SBB's version where code and title are the same."""
    if gegeven.bron != SBB:
        return {}
    crebos = [kwalificatie.crebo for kwalificatie in gegeven.kwalificaties]
    zelfde = Q(kerntaak__dossier__crebo=gegeven.crebo) & Q(kerntaak__kwalificatie=None)
    eigen = Werkproces.objects.filter(
        zelfde | Q(kerntaak__kwalificatie__crebo__in=crebos), kerntaak__dossier__bron=START
    ).exclude(eigen_uitleg="")
    return {(w.code, w.titel): w.eigen_uitleg for w in eigen}


def _startversie_sluiten(dossier: Kwalificatiedossier, verslag: Verslag) -> None:
    """SBB's own dossier closes the start version for new trajecten; its rows stay as they were.

    They belong together by the crebo of the dossier or of one of its kwalificaties: of some
    start dossiers the crebo is not known.
    """
    crebos = list(dossier.kwalificaties.values_list("crebo", flat=True))
    zelfde = Q(kwalificaties__crebo__in=crebos)
    if dossier.crebo:
        zelfde |= Q(crebo=dossier.crebo)
    familie = Kwalificatiedossier.objects.filter(zelfde).distinct()
    sbb = dossier if dossier.bron == SBB else familie.filter(bron=SBB).last()
    if not sbb:
        return
    for start in familie.filter(bron=START, vervangen_door=None):
        start.vervangen_door = sbb
        start.save(update_fields=["vervangen_door"])
        verslag.gewijzigd.append(f"startgegevens van dossier {start} zijn gesloten")
