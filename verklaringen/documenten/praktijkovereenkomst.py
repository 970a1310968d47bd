"""De praktijkovereenkomst van instelling, kandidaat en leerbedrijf (WEB 7.2.8 lid 2).

De wet noemt wat erin moet staan; de voorwaarden zelf zijn de eigen tekst van de instelling.
"""

from typing import NotRequired, TypedDict

from trajecten.models import Partij, Praktijkovereenkomst

from .drukken import dag, drukken
from .logo import Logo, beeld
from .praktijkverklaring import Extra, Kerntaak, Kwalificatie

SJABLOONVERSIE = "praktijkovereenkomst-1"
PARTIJEN = (Partij.INSTELLING, Partij.KANDIDAAT, Partij.VERTEGENWOORDIGER, Partij.LEERBEDRIJF)


class Handtekening(TypedDict):
    """Een partij die al tekende: wie, wanneer en hoe (papier of portaal)."""

    partij: str
    naam: str
    functie: str
    op: str
    wijze: str


class Inhoud(TypedDict):
    """What was frozen when it was drawn up; of more fields the printed ones. Dates are ISO."""

    nummer: str
    versie: int
    opgesteld_op: str
    instelling: dict  # naam, plaats, telefoon, coordinator
    logo: NotRequired[Logo]
    kandidaat: dict  # naam, studentnummer, telefoon, email, vertegenwoordiger ("": not needed)
    leerbedrijf: dict  # naam, adres, plaats, leerbedrijf_id
    contact_praktijkopleiders: list[dict]  # naam, telefoon, email
    kwalificatie: Kwalificatie
    certificaat: str
    leerweg: str
    begin: str
    eind: str
    uren_totaal: int
    uren_per_week: int
    uren_per_studiejaar: list[dict]  # van, tot, uren
    kerntaken: list[Kerntaak]
    extra: list[Extra]
    clausules: str
    ondertekeningen: NotRequired[list[Handtekening]]


def inhoud(overeenkomst: Praktijkovereenkomst) -> Inhoud:
    """The content frozen when it was drawn up, with who signed so far."""
    ondertekeningen = [
        Handtekening(
            partij=o.partij,
            naam=o.naam,
            functie=o.functie,
            op=o.gebeurd_op.isoformat(),
            wijze=o.bron,
        )
        for o in overeenkomst.ondertekeningen.all()
    ]
    return overeenkomst.inhoud | {"ondertekeningen": ondertekeningen}


def drukwerk(inhoud: Inhoud):
    """De overeenkomst, met lege regels voor wie nog niet tekende."""
    return drukken(
        "praktijkovereenkomst",
        kop="Praktijkovereenkomst",
        voet=f"{inhoud['nummer']}, versie {inhoud['versie']} · {inhoud['kandidaat']['naam']}",
        beelden=beeld(inhoud),
        b=inhoud,
        opgesteld_op=dag(inhoud["opgesteld_op"]),
        begin=dag(inhoud["begin"]),
        eind=dag(inhoud["eind"]),
        studiejaren=[
            jaar | {"van": dag(jaar["van"]), "tot": dag(jaar["tot"])}
            for jaar in inhoud["uren_per_studiejaar"]
        ],
        alineas=[a for a in inhoud["clausules"].splitlines() if a.strip()],
        vakken=_vakken(inhoud),
    )


def _vakken(inhoud: Inhoud) -> list[list[dict]]:
    """The signing blocks two by two, each with who signs and, when signed, how."""
    namen = {
        Partij.INSTELLING: ("Namens de school", inhoud["instelling"]["naam"]),
        Partij.KANDIDAAT: ("Kandidaat", inhoud["kandidaat"]["naam"]),
        Partij.VERTEGENWOORDIGER: (
            "Wettelijk vertegenwoordiger",
            inhoud["kandidaat"]["vertegenwoordiger"],
        ),
        Partij.LEERBEDRIJF: ("Namens het leerbedrijf", inhoud["leerbedrijf"]["naam"]),
    }
    gedaan = {h["partij"]: h | {"op": dag(h["op"])} for h in inhoud.get("ondertekeningen", [])}
    vakken = [
        {"wie": namen[p][0], "mens": namen[p][1], "gedaan": gedaan.get(p)}
        for p in PARTIJEN
        if namen[p][1]
    ]
    return [vakken[i : i + 2] for i in range(0, len(vakken), 2)]
