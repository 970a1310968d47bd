"""Two years of history in the demo region: enough each quarter, the same each time, and legal."""

from collections import Counter
from datetime import timedelta

import pytest
from django.utils import timezone

from portal.cijfers import actions as cijfers
from portal.cijfers.models import Trajectfeit
from portal.cijfers.periodes import kwartaal
from portal.demo import papieren, vroeger
from portal.demo.levenslopen import AANTAL, JONGSTE, OUDSTE, levenslopen
from portal.demo.regio import regio_bouwen
from portal.invarianten.lijst import controleren
from trajecten import actions
from trajecten.models import Nazorgmeting, Status, Traject
from verklaringen.models import Soort, Uitgifte


def kwartaal_van(leven, nu):
    dag = timezone.localdate(nu - timedelta(days=leven.dagen))
    return kwartaal(dag.year, (dag.month + 2) // 3).code


def test_zelfde_zaad_geeft_dezelfde_levens():
    assert levenslopen() == levenslopen()
    assert levenslopen(1) != levenslopen()


def test_elk_kwartaal_heeft_aanmeldingen_en_elke_afloop():
    levens = levenslopen()

    per_kwartaal = Counter(kwartaal_van(leven, timezone.now()) for leven in levens)

    assert len(levens) == len({leven.naam for leven in levens}) == AANTAL
    assert len(per_kwartaal) >= (OUDSTE - JONGSTE) // 92
    assert min(sorted(per_kwartaal.values())[2:]) >= 15  # the first and last are cut off
    assert {leven.stand for leven in levens} == {"niet_gestart", "gestopt", "uitgereikt", "nazorg"}


@pytest.mark.django_db
def test_een_op_de_veertien_levens_is_echt_gebeurd(settings, tmp_path):
    """Through the actions, with real documents on the day of the order, and nothing is broken.

    One in fourteen, for the time it takes; `demodata` plays them all.
    """
    settings.OPSLAG_MAP, settings.OMGEVING = tmp_path, "demo"
    actions.startgegevens_laden()
    regio, levens = regio_bouwen(timezone.now()), levenslopen()[::14]

    vroeger.tot_het_document(regio, levens)
    papieren.uitgeven_zoals_toen(draden=1)
    vroeger.na_het_document(regio, levens)
    papieren.rondsturen()
    cijfers.herbouwen()
    gepubliceerd = cijfers.publiceren()

    assert [uitkomst.id for uitkomst in controleren() if uitkomst.stand == "afwijking"] == []
    assert gepubliceerd
    klaar = [leven for leven in levens if leven.stand == "uitgereikt"]
    bladen = Uitgifte.objects.filter(soort=Soort.PRAKTIJKVERKLARING)
    assert bladen.filter(uitreiking__isnull=False).count() == bladen.count() == len(klaar)
    dagen = [timezone.localdate(blad.uitgegeven_op).isoformat() for blad in bladen]
    assert dagen == [blad.inhoud["uitgegeven_op"] for blad in bladen]
    assert max(dagen) < timezone.localdate().isoformat()
    eindes = Counter(Trajectfeit.objects.values_list("einde", flat=True))
    assert eindes["niet_gestart"] and eindes["gestopt"] and eindes["uitgereikt"]
    assert set(Nazorgmeting.objects.values_list("werk", flat=True)) == {"ja", "nee", "onbekend"}
    assert not Traject.objects.filter(status=Status.BIJ_EXAMENCOMMISSIE).exists()
