// The page of runs: filter, columns, paging, all of it in the address.
const PAGE_SIZE = 50;

const listQuery = parameters => {
  const asked = new URLSearchParams({ limit: PAGE_SIZE });
  for (const name of ["filter", "order", "columns", "offset", "trials", "archived"]) {
    if (parameters.get(name)) {
      asked.set(name, parameters.get(name));
    }
  }
  return asked.toString();
};

const pager = (answer, parameters) => {
  const offset = Number(parameters.get("offset") || 0);
  const to = place => listAddress(parameters, { offset: place > 0 ? String(place) : null });
  return el("p", { class: "pager" },
    offset > 0 && el("a", { href: to(offset - PAGE_SIZE), rel: "prev" }, "← newer page"),
    el("span", { class: "hint", id: "place" }, answer.runs.length ? (offset + 1).toLocaleString("en") + "–" + (offset + answer.runs.length).toLocaleString("en") : ""),
    answer.more && el("a", { href: to(offset + PAGE_SIZE), rel: "next" }, "next page →"));
};

const countRuns = async parameters => {
  const { count } = await ask("api/count?" + listQuery(parameters)).catch(() => ({}));
  if ($("#count") && count !== undefined) {
    $("#count").textContent = plural(count, "run");
  }
};

const chooser = async (answer, parameters) => {
  list.names = await ask("api/names");
  const chosen = new Set(answer.columns.filter(name => !HIDDEN.has(name)));
  const group = (title, names) => names.length > 0 && el("fieldset", { class: "chooser-group" }, el("legend", {}, title),
    el("div", { class: "chooser" }, names.map(name => {
      const box = el("input", { type: "checkbox", change: () => chosen[box.checked ? "add" : "delete"](name) });
      box.checked = chosen.has(name);
      return el("label", {}, box, " ", titleOf(name));
    })));
  const dialog = dialogOf("Columns", el("h2", {}, "Columns"), group("Runs", list.names.attributes), group("Metrics", list.names.metrics),
    group("Params", list.names.params), group("Tags", list.names.tags));
  dialog.addEventListener("close", () => {
    location.hash = listAddress(parameters, { columns: [...chosen].join(", ") });
  });
};

const listCsv = answer => [answer.columns, ...answer.runs.map(row => row.cells)]
  .map(cells => cells.map(csvCell).join(",")).join("\r\n") + "\r\n";

const filterForm = parameters => {
  const input = el("input", { id: "filter", type: "search", autocomplete: "off", spellcheck: "false", "aria-label": "Filter runs",
    placeholder: "Filter: metrics.test.rmse < 0.5 AND params.max_depth = 5 AND branch = 'main'" });
  input.value = parameters.get("filter") || "";
  const go = event => {
    event.preventDefault();
    location.hash = listAddress(parameters, { filter: input.value.trim() });
  };
  const toggle = (name, text, title) => {
    const box = el("input", { type: "checkbox", change: () => {
      location.hash = listAddress(parameters, { [name]: box.checked ? "1" : null });
    } });
    box.checked = parameters.get(name) === "1";
    return el("label", { class: "hint", title }, box, " " + text);
  };
  return el("form", { class: "filter-row", submit: go }, input, el("button", { type: "submit" }, "Filter"),
    toggle("trials", "trials too", "Trials, repeats and folds stand with their study otherwise"), toggle("archived", "archived too", "Runs that were archived"));
};

const runsPage = async (rest, parameters, title = "Runs") => {
  let answer = null;
  let problem = null;
  try {
    answer = await ask("api/runs?" + listQuery(parameters));
  } catch (refused) {
    problem = refused.message;
  }
  if (answer && answer.empty) {
    return card(title, null, emptiness("There is no history in this project yet."),
      el("p", {}, "Write a test with @ModelExperiment and run it with \"mvn verify\": its runs appear here while they run."));
  }
  if (answer) {
    countRuns(parameters);
  }
  return el("section", { class: "card" }, el("header", {}, el("h2", {}, title), el("span", { class: "hint", id: "count" }),
    el("span", { class: "right" },
      el("button", { type: "button", id: "compare", disabled: list.ticked.size < 2, click: () => {
        location.hash = "#compare/" + [...list.ticked].join(",");
      } }, list.ticked.size ? "Compare " + list.ticked.size : "Compare"),
      answer && el("button", { type: "button", click: () => chooser(answer, parameters) }, "Columns"),
      answer && el("button", { type: "button", click: () => download(listCsv(answer), "runs.csv") }, "CSV"))),
  filterForm(parameters), el("p", { class: "problem text", id: "problem", role: "alert" }, problem),
  answer && answer.runs.length === 0 && emptiness("No run matches."), answer && answer.runs.length > 0 && listTable(answer, parameters),
  answer && pager(answer, parameters));
};
