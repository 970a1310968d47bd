"""What decides whose turn it is, read with the trajecten themselves in one query."""

from django.db.models import (
    BooleanField,
    Case,
    CharField,
    Exists,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)  # fmt: skip
from django.utils import timezone

from ..models import (
    Aftekening,
    Begeleiding,
    Besluit,
    Erkenningcontrole,
    Identiteit,
    Inschrijving,
    Intake,
    Niveau,
    Ondertekening,
    Partij,
    Plaatsing,
    Planregel,
    Praktijkovereenkomst,
    Schooloordeel,
    Status,
    Verbetering,
    Verzoek,
)  # fmt: skip

DIT_TRAJECT = OuterRef("pk")
KLAAR_HIER = (Niveau.ZELFSTANDIG, Niveau.KAN_HIER_NIET)


def with_stand(trajecten: QuerySet, vandaag=None) -> QuerySet:
    """Met `stand_*`: wat `aan_zet` moet weten, elk alleen bij de status die het vraagt."""
    vandaag = vandaag or timezone.localdate()
    return trajecten.select_related("kandidaat", "instelling", "coordinator__gebruiker").annotate(
        **_plek(vandaag), **_voor_de_start(), **_onderweg(), **_afronding(), **_verbetering()
    )


def _bij(*statussen, dan):
    """Evaluate `dan` only in these statuses: elsewhere it costs nothing."""
    return Case(When(status__in=statussen, then=dan))


def _plek(vandaag):
    lopend = Plaatsing.objects.lopend().filter(traject=DIT_TRAJECT)
    begeleiders = Begeleiding.objects.filter(
        Q(tot=None) | Q(tot__gte=vandaag),
        plaatsing__traject=DIT_TRAJECT,
        plaatsing__vervallen_op=None,
        van__lte=vandaag,
    ).order_by("-plaatsing", "van", "pk")
    intakes = Intake.objects.filter(traject=DIT_TRAJECT).order_by("-volgnummer")
    bezig = (Status.ACTIEF, Status.ONDERBROKEN, Status.EINDBEOORDELING)
    return {
        "stand_begin": Subquery(lopend.values("begin")[:1]),
        "stand_eind": Subquery(lopend.values("eind")[:1]),
        "stand_bedrijf": _bij(
            Status.MATCH, Status.POK_TER_ONDERTEKENING,
            dan=Subquery(lopend.values("leerbedrijf__naam")[:1]),
        ),
        "stand_met_bpv": _bij(
            Status.INTAKE, Status.SCHOOLOORDEEL, *bezig,
            dan=Subquery(intakes.values("met_bpv")[:1]),
        ),
        "stand_opleider": _bij(
            *bezig, dan=Subquery(begeleiders.values("lid__gebruiker__naam")[:1])
        ),
    }  # fmt: skip


def _voor_de_start():
    controles = Erkenningcontrole.objects.filter(
        leerbedrijf__plaatsingen__traject=OuterRef("pk"),
        leerbedrijf__plaatsingen__vervallen_op=None,
        leerbedrijf__plaatsingen__beeindigd_op=None,
        crebo=OuterRef("kwalificatie__crebo"),
    ).order_by("-gecontroleerd_op", "-pk")
    return {
        "stand_erkenning": _bij(Status.MATCH, dan=Subquery(controles.values("uitkomst")[:1])),
        "stand_gepland": _ja_bij(
            Status.PLAN, Planregel.objects.geldig().filter(traject=DIT_TRAJECT)
        ),
        "stand_ingeschreven": _ja_bij(
            Status.PLAN, Inschrijving.objects.filter(traject=DIT_TRAJECT)
        ),
        "stand_wacht_op": _bij(Status.POK_TER_ONDERTEKENING, dan=_wacht_op()),
    }


def _ja_bij(status, rijen):
    return Case(When(status=status, then=Exists(rijen)), output_field=BooleanField())


def _wacht_op():
    """The first party that did not sign yet: school, kandidaat, vertegenwoordiger, leerbedrijf."""
    pok = Praktijkovereenkomst.objects.filter(
        plaatsing__traject=DIT_TRAJECT, plaatsing__vervallen_op=None, vervallen_op=None
    ).order_by("-plaatsing")
    getekend = Ondertekening.objects.filter(overeenkomst=OuterRef("pk"))
    volgorde = (Partij.INSTELLING, Partij.KANDIDAAT, Partij.VERTEGENWOORDIGER, Partij.LEERBEDRIJF)
    wie = Case(
        *(
            When(
                ~Exists(getekend.filter(partij=partij))
                & (Q(vertegenwoordiger_nodig=True) if partij == Partij.VERTEGENWOORDIGER else Q()),
                then=Value(partij.value),
            )
            for partij in volgorde
        ),
        default=Value(""),
        output_field=CharField(),
    )
    return Subquery(pok.annotate(wie=wie).values("wie")[:1])


def _onderweg():
    planregels = Planregel.objects.geldig().filter(
        traject=DIT_TRAJECT, plaatsing__beeindigd_op=None
    )
    open_regels = planregels.with_niveau().filter(Q(niveau_nu=None) | ~Q(niveau_nu__in=KLAAR_HIER))
    aftekeningen = Aftekening.objects.geldig().filter(planregel__traject=DIT_TRAJECT)
    zonder_oordeel = Planregel.objects.geldig().filter(traject=DIT_TRAJECT, eindoordelen=None)
    return {
        "stand_volgend": _bij(
            Status.ACTIEF, dan=Subquery(open_regels.order_by("volgorde", "pk").values("titel")[:1])
        ),
        "stand_laatste": _bij(
            Status.ACTIEF,
            dan=Subquery(aftekeningen.order_by("-gebeurd_op").values("gebeurd_op")[:1]),
        ),
        "stand_zonder_eindoordeel": _ja_bij(Status.EINDBEOORDELING, zonder_oordeel),
    }


def _afronding():
    oordelen = Schooloordeel.objects.geldig().filter(traject=DIT_TRAJECT).order_by("-volgnummer")
    # A decision counts for this round only: after a return the examencommissie decides again.
    deze_ronde = Besluit.objects.filter(vastgelegd_op__gte=OuterRef("status_sinds"))
    besluiten = deze_ronde.filter(traject=DIT_TRAJECT).order_by("-volgnummer")
    zonder = Plaatsing.objects.met_ja().filter(traject=DIT_TRAJECT, documentgegevens=None)
    bekend = Identiteit.objects.filter(kandidaat=OuterRef("kandidaat"))
    te_bevestigen = bekend.te_bevestigen()
    return {
        "stand_oordeel": _bij(Status.SCHOOLOORDEEL, dan=Subquery(oordelen.values("positief")[:1])),
        "stand_zonder_gegevens": _ja_bij(Status.SCHOOLOORDEEL, zonder),
        "stand_identiteit": _ja_bij(Status.SCHOOLOORDEEL, bekend),
        "stand_te_bevestigen": _ja_bij(Status.SCHOOLOORDEEL, te_bevestigen),
        "stand_verzoek": _ja_bij(Status.SCHOOLOORDEEL, Verzoek.objects.filter(traject=DIT_TRAJECT)),
        "stand_besluit": _bij(
            Status.BIJ_EXAMENCOMMISSIE, dan=Subquery(besluiten.values("uitkomst")[:1])
        ),
    }


def _verbetering():
    """Where the running verbetering is, and whether the examencommissie decided in this round."""
    lopend = Verbetering.objects.lopend().filter(traject=DIT_TRAJECT)
    toegekend = Besluit.objects.filter(
        traject=OuterRef("traject"), uitkomst=Besluit.Uitkomst.TOEGEKEND,
        vastgelegd_op__gte=OuterRef("status_sinds"),
    )  # fmt: skip
    return {
        "stand_verbetering": Subquery(lopend.values("status")[:1]),
        "stand_verbetering_sinds": Subquery(lopend.values("status_sinds")[:1]),
        "stand_verbetering_besloten": Exists(lopend.filter(Exists(toegekend))),
    }
