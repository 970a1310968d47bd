"""Contents of documents as they are frozen: the worked example of the domain, and its paper."""

CODE = "7ZK3M-9QX2B-H4TNA-0WRV5-C8DFG6"
LEERBEDRIJF = {
    "naam": "Werkbedrijf De Schakel",
    "plaats": "Deventer",
    "leerbedrijf_id": "100999001",
}
KERNTAKEN = [
    {
        "code": "B1-K1",
        "titel": "Werkt als assistent in een arbeidsorganisatie",
        "werkprocessen": [
            {"code": "B1-K1-W1", "titel": "Bereidt assisterende werkzaamheden voor"},
            {"code": "B1-K1-W2", "titel": "Voert assisterende werkzaamheden uit"},
            {
                "code": "B1-K1-W3",
                "titel": "Meldt zich ter afsluiting van zijn assisterende werkzaamheden af",
            },
        ],
    },
    {
        "code": "P1-K1",
        "titel": "Assisteert bij het verwerken van de goederenstroom",
        "werkprocessen": [
            {"code": "P1-K1-W1", "titel": "Ontvangt goederen en/of producten"},
            {
                "code": "P1-K1-W2",
                "titel": "Maakt goederen en/of producten gereed voor opslag en slaat deze op",
            },
        ],
    },
]
EXTRA = [
    {
        "kwalificatie": {"naam": "Assistent dienstverlening", "crebo": "25741"},
        "kerntaken": [
            {
                "code": "P2-K1",
                "titel": "Voert ondersteunende werkzaamheden uit",
                "werkprocessen": [
                    {"code": "P2-K1-W1", "titel": "Maakt (werk)ruimtes gebruiksklaar"}
                ],
            }
        ],
    }
]
KWALIFICATIE = {"naam": "Assistent logistiek", "crebo": "25743", "niveau": 1}
BLAD = {
    "soort": "praktijkverklaring",
    "naam": "Samira Voorbeeld",
    "achternaam": "Voorbeeld",
    "geboren_op": "1991-03-14",
    "geboren_te": "Zwolle",
    "kwalificatie": KWALIFICATIE,
    "uren": 512,
    "uren_geschat": False,
    "kerntaken": KERNTAKEN,
    "extra": EXTRA,
    "praktijkopleider": "Johan Voorbeeld",
    "leerbedrijf": LEERBEDRIJF,
    "instelling": {"naam": "Roc Voorbeeld", "plaats": "Zwolle"},
}
AKKOORDEN = [
    {
        "partij": "praktijkopleider",
        "naam": "Johan Voorbeeld",
        "plaats": "Deventer",
        "op": "2026-07-30",
        "wijze": "portaal",
    },
    {
        "partij": "kandidaat",
        "naam": "Samira Voorbeeld",
        "plaats": "Deventer",
        "op": "2026-07-30",
        "wijze": "papier",
    },
]
UITGEGEVEN = BLAD | {
    "nummer": "PV-2026-0012345-K",
    "uitgegeven_op": "2026-08-20",
    "akkoorden": AKKOORDEN,
}
MBO_VERKLARING = {
    "soort": "mbo_verklaring",
    "naam": "Samira Voorbeeld",
    "achternaam": "Voorbeeld",
    "geboren_op": "1991-03-14",
    "geboren_te": "Zwolle",
    "kwalificatie": KWALIFICATIE,
    "leerweg": "derde leerweg",
    "instelling": {"naam": "Roc Voorbeeld", "plaats": "Zwolle"},
    "bladen": [
        {
            "vaststelling": 1,
            "leerbedrijf": LEERBEDRIJF,
            "praktijkopleider": "Johan Voorbeeld",
            "uren": 512,
            "nummer": "PV-2026-0012345-K",
        }
    ],
    "besluit": {
        "naam": "Anne Voorbeeld",
        "functie": "voorzitter",
        "plaats": "Zwolle",
        "op": "2026-08-06",
        "wijze": "portaal",
    },
    "nummer": "MV-2026-0000042-B",
    "uitgegeven_op": "2026-08-20",
}
OVEREENKOMST = {
    "nummer": "TR-2026-00017",
    "versie": 1,
    "opgesteld_op": "2026-01-19",
    "instelling": {
        "naam": "Roc Voorbeeld",
        "plaats": "Zwolle",
        "brin": "",
        "telefoon": "038 123 45 67",
        "coordinator": "Fatima Voorbeeld",
    },
    "kandidaat": {
        "naam": "Samira Voorbeeld",
        "kandidaatnummer": "K-23456789",
        "studentnummer": "123456",
        "telefoon": "06 12 34 56 78",
        "email": "",
        "vertegenwoordiger": "",
    },
    "leerbedrijf": LEERBEDRIJF | {"adres": "Voorbeeldweg 1, 7411 AA", "kvk": ""},
    "praktijkopleiders": ["Johan Voorbeeld"],
    "contact_praktijkopleiders": [
        {"naam": "Johan Voorbeeld", "telefoon": "06 98 76 54 32", "email": "johan@schakel.example"}
    ],
    "route": "praktijkverklaring",
    "leerweg": "derde leerweg",
    "leertraject": "ODT",
    "certificaat": "",
    "kwalificatie": KWALIFICATIE
    | {"dossier_crebo": "23301", "dossier_naam": "Entree", "bron": "startgegevens"},
    "begin": "2026-02-02",
    "eind": "2026-10-30",
    "uren_totaal": 840,
    "uren_per_week": 24,
    "uren_per_studiejaar": [
        {"van": "2026-02-02", "tot": "2026-07-31", "uren": 558},
        {"van": "2026-08-01", "tot": "2026-10-30", "uren": 282},
    ],
    "kerntaken": KERNTAKEN,
    "extra": EXTRA,
    "clausules": "1. De school begeleidt.\n2. Het leerbedrijf begeleidt.",
    "ondertekeningen": [],
}
LIJST = {
    "traject": "TR-2026-00017",
    "kandidaat": "Samira Voorbeeld",
    "leerbedrijf": "Werkbedrijf De Schakel, Deventer",
    "praktijkopleider": "Johan Voorbeeld",
    "kwalificatie": "Assistent logistiek, crebo 25743",
    "kerntaken": KERNTAKEN,
}
STARTKAART = {
    "traject": "TR-2026-00017",
    "kandidaat": "Samira Voorbeeld",
    "voornaam": "Samira",
    "kwalificatie": "Assistent logistiek, niveau 1",
    "leerbedrijf": "Werkbedrijf De Schakel, Deventer",
    "begin": "2026-02-02",
    "eind": "2026-10-30",
    "uren_per_week": 24,
    "taken": ["Je maakt je werk klaar.", "Je doet je werk.", "Je rondt je werk af."],
    "meer_taken": 0,
    "helpers": [
        {"naam": "Johan Voorbeeld", "wat": "praktijkopleider", "telefoon": "06 98 76 54 32"},
        {"naam": "Fatima Voorbeeld", "wat": "mbo-coördinator, Roc Voorbeeld", "telefoon": ""},
    ],
    "met_blad": True,
}
OVERZICHT = {
    "traject": "TR-2026-00017",
    "kandidaat": "Samira Voorbeeld",
    "kwalificatie": "Assistent logistiek, crebo 25743",
    "instelling": "Roc Voorbeeld",
    "op": "2026-05-01",
    "plekken": [
        {
            "leerbedrijf": "Werkbedrijf De Schakel, Deventer",
            "begin": "2026-02-02",
            "eind": "2026-10-30",
            "gestopt": "",
            "praktijkopleider": "Johan Voorbeeld",
            "werkprocessen": [
                {"code": "B1-K1-W1", "titel": "Bereidt assisterende werkzaamheden voor",
                 "extra": "", "niveau": "Zelfstandig", "op": "2026-04-20"},
                {"code": "P2-K1-W1", "titel": "Maakt (werk)ruimtes gebruiksklaar",
                 "extra": "Assistent dienstverlening", "niveau": "Nog niet ingevuld", "op": ""},
            ],
            "afgetekend": 1,
        }
    ],
    "aan_zet": "Aan zet: Johan Voorbeeld (praktijkopleider), sinds 20 april: aftekenen.",
}  # fmt: skip
MBO_COMPLEET = MBO_VERKLARING | {
    "sjabloon": "mbo-verklaring-2",
    "kwalificatie": {"naam": "Helpende Zorg en Welzijn", "crebo": "25960", "niveau": 2},
    "bladen": [],
    "examenresultaten": {
        "specifiek": [
            {"code": "B1-K1", "naam": "Voert dienstverlenende werkzaamheden uit", "niveau": "",
             "resultaat": "7"},
            {"code": "P2-K1", "naam": "Praktijkexamen wonen (deelexamen)", "niveau": "",
             "resultaat": "voldoende"},
        ],
        "generiek": [
            {"code": "", "naam": "Nederlandse taal", "niveau": "2F", "resultaat": "6"},
            {"code": "", "naam": "Rekenen", "niveau": "mbo-rekenniveau 2", "resultaat": "6"},
        ],
        "loopbaan_en_burgerschap": [
            {"code": "", "naam": "Loopbaan", "niveau": "", "resultaat": "voldaan"},
        ],
        "keuzedelen": [
            {"code": "K0023", "naam": "Digitale vaardigheden gevorderden", "niveau": "",
             "resultaat": "8"},
        ],
    },
    "bpv": {
        "optie": 2,
        "leerbedrijven": [
            {"leerbedrijf": LEERBEDRIJF, "uren": 320, "omschrijving": "Ondersteunen bij wonen."},
            {"leerbedrijf": LEERBEDRIJF | {"naam": "Woonzorg De Linde"}, "uren": 180,
             "omschrijving": ""},
        ],
    },
    "overige_resultaten": {
        "overig": [
            {"naam": "VCA basis", "inhoud": "Zie het bewijs in de bijlage.",
             "resultaat": "behaald"},
        ],
        "voortgangstoetsen": [
            {"naam": "Hygiënisch werken", "inhoud": "Handen, kleding, schoonmaken",
             "resultaat": "goed"},
        ],
    },
}  # fmt: skip
