"""The praktijkleerplan: kwalificatie and period, then the werkprocessen; and the inschrijving."""

from django.db import transaction
from django.utils import timezone

from .. import logboek, rules
from ..models import Inschrijving, Plaatsing, Planbevestiging, Planregel, Werkproces
from ..rules import Bezwaar, Ingehaald
from .plaatsingen import bijwerken, vastpakken


@transaction.atomic
def plannen(
    *, traject, door, kwalificatie, begin, eind, uren_per_week, uren_totaal, certificaat=None,
    versie=None, nu=None,
) -> Plaatsing:  # fmt: skip
    """Leg kwalificatie, certificaat, periode en uren vast. Raises: Bezwaar (422), Ingehaald (409).

    Een andere kwalificatie of een ander certificaat haalt de werkprocessen van het vorige uit het
    plan.
    """
    nu = nu or timezone.now()
    traject = vastpakken(traject)
    plaatsing = rules.lopende_plaatsing(traject)
    velden = {"begin": begin, "eind": eind, "uren_per_week": uren_per_week}
    velden["uren_totaal"] = uren_totaal
    doel = (kwalificatie.pk, certificaat.pk if certificaat else None)
    staat_er_al = plaatsing and (traject.kwalificatie_id, traject.certificaat_id) == doel
    if staat_er_al and all(getattr(plaatsing, naam) == waarde for naam, waarde in velden.items()):
        return plaatsing
    vastpakken(traject, versie)
    if bezwaar := rules.bezwaar_tegen_plannen(
        traject, door, kwalificatie, begin, eind, certificaat
    ):
        raise Bezwaar(bezwaar)
    Plaatsing.objects.filter(pk=plaatsing.pk).update(**velden)
    if not staat_er_al:
        _uit_het_plan(plaatsing, plaatsing.planregels.geldig(), nu)
    bijwerken(traject, kwalificatie=kwalificatie, certificaat=certificaat)
    logboek.schrijven(door, "plannen", traject)
    return Plaatsing.objects.get(pk=plaatsing.pk)


@transaction.atomic
def werkprocessen_kiezen(
    *, traject, door, keuzes, bevestigd=(), versie=None, nu=None
) -> list[Planregel]:
    """Zet de gekozen (kwalificatie, werkproces) in het plan, letterlijk zoals in het dossier.

    `bevestigd`: de sleutels van de waarschuwingen die `door` las. Raises: Bezwaar, Ingehaald.
    """
    nu = nu or timezone.now()
    traject = vastpakken(traject)
    keuzes = ordenen(traject, keuzes)
    plaatsing = rules.lopende_plaatsing(traject)
    if plaatsing and (regels := _staan_er_al(plaatsing, keuzes)):
        return regels
    vastpakken(traject, versie)
    vandaag = timezone.localdate(nu)
    if bezwaar := rules.bezwaar_tegen_werkprocessen_kiezen(traject, door, keuzes, vandaag):
        raise Bezwaar(bezwaar)
    waarschuwingen = rules.waarschuwingen_bij_kiezen(plaatsing, keuzes)
    if any(waarschuwing.sleutel not in bevestigd for waarschuwing in waarschuwingen):
        raise Bezwaar("Lees de waarschuwingen bij dit plan en bevestig ze met je naam.")
    regels = planregels_zetten(plaatsing, keuzes, nu)
    bevestigen(plaatsing, waarschuwingen, door, nu)
    bijwerken(traject)
    logboek.schrijven(door, "werkprocessen_kiezen", traject)
    return regels


def ordenen(traject, keuzes):
    """Own kwalificatie first, then each Extra, in the order of the codes; nothing twice."""
    return sorted(
        dict.fromkeys((kwalificatie, proces) for kwalificatie, proces in keuzes),
        key=lambda keuze: (
            keuze[0].pk != traject.kwalificatie_id,
            keuze[0].crebo,
            keuze[1].sleutel,
        ),
    )


def _staan_er_al(plaatsing, keuzes):
    """The planregels when they already are exactly these choices: a second click."""
    regels = _met_proces(plaatsing)
    gekozen = [(kwalificatie.crebo, proces) for kwalificatie, proces in keuzes]
    return regels if [(regel.crebo, regel.proces) for regel in regels] == gekozen else None


def _met_proces(plaatsing):
    return list(plaatsing.planregels.geldig().select_related("werkproces", "certificaatwerkproces"))


def planregels_zetten(plaatsing, keuzes, nu):
    blijft = {proces: kwalificatie.crebo for kwalificatie, proces in keuzes}
    weg = [regel.pk for regel in _met_proces(plaatsing) if blijft.get(regel.proces) != regel.crebo]
    _uit_het_plan(plaatsing, plaatsing.planregels.filter(pk__in=weg), nu)
    bestaand = {regel.proces: regel for regel in _met_proces(plaatsing)}
    regels = []
    for volgorde, (kwalificatie, proces) in enumerate(keuzes, start=1):
        regel = bestaand.get(proces) or Planregel(
            traject_id=plaatsing.traject_id, plaatsing=plaatsing, **_kolom(proces)
        )
        regel.volgorde = volgorde
        overschrijven(
            regel, kwalificatie, extra=kwalificatie.pk != plaatsing.traject.kwalificatie_id
        )
        regel.save()
        regels.append(regel)
    return regels


def _kolom(proces):
    van_dossier = isinstance(proces, Werkproces)
    return {"werkproces" if van_dossier else "certificaatwerkproces": proces}


def overschrijven(regel, kwalificatie, *, extra):
    """Codes and titles letter for letter from the source; frozen once a pok is drawn up."""
    kerntaak = regel.proces.kerntaak
    regel.extra = extra
    regel.crebo, regel.kwalificatie_naam = kwalificatie.crebo, kwalificatie.naam
    regel.kerntaak_code, regel.kerntaak_titel = kerntaak.code, kerntaak.titel
    regel.code, regel.titel = regel.proces.code, regel.proces.titel


def _uit_het_plan(plaatsing, regels, nu):
    """Before the first pok a choice is a draft and goes; afterwards the row stays, as lapsed."""
    if plaatsing.overeenkomsten.exists():
        regels.update(vervallen_op=nu, vervallen_reden="Uit het plan gehaald.")
    else:
        regels.delete()


def bevestigen(plaatsing, waarschuwingen, door, nu):
    for waarschuwing in waarschuwingen:
        Planbevestiging.objects.get_or_create(
            plaatsing=plaatsing,
            sleutel=waarschuwing.sleutel,
            tekst=waarschuwing.tekst,
            defaults={"door": door, "gebeurd_op": timezone.localdate(nu), "vastgelegd_op": nu},
        )


@transaction.atomic
def inschrijven(*, traject, door, studentnummer, op, nu=None) -> Inschrijving:
    """De instelling schrijft de kandidaat in. Raises: Bezwaar (422), Ingehaald (409)."""
    nu = nu or timezone.now()
    traject = vastpakken(traject)
    if eerder := Inschrijving.objects.filter(traject=traject).first():
        if (eerder.studentnummer, eerder.gebeurd_op) == (studentnummer, op):
            return eerder
        raise Ingehaald(eerder)
    if bezwaar := rules.bezwaar_tegen_inschrijven(traject, door, op):
        raise Bezwaar(bezwaar)
    inschrijving = Inschrijving.objects.create(
        traject=traject, studentnummer=studentnummer, gebeurd_op=op, door=door, vastgelegd_op=nu
    )
    logboek.schrijven(door, "inschrijven", inschrijving)
    return inschrijving
