"""How often something may be tried. A row of portal.toegang names its action as `rem`."""

REMMEN = {
    "login": "30/m/ip",
    "request_login_code": "20/m/ip,5/15m/key",
    "code": "20/m/ip",
    "kaart": "10/m/ip,100/h/ip",
    "uitnodiging": "20/m/ip",
    "bevestigen": "20/m/ip,20/15m/user",
    "aanmelden": "60/h/ip",
    "controleren": "10/m/ip,100/h/ip",
    "uitvoeren": "10/h/user",
    "controleren_zegel": "10/m/user,60/h/user",
}
