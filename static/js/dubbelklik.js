// A second press on a send button within a few seconds is held back and answered with a sentence. The server is safe
// against doubles anyway; this only spares the user. Buttons are never disabled, so back or a failed request blocks nothing.
const WACHT = 8000;
const verzonden = new WeakMap();

function melden(formulier) {
  let regel = formulier.querySelector("[data-bezig]");
  if (!regel) {
    regel = document.createElement("p");
    regel.dataset.bezig = "";
    regel.setAttribute("role", "status");
    formulier.append(regel);
  }
  regel.textContent = "We zijn bezig. Een moment.";
}

function vrijgeven(formulier) {
  verzonden.delete(formulier);
  formulier.querySelector("[data-bezig]")?.remove();
  formulier.querySelectorAll("[aria-busy]").forEach((knop) => knop.removeAttribute("aria-busy"));
}

document.addEventListener("submit", (gebeurtenis) => {
  const formulier = gebeurtenis.target;
  if (formulier.method !== "post" || gebeurtenis.defaultPrevented) return;
  if (Date.now() - (verzonden.get(formulier) ?? -Infinity) < WACHT) {
    gebeurtenis.preventDefault();
    melden(formulier);
    return;
  }
  verzonden.set(formulier, Date.now());
  gebeurtenis.submitter?.setAttribute("aria-busy", "true");
  setTimeout(() => vrijgeven(formulier), WACHT);
});

window.addEventListener("pageshow", () => document.querySelectorAll("form").forEach(vrijgeven));
