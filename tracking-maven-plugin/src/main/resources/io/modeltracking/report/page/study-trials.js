// The trials as a table, in the order of merit: virtual, filtered by the brushes of the parallel coordinates.
const trialView = { table: null, kept: null, study: null, touched: null };

const failedChecks = (study, trial) => missed(study, trial).map(([rule, shown]) =>
  el("div", {}, el("code", {}, rule), " – ", el("b", {}, shown || "missed")));

const partsTable = trial => trial.children.length > 0 && table("Parts of " + trialName(trial),
  [["part", ""], ["run", ""], ["verdict", ""], ["took", "number"], ...objectiveColumn(trial)],
  trial.children.map(run => [run.repeat !== null ? "seed " + run.repeat : run.name || "part", runLink(run), outcome(run.outcome), duration(run.millis),
    ...objectiveColumn(trial).map(([name]) => number(columnNamed(db.metrics, name).values[run.number]))]));

const objectiveColumn = trial => {
  const metric = columnNamed(db.metrics, studyOf(trial.run).metric.split("@")[0]);
  return metric ? [[metric.name, "number"]] : [];
};

/** What a trial has to say beyond its row. */
const trialMore = (study, trial) => el("div", { class: "more" },
  trial.run ? [trial.run.reason && el("p", {}, trial.run.reason), failedChecks(study, trial), partsTable(trial),
    el("p", {}, "run ", runLink(trial.run), trial.reused && " of an earlier run of the study", trial.sampler && [" · proposed by ", el("code", {}, trial.sampler)])]
    : el("p", {}, "This trial was run by an earlier run of the study, as run ", el("code", {}, trial.id), ". Its record is not in the history that this report was made from."));

const trialColumns = study => {
  const trials = study.trials;
  const param = one => ({ key: "p:" + one.name, title: one.name, group: "Params", right: !one.choices || one.choices.every(isNumber), width: Math.max(104, 54 + 8 * Math.max(...one.name.split(/[._/]/).map(part => part.length))),
    value: trial => one.value(trial), text: given });
  const check = one => ({ key: "c:" + one.i, title: checkName(one), hint: one.rule, group: "Requirements", right: true, width: 130,
    value: trial => one.observed[trial.at], cell: trial => one.shown[trial.at] ? el("span", { title: one.rule + ": " + one.observed[trial.at], class: one.held[trial.at] === 0 ? "missed" : null },
      one.held[trial.at] === 0 && "✕ ", one.shown[trial.at]) : "" });
  return [
    { key: "number", title: "trial", width: 84, right: true, frozen: true, value: trial => trial.number, cell: trial => trialLink(trial).textContent.replace("trial ", "") },
    { key: "outcome", title: "verdict", width: 132, frozen: true, value: trial => trial.kind === "winner" ? "WINNER" : trial.run ? trial.run.outcome : "UNKNOWN",
      cell: trial => [trialOutcome(trial), trial.kind === "winner" && " ◆"] },
    { key: "objective", title: study.metric + arrow(study), hint: "the objective: " + directionWords(study), width: trials.some(trial => trial.parts > 1) ? 210 : 140, right: true,
      value: trial => trial.objective, cell: trial => objectiveText(trial) || "" },
    ...(trials.some(trial => trial.violation > 0) ? [{ key: "violation", title: "violation", hint: "sum of the relative violations of the requirements; 0 is accepted", width: 112, right: true,
      value: trial => trial.violation, text: figure }] : []),
    ...study.checks.map(check), ...study.params.map(param),
    { key: "millis", title: "took", width: 84, right: true, value: trial => trial.run && trial.run.millis, text: duration },
    { key: "reason", title: "reason", width: 260, value: trial => trial.run ? trial.run.reason : "its record is not in the history" },
    { key: "sampler", title: "sampler", width: 110, value: trial => trial.sampler },
    { key: "run", title: "run", width: 96, code: true, value: trial => trial.id, cell: trial => runLink(trial.run) || (trial.id || "").slice(0, 8) }];
};

const dressTrialRow = (study, opened, row) => {
  const trial = study.trials[row.getData().at];
  const element = row.getElement();
  element.classList.toggle("quiet", trial.kind !== "accepted" && trial.kind !== "winner");
  element.classList.toggle("judged", trial.kind === "winner");
  element.querySelectorAll(".more").forEach(old => old.remove());
  if (opened.has(trial)) {
    element.append(trialMore(study, trial));
  }
};

const moreColumn = (study, opened) => ({ title: "more", field: "at", width: 40, minWidth: 40, headerSort: false, frozen: true, resizable: false,
  titleFormatter: () => el("span", { title: "Open a trial for its reason and its parts" }, "▸"),
  formatter: cell => {
    const trial = study.trials[cell.getValue()];
    const button = el("button", { type: "button", class: "expand", "aria-expanded": String(opened.has(trial)), "aria-label": "More of " + trialName(trial), click: event => {
      event.stopPropagation();
      const opens = !opened.has(trial);
      opened[opens ? "add" : "delete"](trial);
      button.textContent = opens ? "▾" : "▸";
      button.setAttribute("aria-expanded", String(opens));
      dressTrialRow(study, opened, cell.getRow());
      cell.getRow().normalizeHeight();
    } }, opened.has(trial) ? "▾" : "▸");
    return button;
  } });

const trialTabulator = (study, column) => tabulatorColumnOf(column, data => study.trials[data.at]);

const trialRows = (study, columns) => study.trials.map(trial => {
  const row = { at: trial.at };
  for (const column of columns) {
    row[column.key.replace(/\./g, " ")] = column.value(trial);
  }
  return row;
});

const makeTrialTable = study => {
  const columns = trialColumns(study).map(column => ({ ...column, key: column.key.replace(/\./g, " ") }));
  const opened = new Set();
  const inGroup = name => columns.filter(column => column.group === name).map(column => trialTabulator(study, column));
  const groups = name => inGroup(name).length ? [{ title: name, columns: inGroup(name) }] : [];
  const plain = columns.filter(column => !column.group).map(column => trialTabulator(study, column));
  const made = new Tabulator("#trials", {
    data: trialRows(study, columns), index: "at", maxHeight: 560, layout: "fitDataFill", movableColumns: true,
    placeholder: "No trial is in the selection", columnDefaults: { tooltip: false },
    columns: [moreColumn(study, opened), ...plain.slice(0, 3), ...groups("Requirements"), ...groups("Params"), ...plain.slice(3)],
    rowFormatter: row => dressTrialRow(study, opened, row) });
  made.on("tableBuilt", () => {
    trialView.table = made;
    if (trialView.kept !== null) {
      filterTrials(trialView.kept);
    }
  });
  // A table whose size changes draws its rows anew, and the button that had the focus is gone: its successor takes it.
  $("#trials").addEventListener("focusin", event => {
    trialView.touched = event.target.getAttribute("aria-label");
  });
  made.on("renderComplete", () => {
    const button = trialView.touched && document.activeElement === document.body
      && [...document.querySelectorAll("#trials button.expand")].find(one => one.getAttribute("aria-label") === trialView.touched);
    if (button) {
      button.focus({ preventScroll: true });
    }
  });
  made.on("dataFiltered", (filters, rows) => {
    const text = rows.length === study.trials.length ? plural(rows.length, "trial") : plural(rows.length, "trial") + " of " + study.trials.length.toLocaleString("en");
    const count = $("#trial-count");
    if (count && count.textContent !== text) {
      count.textContent = text;
      announce(text);
    }
  });
  trialView.study = study;
};

/** @param kept numbers of the trials that are shown; null for all */
const filterTrials = kept => {
  trialView.kept = kept;
  if (trialView.table) {
    trialView.table.setFilter(row => kept === null || kept.has(trialView.study.trials[row.at].number));
  }
};

const closeTrials = () => {
  if (trialView.table) {
    trialView.table.destroy();
  }
  Object.assign(trialView, { table: null, kept: null, study: null, touched: null });
};

const trialsCard = study => {
  if (study.trials.length === 0) {
    return card("Trials", null, emptiness("No trial was recorded: the study ended before its first one did."));
  }
  requestAnimationFrame(() => $("#trials") && makeTrialTable(study));
  return el("section", { class: "card" }, el("header", {}, el("h2", {}, "Trials"), el("span", { class: "hint", id: "trial-count" }, plural(study.trials.length, "trial")),
    el("span", { class: "hint" }, "in the order of merit: accepted ones by objective, rejected ones by violation, then the rest")), el("div", { id: "trials" }));
};
