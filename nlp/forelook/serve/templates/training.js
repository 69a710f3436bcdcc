// The button that trains: how far it is, and what the corrections have changed.
import { get, post } from "./requests.js";
import { make } from "./units.js";

const one = (selector) => document.querySelector(selector);
const NAMES = { none: "nothing stated", guidance: "guidance", historical_fact: "fact", management_quote: "quote", "management_quote (forward)": "quote, forward", safe_harbor: "safe harbor" };
const PAUSE = 400; // milliseconds between two questions

const cell = (row, words) => row.append(make("td", "", words));

const makeTable = (corrections) => {
  const table = make("table");
  const head = table.createTHead().insertRow();
  for (const title of ["Unit", "You said", "Before", "Now"]) {
    const th = make("th", "", title);
    th.scope = "col";
    head.append(th);
  }
  const body = table.createTBody();
  for (const each of corrections) {
    const row = body.insertRow();
    const words = make("bdi", "", each.text.replace(/\s+/g, " ").slice(0, 160));
    row.insertCell().append(words);
    cell(row, NAMES[each.wanted]);
    cell(row, NAMES[each.before]);
    cell(row, NAMES[each.after] + (each.after === each.wanted ? " ✓" : ""));
  }
  return table;
};

const showResult = ({ result, model }) => {
  const { corrections, changed } = result;
  const taken = corrections.filter((each) => each.after === each.wanted).length;
  const place = one("#result");
  place.replaceChildren();
  place.append(make("p", "", corrections.length ? `The model now agrees with ${taken} of ${corrections.length} corrections.` : "You have corrected nothing that the model had otherwise: it labels all of this as you do."));
  if (corrections.length) place.append(makeTable(corrections));
  const [all, other] = changed["own data"] ?? [0, 0];
  place.append(make("p", "", `Of ${all} statements in the folder, ${other} came out with another label.`));
  place.append(make("p", "small", `The model is in ${model}; use it with --model. Releases that nobody has touched have been tagged again with it.`));
};

const show = (progress) => {
  one("#train").disabled = progress.state === "running";
  one("#progress").hidden = progress.state !== "running";
  one("#bar").value = progress.share;
  one("#step").textContent = progress.step;
  if (progress.state === "done") showResult(progress);
  if (progress.state === "failed") one("#result").replaceChildren(make("p", "failed", progress.step));
};

const follow = async (done) => {
  for (;;) {
    const progress = await get("training");
    show(progress);
    if (progress.state !== "running") return void (progress.state === "done" && done());
    await new Promise((resume) => setTimeout(resume, PAUSE));
  }
};

// Makes the button work; `done` is called when a new model stands in the folder.
export const setUp = (done) => {
  const fail = (error) => one("#result").replaceChildren(make("p", "failed", error.message));
  one("#train").addEventListener("click", async () => {
    one("#result").replaceChildren();
    try {
      show(await post("training", {}));
      await follow(done);
    } catch (error) {
      fail(error);
      one("#train").disabled = false;
    }
  });
  get("training").then((progress) => progress.state === "running" && follow(done)).catch(fail);
};
