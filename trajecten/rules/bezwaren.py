"""The two ways an action says no."""


class Bezwaar(Exception):
    """De regel staat dit niet toe; de tekst is de reden voor de gebruiker (422)."""


class Ingehaald(Exception):
    """Iemand was eerder; `eerder` is wat die vastlegde (409)."""

    def __init__(self, eerder=None):
        super().__init__("Iemand anders heeft dit net veranderd.")
        self.eerder = eerder
