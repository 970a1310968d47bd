"""Tekst die in een rekenblad nooit een formule wordt."""

# Ordinary and full-width; a tab, a return or a NUL before them is skipped by some programs.
FORMULE = tuple("=+-@\t\r\n\0＝＋－＠")


def ontwapend(tekst: str) -> str:
    """`tekst` met een `'` ervoor als hij begint met een teken dat een formule maakt.

    A tab or a new line becomes a space; other control characters are left out.
    Source: OWASP, CSV Injection.
    """
    veilig = f"'{tekst}" if tekst.lstrip(" ").startswith(FORMULE) else tekst
    return "".join(" " if teken in "\t\n\r" else teken for teken in veilig if _mag(teken))


def _mag(teken: str) -> bool:
    return teken >= " " or teken in "\t\n\r"
