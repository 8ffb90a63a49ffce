// The first page: may this be released, what is proposed, how does one get it again.
const listingLine = () => db.build.listing && el("p", { class: "hint" }, db.build.listing.sentence);

const headline = () => {
  const build = db.build;
  const [sign, kind] = VERDICTS[build.verdict] || ["?", "warn"];
  const pairs = [["build", build.build], ["commit", build.commit && build.commit.slice(0, 8) + (build.dirty ? " dirty" : " clean")],
    ["branch", build.branch], ["version", build.version], ["seed", build.seed],
    ["ledger head", build.ledgerHead && build.ledgerHead.slice(0, 12)]];
  return el("section", { class: "card verdict " + kind },
    el("div", { class: "mark", "aria-hidden": "true" }, sign),
    el("div", { class: "say" }, el("h1", {}, build.words), el("p", {}, build.sentence),
      el("p", { class: "hint" }, build.module + " · " + when(Date.parse(build.time)) + " UTC",
        build.ciUrl && [" · ", link(build.ciUrl, "CI job")]), listingLine()),
    el("dl", { class: "about" }, pairs.filter(([, value]) => value).map(([name, value]) =>
      el("div", {}, el("dt", {}, name), el("dd", { title: value }, value)))));
};

const gatesCard = () => card("Gates", db.build.gates.length ? "what a release must show: the allowed range, and where the observed value lies" : null,
  db.build.gates.length ? db.build.gates.map(gateLine)
    : emptiness("No gate is configured, so nothing here says that a model may be released. Gates stand in the plugin's configuration, in <gates>."));

/** Of a study that was judged: the trial that it proposes. */
const proposedWinner = run => {
  const study = run.study && run.study.run === run.number ? run.study : null;
  const winner = study && db.runs[study.winnerRun];
  return study && study.winner !== undefined && el("p", {}, pill("◆", "winner", "two"), " ", winner
    ? el("a", { href: runAddress(winner) }, "trial " + study.winner) : "trial " + study.winner, " of ", el("a", { href: studyAddress(study) }, plural(study.trials, "trial")),
  isNumber(study.best) && [" · ", el("span", { class: "mono" }, figure(study.best))],
  study.better > 0 && [" ", pill("!", study.better + " rejected though better", "warn")]);
};

const looksOf = run => (db.build.looks.find(one => one.run === run.number) || { looks: [] }).looks;

const proposedCard = () => {
  const judged = db.runs.filter(run => run.judged);
  return card("Proposed", judged.length > 0 && "the runs that the gates judged",
    judged.length ? judged.slice(0, 12).map(run => el("div", {},
      el("p", {}, runLink(run), " ", outcome(run.outcome), " ", runTitle(run)), proposedWinner(run), looksLine(looksOf(run)),
      facts(db.build.gates.filter(gate => gate.run === run.number).map(gate => [gate.metric || gate.name, gateFigure(gate)]))))
      : emptiness(db.runs.length ? "No gate has judged a run." : "There is no run."),
    db.build.reproduce && [el("h3", {}, "The same again"), command(db.build.reproduce)]);
};

const experimentsCard = () => {
  const names = [...new Set(db.build.gates.map(gate => gate.metric))];
  const columns = names.map(name => columnNamed(db.metrics, name)).filter(Boolean).slice(0, 3);
  const others = db.build.experiments.some(experiment => experiment.others);
  const trials = db.build.experiments.some(experiment => experiment.trials);
  const counts = ["runs", "accepted", "rejected", "failed", ...(others ? ["others"] : []), ...(trials ? ["trials"] : [])];
  const rows = db.build.experiments.map(experiment => {
    const judged = experiment.judged.map(run => db.runs[run]);
    const only = experiment.runs === 1 ? db.runs.find(run => run.experiment === experiment.name && !isPart(run)) : null;
    const told = judged.length === 1 ? judged[0] : only;
    return [el("a", { href: "#runs?filter=" + encodeURIComponent("experiment = \"" + experiment.name + "\"") }, named(experiment.name)),
      experiment.model || "", judged.length === 1 ? runLink(judged[0]) : judged.length ? String(judged.length) : "–",
      ...counts.map(key => String(experiment[key] || 0)),
      ...columns.map(column => told ? runFigure(told, column.name, column.values[told.number]) : "")];
  });
  return card("Experiments", rows.length > 0 && "the figures are those of the judged run, or of the only one", rows.length
    ? table("Experiments", [["experiment", ""], ["model", "tight"], ["judged", ""],
      ...counts.map(name => [name, "number"]), ...columns.map(column => [column.name, "number"])], rows)
    : emptiness("No experiment was recorded. Experiments are test methods with @ModelExperiment in *IT classes; "
      + "a build that skips its tests has none."));
};

const warningsCard = () => db.build.warnings.length > 0 && card("Warnings", "what to know before relying on these figures",
  el("ul", { class: "plain-list" }, db.build.warnings.map(text => el("li", {}, pill("!", "warning", "warn"), " ", text))));

const failuresCard = () => {
  const failed = db.runs.filter(run => ["FAILED", "BROKEN", "INTERRUPTED"].includes(run.outcome) && !isPart(run));
  return failed.length > 0 && card("Failures", plural(failed.length, "run") + " did not end as hoped", runTable("Failures", failed));
};

const studiesCard = () => db.studies.length > 0 && studyList();

const overview = () => [headline(), el("div", { class: "grid wide" }, gatesCard(), proposedCard()),
  db.build.challenges.filter(challenge => !challenge.obstacle).map(challengeCard), obstaclesCard(), productionCard(), warningsCard(),
  changesCard(), trendsCard(), experimentsCard(), studiesCard(), failuresCard()];
