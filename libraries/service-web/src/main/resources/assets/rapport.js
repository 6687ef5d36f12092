// Makes pages smoother; every page works without it.
(() => {
  "use strict";

  const summary = document.querySelector("[data-focus]");
  if (summary) summary.focus();

  // A double click does one thing. The button is never disabled, so it stays in reach and its name is still sent.
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = "yes";
  });
  // Coming back by the browser's own button must not leave a dead form.
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent));

  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone) {
    document.querySelectorAll("input[data-zone]").forEach((field) => { if (!field.value) field.value = zone; });
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie = "rapport_zone=" + encodeURIComponent(zone) + "; Path=/; Max-Age=31536000; SameSite=Lax" + secure;
  }

  document.querySelectorAll("[data-until]").forEach((timer) => {
    const until = Date.parse(timer.dataset.until);
    // The clock of the page's maker may differ from the visitor's; count what was left when the page was made.
    const skew = timer.dataset.now ? Date.parse(timer.dataset.now) - Date.now() : 0;
    const show = () => {
      const left = Math.max(0, Math.round((until - Date.now() - skew) / 1000));
      const minutes = Math.floor(left / 60);
      timer.textContent = timer.dataset.text.replace("{time}", minutes + ":" + String(left % 60).padStart(2, "0"));
      timer.hidden = false;
      // Spoken only when it matters: two minutes before the end, and then.
      timer.setAttribute("aria-live", left === 120 || left === 0 ? "polite" : "off");
      if (left > 0) setTimeout(show, 1000);
    };
    show();
  });

  // Hides what somebody wrote once they have left the screen; the page says how to come back, and loses nothing.
  const idle = document.querySelector("[data-idle]");
  if (idle) {
    const title = document.title;
    const limit = Number(idle.dataset.idle) * 60000;
    const back = idle.querySelector("button");
    let seen = Date.now();
    let parts = [];
    const look = () => {
      const left = seen + limit - Date.now();
      if (left > 0) {
        setTimeout(look, left);
        return;
      }
      parts = [...idle.parentElement.children].filter((part) => part !== idle && !part.hidden);
      parts.forEach((part) => { part.hidden = true; });
      idle.hidden = false;
      document.title = idle.dataset.title;
      back.focus();
    };
    ["pointerdown", "keydown", "scroll"].forEach((sign) => document.addEventListener(sign, () => { seen = Date.now(); }, { passive: true }));
    back.addEventListener("click", () => {
      parts.forEach((part) => { part.hidden = false; });
      idle.hidden = true;
      document.title = title;
      seen = Date.now();
      setTimeout(look, limit);
    });
    setTimeout(look, limit);
  }

  // j and k walk through a list, Enter follows the link as it always does.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    if (event.key !== "j" && event.key !== "k") return;
    const links = [...document.querySelectorAll("[data-list] tbody tr td > a, [data-list] li > a")];
    if (links.length === 0) return;
    const at = links.indexOf(document.activeElement);
    const next = event.key === "j" ? Math.min(at + 1, links.length - 1) : Math.max(at - 1, 0);
    links[next].focus();
    event.preventDefault();
  });
})();
