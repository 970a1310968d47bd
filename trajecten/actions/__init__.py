from .aanmeldingen import (
    aanmelden,
    aanmelding_corrigeren,
    aanmelding_doorzetten,
    aanmelding_intrekken,
    aanmelding_kenmerk,
    aanmelding_teruggeven,
)
from .afronding import (
    eindbeoordeling_afronden,
    eindbeoordeling_openen,
    schooloordeel_geven,
    terugsturen,
    uitstroom_vastleggen,
)
from .documentgegevens import gegevens_vastleggen, identiteit_bevestigen, verzoek_vastleggen
from .eindoordelen import eindoordeel_geven, eindoordelen_geven, eindoordelen_versturen
from .intake import intake_beginnen, intake_vastleggen, kandidaat_koppelen
from .kwalificaties import dossiers_importeren, kwalificatie_bevestigen, startgegevens_laden
from .leden import (
    code_mailen,
    collega_uitnodigen,
    geheim_hash,
    inloggen_vastleggen,
    kaartcode_opschonen,
    kandidaatkaart_maken,
    lid_aanmaken,
    lid_beeindigen,
    onbekend_adres_mailen,
    uitnodigen,
    uitnodigen_bij_traject,
    uitnodiging_aannemen,
    uitnodiging_vernieuwen,
    uitnodigingslink,
)
from .leerbedrijven import erkenning_controleren, leerbedrijf_toevoegen, leerbedrijven_importeren
from .organisaties import organisatie_toevoegen
from .overeenkomsten import (
    overeenkomst_elders_getekend,
    overeenkomst_laten_vervallen,
    overeenkomst_ondertekenen,
    overeenkomst_opstellen,
    overeenkomst_vastleggen,
    starten,
)
from .overnemen import overnemen
from .papier import overnemen_van_papier
from .plaatsingen import (
    begeleiding_beeindigen,
    herplaatsen,
    matchen,
    plan_openen,
    praktijkopleiders_toevoegen,
)
from .praktijkleerplan import inschrijven, plannen, werkprocessen_kiezen
from .resultaten import (
    certificaat_kiezen,
    resultaat_intrekken,
    resultaat_vastleggen,
    resultaat_verbeteren,
)
from .stoppen import alsnog_beoordelen, hervatten, onderbreken, stop_herstellen, stoppen
from .trajecten import overgaan, traject_aanmaken
from .voortgang import aftekenen, aftekening_intrekken, meer_aftekenen, zelfbeoordelen
from .vrijstellingen import bewijs_toevoegen, vrijstelling_besluiten, vrijstelling_vragen

__all__ = [
    "aanmelden",
    "aanmelding_corrigeren",
    "aanmelding_doorzetten",
    "aanmelding_intrekken",
    "aanmelding_kenmerk",
    "aanmelding_teruggeven",
    "aftekenen",
    "aftekening_intrekken",
    "alsnog_beoordelen",
    "begeleiding_beeindigen",
    "bewijs_toevoegen",
    "certificaat_kiezen",
    "code_mailen",
    "collega_uitnodigen",
    "dossiers_importeren",
    "eindbeoordeling_afronden",
    "eindbeoordeling_openen",
    "eindoordeel_geven",
    "eindoordelen_geven",
    "eindoordelen_versturen",
    "erkenning_controleren",
    "gegevens_vastleggen",
    "geheim_hash",
    "herplaatsen",
    "hervatten",
    "identiteit_bevestigen",
    "inloggen_vastleggen",
    "inschrijven",
    "intake_beginnen",
    "intake_vastleggen",
    "kaartcode_opschonen",
    "kandidaat_koppelen",
    "kandidaatkaart_maken",
    "kwalificatie_bevestigen",
    "leerbedrijf_toevoegen",
    "leerbedrijven_importeren",
    "lid_aanmaken",
    "lid_beeindigen",
    "matchen",
    "meer_aftekenen",
    "onbekend_adres_mailen",
    "onderbreken",
    "organisatie_toevoegen",
    "overeenkomst_elders_getekend",
    "overeenkomst_laten_vervallen",
    "overeenkomst_ondertekenen",
    "overeenkomst_opstellen",
    "overeenkomst_vastleggen",
    "overgaan",
    "overnemen",
    "overnemen_van_papier",
    "plan_openen",
    "plannen",
    "praktijkopleiders_toevoegen",
    "resultaat_intrekken",
    "resultaat_vastleggen",
    "resultaat_verbeteren",
    "schooloordeel_geven",
    "starten",
    "startgegevens_laden",
    "stop_herstellen",
    "stoppen",
    "terugsturen",
    "traject_aanmaken",
    "uitnodigen",
    "uitnodigen_bij_traject",
    "uitnodiging_aannemen",
    "uitnodiging_vernieuwen",
    "uitnodigingslink",
    "uitstroom_vastleggen",
    "verzoek_vastleggen",
    "vrijstelling_besluiten",
    "vrijstelling_vragen",
    "werkprocessen_kiezen",
    "zelfbeoordelen",
]
