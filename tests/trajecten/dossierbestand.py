"""Small dossier files of our own, in the shape of SBB's export: fictional work, fictional codes."""

SJABLOON = """<?xml version="1.0" encoding="utf-8"?>
<sbb>
  <sectorkamers><sectorkamer nr="1" titel="Sectorkamer voorbeeld en proef" /></sectorkamers>
  <dossiers>{dossiers}</dossiers>
</sbb>
"""
DOSSIER = """
    <dossier nr="{nr}" titel="{titel}" versie="" status="{status}">
      <dossiercrebos>
        <dossiercrebo ministerie="OCW" prijsfactor="1,10" Geldig_vanaf="{vanaf}"
          Datum_einde_instroom="" Datum_einde_opleiding="">{crebo}</dossiercrebo>
      </dossiercrebos>
      <voorblad><sectorkamer referentie="1" /></voorblad>
      <basis><basistaken><basiskerntaken>{basis}</basiskerntaken></basistaken></basis>
      <profielen>{profielen}</profielen>
    </dossier>"""
PROFIEL = """
        <profiel nr="{nr}" titel="{titel}" hoofdstuk="{hoofdstuk}" niveau="{niveau}">
          <typering><![CDATA[Werkt <b>netjes</b> & op tijd. <profiel>geen</profiel>]]></typering>
          <creboinformatie>
            <crebo ministerie="OCW" prijsfactor="1.30" Geldig_vanaf="{vanaf}"
              Datum_einde_instroom="{einde_instroom}" Datum_einde_opleiding="">{crebo}</crebo>
          </creboinformatie>
          <profielkerntaken>{taken}</profielkerntaken>
        </profiel>"""
BASISTITELS = {2: "Voert  uit ", 1: "Bereidt voor", 10: "Ruimt op", 9: "Controleert"}


def taak(titel, werkprocessen, *, deel="basis", hoofdstuk=1, nr=50):
    """A kerntaak; `werkprocessen` is hoofdstuk -> titel, written in the given order."""
    regels = "".join(
        f"""
            <werkproces nr="{nr + nummer}" titel="{naam}" hoofdstuk="{nummer}">
              <aanvullend><profiel referentie="7" /></aanvullend>
            </werkproces>"""
        for nummer, naam in werkprocessen.items()
    )
    return f"""
          <kerntaak nr="{nr}" titel="{titel}" hoofdstuk="{hoofdstuk}">
            <complexiteit><![CDATA[Veel & divers]]></complexiteit>
            <{deel}werkprocessen>{regels}</{deel}werkprocessen>
          </kerntaak>"""


def profiel(crebo="29001", titel="Voorbeeldmaker", hoofdstuk=1, **anders):
    taken = taak("Maakt voorbeelden", {1: "Maakt een voorbeeld"}, deel="profiel", nr=80)
    velden = {"nr": 70 + hoofdstuk, "niveau": 2, "vanaf": "01-08-2024", "einde_instroom": ""}
    velden |= {"crebo": crebo, "titel": titel, "hoofdstuk": hoofdstuk, "taken": taken} | anders
    return PROFIEL.format(**velden)


def dossier(**anders):
    """One dossier with four basis werkprocessen out of order, and two profielen."""
    profielen = profiel() + profiel("29002", "Proefnemer", 2)
    velden = {"nr": "901", "titel": "Voorbeeldwerk ", "status": "Vastgesteld", "crebo": "28001"}
    velden |= {"vanaf": "01-08-2024", "basis": taak("Werkt mee", BASISTITELS)}
    return DOSSIER.format(**velden | {"profielen": profielen} | anders)


def bestand(*dossiers, bom=True):
    """The bytes of a file, with the byte order mark that SBB writes."""
    tekst = SJABLOON.format(dossiers="".join(dossiers) or dossier())
    return (b"\xef\xbb\xbf" if bom else b"") + tekst.encode()
