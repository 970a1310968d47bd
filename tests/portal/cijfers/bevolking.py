"""Three thousand trajecten of five years, made up from a fixed seed and written in bulk.

Not through the actions: a test of counting needs the odd rows too. In it: a gemeente that merged,
a move to another leerbedrijf, a stop that was undone, several trajecten of one person, two routes
at once, two records of one person, a document withdrawn or replaced, a signature that is missing,
a first day that has not been, an overeenkomst drawn up again, a step just before midnight, an
answer that became better, doelgroepen of a gemeente that keeps them no more.
"""

import random
from datetime import date

from tests import factories as f
from trajecten import models as m
from verklaringen import models as v

from .achteraf import doelgroepen_aanzetten, erna
from .levensloop import Verhaal, Wereld


def bevolken(aantal: int = 3000, zaad: int = 20261121) -> Wereld:
    """Write everything to the database. The same seed gives the same rows."""
    wereld = Wereld(random.Random(zaad))
    _partijen(wereld)
    doelgroepen_aanzetten(wereld)
    verhalen = [Verhaal(wereld, _persoon(wereld)) for _ in range(aantal)]
    for verhaal in verhalen:
        verhaal.vertellen()
        erna(verhaal)
    _schrijven(wereld)
    return wereld


def _partijen(w: Wereld) -> None:
    regios = [f.regio("Regio Noord"), f.regio("Regio Zuid")]
    for nummer, naam in enumerate(("Aland", "Belo", "Corst", "Dorp", "Elst", "Fort")):
        regio = regios[nummer >= 4]
        w.gemeenten.append(f.gemeente(naam, f"GM09{nummer:02}", regio=regio))
    opgegaan, opvolger = w.gemeenten[3], w.gemeenten[0]
    opgegaan.eind, opgegaan.opvolger = date(2024, 12, 31), opvolger
    opgegaan.save()
    soort = m.Organisatie.Soort
    w.verwijzers = [f.organisatie(soort.GEMEENTE, str(g), gemeente=g) for g in w.gemeenten]
    w.verwijzers += [f.organisatie(soort.UWV, "UWV"), f.organisatie(soort.WERKGEVER, "Bakker")]
    w.verwijzers += [f.organisatie(soort.SOCIAAL_WERKBEDRIJF, f"Werk {n}") for n in (1, 2)]
    w.scholen = [f.instelling(f"Roc {nummer}") for nummer in range(3)]
    w.bedrijven = [f.leerbedrijf(f"Bedrijf {nummer}", erkend_voor=()) for nummer in range(7)]
    for nummer, kamer in enumerate(("Techniek", "", "Zorg")):
        dossier = f.dossier(f"2390{nummer}", f"Dossier {nummer}", sectorkamer=kamer)
        for niveau in (1, 2, 3)[: nummer + 1]:
            crebo = f"259{nummer}{niveau}"
            w.kwalificaties.append(f.kwalificatie(crebo, f"Vak {crebo}", niveau, dossier=dossier))
    w.door = f.lid(m.Rol.COORDINATOR, "Fatima", organisatie=w.scholen[0])
    w.werkprocessen = {
        kwalificatie: [f.werkproces(f"P1-K1-W{n}", f"Werk {n}", kwalificatie) for n in (1, 2, 3)]
        for kwalificatie in w.kwalificaties
    }


def _persoon(w: Wereld) -> m.Kandidaat:
    """Somebody new, or one time in nine somebody who is here already."""
    bekend = w.rijen.get(m.Kandidaat, [])
    if bekend and w.kans(0.11):
        return w.rng.choice(bekend)
    mens = m.Kandidaat(
        naam="Samira Voorbeeld", gemeente=w.rng.choice(w.gemeenten),
        kandidaatnummer=f"T{len(bekend):08}",
    )  # fmt: skip
    if bekend and w.kans(0.01):
        mens.samengevoegd_met = w.rng.choice(bekend[:50])
    return w.erbij(mens)


VOLGORDE = (
    m.Kandidaat, m.Traject, m.Aanmelding, m.Intake, m.Plaatsing, m.Praktijkovereenkomst,
    m.Ondertekening, m.Planregel, m.Aftekening, m.Aftekeningintrekking, v.Vaststelling, m.Bestand,
    v.Uitgifteopdracht, v.Uitgifte, m.Verbetering, v.Intrekkingsvoorstel, v.Intrekking,
    v.Vervanging, v.Voordracht, v.Voordrachtuitreiking,
    m.Jobcoaching, m.Doelgroep, m.Nazorgmeting,
)  # fmt: skip


def _schrijven(w: Wereld) -> None:
    assert set(w.rijen) <= set(VOLGORDE)
    _kandidaten(w)
    for model in VOLGORDE[1:]:
        model.objects.bulk_create(w.rijen.get(model, []))
    gewoon = [stap for stap in w.stappen if stap.herstelt is None]
    m.Statusovergang.objects.bulk_create(gewoon)
    m.Statusovergang.objects.bulk_create([s for s in w.stappen if s.herstelt is not None])


def _kandidaten(w: Wereld) -> None:
    """First who stands alone, then who turned out to be somebody known."""
    alle = w.rijen[m.Kandidaat]
    m.Kandidaat.objects.bulk_create([mens for mens in alle if mens.samengevoegd_met is None])
    m.Kandidaat.objects.bulk_create([mens for mens in alle if mens.samengevoegd_met is not None])
