"""What stands in a praktijkovereenkomst, as plain data: frozen on the row, printed and shown."""

from datetime import date, timedelta
from itertools import groupby

from ..models import Plaatsing, Traject


def inhoud_van(plaatsing: Plaatsing, versie: int, opgesteld_op: date) -> dict:
    """De bevroren inhoud (wat erin moet: WEB 7.2.8 lid 2). Datums als jjjj-mm-dd."""
    traject = plaatsing.traject
    regels = list(plaatsing.planregels.geldig())
    return {
        "nummer": traject.nummer,
        "versie": versie,
        "opgesteld_op": opgesteld_op.isoformat(),
        "instelling": _instelling(traject),
        **_logo(traject),
        "kandidaat": _kandidaat(traject),
        "leerbedrijf": _leerbedrijf(plaatsing.leerbedrijf),
        "praktijkopleiders": [mens["naam"] for mens in _praktijkopleiders(plaatsing)],
        "contact_praktijkopleiders": _praktijkopleiders(plaatsing),
        "route": traject.get_route_display(),
        "leerweg": traject.get_leerweg_display(),
        "leertraject": traject.leertraject,
        "certificaat": str(traject.certificaat or ""),
        "kwalificatie": _kwalificatie(traject.kwalificatie),
        **_periode(plaatsing),
        "kerntaken": _kerntaken(regel for regel in regels if not regel.extra),
        "extra": _extra([regel for regel in regels if regel.extra]),
        "clausules": getattr(getattr(traject.instelling, "inrichting", None), "clausules", ""),
    }


def _instelling(traject: Traject) -> dict:
    school, coordinator = traject.instelling, traject.coordinator
    return {
        "naam": school.naam,
        "plaats": school.plaats,
        "brin": school.brin,
        "telefoon": school.telefoon,
        "coordinator": coordinator.naam if coordinator else "",
    }


def _logo(traject: Traject) -> dict:
    """The school's own mark at this moment, by its SHA-256; nothing for a school without one."""
    logo = getattr(getattr(traject.instelling, "inrichting", None), "logo", None)
    return {"logo": {"sha256": logo.sha256}} if logo else {}


def _kandidaat(traject: Traject) -> dict:
    kandidaat = traject.kandidaat
    minderjarig = bool(kandidaat.jonger_dan_18)
    return {
        "naam": kandidaat.naam,
        "kandidaatnummer": kandidaat.kandidaatnummer,
        "studentnummer": traject.inschrijving.studentnummer,
        "telefoon": kandidaat.telefoon,
        "email": kandidaat.email,
        "vertegenwoordiger": kandidaat.vertegenwoordiger_naam if minderjarig else "",
    }


def _leerbedrijf(leerbedrijf) -> dict:
    straat = " ".join(filter(None, [leerbedrijf.straat, leerbedrijf.huisnummer]))
    return {
        "naam": leerbedrijf.naam,
        "adres": ", ".join(filter(None, [straat, leerbedrijf.postcode])),
        "plaats": leerbedrijf.plaats,
        "leerbedrijf_id": leerbedrijf.leerbedrijf_id,
        "kvk": leerbedrijf.kvk,
    }


def _praktijkopleiders(plaatsing: Plaatsing) -> list[dict]:
    rijen = plaatsing.begeleidingen.filter(tot=None).select_related("lid__gebruiker")
    return [
        {
            "naam": rij.lid.naam,
            "telefoon": rij.lid.gebruiker.telefoon,
            "email": rij.lid.gebruiker.email or "",
        }
        for rij in rijen
    ]


def _kwalificatie(kwalificatie) -> dict:
    return {
        "naam": kwalificatie.naam,
        "crebo": kwalificatie.crebo,
        "niveau": kwalificatie.niveau,
        "dossier_crebo": kwalificatie.dossier.crebo,
        "dossier_naam": kwalificatie.dossier.naam,
        "bron": kwalificatie.bron,
    }


def _periode(plaatsing: Plaatsing) -> dict:
    begin, eind, uren = plaatsing.begin, plaatsing.eind, plaatsing.uren_totaal
    return {
        "begin": begin.isoformat(),
        "eind": eind.isoformat(),
        "uren_per_week": plaatsing.uren_per_week,
        "uren_totaal": uren,
        "uren_per_studiejaar": uren_per_studiejaar(begin, eind, uren),
    }


def _extra(regels) -> list[dict]:
    """Per other kwalificatie its kerntaken, in the order of the plan."""
    return [
        {"kwalificatie": {"naam": naam, "crebo": crebo}, "kerntaken": _kerntaken(groep)}
        for (crebo, naam), groep in groupby(regels, lambda r: (r.crebo, r.kwalificatie_naam))
    ]


def _kerntaken(regels) -> list[dict]:
    return [
        {
            "code": code,
            "titel": titel,
            "werkprocessen": [{"code": regel.code, "titel": regel.titel} for regel in groep],
        }
        for (code, titel), groep in groupby(regels, lambda r: (r.kerntaak_code, r.kerntaak_titel))
    ]


def uren_per_studiejaar(begin: date, eind: date, totaal: int) -> list[dict]:
    """De uren naar dagen verdeeld over de studiejaren vanaf 1 augustus; samen precies `totaal`."""
    jaren, van = [], begin
    while van <= eind:
        laatste = date(van.year + (van.month >= 8), 7, 31)
        jaren.append((van, min(laatste, eind)))
        van = laatste + timedelta(days=1)
    dagen = (eind - begin).days + 1
    rijen, gehad = [], 0
    for van, tot in jaren:
        tot_hier = round(totaal * ((tot - begin).days + 1) / dagen)
        rijen.append({"van": van.isoformat(), "tot": tot.isoformat(), "uren": tot_hier - gehad})
        gehad = tot_hier
    return rijen
