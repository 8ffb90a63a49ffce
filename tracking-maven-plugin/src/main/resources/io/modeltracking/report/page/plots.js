// Charts of runs, drawn from their tables. What they share: columns, axes, tooltips with full values, and outliers.
const spoken = name => name === "actual_expected" ? "actual / expected" : name.replace(/_/g, " ");

/** A chart with its columns by name. */
const plotOf = chart => {
  const columns = new Map(chart.columns.map(column => [column.name, column.at ? texts(column) : column.values.map(real)]));
  return { ...chart, column: name => columns.get(name), has: name => columns.has(name),
    unit: name => chart.columns.find(column => column.name === name).unit || spoken(name), rows: [...columns.values()][0].length };
};

const full = value => isNumber(value) ? String(value) : value;

const headOf = column => spoken(column.name) + (column.unit && column.unit !== column.name ? ", " + column.unit : "");

/** All that the table says about one row. */
const rowTip = (plot, row, skip = []) => el("div", { class: "tip" }, plot.columns.filter(column => !skip.includes(column.name)).map(column =>
  el("div", {}, headOf(column) + " ", el("span", { class: "mono" }, full(plot.column(column.name)[row])))));

const plotTip = (trigger, formatter) => ({ trigger, transitionDuration: 0, backgroundColor: colour("card"), borderColor: colour("line"),
  padding: 8, confine: true, textStyle: { color: colour("ink"), fontSize: 12 }, axisPointer: { type: trigger === "axis" ? "shadow" : "none",
    shadowStyle: { color: colour("hover"), opacity: .6 }, label: { show: false } }, formatter });

const plotLegend = names => ({ top: 0, right: 6, type: "scroll", data: names, textStyle: { color: colour("soft"), fontSize: 12 },
  pageTextStyle: { color: colour("soft") }, itemWidth: 26, itemHeight: 10 });

const plotTick = value => String(Number(value.toPrecision(4)));

const plotX = (name, more = {}) => axis({ name, nameLocation: "middle", nameGap: 30, ...more,
  axisLabel: { color: colour("faint"), fontSize: 11.5, hideOverlap: true, ...more.axisLabel } });

const plotY = (name, more = {}) => axis({ type: "value", name, nameLocation: "end", nameGap: 12, ...more,
  nameTextStyle: { color: colour("faint"), fontSize: 11.5, align: "left" },
  axisLabel: { color: colour("faint"), fontSize: 11.5, formatter: plotTick, ...more.axisLabel } });

/** The two axes of curves and points. */
const plotXY = (plot, x = {}, y = {}) => ({ grid: { left: 8, right: 22, top: 50, bottom: 32, containLabel: true },
  xAxis: plotX(plot.xTitle, { type: "value", splitLine: { show: false }, ...x, axisLabel: { formatter: plotTick } }),
  yAxis: plotY(plot.yTitle, y) });

/** Where far outliers are clipped, on either side. */
const limits = list => [-ceiling(list.map(value => -value)), ceiling(list)];

const within = (value, [low, high]) => Number.isFinite(value) ? Math.max(low, Math.min(high, value)) : null;

const outside = (value, [low, high]) => value > high || value < low;

const edgeHint = (lists, bounds) => {
  const count = lists.flat().filter(value => outside(value, bounds)).length;
  return count > 0 ? plural(count, "value") + " outside " + [bounds[0], bounds[1]].filter(Number.isFinite).map(figure).join(" to ")
    + (count === 1 ? " is" : " are") + " drawn as ▲ at the edge" : null;
};

const reference = (name, points, more = {}) => ({ name, type: "line", data: points, symbol: "none", silent: true, z: 2,
  lineStyle: { color: colour("grey"), width: 1.2, type: "dashed" }, itemStyle: { color: colour("grey") }, ...more });

/** The same thing looks the same everywhere: actual orange and solid, expected blue and dashed. */
const SIDES = { actual: ["two", "solid", "circle"], expected: ["one", "dashed", "emptyCircle"], champion: ["three", "dotted", "diamond"],
  model: ["two", "solid", "circle"], actual_expected: ["two", "solid", "circle"] };

const sideStyle = name => {
  const [shade, type, symbol] = SIDES[name];
  return { symbol, lineStyle: { width: 2, type, color: colour(shade) }, itemStyle: { color: colour(shade) } };
};

/** What a chart shows, for those who do not see it. */
const plotLabel = plot => [plot.title, plural(plot.rows, "row"), ...plot.columns.filter(column => column.values).map(column => {
  const finite = plot.column(column.name).filter(Number.isFinite);
  return finite.length ? headOf(column) + " from " + figure(finite.reduce((a, b) => Math.min(a, b)))
    + " to " + figure(finite.reduce((a, b) => Math.max(a, b))) : headOf(column) + " without a finite value";
})].filter(Boolean).join("; ");
