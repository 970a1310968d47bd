"""What counts already towards a certificaat or diploma, and what is missing.

Nothing counts by itself: an earlier exam is taken over by the school, an exemption is granted by
the examencommissie (EKB 3b), and what was practised is never exempt.
"""

from dataclasses import dataclass

from ..models import Certificaat, Kerntaak, Kwalificatie, Onderdeel, Route, Traject
from .behaald import waardering_van
from .eerder import Eerder, bij, woorden
from .onderdelen import Onderdeelstand
from .slagen.wegen import zeggen
from .vervolg import Doel
from .vrijstellingen import Vrijstelbaar, vraagt_eerder_examen, vrijstelbare_onderdelen

BEHAALD, VRAGEN, GEOEFEND, NOG = "Behaald", "Vrijstelling vragen", "Geoefend", "Nog doen"


LEZING = "Welk werk bij een mbo-certificaat hoort, is een lezing van de titels."


@dataclass(frozen=True)
class Telregel:
    """Eén onderdeel: hoe het ervoor staat, en waar dat uit blijkt."""

    naam: str
    stand: str
    zinnen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Telgroep:
    """Onderdelen bij elkaar, met wat die betekenen."""

    kop: str
    uitleg: str
    regels: tuple[Telregel, ...]

    @property
    def open(self) -> int:
        """Hoeveel er nog te doen zijn."""
        return sum(regel.stand == NOG for regel in self.regels)


def vervolgstand(traject: Traject, doel: Doel) -> list[Telgroep]:
    """Per groep wat de kandidaat bij deze school al heeft, en wat voor dit doel nog mist."""
    eerder = Eerder(traject, doel)
    if doel.route == Route.CERTIFICAAT and doel.certificaat:
        return [_certificaatwerk(doel.certificaat, eerder), _certificaatexamen(eerder)]
    werk = _werk(doel.kwalificatie, eerder, nieuw=doel.route == Route.PRAKTIJKVERKLARING)
    if doel.route == Route.PRAKTIJKVERKLARING:
        return [werk]
    return [_examens(eerder), werk]


def _werk(kwalificatie: Kwalificatie, eerder: Eerder, nieuw: bool) -> Telgroep:
    uitleg = "Wat geoefend is, telt niet als examen. Het is ook geen vrijstelling."
    if nieuw:
        uitleg = "Wat al met ja is beoordeeld mag opnieuw in het plan. Je krijgt dan een melding."
    if eerder.dekkingen:
        uitleg = f"{uitleg} {LEZING}"
    return Telgroep("Leren op het werk", uitleg, tuple(
        _oefenregel(str(proces), eerder.geoefend(proces)) for proces in kwalificatie.werkprocessen()
    ))  # fmt: skip


def _oefenregel(naam: str, zinnen: tuple[str, ...]) -> Telregel:
    return Telregel(naam, GEOEFEND if zinnen else NOG, zinnen)


def _certificaatwerk(certificaat: Certificaat, eerder: Eerder) -> Telgroep:
    """Own werkprocessen of the certificaat, judged as such or through the dossier."""
    regels = []
    for proces in certificaat.werkprocessen.prefetch_related("dekkingen"):
        gedekt = {dekking.werkproces_id for dekking in proces.dekkingen.all()}
        zinnen = tuple(
            bij(regel)
            for regel in eerder.regels
            if regel.certificaatwerkproces_id == proces.pk or regel.werkproces_id in gedekt
        )
        regels.append(_oefenregel(str(proces), zinnen))
    uitleg = (
        "Wat geoefend is, telt niet als examen. De school kijkt wat nog geoefend moet worden. "
        f"{LEZING}"
    )
    if not regels:
        uitleg = (
            "Het portaal kent de werkprocessen van dit certificaat niet. De school kijkt zelf wat "
            "al geoefend is."
        )
    return Telgroep("Leren op het werk", uitleg, tuple(regels))


def _certificaatexamen(eerder: Eerder) -> Telgroep:
    doel = eerder.doel.certificaat
    gedaan = [
        _behaald(stand, ander)
        for ander, stand in eerder.standen
        if ander.certificaat_id == doel.pk
        and stand.onderdeel in (Onderdeel.CERTIFICAATEXAMEN, Onderdeel.LES)
    ]
    regels = [
        Telregel("Lessen die bij het certificaat horen", NOG),
        Telregel("Het examen: elk onderdeel uit het examenplan", NOG),
    ]
    uitleg = "De school kijkt of wat eerder behaald is nog meetelt."
    return Telgroep("Lessen en examen", uitleg, (*gedaan, *regels))


def _behaald(stand: Onderdeelstand, ander: Traject) -> Telregel:
    return Telregel(stand.naam, BEHAALD, (_resultaat(stand, ander),))


def _resultaat(stand: Onderdeelstand, ander: Traject) -> str:
    gezegd = zeggen(waardering_van(stand.telt))
    return f"{gezegd[:1].upper()}{gezegd[1:]}, behaald in {ander.nummer}."


def _examens(eerder: Eerder) -> Telgroep:
    doel = Traject(route=Route.DIPLOMA, kwalificatie=eerder.doel.kwalificatie)
    taken = {taak.code: taak for taak in eerder.doel.kwalificatie.kerntaken()}
    regels = []
    for examen in vrijstelbare_onderdelen(doel):
        if examen.onderdeel == Onderdeel.KERNTAAK:
            regels.append(_kerntaakregel(taken[examen.code], eerder))
        elif examen.onderdeel == Onderdeel.KEUZEDEEL:
            regels += _keuzedelen(eerder)
        else:
            regels.append(_algemeen(examen, eerder))
    uitleg = (
        "De school kijkt of een eerder examen meetelt. Vrijstelling verleent alleen de "
        "examencommissie, op verzoek van de kandidaat."
    )
    if eerder.behaald:
        uitleg = f"{uitleg} {LEZING}"
    return Telgroep("Examens", uitleg, tuple(regels))


def _kerntaakregel(taak: Kerntaak, eerder: Eerder) -> Telregel:
    zinnen = tuple(
        _resultaat(stand, ander)
        for ander, stand in eerder.standen
        if stand.onderdeel == Onderdeel.KERNTAAK
        and stand.code == taak.code
        and _zelfde_kerntaak(ander, taak, stand, eerder)
    )
    if zinnen:
        return Telregel(str(taak), BEHAALD, zinnen)
    gedekt = _in_certificaten(taak, eerder)
    return Telregel(str(taak), VRAGEN if gedekt else NOG, gedekt)


def _zelfde_kerntaak(ander: Traject, taak: Kerntaak, stand: Onderdeelstand, eerder) -> bool:
    """In the same version the own profile too; in a predecessor only with the same title."""
    if eerder.zelfde_versie(ander.kwalificatie):
        return taak.kwalificatie_id in (None, ander.kwalificatie_id)
    return eerder.verwant(ander.kwalificatie) and woorden(stand.naam) == woorden(taak.titel)


def _in_certificaten(taak: Kerntaak, eerder: Eerder) -> tuple[str, ...]:
    """How much of this kerntaak an earlier mbo-certificaat is about."""
    processen = {proces.pk: proces.code for proces in taak.werkprocessen.filter(vervallen_op=None)}
    zinnen = []
    for ander in eerder.behaald:
        codes = sorted({
            processen[dekking.werkproces_id] for dekking in eerder.dekkingen
            if dekking.certificaatwerkproces.certificaat_id == ander.certificaat_id
            and dekking.werkproces_id in processen
        })  # fmt: skip
        if codes:
            zinnen.append(
                f"Mbo-certificaat {ander.certificaat.code} gaat over {', '.join(codes)}: "
                f"{len(codes)} van de {len(processen)} werkprocessen. De examencommissie beslist."
            )
    return tuple(zinnen)


def _algemeen(examen: Vrijstelbaar, eerder: Eerder) -> Telregel:
    """A result of the same version counts as achieved; of another only as a ground to ask."""
    gedaan = [rij for rij in eerder.standen if rij[1].onderdeel == examen.onderdeel]
    zinnen = tuple(_resultaat(stand, ander) for ander, stand in gedaan)
    if any(eerder.zelfde_versie(ander.kwalificatie) for ander, _ in gedaan):
        return Telregel(examen.naam, BEHAALD, zinnen)
    if zinnen and vraagt_eerder_examen(examen.onderdeel):
        zinnen += ("Vrijstelling kan alleen als het examen minstens hetzelfde niveau had.",)
    return Telregel(examen.naam, VRAGEN if zinnen else NOG, zinnen)


def _keuzedelen(eerder: Eerder) -> list[Telregel]:
    gedaan = [rij for rij in eerder.standen if rij[1].onderdeel == Onderdeel.KEUZEDEEL]
    regels = [
        Telregel(
            f"Keuzedeel {stand.code} {stand.naam}",
            BEHAALD if eerder.zelfde_versie(ander.kwalificatie) else VRAGEN,
            (_resultaat(stand, ander),),
        )
        for ander, stand in gedaan
    ]
    return [*regels, Telregel("Keuzedelen die nog nodig zijn", NOG)]
