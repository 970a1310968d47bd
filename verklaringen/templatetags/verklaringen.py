"""What the templates of the documents need and Django does not have."""

from datetime import date

from django import template

from .. import rules

register = template.Library()


@register.filter
def dag(tekst: str) -> date:
    """The ISO day of frozen content as a date."""
    return date.fromisoformat(tekst)


@register.filter
def teken(geldigheid: str) -> str:
    """Which picture of _teken.html stands beside this state of a document."""
    return {"ingetrokken": "kruis", "vervangen": "vervangen"}.get(geldigheid, "klaar")


@register.filter
def waarom(fout: str) -> str:
    """What the page says of work that did not succeed yet."""
    return rules.waarom_het_wacht(fout) or "Nog niet gelukt. We proberen het opnieuw."


@register.filter
def wacht(fout: str) -> bool:
    """Whether this work waits for the operator; the page says once why."""
    return bool(rules.waarom_het_wacht(fout))
