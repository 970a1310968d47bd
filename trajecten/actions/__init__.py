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
from .doelgroepen import doelgroepen_vastleggen, doelgroepen_wissen, doelgroepgebruik_besluiten
from .eindoordelen import eindoordeel_geven, eindoordelen_geven, eindoordelen_versturen
from .inlezen import bestand_aanbieden, foute_regels, inlezen
from .intake import intake_beginnen, intake_vastleggen, kandidaat_koppelen
from .jobcoaching import jobcoach_koppelen, jobcoaching_beeindigen
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
from .nazorg import (
    afsluiten,
    meting_onbekend,
    meting_vastleggen,
    nazorg_beginnen,
    nazorg_bijwerken,
    nazorg_niet_meer_vragen,
    nazorgpoging_vastleggen,
)
from .organisaties import blad_kiezen, logo_plaatsen, logo_weghalen, organisatie_toevoegen
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
from .schoolregels import schoolregels_vaststellen
from .stoppen import alsnog_beoordelen, hervatten, onderbreken, stop_herstellen, stoppen
from .trajecten import overgaan, traject_aanmaken
from .verbeteringen import document_overgaan
from .vervolg import vervolgen
from .voortgang import aftekenen, aftekening_intrekken, meer_aftekenen, zelfbeoordelen
from .vrijstellingen import bewijs_toevoegen, vrijstelling_besluiten, vrijstelling_vragen
from .zonder_bpv import starten_zonder_bpv

__all__ = [
    "aanmelden",
    "aanmelding_corrigeren",
    "aanmelding_doorzetten",
    "aanmelding_intrekken",
    "aanmelding_kenmerk",
    "aanmelding_teruggeven",
    "afsluiten",
    "aftekenen",
    "aftekening_intrekken",
    "alsnog_beoordelen",
    "begeleiding_beeindigen",
    "bestand_aanbieden",
    "bewijs_toevoegen",
    "blad_kiezen",
    "certificaat_kiezen",
    "code_mailen",
    "collega_uitnodigen",
    "document_overgaan",
    "doelgroepen_vastleggen",
    "doelgroepen_wissen",
    "doelgroepgebruik_besluiten",
    "dossiers_importeren",
    "eindbeoordeling_afronden",
    "eindbeoordeling_openen",
    "eindoordeel_geven",
    "eindoordelen_geven",
    "eindoordelen_versturen",
    "erkenning_controleren",
    "foute_regels",
    "gegevens_vastleggen",
    "geheim_hash",
    "herplaatsen",
    "hervatten",
    "identiteit_bevestigen",
    "inlezen",
    "inloggen_vastleggen",
    "inschrijven",
    "intake_beginnen",
    "intake_vastleggen",
    "jobcoach_koppelen",
    "jobcoaching_beeindigen",
    "kaartcode_opschonen",
    "kandidaat_koppelen",
    "kandidaatkaart_maken",
    "kwalificatie_bevestigen",
    "leerbedrijf_toevoegen",
    "leerbedrijven_importeren",
    "lid_aanmaken",
    "lid_beeindigen",
    "logo_plaatsen",
    "logo_weghalen",
    "matchen",
    "meer_aftekenen",
    "meting_onbekend",
    "meting_vastleggen",
    "nazorg_beginnen",
    "nazorg_bijwerken",
    "nazorg_niet_meer_vragen",
    "nazorgpoging_vastleggen",
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
    "schoolregels_vaststellen",
    "starten",
    "starten_zonder_bpv",
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
    "vervolgen",
    "verzoek_vastleggen",
    "vrijstelling_besluiten",
    "vrijstelling_vragen",
    "werkprocessen_kiezen",
    "zelfbeoordelen",
]
