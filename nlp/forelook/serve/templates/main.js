// The page to correct: what buttons and keys lead to, and the list of releases.
import { confirm, join, setCode, setSpeaker, settle, startCut, toggleForward, toggleTable, undo } from "./actions.js";
import { get } from "./requests.js";
import { all, choose, lay, one, open, say, state, step } from "./sheet.js";
import { setUp as setUpTraining } from "./training.js";

const CODES = ["G", "H", "S", "QF", "QN", "M"];

const toggleOrder = () => {
  const boxes = all("input[name=order]");
  (boxes.find((box) => !box.checked) ?? boxes[0]).checked = true;
  reorder();
};

const reorder = () => {
  const { current } = state;
  lay();
  choose(current ?? state.order[0]);
};

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  ArrowDown: () => step(1),
  ArrowUp: () => step(-1),
  f: toggleForward,
  t: toggleTable,
  w: () => one("#speaker").disabled || one("#speaker").select(),
  Enter: confirm,
  x: startCut,
  "+": join,
  z: undo,
  o: toggleOrder,
};

const press = (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !one("#shortcuts").checked) return;
  if (event.target.matches("input, select, textarea")) return;
  const inList = event.target === document.body || event.target.closest("#units");
  if (!inList && (event.key === "Enter" || event.key.startsWith("Arrow"))) return; // a button's own
  const act = /^[1-6]$/.test(event.key) ? () => setCode(CODES[Number(event.key) - 1]) : KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
};

const pick = (event) => {
  const item = event.target.closest(".unit");
  const unit = item && state.units.find((each) => each.item === item);
  if (unit && unit !== state.current) choose(unit, { focus: !event.target.closest("pre, button") });
};

const speak = (event) => {
  if (event.key === "Escape") return void choose(state.current);
  if (event.key === "Enter") setSpeaker(one("#speaker").value);
};

const change = (event) => {
  const listed = [...one("#speakers").options].some((option) => option.value === event.target.value);
  if (listed && event.target.value !== (state.current?.speaker || "unknown")) setSpeaker(event.target.value);
};

const listReleases = async () => {
  const { releases } = await get("releases");
  one("#release").replaceChildren(...releases.map((each) => new Option(`${each.id} · ${each.doubts} in doubt`, String(each.number))));
  one("#release").value = String(state.number);
  one("#choose").hidden = releases.length < 2;
  return releases;
};

const goTo = async (number) => {
  try {
    await open(number);
    history.replaceState(null, "", `#${number}`);
  } catch (error) {
    say(error.message);
  }
};

for (const button of all("[data-code]")) button.addEventListener("click", () => setCode(button.dataset.code));
for (const [id, act] of Object.entries({ forward: toggleForward, table: toggleTable, confirm, cut: startCut, join, undo })) one(`#${id}`).addEventListener("click", act);
for (const box of all("input[name=order]")) box.addEventListener("change", reorder);
one("#speaker").addEventListener("keydown", speak);
one("#speaker").addEventListener("input", change);
one("#release").addEventListener("change", (event) => goTo(Number(event.target.value)));
one("#next-release").addEventListener("click", () => goTo((state.number + 1) % one("#release").options.length));
one("#theirs").addEventListener("click", () => settle("theirs"));
one("#mine").addEventListener("click", () => settle("mine"));
one("#units").addEventListener("click", pick);
document.addEventListener("keydown", press);

const begin = async () => {
  const releases = await listReleases();
  const asked = Number(location.hash.slice(1)) || 0;
  await goTo(asked < releases.length ? asked : 0);
};

setUpTraining(async () => {
  await listReleases();
  if (one("#file").textContent.startsWith("Will")) await goTo(state.number);
});
begin().catch((error) => say(error.message));
