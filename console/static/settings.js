"use strict";
// Asks the browser whether it allows notifications, before they are switched on.
(() => {
  const form = document.getElementById("press");
  const refused = document.getElementById("not-allowed");
  form.addEventListener("submit", async (event) => {
    const button = event.submitter;
    if (button.id !== "notices" || button.ariaPressed === "true") return;
    if ("Notification" in window && Notification.permission === "granted") return;
    event.preventDefault();
    const answer = "Notification" in window ? await Notification.requestPermission() : "denied";
    if (answer === "granted") form.requestSubmit(button);
    else refused.textContent = refused.dataset.words;
  });
})();
