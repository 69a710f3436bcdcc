// What buttons and keys do: each a request, whose answer changes the sheet, or says why it does not.
import { post } from "./requests.js";
import { applySplice, choose, lay, one, open, say, show, showBar, state, step } from "./sheet.js";
import { isQuote, makeGaps } from "./units.js";

let busy = false;
let pending = null; // what a conflict has kept from being done

const ask = async (path, body, then) => {
  if (busy) return;
  busy = true;
  try {
    const splice = await post(`releases/${state.number}/${path}`, { revision: state.revision, ...body });
    say("");
    applySplice(splice);
    then(splice);
  } catch (error) {
    await refuse(error, () => ask(path, body, then));
  } finally {
    busy = false;
  }
};

const refuse = async (error, again) => {
  if (error.kind === "conflict") {
    pending = again;
    one("#conflict-message").textContent = error.message;
    one("#conflict").hidden = false;
    one("#theirs").focus();
  } else if (error.kind === "stale") {
    await open(state.number, { message: error.message });
  } else {
    say(error.message);
    showBar();
  }
};

// Ends a conflict. With "mine", the change that met it is made after all; with "theirs", the step back leads to what stood here.
export const settle = async (keep) => {
  try {
    const { aside, release } = await post(`releases/${state.number}/conflict`, { keep });
    const chosen = state.units.indexOf(state.current);
    show(release);
    choose(state.units[Math.min(chosen, state.units.length - 1)] ?? state.order[0]);
    if (keep === "mine" && pending) await pending();
    if (aside) say(`What the other program wrote now stands in ${aside}.`);
    pending = null;
  } catch (error) {
    say(error.message);
  }
};

const change = (what, then) => {
  const unit = state.units.indexOf(state.current);
  return unit >= 0 ? ask("changes", { change: { unit, ...what } }, then) : undefined;
};

// The units that a change has made, or the one that it has left as it was.
const made = (splice) => (splice.units.length ? state.units.slice(splice.at, splice.at + splice.units.length) : [state.current]);

const moveOn = (splice) => {
  const [unit] = made(splice);
  if (!splice.units.length) unit.seen = unit.item.classList.add("seen") ?? true;
  choose(unit, { focus: false });
  if (!step(1)) choose(unit);
};

export const setCode = (code) => {
  const wanted = (state.current?.table && { G: "TG", H: "TH" }[code]) || code;
  change({ do: "code", code: wanted }, (splice) => {
    const [unit] = made(splice);
    if (!isQuote(unit) || unit.speaker) return moveOn(splice);
    choose(unit);
    say("Who speaks? Press w and name the speaker, or leave it unknown.");
  });
};

export const toggleForward = () => {
  const code = { QF: "QN", QN: "QF", G: "H", H: "G", TG: "TH", TH: "TG" }[state.current?.code];
  if (!code) return say("Guidance, facts, quotations and tables look forward or do not; this is none of them.");
  change({ do: "code", code }, (splice) => choose(made(splice)[0]));
};

export const toggleTable = () => change({ do: "table", table: !state.current?.table }, (splice) => choose(made(splice)[0]));

export const setSpeaker = (speaker) => {
  if (state.current && isQuote(state.current)) change({ do: "speaker", speaker }, (splice) => choose(made(splice)[0]));
};

export const confirm = () => change({ do: "confirm" }, moveOn);

export const join = () => change({ do: "join" }, (splice) => choose(made(splice)[0]));

export const undo = () => ask("undo", {}, (splice) => choose(made(splice)[0]));

export const startCut = () => {
  const unit = state.current;
  if (!unit || unit.pieces.length < 2) return;
  const leave = () => {
    lay();
    choose(unit);
  };
  const cut = (piece) => change({ do: "cut", piece }, (splice) => choose(made(splice).at(-1)));
  const gaps = makeGaps(unit, cut, leave);
  unit.item.querySelector(".words")?.replaceWith(gaps);
  gaps.querySelector("button")?.focus();
};
