// "Luister": the device's own Dutch voice reads what is shown. No voice or no support: the button stays hidden.
const spraak = window.speechSynthesis;
const knoppen = [...document.querySelectorAll("[data-luister]")];
const OVERSLAAN = "[hidden], [aria-hidden=true], script, style, [data-luister], .terug";
const BLOKKEN = "h1, h2, h3, h4, p, li, dt, dd, label, legend, figcaption, th, td, button, a.utrecht-button";

function stem() {
  return spraak.getVoices().find((s) => s.lang.toLowerCase().startsWith("nl"));
}

function zichtbaar(element) {
  return !element.closest(OVERSLAAN) && element.getClientRects().length > 0;
}

function zinnen(deel) {
  return [...deel.querySelectorAll(BLOKKEN)]
    .filter((element) => zichtbaar(element) && !element.parentElement.closest(BLOKKEN))
    .map((element) => element.innerText.trim().replace(/\s+/g, " "))
    .filter(Boolean);
}

function tonen(knop, tekst) {
  knop.querySelector("[data-luister-tekst]").textContent = tekst;
}

function voorlezen(knop) {
  const was = spraak.speaking;
  spraak.cancel();
  knoppen.forEach((andere) => tonen(andere, "Luister"));
  if (was) return;
  const regels = zinnen(document.getElementById(knop.dataset.luister));
  regels.forEach((tekst, nummer) => {
    const uiting = new SpeechSynthesisUtterance(tekst);
    uiting.voice = stem();
    uiting.lang = "nl-NL";
    uiting.rate = 0.9;
    if (nummer === regels.length - 1) uiting.onend = () => tonen(knop, "Luister");
    spraak.speak(uiting);
  });
  if (regels.length) tonen(knop, "Stop");
}

function aanbieden() {
  knoppen.forEach((knop) => { knop.hidden = !stem(); });
}

if (spraak && knoppen.length) {
  knoppen.forEach((knop) => knop.addEventListener("click", () => voorlezen(knop)));
  spraak.addEventListener?.("voiceschanged", aanbieden);
  window.addEventListener("pagehide", () => spraak.cancel());
  aanbieden();
}
