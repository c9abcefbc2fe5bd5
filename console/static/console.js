"use strict";
// Keeps a page in step with the floor, and sends presses without leaving it. The page works without this file.
(() => {
  const live = document.getElementById("live");
  const form = document.getElementById("press");
  const lost = document.getElementById("lost");
  const SILENCE_MS = 15000;
  const RETRY_MS = 3000;
  const FULL_RETRY_MS = 20000;
  const SECOND_TAP_MS = 400;
  let source = null;
  let heard = Date.now();
  let presses = Promise.resolve();
  let shownAt = 0;
  let opener = "";
  const underWay = new Set();
  let footChanged = 0;
  let audio = null;
  let playing = null;

  function say(element, words) {
    if (element.textContent !== words) element.textContent = words;
  }

  function swap(shown, part) {
    if (shown.outerHTML === part.outerHTML) return;
    if (part.matches("[role=status], [aria-live]")) {
      // A live region must stay the same element, or nobody hears that it changed.
      shown.className = part.className;
      shown.hidden = part.hidden;
      shown.replaceChildren(...part.childNodes);
      return;
    }
    const open = shown.querySelector(":popover-open")?.id;
    shown.replaceWith(part);
    if (open) document.getElementById(open)?.showPopover();
  }

  function inTheFoot() {
    const words = document.querySelector("#main-button .words")?.textContent;
    return [words, ...Array.from(document.querySelectorAll(".foot button"), (each) => each.id)].join(" ");
  }

  function restoreFocus(id) {
    if (!id || document.activeElement !== document.body) return;
    const places = [id, opener, "main-button"].map((each) => document.getElementById(each));
    const place = places.find((each) => each?.checkVisibility());
    place?.focus({ preventScroll: true });
  }

  function show(html, drawnAt) {
    // Pushed and answered parts come over two connections: what was drawn earlier must not undo what came later.
    if (drawnAt < shownAt) return;
    shownAt = drawnAt;
    const fresh = new DOMParser().parseFromString(html, "text/html");
    const focused = document.activeElement;
    const before = inTheFoot();
    const question = document.getElementById("ask")?.textContent;
    for (const part of fresh.querySelectorAll("[data-part]")) {
      const shown = document.getElementById(part.id);
      if (shown) swap(shown, part);
    }
    if (inTheFoot() !== before) footChanged = Date.now();
    const asked = document.getElementById("ask");
    if (asked && asked.textContent !== question) {
      asked.parentElement.querySelector("button")?.focus({ preventScroll: true });
      asked.parentElement.scrollIntoView({ block: "start" });
    } else if (question && !asked) document.getElementById("card").scrollIntoView({ block: "nearest" });
    restoreFocus(focused?.id);
  }

  function follow() {
    source?.close();
    heard = Date.now();
    source = new EventSource(live.dataset.live);
    source.addEventListener("part", (event) => {
      hear();
      show(event.data, Number(event.lastEventId));
    });
    source.addEventListener("beat", hear);
    source.addEventListener("gone", () => window.location.reload());
    source.addEventListener("full", () => {
      source.close();
      say(lost, lost.dataset.full);
      window.setTimeout(follow, FULL_RETRY_MS);
    });
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) window.setTimeout(look, RETRY_MS);
    };
  }

  function hear() {
    heard = Date.now();
    say(lost, "");
  }

  async function look() {
    // A closed stream means that the session ended or that the console is away; only then is a reload useful.
    try {
      const answer = await fetch("/static/icon.svg", { cache: "no-store" });
      if (answer.ok) window.location.reload();
    } catch {
      window.setTimeout(look, RETRY_MS);
    }
  }

  window.setInterval(() => {
    if (Date.now() - heard < SILENCE_MS) return;
    say(lost, lost.dataset.words);
    if (source.readyState === EventSource.CLOSED) look();
    else follow();
    heard = Date.now() - SILENCE_MS + RETRY_MS;
  }, 1000);

  async function press(url, body) {
    live.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(url, { method: "POST", headers: { "X-Part": "1" }, body });
      if (answer.status === 401 || answer.status === 403) window.location.reload();
      else if (answer.ok) show(await answer.text(), Number(answer.headers.get("X-Drawn")));
    } catch {
      say(lost, lost.dataset.words);
    } finally {
      live.removeAttribute("aria-busy");
    }
  }

  function isSecondPress(event) {
    const tapped = event.pointerType === "touch" && Date.now() - footChanged < SECOND_TAP_MS;
    return event.detail > 1 || (tapped && event.target.closest(".foot"));
  }

  // A double click on *Volgende* must not be one on *Is er*, which takes its place, nor on *Ongedaan maken*, which comes
  // beside it; and who aims at *Ongedaan maken* as it goes must not call.
  live.addEventListener("click", (event) => {
    if (event.target.closest("button") && isSecondPress(event)) event.preventDefault();
  }, true);
  live.addEventListener("keydown", (event) => {
    if (event.repeat && event.key === "Enter" && event.target.closest("button")) event.preventDefault();
  }, true);
  function voiceFor(language) {
    // A voice from afar would hear what is said here; only one of this device may speak.
    return window.speechSynthesis?.getVoices().find((each) => each.localService && each.lang.startsWith(language));
  }

  function offerHearing() {
    const hear = document.getElementById("hear");
    if (hear?.hidden && (hear.dataset.sound || voiceFor(hear.dataset.language))) hear.hidden = false;
  }

  async function play(address) {
    audio ??= new AudioContext();
    playing?.stop();
    const answer = await fetch(address);
    if (!answer.ok) return;
    playing = new AudioBufferSourceNode(audio, { buffer: await audio.decodeAudioData(await answer.arrayBuffer()) });
    playing.connect(audio.destination);
    playing.start();
    live.dataset.heard = address;
  }

  window.speechSynthesis?.addEventListener("voiceschanged", offerHearing);
  new MutationObserver(offerHearing).observe(live, { childList: true, subtree: true });
  live.addEventListener("click", (event) => {
    const hear = event.target.closest("#hear");
    if (!hear) return;
    const voice = voiceFor(hear.dataset.language);
    if (!voice) {
      play(hear.dataset.sound).catch((fault) => console.info(fault.message));
      return;
    }
    const said = new SpeechSynthesisUtterance(hear.dataset.say);
    said.voice = voice;
    said.lang = voice.lang;
    window.speechSynthesis.cancel();
    window.speechSynthesis.speak(said);
  });
  document.addEventListener("keydown", (event) => {
    if (!document.body.hasAttribute("data-keys") || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest("input, select, textarea")) return;
    const button = live.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (!button?.checkVisibility()) return;
    event.preventDefault();
    button.click();
  });
  form.addEventListener("submit", (event) => {
    if (event.submitter?.hasAttribute("data-leaves")) return;
    event.preventDefault();
    const menu = event.submitter.closest(":popover-open");
    menu?.hidePopover();
    if (event.submitter.ariaExpanded === "false") {
      opener = menu ? live.querySelector(`[popovertarget="${menu.id}"]`).id : event.submitter.id;
    }
    const url = event.submitter.formAction;
    const body = new URLSearchParams(new FormData(form, event.submitter));
    const what = `${url} ${body}`;
    if (underWay.has(what)) return;
    underWay.add(what);
    presses = presses.then(() => press(url, body)).finally(() => underWay.delete(what));
  });
  follow();
})();
