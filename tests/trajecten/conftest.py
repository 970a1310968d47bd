"""A traject past its last day: judged by the praktijkopleider, waiting for the school."""

import pytest

from tests import factories as f
from trajecten.models import Status


@pytest.fixture
def ja(planregel, johan):
    """Johan's eindoordeel `ja` on the one werkproces of the plan."""
    return f.eindoordeel(planregel, johan.lid)


@pytest.fixture
def beoordeeld(traject, ja):
    """`traject` with every eindoordeel given, in schooloordeel."""
    traject.status = Status.SCHOOLOORDEEL
    traject.save()
    return traject
