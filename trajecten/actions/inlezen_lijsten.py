"""The lists of keuzedelen and mbo-certificaten out of a file: added and changed, never deleted."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Model

from ..imports.keuren import Gekeurd
from ..imports.lijsten import Certificaatrij, Keuzedeelrij
from ..models import Certificaat, Keuzedeel, Kwalificatie, Lidmaatschap, Onderdeel, Resultaat


def keuzedelen_keuren(
    rijen: Sequence[Keuzedeelrij], door: Lidmaatschap, slot: bool = False
) -> list[Gekeurd]:
    """Een code die er al staat wordt bijgewerkt waar de lijst iets anders zegt."""
    bekend = {rij.code: rij for rij in Keuzedeel.objects.all()}
    eerder: dict[str, int] = {}
    return [
        _dubbel(rij, eerder) or _vergeleken(rij.regel, Keuzedeel, bekend, rij.velden)
        for rij in rijen
    ]


def keuzedelen_schrijven(gekeurd: Iterable[Gekeurd], door: Lidmaatschap, nu: datetime) -> None:
    """Bewaar de lijst; resultaten die op een code wachtten, zijn daarna bevestigd."""
    for regel in gekeurd:
        keuzedeel, velden = regel.gegeven
        _bewaren(keuzedeel, velden)
        _bevestigen(keuzedeel)


def certificaten_keuren(
    rijen: Sequence[Certificaatrij], door: Lidmaatschap, slot: bool = False
) -> list[Gekeurd]:
    """Elke regel een certificaat of een werkproces ervan; de codes ernaast moeten bekend zijn."""
    bekend = {rij.code: rij for rij in Certificaat.objects.prefetch_related("werkprocessen")}
    keuzedelen = {rij.code: rij for rij in Keuzedeel.objects.all()}
    return [_certificaat(rij, bekend, keuzedelen) for rij in rijen]


def certificaten_schrijven(gekeurd: Iterable[Gekeurd], door: Lidmaatschap, nu: datetime) -> None:
    """Bewaar certificaten en hun werkprocessen; de dekking legt een mens vast, niet dit bestand."""
    for regel in gekeurd:
        certificaat, velden, werkproces = regel.gegeven
        _bewaren(certificaat, velden)
        if werkproces:
            certificaat.werkprocessen.update_or_create(code=werkproces["code"], defaults=werkproces)


def _certificaat(rij: Certificaatrij, bekend: dict, keuzedelen: dict) -> Gekeurd:
    velden: dict[str, Any] = dict(rij.velden)
    if rij.keuzedeel and rij.keuzedeel not in keuzedelen:
        reden = f"Keuzedeel {rij.keuzedeel} kennen we niet. Lees eerst de lijst van keuzedelen in."
        return Gekeurd(rij.regel, str(velden["code"]), Gekeurd.FOUT, reden)
    if rij.keuzedeel:
        velden["keuzedeel"] = keuzedelen[rij.keuzedeel]
    if "crebo" in velden:
        velden["kwalificatie"] = (
            Kwalificatie.objects.filter(crebo=velden["crebo"]).order_by("-pk").first()
        )
    gekeurd = _vergeleken(rij.regel, Certificaat, bekend, velden)
    if gekeurd.uitkomst == Gekeurd.FOUT:
        return gekeurd
    certificaat, anders = gekeurd.gegeven or (bekend[velden["code"]], {})
    uitkomst = gekeurd.uitkomst
    if rij.werkproces and uitkomst == Gekeurd.GELIJK and _werkproces_anders(certificaat, rij):
        uitkomst = Gekeurd.GEWIJZIGD
    wat = f"{gekeurd.wat} {rij.werkproces.get('code', '')}".strip()
    return Gekeurd(rij.regel, wat, uitkomst, gekeurd.reden, (certificaat, anders, rij.werkproces))


def _werkproces_anders(certificaat: Certificaat, rij: Certificaatrij) -> bool:
    for werkproces in certificaat.werkprocessen.all() if certificaat.pk else ():
        if werkproces.code == rij.werkproces["code"]:
            return any(getattr(werkproces, veld) != w for veld, w in rij.werkproces.items())
    return True


def _dubbel(rij: Keuzedeelrij, eerder: dict[str, int]) -> Gekeurd | None:
    code = str(rij.velden["code"])
    al = eerder.setdefault(code, rij.regel)
    if al == rij.regel:
        return None
    return Gekeurd(rij.regel, code, Gekeurd.FOUT, f"{code} staat al op regel {al}.")


def _vergeleken(
    regel: int, model: type[Model], bekend: dict[str, Any], velden: dict[str, Any]
) -> Gekeurd:
    """New, the same, or what differs; `gegeven` is the row and the fields to set."""
    code = velden["code"]
    wat = f"{code} {velden['naam']}"
    rij = bekend.get(code)
    if rij is None:
        bekend[code] = rij = model(**velden)
        return Gekeurd(regel, wat, Gekeurd.NIEUW, "", (rij, velden))
    anders = {veld: waarde for veld, waarde in velden.items() if getattr(rij, veld) != waarde}
    if not anders:
        return Gekeurd(regel, wat, Gekeurd.GELIJK, "Dit staat er al.")
    begin, eind = (velden.get(kant, getattr(rij, kant)) for kant in ("geldig_vanaf", "geldig_tot"))
    if begin and eind and eind < begin:
        return Gekeurd(regel, wat, Gekeurd.FOUT, "Het einde is vóór het begin van de geldigheid.")
    reden = "Verandert: " + ", ".join(anders).replace("_", " ") + "."
    return Gekeurd(regel, wat, Gekeurd.GEWIJZIGD, reden, (rij, anders))


def _bewaren(rij: Any, velden: dict[str, Any]) -> None:
    for veld, waarde in velden.items():
        setattr(rij, veld, waarde)
    if velden or rij.pk is None:
        rij.save()


def _bevestigen(keuzedeel: Keuzedeel) -> None:
    """What waited for this code is known now, under the name of the list."""
    wachtend = Resultaat.objects.filter(
        onderdeel=Onderdeel.KEUZEDEEL, code=keuzedeel.code, bevestigd=False
    )
    wachtend.filter(deel="").update(naam=keuzedeel.naam)
    wachtend.update(bevestigd=True)
