"""No row points at something of another traject, school or leerbedrijf."""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import F, Model, Q

from trajecten.models import Begeleiding, Rol, Traject

SCHOOLROLLEN = (Rol.COORDINATOR, Rol.EXAMENCOMMISSIE)
EIGEN_APPS = ("trajecten", "verklaringen")
STAPPEN = 3


def eigen_modellen() -> list[type[Model]]:
    """The tables of the portal itself."""
    return [
        model
        for app in EIGEN_APPS
        for model in apps.get_app_config(app).get_models()
        if model._meta.managed
    ]


def verwijzingen() -> Iterator[str]:
    """Follow each row along every road to its traject: all must end at the same one.

    And what a school did, it did in a traject of its own.
    """
    for model in eigen_modellen():
        eigen, andere = wegen_naar_traject(model)
        if eigen is None:
            continue
        for weg in andere:
            anders = Q(**{f"{weg}__isnull": False}) & ~Q(**{eigen: F(weg)})
            yield from _melden(model, anders, f"een ander traject ({weg})")
        if "door" in _velden(model):
            anders = ~Q(door__organisatie=F(f"{eigen}__instelling"))
            school = Q(door__rol__in=SCHOOLROLLEN)
            yield from _melden(model, school & anders, "iemand van een andere school")
    yield from _melden(
        Traject,
        Q(coordinator__isnull=False) & ~Q(coordinator__organisatie=F("instelling")),
        "een coördinator van een andere school",
    )
    yield from _melden(
        Begeleiding,
        ~Q(lid__leerbedrijf=F("plaatsing__leerbedrijf")),
        "een praktijkopleider van een ander leerbedrijf",
    )


def wegen_naar_traject(model: type[Model]) -> tuple[str | None, list[str]]:
    """The shortest road of a row to its traject that is always there, and every other one."""
    klaar, wegen = [], [("", model, True)]
    for _ in range(STAPPEN):
        verder = [
            (f"{weg}{naam}", veld.related_model, altijd and not veld.null)
            for weg, van, altijd in wegen
            for naam, veld in _velden(van).items()
            if (veld.many_to_one or veld.one_to_one) and van is not Traject
        ]
        klaar += [(weg, altijd) for weg, naar, altijd in verder if naar is Traject]
        wegen = [(f"{weg}__", naar, altijd) for weg, naar, altijd in verder]
    eigen = next((weg for weg, altijd in klaar if altijd), None)
    return eigen, [weg for weg, _ in klaar if weg != eigen]


def _velden(model) -> dict:
    return {veld.name: veld for veld in model._meta.concrete_fields}


def _melden(model, fout: Q, wat: str) -> Iterator[str]:
    for pk in model._default_manager.filter(fout).order_by("pk").values_list("pk", flat=True):
        yield f"{model._meta.verbose_name.capitalize()} {pk} noemt {wat}."
