// A study with its trials as the charts and tables of its page want them.
const KINDS = { ACCEPTED: "accepted", FINISHED: "accepted", REJECTED: "rejected", PRUNED: "pruned" };

const kindOf = (study, number, run) => !run ? "unknown"
  : number === study.winner ? "winner" : KINDS[run.outcome] || "failed";

const openStudy = async study => {
  const detail = await unpack("study-" + study.number);
  const reused = new Set(detail.reused);
  const trials = detail.trial.map((number, at) => {
    const run = db.runs[detail.runs[at]] || null;
    return { number, at, run, id: run ? run.id : detail.unknown[number], reused: reused.has(number), kind: kindOf(study, number, run),
      objective: real(detail.objective[at]), violation: real(detail.violation[at]), deviation: real(detail.deviation[at]),
      parts: detail.parts[at], sampler: detail.samplers[at], curve: detail.curves[number] };
  });
  const children = new Map();
  for (const run of db.runs) {
    children.set(run.parent, [...(children.get(run.parent) || []), run]);
  }
  trials.forEach(trial => {
    trial.children = trial.run && children.get(trial.run.number) || [];
  });
  const checks = detail.checks.map((check, i) => ({ ...check, i, min: real(check.min), max: real(check.max), observed: check.observed.map(real) }));
  return { ...study, ...detail, trials, checks, params: detail.params.map(param => paramOf(param, trials)), larger: study.direction === "MAXIMIZE",
    best: real(detail.best), byNumber: new Map(trials.map(trial => [trial.number, trial])) };
};

/** A param with how its values are read off a trial, and which different ones there are when they have no order. */
const paramOf = (param, trials) => {
  const column = columnNamed(db.params, param.name);
  const value = trial => column && trial.run ? column.values[trial.run.number] : null;
  const seen = [...new Set(trials.map(value).filter(one => one !== null))];
  const ranged = isNumber(param.min) || !param.choices && seen.every(isNumber);
  const every = [...new Set([...(param.choices || []).map(real), ...(ranged ? [] : seen)])];
  const numeric = every.every(isNumber);
  const choices = ranged ? null : numeric ? every.sort((a, b) => a - b) : every;
  return { ...param, value, choices, log: param.log === true, free: param.fixed === undefined ? seen.length > 1 : !param.fixed,
    low: isNumber(param.min) ? param.min : Math.min(...seen), high: isNumber(param.max) ? param.max : Math.max(...seen),
    partial: trials.some(trial => trial.run && value(trial) === null) };
};

const freeParams = study => study.params.filter(param => param.free);

const isBetter = (study, one, other) => study.larger ? one > other : one < other;

/**
 * The objectives that are drawn as they are. Far outliers on the side of the worse, and infinities, are drawn at the edge, so
 * that they do not flatten the rest; null when there is no finite one.
 */
const objectiveSpan = study => {
  const sign = study.larger ? -1 : 1;
  const finite = study.trials.map(trial => trial.objective).filter(Number.isFinite).map(value => sign * value);
  if (finite.length === 0) {
    return null;
  }
  const worst = Math.min(ceiling(finite, 2), Math.max(...finite));
  const best = Math.min(...finite);
  const [low, high] = [sign * best, sign * worst].sort((a, b) => a - b);
  const within = value => Math.max(low, Math.min(high, value));
  return { low, high, within, isClipped: value => isNumber(value) && !Number.isNaN(value) && within(value) !== value,
    clipped: study.trials.some(trial => isNumber(trial.objective) && !Number.isNaN(trial.objective) && within(trial.objective) !== trial.objective) };
};

const directionWords = study => study.larger ? "larger is better" : "smaller is better";

const arrow = study => study.larger ? " ↑" : " ↓";

/** An objective, with the spread of what it is the mean of. */
const objectiveText = trial => {
  if (!isNumber(trial.objective)) {
    return null;
  }
  const spread = isNumber(trial.deviation) ? " ± " + figure(trial.deviation) : "";
  const parts = trial.parts > 1 ? " (" + trial.parts + " " + partsWord(trial) + ")" : "";
  return el("span", { title: String(trial.objective) + (isNumber(trial.deviation) ? ", standard deviation " + trial.deviation : "") },
    figure(trial.objective) + spread, parts && el("span", { class: "muted" }, parts));
};

const partsWord = trial => trial.children.some(run => run.repeat !== null) ? "repeats"
  : trial.children.some(run => /^fold\b/.test(run.name || "")) ? "folds" : "parts";

const paramsText = (study, trial) => study.params.map(param => [param.name, param.value(trial)])
  .filter(([, value]) => value !== null).map(([name, value]) => name + " = " + given(value)).join(" · ");

/** The requirements that a trial missed: [rule, figure]. */
const missed = (study, trial) => study.checks.filter(check => check.held[trial.at] === 0)
  .map(check => [check.rule, check.shown[trial.at]]);

const trialName = trial => "trial " + trial.number;

const trialLink = trial => trial.run ? el("a", { href: runAddress(trial.run), title: trial.run.id }, trialName(trial))
  : el("span", { title: trial.id }, trialName(trial));

const studyAddress = study => "#study/" + runAddress(db.runs[study.run]).slice(5);

const UNKNOWN = ["?", "not in this report", "warn"];

const trialOutcome = trial => trial.run ? outcome(trial.run.outcome) : pill(...UNKNOWN);
