// One version: what it stands on, what people have said of it, and what was done with it.
const versionHeadline = version => {
  const move = lastMove(version);
  const [sign, kind] = STAGES[version.stage] || ["?", ""];
  return el("section", { class: "card verdict " + kind },
    el("div", { class: "mark", "aria-hidden": "true" }, sign),
    el("div", { class: "say" }, el("h1", {}, version.model + "/" + version.version + " ", el("span", { class: "muted" }, version.stage
      + (ALIASES[version.stage] ? ", " + ALIASES[version.stage] : ""))),
    el("p", {}, "since " + atMinute(move.ts) + " UTC, by ", who(move.actor)), el("p", { class: "text" }, move.reason),
    el("p", {}, el("a", { href: "#registry/" + encodeURIComponent(version.model) }, "All versions of " + version.model))));
};

const evidenceCard = ({ evidence, description, tags }) => card("Evidence", "as it was when the version was registered", facts([
  ["run", anyRun(evidence.run)], ["study", anyRun(evidence.study)], ["experiment", evidence.experiment],
  ["rank among the accepted", evidence.rank], ["rule overridden", evidence.overridden],
  ["considered", evidence.consideredCount && plural(evidence.consideredCount, "run")],
  ["commit", evidence.commit && evidence.commit + (evidence.dirty ? " dirty" : "")], ["branch", evidence.branch],
  ["build", evidence.build], ["module", evidence.module], ["waived", evidence.waived.join(", ")],
  ["authors", evidence.authors.map(author => author.name).join(", ")], ["description", description], ...tagFacts(tags)]));

/** What only people know; what nobody has said is said to be missing. */
const aboutCard = ({ evidence }) => {
  const names = [...new Set([...db.registry.about, ...Object.keys(evidence.about)])];
  return card("Said by people", "in the POM's <models>, recorded with the version; nothing here was checked", facts(names.map(name =>
    [name, Object.hasOwn(evidence.about, name) ? evidence.about[name] : pill("!", db.registry.notProvided, "warn")])));
};

const gatesThenCard = ({ evidence }) => card("Gates", "as they were when the version was registered", evidence.gates.length
  ? table("Gates", [["verdict", ""], ["rule", ""], ["observed", "number"]], evidence.gates.map(gate =>
    [verdictPill(gate.passed ? "PASSED" : "FAILED"), el("code", {}, gate.rule), gate.observed || "–"]))
  : emptiness("No gate had judged it."));

const filesCard = ({ evidence }) => card("Files and data", "by the SHA-256 of their content",
  table("Files and data", [["what", ""], ["name", ""], ["SHA-256", "code"]], [
    ...evidence.files.map(file => ["model", file.name + ", " + Number(file.size).toLocaleString("en") + " bytes", el("span", { class: "break" }, file.sha256)]),
    ...evidence.datasets.map(data => [data.role ? role(data) : "data", data.name, data.sha256 ? el("span", { class: "break" }, data.sha256) : "unknown"])]));

const consideredCard = ({ evidence }) => evidence.considered.length > 0 && card("Considered", "the runs that it was chosen from",
  later(plural(evidence.consideredCount, "run"), () => [table("Considered", [["run", ""], ["outcome", ""], ["objective", "number"], ["reason", ""]],
    evidence.considered.map(one => [anyRun(one.run), one.outcome, one.objective || "", one.reason || ""])),
  evidence.consideredCount > evidence.considered.length
    && el("p", { class: "hint" }, plural(evidence.consideredCount - evidence.considered.length, "more run") + " in registry.json")]));

const versionPage = version => [versionHeadline(version),
  el("div", { class: "grid two" }, evidenceCard(version), aboutCard(version)), gatesThenCard(version), filesCard(version), consideredCard(version),
  card("History", plural(version.history.length, "event"), eventTable(version.history)), ledgerCard()];
