// Curves of two columns: Lorenz, calibration, Murphy, and a line a series.
const EVERYWHERE = [-Infinity, Infinity];

const pointsOf = (plot, x, y, boundsX = EVERYWHERE, boundsY = boundsX) => plot.column(x).map((value, row) => {
  const clipped = outside(value, boundsX) || outside(plot.column(y)[row], boundsY);
  return { value: [within(value, boundsX), within(plot.column(y)[row], boundsY), row], symbol: clipped ? "triangle" : "circle",
    symbolSize: clipped ? 10 : plot.rows < 3 ? 7 : 0 };
});

const lineOf = (name, data, style, more = {}) => ({ name, type: "line", data, z: 4, symbol: "circle", showSymbol: true, clip: true,
  lineStyle: style.lineStyle, itemStyle: style.itemStyle, ...more });

/** Between lower and upper, where the table has both. */
const band = (plot, x, boundsX, boundsY) => plot.has("lower") && plot.has("upper") ? [{
  name: "interval", type: "custom", z: 1, silent: true,
  itemStyle: { color: colour("two-soft") }, data: [[0, 0]], encode: { x: -1, y: -1 },
  renderItem: (params, api) => {
    const edge = name => plot.column(x).map((value, row) => [within(value, boundsX), within(plot.column(name)[row], boundsY)])
      .filter(point => !point.includes(null)).map(point => api.coord(point));
    return { type: "polygon", shape: { points: [...edge("upper"), ...edge("lower").reverse()] }, style: { fill: colour("two-soft") } };
  } }] : [];

const curveTip = (plot, skip = []) => plotTip("axis", points => {
  const point = points.find(one => one.value.length > 2);
  return point ? rowTip(plot, point.value[2], skip) : "";
});

const curveOption = (plot, series, x, y) => ({ ...plotXY(plot, x, y), legend: plotLegend(series.map(one => one.name)), tooltip: curveTip(plot), series });

const lorenzPlot = plot => ({ option: () => curveOption(plot, [reference("no ranking", [[0, 0], [1, 1]]),
  lineOf("model", pointsOf(plot, "weight_share", "loss_share"), sideStyle("model"), { areaStyle: { color: colour("two-soft"), opacity: .6 } })],
{ min: 0, max: 1 }, { min: 0, max: 1 }) });

const calibrationPlot = plot => {
  const predicted = plot.column("predicted");
  const observed = plot.column("calibrated");
  const bounds = [-Infinity, Math.max(ceiling(predicted, 3), ceiling(observed, 3))];
  const known = predicted.filter(Number.isFinite).map(value => within(value, bounds)).sort((a, b) => a - b);
  const ends = known.length ? [known[0], known[known.length - 1]] : [0, 1];
  return { hint: edgeHint([predicted, observed], bounds), option: () => curveOption(plot,
    [reference("calibrated", ends.map(end => [end, end]), { lineStyle: { color: colour("one"), width: 1.6, type: "dashed" },
      itemStyle: { color: colour("one") } }),
      ...band(plot, "predicted", bounds, bounds), lineOf("observed", pointsOf(plot, "predicted", "calibrated", bounds), sideStyle("actual"))],
    { scale: true }, { scale: true }) };
};

const murphyPlot = plot => {
  const names = ["model", ...(plot.has("champion") ? ["champion"] : [])];
  const boundsX = [-Infinity, ceiling(plot.column("threshold"), 4)];
  return { hint: edgeHint([plot.column("threshold")], boundsX), option: () => curveOption(plot,
    [...band(plot, "threshold", boundsX, EVERYWHERE), ...names.map(name =>
      lineOf(name, pointsOf(plot, "threshold", name, boundsX, EVERYWHERE), sideStyle(name)))], { scale: true }) };
};

const seriesPlot = plot => {
  const names = [...new Set(plot.column("series"))].slice(0, 30);
  const bounds = limits(plot.column("value"));
  const rows = name => [...plot.column("series").keys()].filter(row => plot.column("series")[row] === name);
  return { hint: edgeHint([plot.column("value")], bounds), option: () => ({ ...plotXY(plot, { scale: true }, { scale: true }),
    legend: plotLegend(names), tooltip: plotTip("item", point => rowTip(plot, point.value[2])),
    series: names.map((name, at) => {
      const style = curveStyle(name, at);
      return lineOf(name, rows(name).map(row => {
        const value = plot.column("value")[row];
        return { value: [within(plot.column("step")[row], EVERYWHERE), within(value, bounds), row],
          symbol: outside(value, bounds) ? "triangle" : "circle", symbolSize: outside(value, bounds) ? 10 : 4 };
      }), { lineStyle: { width: 2, type: style.type, color: style.color }, itemStyle: { color: style.color } });
    }) }) };
};
