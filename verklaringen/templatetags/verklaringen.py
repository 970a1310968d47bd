"""What the templates of the documents need and Django does not have."""

from datetime import date

from django import template

register = template.Library()


@register.filter
def dag(tekst: str) -> date:
    """The ISO day of frozen content as a date."""
    return date.fromisoformat(tekst)
