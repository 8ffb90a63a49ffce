// How trials ran: when, and what each reached on its way.
const timelineCard = study => {
  const ran = study.trials.filter(trial => trial.run && !trial.reused).sort((a, b) => a.number - b.number);
  if (ran.length === 0) {
    return null;
  }
  const start = Math.min(db.runs[study.run].start, ...ran.map(trial => trial.run.start));
  const spans = ran.map(trial => [trial.run.start - start, trial.run.start - start + (trial.run.millis || 0)]);
  const groups = byKind(ran);
  const row = new Map(ran.map((trial, i) => [trial, i]));
  const height = Math.max(130, Math.min(420, 60 + 12 * ran.length));
  const bar = (item, api) => {
    const [x, y] = api.coord([api.value(0), api.value(2)]);
    const [end] = api.coord([api.value(1), api.value(2)]);
    const tall = Math.max(1, .7 * api.size([0, 1])[1]);
    return { type: "rect", shape: { x, y: y - tall / 2, width: Math.max(2, end - x), height: tall }, style: { fill: api.visual("color") } };
  };
  const option = () => ({
    grid: { left: 8, right: 18, top: 26, bottom: 26, containLabel: true }, legend: legend(groups.map(([kind]) => LOOKS[kind].word)),
    tooltip: pointTip(study, trialIn(groups)),
    xAxis: axis({ type: "value", min: 0, axisLabel: { color: colour("faint"), fontSize: 11.5, hideOverlap: true, formatter: value => duration(Math.round(value)) } }),
    yAxis: axis({ type: "value", inverse: true, min: -.5, max: ran.length - .5, minInterval: 1, splitLine: { show: false }, name: "trial", nameLocation: "start",
      axisLabel: { color: colour("faint"), fontSize: 11, showMinLabel: false, showMaxLabel: false, formatter: value => Number.isInteger(value) && ran[value] ? String(ran[value].number) : "" } }),
    series: groups.map(([kind, trials]) => ({ name: LOOKS[kind].word, type: "custom", renderItem: bar, itemStyle: { color: kind === "accepted" ? colour("one") : trialColour(study, trials[0]) },
      encode: { x: [0, 1], y: 2 }, data: trials.map(trial => ({ value: [...spans[row.get(trial)], row.get(trial)],
        itemStyle: { color: kind === "accepted" ? colour("one") : trialColour(study, trial) } })) })) });
  const rows = () => table("Timeline", [["trial", "number"], ["verdict", ""], ["started after", "number"], ["took", "number"]],
    ran.map((trial, i) => [String(trial.number), trialOutcome(trial), duration(spans[i][0]), duration(trial.run.millis)]));
  const reused = study.trials.length - ran.length;
  return card("Timeline", "time since the study began" + (reused ? " · without " + plural(reused, "trial") + " of an earlier run" : ""),
    chart("Timeline of " + plural(ran.length, "trial") + ", " + duration(db.runs[study.run].millis) + " in all", option, rows,
      { height, many: ran.length > MANY, ready: opensRun(trialIn(groups)) }));
};

/** The values that a pruner compared: where it stopped a trial, the curve ends with a mark. */
const curvesOfTrialsCard = study => {
  const watched = study.trials.filter(trial => trial.curve);
  if (!study.watched || watched.length === 0) {
    return null;
  }
  const groups = byKind(watched);
  const drawn = groups.flatMap(([, trials]) => trials);
  const limit = ceiling(watched.flatMap(trial => trial.curve[1].map(real)));
  const option = () => ({
    grid: { left: 8, right: 22, top: 30, bottom: 28, containLabel: true },
    tooltip: pointTip(study, point => drawn[point.seriesIndex]),
    xAxis: axis({ type: "value", name: "step", nameLocation: "middle", nameGap: 24, splitLine: { show: false }, min: "dataMin", max: "dataMax", minInterval: 1 }),
    yAxis: axis({ type: "value", scale: true, axisLabel: { color: colour("faint"), fontSize: 11.5, formatter: tickText } }),
    series: drawn.map(trial => ({ name: trialName(trial), type: "line", symbol: LOOKS[trial.kind].symbol, triggerLineEvent: true, z: trial.kind === "winner" ? 4 : 2,
      lineStyle: { width: trial.kind === "winner" ? 3 : 1.4, color: trialColour(study, trial), type: trial.kind === "pruned" ? "solid" : LOOKS[trial.kind].line },
      itemStyle: trial.kind === "pruned" ? { color: colour("quiet") } : markStyle(study, trial),
      data: trial.curve[0].map((step, i) => ({ symbolSize: i === trial.curve[0].length - 1 ? LOOKS[trial.kind].size || 8 : 0,
        value: [step, Number.isFinite(real(trial.curve[1][i])) ? Math.min(limit, real(trial.curve[1][i])) : null] })) })) });
  const rows = () => table("Values on the way", [["trial", "number"], ["verdict", ""], ["last step", "number"], ["last value", "number"]],
    watched.slice().sort((a, b) => a.number - b.number).map(trial => [String(trial.number), trialOutcome(trial),
      String(trial.curve[0][trial.curve[0].length - 1]), number(real(trial.curve[1][trial.curve[1].length - 1]))]));
  const pruned = watched.filter(trial => trial.kind === "pruned").length;
  return card("Values on the way", (pruned ? plural(pruned, "trial") + " pruned, where the mark – stands" : "none was pruned")
    + (limit < Infinity ? " · values above " + figure(limit) + " are drawn there" : ""),
  el("h3", {}, study.watched), chart(study.watched + " by step of " + plural(watched.length, "trial") + ", " + pruned + " of them pruned",
    option, rows, { many: watched.length > 60, height: 300, ready: opensRun(point => drawn[point.seriesIndex]) }));
};
