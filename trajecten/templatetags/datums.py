"""Days that are stored as text in frozen content, shown as people write them."""

from datetime import date

from django import template
from django.utils.formats import date_format

register = template.Library()


@register.filter
def als_dag(waarde):
    """2027-02-01 becomes 1 februari 2027; what an older version did not have stays empty."""
    if not waarde:
        return ""
    return date_format(date.fromisoformat(waarde), "j F Y")
