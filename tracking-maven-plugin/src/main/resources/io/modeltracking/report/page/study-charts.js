// What a search did: its history, what mattered, each param by itself, gap against objective.
const MANY = 300;

const marked = (span, study, x, trial) => {
  if (!isNumber(trial.objective) || Number.isNaN(trial.objective) || !span) {
    return null;
  }
  const clipped = span.isClipped(trial.objective);
  const up = trial.objective > span.high;
  return { point: [x, span.within(trial.objective)], symbol: clipped ? "triangle" : undefined, rotate: clipped && !up ? 180 : undefined };
};

const clippedHint = span => span.clipped ? " · ▲ outliers, drawn at the edge" : "";

/** From the best to the worst objective, the same on all charts. */
const objectiveScale = (span, more) => {
  const pad = .05 * (span.high - span.low) || Math.abs(span.high) * .01 || 1;
  return axis({ type: "value", min: span.low - pad, max: span.high + pad, splitNumber: 5,
    axisLabel: { color: colour("faint"), fontSize: 11.5, showMinLabel: false, showMaxLabel: false, formatter: tickText }, ...more });
};

const objectiveName = study => el("h3", {}, named(study.metric), arrow(study));

/** The best accepted objective after each trial, in the order of their numbers. */
const bestSoFar = study => {
  let best = null;
  return study.trials.slice().sort((a, b) => a.number - b.number).filter(trial => trial.kind !== "unknown").map(trial => {
    const counts = (trial.kind === "accepted" || trial.kind === "winner") && Number.isFinite(trial.objective);
    if (counts && (best === null || isBetter(study, trial.objective, best))) {
      best = trial.objective;
    }
    return [trial.number, best];
  });
};

const historyCard = (study, span) => {
  const known = study.trials.filter(trial => trial.run);
  if (!span) {
    return card("History", null, emptiness("No trial came to a finite objective."));
  }
  const groups = byKind(known);
  const steps = bestSoFar(study);
  // Trials without an objective stand on the axis, so that none is missing.
  const edge = study.larger ? span.low : span.high;
  const place = trial => marked(span, study, trial.number, trial)
    || { point: [trial.number, edge] };
  const option = () => ({
    grid: { left: 8, right: 22, top: 30, bottom: 28, containLabel: true },
    legend: legend([...groups.map(([kind]) => LOOKS[kind].word), "best accepted so far"]),
    tooltip: pointTip(study, trialIn(groups)),
    xAxis: axis({ type: "value", name: "trial", nameLocation: "middle", nameGap: 24, minInterval: 1, splitLine: { show: false },
      min: Math.min(...known.map(trial => trial.number)), max: Math.max(1, ...known.map(trial => trial.number)) }),
    yAxis: objectiveScale(span),
    series: [...scatter(study, groups, place), { name: "best accepted so far", type: "line", step: "end", symbol: "none", z: 2, silent: true,
      itemStyle: { color: colour("two") }, lineStyle: { color: colour("two"), width: 2 }, data: steps }] });
  const rows = () => table("History", [["trial", "number"], ["verdict", ""], [study.metric, "number"], ["best accepted so far", "number"]],
    steps.map(([number, best]) => [String(number), trialOutcome(study.byNumber.get(number)), objectiveText(study.byNumber.get(number)) || "–",
      best === null ? "–" : figure(best)]));
  const without = known.filter(trial => !isNumber(trial.objective)).length;
  return card("History", directionWords(study) + clippedHint(span) + (without ? " · " + plural(without, "trial") + " without an objective at the "
    + (study.larger ? "bottom" : "top") : ""),
  objectiveName(study), chart("Objective by trial: the best accepted one is " + (steps.length && steps[steps.length - 1][1] !== null
    ? figure(steps[steps.length - 1][1]) : "none"), option, rows, { many: known.length > MANY, ready: opensRun(trialIn(groups)) }));
};

const importanceCard = study => {
  const { shares, trials, problem } = study.importance;
  const pinned = study.params.filter(param => !param.free).map(param => param.name);
  const fixed = pinned.length > 0 && el("p", { class: "hint" }, "Not searched, and so not compared: " + pinned.join(", ") + ".");
  if (problem) {
    return card("What mattered", "PED-ANOVA", emptiness(problem), fixed);
  }
  const shown = shares.slice(0, 12);
  const percent = share => (100 * share).toFixed(share < .095 ? 1 : 0) + " %";
  const option = () => ({
    grid: { left: 16 + Math.min(180, 7.5 * Math.max(...shown.map(([name]) => name.length))), right: 56, top: 8, bottom: 8 },
    xAxis: { type: "value", show: false, max: Math.max(...shown.map(([, share]) => share)) },
    yAxis: { type: "category", inverse: true, data: shown.map(([name]) => name), axisLine: { show: false }, axisTick: { show: false },
      axisLabel: { color: colour("ink"), fontSize: 12, width: 180, overflow: "truncate" } },
    series: [{ type: "bar", barMaxWidth: 16, itemStyle: { color: colour("one"), borderRadius: 3 }, data: shown.map(([, share]) => share),
      label: { show: true, position: "right", color: colour("soft"), formatter: point => percent(point.value) } }] });
  return card("What mattered", "for reaching the best tenth of the objectives: PED-ANOVA over " + plural(trials, "trial")
    + ", rejected ones included", chart("Importance: " + shares.map(([name, share]) => name + " " + percent(share)).join(", "), option,
    () => table("Importance", [["param", ""], ["share", "number"]], shares.map(([name, share]) => [name, el("span", { title: String(share) }, percent(share))])),
    { height: Math.max(120, Math.min(290, 26 + 34 * shown.length)) }), fixed);
};

const sliceAxis = param => param.choices
  ? axis({ type: "category", data: [...param.choices.map(given), ...(param.partial ? [NONE] : [])], splitLine: { show: false } })
  : (({ low, high, minInterval, text }) => axis({ type: "value", min: low, max: high, minInterval, splitLine: { show: false }, splitNumber: 4,
    axisLabel: { color: colour("faint"), fontSize: 11, hideOverlap: true, formatter: text } }))(rangeScale(param));

const slice = (study, span, param, groups) => {
  const { drawn } = rangeScale(param);
  const place = trial => {
    const value = param.value(trial);
    if (param.choices) {
      return marked(span, study, value === null ? NONE : given(value), trial);
    }
    return value === null ? null : marked(span, study, drawn(value), trial);
  };
  const option = () => ({
    grid: { left: 4, right: 16, top: 12, bottom: 4, containLabel: true }, tooltip: pointTip(study, trialIn(groups)),
    xAxis: sliceAxis(param), yAxis: objectiveScale(span, { splitNumber: 4 }),
    series: scatter(study, groups, place) });
  const lacking = param.partial && !param.choices && study.trials.filter(trial => trial.run && param.value(trial) === null).length;
  return el("div", {}, el("h3", {}, named(param.name), (param.log || lacking) && el("span", { class: "hint" },
    (param.log ? " · log axis" : "") + (lacking ? " · " + plural(lacking, "trial") + " without it" : ""))),
  chart(study.metric + " against " + param.name + ", " + plural(study.trials.length, "trial") + ". The same values stand in the table of trials.",
    option, null, { height: 190, many: study.trials.length > MANY, ready: opensRun(trialIn(groups)) }));
};

const slicesCard = (study, span) => {
  const params = freeParams(study);
  const groups = byKind(study.trials.filter(trial => trial.run && isNumber(trial.objective)));
  if (!span || params.length === 0) {
    return null;
  }
  const draw = list => el("div", { class: "slices" }, list.map(param => slice(study, span, param, groups)));
  return card("Slices", "the objective against each param, the same scale on all" + clippedHint(span), draw(params.slice(0, 9)),
    params.length > 9 && later(plural(params.length - 9, "more param"), () => draw(params.slice(9))));
};

/** Of the gap requirement, when there is one: what was too good to be true stands right of the line. */
const gapCard = (study, span) => {
  const check = study.checks.find(one => one.kind === "gap" && one.observed.some(Number.isFinite));
  if (!check || !span) {
    return null;
  }
  const finite = check.observed.filter(Number.isFinite).sort((a, b) => a - b);
  const limit = checkLimit(check);
  const unit = check.percent ? " %" : "";
  const place = trial => {
    const gap = check.observed[trial.at];
    const at = Number.isFinite(gap) && marked(span, study, Math.min(gap, limit), trial);
    return !at ? null : gap > limit ? { ...at, symbol: "triangle", rotate: -90 } : at;
  };
  const groups = byKind(study.trials.filter(trial => trial.run && place(trial)));
  const gaps = finite.map(gap => Math.min(gap, limit));
  const pad = .04 * (Math.max(...gaps, check.max) - Math.min(...gaps, check.max) || 1);
  const option = () => ({
    grid: { left: 8, right: 28, top: 30, bottom: 28, containLabel: true }, legend: legend(groups.map(([kind]) => LOOKS[kind].word)),
    tooltip: pointTip(study, trialIn(groups)),
    xAxis: axis({ type: "value", name: "gap" + (unit ? "," + unit : ""), nameLocation: "middle", nameGap: 24, splitLine: { show: false },
      min: Math.min(...gaps, check.max) - pad, max: Math.max(...gaps, check.max) + pad,
      axisLabel: { color: colour("faint"), fontSize: 11.5, hideOverlap: true, showMinLabel: false, showMaxLabel: false, formatter: tickText } }),
    yAxis: objectiveScale(span),
    series: scatter(study, groups, place).map((series, i) => i > 0 ? series : { ...series, markLine: { symbol: "none", silent: true, animation: false,
      lineStyle: { color: colour("bad"), type: "dashed" }, label: { color: colour("bad"), formatter: "allowed " + tickText(check.max) + unit, position: "end" },
      data: [{ xAxis: check.max }] } }) });
  return card("Gap against objective", check.rule + " · right of the line is rejected, whatever the objective"
    + (span.clipped || finite[finite.length - 1] > limit ? " · ▲ outliers, drawn at the edge" : ""),
  objectiveName(study), chart("Objective against gap, allowed " + tickText(check.max) + unit + ". The same values stand in the table of trials.", option, null,
      { many: study.trials.length > MANY, ready: opensRun(trialIn(groups)) }));
};
