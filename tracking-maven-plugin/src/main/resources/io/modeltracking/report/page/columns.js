// The columns of the table of runs, and which of them are shown.
const FIRST_COLUMNS = [
  { key: "outcome", title: "verdict", width: 128, cell: run => outcome(run.outcome), value: run => run.outcome },
  { key: "short", title: "run", width: 96, cell: runLink, value: run => run.id, code: true },
  { key: "experiment", title: "experiment", width: 250, value: runTitle },
  { key: "reason", title: "reason", width: 230, value: run => run.reason },
  { key: "start", title: "started, UTC", width: 140, value: run => run.start, text: when },
  { key: "millis", title: "took", width: 84, value: run => run.millis, text: duration, right: true },
  { key: "author", title: "author", width: 130, value: run => run.author },
  { key: "commit", title: "commit", width: 112, value: run => run.commit, code: true,
    text: commit => commit.slice(0, 8), cell: run => run.commit
      ? el("span", { title: run.commit + (run.dirty ? ", with uncommitted changes" : "") }, run.commit.slice(0, 8), run.dirty ? " dirty" : "") : "" }
];

const MORE_COLUMNS = [
  { key: "status", title: "status", width: 110, value: run => run.status },
  { key: "branch", title: "branch", width: 120, value: run => run.branch },
  { key: "model", title: "model", width: 150, value: run => run.model },
  { key: "module", title: "module", width: 180, value: run => run.module },
  { key: "trial", title: "trial", width: 70, value: run => run.trial, right: true },
  { key: "attempt", title: "attempt", width: 80, value: run => run.attempt, right: true },
  { key: "warnings", title: "warnings", width: 90, value: run => run.warnings, right: true },
  { key: "outside", title: "from outside the build", width: 120, value: run => run.outside ? "outside" : "" }
];

const valueColumn = column => {
  const numeric = column.values.some(isNumber);
  const text = numeric ? columnFigure(column.values) : shown;
  return { key: column.key, title: column.name, group: column.kind, direction: column.direction, right: numeric,
    width: Math.min(170, Math.max(96, 24 + 7.2 * Math.min(22, column.name.length))),
    value: run => column.values[run.number], text: value => isNumber(value) ? text(value) : String(value) };
};

const allColumns = () => [...FIRST_COLUMNS, ...MORE_COLUMNS, ...db.metrics.map(valueColumn), ...db.params.map(valueColumn)];

const varies = column => {
  const seen = column.values.find(value => value !== null);
  return column.values.some(value => value !== null && value !== seen);
};

/** What is shown at first: what the gates read, and what differs between runs. */
const defaultColumns = () => {
  const gated = new Set(db.build.gates.map(gate => gate.metric));
  const rank = column => (gated.has(column.name) ? 4 : 0) + (varies(column) ? 2 : 0)
    + (column.values.filter(value => value !== null).length > db.runs.length / 2 ? 1 : 0);
  const best = (columns, most) => columns.map(column => [rank(column), column])
    .sort((a, b) => b[0] - a[0]).slice(0, most).map(([, column]) => column.key);
  return new Set([...FIRST_COLUMNS.map(column => column.key), ...best(db.metrics, 6), ...best(db.params, 6)]);
};

const isMissing = value => value === null || value === undefined || Number.isNaN(value);

/** Missing values and NaN stand last, whichever way it is sorted. */
const sorter = (a, b, rowA, rowB, column, direction) => {
  if (isMissing(a) || isMissing(b)) {
    const order = isMissing(a) && isMissing(b) ? 0 : isMissing(a) ? 1 : -1;
    return direction === "asc" ? order : -order;
  }
  return isNumber(a) && isNumber(b) ? a - b : String(a).localeCompare(String(b), "en", { numeric: true });
};

/** A header's own filter: a part of the text, or a comparison such as < 0.5. */
const headerFilter = column => (wanted, value) => {
  const [, operator, rest] = /^\s*(<=|>=|!=|=|<|>)?\s*(.*?)\s*$/s.exec(wanted);
  if (rest === "") {
    return true;
  }
  if (operator) {
    return compare(value, operator, rest, pattern(rest));
  }
  const text = isMissing(value) ? "" : column.text ? column.text(value) : String(value);
  return text.toLowerCase().includes(rest.toLowerCase()) || String(value).toLowerCase().includes(rest.toLowerCase());
};

const cellContent = (column, run) => {
  if (column.cell) {
    return column.cell(run);
  }
  const value = column.value(run);
  if (value === null || value === undefined || value === "") {
    return "";
  }
  return el("span", { title: String(value) }, column.text ? column.text(value) : String(value));
};

/** The column as Tabulator wants it. Titles and cells are elements: it would read texts as HTML. */
const tabulatorColumn = column => ({
  field: column.key, width: Math.round(column.width), minWidth: 60, sorter, headerSortTristate: true,
  title: column.title, hozAlign: column.right ? "right" : "left", headerHozAlign: column.right ? "right" : "left",
  titleFormatter: () => el("span", { title: column.title + (column.direction === "MINIMIZE" ? ": smaller is better"
    : column.direction === "MAXIMIZE" ? ": larger is better" : "") }, column.title,
    column.direction === "MINIMIZE" ? " ↓" : column.direction === "MAXIMIZE" ? " ↑" : ""),
  cssClass: column.code ? "code" : "", headerFilter: filterInput, headerFilterFunc: headerFilter(column),
  headerFilterLiveFilter: true, frozen: ["outcome", "short"].includes(column.key),
  formatter: cell => {
    const content = cellContent(column, db.runs[cell.getRow().getData().number]);
    return content instanceof Node ? content : document.createTextNode(content);
  } });

const filterInput = (cell, rendered, success, cancel) => {
  const title = cell.getColumn().getDefinition().title;
  const input = el("input", { type: "search", "aria-label": "Filter " + title, input: () => success(input.value),
    keydown: event => event.key === "Escape" && cancel() });
  input.style.width = "100%";
  return input;
};
