// Horizontal bars, and contributions that lead from a base to a result.
const MOST_BARS = 40;

const barAxis = labels => axis({ type: "category", inverse: true, data: labels, splitLine: { show: false },
  axisLabel: { color: colour("ink"), fontSize: 12, width: 170, overflow: "truncate", interval: 0 } });

const barHeight = count => 76 + 24 * Math.max(count, 4);

const barsPlot = plot => {
  const shown = Math.min(plot.rows, MOST_BARS);
  const values = plot.column("value").slice(0, shown);
  const bounds = limits(values);
  const hints = [plot.rows > shown && "the first " + shown + " of " + plot.rows, edgeHint([values], bounds)].filter(Boolean);
  return { hint: hints.join(" · "), height: barHeight(shown), option: () => ({
    grid: { left: 16, right: 64, top: 8, bottom: 32, containLabel: true }, tooltip: plotTip("axis", points => rowTip(plot, points[0].dataIndex)),
    xAxis: plotX(plot.xTitle, { type: "value", axisLabel: { formatter: plotTick } }), yAxis: barAxis(plot.column("label").slice(0, shown)),
    series: [{ name: plot.title, type: "bar", barMaxWidth: 16, itemStyle: { color: colour("one"), borderRadius: 2 },
      label: { show: true, position: "right", color: colour("soft"), fontSize: 11.5,
        formatter: point => figure(values[point.dataIndex]) + (outside(values[point.dataIndex], bounds) ? " ▸" : "") },
      data: values.map(value => within(value, bounds)) }] }) };
};

const waterfallPlot = plot => {
  const values = plot.column("value").slice(0, MOST_BARS);
  const sums = [];
  values.reduce((sum, value, i) => sums[i] = sum + (Number.isFinite(value) ? value : 0), 0);
  const result = sums[sums.length - 1];
  const labels = [...plot.column("label").slice(0, MOST_BARS), "result"];
  const steps = [...values.map((value, i) => [i, i ? sums[i - 1] : value, sums[i]]), [values.length, result, result]];
  const shade = at => at === 0 || at === values.length ? "soft" : values[at] >= 0 ? "high" : "low";
  return { height: barHeight(labels.length), label: "result " + figure(result), option: () => ({
    grid: { left: 16, right: 70, top: 8, bottom: 32, containLabel: true },
    tooltip: plotTip("item", point => point.dataIndex < values.length ? rowTip(plot, point.dataIndex)
      : el("div", { class: "tip" }, "result ", el("span", { class: "mono" }, full(result)))),
    xAxis: plotX(plot.xTitle, { type: "value", scale: true, axisLabel: { formatter: plotTick } }), yAxis: barAxis(labels),
    series: [{ name: plot.title, type: "custom", data: steps, encode: { x: [1, 2], y: 0 }, renderItem: (params, api) => {
      const at = params.dataIndex;
      const [from, y] = api.coord([steps[at][1], at]);
      const [to] = api.coord([steps[at][2], at]);
      const end = at === 0 || at === values.length;
      const text = end ? figure(steps[at][2]) : signed(values[at]);
      return { type: "group", children: [
        { type: "rect", shape: { x: Math.min(from, to) - (end ? 1.5 : 0), y: y - 7, width: Math.max(Math.abs(to - from), end ? 3 : 1), height: 14 },
          style: { fill: colour(shade(at)) } },
        { type: "line", shape: { x1: to, x2: to, y1: y + 7, y2: y + (at < values.length ? api.size([0, 1])[1] - 7 : 7) },
          style: { stroke: colour("grey"), lineWidth: 1, lineDash: [2, 2] } },
        { type: "text", style: { text, x: Math.max(from, to) + 6, y, verticalAlign: "middle", fill: colour("soft"), fontSize: 11.5 } }] };
    } }] }) };
};
