"""Who may be invited by whom."""

from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from .. import namen
from ..models import BIJ_LEERBEDRIJF, Gebruiker, Lidmaatschap, Rol, Uitnodiging

UITNODIGING_GELDIG = timedelta(days=7)

UITNODIGEN_MAG = {
    Rol.COORDINATOR: {
        Rol.KANDIDAAT, Rol.PRAKTIJKOPLEIDER, Rol.LEERBEDRIJFBEHEERDER, Rol.COORDINATOR,
        Rol.EXAMENCOMMISSIE,
    },
    Rol.LEERBEDRIJFBEHEERDER: {Rol.PRAKTIJKOPLEIDER, Rol.LEERBEDRIJFBEHEERDER},
    Rol.BEHEER: set(Rol) - {Rol.KANDIDAAT, *BIJ_LEERBEDRIJF},
}  # fmt: skip


def rollen_om_uit_te_nodigen(lid: Lidmaatschap) -> list[Rol]:
    """De rollen bij de eigen organisatie waarvoor dit lid mag uitnodigen, in vaste volgorde."""
    elders = {Rol.KANDIDAAT, *(() if lid.leerbedrijf_id else BIJ_LEERBEDRIJF)}
    mag = UITNODIGEN_MAG.get(Rol(lid.rol), set()) - elders
    return [rol for rol in Rol if rol in mag]


def bezwaar_tegen_uitnodigen(lid: Lidmaatschap, door: Lidmaatschap) -> str:
    """Waarom `door` dit lid niet mag uitnodigen; leeg als het mag."""
    if lid.rol not in UITNODIGEN_MAG.get(Rol(door.rol), set()):
        return f"Een {door.get_rol_display()} kan geen {lid.get_rol_display()} uitnodigen."
    if lid.organisatie_id and lid.organisatie_id != door.organisatie_id:
        return "Je kunt alleen mensen van je eigen organisatie uitnodigen."
    if door.leerbedrijf_id and lid.leerbedrijf_id != door.leerbedrijf_id:
        return "Je kunt alleen mensen van je eigen leerbedrijf uitnodigen."
    if not lid_is_geldig(lid):
        return "Deze rol is beëindigd."
    return ""


def bezwaar_tegen_naam_bij_adres(naam: str, email: str) -> str:
    """Het adres bepaalt wie inlogt: geef het account van een ander nooit een nieuwe rol."""
    bekend = email and Gebruiker.objects.filter(email__iexact=email.strip()).first()
    if bekend and namen.zoekvorm(bekend.naam) != namen.zoekvorm(naam):
        return "Bij dit e-mailadres staat een andere naam. Controleer het adres en de naam."
    return ""


def bezwaar_tegen_mailen(lid: Lidmaatschap) -> str:
    """Een uitnodiging per mail vraagt een e-mailadres; zonder is er de kaart."""
    if lid.gebruiker.email:
        return ""
    return f"{lid.gebruiker.voornaam} heeft geen e-mailadres. Vul het in, of maak een kaart."


def bezwaar_tegen_adres_aanvullen(lid: Lidmaatschap, traject) -> str:
    """Wie het adres invult bepaalt wie er binnenkomt, dus niet bij kandidaten van elders."""
    elders = lid.begeleidingen.exclude(plaatsing__traject__instelling=traject.instelling_id)
    if lid.gebruiker.email or not elders.exists():
        return ""
    return (
        f"{lid.naam} begeleidt ook kandidaten van een andere school. "
        "Vraag het leerbedrijf om het e-mailadres in te vullen bij Mensen."
    )


def bezwaar_tegen_kaart(lid: Lidmaatschap, door: Lidmaatschap) -> str:
    """Een kaart is er alleen voor een kandidaat: die heeft misschien geen e-mail."""
    if lid.rol != Rol.KANDIDAAT:
        return "Een kaart is er alleen voor een kandidaat."
    return bezwaar_tegen_uitnodigen(lid, door)


def bezwaar_tegen_lid_beeindigen(lid: Lidmaatschap, door: Lidmaatschap) -> str:
    """Wie zijn eigen rol beëindigt, sluit zichzelf buiten."""
    if lid.pk == door.pk:
        return "Je kunt je eigen rol niet beëindigen. Vraag het een collega."
    if lid.rol not in UITNODIGEN_MAG.get(Rol(door.rol), set()):
        return f"Een {door.get_rol_display()} kan de rol {lid.get_rol_display()} niet beëindigen."
    if (lid.organisatie_id, lid.leerbedrijf_id) != (door.organisatie_id, door.leerbedrijf_id):
        return "Deze rol hoort bij een andere organisatie."
    if lid.tot:
        return f"Deze rol eindigt al op {lid.tot:%d-%m-%Y}."
    return ""


def lid_is_geldig(lid: Lidmaatschap) -> bool:
    """Of dit lidmaatschap vandaag loopt."""
    return lid.van <= timezone.localdate() and (lid.tot is None or lid.tot >= timezone.localdate())


def uitnodiging_is_open(uitnodiging: Uitnodiging, nu: datetime | None = None) -> bool:
    """Of deze uitnodiging nog te gebruiken is: eenmalig, zeven dagen, en de rol loopt nog."""
    gesloten = uitnodiging.gebruikt_op or uitnodiging.ingetrokken_op
    return (
        not gesloten
        and (nu or timezone.now()) < uitnodiging.verloopt_op
        and (lid_is_geldig(uitnodiging.lid) and uitnodiging.lid.gebruiker.is_active)
    )


def begeleiders_van(traject) -> list[Lidmaatschap]:
    """De praktijkopleiders die de lopende plaatsing van dit traject nu begeleiden."""
    nu = Q(begeleidingen__tot=None) | Q(begeleidingen__tot__gte=timezone.localdate())
    leden = Lidmaatschap.objects.filter(
        nu,
        begeleidingen__plaatsing__traject=traject,
        begeleidingen__plaatsing__vervallen_op=None,
        begeleidingen__plaatsing__beeindigd_op=None,
    )
    return list(leden.select_related("gebruiker", "leerbedrijf").distinct().order_by("pk"))


def wie_is_uitgenodigd(traject, begeleiders: list[Lidmaatschap]) -> list[dict]:
    """Per mens van dit traject: naam, rol, e-mail en hoe ver die is met binnenkomen."""
    van_kandidaat = Lidmaatschap.objects.filter(kandidaat=traject.kandidaat_id, tot=None)
    leden = [*van_kandidaat.select_related("gebruiker"), *begeleiders]
    regels = [_stand(lid) for lid in leden]
    if leden and leden[0].rol == Rol.KANDIDAAT:
        return regels
    zonder = {"naam": traject.kandidaat.naam, "rol": Rol.KANDIDAAT.label}
    zonder |= {"email": traject.kandidaat.email, "stand": "Nog niet uitgenodigd"}
    return [zonder, *regels]


def _stand(lid):
    gebruiker = lid.gebruiker
    if gebruiker.last_login:
        stand = f"Was binnen op {timezone.localtime(gebruiker.last_login):%d-%m-%Y}"
    elif laatste := lid.uitnodigingen.first():
        stand = f"Uitgenodigd op {timezone.localtime(laatste.gemaakt_op):%d-%m-%Y}"
    else:
        stand = "Nog niet uitgenodigd"
    return {
        "naam": gebruiker.naam,
        "rol": lid.get_rol_display(),
        "email": gebruiker.email or "",
        "stand": stand,
    }
