// Charts are drawn by ECharts from numbers; each has a text alternative: its label, and its values as a table.
const open = [];

const colour = name => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();

const axis = more => ({
  axisLine: { lineStyle: { color: colour("line") } }, axisTick: { show: false },
  axisLabel: { color: colour("faint"), fontSize: 11.5, hideOverlap: true },
  splitLine: { lineStyle: { color: colour("line") } },
  nameTextStyle: { color: colour("faint"), fontSize: 11.5 }, ...more });

/** Charts of many marks wait until they are about to be seen, or printed. */
const waiting = new Map();

const drawNow = holder => {
  const draw = waiting.get(holder);
  waiting.delete(holder);
  nearby.unobserve(holder);
  draw();
};

const nearby = new IntersectionObserver(entries => entries.forEach(entry => entry.isIntersecting && waiting.has(entry.target)
  && drawNow(entry.target)), { rootMargin: "300px" });

addEventListener("beforeprint", () => [...waiting.keys()].forEach(drawNow));

const closeCharts = () => {
  nearby.disconnect();
  waiting.clear();
  open.splice(0).forEach(chart => chart.dispose());
};

/**
 * Draws when the holder stands in the page. More: its height, whether it has so many marks that it waits until it is seen and
 * is drawn on a canvas, and what is to happen with the chart when it is drawn.
 */
const chart = (label, option, asTable, more = {}) => {
  const holder = el("div", { class: "chart", role: "img", "aria-label": label, style: more.height && "height:" + more.height + "px" });
  const draw = () => {
    if (holder.isConnected) {
      const drawn = echarts.init(holder, null, { renderer: more.many ? "canvas" : "svg" });
      drawn.setOption({ animation: false, textStyle: { fontFamily: colour("sans"), color: colour("soft") }, ...option() });
      open.push(drawn);
      if (more.ready) {
        more.ready(drawn);
      }
    }
  };
  requestAnimationFrame(() => {
    if (more.many) {
      waiting.set(holder, draw);
      nearby.observe(holder);
    } else {
      draw();
    }
  });
  return el("div", {}, holder, asTable && later("Values as a table", () => el("div", { class: "chart-table" }, asTable())));
};

/** Colour and dash of a curve, the same for the same data set everywhere. */
const curveStyle = (label, position) => {
  const known = { train: ["one", "dashed"], training: ["one", "dashed"], validation: ["two", "solid"], valid: ["two", "solid"],
    eval: ["two", "solid"], test: ["two", "solid"], holdout: ["three", "solid"] }[label];
  const [name, type] = known || [["one", "two", "three", "four", "five"][position % 5], "solid"];
  return { color: colour(name), type };
};

/** The largest value that is drawn as it is: far outliers are clipped, so that they do not flatten the rest. */
const ceiling = (list, spreads = 8) => {
  const sorted = list.filter(Number.isFinite).sort((a, b) => a - b);
  if (sorted.length < 8) {
    return Infinity;
  }
  const at = share => sorted[Math.floor(share * (sorted.length - 1))];
  const limit = at(.9) + spreads * (at(.9) - at(.1));
  return sorted[sorted.length - 1] > limit && at(.9) > at(.1) ? limit : Infinity;
};

const tooltip = () => ({
  trigger: "axis", transitionDuration: 0, backgroundColor: colour("card"), borderColor: colour("line"), padding: 8,
  formatter: points => el("div", { class: "tip" }, el("b", {}, "step " + points[0].value[0]), points.map(point =>
    el("div", {}, el("span", { class: "swatch", style: "background:" + point.color }), point.seriesName + " ",
      el("span", { class: "mono" }, figure(point.value[2]))))),
  textStyle: { color: colour("ink"), fontSize: 12 } });

/** Curves over steps. Series: {label, steps, values, style}. */
const curves = (title, series) => {
  const limit = ceiling(series.flatMap(one => one.values));
  const clipped = series.some(one => one.values.some(value => value > limit));
  const option = () => ({
    grid: { left: 8, right: 18, top: 34, bottom: 26, containLabel: true },
    legend: { top: 0, right: 6, type: "scroll", textStyle: { color: colour("soft") }, itemWidth: 22, itemHeight: 3, icon: "roundRect" },
    tooltip: tooltip(),
    xAxis: axis({ type: "value", min: "dataMin", max: "dataMax", name: "step", nameLocation: "middle", nameGap: 24,
      splitLine: { show: false } }),
    yAxis: axis({ type: "value", scale: true, axisLabel: { color: colour("faint"), fontSize: 11.5,
      formatter: value => String(Number(value.toPrecision(4))) } }),
    series: series.map((one, i) => {
      const style = one.style ? one.style() : curveStyle(one.label, i);
      return { name: one.label, type: "line", symbol: "triangle", symbolSize: 8, clip: true,
        showSymbol: true, lineStyle: { width: style.width || 2, type: style.type }, itemStyle: { color: style.color },
        data: one.values.map((value, at) => ({ symbolSize: value > limit || one.values.length === 1 ? 8 : 0,
          value: [one.steps[at], Number.isFinite(value) ? Math.min(value, limit) : null, value] })) };
    }) });
  const rows = () => table(title, [["step", ""], ...series.map(one => [one.label, "number"])], stepRows(series));
  return el("div", {}, el("h3", {}, title,
    clipped && el("span", { class: "hint" }, " · values above " + figure(limit) + " are drawn as ▲ at the top")),
    chart(title + " over steps: " + series.map(one => one.label + " ends at "
      + figure(one.values[one.values.length - 1])).join(", "), option, rows));
};

const stepRows = series => {
  const steps = [...new Set(series.flatMap(one => one.steps))].sort((a, b) => a - b);
  const maps = series.map(one => new Map(one.steps.map((step, i) => [step, one.values[i]])));
  return steps.map(step => [String(step), ...maps.map(map => number(map.get(step)))]);
};

const DATA_SETS = /^(train|training|validation|valid|eval|test|holdout)$/;

/** What a metric measures, and on which data: train and validation of one measure share a chart. */
const measure = name => {
  const parts = name.split(".");
  const at = parts.findIndex(part => DATA_SETS.test(part));
  return at < 0 || parts.length < 2 ? { measure: name, on: name }
    : { measure: parts.filter((_, i) => i !== at).join("."), on: parts[at] };
};
