"""Work of the worker that waits for the operator."""

from trajecten import opslag

from .. import namen

WACHT_OP = {
    namen.GEEN_ZEGEL: "er is geen geldig zegel.",
    opslag.VOL: "de opslag van het portaal is vol.",
    opslag.ONBEREIKBAAR: "de opslag van het portaal is niet te bereiken.",
}


def waarom_het_wacht(fout: str) -> str:
    """De zin bij werk dat op de beheerder wacht; leeg als er voor niemand iets te doen is.

    `fout` is wat de worker bij zijn laatste poging opschreef. Eigen ontwerp.
    """
    for begin, zin in WACHT_OP.items():
        if fout.startswith(begin):
            return (
                f"Het document wacht: {zin} Vraag de beheerder van het portaal om hulp. "
                "Daarna gaat het vanzelf verder."
            )
    return ""
