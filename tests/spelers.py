"""Someone of the cast in a test."""

from dataclasses import dataclass

from portal import sessie
from trajecten.models import Lidmaatschap


@dataclass
class Speler:
    """Someone of the cast: the active lidmaatschap and a way to sign in."""

    lid: Lidmaatschap

    def aanmelden(self, client, *, met_code=True):
        """Sign in without the e-mailed code; the code itself is tested in test_inloggen.py.

        With `met_code` the code counts as just typed, so that no page asks for a fresh one.
        """
        client.force_login(self.lid.gebruiker)
        bewaard = client.session
        sessie.beginnen(bewaard, self.lid, met_code=met_code)
        bewaard.save()
        return client
