"""A url without a row in the access table, or a row without a url, is an error before the start."""

from django.core.checks import Error, register
from django.urls import URLPattern, get_resolver

from portal.toegang import OBJECTEN, TOEGANG


def loop_urlconf(resolver=None, voor=""):
    """Every (route name, pattern) of the URLconf; an unnamed url has the name ''."""
    for deel in (resolver or get_resolver()).url_patterns:
        if isinstance(deel, URLPattern):
            yield (voor + deel.name if deel.name else ""), deel
        else:
            yield from loop_urlconf(deel, voor + (f"{deel.namespace}:" if deel.namespace else ""))


@register()
def controleer_toegang(app_configs, **kwargs):
    """Every url has its row, every row its url, every row a known object."""
    urls = [naam for naam, _ in loop_urlconf()]
    zonder_rij = [naam or "(zonder naam)" for naam in urls if naam not in TOEGANG]
    zonder_url = [naam for naam in TOEGANG if naam not in urls]
    onbekend = [n for n, regel in TOEGANG.items() if regel.object not in {"", *OBJECTEN}]
    return [
        *(Error(f"{naam} staat niet in portal.toegang", id="portal.E201") for naam in zonder_rij),
        *(
            Error(f"{naam} in portal.toegang heeft geen url", id="portal.E202")
            for naam in zonder_url
        ),
        *(Error(f"{naam} noemt een onbekend object", id="portal.E203") for naam in onbekend),
    ]
