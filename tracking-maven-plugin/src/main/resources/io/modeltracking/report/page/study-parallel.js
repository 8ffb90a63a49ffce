// Parallel coordinates: a line a trial, an axis a param, a requirement and the objective. Dragging along an axis filters.
const MOST_AXES = 14;

const NONE = "none";

/** A name on lines of a few letters, broken where it may be. */
const folded = (name, width) => name.split(/(?<=[._/ ])/).reduce((lines, part) => {
  const last = lines[lines.length - 1];
  return last !== undefined && (last + part).length <= width ? [...lines.slice(0, -1), last + part] : [...lines, part];
}, []).map(line => line.length > width + 6 ? line.slice(0, width + 5) + "…" : line).slice(0, 5).join("\n");

const tickText = value => String(Number(value.toPrecision(4)));

const choiceAxis = param => {
  const names = [...param.choices.map(given), ...(param.partial ? [NONE] : [])];
  return { name: param.name, type: "category", data: names, value: trial => trial.run
    ? (value => value === null ? NONE : given(value))(param.value(trial)) : null };
};

/**
 * How a range is drawn: on a log axis by the exponents, since ECharts loses the smallest tick of its own log axes where the
 * values have fewer decimals than the axis.
 */
const rangeScale = param => {
  const log = param.log && param.low > 0;
  const drawn = value => log ? Math.log10(value) : value;
  const [low, high] = [drawn(param.low), drawn(param.high)];
  const pad = low === high ? 1 : 0;
  return { drawn, low: low - pad, high: high + pad, minInterval: log && high - low >= 2 ? 1 : 0,
    text: value => tickText(log ? 10 ** value : value) };
};

/** A range; where some trials lack the param, the lowest place on its axis stands for that. */
const rangeAxis = param => {
  const { drawn, low, high, minInterval, text } = rangeScale(param);
  const none = low - .12 * (high - low);
  const nearly = 1e-9 * (high - low);
  return { name: param.name, type: "value", min: param.partial ? none : low, max: high, minInterval,
    label: value => value <= none + nearly ? NONE : value < low - nearly ? "" : text(value),
    value: trial => trial.run ? (value => value === null ? none : Math.min(high, Math.max(low, drawn(value))))(param.value(trial)) : null };
};

/** An axis from the smallest to the largest value, with nothing at its ends but what stands there. */
const fittedAxis = (low, high, more) => {
  const pad = .03 * (high - low) || Math.abs(high) * .01 || 1;
  return { type: "value", min: low - pad, max: high + pad, label: value => value < low - .99 * pad || value > high + .99 * pad ? "" : tickText(value), ...more };
};

const checkName = check => check.kind === "gap" ? "gap" + (check.percent ? ", %" : "") : check.metric || check.rule;

/** Up to where a requirement's figures are drawn as they are: far beyond the limit of a gap, nobody asks how far. */
const checkLimit = check => {
  const finite = check.observed.filter(Number.isFinite).sort((a, b) => a - b);
  return check.kind === "gap" && check.max > 0 ? Math.max(4 * check.max, 1.5 * finite[Math.floor(finite.length / 2)]) : ceiling(finite);
};

const checkAxis = check => {
  const finite = check.observed.filter(Number.isFinite);
  const high = Math.min(checkLimit(check), Math.max(...finite));
  return fittedAxis(Math.min(...finite), high, { name: checkName(check),
    value: trial => Number.isFinite(check.observed[trial.at]) ? Math.min(high, check.observed[trial.at]) : null });
};

const objectiveAxis = (study, span) => fittedAxis(span.low, span.high, { name: study.metric + arrow(study), inverse: !study.larger,
  value: trial => isNumber(trial.objective) && !Number.isNaN(trial.objective) ? span.within(trial.objective) : null });

const axesOf = (study, span) => {
  const params = freeParams(study);
  const rank = new Map(study.importance.shares.map(([name], i) => [name, i]));
  const told = study.checks.filter(check => check.metric !== study.metric || check.kind === "gap")
    .filter(check => new Set(check.observed.filter(Number.isFinite)).size > 1).slice(0, 3);
  const room = MOST_AXES - told.length - 1;
  const chosen = new Set([...params].sort((a, b) => (rank.get(a.name) ?? 99) - (rank.get(b.name) ?? 99)).slice(0, room));
  return { left: params.length - chosen.size, axes: [
    ...params.filter(param => chosen.has(param)).map(param => param.choices ? choiceAxis(param) : rangeAxis(param)),
    ...told.map(checkAxis), ...(span ? [objectiveAxis(study, span)] : [])] };
};

const parallelAxis = (axes, width) => axes.map((one, dim) => ({
  dim, name: folded(one.name, width), type: one.type, data: one.data, min: one.min, max: one.max, minInterval: one.minInterval, inverse: one.inverse,
  nameLocation: one.inverse ? "start" : "end", nameGap: 14, splitNumber: 4,
  nameTextStyle: { color: colour("ink"), fontWeight: 600, fontSize: 12, lineHeight: 15, align: "center", verticalAlign: "bottom" },
  axisLine: { lineStyle: { color: colour("grey") } }, axisTick: { lineStyle: { color: colour("grey") } },
  axisLabel: { color: colour("soft"), fontSize: 11, margin: 6, hideOverlap: true, textBorderColor: colour("card"), textBorderWidth: 3,
    formatter: one.type === "category" ? value => folded(value, 16).split("\n")[0] : one.label || tickText },
  areaSelectStyle: { color: colour("accent"), borderColor: colour("accent"), opacity: .18, width: 18 } }));

const parallelSeries = (study, groups, axes) => groups.map(([kind, trials]) => ({
  name: LOOKS[kind].word, type: "parallel", z: kind === "winner" ? 4 : 2, smooth: false, silent: false, inactiveOpacity: .04, activeOpacity: 1,
  lineStyle: { opacity: 1, width: kind === "winner" ? 3.5 : 1.4, type: LOOKS[kind].line || "dotted", color: trialColour(study, trials[0]) },
  data: trials.map(trial => ({ value: axes.map(one => one.value(trial) ?? "-"), lineStyle: { color: trialColour(study, trial),
    width: kind === "winner" ? 3.5 : kind === "accepted" ? 1.8 : 1.1, type: LOOKS[kind].line || "dotted" } })) }));

const hasBrush = drawn => {
  let some = false;
  drawn.getModel().eachComponent("parallelAxis", one => {
    some = some || (one.activeIntervals || []).length > 0;
  });
  return some;
};

/** Tells which trials every brush covers: null when nothing is brushed. */
const tellBrush = (drawn, groups, tell) => drawn.on("axisareaselected", () => {
  if (!hasBrush(drawn)) {
    tell(null);
    return;
  }
  const kept = new Set();
  drawn.getModel().getSeries().forEach((series, s) => series.getRawIndicesByActiveState("active")
    .forEach(at => kept.add(groups[s][1][at].number)));
  tell(kept);
});

const parallelCard = (study, span) => {
  const { axes, left } = axesOf(study, span);
  const groups = byKind(study.trials.filter(trial => trial.run));
  if (axes.length < 2 || groups.length === 0) {
    return card("Parallel coordinates", null, emptiness(groups.length === 0 ? "No trial was run."
      : "One axis alone: the search had nothing to choose, or no trial came to an objective."));
  }
  const clear = el("button", { type: "button", disabled: true, click: () => drawnChart && axes.forEach((one, i) =>
    drawnChart.dispatchAction({ type: "axisAreaSelect", parallelAxisIndex: i, intervals: [] })) }, "Clear the selection");
  let drawnChart = null;
  const option = () => ({
    parallel: { left: 44, right: 60, top: 44 + 15 * Math.max(...axes.map(one => folded(one.name, 16).split("\n").length)), bottom: 20, parallelAxisDefault: { realtime: false } },
    legend: legend(groups.map(([kind]) => LOOKS[kind].word)),
    tooltip: pointTip(study, trialIn(groups)),
    parallelAxis: parallelAxis(axes, 16), series: parallelSeries(study, groups, axes) });
  const ready = drawn => {
    drawnChart = drawn;
    opensRun(trialIn(groups))(drawn);
    tellBrush(drawn, groups, kept => {
      clear.disabled = kept === null;
      filterTrials(kept);
    });
  };
  return el("section", { class: "card" }, el("header", {}, el("h2", {}, "Parallel coordinates"),
    el("span", { class: "hint" }, "drag along an axis to filter the trials · better is up on the last axis · rejected trials dashed grey"
      + (left ? " · " + plural(left, "param") + " that mattered less left out" : "")
      + (span && span.clipped || study.checks.some(check => check.observed.some(value => Number.isFinite(value) && value > checkLimit(check)))
      ? " · outliers drawn at the end of their axis" : "")),
    el("span", { class: "right no-print" }, clear)),
  el("div", { class: "scroll" }, el("div", { style: "min-width:" + (104 * axes.length) + "px" },
    chart("Parallel coordinates of " + plural(study.trials.length, "trial") + " over " + axes.map(one => one.name).join(", ")
      + ". The same values stand in the table of trials.", option, null, { height: 400, many: study.trials.length > 300, ready }))));
};
