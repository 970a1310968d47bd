"""Issued documents without the worker: the register row with content, for pages about it."""

from tests import factories as f
from tests.verklaringen.voorbeelden import BLAD, MBO_VERKLARING
from verklaringen import models as v
from verklaringen import namen

WAAROM = {"reden": "fout", "toelichting": "De uren zijn van iemand anders."}


def document(traject, door, plaatsing=None, **velden):
    """A praktijkverklaring of this plaatsing, or the mbo-verklaring of the traject without one."""
    soort = v.Soort.PRAKTIJKVERKLARING if plaatsing else v.Soort.MBO_VERKLARING
    voorbeeld = BLAD if plaatsing else MBO_VERKLARING
    inhoud = voorbeeld | {"naam": traject.kandidaat.naam}
    volgnummer = v.Uitgifte.objects.count() + 1
    nummer = namen.documentnummer("PV" if plaatsing else "MV", 2026, volgnummer)
    vaststelling = v.Vaststelling.objects.create(
        traject=traject, soort=soort, plaatsing=plaatsing, inhoud=inhoud, inhoud_sha256="0" * 64,
        volgnummer=traject.vaststellingen.filter(soort=soort).count() + 1, sjabloonversie="1",
        door=door,
    )  # fmt: skip
    return inschrijven(vaststelling, nummer, **velden)


def inschrijven(vaststelling, nummer, code="", **velden):
    """The order and the register row of a fixed document."""
    traject, door = vaststelling.traject, vaststelling.door
    bestand = f.scan(traject, door, inhoud=f"%PDF-1.4 {nummer}".encode())
    gelijk = {
        "soort": vaststelling.soort, "inhoud": vaststelling.inhoud, "inhoud_sha256": "0" * 64,
        "zegel": "geen", "nummer": nummer, "bestand": bestand, "door": door,
        "code_sha256": namen.code_sha256(code or namen.nieuwe_code()),
    }  # fmt: skip
    klaar = {"staat": v.Staat.UITGEGEVEN, "klaar_op": vaststelling.vastgesteld_op} | gelijk
    opdracht = vaststelling.opdrachten.first()  # given already, or else made here
    if opdracht:
        v.Uitgifteopdracht.objects.filter(pk=opdracht.pk).update(**klaar)
    else:
        opdracht = v.Uitgifteopdracht.objects.create(vaststelling=vaststelling, **klaar)
    return v.Uitgifte.objects.create(
        opdracht=opdracht, traject=traject, bestand_sha256=bestand.sha256, **gelijk | velden
    )
