"""The start content shipped with the portal: facts from public sources, not a delivery by SBB.

Labelled as such on every screen that prints titles from it; an import of SBB's own dossier
closes the start version for new trajecten. Running it again changes nothing.
"""

import csv
import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import Model

from ..models import (
    Arbeidsmarktregio,
    Certificaat,
    Certificaatwerkproces,
    Crebo,
    Gemeente,
    Keuzedeel,
    Kwalificatie,
    Kwalificatiedossier,
    Organisatie,
    Werkproces,
)
from .gegevens import (
    DossierGegeven,
    KerntaakGegeven,
    KwalificatieGegeven,
    Verslag,
    WerkprocesGegeven,
)
from .vastleggen import dossier_vastleggen

MAP = Path(__file__).parent.parent / "gegevens"
PEILDATUM = date(2026, 11, 20)
Uitleg = dict[str, dict[str, str]]


class Tegenstrijdig(Exception):
    """Twee kwalificaties van één dossier noemen voor dezelfde basiscode een andere titel."""


@transaction.atomic
def startgegevens_laden(map_: Path = MAP) -> Verslag:
    """Laad alle startgegevens en zeg wat er veranderde; alles of niets.

    Raises: Tegenstrijdig als het basisdeel van een dossier niet eenduidig is.
    """
    verslag = Verslag()
    _gemeenten(map_, verslag)
    _instellingen(map_, verslag)
    for dossier in dossiers_lezen(map_):
        verslag += dossier_vastleggen(dossier, op=PEILDATUM)[1]
    _keuzedelen(map_, verslag)
    _certificaten(map_, verslag)
    _crebos(map_, verslag)
    return verslag


def dossiers_lezen(map_: Path = MAP) -> list[DossierGegeven]:
    """De dossiers van kwalificaties.json, met het basisdeel één keer. Raises: Tegenstrijdig."""
    rijen = json.loads((map_ / "kwalificaties.json").read_text())["kwalificaties"]
    uitleg = json.loads((map_ / "eigen_uitleg.json").read_text())["uitleg"]
    # Of one dossier only the name is known; it keeps an empty crebo.
    per_dossier: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for rij in rijen:
        sleutel = (rij["dossier"]["crebo"] or "", rij["dossier"]["naam"])
        per_dossier.setdefault(sleutel, []).append(rij)
    return [
        _dossier(crebo, naam, rijen, uitleg) for (crebo, naam), rijen in sorted(per_dossier.items())
    ]


def _dossier(crebo: str, naam: str, rijen: list[dict[str, Any]], uitleg: Uitleg) -> DossierGegeven:
    basisdelen = {
        tuple(_kerntaak(taak, uitleg.get(crebo, {})) for taak in rij["kerntaken"] if _basis(taak))
        for rij in rijen
    }
    if len(basisdelen) != 1:
        raise Tegenstrijdig(
            f"Dossier {crebo} {naam} heeft {len(basisdelen)} verschillende basisdelen."
        )
    return DossierGegeven(
        crebo=crebo,
        naam=naam,
        bron=Kwalificatiedossier.Bron.STARTGEGEVENS,
        sectorkamer=rijen[0]["sectorkamer"] or "",
        basis=basisdelen.pop(),
        kwalificaties=tuple(_kwalificatie(rij, uitleg) for rij in rijen),
    )


def _kwalificatie(rij: dict[str, Any], uitleg: Uitleg) -> KwalificatieGegeven:
    eigen = [taak for taak in rij["kerntaken"] if not _basis(taak)]
    return KwalificatieGegeven(
        crebo=rij["crebo"],
        naam=rij["naam"],
        niveau=rij["niveau"],
        profiel=eigen[0]["code"].split("-")[0] if eigen else "",
        vertrouwen=rij["vertrouwen"],
        kerntaken=tuple(_kerntaak(taak, uitleg.get(rij["crebo"], {})) for taak in eigen),
    )


def _basis(taak: dict[str, Any]) -> bool:
    return taak["code"].startswith("B")


def _kerntaak(taak: dict[str, Any], uitleg: dict[str, str]) -> KerntaakGegeven:
    return KerntaakGegeven(
        code=taak["code"],
        titel=taak["titel"],
        titel_ruw=taak["titel"],
        werkprocessen=tuple(
            WerkprocesGegeven(
                regel["code"], regel["titel"], regel["titel"], uitleg.get(regel["code"], "")
            )
            for regel in taak["werkprocessen"]
        ),
    )


def _csv(pad: Path) -> Iterator[dict[str, str]]:
    with pad.open(encoding="utf-8", newline="") as bestand:
        yield from csv.DictReader(bestand)


def _bijwerken(
    model: type[Model], sleutel: str, rijen: Iterable[dict[str, Any]], verslag: Verslag
) -> dict[Any, Any]:
    """Add what is missing and change only what differs; gives all rows back by their key."""
    bekend = {getattr(rij, sleutel): rij for rij in model._default_manager.all()}
    nieuwe = []
    for waarden in rijen:
        wat = f"{model._meta.verbose_name} {waarden[sleutel]}"
        rij = bekend.get(waarden[sleutel])
        if rij is None:
            nieuwe.append(model(**waarden))
            verslag.toegevoegd.append(wat)
            continue
        anders = [veld for veld, waarde in waarden.items() if getattr(rij, veld) != waarde]
        for veld in anders:
            setattr(rij, veld, waarden[veld])
            verslag.gewijzigd.append(f"{wat}: {veld}")
        if anders:
            rij.save(update_fields=anders)
    model._default_manager.bulk_create(nieuwe)
    return bekend | {getattr(rij, sleutel): rij for rij in nieuwe}


def _gemeenten(map_: Path, verslag: Verslag) -> None:
    """Begin, eind and opvolger stay empty: the list has none, and none is invented."""
    rijen = list(_csv(map_ / "gemeenten.csv"))
    namen = sorted({rij["arbeidsmarktregio"] for rij in rijen})
    regios = _bijwerken(Arbeidsmarktregio, "naam", [{"naam": naam} for naam in namen], verslag)
    gemeenten = [
        {
            "code": rij["cbs_code"],
            "naam": rij["naam"],
            "regio_id": regios[rij["arbeidsmarktregio"]].pk,
        }
        for rij in rijen
    ]
    _bijwerken(Gemeente, "code", gemeenten, verslag)


def _instellingen(map_: Path, verslag: Verslag) -> None:
    """Only missing ones are added: an instelling in use keeps the name it gave itself."""
    bekend = set(Organisatie.objects.exclude(brin="").values_list("brin", flat=True))
    for rij in _csv(map_ / "mbo_instellingen.csv"):
        if rij["brin"] in bekend:
            continue
        Organisatie.objects.create(
            soort=Organisatie.Soort.INSTELLING, brin=rij["brin"], naam=rij["naam"], bekostigd=True
        )
        verslag.toegevoegd.append(f"instelling {rij['brin']} {rij['naam']}")


def _keuzedelen(map_: Path, verslag: Verslag) -> None:
    _bijwerken(Keuzedeel, "code", _csv(map_ / "keuzedelen.csv"), verslag)


def _certificaten(map_: Path, verslag: Verslag) -> None:
    rijen = json.loads((map_ / "certificaten.json").read_text())["certificaten"]
    start = dict(
        Kwalificatie.objects.filter(
            dossier__bron=Kwalificatiedossier.Bron.STARTGEGEVENS
        ).values_list("crebo", "pk")
    )
    certificaten = [
        {
            "code": rij["code"],
            "naam": rij["naam"],
            "crebo": rij["crebo"] or "",
            "kwalificatie_id": start.get(rij["crebo"]),
        }
        for rij in rijen
    ]
    bekend = _bijwerken(Certificaat, "code", certificaten, verslag)
    for rij in rijen:
        _certificaatwerkprocessen(bekend[rij["code"]], rij["kerntaken"], verslag)


def _certificaatwerkprocessen(
    certificaat: Certificaat, taken: list[dict[str, Any]], verslag: Verslag
) -> None:
    """A code is unique only inside its certificaat."""
    bekend = {rij.code: rij for rij in certificaat.werkprocessen.all()}
    eigen = certificaat.kwalificatie.werkprocessen() if certificaat.kwalificatie else ()
    werkprocessen = {proces.code: proces for proces in eigen}
    for taak in taken:
        for regel in taak["werkprocessen"]:
            rij = bekend.get(regel["code"])
            if rij is None:
                rij = certificaat.werkprocessen.create(
                    kerntaak_code=taak["code"], kerntaak_titel=taak["titel"],
                    code=regel["code"], titel=regel["titel"],
                )  # fmt: skip
                verslag.toegevoegd.append(f"werkproces {certificaat.code} {regel['code']}")
            _dekking(rij, regel["dekking"], werkprocessen)


def _dekking(
    rij: Certificaatwerkproces, regels: list[dict[str, Any]], werkprocessen: dict[str, Werkproces]
) -> None:
    """What our own reading of the titles says is the same work."""
    for regel in regels:
        if proces := werkprocessen.get(regel["code"]):
            rij.dekkingen.get_or_create(werkproces=proces, defaults={"deels": regel["deels"]})


def _crebos(map_: Path, verslag: Verslag) -> None:
    velden = ("naam", "leerweg", "dossier_crebo", "dossier_naam")
    rijen = [
        {"code": rij["crebo"], "niveau": int(rij["niveau"])} | {veld: rij[veld] for veld in velden}
        for rij in _csv(map_ / "crebo.csv")
    ]
    _bijwerken(Crebo, "code", rijen, verslag)
