"""A QR code as the path of an SVG: no image file, no inline style."""

import segno
from django import template

register = template.Library()
RAND = 4  # the quiet zone that a camera needs


@register.inclusion_tag("components/qr.html")
def qr(tekst, titel):
    """Draw `tekst` as a QR code; `titel` says to a screen reader what it is for."""
    rijen = list(segno.make(tekst, error="m").matrix)
    blokjes = (
        f"M{x + RAND} {y + RAND}h1v1h-1z"
        for y, rij in enumerate(rijen)
        for x, donker in enumerate(rij)
        if donker
    )
    return {"pad": "".join(blokjes), "maat": len(rijen) + 2 * RAND, "titel": titel}
