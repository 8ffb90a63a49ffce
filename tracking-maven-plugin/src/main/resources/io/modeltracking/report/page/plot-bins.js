// Rates by bin or level: lines over grey bars of exposure, intervals as whiskers.
const labelsOf = plot => plot.column(plot.has("bin") ? "bin" : "segment");

/** Whether the labels need more room than they have beside each other. */
const isTurned = labels => labels.length > 1 && labels.reduce((sum, label) => sum + Math.min(label.length, 16) + 2, 0) > 76;

const binAxis = plot => {
  const labels = labelsOf(plot);
  const turned = isTurned(labels);
  return plotX(plot.xTitle, { type: "category", data: labels, nameGap: turned ? 72 : 30, splitLine: { show: false }, axisLabel: {
    rotate: turned ? 38 : 0, width: turned ? 84 : 110, overflow: "truncate", interval: turned && labels.length <= 24 ? 0 : "auto" } });
};

/** Bars of exposure keep to the lower third: they tell how much a point rests on. */
const weightAxis = plot => ({ type: "value", show: false, axisLabel: { show: false }, min: 0,
  max: 3 * plot.column("weight").filter(Number.isFinite).reduce((most, value) => Math.max(most, value), 1e-12) });

const weightBars = plot => ({ name: plot.unit("weight"), type: "bar", yAxisIndex: 1, z: 1, barWidth: "68%", barGap: "-100%",
  itemStyle: { color: colour("line"), borderRadius: [2, 2, 0, 0] }, emphasis: { disabled: true },
  data: plot.column("weight").map(value => Number.isFinite(value) ? value : null) });

const binLine = (plot, name, bounds, label = spoken(name)) => {
  const style = sideStyle(name);
  return { ...style, name: label, type: "line", z: 4, symbolSize: 7, data: plot.column(name).map(value => ({ value: within(value, bounds),
    symbol: outside(value, bounds) ? "triangle" : style.symbol, symbolSize: outside(value, bounds) ? 11 : 7 })) };
};

const whiskers = (plot, bounds, name = "interval") => ({ name, type: "custom", z: 3, silent: true, itemStyle: { color: colour("two") },
  data: plot.column("lower").map((low, i) => [i, within(low, bounds), within(plot.column("upper")[i], bounds)])
    .filter(([, low, high]) => low !== null && high !== null),
  encode: { x: 0, y: [1, 2] },
  renderItem: (params, api) => {
    const [x, top] = api.coord([api.value(0), api.value(2)]);
    const bottom = api.coord([api.value(0), api.value(1)])[1];
    const line = (x1, y1, x2, y2) => ({ type: "line", shape: { x1, y1, x2, y2 }, style: { stroke: colour("two"), lineWidth: 1.4, opacity: .75 } });
    return { type: "group", children: [line(x, top, x, bottom), line(x - 5, top, x + 5, top), line(x - 5, bottom, x + 5, bottom)] };
  } });

const binOption = (plot, series, y = {}) => ({ grid: { left: isTurned(labelsOf(plot)) ? 34 : 8, right: 18, top: 50, bottom: 32, containLabel: true },
  legend: plotLegend(series.map(one => one.name)), tooltip: plotTip("axis", points => rowTip(plot, points[0].dataIndex)),
  xAxis: binAxis(plot), yAxis: [plotY(plot.yTitle, y), ...(plot.has("weight") ? [weightAxis(plot)] : [])], series });

const ratePlot = names => plot => {
  const lists = names.map(name => plot.column(name));
  const bounds = limits(lists.flat());
  return { hint: edgeHint(lists, bounds),
    option: () => binOption(plot, [weightBars(plot), ...names.map(name => binLine(plot, name, bounds)),
      ...(plot.has("lower") && plot.has("upper") ? [whiskers(plot, bounds)] : [])]) };
};

const atOne = { silent: true, symbol: "none", label: { show: false }, data: [{ yAxis: 1 }] };

const ratioPlot = plot => {
  const values = plot.column("actual_expected");
  const ends = plot.has("lower") && plot.has("upper");
  const bounds = limits(values);
  const lists = ends ? [values, plot.column("lower"), plot.column("upper")] : [values];
  return { hint: edgeHint(lists, bounds), option: () => binOption(plot, [weightBars(plot),
    { ...binLine(plot, "actual_expected", bounds), markLine: { ...atOne, lineStyle: { color: colour("one"), type: "dashed", width: 1.6 } } },
    ...(ends ? [whiskers(plot, bounds)] : [])], { scale: true }) };
};

/** Bars of two axes stand before each other, not beside each other. */
const withHiddenAxis = option => ({ ...option, xAxis: [option.xAxis, { type: "category", show: false, data: option.xAxis.data }] });

const lossRatioPlot = plot => {
  const values = plot.column("loss_ratio");
  const bounds = limits(values);
  const sum = name => plot.column(name).reduce((all, value) => all + value, 0);
  const mean = plot.has("loss") && plot.has("premium") ? sum("loss") / sum("premium") : NaN;
  return { hint: [edgeHint([values], bounds), Number.isFinite(mean) && "dashed: " + figure(mean) + " over all"].filter(Boolean).join(" · "),
    option: () => withHiddenAxis(binOption(plot, [{ ...weightBars(plot), xAxisIndex: 1 }, { name: "loss ratio", type: "bar", z: 3, barWidth: "34%",
      itemStyle: { color: colour("two"), borderRadius: [2, 2, 0, 0] }, data: values.map(value => within(value, bounds)),
      markLine: Number.isFinite(mean) ? { ...atOne, data: [{ yAxis: mean }], lineStyle: { color: colour("one"), type: "dashed", width: 1.6 } }
        : undefined }])) };
};

/** Shares by bin, such as of the exposure by change of premium. Bins are many and stand in order: a few labels do. */
const histogramPlot = plot => {
  const [title, note] = plot.xTitle.split(": ");
  return { hint: note, option: () => {
    const { grid, tooltip, yAxis } = binOption(plot, []);
    const labels = labelsOf(plot);
    return { grid: { ...grid, left: 8, top: 34 }, tooltip, yAxis: yAxis[0], xAxis: plotX(title, { type: "category", data: labels, nameGap: 30,
      splitLine: { show: false }, axisLabel: { interval: Math.max(0, Math.ceil(labels.length / 6) - 1) } }),
    series: [{ name: plot.unit("share"), type: "bar", barCategoryGap: "12%", itemStyle: { color: colour("one"), borderRadius: [2, 2, 0, 0] },
      data: plot.column("share").map(value => Number.isFinite(value) ? value : null) }] };
  } };
};
