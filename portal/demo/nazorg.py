"""After the end: a jobcoach who calls, and what people said. One question is due today."""

from datetime import datetime, time

from django.utils import timezone

from trajecten import actions, rules
from trajecten.models import Nazorgmeting

from .verhalen import coordinator, dag, vers

UREN, WAAR, UITKERING = Nazorgmeting.Uren, Nazorgmeting.Waar, Nazorgmeting.Uitkering
WERKT = {
    "werk": "ja", "uren": UREN.TWAALF_OF_MEER, "waar": WAAR.LEERBEDRIJF, "uitkering": UITKERING.NEE,
}  # fmt: skip
# Per name what was said after so many months; a number is how often nobody answered.
ANTWOORDEN = {
    "Adil Voorbeeld": {
        3: {"werk": "nee", "uitkering": UITKERING.JA},
        6: WERKT | {"waar": WAAR.ANDERE_WERKGEVER},
    },
    "Bo Voorbeeld": {3: WERKT, 6: WERKT},
    "Zara Voorbeeld": {},
    "Yara Voorbeeld": {3: 2},
}


def jobcoach(regio, verhaal, traject):
    """Noor supports whom the first gemeente referred."""
    if verhaal.verwijzer == 0:
        actions.jobcoach_koppelen(
            traject=vers(traject), door=coordinator(regio, verhaal), jobcoach=regio.noor,
            nu=dag(regio, verhaal, 21),
        )  # fmt: skip


def nazorg(regio, verhaal, traject):
    """The day after it was handed over the nazorg begins; then the calls, each on its day."""
    if verhaal.naam not in ANTWOORDEN:
        return
    actions.nazorg_beginnen(traject=vers(traject), nu=dag(regio, verhaal, 208))
    einde = rules.einde_van(vers(traject))
    for maand, gezegd in ANTWOORDEN[verhaal.naam].items():
        op = _om_elf_uur(rules.meetmoment(einde, maand).datum, regio.nu)
        if isinstance(gezegd, int):
            for na in range(gezegd):
                actions.nazorgpoging_vastleggen(
                    traject=vers(traject), door=regio.noor, maand=maand, na=na, nu=op,
                    uitkomst="niet_opgenomen",
                )  # fmt: skip
            continue
        actions.meting_vastleggen(
            traject=vers(traject), door=regio.noor, maand=maand, na=0, nu=op,
            antwoord_van="kandidaat", **gezegd,
        )  # fmt: skip


def _om_elf_uur(op, nu):
    return min(timezone.make_aware(datetime.combine(op, time(11))), nu)
