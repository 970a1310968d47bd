"""Wat er over een traject vastligt, voor wie het controleert: wie besloot, tekende en nakeek.

Er niet bij: zelfbeoordeling, de tekst van de intake, de verwijzer, en wie alleen keek.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F, Model
from django.utils import timezone

from trajecten import models as t
from trajecten.models import Bestand, Feit, Traject

from .. import models as v


@dataclass(frozen=True)
class Feitregel:
    """One line: what was recorded, by whom, and the paper that belongs to it."""

    dag: date
    vastgelegd: datetime
    soort: str
    wat: str
    wie: str
    rol: str
    bron: str
    sleutel: tuple[str, str]  # how the logbook names it
    bestand: Bestand | None = None


# Per kind of fact: the way to the traject, and which fields say what it was.
FEITEN: dict[type[Feit], tuple[str, tuple[str, ...]]] = {
    t.Intake: ("traject", ()),
    t.Inschrijving: ("traject", ("studentnummer",)),
    t.Identiteit: ("kandidaat__trajecten", ()),
    t.Identiteitbevestiging: ("identiteit__kandidaat__trajecten", ("akkoord",)),
    t.Planbevestiging: ("plaatsing__traject", ("tekst",)),
    t.Ondertekening: ("overeenkomst__plaatsing__traject", ("partij", "naam", "functie")),
    t.Aftekening: ("planregel__traject", ("planregel", "niveau", "toelichting")),
    t.Aftekeningintrekking: ("aftekening__planregel__traject", ("reden",)),
    t.Eindoordeel: ("planregel__traject", ("planregel", "oordeel", "toelichting")),
    t.Schooloordeel: ("traject", ("positief", "optie", "motivering")),
    t.Resultaat: (
        "traject",
        ("onderdeel", "code", "naam", "niveau", "cijfer", "woord", "uitslag", "beoordelaar"),
    ),
    t.Resultaatintrekking: ("resultaat__traject", ("reden",)),
    t.Vrijstellingsverzoek: ("traject", ("onderdeel", "code", "naam", "grond")),
    t.Vrijstellingsbewijs: ("verzoek__traject", ("omschrijving",)),
    t.Vrijstellingsbesluit: ("verzoek__traject", ("uitkomst", "naam", "functie", "motivering")),
    t.Documentgegevens: (
        "plaatsing__traject",
        ("uren", "uren_geschat", "leerbedrijf_naam", "vestigingsplaats", "leerbedrijf_id",
         "praktijkopleider_naam"),
    ),
    t.Verzoek: ("traject", ("wijze",)),
    t.Besluit: ("traject", ("uitkomst", "naam", "functie", "plaats", "reden")),
    t.Uitstroom: ("traject", ("bestemming",)),
    t.Verbetering: ("traject", ("reden", "toelichting")),
    v.Akkoord: ("vaststelling__traject", ("partij", "naam", "plaats")),
    v.Tegenspraak: ("vaststelling__traject", ("partij", "reden")),
    v.Uitreiking: ("uitgifte__traject", ("uitgifte", "plaats")),
    v.Intrekkingsvoorstel: ("uitgifte__traject", ("uitgifte", "reden", "toelichting")),
    v.Voorstelafwijzing: ("voorstel__uitgifte__traject", ("toelichting",)),
    v.Intrekking: ("uitgifte__traject", ("uitgifte", "reden")),
    v.Vervanging: ("nieuw__traject", ("oud", "nieuw")),
    v.Voordrachtuitreiking: ("voordracht__traject", ("plaats",)),
}  # fmt: skip
# Daily guidance: for the school that guides, not for the examencommissie.
BEGELEIDING = (t.Aftekening, t.Aftekeningintrekking)
# About the person: a fact that another school recorded stays with that school.
VAN_DE_MENS = (t.Identiteit, t.Identiteitbevestiging)


def feiten(trajecten: list[Traject], *, met_begeleiding: bool) -> dict[int, list[Feitregel]]:
    """Everything recorded about these trajecten, oldest first, by the pk of the traject.

    One question per kind of fact, however many trajecten there are.
    """
    per_traject: dict[int, list[Feitregel]] = {traject.pk: [] for traject in trajecten}
    scholen = {traject.pk: traject.instelling_id for traject in trajecten}
    bronnen = (
        _feiten(trajecten, scholen, met_begeleiding),
        _stappen(trajecten),
        _erkenning(trajecten, scholen),
        _overeenkomsten(trajecten),
        _documenten(trajecten),
    )
    for bron in bronnen:
        for pk, regel in bron:
            per_traject[pk].append(regel)
    for regels in per_traject.values():
        regels.sort(key=lambda regel: (regel.vastgelegd, regel.soort, regel.wat))
    return per_traject


def _feiten(trajecten, scholen, met_begeleiding) -> Iterator[tuple[int, Feitregel]]:
    for model, (weg, velden) in FEITEN.items():
        if model in BEGELEIDING and not met_begeleiding:
            continue
        rijen = model.objects.filter(**{f"{weg}__in": trajecten})  # type: ignore[attr-defined]
        samen = [naam for naam in velden if model._meta.get_field(naam).is_relation]
        rijen = rijen.select_related("scan", "door__gebruiker", "namens__gebruiker", *samen)
        for rij in rijen.annotate(bij=F(f"{weg}__pk")):
            if model in VAN_DE_MENS and rij.door.organisatie_id != scholen[rij.bij]:
                continue
            wat = "; ".join(filter(None, (_waarde(rij, veld) for veld in velden)))
            yield (
                rij.bij,
                _regel(
                    rij, wat, rij.van, rij.gebeurd_op, rij.vastgelegd_op, rij.get_bron_display(),
                    rij.scan,
                ),
            )  # fmt: skip


def _waarde(rij: Model, naam: str) -> str:
    """ "functie: voorzitter"; nothing for what is empty."""
    waarde: Any = getattr(rij, naam)
    if hasattr(rij, f"get_{naam}_display"):
        waarde = getattr(rij, f"get_{naam}_display")()
    if waarde in ("", None):
        return ""
    if isinstance(waarde, bool):
        waarde = "ja" if waarde else "nee"
    return f"{naam.replace('_', ' ')}: {waarde}"


def _regel(rij, wat, lid, dag, vastgelegd, bron="", bestand=None, soort="") -> Feitregel:
    soort = soort or rij._meta.verbose_name
    return Feitregel(
        dag=dag,
        vastgelegd=vastgelegd,
        soort=soort[0].upper() + soort[1:],
        wat=wat,
        wie=lid.naam if lid else "",
        rol=lid.get_rol_display() if lid else "",
        bron=bron,
        sleutel=(rij._meta.model_name, str(rij.pk)),
        bestand=bestand,
    )


def _stappen(trajecten) -> Iterator[tuple[int, Feitregel]]:
    rijen = t.Statusovergang.objects.filter(traject__in=trajecten)
    for rij in rijen.select_related("door__gebruiker"):
        wat = ". ".join(filter(None, [f"naar: {rij.get_naar_display()}", rij.toelichting]))
        dag = timezone.localdate(rij.op)
        yield rij.traject_id, _regel(rij, wat, rij.door, dag, rij.op, soort="stap")


def _erkenning(trajecten, scholen) -> Iterator[tuple[int, Feitregel]]:
    """Every look at SBB for a leerbedrijf of the traject and a crebo of its plan."""
    gevraagd = set(t.Planregel.objects.filter(traject__in=trajecten).values_list(
        "traject", "plaatsing__leerbedrijf", "crebo"
    ))  # fmt: skip
    gevraagd |= set(t.Plaatsing.objects.filter(traject__in=trajecten).values_list(
        "traject", "leerbedrijf", "traject__kwalificatie__crebo"
    ))  # fmt: skip
    wie = defaultdict(set)
    for traject, leerbedrijf, crebo in gevraagd:
        wie[leerbedrijf, crebo].add(traject)
    controles = t.Erkenningcontrole.objects.filter(leerbedrijf__in={paar[0] for paar in wie})
    for rij in controles.select_related("leerbedrijf", "door__gebruiker"):
        wat = f"{rij.leerbedrijf}, crebo {rij.crebo}: {rij.get_uitkomst_display()}"
        wat = ". ".join(filter(None, [wat, rij.toelichting]))
        for traject in sorted(wie.get((rij.leerbedrijf_id, rij.crebo), ())):
            eigen = rij.door if rij.door.organisatie_id == scholen[traject] else None
            bron = "" if eigen else "door een andere school"
            yield (
                traject,
                _regel(
                    rij, wat, eigen, rij.gecontroleerd_op, rij.vastgelegd_op, bron,
                    soort="controle van de erkenning",
                ),
            )  # fmt: skip


def _overeenkomsten(trajecten) -> Iterator[tuple[int, Feitregel]]:
    rijen = t.Praktijkovereenkomst.objects.filter(plaatsing__traject__in=trajecten)
    for rij in rijen.select_related("plaatsing", "door__gebruiker").defer("inhoud"):
        wat = f"opgesteld, versie {rij.versie}"
        if rij.vervallen_op:
            wat += f"; vervallen: {rij.vervallen_reden}"
        regel = _regel(rij, wat, rij.door, rij.opgesteld_op, rij.vastgelegd_op)
        yield rij.plaatsing.traject_id, regel


def _documenten(trajecten) -> Iterator[tuple[int, Feitregel]]:
    """What was fixed, proposed and issued, with the issued file itself."""
    vaststellingen = v.Vaststelling.objects.filter(traject__in=trajecten).defer("inhoud")
    for vast in vaststellingen.select_related("door__gebruiker"):
        wat = vast.get_soort_display()
        if vast.vervallen_op:
            wat += f"; vervallen: {vast.vervallen_reden}"
        dag = timezone.localdate(vast.vastgesteld_op)
        yield vast.traject_id, _regel(vast, wat, vast.door, dag, vast.vastgesteld_op)
    voordrachten = v.Voordracht.objects.filter(traject__in=trajecten).defer("inhoud", "toets")
    for rij in voordrachten.select_related("door__gebruiker"):
        wat = "; ".join(filter(None, [rij.get_soort_display(), rij.motivering]))
        dag = timezone.localdate(rij.aangeboden_op)
        yield rij.traject_id, _regel(rij, wat, rij.door, dag, rij.aangeboden_op)
    uitgiften = v.Uitgifte.objects.filter(traject__in=trajecten)
    uitgiften = uitgiften.select_related("bestand", "opdracht", "door__gebruiker")
    for uit in uitgiften.defer("inhoud", "opdracht__inhoud"):
        wat = f"{uit.get_soort_display()} {uit.nummer}, sha256 {uit.bestand_sha256}"
        wat = "; ".join(filter(None, [wat, uit.opdracht.motivering]))
        op = uit.uitgegeven_op
        dag = timezone.localdate(op)
        yield uit.traject_id, _regel(uit, wat, uit.door, dag, op, bestand=uit.bestand)
