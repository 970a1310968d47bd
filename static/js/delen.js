// A phone that can send to an app gets a button for it; without script the link and mail do the work.
const vak = document.querySelector("[data-deel]");

if (vak && navigator.share) {
  vak.hidden = false;
  vak.querySelector("button").addEventListener("click", async () => {
    try {
      await navigator.share({ title: vak.dataset.deelTitel, url: vak.dataset.deel });
    } catch {
      // Closed without sending: nothing to say.
    }
  });
}
