"""Two worlds for the access matrix: what each role may see, and what is somebody else's.

Everything of others carries KANARIE in a person's name: on no page of this cast may it appear.
"""

import uuid
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from tests import factories as f
from tests import maken_nazorg as maken
from tests.spelers import Speler
from tests.verklaringen.voorbeelden import BLAD, OVEREENKOMST
from trajecten import models as m
from trajecten.models import Rol
from verklaringen import models as v

KANARIE = "Kanarie"


@dataclass
class Wereld:
    """`spelers` per role; per word of Regel.object what a role sees, and what it does not."""

    spelers: dict[str, Speler]
    eigen: dict[str, dict[str, object]]
    vreemd: dict[str, dict[str, list]]


def bouwen() -> Wereld:
    spelers, school, bedrijf = _spelers()
    samira, johan, fatima = (
        spelers[rol].lid for rol in (Rol.KANDIDAAT, Rol.PRAKTIJKOPLEIDER, Rol.COORDINATOR)
    )
    eigen = _dossier(samira.kandidaat, school, fatima, bedrijf, johan, aangeboden=True)
    elders = _elders()
    buur = _dossier(
        f.kandidaat("Buur Voorbeeld"), school, fatima, f.leerbedrijf("Buurbedrijf"),
        f.lid(Rol.PRAKTIJKOPLEIDER, "Els Buur", leerbedrijf=f.leerbedrijf("Buurbedrijf 2")),
    )  # fmt: skip
    oud = _afgelopen(school, fatima, bedrijf, johan)
    wereld = Wereld(spelers, {}, {})
    for woord in ("traject", "plaatsing", "planregel", "aftekening", "overeenkomst"):
        _dossierding(wereld, woord, eigen, elders, buur, oud)
    for woord in ("vaststelling", "uitgifte"):
        _dossierding(wereld, woord, eigen, elders, buur, oud)
        del wereld.eigen[woord][Rol.LEERBEDRIJFBEHEERDER]
    _na_het_einde(wereld, eigen, elders, buur)
    _voorstellen(wereld)
    _delingen(wereld)
    _vrijstellingen(wereld, eigen, elders)
    _inlezingen(wereld)
    _resultaten(wereld, eigen, elders)
    _afdrukken(wereld, eigen, elders)
    _uitgiftereeksen(wereld, eigen, elders)
    _aanmeldingen(wereld)
    _leden(wereld, school, bedrijf, elders)
    _openbaar(wereld, bedrijf)
    return wereld


def _spelers():
    school = f.instelling("Roc Voorbeeld")
    bedrijf = f.leerbedrijf("De Schakel")
    gemeente = f.organisatie(m.Organisatie.Soort.GEMEENTE, "Deventer", gemeente=f.gemeente())
    regio = f.organisatie(m.Organisatie.Soort.REGIO, "Aanmeldpunt", regio=f.regio())
    plek = {
        Rol.KANDIDAAT: {"kandidaat": f.kandidaat("Samira Voorbeeld")},
        Rol.PRAKTIJKOPLEIDER: {"leerbedrijf": bedrijf},
        Rol.LEERBEDRIJFBEHEERDER: {"leerbedrijf": bedrijf},
        Rol.KLANTMANAGER: {"organisatie": gemeente},
        Rol.BELEID: {"organisatie": gemeente},
        Rol.AANMELDPUNT: {"organisatie": regio},
    }
    spelers = {
        rol.value: Speler(f.lid(rol, "Iemand Voorbeeld", **plek.get(rol, {"organisatie": school})))
        for rol in Rol
    }
    return spelers, school, bedrijf


def _elders():
    """Another school, another leerbedrijf, another gemeente in another region."""
    bedrijf = f.leerbedrijf("Elders BV")
    school = f.instelling("School Elders")
    coordinator = f.lid(Rol.COORDINATOR, f"{KANARIE} Coordinator", organisatie=school)
    opleider = f.lid(Rol.PRAKTIJKOPLEIDER, f"{KANARIE} Opleider", leerbedrijf=bedrijf)
    kandidaat = f.kandidaat(f"{KANARIE} Kandidaat")
    dingen = _dossier(kandidaat, school, coordinator, bedrijf, opleider, aangeboden=True)
    return dingen | {"lid": coordinator, "opleider": opleider}


def _dossier(kandidaat, school, coordinator, bedrijf, opleider, *, aangeboden=False):
    traject = f.traject(instelling=school, coordinator=coordinator, kandidaat=kandidaat)
    if aangeboden:
        m.Statusovergang.objects.create(traject=traject, naar=m.Status.BIJ_EXAMENCOMMISSIE)
    plaatsing = f.plaatsing(traject, praktijkopleider=opleider, leerbedrijf=bedrijf)
    planregel = f.planregel(plaatsing)
    dingen = {
        "traject": traject,
        "plaatsing": plaatsing,
        "planregel": planregel,
        "aftekening": f.aftekening(planregel, opleider),
        "overeenkomst": m.Praktijkovereenkomst.objects.create(
            plaatsing=plaatsing, versie=1, opgesteld_op=timezone.localdate(), door=coordinator,
            inhoud=OVEREENKOMST | {"kandidaat": {"naam": kandidaat.naam}},
        ),
    }  # fmt: skip
    return dingen | _document(traject, plaatsing, coordinator)


def _document(traject, plaatsing, door):
    """A sheet that was issued; the content is what the pages read of it."""
    inhoud = BLAD | {"naam": traject.kandidaat.naam}
    blad = v.Vaststelling.objects.create(
        traject=traject, soort=v.Soort.PRAKTIJKVERKLARING, plaatsing=plaatsing, volgnummer=1,
        inhoud=inhoud, inhoud_sha256="0" * 64, sjabloonversie="1", door=door,
    )  # fmt: skip
    bestand = f.scan(traject, door, inhoud=f"%PDF-1.4 {traject.pk}".encode())
    blad.akkoorden.create(
        partij=v.Partij.KANDIDAAT, naam=traject.kandidaat.naam, plaats="Deventer", door=door,
        bron=m.Bron.PAPIER, scan=bestand, vergeleken_door=door, gebeurd_op=timezone.localdate(),
    )  # fmt: skip
    gelijk = {
        "soort": blad.soort, "inhoud": inhoud, "inhoud_sha256": "0" * 64, "zegel": "geen",
        "nummer": f"PV-2026-{traject.pk:07}", "code_sha256": f"{traject.pk:064}",
        "bestand": bestand, "door": door,
    }  # fmt: skip
    opdracht = v.Uitgifteopdracht.objects.create(
        vaststelling=blad, staat=v.Staat.UITGEGEVEN, klaar_op=timezone.now(), **gelijk
    )
    uitgifte = v.Uitgifte.objects.create(
        opdracht=opdracht, traject=traject, bestand_sha256=bestand.sha256, **gelijk
    )
    return {"vaststelling": blad, "uitgifte": uitgifte}


def _afgelopen(school, coordinator, bedrijf, opleider):
    """A kandidaat whom the praktijkopleider does not guide any more."""
    dingen = _dossier(f.kandidaat("Oud Voorbeeld"), school, coordinator, bedrijf, opleider)
    gisteren = timezone.localdate() - timedelta(days=1)
    m.Begeleiding.objects.filter(plaatsing=dingen["plaatsing"]).update(tot=gisteren)
    return dingen


def _dossierding(wereld, woord, eigen, elders, buur, oud):
    zien = (
        Rol.KANDIDAAT, Rol.PRAKTIJKOPLEIDER, Rol.LEERBEDRIJFBEHEERDER, Rol.COORDINATOR,
        Rol.EXAMENCOMMISSIE,
    )  # fmt: skip
    wereld.eigen[woord] = {rol.value: eigen[woord] for rol in zien}
    wereld.vreemd[woord] = {rol.value: [elders[woord]] for rol in zien}
    for rol in (Rol.KANDIDAAT, Rol.PRAKTIJKOPLEIDER, Rol.EXAMENCOMMISSIE):
        wereld.vreemd[woord][rol] += [buur[woord], oud[woord]]
    wereld.vreemd[woord][Rol.LEERBEDRIJFBEHEERDER].append(buur[woord])


def _na_het_einde(wereld, eigen, elders, buur):
    """The jobcoach of this traject, and who referred; each has others that are not theirs."""
    maken.jobcoaching(eigen["traject"], wereld.spelers[Rol.JOBCOACH].lid)
    maken.verwezen(eigen["traject"], wereld.spelers[Rol.KLANTMANAGER].lid)
    for rol in (Rol.JOBCOACH, Rol.KLANTMANAGER):
        wereld.eigen["traject"][rol] = eigen["traject"]
        wereld.vreemd["traject"][rol] = [elders["traject"], buur["traject"]]


def _voorstellen(wereld):
    """A proposal to withdraw each issued document, for who decides about it."""
    feit = {"reden": "fout", "toelichting": "De uren kloppen niet.", "volgnummer": 1}

    def voorstel(uitgifte):
        rij = v.Intrekkingsvoorstel.objects.filter(uitgifte=uitgifte).first()
        return rij or v.Intrekkingsvoorstel.objects.create(
            uitgifte=uitgifte, door=uitgifte.door, gebeurd_op=timezone.localdate(), **feit
        )

    for rol in (Rol.COORDINATOR, Rol.EXAMENCOMMISSIE):
        wereld.eigen.setdefault("voorstel", {})[rol] = voorstel(wereld.eigen["uitgifte"][rol])
        vreemd = wereld.vreemd["uitgifte"][rol]
        wereld.vreemd.setdefault("voorstel", {})[rol] = [voorstel(ding) for ding in vreemd]


def _delingen(wereld):
    """Each issued document is shared by its kandidaat."""

    def deling(uitgifte):
        return v.Deling.objects.create(
            uitgifte=uitgifte, code_sha256=f"{uitgifte.pk:064}", door=uitgifte.door,
            tot=timezone.now() + timedelta(days=1),
        )  # fmt: skip

    for plek in (wereld.eigen, wereld.vreemd):
        ding = plek["uitgifte"][Rol.KANDIDAAT]
        rijen = [deling(een) for een in ding] if isinstance(ding, list) else deling(ding)
        plek["deling"] = {Rol.KANDIDAAT: rijen}


def _inlezingen(wereld):
    """A file offered by a colleague, and one at another organisation."""
    for rol, soort in ((Rol.COORDINATOR, "resultaten"), (Rol.BEHEER, "keuzedelen")):
        elders = f.lid(rol, f"{KANARIE} Lezer", organisatie=f.instelling(f"Roc {rol.label}"))
        eigen, vreemd = (
            m.Inlezing.objects.create(
                soort=soort,
                door=lid,
                bestand=f.scan(door=lid),
                voorbeeld={"nieuw": 1, "gewijzigd": 0, "gelijk": 0, "fout": 0, "regels": []},
            )
            for lid in (wereld.spelers[rol].lid, elders)
        )
        wereld.eigen.setdefault("inlezing", {})[rol] = eigen
        wereld.vreemd.setdefault("inlezing", {})[rol] = [vreemd]


def _vrijstellingen(wereld, eigen, elders):
    """A request with its evidence, here and at another school."""
    rollen = (Rol.KANDIDAAT, Rol.COORDINATOR, Rol.EXAMENCOMMISSIE)
    for dingen, plek in ((eigen, wereld.eigen), (elders, wereld.vreemd)):
        bewijs = f.vrijstellingsbewijs(dingen["traject"])
        for woord, ding in (("vrijstelling", bewijs.verzoek), ("vrijstellingsbewijs", bewijs)):
            plek[woord] = {rol.value: ding if dingen is eigen else [ding] for rol in rollen}


def _resultaten(wereld, eigen, elders):
    rollen = (Rol.KANDIDAAT, Rol.COORDINATOR, Rol.EXAMENCOMMISSIE)
    ding, ander = (f.resultaat(dingen["traject"]) for dingen in (eigen, elders))
    wereld.eigen["resultaat"] = {rol.value: ding for rol in rollen}
    wereld.vreemd["resultaat"] = {rol.value: [ander] for rol in rollen}


def _afdrukken(wereld, eigen, elders):
    def afdruk(traject, door):
        return v.Afdruk.objects.create(
            soort=v.Afdruk.Soort.AFTEKENLIJST, traject=traject, inhoud={}, inhoud_sha256="0" * 64,
            sjabloonversie="1", door=door, klaar_op=timezone.now(), bestand=f.scan(traject, door),
        )  # fmt: skip

    spelers = wereld.spelers.items()
    wereld.eigen["afdruk"] = {rol: afdruk(eigen["traject"], s.lid) for rol, s in spelers}
    vreemd = [afdruk(elders["traject"], elders["lid"])]
    wereld.vreemd["afdruk"] = dict.fromkeys(wereld.spelers, vreemd)


def _uitgiftereeksen(wereld, eigen, elders):
    """A reeks with its file, here and at another school."""
    rol = Rol.COORDINATOR.value
    for dingen, door in ((eigen, wereld.spelers[rol].lid), (elders, elders["lid"])):
        reeks = v.Uitgiftereeks.objects.create(
            instelling=door.organisatie, door=door, sleutel=uuid.uuid4()
        )
        reeks.regels.create(traject=dingen["traject"], door=door)
        bestand = reeks.bestanden.create(
            soort="zip", uitgiften=[], door=door, bestand=f.scan(), klaar_op=timezone.now()
        )
        plek = wereld.eigen if dingen is eigen else wereld.vreemd
        for woord, ding in (("uitgiftereeks", reeks), ("reeksbestand", bestand)):
            plek[woord] = {rol: ding if dingen is eigen else [ding]}


def _aanmeldingen(wereld):
    klantmanager = wereld.spelers[Rol.KLANTMANAGER].lid
    eigen = aanmelding("Ali Voorbeeld", f.gemeente(), klantmanager)
    ver = f.gemeente("Groningen", "GM0014", regio=f.regio("Groningen"))
    organisatie = f.organisatie(m.Organisatie.Soort.GEMEENTE, "Groningen", gemeente=ver)
    lid = f.lid(Rol.KLANTMANAGER, f"{KANARIE} Klantmanager", organisatie=organisatie)
    rollen = (Rol.KLANTMANAGER, Rol.AANMELDPUNT)
    wereld.eigen["aanmelding"] = dict.fromkeys((rol.value for rol in rollen), eigen)
    vreemd = [aanmelding(f"{KANARIE} Aanmelding", ver, lid)]
    wereld.vreemd["aanmelding"] = dict.fromkeys((rol.value for rol in rollen), vreemd)


def aanmelding(naam, gemeente, lid):
    return m.Aanmelding.objects.create(
        naam=naam, telefoon="0612345678", gemeente=gemeente, wens="werken", door=lid,
        verwijzer=lid.organisatie, gebeurd_op=timezone.localdate(), uitleg_gegeven=True,
        sleutel=uuid.uuid4(),
    )  # fmt: skip


def _leden(wereld, school, bedrijf, elders):
    docent = f.lid(Rol.COORDINATOR, "Jan Voorbeeld", organisatie=school)
    collega = f.lid(Rol.PRAKTIJKOPLEIDER, "Piet Voorbeeld", leerbedrijf=bedrijf)
    wereld.eigen["lid"] = {
        Rol.COORDINATOR: docent, Rol.BEHEER: docent, Rol.LEERBEDRIJFBEHEERDER: collega,
    }  # fmt: skip
    vreemd = [elders["lid"], elders["opleider"]]
    wereld.vreemd["lid"] = dict.fromkeys(wereld.eigen["lid"], vreemd)


def _openbaar(wereld, bedrijf):
    """The register of SBB is public: every role that comes here sees every leerbedrijf."""
    wereld.eigen["leerbedrijf"] = dict.fromkeys(wereld.spelers, bedrijf)
    wereld.vreemd["leerbedrijf"] = {}
