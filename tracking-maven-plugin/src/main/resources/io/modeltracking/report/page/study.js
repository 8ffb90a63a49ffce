// A study: what was searched, what won and by which rule, what was rejected though better, and every trial.
const OUTCOME_ORDER = ["ACCEPTED", "FINISHED", "REJECTED", "PRUNED", "FAILED", "BROKEN", "INTERRUPTED", "ABORTED", "SKIPPED", "RUNNING"];

const outcomeCounts = runs => OUTCOME_ORDER.map(name => [name, runs.filter(run => run.outcome === name).length]).filter(([, count]) => count > 0);

const countWords = study => {
  const counts = outcomeCounts(study.members.map(at => db.runs[at]));
  const unknown = study.trials.length === undefined ? study.trials - study.members.length : study.trials.length - study.members.length;
  return [...counts.map(([name, count]) => count + " " + OUTCOMES[name][1]), ...(unknown > 0 ? [unknown + " not in this report"] : [])].join(", ");
};

const countPills = study => outcomeCounts(study.members.map(at => db.runs[at])).map(([name, count]) =>
  [pill(OUTCOMES[name][0], count.toLocaleString("en") + " " + OUTCOMES[name][1], OUTCOMES[name][2]), " "]);

/** The best of the accepted trials that have an objective, or null. */
const leader = study => study.trials.filter(trial => trial.kind === "accepted" && isNumber(trial.objective) && !Number.isNaN(trial.objective))
  .reduce((best, trial) => best === null || isBetter(study, trial.objective, best.objective) ? trial : best, null);

const winnerLine = study => {
  const winner = study.byNumber.get(study.winner);
  if (study.winner === undefined) {
    const running = db.runs[study.run].outcome === "RUNNING";
    const best = leader(study);
    if (best) {
      return el("p", { class: "winner" }, pill(running ? "…" : "–", running ? "best so far" : "none was chosen", "warn"), " ", trialLink(best), ": ",
        el("b", { class: "mono" }, objectiveText(best)), !running && " is the best that was accepted",
        el("br", {}), el("span", { class: "mono" }, paramsText(study, best)));
    }
    if (running) {
      return el("p", {}, pill("…", "no trial accepted yet", "warn"));
    }
    return el("p", {}, pill("–", "no winner", "warn"), " ", study.misses.length
      ? "No trial was accepted. The nearest misses are below." : "No trial was accepted, and none was near.");
  }
  return el("p", { class: "winner" }, pill("◆", "winner", "two"), " ", winner ? trialLink(winner) : "trial " + study.winner, ": ",
    el("b", { class: "mono" }, winner && objectiveText(winner) || (isNumber(study.best) ? figure(study.best) : "–")), " · ",
    study.rule && ["the ", study.rule], winner && [el("br", {}), el("span", { class: "mono" }, paramsText(study, winner))]);
};

const studyHeadline = study => {
  const run = db.runs[study.run];
  const [sign, word, kind] = OUTCOMES[run.outcome] || ["?", run.outcome, ""];
  const pinned = study.params.filter(param => param.pinned).map(param => param.name);
  const pairs = [["sampler", study.sampler], ["planned", study.planned && plural(Number(study.planned), "trial")],
    ["started, UTC", when(run.start)], ["took", duration(run.millis)], ["commit", run.commit && run.commit.slice(0, 8) + (run.dirty ? " dirty" : " clean")],
    ["author", run.author], ["attempt", run.attempt > 1 && String(run.attempt)]];
  return el("section", { class: "card verdict " + (kind || "plain") },
    el("div", { class: "mark", "aria-hidden": "true" }, sign),
    el("div", { class: "say" }, el("h1", {}, run.experiment, " " + word),
      el("p", {}, plural(study.trials.length, "trial"), ": ", countPills(study), " to ", study.larger ? "maximise " : "minimise ", el("code", {}, study.metric)),
      winnerLine(study),
      run.reason && (study.misses.length === 0 || leader(study)) && el("p", { class: "why" }, run.reason),
      run.outcome === "INTERRUPTED" && el("p", {}, pill("!", "interrupted: trials may be missing, and none was chosen", "warn")),
      pinned.length > 0 && el("p", {}, pill("!", "pinned on the command line", "warn"), " ", pinned.join(", ")),
      study.reused.length > 0 && el("p", {}, pill("!", plural(study.reused.length, "trial") + " taken over from an earlier run of the study", "warn")),
      study.remarks.map(text => el("p", {}, pill("!", "remark", "warn"), " ", text)),
      el("p", { class: "hint" }, "study run ", runLink(run), run.judged && [" ", pill("◆", "judged by the gates", "good")])),
    el("dl", { class: "about" }, pairs.filter(([, value]) => value).map(([name, value]) =>
      el("div", {}, el("dt", {}, name), el("dd", { title: value }, value)))));
};

/** Trials with the requirements that each missed, and by which figure. */
const missTable = (study, label, trials) => {
  const won = study.best;
  const compared = isNumber(won);
  return table(label, [["trial", ""], ["objective", "number"], ...(compared ? [["against the winner's", "number"]] : []), ["missed", ""], ["params", ""]],
    trials.map(trial => [[trialLink(trial), " ", trialOutcome(trial)], objectiveText(trial) || "–",
      ...(compared ? [isNumber(trial.objective) ? el("span", { title: String(trial.objective - won) }, signed(trial.objective - won)) : "–"] : []),
      failedChecks(study, trial).length ? failedChecks(study, trial) : trial.run && trial.run.reason || "", el("span", { class: "mono" }, paramsText(study, trial))]));
};

const betterCard = study => {
  const trials = study.better.map(number => study.byNumber.get(number)).filter(Boolean);
  return trials.length > 0 && card("Rejected though better", plural(trials.length, "trial") + " with a better objective than the winner, and the requirement that each missed",
    missTable(study, "Rejected though better", trials.slice(0, 8)),
    trials.length > 8 && later(plural(trials.length - 8, "more trial"), () => missTable(study, "More rejected though better", trials.slice(8, 300))));
};

const missesCard = study => study.misses.length > 0 && !leader(study) && card("Nearest misses", "the rejected trials with the smallest violations",
  missTable(study, "Nearest misses", study.misses.map(number => study.byNumber.get(number))));

const requirementsOfTrials = study => {
  if (study.checks.length === 0) {
    return card("Requirements", null, emptiness("No requirement was judged: no trial could be rejected."));
  }
  const winner = study.byNumber.get(study.winner);
  return card("Requirements", "of " + study.checks[0].held.filter(held => held !== null).length + " trials that were judged",
    table("Requirements of trials", [["rule", ""], ["kept", "number"], ["missed", "number"], ["winner", "number"]], study.checks.map(check => [
      el("code", {}, check.rule), String(check.held.filter(held => held === 1).length), String(check.held.filter(held => held === 0).length),
      winner ? check.shown[winner.at] || "–" : "–"])));
};

/** Of a grid of two params: the objective of each cell, and its verdict. */
const gridCard = study => {
  const params = freeParams(study);
  const values = params.map(param => [...new Set(study.trials.map(param.value).filter(value => value !== null))].sort((a, b) => isNumber(a) && isNumber(b) ? a - b : 0));
  const small = params.length === 2 && values.every(list => list.length >= 1 && list.length <= 12);
  const cells = new Map(study.trials.map(trial => [params.map(param => String(param.value(trial))).join("\n"), trial]));
  if (!small || cells.size < study.trials.length || 2 * cells.size < values[0].length * values[1].length) {
    return null;
  }
  const accepted = study.trials.filter(trial => trial.kind === "accepted" || trial.kind === "winner");
  const cell = trial => {
    if (!trial) {
      return el("td", { class: "untried" }, "not tried");
    }
    const place = accepted.indexOf(trial);
    return el("td", { class: "cell " + trial.kind, style: place >= 0 && "--strength:" + Math.round(34 - 26 * place / Math.max(1, accepted.length - 1)) + "%" },
      el("div", { class: "big" }, trial.run ? el("a", { href: runAddress(trial.run) }, objectiveText(trial) || "–") : "–"),
      el("div", {}, trial.kind === "winner" ? pill("◆", "winner", "two") : trialOutcome(trial), place >= 0 && el("span", { class: "hint" }, " " + (place + 1) + " of " + accepted.length)),
      missed(study, trial).map(([rule, shown]) => el("div", { class: "hint", title: rule }, briefly(rule, shown))));
  };
  return card(study.metric, "over " + params[0].name + " × " + params[1].name + " · " + directionWords(study) + "; the best accepted one is proposed", el("div", { class: "scroll" },
    el("table", { class: "matrix", "aria-label": "Objective over " + params[0].name + " and " + params[1].name },
      el("thead", {}, el("tr", {}, el("th", { scope: "col" }, params[0].name + " ↓  " + params[1].name + " →"), values[1].map(value => el("th", { scope: "col" }, given(value))))),
      el("tbody", {}, values[0].map(first => el("tr", {}, el("th", { scope: "row" }, given(first)), values[1].map(second => cell(cells.get(String(first) + "\n" + String(second))))))))));
};

/** A rule that was missed, with the figure: of "gap a → b <= 5 %" it is "gap 6.2 % > 5 %". */
const briefly = (rule, shown) => {
  const [, what, operator, limit] = /^(.*?)\s*(<=|>=|<|>|in)\s*([^<>=]+)$/.exec(rule) || [];
  const name = what && (what.startsWith("gap ") ? "gap" : what.split(".").slice(-1)[0]);
  return operator ? name + " " + shown + " " + { "<=": ">", ">=": "<", "<": "≥", ">": "≤", in: "outside" }[operator] + " " + limit : rule + ": " + shown;
};

const studyList = () => card("Studies", "searches of this build, with what each proposes", table("Studies", [["study", ""], ["verdict", ""], ["trials", "number"], ["outcomes", ""],
  ["winner", ""], ["objective", "number"], ["metric", ""], ["sampler", ""]], db.studies.map(study => {
  const run = db.runs[study.run];
  return [[el("a", { href: studyAddress(study) }, named(run.experiment)), run.attempt > 1 && el("span", { class: "muted" }, " attempt " + run.attempt)], outcome(run.outcome), String(study.trials), countWords(study),
    study.winner === undefined ? "–" : ["trial " + study.winner, study.better > 0 && [" ", pill("!", study.better + " rejected though better", "warn")]],
    isNumber(study.best) ? number(study.best) : "–", [named(study.metric), arrow(study)], study.sampler || ""];
})));

const studyPage = async id => {
  const run = id ? findRun(id) : null;
  const wanted = id ? run && db.studies.find(one => one.run === run.number) : db.studies.length === 1 ? db.studies[0] : null;
  if (!wanted) {
    return id ? card("Study " + id, null, emptiness("This report has no such study, or more than one: use more of its id."), el("p", {}, el("a", { href: "#study" }, "All studies")))
      : db.studies.length ? studyList() : card("Studies", null, emptiness("No study was recorded. A study is an experiment with @GridSearch, @RandomSearch or @BayesianSearch."));
  }
  const study = await openStudy(wanted);
  const span = objectiveSpan(study);
  return [studyHeadline(study), study.rerun && command(study.rerun), el("br"), gridCard(study), betterCard(study), missesCard(study),
    parallelCard(study, span), trialsCard(study), el("div", { class: "grid two" }, historyCard(study, span), el("div", {}, importanceCard(study), requirementsOfTrials(study))),
    slicesCard(study, span), gapCard(study, span), curvesOfTrialsCard(study), timelineCard(study)];
};
