"""Results out of a file: each line judged as on the screen, in a fixed number of questions."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

from .. import logboek, rules
from ..imports.keuren import Gekeurd
from ..imports.resultaten import Rij
from ..models import Bron, Inschrijving, Lidmaatschap, Onderdeel, Resultaat, Traject

NIET_BEVESTIGD = "Deze code kennen we niet. Het resultaat wordt bewaard, maar niet gedrukt."


def keuren(rijen: Sequence[Rij], door: Lidmaatschap, slot: bool = False) -> list[Gekeurd]:
    """Wat er met elke regel gebeurt; met `slot` houden de trajecten intussen stil."""
    trajecten, meer = _trajecten({rij.traject for rij in rijen}, door, slot)
    codes = {rij.opgave.code for rij in rijen if rij.opgave.onderdeel == Onderdeel.KEUZEDEEL}
    kaders = rules.kaders({t.pk: t for t in trajecten.values()}.values(), codes)
    bekend = _bekend(kaders)
    gekeurd = []
    for rij in rijen:
        wat = f"{rij.traject}: {Onderdeel(rij.opgave.onderdeel).label} {rij.opgave.code}".strip()
        if rij.traject in meer:
            reden = "Dit studentnummer heeft meer trajecten. Gebruik het nummer van het traject."
            gekeurd.append(Gekeurd(rij.regel, wat, Gekeurd.FOUT, reden))
        elif rij.traject not in trajecten:
            reden = "Dit traject of studentnummer kennen we niet bij deze school."
            gekeurd.append(Gekeurd(rij.regel, wat, Gekeurd.FOUT, reden))
        else:
            traject = trajecten[rij.traject]
            gekeurd.append(_regel(rij, wat, kaders[traject.pk], bekend[traject.pk], door))
    return gekeurd


def _regel(rij, wat, kader, bekend, door) -> Gekeurd:
    if bezwaar := rules.bezwaar_tegen_resultaten(kader, door):
        return Gekeurd(rij.regel, wat, Gekeurd.FOUT, bezwaar)
    if bezwaren := rules.bezwaren_tegen_resultaat(kader, rij.opgave):
        return Gekeurd(rij.regel, wat, Gekeurd.FOUT, " ".join(bezwaren.values()))
    opgave, bevestigd = rules.aangevuld(kader, rij.opgave)
    if any(opgave.is_gelijk_aan(resultaat) for resultaat in bekend):
        return Gekeurd(rij.regel, wat, Gekeurd.GELIJK, "Dit staat er al.")
    resultaat = Resultaat(traject=kader.traject, bevestigd=bevestigd, **opgave.velden)
    bekend.append(resultaat)
    reden = "" if bevestigd else NIET_BEVESTIGD
    return Gekeurd(rij.regel, f"{wat} {resultaat.in_woorden}", Gekeurd.NIEUW, reden, resultaat)


def schrijven(gekeurd: Iterable[Gekeurd], door: Lidmaatschap, nu: datetime) -> None:
    """Bewaar de goede regels, per traject doorgenummerd, met één regel in het logboek."""
    per_traject: dict[Traject, list[Resultaat]] = defaultdict(list)
    for regel in gekeurd:
        per_traject[regel.gegeven.traject].append(regel.gegeven)
    for traject, resultaten in per_traject.items():
        laatste = traject.resultaten.order_by("volgnummer").last()
        begin = laatste.volgnummer + 1 if laatste else 1
        for volgnummer, resultaat in enumerate(resultaten, begin):
            resultaat.volgnummer = volgnummer
            resultaat.door, resultaat.vastgelegd_op = door, nu
            resultaat.bron = Bron.OVERGENOMEN
        Resultaat.objects.bulk_create(resultaten)
        logboek.schrijven(
            door, "resultaten_inlezen", traject, bijzonderheden={"aantal": len(resultaten)}
        )


def _trajecten(
    namen: set[str], door: Lidmaatschap, slot: bool
) -> tuple[dict[str, Traject], set[str]]:
    """By number or studentnummer, only of the own school; and the numbers that fit more."""
    zichtbaar = Traject.objects.zichtbaar_voor(door)
    op_nummer = dict(zichtbaar.filter(nummer__in=namen).values_list("nummer", "pk"))
    gevonden: dict[str, set[int]] = defaultdict(set)
    for studentnummer, pk in Inschrijving.objects.filter(
        traject__in=zichtbaar, studentnummer__in=namen - op_nummer.keys()
    ).values_list("studentnummer", "traject"):
        gevonden[studentnummer].add(pk)
    meer = {nummer for nummer, pks in gevonden.items() if len(pks) > 1}
    op_nummer |= {nummer: min(pks) for nummer, pks in gevonden.items() if len(pks) == 1}
    if slot:
        # In one order, so that two files at once wait for each other instead of for ever.
        list(Traject.objects.select_for_update().filter(pk__in=op_nummer.values()).order_by("pk"))
    met = Traject.objects.select_related("kwalificatie__dossier", "certificaat", "inschrijving")
    rijen = met.in_bulk(set(op_nummer.values()))
    return {naam: rijen[pk] for naam, pk in op_nummer.items()}, meer


def _bekend(kaders) -> dict[int, list[Resultaat]]:
    bekend: dict[int, list[Resultaat]] = {pk: [] for pk in kaders}
    for resultaat in Resultaat.objects.geldig().filter(traject__in=kaders):
        bekend[resultaat.traject_id].append(resultaat)
    return bekend
