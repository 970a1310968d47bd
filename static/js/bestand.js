/* Is this the file that was issued? The browser makes the SHA-256; the file itself goes nowhere.
   Without script or WebCrypto the box stays hidden, and the code on the paper does the work. */
const vak = document.querySelector("[data-bestand]");
const GROOTSTE = 50 * 1024 * 1024;

function melden(tekst) {
  vak.querySelector("[data-bestand-melding]").textContent = tekst;
}

async function vingerafdruk(bestand) {
  const hash = await crypto.subtle.digest("SHA-256", await bestand.arrayBuffer());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function controleren(bestand) {
  if (!bestand) return;
  if (bestand.size > GROOTSTE) {
    melden("Dit bestand is te groot voor een verklaring. Kies een ander bestand.");
    return;
  }
  melden("Een moment. We kijken of het bestand klopt.");
  const formulier = document.getElementById("bestand-controleren");
  try {
    formulier.elements.sha256.value = await vingerafdruk(bestand);
  } catch {
    melden("Uw toestel kan dit bestand niet lezen. Gebruik de code op het document.");
    return;
  }
  formulier.requestSubmit();
}

function slepen(gebeurtenis) {
  gebeurtenis.preventDefault(); // else the browser opens the PDF and leaves this page
  vak.classList.toggle("bestandsvak--erboven", gebeurtenis.type === "dragover");
}

if (vak && window.crypto?.subtle) {
  vak.hidden = false;
  const kiezer = vak.querySelector("input[type=file]");
  kiezer.addEventListener("change", () => controleren(kiezer.files[0]));
  for (const soort of ["dragover", "dragleave", "drop"]) window.addEventListener(soort, slepen);
  window.addEventListener("drop", (gebeurtenis) => controleren(gebeurtenis.dataTransfer?.files[0]));
  window.addEventListener("pageshow", () => { kiezer.value = ""; melden(""); });
}
