// The table of runs, a page of it at a time: the server filters, sorts and counts.
const view = { filter: "", ticked: new Set(), current: null, table: null };

const list = { ticked: new Set(), names: null };

const closeTable = () => null;

const TITLES = { run_id: "run", start_time: "started, UTC", duration: "took", run_name: "name" };

const HIDDEN = new Set(["attributes.run_id", "attributes.status", "attributes.verdict"]);

const bare = column => column.replace(/^attributes\./, "");

const titleOf = column => {
  const [, group, name] = /^(\w+)\.(.*)$/s.exec(column);
  return group === "attributes" ? TITLES[name] || name.replace(/_/g, " ") : name.replace(/^[`"](.*)[`"]$/s, "$1");
};

const outcomeOf = (status, verdict) => verdict === "REJECTED" ? "REJECTED" : status === "FINISHED" && verdict === "ACCEPTED" ? "ACCEPTED" : status;

const cellOf = (column, value) => {
  if (value === null) {
    return "";
  }
  if (column === "attributes.start_time") {
    return when(value);
  }
  if (column === "attributes.duration") {
    return duration(Math.round(value * 1000));
  }
  if (/^attributes\.(commit|parent|build)$/.test(column)) {
    return column === "attributes.parent" ? anyRun(value) : el("code", { title: value }, value.slice(0, 8));
  }
  return isNumber(value) ? el("span", { title: String(value) }, /^params/.test(column) ? given(value) : figure(value)) : brief(String(value), 40);
};

/** The address of the table with one thing changed. */
const listAddress = (parameters, changes) => {
  const next = new URLSearchParams(parameters);
  for (const [name, value] of Object.entries({ offset: null, ...changes })) {
    if (value === null || value === "") {
      next.delete(name);
    } else {
      next.set(name, value);
    }
  }
  const text = next.toString();
  return "#" + address().name + (text ? "?" + text : "");
};

const sortOf = parameters => {
  const [, column, way] = /^(.*?)(?:\s+(ASC|DESC))?$/is.exec((parameters.get("order") || "attributes.start_time DESC").trim());
  return { column, down: /desc/i.test(way || "") };
};

const headOfColumn = (column, parameters, numeric) => {
  const sort = sortOf(parameters);
  const here = sort.column === column || bare(column) === sort.column;
  const next = here && sort.down ? column + " ASC" : here ? null : column + (numeric && !/start_time/.test(column) ? " ASC" : " DESC");
  return el("th", { scope: "col", class: numeric ? "number" : "", "aria-sort": here ? (sort.down ? "descending" : "ascending") : null },
    el("a", { href: listAddress(parameters, { order: next }), title: "Sort by " + column }, named(titleOf(column)),
      here && el("span", { class: "sorted" }, sort.down ? " ↓" : " ↑")));
};

const tick = (run, on) => {
  list.ticked[on ? "add" : "delete"](run);
  const button = $("#compare");
  button.disabled = list.ticked.size < 2;
  button.textContent = list.ticked.size ? "Compare " + list.ticked.size : "Compare";
};

const tickBox = id => {
  const box = el("input", { type: "checkbox", "aria-label": "Compare run " + id.slice(0, 8), change: () => tick(id, box.checked) });
  box.checked = list.ticked.has(id);
  return box;
};

const columnAt = (answer, name) => answer.columns.indexOf(name);

const listRow = (answer, shownColumns, row) => {
  const at = name => row.cells[columnAt(answer, name)];
  const verdict = outcomeOf(at("attributes.status"), at("attributes.verdict"));
  return el("tr", { class: isQuiet({ outcome: verdict }) && verdict !== "RUNNING" ? "quiet" : "", "data-run": row.id },
    el("td", { class: "tick" }, tickBox(row.id)), el("td", {}, outcome(verdict)),
    el("th", { scope: "row" }, anyRun(row.id)),
    shownColumns.map(([name, i, numeric]) => el("td", { class: numeric ? "number" : "" }, cellOf(name, row.cells[i]))));
};

const listTable = (answer, parameters) => {
  const shownColumns = answer.columns.map((name, i) => [name, i, answer.runs.some(row => isNumber(row.cells[i]))
    && name !== "attributes.start_time"]).filter(([name]) => !HIDDEN.has(name));
  return el("div", { class: "scroll runs-list" }, el("table", { class: "plain", "aria-label": "Runs" },
    el("thead", {}, el("tr", {}, el("th", { class: "tick", title: "Tick two or more to compare" }, "⇄"), el("th", { scope: "col" }, "verdict"),
      headOfColumn("attributes.run_id", parameters, false),
      shownColumns.map(([name, , numeric]) => headOfColumn(name, parameters, numeric)))),
    el("tbody", {}, answer.runs.map(row => listRow(answer, shownColumns, row)))));
};
