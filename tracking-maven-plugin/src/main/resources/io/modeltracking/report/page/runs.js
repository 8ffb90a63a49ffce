// The table of runs: virtual, so that ten thousand rows cost what a screen of them costs.
const view = { filter: "", columns: null, ticked: new Set(), sort: [], table: null, current: null };

const rowsOf = columns => db.listed.map(run => {
  const row = { number: run.number };
  for (const column of columns) {
    row[column.key] = column.value(run);
  }
  return row;
});

const tickColumn = () => ({
  title: "compare", field: "number", width: 44, minWidth: 44, headerSort: false, frozen: true, resizable: false,
  titleFormatter: () => el("span", { title: "Tick two or more to compare" }, "⇄"),
  formatter: cell => {
    const run = db.runs[cell.getValue()];
    const box = el("input", { type: "checkbox", "aria-label": "Compare run " + run.short,
      click: event => event.stopPropagation(), change: () => tick(run, box.checked) });
    box.checked = view.ticked.has(run.number);
    return box;
  } });

const tick = (run, on) => {
  view.ticked[on ? "add" : "delete"](run.number);
  const button = $("#compare");
  button.disabled = view.ticked.size < 2;
  button.textContent = view.ticked.size ? "Compare " + view.ticked.size : "Compare";
};

const grouped = columns => {
  const of = kind => columns.filter(column => column.group === kind).map(tabulatorColumn);
  const group = (title, kind) => of(kind).length ? [{ title, columns: of(kind) }] : [];
  const among = list => columns.filter(column => list.some(one => one.key === column.key)).map(tabulatorColumn);
  return [tickColumn(), ...among(LEFT_COLUMNS), ...group("Metrics", "metrics"), ...group("Params", "params"),
    ...among([...RIGHT_COLUMNS, ...MORE_COLUMNS])];
};

const applyFilter = () => {
  const box = $("#find");
  const problem = $("#problem");
  try {
    const matches = query(view.filter);
    box.removeAttribute("aria-invalid");
    problem.textContent = "";
    view.table.setFilter(row => matches(db.runs[row.number]));
  } catch (error) {
    box.setAttribute("aria-invalid", "true");
    problem.textContent = error.message;
  }
};

const countRows = rows => {
  const text = plural(rows.length, "run") + (rows.length === db.listed.length ? "" : " of " + db.listed.length.toLocaleString("en"));
  const count = $("#count");
  if (count && count.textContent !== text) {
    count.textContent = text;
    announce(text);
  }
};

const makeTable = () => {
  closeTable();
  const columns = allColumns().filter(column => view.columns.has(column.key));
  const made = new Tabulator("#table", {
    data: rowsOf(columns), index: "number", columns: grouped(columns), layout: "fitData", maxHeight: Math.max(240, innerHeight - 170) + "px",
    initialSort: view.sort, placeholder: "No run matches the filter.", columnDefaults: { headerSortTristate: true },
    rowFormatter: row => {
      const run = db.runs[row.getData().number];
      row.getElement().classList.toggle("quiet", isQuiet(run));
      row.getElement().classList.toggle("judged", run.judged);
      row.getElement().classList.toggle("current", run.number === view.current);
    } });
  made.on("tableBuilt", () => {
    view.table = made;
    applyFilter();
  });
  made.on("dataFiltered", (filters, rows) => countRows(rows));
  made.on("dataSorted", sorters => {
    view.sort = sorters.map(one => ({ column: one.field, dir: one.dir }));
  });
  made.on("rowClick", (event, row) => {
    if (!event.target.closest("a, input") && !String(getSelection())) {
      location.hash = runAddress(db.runs[row.getData().number]);
    }
  });
};

const closeTable = () => {
  if (view.table) {
    view.table.destroy();
    view.table = null;
  }
};

/** The runs of the table in its order, with all columns and full values. */
const csv = () => {
  const columns = allColumns();
  const rows = view.table.getRows("active").map(row => db.runs[row.getData().number]);
  const name = column => (column.group ? column.group + "." : "") + column.title;
  const value = (column, run) => column.key === "start" ? new Date(run.start).toISOString()
    : column.key === "millis" ? (run.millis === null ? "" : run.millis / 1000) : column.value(run);
  return [columns.map(column => csvCell(name(column) + (column.key === "millis" ? ", s" : ""))).join(","),
    ...rows.map(run => columns.map(column => csvCell(value(column, run))).join(","))].join("\r\n") + "\r\n";
};

const downloadCsv = () => download(csv(), "runs.csv");

const chooser = () => {
  const choose = (title, columns) => columns.length > 0 && el("fieldset", { class: "chooser-group" }, el("legend", {}, title),
    el("div", { class: "chooser" }, columns.map(column => {
      const box = el("input", { type: "checkbox", change: () => {
        view.columns[box.checked ? "add" : "delete"](column.key);
        makeTable();
      } });
      box.checked = view.columns.has(column.key);
      return el("label", {}, box, " ", column.title);
    })));
  const columns = allColumns();
  const dialog = el("dialog", { "aria-label": "Columns" }, el("h2", {}, "Columns"),
    choose("Runs", columns.filter(column => !column.group)),
    choose("Metrics", columns.filter(column => column.group === "metrics")),
    choose("Params", columns.filter(column => column.group === "params")),
    el("button", { type: "button", click: () => dialog.close() }, "Done"));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
};

const runsPage = parameters => {
  if (db.runs.length === 0) {
    return card("Runs", null, emptiness("No run was recorded: tests were skipped, or none is a @ModelExperiment."));
  }
  view.filter = parameters.get("filter") || "";
  view.columns = view.columns || defaultColumns();
  $("#find").value = view.filter;
  requestAnimationFrame(() => $("#table") && makeTable());
  return el("section", { class: "card" }, el("header", {}, el("h2", {}, "Runs"), el("span", { class: "hint", id: "count" }),
    el("span", { class: "hint" }, "Open a run by a click; rejected and failed runs stay, with their reason."),
    el("span", { class: "right" },
      el("button", { type: "button", id: "compare", disabled: view.ticked.size < 2, click: () => {
        location.hash = "#compare/" + [...view.ticked].map(at => runAddress(db.runs[at]).slice(5)).join(",");
      } }, view.ticked.size ? "Compare " + view.ticked.size : "Compare"),
      el("button", { type: "button", click: chooser }, "Columns"),
      el("button", { type: "button", click: downloadCsv }, "CSV"))),
  listingLine(), el("p", { class: "problem", id: "problem", role: "alert" }), el("div", { id: "table" }));
};
