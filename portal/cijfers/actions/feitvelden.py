"""The expressions over a Traject that fill a row of facts."""

from django.db.models import (
    BigIntegerField,
    Case,
    CharField,
    Count,
    DateField,
    Exists,
    F,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Concat, Greatest, TruncDate

from trajecten.models import (
    Intake,
    Jobcoaching,
    Ondertekening,
    Organisatie,
    Partij,
    Plaatsing,
    Route,
    Status,
    Statusovergang,
)
from verklaringen.models import Soort, Uitgifte, Voordrachtuitreiking

from ..models import Einde

DRIE_PARTIJEN = (Partij.INSTELLING, Partij.KANDIDAAT, Partij.LEERBEDRIJF)
NA_HET_EINDE = (
    Status.GESTOPT, Status.NIET_GESTART, Status.UITGEREIKT, Status.NAZORG, Status.AFGESLOTEN,
    Status.DOORGESTROOMD,
)  # fmt: skip
GEEN_DAG = Value(None, output_field=DateField())


def _eerste(rijen: QuerySet, waarde, volgorde: str) -> Subquery:
    return Subquery(rijen.order_by(volgorde, "pk").values(_x=waarde)[:1])


def wie() -> dict:
    plaatsing = Plaatsing.objects.geldig().filter(traject=OuterRef("pk")).order_by("-pk")
    is_gemeente = Q(aanmelding__verwijzer__soort=Organisatie.Soort.GEMEENTE)
    is_werkbedrijf = Q(aanmelding__verwijzer__soort=Organisatie.Soort.SOCIAAL_WERKBEDRIJF)
    zelf = Q(aanmelding__isnull=False, aanmelding__verwijzer=None)
    # A werkbedrijf that lends the jobcoach has a part in it as well, whoever referred.
    coaches = Jobcoaching.objects.filter(
        traject=OuterRef("pk"), lid__organisatie__soort=Organisatie.Soort.SOCIAAL_WERKBEDRIJF
    ).order_by("-van", "-pk")
    gemeente = _van_wie_aanmeldde(is_gemeente, "")
    return {
        "traject": F("pk"),
        "kandidaat": Coalesce(F("kandidaat__samengevoegd_met"), F("kandidaat")),
        "route": F("route"),
        "leerweg": F("leerweg"),
        "kwalificatie": F("kwalificatie"),
        "niveau": F("kwalificatie__niveau"),
        "sector": Coalesce(F("kwalificatie__dossier__sectorkamer"), Value("")),
        "leerbedrijf": Subquery(plaatsing.values("leerbedrijf")[:1]),
        "verwijzer": F("aanmelding__verwijzer"),
        "verwijzer_soort": Case(
            When(zelf, then=Value("kandidaat")),
            When(aanmelding__isnull=False, then=F("aanmelding__verwijzer__soort")),
            default=Value(""),
            output_field=CharField(),
        ),
        "instelling": F("instelling"),
        "gemeente": gemeente,
        "gemeente_toen": gemeente,
        "regio": _van_wie_aanmeldde(is_gemeente, "__regio"),
        "sociaal_werkbedrijf": Coalesce(
            Case(When(is_werkbedrijf, then=F("aanmelding__verwijzer"))),
            Subquery(coaches.values("lid__organisatie")[:1]),
            output_field=BigIntegerField(),
        ),
        "werkprocessen": F("aantal_werkprocessen"),
        "afgetekend": F("aantal_afgetekend"),
        "stap": Case(
            When(
                route=Route.DIPLOMA,
                kwalificatie__isnull=False,
                then=Concat(
                    F("route"), Value("-"), F("kwalificatie__niveau"), output_field=CharField()
                ),
            ),
            default=F("route"),
        ),
        "volgende_stap": Value(""),
        "velden_nodig": Value(0),
        "velden_gevuld": Value(0),
    }


def _van_wie_aanmeldde(is_gemeente: Q, verder: str) -> Coalesce:
    """The gemeente that referred; else where the aanmelding, or the kandidaat, says one lives."""
    return Coalesce(
        Case(When(is_gemeente, then=F(f"aanmelding__verwijzer__gemeente{verder}"))),
        F(f"aanmelding__gemeente{verder}"),
        F(f"kandidaat__gemeente{verder}"),
    )


def wanneer() -> dict:
    stappen = Statusovergang.objects.filter(traject=OuterRef("pk"))
    intakes = Intake.objects.filter(traject=OuterRef("pk"))
    plaatsingen = Plaatsing.objects.geldig().filter(traject=OuterRef("pk"))
    akkoorden = Ondertekening.objects.filter(
        partij=Partij.LEERBEDRIJF,
        overeenkomst__plaatsing__traject=OuterRef("pk"),
        overeenkomst__plaatsing__vervallen_op=None,
    )
    met_bpv = Coalesce(Subquery(intakes.order_by("-volgnummer").values("met_bpv")[:1]), True)
    zonder_bpv = Exists(intakes.filter(met_bpv=False)) & ~Exists(plaatsingen)
    actief = stappen.filter(naar=Status.ACTIEF)
    return {
        "overgenomen": Exists(stappen.filter(van="", naar=Status.ACTIEF)),
        "aangemeld_op": Coalesce(
            F("aanmelding__gebeurd_op"),
            _eerste(stappen, TruncDate("op"), "op"),
            TruncDate("aangemaakt_op"),
        ),
        "intake_op": _eerste(intakes, F("gebeurd_op"), "gebeurd_op"),
        "met_bpv": met_bpv,
        "akkoord_op": _eerste(akkoorden, F("gebeurd_op"), "gebeurd_op"),
        "gestart_op": Case(
            When(~Exists(actief), then=GEEN_DAG),
            When(zonder_bpv, then=_eerste(actief, TruncDate("op"), "op")),
            default=_eerste_dag(plaatsingen),
            output_field=DateField(),
        ),
        "gepland_eind": Subquery(plaatsingen.order_by("-pk").values("eind")[:1]),
    }


def _eerste_dag(plaatsingen: QuerySet) -> Subquery:
    """The first plaatsing of which all three signed: its begin, or the last signature if later."""
    getekend = Ondertekening.objects.filter(
        overeenkomst__plaatsing=OuterRef("pk"),
        overeenkomst__vervallen_op=None,
        partij__in=DRIE_PARTIJEN,
    )
    per_stuk = getekend.order_by().values("overeenkomst").annotate(aantal=Count("pk"))
    compleet = per_stuk.filter(aantal=len(DRIE_PARTIJEN)).annotate(dag=Max("gebeurd_op"))
    dagen = plaatsingen.annotate(getekend=Subquery(compleet.values("dag")[:1])).filter(
        getekend__isnull=False, begin__isnull=False
    )
    dagen = dagen.annotate(dag=Greatest("begin", "getekend")).order_by("dag")
    return Subquery(dagen.values("dag")[:1])


def einde() -> dict:
    stappen = Statusovergang.objects.filter(traject=OuterRef("pk"), naar__in=Einde.values)
    laatste = stappen.order_by("-op", "-pk")
    klaar = Q(status__in=NA_HET_EINDE)
    plaatsing = Plaatsing.objects.geldig().filter(traject=OuterRef("pk")).order_by("-pk")
    leerdag = Subquery(plaatsing.values(_x=Coalesce("beeindigd_op", "eind"))[:1])
    geldig = Uitgifte.objects.geldig().filter(traject=OuterRef("pk"))
    bladen = geldig.filter(soort=Soort.PRAKTIJKVERKLARING)
    uitgegeven = Uitgifte.objects.filter(traject=OuterRef("pk"), intrekking=None)
    uitgereikt = Voordrachtuitreiking.objects.filter(
        voordracht__traject=OuterRef("pk"), voordracht__vervallen_op=None
    )
    return {
        "einde": Coalesce(Case(When(klaar, then=Subquery(laatste.values("naar")[:1]))), Value("")),
        "geeindigd_op": Case(
            When(klaar, then=Subquery(laatste.values(_x=TruncDate("op"))[:1])), default=GEEN_DAG
        ),
        "reden": Coalesce(
            Case(When(klaar, then=Subquery(laatste.values("reden_code")[:1]))), Value("")
        ),
        # Until the row stands: the last day at the leerbedrijf.
        "laatste_dag": leerdag,
        "document": Coalesce(
            Subquery(uitgereikt.order_by("pk").values("voordracht__soort")[:1]),
            Case(
                When(Exists(bladen), then=Value(Soort.PRAKTIJKVERKLARING.value)),
                When(Exists(geldig), then=Value(Soort.MBO_VERKLARING.value)),
                default=Value(""),
            ),
        ),
        "document_op": Coalesce(
            Subquery(uitgereikt.order_by("pk").values("gebeurd_op")[:1]),
            Case(
                When(Exists(geldig), then=_eerste(uitgegeven, TruncDate("uitgegeven_op"), "pk")),
                default=GEEN_DAG,
            ),
        ),
    }
