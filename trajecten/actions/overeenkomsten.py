"""The praktijkovereenkomst: draw up (freeze), sign, take back, and start."""

from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from .. import logboek, opslag, post, rules
from ..models import (
    Bron,
    Kwalificatie,
    Lidmaatschap,
    Ondertekening,
    Partij,
    Praktijkovereenkomst,
    Rol,
    Status,
    Statusovergang,
)
from ..rules import Bezwaar, Ingehaald
from .overeenkomstinhoud import inhoud_van
from .plaatsingen import vastpakken
from .praktijkleerplan import overschrijven
from .trajecten import overgaan


@transaction.atomic
def overeenkomst_opstellen(
    *, traject, door, opgesteld_op=None, elders=False, versie=None, nu=None
) -> Praktijkovereenkomst:
    """Bevries het plan en vraag de partijen te tekenen. Raises: Bezwaar (422), Ingehaald (409)."""
    nu = nu or timezone.now()
    vandaag = timezone.localdate(nu)
    opgesteld_op = opgesteld_op or vandaag
    traject = vastpakken(traject)
    eerder = rules.geldige_overeenkomst(traject)
    if eerder and eerder.door_id == door.pk and eerder.elders_getekend == elders:
        return eerder
    vastpakken(traject, versie)
    bezwaar = rules.bezwaar_tegen_opstellen(traject, door, opgesteld_op, vandaag, elders=elders)
    if bezwaar:
        raise Bezwaar(bezwaar)
    plaatsing = rules.lopende_plaatsing(traject)
    _bevriezen(plaatsing)
    nummer = plaatsing.overeenkomsten.count() + 1
    overeenkomst = plaatsing.overeenkomsten.create(
        versie=nummer, opgesteld_op=opgesteld_op, vastgelegd_op=nu, door=door,
        inhoud=inhoud_van(plaatsing, nummer, opgesteld_op),
        vertegenwoordiger_nodig=bool(traject.kandidaat.jonger_dan_18), elders_getekend=elders,
    )  # fmt: skip
    overgaan(traject=traject, naar=Status.POK_TER_ONDERTEKENING, door=door, nu=nu)
    logboek.schrijven(door, "overeenkomst_opstellen", overeenkomst)
    if not elders:
        _vragen_te_tekenen(overeenkomst, nu)
    return overeenkomst


def _bevriezen(plaatsing):
    """The titles of this moment, from the dossier; from here on nothing changes them."""
    for regel in plaatsing.planregels.geldig().select_related("werkproces__kerntaak"):
        kwalificatie = plaatsing.traject.kwalificatie
        if regel.werkproces:
            dossier = regel.werkproces.kerntaak.dossier_id
            kwalificatie = Kwalificatie.objects.get(crebo=regel.crebo, dossier=dossier)
        overschrijven(regel, kwalificatie, extra=regel.extra)
        regel.save()


@transaction.atomic
def overeenkomst_ondertekenen(*, overeenkomst, door, nu=None) -> Ondertekening:
    """Teken in het portaal voor de eigen partij. Raises: Bezwaar (422), Ingehaald (409)."""
    nu = nu or timezone.now()
    overeenkomst = _vastpakken(overeenkomst)
    partij = rules.PARTIJ_VAN_ROL.get(door.rol, "")
    if eerder := overeenkomst.ondertekeningen.filter(partij=partij).first():
        if eerder.door.gebruiker_id == door.gebruiker_id and eerder.bron == Bron.PORTAAL:
            return eerder
        raise Ingehaald(eerder)
    if bezwaar := rules.bezwaar_tegen_overeenkomst_ondertekenen(overeenkomst, door):
        raise Bezwaar(bezwaar)
    ondertekening = overeenkomst.ondertekeningen.create(
        partij=partij, naam=door.naam, functie=door.functie or door.get_rol_display(),
        door=door, gebeurd_op=timezone.localdate(nu), vastgelegd_op=nu,
    )  # fmt: skip
    logboek.schrijven(door, "overeenkomst_ondertekenen", ondertekening)
    _klaar_om_te_starten(overeenkomst, nu)
    return ondertekening


@transaction.atomic
def overeenkomst_vastleggen(
    *, overeenkomst, door, namen, getekend_op, scan, nu=None
) -> list[Ondertekening]:
    """Leg getekend papier vast, met de scan. `namen`: {partij: naam}. Raises: Bezwaar, Ingehaald.

    `scan`: (bytes, mimetype, naam) uit ScanVeld. Van wie een account heeft, is het namens dat lid.
    """
    nu = nu or timezone.now()
    overeenkomst = _vastpakken(overeenkomst)
    if eerder := overeenkomst.ondertekeningen.filter(partij__in=namen).first():
        zelfde = {rij.partij: rij.naam for rij in overeenkomst.ondertekeningen.all()}
        if namen.items() <= zelfde.items() and eerder.door_id == door.pk:
            return list(overeenkomst.ondertekeningen.filter(partij__in=namen))
        raise Ingehaald(eerder)
    bezwaar = rules.bezwaar_tegen_overeenkomst_vastleggen(
        overeenkomst, door, namen, getekend_op, timezone.localdate(nu)
    )
    if bezwaar:
        raise Bezwaar(bezwaar)
    bestand = opslag.scan_bewaren(scan, overeenkomst.plaatsing.traject, door)
    rijen = [
        overeenkomst.ondertekeningen.create(
            partij=partij, naam=naam, bron=Bron.PAPIER, door=door, scan=bestand,
            namens=_namens(overeenkomst, partij, naam), gebeurd_op=getekend_op, vastgelegd_op=nu,
        )
        for partij, naam in namen.items()
    ]  # fmt: skip
    logboek.schrijven(door, "overeenkomst_vastleggen", overeenkomst)
    return rijen


@transaction.atomic
def overeenkomst_elders_getekend(
    *, traject, door, opgesteld_op, getekend_op, namen, scan, versie=None, nu=None
) -> Praktijkovereenkomst:
    """Een overeenkomst die op papier of elders al getekend is. Raises: Bezwaar, Ingehaald."""
    overeenkomst = overeenkomst_opstellen(
        traject=traject, door=door, opgesteld_op=opgesteld_op, elders=True, versie=versie, nu=nu
    )
    if ontbreekt := [partij for partij in rules.partijen(overeenkomst) if not namen.get(partij)]:
        raise Bezwaar(f"Vul ook in wie tekende voor {ontbreekt[0].label}.")
    overeenkomst_vastleggen(
        overeenkomst=overeenkomst, door=door, namen=namen, getekend_op=getekend_op, scan=scan, nu=nu
    )
    return overeenkomst


def _namens(overeenkomst, partij, naam) -> Lidmaatschap | None:
    """The lid with this name at that party, when there is one."""
    plaatsing = overeenkomst.plaatsing
    plek = {
        Partij.INSTELLING: {"organisatie": plaatsing.traject.instelling_id},
        Partij.KANDIDAAT: {"kandidaat": plaatsing.traject.kandidaat_id},
        Partij.LEERBEDRIJF: {"leerbedrijf": plaatsing.leerbedrijf_id},
    }.get(partij)
    if plek is None:
        return None
    return Lidmaatschap.objects.geldig().filter(gebruiker__naam__iexact=naam, **plek).first()


@transaction.atomic
def overeenkomst_laten_vervallen(*, overeenkomst, door, reden, nu=None) -> Statusovergang:
    """Terug naar het plan: deze versie vervalt, met al haar handtekeningen.

    Wie tekende hoort dat er iets verandert. Raises: Bezwaar (422), Ingehaald (409).
    """
    nu = nu or timezone.now()
    overeenkomst = _vastpakken(overeenkomst)
    if overeenkomst.vervallen_op:
        raise Ingehaald(overeenkomst)
    if bezwaar := rules.bezwaar_tegen_laten_vervallen(overeenkomst, door, reden):
        raise Bezwaar(bezwaar)
    Praktijkovereenkomst.objects.filter(pk=overeenkomst.pk).update(
        vervallen_op=nu, vervallen_reden=reden
    )
    traject = overeenkomst.plaatsing.traject
    overgang = overgaan(traject=traject, naar=Status.PLAN, door=door, toelichting=reden, nu=nu)
    logboek.schrijven(door, "overeenkomst_laten_vervallen", overeenkomst)
    _vervallen_melden(overeenkomst, door, nu)
    return overgang


@transaction.atomic
def starten(*, traject, door, versie=None, nu=None) -> Statusovergang:
    """Het leren op het werk begint: alle poorten zijn open. Raises: Bezwaar, Ingehaald."""
    nu = nu or timezone.now()
    traject = vastpakken(traject)
    if traject.status == Status.ACTIEF:
        laatste = traject.overgangen.last()
        if laatste.door_id == door.pk:
            return laatste
        raise Ingehaald(laatste)
    vastpakken(traject, versie)
    if bezwaar := rules.bezwaar_tegen_starten(traject, door, timezone.localdate(nu)):
        raise Bezwaar(bezwaar)
    overgang = overgaan(traject=traject, naar=Status.ACTIEF, door=door, nu=nu)
    logboek.schrijven(door, "starten", traject)
    return overgang


def _vastpakken(overeenkomst) -> Praktijkovereenkomst:
    """Lock its traject: signing, recording and taking back wait for each other."""
    traject = vastpakken(overeenkomst.plaatsing.traject)
    overeenkomst = Praktijkovereenkomst.objects.select_related("plaatsing__leerbedrijf").get(
        pk=overeenkomst.pk
    )
    overeenkomst.plaatsing.traject = traject
    return overeenkomst


def _link(overeenkomst) -> str:
    traject = overeenkomst.plaatsing.traject_id
    return post.link(reverse("trajecten:overeenkomst_ondertekenen", args=[traject]))


def _startlink(overeenkomst) -> str:
    return post.link(reverse("trajecten:starten", args=[overeenkomst.plaatsing.traject_id]))


def _vragen_te_tekenen(overeenkomst, nu):
    voornaam = overeenkomst.plaatsing.traject.kandidaat.voornaam
    for adres, wie in _adressen(overeenkomst).items():
        post.klaarzetten(
            aan=adres,
            onderwerp="Wil je de afspraken bekijken en tekenen?",
            tekst=(
                f"Dag {wie},\n\nDe afspraken over het leren op het werk van {voornaam} "
                f"staan klaar.\n"
                f"Bekijk ze en teken:\n{_link(overeenkomst)}\n\n"
                f"Kun je niet inloggen? Vraag de school om op papier te tekenen.\n"
            ),
            nu=nu,
        )


def _vervallen_melden(overeenkomst, door, nu):
    """The reason stands behind the link: a mail has a first name and a link only."""
    voornaam = overeenkomst.plaatsing.traject.kandidaat.voornaam
    getekend = set(overeenkomst.ondertekeningen.values_list("partij", flat=True))
    adressen = _adressen(overeenkomst, getekend)
    for rij in overeenkomst.ondertekeningen.filter(bron=Bron.PORTAAL).exclude(door=door):
        if rij.door.gebruiker.email:
            adressen[rij.door.gebruiker.email] = rij.door.gebruiker.voornaam
    for adres, wie in adressen.items():
        post.klaarzetten(
            aan=adres,
            onderwerp="De afspraken veranderen",
            tekst=(
                f"Dag {wie},\n\nDe afspraken over het leren op het werk van {voornaam} "
                f"veranderen. De handtekeningen gelden niet meer.\n"
                f"Lees hier waarom:\n{_link(overeenkomst)}\n\n"
                f"Je krijgt bericht als de nieuwe versie klaarstaat.\n"
            ),
            nu=nu,
        )


def _adressen(overeenkomst, van_partijen=tuple(Partij)) -> dict[str, str]:
    """Who of the kandidaat and the leerbedrijf can be mailed: {adres: voornaam}."""
    plaatsing = overeenkomst.plaatsing
    adressen = {}
    if Partij.KANDIDAAT in van_partijen and plaatsing.traject.kandidaat.email:
        adressen[plaatsing.traject.kandidaat.email] = plaatsing.traject.kandidaat.voornaam
    if Partij.LEERBEDRIJF in van_partijen:
        van_hier = Q(rol=Rol.LEERBEDRIJFBEHEERDER, leerbedrijf=plaatsing.leerbedrijf_id)
        begeleidt = Q(pk__in=plaatsing.begeleidingen.filter(tot=None).values("lid"))
        leden = Lidmaatschap.objects.geldig().filter(van_hier | begeleidt)
        for lid in leden.exclude(gebruiker__email=None).select_related("gebruiker"):
            adressen[lid.gebruiker.email] = lid.gebruiker.voornaam
    return adressen


def _klaar_om_te_starten(overeenkomst, nu):
    coordinator = overeenkomst.plaatsing.traject.coordinator
    if rules.ontbrekende_partijen(overeenkomst) or not (
        coordinator and coordinator.gebruiker.email
    ):
        return
    voornaam = overeenkomst.plaatsing.traject.kandidaat.voornaam
    post.klaarzetten(
        aan=coordinator.gebruiker.email,
        onderwerp=f"Alle handtekeningen van {voornaam} zijn binnen",
        tekst=f"Iedereen heeft getekend. Start het traject hier:\n{_startlink(overeenkomst)}\n",
        nu=nu,
    )
