// The colours of trials, the same in every chart: the winner orange, accepted ones blue and stronger the better, the others quiet.
const channels = hex => [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16));

const mixed = (one, other, share) => {
  const [from, to] = [colour(one), colour(other)].map(hex => channels(hex.length === 4 ? hex.replace(/[^#]/g, "$&$&") : hex));
  return "rgb(" + from.map((value, i) => Math.round(value + (to[i] - value) * share)).join(",") + ")";
};

/** How trials of each kind are drawn: in this order, the later above the earlier. */
const LOOKS = {
  unknown: { word: "not in this report", symbol: "rect" },
  failed: { word: "failed", symbol: "path://M2 0L5 3L8 0L10 2L7 5L10 8L8 10L5 7L2 10L0 8L3 5L0 2Z", line: "dotted" },
  pruned: { word: "pruned", symbol: "rect", size: [9, 3], line: "dotted" },
  rejected: { word: "rejected", symbol: "circle", hollow: true, line: "dashed" },
  accepted: { word: "accepted", symbol: "circle", line: "solid" },
  winner: { word: "winner", symbol: "diamond", line: "solid" }
};

/** What is drawn, in the order of drawing: [kind, trials], the best of them last. */
const byKind = trials => Object.keys(LOOKS).map(kind => [kind, trials.filter(trial => trial.kind === kind).reverse()])
  .filter(([, some]) => some.length > 0);

/** The colour of a trial; the share of accepted ones that are better makes it fainter. */
const trialColour = (study, trial) => {
  switch (trial.kind) {
    case "winner": return colour("two");
    case "accepted": {
      const accepted = study.trials.filter(one => one.kind === "accepted" || one.kind === "winner").length;
      return mixed("one", "card", .68 * trial.at / Math.max(1, accepted));
    }
    case "failed": return mixed("bad", "card", .45);
    case "rejected": return study.winner === undefined ? colour("grey") : mixed("grey", "card", .3);
    default: return mixed("grey", "card", .45);
  }
};

/** How the mark of a trial is filled; a hollow one shows the card through, so that it is quiet in the dark too. */
const markStyle = (study, trial, of = trialColour(study, trial)) => LOOKS[trial.kind].hollow
  ? { color: colour("card"), borderColor: of, borderWidth: 1.5 } : { color: of };

const legend = kinds => ({ top: 0, right: 4, itemWidth: 12, itemHeight: 9, textStyle: { color: colour("soft"), fontSize: 12 }, data: kinds, selectedMode: false });

/** What a trial is, when one points at it. */
const trialTip = (study, trial) => el("div", { class: "tip" }, el("b", {}, trialName(trial)), " ", (OUTCOMES[(trial.run || {}).outcome] || UNKNOWN)[1],
  isNumber(trial.objective) && el("div", { class: "mono" }, objectiveText(trial)),
  el("div", {}, paramsText(study, trial)), trial.run && trial.run.reason && el("div", { class: "muted" }, trial.run.reason));

const pointTip = (study, trialOfPoint) => ({ trigger: "item", transitionDuration: 0, confine: true, backgroundColor: colour("card"),
  borderColor: colour("line"), padding: 8, textStyle: { color: colour("ink"), fontSize: 12 },
  formatter: point => {
    const trial = trialOfPoint(point);
    return trial ? trialTip(study, trial) : "";
  } });

/** Opens the run of the trial that is clicked. */
const opensRun = trialOfPoint => drawn => drawn.on("click", point => {
  const trial = trialOfPoint(point);
  if (trial && trial.run) {
    location.hash = runAddress(trial.run);
  }
});

/** Groups of trials as scatter series; the point of a trial is what place gives, null where it has none. */
const scatter = (study, groups, place) => groups.map(([kind, trials]) => ({
  name: LOOKS[kind].word, type: "scatter", symbol: LOOKS[kind].symbol, symbolSize: LOOKS[kind].size || (kind === "winner" ? 14 : kind === "accepted" ? 8 : 7),
  z: kind === "winner" ? 5 : 3, itemStyle: markStyle(study, trials[0], kind === "accepted" ? colour("one") : undefined),
  data: trials.map(trial => {
    const at = place(trial);
    return at === null ? { value: [null, null] } : { value: at.point, symbol: at.symbol, symbolRotate: at.rotate, symbolSize: at.symbol ? 9 : undefined,
      itemStyle: at.symbol ? { color: trialColour(study, trial) } : markStyle(study, trial) };
  }) }));

const trialIn = groups => point => point.componentType === "series" && groups[point.seriesIndex]
  ? groups[point.seriesIndex][1][point.dataIndex] : null;
