"""Valid objects with defaults, one plain function each; what a test cares about it passes."""

import itertools
import uuid
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from django.utils import timezone

from trajecten import models as m
from trajecten.models.statussen import OVERGANGEN

_nummer = itertools.count(1)


def regio(naam="Stedendriehoek en Noordwest Veluwe"):
    return m.Arbeidsmarktregio.objects.get_or_create(naam=naam)[0]


def gemeente(naam="Deventer", code="GM0150", **velden):
    velden = {"regio": regio()} | velden
    return m.Gemeente.objects.get_or_create(code=code, defaults={"naam": naam, **velden})[0]


def organisatie(soort=m.Organisatie.Soort.INSTELLING, naam=None, **velden):
    naam = naam or f"Roc Voorbeeld {next(_nummer)}"
    velden = {"regio": regio(), "plaats": "Deventer"} | velden
    return m.Organisatie.objects.create(soort=soort, naam=naam, **velden)


def instelling(naam=None, clausules="1. De school begeleidt.\n2. Het bedrijf begeleidt.", **velden):
    school = organisatie(naam=naam, **velden)
    m.Inrichting.objects.create(organisatie=school, clausules=clausules, blad_besloten_door="Anne")
    return school


def gebruiker(naam="Noor Voorbeeld", **velden):
    velden = {"email": f"mens{next(_nummer)}@voorbeeld.example"} | velden
    return m.Gebruiker.objects.create(naam=naam, **velden)


def lid(rol, naam="Noor Voorbeeld", *, email=None, van=date(2020, 1, 1), **plek):
    """A lidmaatschap with its own gebruiker; `plek` is organisatie=, leerbedrijf= or kandidaat=."""
    mens = gebruiker(naam, **({"email": email} if email else {}))
    return m.Lidmaatschap.objects.create(gebruiker=mens, rol=rol, van=van, **plek)


def dossier(crebo="23301", naam="Entree", **velden):
    bron = m.Kwalificatiedossier.Bron.STARTGEGEVENS
    return m.Kwalificatiedossier.objects.get_or_create(
        crebo=crebo, bron=bron, defaults={"naam": naam, **velden}
    )[0]


def kwalificatie(crebo="25743", naam="Assistent logistiek", niveau=1, profiel="P1", **velden):
    velden = {"dossier": dossier()} | velden
    gevonden = m.Kwalificatie.objects.filter(crebo=crebo, dossier=velden["dossier"]).first()
    return gevonden or m.Kwalificatie.objects.create(
        crebo=crebo, naam=naam, niveau=niveau, profiel=profiel, **velden
    )


def werkproces(code="B1-K1-W1", titel="Bereidt (assisterende) werkzaamheden voor", van=None):
    """A werkproces of kwalificatie `van`; its kerntaak is made when it is not there yet."""
    van = van or kwalificatie()
    kerntaakcode = code.rpartition("-")[0]
    eigenaar = None if code.startswith("B") else van
    kerntaak, _ = m.Kerntaak.objects.get_or_create(
        dossier=van.dossier,
        code=kerntaakcode,
        kwalificatie=eigenaar,
        defaults={"titel": "Werkt als assistent", "titel_ruw": "Werkt als assistent"},
    )
    return m.Werkproces.objects.get_or_create(
        kerntaak=kerntaak, code=code, defaults={"titel": titel, "titel_ruw": titel}
    )[0]


def leerbedrijf(naam=None, erkend_voor=("25743",), **velden):
    nummer = next(_nummer)
    velden = {
        "leerbedrijf_id": str(100999000 + nummer),
        "plaats": "Deventer",
        "straat": "Voorbeeldweg",
        "huisnummer": "1",
        "postcode": "7411 AA",
    } | velden
    bedrijf = m.Leerbedrijf.objects.create(
        naam=naam or f"Werkbedrijf De Schakel {nummer}", **velden
    )
    for crebo in erkend_voor:
        erkenning(bedrijf, crebo)
    return bedrijf


def erkenning(bedrijf, crebo="25743", gecontroleerd_op=None, door=None):
    """An erkenning with a recorded check of today."""
    rij = m.Erkenning.objects.create(leerbedrijf=bedrijf, crebo=crebo)
    m.Erkenningcontrole.objects.create(
        leerbedrijf=bedrijf,
        crebo=crebo,
        uitkomst=m.Erkenningcontrole.Uitkomst.GEVERIFIEERD,
        gecontroleerd_op=gecontroleerd_op or timezone.localdate(),
        door=door or lid(m.Rol.COORDINATOR, "Fatima Controle", organisatie=organisatie()),
    )
    return rij


def kandidaat(naam="Samira Voorbeeld", **velden):
    velden = {"gemeente": gemeente(), "telefoon": "0612345678", "jonger_dan_18": False} | velden
    return m.Kandidaat.objects.create(naam=naam, **velden)


def traject(status=m.Status.ACTIEF, **velden):
    """A traject in `status`, without the facts that led there; see `lopend_traject` for those."""
    nummer = f"TR-2020-{next(_nummer):05d}"  # never a number that the portal itself gives out
    velden = {
        "route": m.Route.PRAKTIJKVERKLARING,
        "leerweg": m.Leerweg.DERDE_LEERWEG,
        "nummer": nummer,
    } | velden
    for naam, maak in (
        ("kandidaat", kandidaat),
        ("instelling", instelling),
        ("kwalificatie", kwalificatie),
    ):
        if naam not in velden:
            velden[naam] = maak()
    rij = m.Traject.objects.create(status=status, **velden)
    van = ""
    for naar in _stappen_naar(status):
        m.Statusovergang.objects.create(traject=rij, van=van, naar=naar)
        van = naar
    return rij


@cache
def _stappen_naar(status):
    """The shortest legal way from aangemeld to this status."""
    wegen = [[m.Status.AANGEMELD]]
    for weg in wegen:
        if weg[-1] == status:
            return weg
        wegen += [[*weg, stap] for stap in sorted(OVERGANGEN[weg[-1]] - set(weg))]
    raise ValueError(status)


def plaatsing(traject=None, praktijkopleider=None, **velden):
    vandaag = timezone.localdate()
    velden = {"begin": vandaag - timedelta(days=60), "eind": vandaag + timedelta(days=90)} | velden
    velden = {"uren_per_week": 24, "uren_totaal": 560} | velden
    if "leerbedrijf" not in velden:
        velden["leerbedrijf"] = praktijkopleider.leerbedrijf if praktijkopleider else leerbedrijf()
    rij = m.Plaatsing.objects.create(traject=traject or globals()["traject"](), **velden)
    if praktijkopleider:
        m.Begeleiding.objects.create(plaatsing=rij, lid=praktijkopleider, van=velden["begin"])
    return rij


def planregel(
    plaatsing=None, code="B1-K1-W1", titel="Bereidt (assisterende) werkzaamheden voor", **velden
):
    plaatsing = plaatsing or globals()["plaatsing"]()
    kwal = velden.pop("kwalificatie", None) or plaatsing.traject.kwalificatie
    proces = velden.pop("werkproces", None) or werkproces(code, titel, kwal)
    return m.Planregel.objects.create(
        traject=plaatsing.traject,
        plaatsing=plaatsing,
        werkproces=proces,
        volgorde=velden.pop("volgorde", plaatsing.planregels.count() + 1),
        crebo=kwal.crebo,
        kwalificatie_naam=kwal.naam,
        kerntaak_code=proces.kerntaak.code,
        kerntaak_titel=proces.kerntaak.titel,
        code=proces.code,
        titel=proces.titel,
        **velden,
    )


def aftekening(planregel, door, niveau=m.Niveau.ZELFSTANDIG, **velden):
    laatste = planregel.aftekeningen.last()
    velden = {"gebeurd_op": timezone.localdate(), "sleutel": uuid.uuid4()} | velden
    volgnummer = laatste.volgnummer + 1 if laatste else 1
    return planregel.aftekeningen.create(volgnummer=volgnummer, door=door, niveau=niveau, **velden)


def scan(traject=None, door=None, inhoud=b"%PDF-1.4 voorbeeld"):
    from trajecten import opslag

    return opslag.bewaren(
        inhoud, naam="scan.pdf", soort=m.Bestand.Soort.SCAN, mimetype="application/pdf",
        traject=traject, door=door,
    )  # fmt: skip


def eindoordeel(planregel, door, oordeel=m.Eindoordeel.Oordeel.JA, **velden):
    velden = {"gebeurd_op": timezone.localdate()} | velden
    volgnummer = planregel.eindoordelen.count() + 1
    return planregel.eindoordelen.create(
        volgnummer=volgnummer, oordeel=oordeel, door=door, **velden
    )


def schooloordeel(traject, door, positief=True, **velden):
    velden = {
        "motivering": "Samira werkt zelfstandig.",
        "gebeurd_op": timezone.localdate(),
        "optie": 3 if positief else None,
    } | velden
    velden["volgnummer"] = traject.schooloordelen.count() + 1
    return traject.schooloordelen.create(positief=positief, door=door, **velden)


def identiteit(kandidaat, door, **velden):
    velden = {
        "voornamen": "Samira", "achternaam": "Voorbeeld", "geboortedatum": date(1991, 3, 14),
        "geboorteplaats": "Zwolle", "geboorteland": "Nederland",
        "gebeurd_op": timezone.localdate(),
    } | velden  # fmt: skip
    volgnummer = kandidaat.identiteiten.count() + 1
    return kandidaat.identiteiten.create(volgnummer=volgnummer, door=door, **velden)


def documentgegevens(plaatsing, praktijkopleider, door, **velden):
    velden = {
        "uren": 512, "leerbedrijf_naam": plaatsing.leerbedrijf.naam,
        "vestigingsplaats": plaatsing.leerbedrijf.plaats,
        "leerbedrijf_id": plaatsing.leerbedrijf.leerbedrijf_id,
        "praktijkopleider": praktijkopleider, "praktijkopleider_naam": praktijkopleider.naam,
        "gebeurd_op": timezone.localdate(),
    } | velden  # fmt: skip
    volgnummer = plaatsing.documentgegevens.count() + 1
    return plaatsing.documentgegevens.create(volgnummer=volgnummer, door=door, **velden)


def mag_uitgeven(school, crebo="25743", leerweg="derde_leerweg", van=date(2020, 1, 1), tot=None):
    return m.MagUitgeven.objects.create(
        instelling=school, crebo=crebo, leerweg=leerweg, van=van, tot=tot
    )


def keuzedeel(code="K0023", naam="Digitale vaardigheden gevorderden", klokuren=240, **velden):
    velden = {"naam": naam, "klokuren": klokuren} | velden
    return m.Keuzedeel.objects.get_or_create(code=code, defaults=velden)[0]


def certificaat(code="C0021", naam="Koken in de horeca", crebo="25180", **velden):
    velden = {"naam": naam, "crebo": crebo} | velden
    return m.Certificaat.objects.get_or_create(code=code, defaults=velden)[0]


def resultaat(traject=None, onderdeel="kerntaak", waarde=7, door=None, **velden):
    """A recorded result; `waarde` is a mark (7, "6,8") or the key of a word ("voldoende")."""
    traject = traject or globals()["traject"]()
    door = door or traject.coordinator or lid(m.Rol.COORDINATOR, organisatie=traject.instelling)
    is_woord = isinstance(waarde, str) and waarde in m.Woord.values
    velden = {
        "code": {"kerntaak": "B1-K1", "keuzedeel": "K0023"}.get(onderdeel, ""),
        "naam": {"kerntaak": "Werkt als assistent"}.get(onderdeel, m.Onderdeel(onderdeel).label),
        "woord": waarde if is_woord else "",
        "cijfer": None if is_woord else Decimal(str(waarde).replace(",", ".")),
        "klokuren": 240 if onderdeel == "keuzedeel" else None,
        "gebeurd_op": timezone.localdate(),
    } | velden
    return traject.resultaten.create(
        volgnummer=traject.resultaten.count() + 1, onderdeel=onderdeel, door=door, **velden
    )


def vrijstellingsverzoek(traject, door=None, **velden):
    """A request for B1-K1, without evidence."""
    door = door or traject.coordinator
    velden = {
        "onderdeel": m.Onderdeel.KERNTAAK, "code": "B1-K1", "naam": "Werkt als assistent",
        "grond": "Al eerder geleerd.", "gebeurd_op": timezone.localdate(),
    } | velden  # fmt: skip
    volgnummer = traject.vrijstellingsverzoeken.count() + 1
    return traject.vrijstellingsverzoeken.create(volgnummer=volgnummer, door=door, **velden)


def vrijstellingsbewijs(traject, door=None, verzoek=None):
    """A paper with a request; the request is made when there is none."""
    door = door or traject.coordinator
    verzoek = verzoek or vrijstellingsverzoek(traject, door)
    return verzoek.bewijzen.create(
        omschrijving="Cijferlijst", scan=scan(traject, door), door=door,
        gebeurd_op=timezone.localdate(),
    )  # fmt: skip


def vrijstellingsbesluit(verzoek, door, uitkomst="verleend", **velden):
    velden = {
        "motivering": "Het bewijs dekt dit.", "naam": "Anne Voorbeeld", "functie": "voorzitter",
        "gebeurd_op": timezone.localdate(), "uitkomst": uitkomst, "door": door,
    } | velden  # fmt: skip
    return m.Vrijstellingsbesluit.objects.create(verzoek=verzoek, **velden)
