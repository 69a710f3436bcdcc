// Keys and the filter of a comparison. It reads nothing but what stands in the page.
"use strict";
(() => {
  const one = (selector) => document.querySelector(selector);
  const changed = [...document.querySelectorAll("tr.changed")];
  let current = -1;

  const filter = () => document.body.classList.toggle("changes-only", one("#changes").checked);

  const go = (step) => {
    if (!changed.length) return;
    current = Math.min(Math.max(current + step, 0), changed.length - 1);
    changed[current].focus({ preventScroll: true });
    changed[current].scrollIntoView({ block: "center" });
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !one("#shortcuts").checked) return;
    if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
    else if (event.key === "c") {
      one("#changes").checked = !one("#changes").checked;
      filter();
    } else return;
    event.preventDefault();
  });
  document.addEventListener("focusin", (event) => {
    const row = event.target.closest("tr.changed");
    if (row) current = changed.indexOf(row);
  });
  one("#changes").addEventListener("input", filter);
  one("#count").textContent = `${changed.length} changed`;
  one(".bar").hidden = false;
})();
