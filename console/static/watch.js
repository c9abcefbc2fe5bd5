"use strict";
// On pages that do not change by themselves: tells that somebody waits, and leads to where one can say "I am coming".
(() => {
  const alert = document.getElementById("alert");
  const words = alert.querySelector("strong");
  const source = new EventSource(alert.dataset.watch);
  source.addEventListener("part", (event) => {
    const told = new DOMParser().parseFromString(event.data, "text/html").getElementById("alert")?.dataset.waiting;
    alert.hidden = !told;
    words.textContent = told ? `${told}.` : "";
    if (told) alert.dataset.waiting = told;
    else delete alert.dataset.waiting;
  });
  source.addEventListener("gone", () => source.close());
})();
