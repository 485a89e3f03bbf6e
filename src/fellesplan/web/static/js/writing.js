// What is typed is kept on the server as a draft, about a second after each pause and when the page is left.
// Nothing is kept in the browser. Without this script the form works as before.
(function () {
  "use strict";

  const PAUSE = 1000, LONGEST = 5000, AGAIN = 5000, SMALL = 60000;

  function begin(form) {
    const line = form.querySelector("[data-draft-status]"), number = form.elements.utkast_nr;
    let unsaved = 0, timer = null, busy = null, offline = false, last = 0, leaving = false;

    function next() { last = Math.max(Date.now(), last + 1); return String(last); }
    function say(text, link) {
      if (line.textContent === text && !link) return;
      line.textContent = text;
      if (!link) return;
      const a = document.createElement("a");
      a.className = "ds-link"; a.href = link.url; a.textContent = link.label;
      line.append(" ", a);
    }
    function packed() {
      const data = new FormData(form);
      data.set("utkast_nr", next());
      data.set("utkast_behold", "1");
      return data;
    }
    function size(data) {
      let count = 0;
      for (const value of data.values()) count += String(value).length * 2;
      return count;
    }
    async function send() {
      window.clearTimeout(timer);
      timer = null;
      if (busy) return busy;
      const data = packed(), before = unsaved;
      unsaved = 0;
      busy = post(data, before);
      const kept = await busy;
      busy = null;
      if (unsaved && !timer) plan(kept ? PAUSE : AGAIN);
      return kept;
    }
    async function post(data, before) {
      try {
        const answer = await fetch(window.location.pathname, {
          method: "POST", body: data, redirect: "manual", credentials: "same-origin", keepalive: size(data) < SMALL
        });
        const json = answer.headers.get("content-type") === "application/json";
        if (!json) throw new Error("No answer");
        const said = await answer.json();
        offline = false;
        say(said.text, said.url ? said : null);
        return true;
      } catch (error) {
        offline = true;
        unsaved = before || Date.now();
        say(line.dataset.offline);
        return false;
      }
    }
    function plan(wait) {
      window.clearTimeout(timer);
      timer = window.setTimeout(send, wait);
    }
    function typed() {
      unsaved = unsaved || Date.now();
      leaving = false;
      if (!offline) plan(Math.max(0, Math.min(PAUSE, unsaved + LONGEST - Date.now())));
      else if (!timer) plan(AGAIN);
    }
    function leave() {
      if (!unsaved || leaving) return;
      if (navigator.sendBeacon(window.location.pathname, packed())) unsaved = 0;
    }
    async function submit(event) {
      if (!offline && navigator.onLine !== false) {
        if (unsaved) leave();
        leaving = true;
        unsaved = 0;
        window.clearTimeout(timer);
        number.value = next();
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      const button = event.submitter;
      if (await send()) form.requestSubmit(button);
      else say(line.dataset.waits);
    }

    form.addEventListener("input", typed);
    form.addEventListener("change", typed);
    form.addEventListener("submit", submit);
    window.addEventListener("pagehide", leave);
    window.addEventListener("online", function () { if (unsaved) send(); });
    document.addEventListener("visibilitychange", function () { if (document.visibilityState === "hidden") leave(); });
  }

  for (const form of document.querySelectorAll("form[data-draft]")) begin(form);
})();
