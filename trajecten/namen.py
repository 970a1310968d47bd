"""Names and texts people type: cleaned, checked, and refused with the character and the way out.

Source of the repertoire: DIN 91379 (Latin letters with diacritics, as names stand in the BRP).
Each check exists once and serves the model columns, the form fields and the importers alike.
"""

import re
import unicodedata
from functools import cache
from string import ascii_letters

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

ONGELEZEN = 400
NAAM_HOOGUIT = 100
ORGANISATIE_HOOGUIT = 200
GEDRUKT_HOOGUIT = 500
NOTITIE_HOOGUIT = 4000
WOORD_HOOGUIT = 60

VASTE_SPATIES = dict.fromkeys(map(ord, "\u00a0\u2007\u202f"), " ")
KEUZETEKENS = dict.fromkeys(map(ord, "\ufe0e\ufe0f"))
LETTERAPOSTROFS = "\u02b9\u02ba\u02bb\u02bc\u02be\u02bf"
APOSTROFS = "'\u2019" + LETTERAPOSTROFS
NAAMTEKENS = frozenset(" -.·/" + APOSTROFS)
ORGANISATIETEKENS = NAAMTEKENS | frozenset('0123456789&+,!?:;@#*%€$£"“”„‘–—()°_|²³½®™•…«»')
# Compatibility forms that are ordinary spelling: the Dutch ij and the Croatian digraphs.
TWEETEKENS = frozenset("ĲĳǄǅǆǇǈǉǊǋǌǱǲǳ")
# Letters of living names that Unicode files outside the Latin Extended blocks.
LOSSE_LETTERS = frozenset("əʒɛɔɗɓɖɣɩɲʋ")
ZONDER_STREEP = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ŧ": "t",
     "ı": "i", "ə": "e", "ŋ": "n", "’": "'"} | dict.fromkeys(LETTERAPOSTROFS, "'")
)  # fmt: skip
SCHRIFTEN = {
    "CYRILLIC": "Cyrillisch schrift", "GREEK": "Grieks schrift", "ARABIC": "Arabisch schrift",
    "HEBREW": "Hebreeuws schrift", "CJK": "Chinees schrift", "HANGUL": "Koreaans schrift",
    "HIRAGANA": "Japans schrift", "KATAKANA": "Japans schrift", "ARMENIAN": "Armeens schrift",
    "GEORGIAN": "Georgisch schrift", "ETHIOPIC": "Ethiopisch schrift", "THAI": "Thais schrift",
    "DEVANAGARI": "Devanagari", "FULLWIDTH": "brede vorm", "MATHEMATICAL": "wiskundig teken",
}  # fmt: skip
UITWEG = "Gebruik de schrijfwijze van het identiteitsbewijs."
UITWEG_ORGANISATIE = "Gebruik de schrijfwijze van het Handelsregister."


def opschonen(tekst: str) -> str:
    """De naam in vaste vorm: NFC, gewone spaties, nooit twee achter elkaar, geen aan de randen."""
    if len(tekst) > ONGELEZEN:
        return tekst
    if tekst.isascii() and "  " not in tekst:
        return tekst.strip(" ")
    tekst = unicodedata.normalize("NFC", tekst).translate(VASTE_SPATIES)
    return re.sub(" +", " ", tekst).strip(" ")


def opschonen_tekst(tekst: str) -> str:
    """De tekst in vaste vorm: NFC, alleen regeleinden als witruimte naast de spatie."""
    tekst = tekst.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    tekst = unicodedata.normalize("NFC", tekst.translate(VASTE_SPATIES).translate(KEUZETEKENS))
    return "\n".join(regel.rstrip(" ") for regel in tekst.split("\n")).strip()


def zoekvorm(tekst: str) -> str:
    """Kleine letters zonder accenten, zodat wie "celik" typt ook Çelik vindt."""
    if tekst.isascii():
        return " ".join(tekst.lower().split())
    ontleed = unicodedata.normalize("NFKD", tekst.casefold().translate(ZONDER_STREEP))
    kaal = "".join(teken for teken in ontleed if not unicodedata.combining(teken))
    return " ".join(kaal.split())


@cache
def is_letter(teken: str) -> bool:
    """Of dit een Latijnse letter is zoals die in een naam voorkomt."""
    if teken in LOSSE_LETTERS or teken in TWEETEKENS:
        return True
    return (
        (teken <= "\u024f" or "\u1e00" <= teken <= "\u1eff")
        and unicodedata.category(teken) in ("Lu", "Ll", "Lt")
        and unicodedata.name(teken, "").startswith("LATIN")
        and unicodedata.normalize("NFKC", teken) == teken
    )


def persoonsnaam(waarde: str) -> None:
    """Weiger wat geen persoonsnaam is. Raises: ValidationError met het teken en de uitweg."""
    naam = _lengte(waarde, NAAM_HOOGUIT, UITWEG)
    _tekens(naam, NAAMTEKENS, UITWEG)
    if not any(map(is_letter, naam)):
        raise ValidationError(f"Vul een naam met letters in. {UITWEG}", "zonder_letter")
    if not is_letter(naam[0]) and naam[0] not in APOSTROFS:
        raise ValidationError(
            f"Een naam begint met een letter, niet met {_noemen(naam[0])}. {UITWEG}", "begin"
        )


def organisatienaam(waarde: str) -> None:
    """Weiger wat geen naam van een organisatie of leerbedrijf is. Raises: ValidationError."""
    naam = _lengte(waarde, ORGANISATIE_HOOGUIT, UITWEG_ORGANISATIE)
    _tekens(naam, ORGANISATIETEKENS, UITWEG_ORGANISATIE)
    if not any(is_letter(teken) or teken.isdigit() for teken in naam):
        raise ValidationError(f"Vul een naam met letters in. {UITWEG_ORGANISATIE}", "zonder_letter")


def lange_tekst(waarde: str, hooguit: int = NOTITIE_HOOGUIT) -> None:
    """Weiger tekens die niemand ziet en tekst die te lang is. Raises: ValidationError."""
    if len(waarde) > hooguit * 2:
        raise ValidationError(f"Deze tekst is te lang. Gebruik hooguit {hooguit} tekens.", "lang")
    tekst = opschonen_tekst(waarde)
    if len(tekst) > hooguit:
        raise ValidationError(
            f"Deze tekst heeft {len(tekst)} tekens. Gebruik er hooguit {hooguit}.", "lang"
        )
    _stapels(tekst, "Typ dit stuk opnieuw.")
    for teken in tekst:
        if teken != "\n" and unicodedata.category(teken)[0] == "C":
            raise ValidationError(
                f"In de tekst staat {_noemen(teken)}. Haal het weg of typ dit stuk opnieuw.",
                "teken",
            )


def gedrukte_tekst(waarde: str) -> None:
    """Als lange_tekst, voor wat op papier komt: 500 tekens, geen woord dat uit de kolom loopt."""
    lange_tekst(waarde, GEDRUKT_HOOGUIT)
    for woord in opschonen_tekst(waarde).split():
        if len(woord) > WOORD_HOOGUIT:
            raise ValidationError(
                f"Het woord “{woord[:20]}…” is te lang om te drukken. "
                f"Maak het korter dan {WOORD_HOOGUIT} tekens of zet er een spatie in.",
                "woord",
            )


def _lengte(waarde: str, hooguit: int, uitweg: str) -> str:
    if len(waarde) > ONGELEZEN:
        raise ValidationError(f"Deze naam is te lang. Gebruik hooguit {hooguit} tekens.", "lang")
    naam = opschonen(waarde)
    if not naam:
        raise ValidationError(f"Vul een naam in. {uitweg}", "leeg")
    if len(naam) > hooguit:
        raise ValidationError(
            f"Deze naam heeft {len(naam)} tekens. Gebruik er hooguit {hooguit}.", "lang"
        )
    return naam


def _tekens(naam: str, toegestaan: frozenset[str], uitweg: str) -> None:
    if toegestaan.union(ascii_letters).issuperset(naam):
        return
    _stapels(naam, uitweg)
    for teken in naam:
        if not (is_letter(teken) or teken in toegestaan or unicodedata.combining(teken)):
            zin = _noemen(teken)
            raise ValidationError(
                f"{zin[0].upper()}{zin[1:]} kan niet in deze naam staan. {uitweg}", "teken"
            )


def _stapels(tekst: str, uitweg: str) -> None:
    """At most two marks on a letter: more is a text that climbs out of its line."""
    vorige, stapel = "", 0
    for teken in tekst:
        if unicodedata.category(teken)[0] != "M":
            vorige, stapel = teken, 0
            continue
        stapel += 1
        if not "\u0300" <= teken <= "\u036f" or stapel > 2 or not vorige.isalpha():
            raise ValidationError(
                f"Hier staat een accent ({_code(teken)}) dat niet bij een letter past. {uitweg}",
                "accent",
            )


def _code(teken: str) -> str:
    return f"U+{ord(teken):04X}"


def _noemen(teken: str) -> str:
    """The character as a reader can find it back: as itself, as a digit, or as invisible."""
    soort = unicodedata.category(teken)
    if soort == "Nd" and teken.isascii():
        return f"het cijfer {teken}"
    if soort[0] in "CZ":
        return f"een onzichtbaar teken ({_code(teken)})"
    schrift = SCHRIFTEN.get(unicodedata.name(teken, "").split(" ")[0], "")
    return f"het teken “{teken}” ({_code(teken)}{', ' + schrift if schrift else ''})"


class Persoonsnaamkolom(models.CharField):
    """A column that holds a clean person name, whichever way the row is written."""

    opschonen = staticmethod(opschonen)
    keuren = staticmethod(persoonsnaam)

    def __init__(self, *args, max_length=NAAM_HOOGUIT, **kwargs):
        super().__init__(*args, max_length=max_length, **kwargs)

    @property
    def validators(self):
        return [*super().validators, self.keuren]

    def pre_save(self, model_instance, add):
        naam = self.opschonen(getattr(model_instance, self.attname) or "")
        setattr(model_instance, self.attname, naam)
        return naam

    def get_db_prep_save(self, value, connection):
        if isinstance(value, str):
            value = self.opschonen(value)
            if value or not self.blank:
                self.keuren(value)
        return super().get_db_prep_save(value, connection)


class Organisatienaamkolom(Persoonsnaamkolom):
    """A column that holds a clean name of an organisatie or leerbedrijf."""

    keuren = staticmethod(organisatienaam)

    def __init__(self, *args, max_length=ORGANISATIE_HOOGUIT, **kwargs):
        super().__init__(*args, max_length=max_length, **kwargs)


class Persoonsnaamveld(forms.CharField):
    """The form field of a person name: the cleaned name comes out."""

    default_validators = [persoonsnaam]

    def to_python(self, value):
        return opschonen(super().to_python(value))


class Organisatienaamveld(Persoonsnaamveld):
    """The form field of a name of an organisatie."""

    default_validators = [organisatienaam]


class Tekstveld(forms.CharField):
    """A text area for notes; `gedrukt=True` for what is printed on a document."""

    widget = forms.Textarea

    def __init__(self, *, gedrukt=False, **kwargs):
        super().__init__(**kwargs)
        self.validators = [*self.validators, gedrukte_tekst if gedrukt else lange_tekst]

    def to_python(self, value):
        return opschonen_tekst(super().to_python(value))


def telefoonnummer(waarde: str) -> str:
    """Tien cijfers; spaties, streepjes en +31 mogen. Leeg blijft leeg. Raises: ValidationError."""
    nummer = re.sub(r"[\s().-]", "", waarde)
    nummer = re.sub(r"^(\+31|0031)0?", "0", nummer)
    if nummer and not re.fullmatch(r"0[1-9]\d{8}", nummer, re.ASCII):
        raise ValidationError(
            "Het telefoonnummer klopt niet. Het begint met 06 of een 0 en heeft 10 cijfers.",
            "telefoon",
        )
    return nummer


def studentnummer(waarde: str) -> None:
    """Weiger wat geen nummer uit de administratie van een school is. Raises: ValidationError."""
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9 ./-]*", waarde):
        raise ValidationError("Gebruik letters en cijfers, zonder andere tekens.", "teken")


def lijkt_op_bsn(tekst: str) -> bool:
    """Of er een getal van negen cijfers in staat dat aan de elfproef voldoet."""
    for getal in re.findall(r"(?<!\d)\d{9}(?!\d)", re.sub(r"(?<=\d)[ .-](?=\d)", "", tekst)):
        gewogen = sum(
            int(cijfer) * gewicht for cijfer, gewicht in zip(getal, range(9, 1, -1), strict=False)
        )
        if getal != "000000000" and (gewogen - int(getal[-1])) % 11 == 0:
            return True
    return False
