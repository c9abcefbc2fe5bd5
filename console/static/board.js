"use strict";
// Keeps the board in step, lights the call that is announced, and sounds calls once somebody allowed it.
(() => {
  const board = document.getElementById("board");
  const button = document.getElementById("sound");
  const lost = document.getElementById("lost");
  const SILENCE_MS = 8000;
  const FULL_RETRY_MS = 20000;
  const LIT_MS = 15000;
  const LIT_SILENT_MS = 30000;
  const APART_MS = 5000;
  const AFTER_CHIME_S = 0.4;
  const BETWEEN_LANGUAGES_S = 0.6;
  const MOST_WAITING = 50;
  const TONES_HZ = [660, 528];
  const LARGEST = { ".now": 1.6, ".told": 1, ".before": 1 };
  const waiting = [];
  const told = new Map();
  let audio = null;
  let isAnnouncing = false;
  let lit = "";
  let heard = Date.now();
  let source = null;

  function light(id) {
    lit = id;
    for (const card of board.querySelectorAll("[data-call]")) card.classList.toggle("lit", card.dataset.call === id);
  }

  function show(html) {
    board.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
    light(lit);
    fit();
    for (const card of board.querySelectorAll(".back[data-call]")) takeBack(card.dataset.call);
  }

  // Who heard the call hears once that it was taken back.
  function takeBack(id) {
    const call = told.get(id);
    if (!call) return;
    told.delete(id);
    waiting.push({ ...call, isBack: true });
    announce();
  }

  function isInside(part) {
    return part.scrollHeight <= part.clientHeight + 1 && part.scrollWidth <= part.clientWidth + 1;
  }

  // What the window's layout reckons out, a browser tries: as large as all of it fits.
  function fit() {
    for (const [name, most] of Object.entries(LARGEST)) {
      const part = board.querySelector(name);
      if (!part) continue;
      const parts = [part, ...part.querySelectorAll("li")].filter((each) => getComputedStyle(each).display !== "contents");
      let [small, large] = [0.15, most];
      for (let step = 0; step < 9; step += 1) {
        const size = step === 0 ? most : (small + large) / 2;
        part.style.setProperty("--fit", size);
        if (parts.every(isInside)) small = size;
        else large = size;
        if (small === most) break;
      }
      part.style.setProperty("--fit", small);
    }
  }

  function pause(ms) {
    return new Promise((done) => window.setTimeout(done, ms));
  }

  async function play(url) {
    const answer = await fetch(url);
    if (!answer.ok) return;
    const sound = audio.createBufferSource();
    sound.buffer = await audio.decodeAudioData(await answer.arrayBuffer());
    sound.connect(audio.destination);
    const ended = new Promise((done) => sound.addEventListener("ended", done));
    sound.start();
    await ended;
  }

  // Who switches the sound on hears at once that it works, and how loud.
  function soundOnce() {
    TONES_HZ.forEach((hertz, place) => {
      const at = audio.currentTime + place * 0.35;
      const tone = new OscillatorNode(audio, { frequency: hertz });
      const volume = new GainNode(audio, { gain: 0 });
      volume.gain.setValueAtTime(0, at).linearRampToValueAtTime(0.2, at + 0.05).linearRampToValueAtTime(0, at + 0.6);
      tone.connect(volume).connect(audio.destination);
      tone.start(at);
      tone.stop(at + 0.65);
    });
  }

  async function sound(call) {
    for (let part = 0; part < call.parts; part += 1) {
      await play(`/bord/roep/${call.id}/${call.times}/${part}${call.isBack ? "?terug" : ""}`);
      await pause(1000 * (part === 0 ? AFTER_CHIME_S : BETWEEN_LANGUAGES_S));
    }
  }

  function shine(call) {
    if (told.size >= MOST_WAITING) told.delete(told.keys().next().value);
    told.set(call.id, call);
    light(call.id);
    const lasts = audio ? LIT_MS : LIT_SILENT_MS;
    window.setTimeout(() => { if (lit === call.id) light(""); }, lasts);
  }

  async function announce() {
    if (isAnnouncing) return;
    isAnnouncing = true;
    while (waiting.length) {
      const call = waiting.shift();
      const card = board.querySelector(`[data-call="${call.id}"]`);
      if (!card || card.classList.contains("back") !== Boolean(call.isBack)) continue;
      if (!call.isBack) shine(call);
      if (audio) {
        try {
          await sound(call);
        } catch (fault) {
          console.warn("a call could not be heard", fault);
        }
      }
      await pause(APART_MS);
    }
    isAnnouncing = false;
  }

  function follow() {
    source?.close();
    heard = Date.now();
    source = new EventSource(document.body.dataset.live);
    source.addEventListener("part", (event) => { hear(); show(event.data); });
    source.addEventListener("beat", hear);
    source.addEventListener("call", (event) => {
      const [id, times, parts] = event.data.split(" ");
      if (waiting.length < MOST_WAITING) waiting.push({ id, times, parts: Number(parts) });
      announce();
    });
    source.addEventListener("full", () => { source.close(); window.setTimeout(follow, FULL_RETRY_MS); });
  }

  function hear() {
    heard = Date.now();
    lost.hidden = true;
  }

  button.hidden = !("AudioContext" in window);
  button.addEventListener("click", () => {
    audio = new AudioContext();
    button.hidden = true;
    fit();
    soundOnce();
  });
  window.setInterval(() => {
    if (Date.now() - heard < SILENCE_MS) return;
    lost.hidden = false;
    if (source.readyState === EventSource.CLOSED) follow();
  }, 1000);
  window.addEventListener("resize", fit);
  document.fonts?.ready.then(fit);
  fit();
  follow();
})();
