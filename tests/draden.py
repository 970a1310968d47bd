"""Two people at the same moment: real threads, each with a connection of its own."""

import threading

from django.db import connection


def tegelijk(doen, wie):
    """Run `doen` for each of `wie` in a thread of its own, all let go at the same moment."""
    start, uitkomsten = threading.Barrier(len(wie)), {}

    def lopen(nummer, een):
        start.wait()
        try:
            uitkomsten[nummer] = doen(een)
        finally:
            connection.close()

    draden = [threading.Thread(target=lopen, args=paar) for paar in enumerate(wie)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    return [uitkomsten[nummer] for nummer in sorted(uitkomsten)]
