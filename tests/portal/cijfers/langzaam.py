"""Every indicator counted once more, slowly: plain Python over the rows, from the definitions.

Nothing of portal.cijfers is used here but the words. A traject becomes a Dossier; a figure is a
list of dossiers and a question asked of each of them.
"""

from collections import defaultdict
from datetime import timedelta
from statistics import quantiles
from zoneinfo import ZoneInfo

from trajecten import models as m
from verklaringen import models as v

from .dossiers import Dossier

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
EINDEN = {"gestopt", "niet_gestart", "uitgereikt", "doorgestroomd"}


def dag_van(moment):
    return moment.astimezone(AMSTERDAM).date()


def lezen(vandaag) -> list[Dossier]:
    """All trajecten, read table by table."""
    per = {}
    gemeenten = {g.pk: g for g in m.Gemeente.objects.all()}
    organisaties = {o.pk: o for o in m.Organisatie.objects.all()}
    kwalificaties = {k.pk: k for k in m.Kwalificatie.objects.select_related("dossier")}
    mensen = {k.pk: k for k in m.Kandidaat.objects.all()}
    aanmeldingen = {a.traject_id: a for a in m.Aanmelding.objects.all()}

    def huidig(gemeente):
        while gemeente.opvolger_id and (gemeente.eind is None or gemeente.eind < vandaag):
            gemeente = gemeenten[gemeente.opvolger_id]
        return gemeente

    for traject in m.Traject.objects.all():
        mens, aanmelding = mensen[traject.kandidaat_id], aanmeldingen.get(traject.pk)
        verwijzer = organisaties.get(aanmelding.verwijzer_id) if aanmelding else None
        soort = verwijzer.soort if verwijzer else ("kandidaat" if aanmelding else "")
        waar = mens.gemeente_id if aanmelding is None else aanmelding.gemeente_id
        if soort == "gemeente":
            waar = verwijzer.gemeente_id
        gemeente = huidig(gemeenten[waar])
        kwalificatie = kwalificaties.get(traject.kwalificatie_id)
        per[traject.pk] = Dossier(
            traject.pk, mens.samengevoegd_met_id or mens.pk, traject.route,
            kwalificatie and kwalificatie.niveau,
            kwalificatie.dossier.sectorkamer if kwalificatie else "",
            traject.kwalificatie_id, traject.instelling_id, gemeente.pk, gemeente.regio_id,
            verwijzer and verwijzer.pk, soort,
            verwijzer.pk if soort == "sociaal_werkbedrijf" else None,
        )  # fmt: skip
    _leerweg(per, aanmeldingen, vandaag)
    _aftekeningen(per)
    _vervolg(per)
    _achteraf(per)
    return list(per.values())


def _groep(rijen, sleutel):
    groepen = defaultdict(list)
    for rij in rijen:
        groepen[sleutel(rij)].append(rij)
    return groepen


def _leerweg(per, aanmeldingen, vandaag):
    stappen = _groep(m.Statusovergang.objects.order_by("op", "pk"), lambda s: s.traject_id)
    intakes = _groep(m.Intake.objects.order_by("volgnummer"), lambda i: i.traject_id)
    plekken = _groep(
        m.Plaatsing.objects.filter(vervallen_op=None).order_by("pk"), lambda p: p.traject_id
    )
    poks = _groep(m.Praktijkovereenkomst.objects.all(), lambda p: p.plaatsing_id)
    handen = _groep(m.Ondertekening.objects.all(), lambda o: o.overeenkomst_id)
    statussen = dict(m.Traject.objects.values_list("pk", "status"))
    gemaakt = dict(m.Traject.objects.values_list("pk", "aangemaakt_op"))
    documenten = _documenten()
    for pk, dossier in per.items():
        loop, plek = stappen[pk], plekken[pk]
        dossier.overgenomen = bool(loop) and loop[0].naar == "actief"
        dossier.document, dossier.document_op = documenten.get(pk, ("", None))
        if intakes[pk]:
            dossier.intake = min(i.gebeurd_op for i in intakes[pk])
            dossier.met_bpv = intakes[pk][-1].met_bpv
        if statussen[pk] in EINDEN | {"nazorg", "afgesloten"}:
            laatste = [stap for stap in loop if stap.naar in EINDEN][-1]
            dossier.einde, dossier.reden = laatste.naar, laatste.reden_code
            dossier.geeindigd = dag_van(laatste.op)
        actief = [dag_van(stap.op) for stap in loop if stap.naar == "actief"]
        starts = []
        for plaatsing in plek:
            for pok in poks[plaatsing.pk]:
                getekend = {hand.partij: hand.gebeurd_op for hand in handen[pok.pk]}
                if "leerbedrijf" in getekend:
                    eerder = dossier.akkoord or getekend["leerbedrijf"]
                    dossier.akkoord = min(eerder, getekend["leerbedrijf"])
                if pok.vervallen_op is None and {"school", *getekend} == {
                    "school", "instelling", "kandidaat", "leerbedrijf",
                }:  # fmt: skip
                    starts.append(max(plaatsing.begin, *getekend.values()))
        start = None
        if actief and not dossier.met_bpv and not plek:
            start = actief[0]
        elif actief and starts:
            start = min(starts)
        te_laat = start and dossier.geeindigd and start > dossier.geeindigd
        dossier.gestart = None if not start or start > vandaag or te_laat else start
        if plek:
            dossier.leerbedrijf, dossier.gepland = plek[-1].leerbedrijf_id, plek[-1].eind
        if dossier.einde in ("gestopt", "uitgereikt"):
            laatste_dag = plek and (plek[-1].beeindigd_op or plek[-1].eind)
            dossier.leerdag = min(laatste_dag or dossier.geeindigd, dossier.geeindigd)
        eerste = dag_van(loop[0].op) if loop else dag_van(gemaakt[pk])
        dossier.aangemeld = aanmeldingen[pk].gebeurd_op if pk in aanmeldingen else eerste
        if dossier.overgenomen and dossier.gestart:
            dossier.aangemeld = dossier.gestart


def _documenten():
    ingetrokken = set(v.Intrekking.objects.values_list("uitgifte", flat=True))
    vervangen = set(v.Vervanging.objects.values_list("oud", flat=True))
    gevonden = {}
    for pk, uitgiften in _groep(v.Uitgifte.objects.order_by("pk"), lambda u: u.traject_id).items():
        soorten = {u.soort for u in uitgiften if u.pk not in ingetrokken | vervangen}
        if soorten:
            eerste = next(u for u in uitgiften if u.pk not in ingetrokken)
            soort = min(soorten, key=["praktijkverklaring", "mbo_verklaring"].index)
            gevonden[pk] = soort, dag_van(eerste.uitgegeven_op)
    for rij in v.Voordrachtuitreiking.objects.select_related("voordracht").order_by("-pk"):
        if rij.voordracht.vervallen_op is None:
            gevonden[rij.voordracht.traject_id] = rij.voordracht.soort, rij.gebeurd_op
    return gevonden


def _aftekeningen(per):
    terug = set(m.Aftekeningintrekking.objects.values_list("aftekening", flat=True))
    vervallen = set(m.Plaatsing.objects.exclude(vervallen_op=None).values_list("pk", flat=True))
    tekens = _groep(m.Aftekening.objects.order_by("volgnummer"), lambda a: a.planregel_id)
    for regel in m.Planregel.objects.all():
        dossier = per[regel.traject_id]
        geldig = [teken for teken in tekens[regel.pk] if teken.pk not in terug]
        dossier.tekens += [teken.gebeurd_op for teken in geldig]
        if regel.vervallen_op is None and regel.plaatsing_id not in vervallen:
            dossier.gepland_werk += 1
            dossier.zelfstandig += bool(geldig) and geldig[-1].niveau == "zelfstandig"


def _vervolg(per):
    for dossiers in _groep(per.values(), lambda d: d.mens).values():
        for dossier in dossiers:
            later = [
                d for d in dossiers
                if d is not dossier and dossier.document_op and d.aangemeld >= dossier.document_op
            ]  # fmt: skip
            dossier.volgende = min(later, key=lambda d: (d.aangemeld, d.pk), default=None)


def _achteraf(per):
    for meting in m.Nazorgmeting.objects.order_by("volgnummer"):
        dossier, maand = per[meting.traject_id], meting.maand
        genoeg = {"12_of_meer": "ja", "minder_dan_12": "nee", "": "onbekend"}[meting.uren]
        dossier.werk[maand] = genoeg if meting.werk == "ja" else meting.werk
        dossier.waar[maand] = meting.waar
        if maand == 12:
            dossier.uitkering = meting.uitkering
            dossier.leert_door = bool(meting.leert_door)
    gebruik = m.Doelgroepgebruik.objects.order_by("volgnummer")
    aan = {rij.organisatie_id: rij.aan for rij in gebruik}
    groepen = _groep(m.Doelgroep.objects.order_by("volgnummer"), lambda d: d.traject_id)
    for pk, rijen in groepen.items():
        nu = [rij for rij in rijen if rij.volgnummer == rijen[-1].volgnummer]
        if aan.get(per[pk].verwijzer):
            per[pk].doelgroep = next(rij.soort for rij in nu if rij.hoofd)
            per[pk].met_uitkering = any(
                rij.soort in ("participatiewet", "ioaw_ioaz", "ww", "wia_wajong") for rij in nu
            )
    for rij in m.Jobcoaching.objects.select_related("lid__organisatie"):
        if per[rij.traject_id].werkbedrijf is None:
            per[rij.traject_id].werkbedrijf = rij.lid.organisatie_id


# --- The questions ----------------------------------------------------------------------------


def _ja(_):
    return True


# code: (which day puts it in a period, who counts, who is in the numerator, a denominator shown)
VRAGEN = {
    "I01": ("aangemeld", _ja, _ja, False),
    "I02": ("aangemeld", _ja, lambda d: d.intake, True),
    "I03": ("aangemeld", lambda d: d.intake and d.met_bpv, lambda d: d.akkoord, True),
    "I04": ("aangemeld", lambda d: d.akkoord, lambda d: d.gestart, True),
    "I05": (
        "aangemeld", _ja,
        lambda d: not d.gestart and d.einde in ("gestopt", "niet_gestart"), True,
    ),
    "I06": ("gestart", lambda d: not d.overgenomen, _ja, True),
    "I09": ("geeindigd", lambda d: d.gestart, lambda d: d.document, True),
    "I10": ("gestart", _ja, lambda d: d.uitval, True),
    "I11": ("gestart", _ja, lambda d: d.positief, True),
    "I12": (
        "gestart", _ja, lambda d: d.uitval and (d.geeindigd - d.gestart).days <= 42, True,
    ),
    "I13": ("gestart", _ja, _ja, True),
    "I16": ("leerdag", lambda d: d.gestart, None, True),
    "I17": ("leerdag", lambda d: d.gestart, None, True),
    "I18": ("leerdag", lambda d: d.gestart, None, True),
    "I19": ("leerdag", lambda d: d.gestart and d.met_uitkering, None, True),
    "I20": ("geeindigd", lambda d: d.gestart and d.document, None, True),
    "I27": ("aangemeld", _ja, _ja, True),
}  # fmt: skip
STANDEN = {
    "I07": (Dossier.wacht_op, lambda d, dag: True, False),
    "I08": (Dossier.loopt_op, lambda d, dag: True, False),
    "I14": (Dossier.loopt_op, Dossier.stil_op, True),
    "I25": (lambda d, dag: d.loopt_op(dag) and d.leerbedrijf, lambda d, dag: True, False),
}


def antwoord(code, dossier, maand):
    """ "ja", "nee" or "onbekend" for the figures about afterwards; None when it does not count."""
    werk = dossier.werk
    match code:
        case "I16":
            return werk[maand]
        case "I17":
            return None if werk[maand] != "ja" else "ja" if dossier.waar[maand] else "nee"
        case "I18":
            if "onbekend" in (werk[6], werk[12]):
                return "onbekend"
            return "ja" if werk[6] == werk[12] == "ja" else "nee"
        case "I19":
            return {"nee": "ja", "": "onbekend", "onbekend": "onbekend"}.get(
                dossier.uitkering, "nee"
            )
        case "I20":
            volgt = dossier.volgende
            binnen = volgt and volgt.aangemeld - dossier.document_op <= timedelta(days=365)
            return "ja" if binnen or dossier.leert_door else "nee"


def nodig_en_er(dossier):
    """The fields that counting needs of this traject, and how many of them are there."""
    velden = [bool(dossier.verwijzer_soort)]
    if dossier.gestart:
        velden.append(bool(dossier.kwalificatie))
        if dossier.met_bpv:
            velden += [bool(dossier.leerbedrijf), bool(dossier.gepland)]
    if dossier.einde in ("gestopt", "niet_gestart"):
        velden.append(bool(dossier.reden))
    return len(velden), sum(velden)


def kwartielen(dagen):
    """P25, median and P75, both ends included."""
    if len(dagen) == 1:
        return (float(dagen[0]),) * 3
    return tuple(quantiles(dagen, n=4, method="inclusive"))
