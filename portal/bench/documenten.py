"""Speed of the documents: against a naive rendering, in memory, and with two workers."""

import json
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from django.conf import settings

from verklaringen.documenten import praktijkverklaring
from verklaringen.pdf import Drukwerk, Renderer

from .meting import Meting, hooguit, minstens

CODE = "7ZK3M-9QX2B-H4TNA-0WRV5-C8DFG6"
LANG = "Bereidt de werkzaamheden voor, stemt ze af met anderen en rondt ze zorgvuldig af"


def voorbeeldinhoud() -> dict:
    """A praktijkverklaring of two pages with ten werkprocessen, as it is frozen."""
    kerntaken = [
        {
            "code": f"B1-K{k}",
            "titel": f"Voert werkzaamheden van soort {k} uit",
            "werkprocessen": [
                {"code": f"B1-K{k}-W{w}", "titel": f"{LANG} ({w})"} for w in range(1, 6)
            ],
        }
        for k in (1, 2)
    ]
    akkoord = {"naam": "Johan Voorbeeld", "plaats": "Deventer", "op": "2026-07-30"}
    return {
        "soort": "praktijkverklaring",
        "naam": "Samira Voorbeeld",
        "achternaam": "Voorbeeld",
        "geboren_op": "1991-03-14",
        "geboren_te": "Zwolle",
        "kwalificatie": {"naam": "Assistent logistiek", "crebo": "25743", "niveau": 1},
        "uren": 512,
        "uren_geschat": False,
        "kerntaken": kerntaken,
        "extra": [
            {
                "kwalificatie": {"naam": "Assistent dienstverlening", "crebo": "25741"},
                "kerntaken": [kerntaken[0] | {"werkprocessen": kerntaken[0]["werkprocessen"][:1]}],
            }
        ],
        "praktijkopleider": "Johan Voorbeeld",
        "leerbedrijf": {"naam": "De Schakel", "plaats": "Deventer", "leerbedrijf_id": "100999001"},
        "instelling": {"naam": "Roc Voorbeeld", "plaats": "Zwolle"},
        "akkoorden": [
            akkoord | {"partij": "praktijkopleider", "wijze": "portaal"},
            akkoord | {"partij": "kandidaat", "wijze": "papier"},
        ],
    }


def voorbeeld() -> Drukwerk:
    """The same, as issued."""
    uitgegeven = {"nummer": "PV-2026-0012345-K", "uitgegeven_op": "2026-08-20"}
    return praktijkverklaring.drukwerk(voorbeeldinhoud() | uitgegeven, code=CODE)


def meten_tegen_naief(keren: int = 20) -> list[Meting]:
    """CPU time of our praktijkverklaring against that of the same page rendered naively."""
    tijden = _in_eigen_proces("verklaringen.pdf.vergelijken", keren)
    zin = f"ons {tijden['ons'] * 1000:.0f} ms, naief {tijden['naief'] * 1000:.0f} ms processortijd"
    return [hooguit("pdf-naive", tijden["ons"] / tijden["naief"], 0.50, "van naief", zin)]


def meten_zegel(keren: int = 20) -> list[Meting]:
    """What a seal adds to a document, and what PDF/A-3a adds to a plain PDF, in CPU time."""
    tijden = _in_eigen_proces("verklaringen.zegel.vergelijken", keren)
    gewoon, pdfa, zegel = (tijden[naam] * 1000 for naam in ("gewoon", "pdfa", "zegel"))
    zin = f"{zegel:.0f} ms bij {pdfa:.0f} ms processortijd"
    zin_pdfa = f"{pdfa:.0f} ms tegen {gewoon:.0f} ms processortijd"
    return [
        hooguit("pdf-seal", zegel / pdfa * 100, 20, "% erbij", zin),
        hooguit("pdf-seal:pdfa", (pdfa / gewoon - 1) * 100, 15, "% erbij", zin_pdfa),
    ]


def meten_geheugen(documenten: int = 100) -> list[Meting]:
    """How much a warm renderer grows over `documenten` documents."""
    drukwerk = voorbeeld()
    with Renderer(max_documenten=documenten * 2) as renderer:
        for _ in range(20):
            renderer.renderen(drukwerk)
        begin = _geheugen(renderer)
        for _ in range(documenten):
            renderer.renderen(drukwerk)
        eind = _geheugen(renderer)
    zin = f"{begin:.0f} MB na 20 documenten, {eind:.0f} MB na {20 + documenten}"
    return [hooguit("pdf-memory", eind - begin, 5, "MB", zin)]


def meten_met_twee(documenten: int = 40, rondes: int = 3) -> list[Meting]:
    """Two renderers side by side against one; the best round is the one without neighbours."""
    drukwerk = voorbeeld()
    with Renderer() as een, Renderer() as twee:
        for renderer in (een, twee):
            renderer.renderen(drukwerk)
        paren = [
            (
                duur_samen([(een, documenten)], drukwerk),
                duur_samen([(een, documenten // 2), (twee, documenten // 2)], drukwerk),
            )
            for _ in range(rondes)
        ]
    alleen, samen = max(paren, key=lambda paar: paar[0] / paar[1])
    zin = f"{documenten / alleen:.1f} en {documenten / samen:.1f} documenten per seconde"
    return [minstens("pdf-two", alleen / samen, 1.6, "keer een", zin)]


def _in_eigen_proces(module: str, keren: int) -> dict[str, float]:
    """The medians that `module` prints for the example, measured without anything of ours."""
    vraag = {"drukwerk": voorbeeld().inpakken().decode(), "keren": keren}
    uitkomst = subprocess.run(  # noqa: S603  our own module
        [sys.executable, "-m", module],
        input=json.dumps(vraag),
        capture_output=True,
        text=True,
        check=True,
        cwd=settings.BASE_DIR,
    )
    return json.loads(uitkomst.stdout)


def duur_samen(werk: list[tuple[Renderer, int]], drukwerk: Drukwerk) -> float:
    """Seconds for renderers side by side, each with its number of documents."""

    def maken(renderer, aantal):
        for _ in range(aantal):
            renderer.renderen(drukwerk)

    begin = time.perf_counter()
    with ThreadPoolExecutor(len(werk)) as draden:
        list(draden.map(maken, *zip(*werk, strict=True)))
    return time.perf_counter() - begin


def _geheugen(renderer: Renderer) -> float:
    """Resident memory of the child in MB."""
    regels = Path(f"/proc/{renderer.proces.pid}/status").read_text().splitlines()
    return next(int(regel.split()[1]) for regel in regels if regel.startswith("VmRSS")) / 1024
