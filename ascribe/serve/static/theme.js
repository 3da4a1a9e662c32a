// Before anything is drawn: light, dark, or as the machine has it.
"use strict";
(() => {
  let kept = "auto";
  try {
    kept = localStorage.getItem("ascribe-theme") || "auto";
  } catch {
    // a browser that keeps nothing shows what the machine has
  }
  document.documentElement.dataset.theme = ["light", "dark"].includes(kept) ? kept : "auto";
})();
