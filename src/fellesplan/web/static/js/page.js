// Small helpers on top of pages that work without them.
(function () {
  "use strict";

  // A filter that reads as a sentence is sent when a choice is made.
  document.addEventListener("change", function (event) {
    const form = event.target.closest("form[data-autosubmit]");
    if (form) form.requestSubmit();
  });

  // "/" goes to the search field, but never while somebody is writing, and it can be switched off (WCAG 2.1.4).
  const OFF = "fellesplan-hurtigtast-av";
  const shortcutSwitch = document.querySelector("[data-shortcut-switch]");
  function isOff() {
    try { return window.localStorage.getItem(OFF) !== null; } catch (error) { return false; }
  }
  function nameSwitch() {
    shortcutSwitch.dataset.on = shortcutSwitch.dataset.on || shortcutSwitch.textContent;
    shortcutSwitch.textContent = isOff() ? shortcutSwitch.dataset.off : shortcutSwitch.dataset.on;
  }
  if (shortcutSwitch) {
    nameSwitch();
    shortcutSwitch.addEventListener("click", function () {
      try {
        if (isOff()) window.localStorage.removeItem(OFF);
        else window.localStorage.setItem(OFF, "1");
      } catch (error) { return; }
      nameSwitch();
    });
  }
  document.addEventListener("keydown", function (event) {
    const writing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || writing || isOff() || event.ctrlKey || event.metaKey || event.altKey) return;
    const field = document.querySelector("[data-shortcut='/']");
    if (!field || field.offsetParent === null) return;
    event.preventDefault();
    field.focus();
  });

  // A form that is saving itself waits for the answer before it is sent; else it would meet its own text as a stranger's.
  document.addEventListener("submit", function (event) {
    const form = event.target;
    if (!form.matches(".htmx-request") && !form.querySelector(".htmx-request")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const button = event.submitter;
    const twins = () => [...form.elements].filter((e) => e.type === "submit" && e.name === button.name && e.value === button.value);
    const again = () => form.requestSubmit(button && !button.isConnected ? twins()[0] : button);
    document.addEventListener("htmx:afterRequest", () => window.setTimeout(again, 0), { once: true });
  });

  // A form is sent once, however many times the button is pressed.
  document.addEventListener("submit", function (event) {
    const form = event.target;
    if (form.method !== "post" || form.hasAttribute("hx-post")) return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "true";
    window.setTimeout(function () { delete form.dataset.sent; }, 4000);
  });

  // After a swap, focus goes to the part that asks for it.
  document.addEventListener("htmx:afterSettle", function (event) {
    const wanted = event.detail.elt.querySelector("[data-focus]");
    if (wanted) wanted.focus();
  });

  // Elements that only make sense with script are shown by it.
  for (const element of document.querySelectorAll("[data-needs-script]")) element.hidden = false;
})();
