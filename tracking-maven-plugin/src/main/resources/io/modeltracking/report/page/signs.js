// A verdict is a sign, a word and a colour, the same everywhere.
const OUTCOMES = {
  ACCEPTED: ["✓", "accepted", "good"],
  FINISHED: ["✓", "finished", ""],
  REJECTED: ["✕", "rejected", "bad"],
  FAILED: ["✕", "failed", "bad"],
  BROKEN: ["✕", "broken", "bad"],
  INTERRUPTED: ["!", "interrupted", "warn"],
  ABORTED: ["–", "aborted", ""],
  SKIPPED: ["–", "skipped", ""],
  PRUNED: ["–", "pruned", ""],
  RUNNING: ["…", "running", "warn"]
};

const VERDICTS = { PASSED: ["✓", "good"], FAILED: ["✕", "bad"], UNGATED: ["–", "warn"] };

const pill = (sign, word, kind) => el("span", { class: "pill " + kind }, el("span", { "aria-hidden": "true" }, sign), word);

const outcome = name => pill(...(OUTCOMES[name] || ["?", String(name).toLowerCase(), ""]));

const isQuiet = run => run.outcome !== "ACCEPTED" && run.outcome !== "FINISHED";

// Where nothing can be told a gate lets nothing through, but it does not say that the model is worse.
const JUDGEMENTS = {
  PASSED: ["✓", "holds", "good"],
  ACCEPTED: ["✓", "holds", "good"],
  FAILED: ["✕", "failed", "bad"],
  REJECTED: ["✕", "failed", "bad"],
  INCONCLUSIVE: ["?", "inconclusive", "warn"],
  NOT_COMPARABLE: ["≠", "not comparable", "warn"]
};

const judgement = verdict => JUDGEMENTS[verdict] || ["?", String(verdict).toLowerCase(), "warn"];

const verdictPill = verdict => pill(...judgement(verdict));

const runLink = run => run ? el("a", { class: "mono", href: runAddress(run), title: run.id }, run.short) : null;

const runTitle = run => run.experiment
  + (run.name ? " / " + run.name : "") + (run.trial === null || run.trial === undefined ? "" : " · trial " + run.trial);

/** Plain tables: heads are [text, class]; a cell is text or an element. */
const table = (label, heads, rows) => el("div", { class: "scroll" }, el("table", { class: "plain", "aria-label": label },
  el("thead", {}, el("tr", {}, heads.map(([text, kind]) => el("th", { scope: "col", class: kind }, typeof text === "string" ? named(text) : text)))),
  el("tbody", {}, rows.map(row => el("tr", { class: row.kind }, (row.cells || row).map((cell, i) =>
    el(i === 0 ? "th" : "td", { scope: i === 0 ? "row" : null, class: heads[i][1] }, cell)))))));
