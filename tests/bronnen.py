"""What test_architectuur.py asks of the source: files, lines and the import graph."""

import ast
import re
import subprocess
from pathlib import Path

WORTEL = Path(__file__).resolve().parent.parent
APPS = ("trajecten", "verklaringen", "portal")
KAMERS = tuple(
    f"portal.{naam}"
    for naam in "cijfers instrumenten api inloggen nacht start bench demo".split()  # noqa: SIM905
)
# Floors from below to above.
VERDIEPINGEN = (
    ("namen",),
    ("models",),
    ("logboek", "opslag", "post"),
    ("rules",),
    ("imports", "documenten", "pdf", "zegel"),
    ("actions",),
    ("forms",),
    ("views",),
    ("urls",),
    ("management", "templatetags"),
)
HOOGTE = {naam: nummer for nummer, namen in enumerate(VERDIEPINGEN) for naam in namen}


def getrackt(*patronen):
    """Tracked and new files, so that the rules hold before the first `git add` too."""
    opdracht = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", *patronen]
    uitvoer = subprocess.run(opdracht, cwd=WORTEL, capture_output=True, text=True, check=True)
    namen = sorted(set(filter(None, uitvoer.stdout.split("\0"))))
    return [naam for naam in namen if (WORTEL / naam).is_file()]


PYTHON = [
    naam for naam in getrackt("*.py") if naam.split("/")[0] in APPS and "/migrations/" not in naam
]
TEMPLATES = [naam for naam in getrackt("*.html") if naam.split("/")[0] not in ("static", "tests")]


def lezen(naam):
    return (WORTEL / naam).read_text(encoding="utf-8")


def module(naam):
    delen = naam.removesuffix(".py").split("/")
    return ".".join(delen[:-1] if delen[-1] == "__init__" else delen)


def imports(naam):
    """Every module a file imports, inside functions too, as absolute dotted names."""
    pakket = module(naam) if naam.endswith("__init__.py") else module(naam).rpartition(".")[0]
    for knoop in ast.walk(ast.parse(lezen(naam))):
        if isinstance(knoop, ast.Import):
            yield from (alias.name for alias in knoop.names)
        elif isinstance(knoop, ast.ImportFrom):
            basis = knoop.module or ""
            if knoop.level:
                boven = pakket.split(".")[: len(pakket.split(".")) - knoop.level + 1]
                basis = ".".join([*boven, *([basis] if basis else [])])
            for alias in knoop.names:
                volledig = f"{basis}.{alias.name}"
                yield volledig if volledig in MODULES else basis


MODULES = {module(naam) for naam in getrackt("*.py")}
GRAAF = {
    module(naam): {doel for doel in imports(naam) if doel in MODULES and doel != module(naam)}
    for naam in PYTHON
}


def kamer(naam):
    """The room a module stands in: (portal.start) or the app itself."""
    return next((k for k in KAMERS if naam == k or naam.startswith(f"{k}.")), naam.split(".")[0])


def verdieping(naam):
    rest = naam.removeprefix(kamer(naam)).lstrip(".").split(".")[0]
    return HOOGTE.get(rest)


def lus(graaf):
    """The first import cycle found, or []."""
    klaar, pad = set(), []

    def lopen(naam):
        if naam in pad:
            return pad[pad.index(naam) :] + [naam]
        if naam in klaar:
            return []
        pad.append(naam)
        for doel in sorted(graaf.get(naam, ())):
            if gevonden := lopen(doel):
                return gevonden
        klaar.add(pad.pop())
        return []

    return next((gevonden for naam in sorted(graaf) if (gevonden := lopen(naam))), [])


def overtredingen(patroon, namen):
    """`file:line` of every line that matches."""
    return [
        f"{naam}:{nummer}: {regel.strip()}"
        for naam in namen
        for nummer, regel in enumerate(lezen(naam).splitlines(), 1)
        if re.search(patroon, regel)
    ]
