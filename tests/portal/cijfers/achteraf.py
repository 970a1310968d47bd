"""What is asked after the end, and what a referring party writes down about somebody."""

from datetime import timedelta

from tests import factories as f
from trajecten import models as m

from .levensloop import VANDAAG, Verhaal, Wereld

WERK = ("ja", "ja", "nee", "onbekend")
WAAR = (*m.Nazorgmeting.Waar.values, "")


def doelgroepen_aanzetten(w: Wereld) -> None:
    """Two gemeenten and a werkbedrijf keep them; one of these gemeenten stopped doing so."""
    een, gestopt, werkbedrijf = w.verwijzers[0], w.verwijzers[1], w.verwijzers[-1]
    for organisatie, standen in ((een, [True]), (gestopt, [True, False]), (werkbedrijf, [True])):
        for volgnummer, aan in enumerate(standen, 1):
            m.Doelgroepgebruik.objects.create(
                organisatie=organisatie, volgnummer=volgnummer, aan=aan,
                grondslag="Participatiewet" if aan else "", **w.feit(VANDAAG),
            )  # fmt: skip
    w.jobcoach = f.lid(m.Rol.JOBCOACH, "Noor Voorbeeld", organisatie=werkbedrijf)


def erna(verhaal: Verhaal) -> None:
    """The rows beside the life of this traject."""
    w = verhaal.w
    if verhaal.geleerd and w.kans(0.1):
        w.erbij(m.Jobcoaching(traject=verhaal.traject, lid=w.jobcoach, van=verhaal.dag))
    if w.kans(0.6):
        for volgnummer in range(1, 3 if w.kans(0.1) else 2):
            _doelgroepen(verhaal, volgnummer)
    if verhaal.status in ("gestopt", "uitgereikt", "nazorg"):
        for maand in (3, 6, 12):
            _nazorg(verhaal, maand)


def _doelgroepen(verhaal: Verhaal, volgnummer: int) -> None:
    aantal = verhaal.rng.randint(1, 2)
    for plek, soort in enumerate(verhaal.rng.sample(m.Doelgroep.Soort.values, aantal)):
        verhaal.w.erbij(
            m.Doelgroep(
                traject=verhaal.traject, volgnummer=volgnummer, soort=soort, hoofd=plek == 0,
                **verhaal.w.feit(verhaal.dag),
            )
        )  # fmt: skip


def _nazorg(verhaal: Verhaal, maand: int) -> None:
    dag = verhaal.dag + timedelta(days=30 * maand)
    if dag > VANDAAG or verhaal.w.kans(0.15):
        return
    kiezen = verhaal.rng.choice
    for volgnummer in range(1, 3 if verhaal.w.kans(0.15) else 2):
        werk = kiezen(WERK)
        verhaal.w.erbij(
            m.Nazorgmeting(
                traject=verhaal.traject, maand=maand, volgnummer=volgnummer, werk=werk,
                uren=kiezen(("12_of_meer", "12_of_meer", "minder_dan_12", "")) * (werk == "ja"),
                waar=kiezen(WAAR) * (werk == "ja"), antwoord_van="kandidaat",
                uitkering=kiezen(("ja", "nee", "minder", "onbekend", "")),
                leert_door=kiezen((True, False, None)), **verhaal.w.feit(dag),
            )
        )  # fmt: skip
