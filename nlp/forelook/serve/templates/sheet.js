// The release in hand: its units, the order in which they stand, which of them is current, and how a change alters them.
import { get } from "./requests.js";
import { isForward, isQuote, make, makeItem } from "./units.js";

export const one = (selector) => document.querySelector(selector);
export const all = (selector) => [...document.querySelectorAll(selector)];
export const state = { number: 0, id: "", revision: 0, undo: false, units: [], order: [], current: null };
const list = one("#units");

export const say = (words) => {
  one("#message").textContent = words;
  one("#message").hidden = !words;
};

const byDoubt = () => all("input[name=order]").find((box) => box.checked).value === "doubts";
const isDoubtful = (unit) => unit.doubt || unit.wasDoubtful;

const count = () => {
  const left = state.units.filter((unit) => unit.doubt).length;
  one("#count").textContent = left ? `${left} in doubt, ${state.units.length} units` : `nothing in doubt, ${state.units.length} units`;
  const option = one("#release").options[state.number];
  if (option) option.textContent = `${state.id} · ${left} in doubt`;
};

const place = (unit) => {
  const number = state.units.indexOf(unit);
  const near = byDoubt() && isDoubtful(unit) ? [state.units[number - 1], state.units[number + 1]] : [];
  const item = makeItem(unit, number + 1, near);
  unit.item?.replaceWith(item);
  unit.item = item;
  return item;
};

const division = (words) => make("li", "division", words);

export const lay = () => {
  for (const unit of state.units) unit.item = null;
  list.replaceChildren();
  if (byDoubt()) {
    const doubtful = state.units.filter(isDoubtful).sort((one, other) => one.certainty - other.certainty);
    const rest = state.units.filter((unit) => !isDoubtful(unit));
    state.order = [...doubtful, ...rest];
    if (doubtful.length) list.append(division("In doubt, the least certain first"), ...doubtful.map(place));
    if (rest.length) list.append(division("All else, as it reads"), ...rest.map(place));
  } else {
    state.order = [...state.units];
    list.append(...state.order.map(place));
  }
  count();
};

export const showBar = () => {
  const unit = state.current;
  for (const button of all("[data-code]")) {
    button.setAttribute("aria-pressed", String(Boolean(unit) && (unit.code === button.dataset.code || unit.code === { G: "TG", H: "TH" }[button.dataset.code])));
    button.disabled = !unit;
  }
  one("#forward").setAttribute("aria-pressed", String(Boolean(unit) && isForward(unit)));
  one("#table").setAttribute("aria-pressed", String(Boolean(unit) && unit.table));
  one("#speaker").disabled = !unit || !isQuote(unit);
  one("#speaker").value = unit && isQuote(unit) ? unit.speaker || "unknown" : "";
  one("#join").disabled = !unit || unit === state.units.at(-1);
  one("#cut").disabled = !unit || unit.pieces.length < 2;
  one("#undo").disabled = !state.undo;
};

export const choose = (unit, { focus = true } = {}) => {
  for (const item of all("[aria-current]")) item.removeAttribute("aria-current");
  state.current = unit ?? null;
  if (unit) {
    for (const each of state.order) each.item.tabIndex = each === unit ? 0 : -1;
    unit.item.setAttribute("aria-current", "true");
    if (focus) {
      unit.item.focus({ preventScroll: true });
      unit.item.scrollIntoView({ block: "nearest" });
    }
  }
  showBar();
};

export const step = (by) => {
  const next = state.order[state.order.indexOf(state.current) + by];
  if (next) choose(next);
  return Boolean(next);
};

const remember = (unit, old) => {
  unit.wasDoubtful = Boolean(unit.doubt || old?.wasDoubtful);
  unit.certainty = unit.doubt?.certainty ?? old?.certainty ?? 1;
  unit.seen = Boolean(old) && !unit.doubt;
};

export const applySplice = ({ at, removed, units, file, undo, revision }) => {
  const old = state.units.slice(at, at + removed);
  units.forEach((unit, index) => remember(unit, old[Math.min(index, old.length - 1)]));
  state.units.splice(at, removed, ...units);
  Object.assign(state, { undo, revision });
  one("#file").textContent = `Saved in ${file}`;
  if (!old.length) return void count();
  state.order.splice(state.order.indexOf(old[0]), 1, ...units);
  state.order = state.order.filter((unit) => !old.includes(unit));
  old[0].item.replaceWith(...units.map(place));
  for (const unit of old.slice(1)) unit.item.remove();
  count();
};

export const open = async (number, { message = "" } = {}) => {
  const found = await get(`releases/${number}`);
  show(found);
  say(message);
};

export const show = (found) => {
  Object.assign(state, { number: found.number, id: found.id, revision: found.revision, undo: found.undo, units: found.units, current: null });
  for (const unit of state.units) remember(unit, null);
  one("#title").replaceChildren(make("bdi", "", found.title));
  one("#file").textContent = found.saved ? `Saved in ${found.file}` : `Will be saved in ${found.file} with the first correction`;
  one("#speakers").replaceChildren(...found.speakers.map((name) => new Option(name, name)));
  one("#release").value = String(found.number);
  one("#conflict").hidden = true;
  lay();
  choose(state.order[0]);
};
