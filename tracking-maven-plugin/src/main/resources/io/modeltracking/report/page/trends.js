// What metrics came to over builds, by branch, and what became of each experiment since it last ran.
const STATES = { CHANGED: ["≠", "changed", "two"], NEW: ["+", "new", "good"], REMOVED: ["−", "removed", "warn"], UNCHANGED: ["=", "unchanged", ""] };

const statePill = state => pill(...(STATES[state] || ["?", state, ""]));

const movedLine = metric => el("div", {}, metric.name + " ", number(real(metric.before)), " → ", number(real(metric.now)), " ", senseSign(metric.sense));

const changesCard = () => db.build.changes.length > 0 && card("Since the last build", "each experiment against its last run on this branch, else on any",
  table("Since the last build", [["", ""], ["experiment", ""], ["against build", "code"], ["metrics, before → now", ""], ["run", ""]],
    db.build.changes.map(change => [statePill(change.state), named(change.experiment), change.build || "–",
      [change.sameData === false && change.metrics.length > 0 && pill("≠", "other data", "warn"), change.metrics.slice(0, 6).map(movedLine), change.metrics.length > 6 && el("span", { class: "hint" }, plural(change.metrics.length - 6, "more metric", "more metrics"))],
      anyRun(change.run) || "–"])));

const COLOURS = ["one", "two", "three", "four", "five"];

/** One branch of one experiment is one line; other branches than this build's are dashed. */
const trendOption = (builds, lines) => () => ({
  grid: { left: 8, right: 18, top: 34, bottom: 8, containLabel: true },
  legend: { top: 0, right: 6, type: "scroll", textStyle: { color: colour("soft") }, itemWidth: 22, itemHeight: 3, icon: "roundRect" },
  tooltip: { trigger: "axis", transitionDuration: 0, backgroundColor: colour("card"), borderColor: colour("line"), padding: 8, textStyle: { color: colour("ink"), fontSize: 12 },
    formatter: points => el("div", { class: "tip" }, el("b", {}, "build " + builds[points[0].dataIndex].id), points.filter(point => isNumber(point.value)).map(point =>
      el("div", {}, el("span", { class: "swatch", style: "background:" + point.color }), point.seriesName + " ", el("span", { class: "mono" }, figure(point.value))))) },
  xAxis: axis({ type: "category", data: builds.map(build => build.id.slice(0, 8)), splitLine: { show: false } }),
  yAxis: axis({ type: "value", scale: true, axisLabel: { color: colour("faint"), fontSize: 11.5, formatter: value => String(Number(value.toPrecision(4))) } }),
  series: lines.map((line, i) => ({ name: lineName(line), type: "line", connectNulls: true, symbol: "circle", symbolSize: 6,
    lineStyle: { width: 2, type: line.branch === db.build.branch ? "solid" : "dashed", color: colour(COLOURS[i % 5]) }, itemStyle: { color: colour(COLOURS[i % 5]) },
    data: valuesByBuild(builds, line) })) });

const lineName = line => line.experiment + (line.branch ? " · " + line.branch : "");

const valuesByBuild = (builds, line) => builds.map((build, i) => {
  const at = line.builds.indexOf(i);
  return at < 0 ? null : real(line.values[at]);
});

const trend = (builds, { name, lines }) => el("div", {}, el("h3", {}, name),
  chart(name + " over " + plural(builds.length, "build") + ": " + lines.map(line => lineName(line) + " ends at " + figure(real(line.values[line.values.length - 1]))).join(", "),
    trendOption(builds, lines), () => table(name, [["build", ""], ...lines.map(line => [lineName(line), "number"])],
      builds.map((build, i) => [build.id.slice(0, 12), ...lines.map(line => number(valuesByBuild(builds, line)[i]))]))));

const trendsCard = () => {
  const { builds, metrics } = db.build.trends;
  const draw = metric => trend(builds, metric);
  return metrics.length > 0 && card("Trends", "over builds in the order of their start, this one last; a line an experiment and branch, other branches dashed",
    el("div", { class: "charts" }, metrics.slice(0, 4).map(draw)),
    metrics.length > 4 && later(plural(metrics.length - 4, "more chart"), () => el("div", { class: "charts" }, metrics.slice(4).map(draw))));
};
