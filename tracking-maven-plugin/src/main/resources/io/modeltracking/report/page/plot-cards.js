// Cards of charts and tables, by data set: validation first, since it decides.
const PLOTS = { lift: ratePlot(["actual", "expected"]), double_lift: ratePlot(["actual", "expected", "champion"]),
  actual_expected: ratePlot(["actual", "expected"]), ratio: ratioPlot, loss_ratio: lossRatioPlot, histogram: histogramPlot, lorenz: lorenzPlot,
  calibration: calibrationPlot, murphy: murphyPlot, bars: barsPlot, beeswarm: beeswarmPlot, scatter: scatterPlot, waterfall: waterfallPlot,
  curves: seriesPlot };

/** The order in which a reviewer asks. */
const PLOT_ORDER = ["lift", "ratio", "double_lift", "histogram", "loss_ratio", "actual_expected", "lorenz", "calibration", "murphy",
  "beeswarm", "bars", "scatter", "waterfall", "curves"];

const SET_ORDER = ["validation", "valid", "eval", "test", "holdout", "train", "training"];

const MOST_ROWS = 500;

const plotCsv = plot => [plot.columns.map(column => csvCell(column.name)), ...Array.from({ length: plot.rows }, (_, row) =>
  plot.columns.map(column => csvCell(plot.column(column.name)[row])))].map(cells => cells.join(",")).join("\r\n") + "\r\n";

const csvButton = plot => {
  const button = el("button", { type: "button", class: "no-print", click: async () => {
    await copyText(plotCsv(plot));
    button.textContent = "Copied ✓";
    announce("Copied");
  } }, "Copy as CSV");
  return button;
};

const plotRows = plot => Array.from({ length: Math.min(plot.rows, MOST_ROWS) }, (_, row) => plot.columns.map(column =>
  column.values ? number(plot.column(column.name)[row]) : plot.column(column.name)[row]));

const plotTable = plot => [el("p", { class: "hint" }, csvButton(plot), " " + plural(plot.rows, "row")
  + (plot.rows > MOST_ROWS ? ", the first " + MOST_ROWS + " of them here" : "") + (plot.rounded ? "; six digits, the file has all" : "")),
table(plot.title || plot.artifact, plot.columns.map(column => [headOf(column), column.values ? "number" : ""]), plotRows(plot))];

const plotFigure = one => {
  const plot = plotOf(one);
  const drawn = plot.rows > 0 && PLOTS[plot.kind](plot);
  return el("div", { class: "plot", "data-kind": plot.kind, "data-artifact": plot.artifact }, el("h3", {}, plot.title),
    el("p", { class: "hint" }, [plot.hint, drawn && drawn.hint].filter(Boolean).join(" ")),
    drawn ? chart(plotLabel(plot) + (drawn.label ? "; " + drawn.label : ""), drawn.option, () => plotTable(plot),
      { height: drawn.height, many: drawn.many }) : emptiness("The chart has no rows."));
};

const folderOf = name => name.includes("/") ? name.slice(0, name.lastIndexOf("/")) : "";

/** Charts by the folder of their files, which is the data set's name for those of an evaluation. */
const plotGroups = charts => {
  const groups = new Map();
  charts.forEach(one => groups.set(folderOf(one.artifact), [...(groups.get(folderOf(one.artifact)) || []), one]));
  const rank = name => SET_ORDER.includes(name) ? SET_ORDER.indexOf(name) - (name.startsWith("train") ? 0 : 100) : -50;
  return [...groups].sort(([a], [b]) => rank(a) - rank(b))
    .map(([name, list]) => [name, list.sort((a, b) => PLOT_ORDER.indexOf(a.kind) - PLOT_ORDER.indexOf(b.kind))]);
};

const plotCards = (charts, of) => plotGroups(charts.filter(one => one.kind)).map(([name, list]) => {
  const draw = part => el("div", { class: "charts" }, part.map(plotFigure));
  const folded = name.startsWith("train");
  return card("Charts" + (name ? " · " + name : ""), of && of(), folded ? later(plural(list.length, "chart"), () => draw(list)) : draw(list));
});

const tablesCard = charts => {
  const tables = charts.filter(one => !one.kind);
  return tables.length > 0 && card("Tables", plural(tables.length, "table"),
    tables.map(one => later(one.artifact, () => el("div", { class: "chart-table tall" }, plotTable(plotOf(one))))));
};

const chartsOf = async number => hasBlock("charts-" + number) ? (await unpack("charts-" + number)).charts : [];

/** The charts of a run; of a study its winner's, where it has none of its own. */
const chartsOfWinner = async run => {
  const own = await chartsOf(run.number);
  const winner = run.study && run.study.run === run.number ? db.runs[run.study.winnerRun] : null;
  return own.length > 0 || !winner ? own : chartsOf(winner.number);
};

/** What draws the charts of a run; of a study those of its winner, too. They are drawn when all else of the page is at hand. */
const plotsOfRun = async run => {
  const own = await chartsOf(run.number);
  const winner = run.study && run.study.run === run.number ? db.runs[run.study.winnerRun] : null;
  const names = new Set(own.map(one => one.artifact));
  const others = winner ? (await chartsOf(winner.number)).filter(one => !names.has(one.artifact)) : [];
  return () => [winner && plotCards(others, () => ["of the winner, ", runLink(winner)]), plotCards(own), tablesCard([...own, ...others])];
};
