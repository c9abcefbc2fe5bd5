"use strict";
// Somebody waits and no desk is free: said in the tab's title, and where allowed by a soft sound and a notification.
(() => {
  const AGAIN_MS = 60000;
  const TONES_HZ = [660, 528];
  const plainTitle = document.title;
  let audio = null;
  let repeating = null;

  function wake() {
    audio ??= new AudioContext();
    if (audio.state === "suspended") audio.resume();
  }

  function sound() {
    if (audio?.state !== "running") return;
    TONES_HZ.forEach((hertz, place) => {
      const at = audio.currentTime + place * 0.35;
      const tone = new OscillatorNode(audio, { frequency: hertz });
      const volume = new GainNode(audio, { gain: 0 });
      volume.gain.setValueAtTime(0, at);
      volume.gain.linearRampToValueAtTime(0.12, at + 0.05);
      volume.gain.linearRampToValueAtTime(0, at + 0.6);
      tone.connect(volume).connect(audio.destination);
      tone.start(at);
      tone.stop(at + 0.65);
    });
  }

  function notify(words) {
    if (!("Notification" in window) || Notification.permission !== "granted") return;
    try {
      new Notification(words, { tag: "beurt", renotify: true, icon: "/static/icon.svg" });
    } catch (fault) {
      // Some phones allow these from a service worker only; the title and the sound stay.
      console.info(fault.message);
    }
  }

  function tell(words) {
    if (document.body.hasAttribute("data-sound")) sound();
    if (document.body.hasAttribute("data-notices")) notify(words);
  }

  function look() {
    const alert = document.getElementById("alert");
    const words = alert?.dataset.waiting;
    const title = words ? `● ${words} · ${plainTitle}` : plainTitle;
    if (document.title !== title) document.title = title;
    if (Boolean(words) === Boolean(repeating)) return;
    window.clearInterval(repeating);
    repeating = words ? window.setInterval(tell, AGAIN_MS, words) : null;
    if (words) tell(words);
  }

  if (document.body.hasAttribute("data-sound")) {
    // Browsers let a page be heard only after somebody touched it.
    document.addEventListener("pointerdown", wake);
    document.addEventListener("keydown", wake);
    wake();
  }
  const live = document.getElementById("live");
  if (live) {
    new MutationObserver(look).observe(live, { childList: true, subtree: true, attributes: true });
    look();
  }
})();
