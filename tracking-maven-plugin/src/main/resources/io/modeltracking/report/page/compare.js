// Two or more runs side by side: what differs first.
const field = (group, name, values, direction) => ({ group, name, values, direction });

const detailFields = (details, common) => {
  const names = list => [...new Set(list.flat())];
  const source = detail => common.sources[detail.source] || {};
  const environment = detail => new Map((common.environments[detail.environment] || { facts: [] }).facts);
  const data = detail => new Map(detail.datasets.map(at => common.datasets[at]).map(dataset =>
    [dataset.name + (dataset.role ? " (" + dataset.role + ")" : ""), (dataset.content || dataset.bytes || "").slice(0, 16)]));
  const mapped = (group, maps) => names(maps.map(map => [...map.keys()])).map(name =>
    field(group, name, maps.map(map => map.get(name))));
  return [
    ...mapped("data", details.map(data)),
    field("source", "commit", details.map(detail => source(detail).commit)),
    field("source", "uncommitted changes", details.map(detail => source(detail).diff === undefined
      ? (source(detail).dirty ? "yes" : "no") : source(detail).diff)),
    ...mapped("environment", details.map(environment)),
    field("seeds", "root", details.map(detail => detail.seeds.length ? detail.seeds[0].root : undefined))];
};

const fieldsOf = (runs, details, common) => {
  const columns = (list, group) => list.map(column =>
    field(group, column.name, runs.map(run => column.values[run.number]), column.direction));
  return [...columns(db.params, "param"), ...columns(db.metrics, "metric"), ...detailFields(details, common),
    field("run", "experiment", runs.map(runTitle)), field("run", "reason", runs.map(run => run.reason))]
    .filter(one => one.values.some(value => value !== null && value !== undefined));
};

const differs = one => one.values.some(value => !Object.is(value, one.values[0]));

/** Better and worse are said of figures of the same rows alone. */
const difference = (one, i, comparable) => {
  const [first, value] = [one.values[0], one.values[i]];
  if (i === 0 || !isNumber(first) || !isNumber(value) || !Number.isFinite(value - first)) {
    return "";
  }
  const delta = value - first;
  const words = comparable ? betterOrWorse(one.direction, delta) : "";
  return el("span", { class: words, title: String(delta) }, signed(delta) + (words && " " + words));
};

const fieldRows = (fields, runs, comparable) => fields.map(one => [
  el("span", {}, el("span", { class: "muted" }, one.group + " "), one.name,
    directionSign(one.direction)),
  ...runs.flatMap((run, i) => {
    const value = one.values[i];
    const cell = value === null || value === undefined ? el("span", { class: "muted" }, "–")
      : isNumber(value) ? el("span", { title: String(value) }, one.group === "param" ? given(value) : shown(value))
        : brief(String(value), 48);
    return i === 0 ? [cell] : [cell, difference(one, i, comparable)];
  })]);

const compareHeads = runs => [["", ""], ...runs.flatMap((run, i) => {
  const head = [el("div", {}, runLink(run), " ", outcome(run.outcome)), "number"];
  return i === 0 ? [head] : [head, ["against " + runs[0].short, "number"]];
})];

/** Whether the runs were judged by the same data: null where that was not recorded for all. */
const sameData = (details, common) => {
  const of = detail => JSON.stringify(detail.datasets.map(at => common.datasets[at]).filter(set => set.role !== "TRAIN")
    .map(set => [set.name, set.content || set.bytes]).sort());
  const known = details.every(detail => detail.datasets.some(at => common.datasets[at].role !== "TRAIN"));
  return known ? details.every(detail => of(detail) === of(details[0])) : null;
};

const sameDataPill = same => same === null ? pill("!", "which data judged them was not recorded for all", "warn")
  : same ? pill("✓", "same data", "good") : pill("≠", "not comparable: the data differ", "warn");

/** Charts that two or more of the runs have, beside each other. */
const comparedCharts = (runs, charts) => {
  const names = [...new Set(charts.flat().filter(one => one.kind).map(one => one.artifact))];
  const shared = names.map(name => charts.map(list => list.find(one => one.artifact === name)))
    .filter(list => list.filter(Boolean).length > 1);
  const draw = list => el("div", { class: "charts" }, list.map((one, i) => one && el("div", {}, el("p", {}, runLink(runs[i]), " ", runTitle(runs[i])), plotFigure(one))));
  return shared.length > 0 && card("Charts", plural(shared.length, "chart") + " that two or more of the runs have",
    shared.map((list, i) => later(list.find(Boolean).artifact, () => draw(list), i < 3)));
};

const comparedCurves = (runs, details) => {
  const widths = [2.5, 1.4];
  const measures = new Map();
  details.forEach((detail, at) => curvesOf(detail, runs[at].short).forEach((series, name) => {
    const styled = series.map(one => ({ ...one, style: () => ({
      color: colour(["one", "two", "three", "four", "five"][at % 5]),
      type: curveStyle(one.on, 0).type, width: curveStyle(one.on, 0).type === "dashed" ? widths[1] : widths[0] }) }));
    measures.set(name, [...(measures.get(name) || []), ...styled]);
  }));
  return measures.size > 0 && card("Learning curves", "a colour a run; training dashed",
    el("div", { class: "charts" }, [...measures].slice(0, 6).map(([name, series]) => curves(name, series))));
};

const comparePage = async ids => {
  const wanted = ids ? ids.split(",").map(findRun) : [...view.ticked].map(at => db.runs[at]);
  const runs = [...new Set(wanted.filter(Boolean))].slice(0, 8);
  if (runs.length < 2) {
    return card("Compare", null, emptiness("Tick two or more runs in the table of runs, or give their ids in the address: "
      + "#compare/7b74e220,73cddf68."));
  }
  const [common, ...details] = await Promise.all([shared(), ...runs.map(run => runDetail(run.number))]);
  const charts = await Promise.all(runs.map(chartsOfWinner));
  const same = sameData(details, common);
  const fields = fieldsOf(runs, details, common);
  const different = fields.filter(differs);
  const alike = fields.filter(one => !differs(one));
  return [el("section", { class: "card" }, el("header", {}, el("h2", {}, "Compare"),
    el("span", { class: "hint" }, plural(runs.length, "run") + " · " + different.length + " of " + plural(fields.length, "field") + " differ · differences as they are, without an interval"),
    el("span", { class: "right" }, sameDataPill(same))),
  different.length ? table("What differs", compareHeads(runs), fieldRows(different, runs, same === true)) : emptiness("Nothing that was recorded differs."),
  alike.length > 0 && later(plural(alike.length, "field") + (alike.length === 1 ? " is" : " are") + " the same", () =>
    table("What is the same", compareHeads(runs), fieldRows(alike, runs, same === true)))),
  comparedCurves(runs, details), comparedCharts(runs, charts)];
};
