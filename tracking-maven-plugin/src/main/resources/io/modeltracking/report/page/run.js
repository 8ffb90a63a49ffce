// One run: its verdict and why, what went in, what came out, and what it was made from.
const runHeadline = (run, detail) => {
  const [sign, word, kind] = OUTCOMES[run.outcome] || ["?", run.outcome, ""];
  const parent = db.runs[run.parent];
  const pairs = [["started, UTC", when(run.start)], ["took", duration(run.millis)], ["commit", run.commit
    && run.commit.slice(0, 8) + (run.dirty ? " dirty" : " clean")], ["author", run.author],
  ["attempt", run.attempt > 1 && String(run.attempt)], ["model", run.model]];
  return el("section", { class: "card verdict " + (kind || "plain") },
    el("div", { class: "mark", "aria-hidden": "true" }, sign),
    el("div", { class: "say" }, el("h1", {}, "Run ", el("span", { class: "mono" }, run.short), " " + word),
      run.reason && el("p", {}, run.reason),
      el("p", {}, runTitle(run), parent && [" · part of ", runLink(parent)],
        studyOf(run) && [" · ", el("a", { href: studyAddress(studyOf(run)) }, "study " + db.runs[studyOf(run).run].short)],
        detail.testClass && " · " + detail.testClass.split(".").pop() + "." + detail.method),
      el("p", {}, run.judged && pill("◆", "judged by the gates", "good"), run.outside === 1 && pill("–", "from outside the build", "warn"),
        versionsOf(run).map(version => [" ", versionPill(version)]))),
    el("dl", { class: "about" }, pairs.filter(([, value]) => value).map(([name, value]) =>
      el("div", {}, el("dt", {}, name), el("dd", { title: value }, value)))));
};

const checksCard = detail => card("Requirements", null,
  detail.checks.length === 0 && emptiness("No requirement was stated, so nothing was accepted or rejected."),
  detail.checks.map(check => el("div", { class: "gate" }, verdictPill(check.verdict),
    el("div", { class: "what" }, el("code", { class: "rule" }, check.rule), check.verdict !== "ACCEPTED" && check.message
      && el("div", { class: "why " + judgement(check.verdict)[2] }, check.message)),
    el("div", { class: "observed", title: "observed" }, check.shown || "–"),
    el("div", { class: "gatebar-holder" }, check.shown && gateBar(real(check.observed), real(check.min), real(check.max),
      check.verdict, check.rule + ": " + check.shown)))));

const paramsCard = detail => card("Params", null, detail.params.length
  ? table("Params", [["name", ""], ["value", "number"], ["origin", ""]], detail.params.map(param => [param.name,
    el("span", { class: "break", title: param.type + " " + param.value }, param.type === "real"
      ? given(real(Number(param.value))) : param.value), param.origin]))
  : emptiness("No param was recorded."));

const directionMark = metric => metric.direction
  && el("span", { class: "muted", title: betterWhen(metric.direction) }, directionSign(metric.direction));

/** Measures that several data sets share, side by side: a gap is seen without looking for it. */
const sideBySide = metrics => {
  const byMeasure = new Map();
  const sets = [];
  for (const metric of metrics) {
    const { measure: name, on } = measure(metric.name);
    if (name !== metric.name) {
      byMeasure.set(name, (byMeasure.get(name) || new Map()).set(on, metric));
      if (!sets.includes(on)) {
        sets.push(on);
      }
    }
  }
  const shared = [...byMeasure].filter(([, bySet]) => bySet.size > 1);
  const rows = shared.map(([name, bySet]) => [[name, directionMark([...bySet.values()][0])],
    ...sets.map(on => bySet.has(on) ? number(real(bySet.get(on).last)) : "")]);
  const rest = metrics.filter(metric => !shared.some(([, bySet]) => [...bySet.values()].includes(metric)));
  return { sets, rows, rest };
};

/** More looks, less worth: what has been chosen by held-out data is judged too well by them. */
const looksLine = looks => looks.length > 0 && el("p", { class: "hint", title: "over the history, by distinct code, params and seed" },
  "Looks at held-out data so far: ", looks.map(([name, count], i) => [i > 0 && ", ", el("span", { class: "mono" }, name), " " + count]));

const metricsCard = detail => {
  const { sets, rows, rest } = sideBySide(detail.metrics);
  const others = rest.map(metric => [[metric.name, directionMark(metric)], number(real(metric.last)),
    ...(metric.count > 1 ? [number(real(metric.min)), number(real(metric.max)), String(metric.count)] : ["", "", "1"])]);
  return card("Metrics", "the last value is the one that rules read",
    detail.metrics.length === 0 && emptiness("No metric was recorded."),
    rows.length > 0 && table("Metrics by data set", [["measure", ""], ...sets.map(on => [on, "number"])], rows),
    others.length > 0 && table("Metrics", [["name", ""], ["last", "number"], ["min", "number"], ["max", "number"],
      ["values", "number"]], others), looksLine(detail.looks));
};

/** Curves of one or more runs by measure: {measure: [{label, steps, values}]}. */
const curvesOf = (detail, label) => {
  const byMeasure = new Map();
  for (const metric of detail.metrics.filter(one => one.count > 1)) {
    const { measure: name, on } = measure(metric.name);
    const steps = metric.steps || metric.values.map((_, i) => i);
    const one = { label: label ? label + " " + on : on, on, steps, values: metric.values.map(real), name: metric.name };
    byMeasure.set(name, [...(byMeasure.get(name) || []), one]);
  }
  return byMeasure;
};

const curvesCard = detail => {
  const groups = [...curvesOf(detail)];
  const draw = ([name, series]) => curves(name, series);
  return groups.length > 0 && card("Learning curves", "train blue and dashed, validation orange",
    el("div", { class: "charts" }, groups.slice(0, 6).map(draw)),
    groups.length > 6 && later(plural(groups.length - 6, "more chart"), () =>
      el("div", { class: "charts" }, groups.slice(6).map(draw))));
};

const failureCard = detail => detail.failure && card("Failure", detail.failure.type,
  detail.failure.message && el("p", { class: "text" }, detail.failure.message),
  detail.failure.stack && later("Stack", () => el("pre", {}, detail.failure.stack), true));

const runWarnings = detail => detail.warnings.length + detail.problems.length > 0 && card("Warnings", null,
  el("ul", { class: "plain-list" },
    detail.warnings.map(text => el("li", {}, pill("!", "warning", "warn"), " ", text)),
    detail.problems.map(text => el("li", {}, pill("!", "journal", "warn"), " ", text))));

const notesCard = detail => detail.notes.length > 0 && card("Notes", null,
  detail.notes.map(tree => el("div", { class: "note" }, note(tree))));

const linkedRuns = { reproduceOf: "reproduces", resumedFrom: "resumed from", repeatOf: "repeats", importedFrom: "imported from" };

const identityCard = (run, detail) => card("Identity", null, facts([
  ["id", run.id], ["test", detail.testClass && detail.testClass + "#" + detail.method], ["JUnit id", detail.uniqueId],
  ["module", run.module], ["build", detail.build], ["repeat", detail.repeat],
  ["CI job", detail.ciUrl && link(detail.ciUrl, detail.ciUrl)],
  ["author", detail.author || detail.email
    ? [detail.author, detail.email && " <" + detail.email + ">", detail.authorSource && " · known from " + detail.authorSource] : null],
  ...detail.links.map(([kind, target]) => [linkedRuns[kind] || kind, runLink(findRun(target)) || target]),
  ...detail.tags.map(([name, value]) => ["tag " + name, value])]));

const runPage = async id => {
  const run = findRun(id);
  if (!run) {
    return card("Run " + id, null, emptiness("This report has no such run, or more than one: use more of its id."));
  }
  const [detail, common, plots] = await Promise.all([runDetail(run.number), shared(), plotsOfRun(run)]);
  return [runHeadline(run, detail), detail.rerun && command(detail.rerun), el("br"), failureCard(detail),
    checksCard(detail), runWarnings(detail), plots(),
    el("div", { class: "grid two" }, metricsCard(detail), paramsCard(detail)), curvesCard(detail), notesCard(detail),
    detail.children.length > 0 && card("Child runs", plural(detail.children.length, "run"),
      runTable("Child runs", detail.children.map(at => db.runs[at]))),
    artifactsCard(detail), datasetsOfRun(detail, common), sourceCard(common.sources[detail.source]),
    el("div", { class: "grid two" }, environmentCard(common.environments[detail.environment]), seedsCard(detail)),
    identityCard(run, detail)];
};
