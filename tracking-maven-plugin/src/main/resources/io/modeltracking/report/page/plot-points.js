// Points: SHAP values by feature, and a value against another. Colour tells the level, grey that there is no order.
/** Colours of levels, each computed once: a cloud has thousands of points. */
const shades = () => {
  const made = Array.from({ length: 21 }, (_, i) => mixed("low", "high", i / 20));
  const none = colour("quiet");
  return level => Number.isFinite(level) ? made[Math.round(20 * Math.max(0, Math.min(1, level)))] : none;
};

/** Points of about the same value stand beside each other, so that one sees how many there are. */
const swarm = (values, [low, high]) => {
  const filled = new Map();
  const places = values.map(value => Math.round(140 * (within(value, [low, high]) - low) / (high - low || 1)));
  const numbers = places.map(place => {
    const at = filled.get(place) || 0;
    filled.set(place, at + 1);
    return at;
  });
  const most = Math.max(...filled.values(), 12);
  return numbers.map(at => .7 * (at % 2 ? 1 : -1) * Math.ceil(at / 2) / most);
};

const beeswarmPlot = plot => {
  const features = [...new Set(plot.column("feature"))].slice(0, 40);
  const values = plot.column("value");
  const bounds = limits(values);
  const finite = values.filter(Number.isFinite).map(value => within(value, bounds));
  const range = finite.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [0, 0]);
  const data = shade => features.flatMap((feature, at) => {
    const rows = [...values.keys()].filter(row => plot.column("feature")[row] === feature && Number.isFinite(values[row]));
    const offsets = swarm(rows.map(row => within(values[row], bounds)), range);
    return rows.map((row, i) => ({ value: [within(values[row], bounds), at + offsets[i], row],
      symbol: outside(values[row], bounds) ? "triangle" : "circle", symbolSize: outside(values[row], bounds) ? 8 : 4.5,
      itemStyle: { color: shade(plot.column("level")[row]), opacity: .75 } }));
  });
  const option = () => ({ grid: { left: 8, right: 22, top: 12, bottom: 32, containLabel: true },
    tooltip: plotTip("item", point => rowTip(plot, point.value[2])),
    xAxis: plotX(plot.xTitle, { type: "value", axisLabel: { formatter: plotTick } }),
    yAxis: axis({ type: "value", inverse: true, min: -.5, max: features.length - .5, interval: .5, splitLine: { show: false },
      axisLine: { show: false }, axisLabel: { color: colour("ink"), fontSize: 12, width: 150, overflow: "truncate", formatter: at => features[at] || "" } }),
    series: [{ name: plot.title, type: "scatter", progressive: 0, data: data(shades()), z: 3, markLine: { silent: true, symbol: "none", label: { show: false },
      lineStyle: { color: colour("grey"), type: "solid", width: 1 }, data: [{ xAxis: 0 }] } }] });
  return { hint: edgeHint([values], bounds), option, many: true, height: 90 + 34 * Math.max(features.length, 5) };
};

const scatterPlot = plot => {
  const [boundsX, boundsY] = [limits(plot.column("x")), limits(plot.column("y"))];
  const level = plot.has("level") ? plot.column("level") : null;
  const hints = [edgeHint([plot.column("x")], boundsX), edgeHint([plot.column("y")], boundsY)].filter(Boolean);
  return { hint: hints.join(" · "), many: true, option: () => {
    const [shade, plain] = [shades(), colour("one")];
    return { ...plotXY(plot, { scale: true }, { scale: true }), tooltip: plotTip("item", point => rowTip(plot, point.value[2])),
      series: [{ name: plot.title, type: "scatter", progressive: 0, data: pointsOf(plot, "x", "y", boundsX, boundsY).map(({ value, symbol }) => ({ value,
        symbol, symbolSize: symbol === "triangle" ? 10 : 5,
        itemStyle: { color: level ? shade(level[value[2]]) : plain, opacity: .55 } })) }] };
  } };
};
