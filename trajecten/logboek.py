"""The only writer of the logbook. Called by actions, in their transaction, and by the look
middleware.
"""

from .models import Aanmelding, Kandidaat, Logregel, Traject


def schrijven(
    lid, actie, obj, *, namens=None, resultaat="gelukt", herkomst="portaal", bijzonderheden=None
) -> Logregel:
    """Write one line about what `lid` (None: the public or the worker) did with `obj`."""
    return Logregel.objects.create(
        lid=lid,
        namens=namens,
        actor=lid.naam if lid else herkomst,
        rol=lid.rol if lid else "geen",
        actie=actie,
        objecttype=obj._meta.model_name,
        object_id=str(obj.pk),
        resultaat=resultaat,
        herkomst=herkomst,
        kandidaat=kandidaat_van(obj),
        bijzonderheden=bijzonderheden or {},
    )


def gekeken(lid, actie, *, kandidaat=None, objecttype="lijst", object_id="-", bijzonderheden=None):
    """Write that `lid` looked at a person or a list; committed by itself, after the response."""
    return Logregel.objects.create(
        lid=lid,
        actor=lid.naam,
        rol=lid.rol,
        actie=actie,
        objecttype=objecttype,
        object_id=object_id,
        herkomst="portaal",
        kandidaat=kandidaat,
        bijzonderheden=bijzonderheden or {},
    )


def geweigerd(lid, actie, *, objecttype, object_id, bijzonderheden=None):
    """Write that `lid` was refused; committed by itself, so that no rollback erases it."""
    return Logregel.objects.create(
        lid=lid,
        actor=lid.naam,
        rol=lid.rol,
        actie=actie,
        objecttype=objecttype,
        object_id=str(object_id),
        resultaat=Logregel.Resultaat.GEWEIGERD,
        herkomst="portaal",
        bijzonderheden=bijzonderheden or {},
    )


def kandidaat_van(obj):
    """Follow the object to the person it is about; None for what is about nobody."""
    for _ in range(5):
        if obj is None or isinstance(obj, Kandidaat):
            return obj
        if isinstance(obj, Traject):
            return obj.kandidaat
        if isinstance(obj, Aanmelding):
            return obj.traject.kandidaat if obj.traject_id else None
        obj = next((getattr(obj, naam) for naam in _WEG if hasattr(obj, naam)), None)
    return None


_WEG = (
    "traject", "planregel", "plaatsing", "overeenkomst", "aftekening", "kandidaat", "vaststelling",
    "opdracht", "uitgifte", "verzoek", "voordracht", "lid",
)  # fmt: skip
