/* The QR brings the code behind `#`: it reaches no server log. Take it out of the address and send it.
   A second QR scanned in the same tab only changes the fragment, so an answer listens as well. */
const formulier = document.getElementById("controleren");

function sturen() {
  const code = location.hash.slice(1);
  if (!formulier || !code || code === "inhoud") return;
  history.replaceState(null, "", location.pathname);
  formulier.elements.code.value = code;
  formulier.requestSubmit();
}

sturen();
window.addEventListener("hashchange", sturen);
