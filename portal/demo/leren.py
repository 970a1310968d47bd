"""Learning on the job: what the praktijkopleider signed off, and when."""

import random
import uuid

from trajecten import actions
from trajecten.models import Niveau

from .verhalen import AF, dag


def leren(regio, verhaal, traject):
    """Aftekeningen over the weeks, growing towards zelfstandig; the last are the newest."""
    if verhaal.bijzonder == "net_begonnen":
        return
    toeval = random.Random(verhaal.naam)  # noqa: S311  a fixed seed, no secret
    opleider = regio.opleiders[verhaal.bedrijf][0]
    regels = list(traject.planregels.geldig().select_related("plaatsing"))
    klaar = verhaal.stand in AF
    laatste_dag = min(verhaal.dagen - 1, 20 + verhaal.duur - 2)
    if verhaal.bijzonder == "stil":
        laatste_dag = verhaal.dagen - 40
    for nummer, regel in enumerate(regels):
        niveaus = [Niveau.MET_HULP, Niveau.ONDER_TOEZICHT, Niveau.ZELFSTANDIG]
        ver = 3 if klaar else max(0, 3 - nummer)
        for stap, niveau in enumerate(niveaus[:ver]):
            van_start = 25 + nummer * 6 + stap * 14 + toeval.randrange(4)
            op = min(van_start, laatste_dag)
            aftekenen(regio, verhaal, regel, opleider, niveau, op)
    if verhaal.bijzonder == "kan_hier_niet":
        aftekenen(
            regio,
            verhaal,
            regels[-1],
            opleider,
            Niveau.KAN_HIER_NIET,
            verhaal.dagen - 5,
            reden="doen_wij_niet",
        )
    if verhaal.bijzonder == "ingetrokken_aftekening":
        actions.aftekening_intrekken(
            aftekening=regels[0].aftekeningen.last(),
            door=opleider,
            nu=dag(regio, verhaal, verhaal.dagen - 2),
            reden="Ik had de verkeerde taak aangetikt.",
        )


def aftekenen(regio, verhaal, regel, door, niveau, op, reden=""):
    laatste = regel.aftekeningen.last()
    actions.aftekenen(
        planregel=regel,
        door=door,
        niveau=niveau,
        reden=reden,
        sleutel=uuid.uuid4(),
        na=laatste.volgnummer if laatste else 0,
        nu=dag(regio, verhaal, op),
    )
