// After a refused form the focus goes to the list of errors, so that a screen reader and a keyboard start there.
document.querySelector("[data-fouten]")?.focus();
