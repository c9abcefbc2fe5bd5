"use strict";
// Only the browser knows what time its computer has.
(() => {
  const own = document.getElementById("own-time");
  const show = () => {
    own.textContent = new Date().toLocaleString("nl-NL", { dateStyle: "short", timeStyle: "short" });
  };
  show();
  setInterval(show, 1000);
  document.getElementById("clock").addEventListener("submit", () => {
    document.getElementById("at").value = String(Date.now());
  });
})();
