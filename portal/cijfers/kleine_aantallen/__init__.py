"""Eén laag voor elk scherm, elke export en elke afdruk: geen getal verraadt wie het is."""

from portal.cijfers.kleine_aantallen.hierarchie import Hierarchie
from portal.cijfers.kleine_aantallen.naast_elkaar import Gelezen, te_veel_samen
from portal.cijfers.kleine_aantallen.publiceren import publiceren

__all__ = ["Gelezen", "Hierarchie", "publiceren", "te_veel_samen"]
