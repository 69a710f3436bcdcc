// Units as list items. Everything that comes from a release is set as text; no HTML is made from it.
const TITLES = { G: "Guidance", H: "Fact", S: "Safe harbor", QF: "Quote, forward", QN: "Quote", M: "Nothing stated", TG: "Table, outlook", TH: "Table" };
const LABELS = { G: "guidance", H: "historical_fact", S: "safe_harbor", QF: "management_quote", QN: "management_quote", M: "meta", TG: "guidance", TH: "historical_fact" };

export const isQuote = (unit) => unit.code === "QF" || unit.code === "QN";
export const isForward = (unit) => ["G", "QF", "TG"].includes(unit.code);
export const titleOf = (code) => TITLES[code];

export const make = (tag, classes = "", text = "") => {
  const element = document.createElement(tag);
  if (classes) element.className = classes;
  if (text) element.textContent = text;
  return element;
};

export const wordsOf = (unit) => unit.pieces.map(([words, blank]) => words + (unit.table ? "\n" : blank ? " " : "")).join("").trimEnd();

const makeHead = (unit) => {
  const head = make("div", "head");
  head.append(make("b", "", TITLES[unit.code]));
  if (isForward(unit)) head.append(make("span", "unseen", "looks forward"));
  if (isQuote(unit)) head.append(make("span", "", unit.speaker || "speaker unknown"));
  if (unit.figures) head.append(make("span", "", `${unit.figures} guidance record${unit.figures > 1 ? "s" : ""}`));
  return head;
};

const makeQuestion = ({ certainty, code, other, question }) => {
  const line = make("p", "question");
  line.append(make("b", "", certainty.toFixed(2)), ` ${TITLES[code]} or ${TITLES[other].toLowerCase()}? ${question[0].toUpperCase()}${question.slice(1)}`);
  return line;
};

const makeNear = (unit) => {
  const line = make("p", "near");
  line.append(make("bdi", "", wordsOf(unit)));
  return line;
};

// The item of a unit, the `number`th; `near` are the units before and after it, which stand beside it where it stands alone.
export const makeItem = (unit, number, [before, after]) => {
  const item = make("li", `unit ${LABELS[unit.code]}${isForward(unit) ? " forward" : ""}${unit.seen ? " seen" : ""}`);
  item.tabIndex = -1;
  const body = make("div", "body");
  if (unit.doubt) body.append(makeQuestion(unit.doubt));
  if (before) body.append(makeNear(before));
  const words = make(unit.table ? "pre" : "bdi", "words", wordsOf(unit));
  if (unit.table) {
    words.tabIndex = 0;
    words.setAttribute("role", "region");
    words.setAttribute("aria-label", `Table, unit ${number}`);
  }
  body.append(words);
  if (after) body.append(makeNear(after));
  for (const comment of unit.comments) body.append(make("p", "comment", comment));
  item.append(makeHead(unit), body);
  return item;
};

// A choice of where to cut a unit: a button before each piece but the first. `cut` gets the number of the piece.
export const makeGaps = (unit, cut, leave) => {
  const group = make("div", `gaps${unit.table ? " rows" : ""}`);
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", unit.table ? "Cut above which row?" : "Cut before which word?");
  group.append(make("span", "", unit.pieces[0][0] + " "));
  unit.pieces.slice(1).forEach(([words], index) => {
    const button = make("button", "", words);
    button.type = "button";
    button.tabIndex = index ? -1 : 0;
    button.addEventListener("click", () => cut(index + 1));
    group.append(button);
  });
  group.addEventListener("keydown", (event) => {
    const next = { ArrowRight: "nextElementSibling", ArrowDown: "nextElementSibling", ArrowLeft: "previousElementSibling", ArrowUp: "previousElementSibling" }[event.key];
    const target = next && document.activeElement[next];
    if (event.key === "Escape") leave();
    else if (target instanceof HTMLButtonElement) target.focus();
    else if (event.key !== "Enter" && event.key !== " ") return;
    event.stopPropagation();
    if (event.key !== "Enter" && event.key !== " ") event.preventDefault();
  });
  return group;
};
