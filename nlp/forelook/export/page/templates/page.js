// Filters, keys and evidence of the page. It reads nothing but what stands in the page, and makes no HTML from text.
"use strict";
(() => {
  const root = document.body;
  const one = (selector) => document.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const bar = one(".bar");
  const statements = all(".st");
  const blocks = all(".text > p, .text > h3");
  const texts = new Map();
  let shown = statements;
  let current = -1;

  const wordsOf = (statement) => {
    if (!texts.has(statement)) texts.set(statement, statement.querySelector(".words").textContent.replace(/\s+/g, " ").toLowerCase());
    return texts.get(statement);
  };

  const highlight = (words) => {
    if (!window.Highlight || !CSS.highlights) return;
    CSS.highlights.delete("forelook-words");
    if (words.length < 2) return;
    const ranges = [];
    for (const statement of shown) {
      const walker = document.createTreeWalker(statement.querySelector(".words"), NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const text = walker.currentNode.data.toLowerCase();
        for (let place = text.indexOf(words); place >= 0; place = text.indexOf(words, place + words.length)) {
          const range = new Range();
          range.setStart(walker.currentNode, place);
          range.setEnd(walker.currentNode, place + words.length);
          ranges.push(range);
        }
      }
    }
    CSS.highlights.set("forelook-words", new Highlight(...ranges));
  };

  const filter = () => {
    const labels = new Set(all("input[name=label]:checked").map((box) => box.value));
    const forward = one("#forward").checked;
    const speaker = one("#speaker").value;
    const score = Number(one("#score").value) || 0;
    const words = one("#words").value.trim().replace(/\s+/g, " ").toLowerCase();
    const matches = (statement) =>
      labels.has(statement.classList[1]) &&
      (!forward || statement.classList.contains("forward")) &&
      (!speaker || statement.dataset.speaker === speaker) &&
      Number(statement.dataset.score) >= score &&
      (!words || wordsOf(statement).includes(words));
    shown = statements.filter((statement) => {
      const matching = matches(statement);
      statement.classList.toggle("off", !matching);
      return matching;
    });
    const filtered = labels.size < 4 || forward || speaker !== "" || score > 0 || words !== "";
    root.classList.toggle("filtered", filtered);
    root.classList.toggle("context", filtered && one("#context").checked);
    for (const block of blocks) block.classList.toggle("emptied", filtered && !block.querySelector(".st:not(.off)"));
    one("#count").textContent = filtered ? `${shown.length} of ${statements.length} statements` : `${statements.length} statements`;
    highlight(words);
    current = shown.indexOf(document.activeElement);
  };

  const reset = () => {
    for (const box of all("input[name=label]")) box.checked = true;
    one("#forward").checked = one("#context").checked = false;
    one("#speaker").value = one("#words").value = "";
    one("#score").value = 0;
    filter();
  };

  const go = (step) => {
    if (!shown.length) return;
    if (current < 0) {
      const first = shown.findIndex((statement) => statement.getBoundingClientRect().bottom > bar.getBoundingClientRect().bottom);
      current = Math.max(first, 0) - (step > 0 ? 1 : 0);
    }
    current = Math.min(Math.max(current + step, 0), shown.length - 1);
    shown[current].focus({ preventScroll: true });
    shown[current].scrollIntoView({ block: "center" });
  };

  const toggle = (selector) => {
    one(selector).checked = !one(selector).checked;
    filter();
  };

  const press = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") return void (reset(), document.activeElement.blur());
    const typing = event.target.matches("select, input:not([type=checkbox])");
    if (typing || !one("#shortcuts").checked) return;
    if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
    else if (event.key === "f") toggle("#forward");
    else if (event.key === "/") one("#words").focus();
    else if (/^[1-4]$/.test(event.key)) toggle(`.labels label:nth-of-type(${event.key}) input`);
    else return;
    event.preventDefault();
  };

  const light = (event) => {
    const link = event.target.closest("a[data-mark]");
    if (!link) return;
    for (const mark of all(".mark.lit")) mark.classList.remove("lit");
    const article = link.closest("article");
    const marks = all(`.mark.${link.dataset.mark}`, article);
    if (marks.some((mark) => !mark.getClientRects().length)) reset();
    for (const mark of marks) mark.classList.add("lit");
    if (marks.length) {
      event.preventDefault();
      marks[0].scrollIntoView({ block: "center" });
      const statement = marks[0].closest(".st");
      if (statement) statement.focus({ preventScroll: true });
    }
  };

  const jump = (event) => {
    const link = event.target.closest('.panel a:not([data-mark])');
    const target = link && document.getElementById(link.hash.slice(1));
    if (!target) return;
    event.preventDefault();
    if (!target.getClientRects().length) reset();
    target.scrollIntoView({ block: "center" });
    target.focus({ preventScroll: true });
  };

  const speakers = [...new Set(statements.map((statement) => statement.dataset.speaker).filter(Boolean))];
  for (const name of speakers) one("#speaker").add(new Option(name, name));
  for (const field of all("input, select", bar)) field.addEventListener("input", filter);
  one("#reset").addEventListener("click", reset);
  document.addEventListener("keydown", press);
  document.addEventListener("click", light);
  document.addEventListener("click", jump);
  document.addEventListener("focusin", (event) => {
    const statement = event.target.closest(".st");
    if (statement) current = shown.indexOf(statement);
  });
  bar.hidden = false;
  filter();
})();
