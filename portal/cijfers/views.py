"""The dashboards: one page per question, the page for the council, and the files to take along."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from trajecten.rules import Bezwaar, Ingehaald
from verklaringen.documenten import raadsblad as raadsdocument
from verklaringen.pdf import Renderer

from . import actions, rules
from .actions.exporteren import VORMEN
from .forms import DuidingForm, EigenOpgaveForm, JaarForm, KeuzeForm
from .indicatoren import INDICATOREN
from .models import Duiding, EigenOpgave
from .periodes import Soort
from .publiek import Publiek
from .uitvoer import Werkmap
from .vragen.bladen import BLADEN
from .vragen.cijfers import geteld_op, periodes_van, verbeterd_op, volledigheid
from .vragen.overzicht import overzicht
from .vragen.raad import raadsblad
from .vragen.werk import werklast

NAAR_BESTAND = (("xlsx", "Excel"), ("ods", "LibreOffice"), ("csv", "CSV"))


def _kijker(request):
    return rules.kijker_van(request.lid, timezone.localdate())


def _keuzeform(data, kijker, dit):
    return KeuzeForm(data, kijker=kijker, blad=dit, vandaag=timezone.localdate())


def _geen_cijfers(request, wat):
    return render(request, "cijfers/geen_cijfers.html", {"wat": wat, "bladen": BLADEN.values()})


def dashboard(request):
    """The last complete quarter at a glance, and the way to each question."""
    kijker = _kijker(request)
    if kijker is None:
        return _geen_cijfers(request, "organisatie")
    form = _keuzeform(request.GET, kijker, BLADEN["vergelijken"])
    if (keuze := form.keuze) is None:
        return _geen_cijfers(request, "geteld")
    context = _context(kijker, form) | {"cijfers": overzicht(kijker, keuze)}
    return render(request, "cijfers/dashboard.html", context, status=422 if form.errors else 200)


def blad(request, naam):
    """One question: the charts with their tables, filtered by fixed choices."""
    if naam not in BLADEN:
        raise Http404
    kijker, dit = _kijker(request), BLADEN[naam]
    if kijker is None:
        return _geen_cijfers(request, "organisatie")
    form = _keuzeform(request.GET, kijker, dit)
    if (keuze := form.keuze) is None:
        return _geen_cijfers(request, "geteld")
    context = _context(kijker, form) | {
        "blad": dit, "grafieken": dit.maken(kijker, keuze), "vormen": NAAR_BESTAND,
    }  # fmt: skip
    return render(request, "cijfers/blad.html", context, status=422 if form.errors else 200)


def _context(kijker, form):
    return {
        "kijker": kijker, "form": form, "keuze": form.keuze, "bladen": BLADEN.values(),
        "geteld_op": geteld_op(), "volledigheid": volledigheid(kijker, form.keuze.periode),
        "verbeterd_op": verbeterd_op(kijker, form.keuze.periode),
    }  # fmt: skip


def werk(request):
    """How much waits for each coördinator of the school: their own trajecten, nothing hidden."""
    context = {"rijen": werklast(request.lid), "bladen": BLADEN.values()}
    return render(request, "cijfers/werk.html", context)


def begrippen(request):
    """How each figure is counted, in words."""
    return render(request, "cijfers/begrippen.html", {"indicatoren": INDICATOREN.values()})


def export(request, naam, vorm):
    """The tables of one question as a file; what is taken along is written down."""
    if naam not in BLADEN or vorm not in VORMEN:
        raise Http404
    kijker, dit = _kijker(request), BLADEN[naam]
    form = kijker and _keuzeform(request.POST, kijker, dit)
    if not form or (keuze := form.keuze) is None:
        return _geen_cijfers(request, "geteld")
    werkmap = Werkmap(
        gemeente=kijker.naam, indicatorset=naam, peildatum=keuze.periode.peildatum(keuze.vandaag),
        tabellen=tuple(grafiek.tabel for grafiek in dit.maken(kijker, keuze)),
        uitleg=(
            (dit.kop, dit.vraag), ("Periode", keuze.wat),
            ("Volledigheid van de gegevens", str(volledigheid(kijker, keuze.periode))),
        ),
        begrippen=_begrippen(dit),
    )  # fmt: skip
    filter_ = {"periode": keuze.periode.code, "route": keuze.route, "per": keuze.uitsplitsing}
    inhoud = actions.exporteren(werkmap=werkmap, vorm=vorm, door=request.lid, filter=filter_)
    antwoord = HttpResponse(inhoud, content_type=VORMEN[vorm][1])
    antwoord["Content-Disposition"] = f'attachment; filename="{werkmap.naam}.{vorm}"'
    return antwoord


def _begrippen(dit):
    gekozen = [INDICATOREN[code] for code in dit.indicatoren]
    return tuple((f"{soort.titel} ({soort.code})", soort.uitleg) for soort in gekozen)


def _raad(request):
    """The form and the sheet of the council, or None where there is nothing (yet)."""
    kijker = _kijker(request)
    if kijker is None or kijker.gemeente is None:
        return None, None
    hele = [p for p in periodes_van(kijker.als(Publiek.OPENBAAR)) if p.soort == Soort.JAAR]
    form = JaarForm(request.GET, jaren=hele)
    gekozen = form.gekozen
    return form, raadsblad(kijker, gekozen, request.lid.organisatie) if gekozen else None


def raad(request):
    """Six figures for the council, on one page that prints on one sheet."""
    form, dit = _raad(request)
    if dit is None:
        return _geen_cijfers(request, "raad")
    context = {"form": form, "blad": dit, "bladen": BLADEN.values(), "keuze": None}
    return render(request, "cijfers/raad.html", context, status=422 if form.errors else 200)


def raad_pdf(request):
    """The same six figures as a PDF of one page."""
    _, dit = _raad(request)
    if dit is None:
        return _geen_cijfers(request, "raad")
    with Renderer() as renderer:
        inhoud = renderer.renderen(raadsdocument.drukwerk(dit, timezone.localdate()))
    antwoord = HttpResponse(inhoud, content_type="application/pdf")
    antwoord["Content-Disposition"] = f'attachment; filename="raad-{dit.jaar.code}.pdf"'
    return antwoord


def duiden(request, code, jaar):
    """The story behind one figure of the council page, by who makes policy."""
    eerder = Duiding.objects.zichtbaar_voor(request.lid).nu().filter(code=code, periode=str(jaar))
    nu = eerder.first()
    begin = {"tekst": nu.tekst, "na": nu.volgnummer} if nu else {"na": 0}
    form = DuidingForm(request.POST if request.method == "POST" else None, initial=begin)
    if code not in INDICATOREN:
        raise Http404
    vast = {"code": code, "periode": str(jaar)}
    context = {"kop": f"Uitleg bij {INDICATOREN[code].titel}, {jaar}"}
    return _opschrijven(request, form, actions.duiden, vast, context)


def eigen_opgave_invullen(request):
    """A total of the organisatie itself, with its source."""
    form = EigenOpgaveForm(request.POST if request.method == "POST" else None)
    eerder = EigenOpgave.objects.zichtbaar_voor(request.lid).ingevuld()
    vast = {}
    if form.is_valid():
        gekozen = {naam: form.cleaned_data[naam] for naam in ("soort", "code", "periode")}
        vast["na"] = max(
            EigenOpgave.objects.zichtbaar_voor(request.lid)
            .filter(**gekozen)
            .values_list("volgnummer", flat=True),
            default=0,
        )
    context = {"kop": "Eigen opgave", "eerder": eerder}
    return _opschrijven(request, form, actions.eigen_opgave_invullen, vast, context)


def _opschrijven(request, form, doen, vast, context):
    status = 200
    if form.is_valid():
        try:
            doen(door=request.lid, **form.cleaned_data | vast)
        except Bezwaar as bezwaar:
            form.add_error(None, str(bezwaar))
        except Ingehaald as ingehaald:
            form.add_error(None, f"Een collega schreef net dit op: “{ingehaald.eerder}”.")
            status = 409
        else:
            messages.success(request, "Bewaard.")
            return redirect("cijfers:raad")
    if form.errors and status == 200:
        status = 422
    return render(request, "cijfers/opschrijven.html", context | {"form": form}, status=status)
