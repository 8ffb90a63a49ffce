// The columns of the table of runs, and which of them are shown.
const LEFT_COLUMNS = [
  { key: "outcome", title: "verdict", width: 128, frozen: true, cell: run => outcome(run.outcome), value: run => run.outcome },
  { key: "short", title: "run", width: 96, frozen: true, cell: runLink, value: run => run.id, code: true },
  { key: "experiment", title: "experiment", width: 240, value: run => run.experiment + (run.name ? " / " + run.name : "") },
  { key: "trial", title: "trial", width: 76, value: run => run.trial, right: true },
  { key: "study", title: "study", width: 96, code: true, value: run => (study => study && db.runs[study.run].short)(studyOf(run)),
    cell: run => (study => study ? el("a", { href: studyAddress(study) }, db.runs[study.run].short) : "")(studyOf(run)) },
  { key: "reason", title: "reason", width: 180, value: run => run.reason }
];

const RIGHT_COLUMNS = [
  { key: "outside", title: "build", width: 100, value: run => run.outside ? "outside" : null },
  { key: "start", title: "started, UTC", width: 146, value: run => run.start, text: when },
  { key: "millis", title: "took", width: 84, value: run => run.millis, text: duration, right: true },
  { key: "author", title: "author", width: 130, value: run => run.author },
  { key: "commit", title: "commit", width: 140, value: run => run.commit, code: true, cell: run => run.commit
    ? el("span", { title: run.commit + (run.dirty ? ", with uncommitted changes" : "") }, run.commit.slice(0, 8), run.dirty ? " dirty" : "") : "" }
];

const MORE_COLUMNS = [
  { key: "status", title: "status", width: 110, value: run => run.status },
  { key: "branch", title: "branch", width: 120, value: run => run.branch },
  { key: "model", title: "model", width: 150, value: run => run.model },
  { key: "module", title: "module", width: 180, value: run => run.module },
  { key: "attempt", title: "attempt", width: 90, value: run => run.attempt, right: true },
  { key: "warnings", title: "warnings", width: 100, value: run => run.warnings, right: true }
];

const valueColumn = column => {
  const numeric = column.values.some(isNumber);
  const text = !numeric ? shown : column.kind === "params" ? given : columnFigure(column.values);
  const widest = Math.max(...column.name.split(/[._/]/).map(part => part.length));
  return { key: column.key, title: column.name, group: column.kind, direction: column.direction, right: numeric,
    width: Math.min(200, Math.max(100, 46 + 8 * widest, 46 + 3.2 * column.name.length)),
    value: run => column.values[run.number], cell: numeric && db.build.gates.some(gate => gate.metric === column.name)
      ? run => run.judged ? runFigure(run, column.name, column.values[run.number]) : plainCell(text, column.values[run.number]) : null, text: value => isNumber(value) ? text(value) : String(value) };
};

const allColumns = () => [...LEFT_COLUMNS, ...db.metrics.map(valueColumn), ...db.params.map(valueColumn),
  ...RIGHT_COLUMNS, ...MORE_COLUMNS];

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
  const told = column => db.runs.some(run => column.value(run) !== null && column.value(run) !== undefined);
  return new Set([...[...LEFT_COLUMNS, ...RIGHT_COLUMNS].filter(told).map(column => column.key), ...best(db.metrics, 6), ...best(db.params, 6)]);
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

const plainCell = (text, value) => value === null || value === undefined || value === "" ? ""
  : el("span", { title: String(value) }, text ? text(value) : String(value));

const cellContent = (column, run) => column.cell ? column.cell(run) : plainCell(column.text, column.value(run));

/** The column as Tabulator wants it. Titles and cells are elements: it would read texts as HTML. */
const tabulatorColumnOf = (column, rowOf) => ({
  field: column.key, width: Math.round(column.width), minWidth: 60, sorter, headerSortTristate: true,
  title: column.title, hozAlign: column.right ? "right" : "left", headerHozAlign: column.right ? "right" : "left",
  titleFormatter: () => el("span", { title: (column.hint || column.title) + (column.direction ? ": " + betterWhen(column.direction) : "") },
    named(column.title), directionSign(column.direction)),
  cssClass: column.code ? "code" : "", headerFilter: filterInput, headerFilterFunc: headerFilter(column),
  headerFilterLiveFilter: true, frozen: column.frozen === true,
  formatter: cell => {
    const content = cellContent(column, rowOf(cell.getRow().getData()));
    return content instanceof Node ? content : fill(el("span", {}), content);
  } });

const tabulatorColumn = column => tabulatorColumnOf(column, data => db.runs[data.number]);

const filterInput = (cell, rendered, success, cancel) => {
  const title = cell.getColumn().getDefinition().title;
  const input = el("input", { type: "search", "aria-label": "Filter " + title, input: () => success(input.value),
    keydown: event => event.key === "Escape" && cancel() });
  input.style.width = "100%";
  return input;
};
