"""Vanaf hoeveel mensen een getal te zien is, per soort kijker. De FG en een statisticus tekenen."""

from environs import FileAwareEnv


def drempels(env: FileAwareEnv) -> dict[str, dict[str, int]]:
    """Per soort kijker: K, afronding (`stap`), en hoeveel gemeenten en maanden minstens.

    The values are our own design: no law names one. K_EIGEN, K_PARTNER and K_OPENBAAR in the
    environment replace them.
    """
    return {
        "eigen": {"k": env.int("K_EIGEN", 5), "stap": 1, "gemeenten": 1, "maanden": 1},
        "partner": {"k": env.int("K_PARTNER", 10), "stap": 5, "gemeenten": 3, "maanden": 1},
        "openbaar": {"k": env.int("K_OPENBAAR", 10), "stap": 5, "gemeenten": 1, "maanden": 12},
    }
