// What tables of figures have in common.
const emptiness = text => el("p", { class: "empty" }, text);

const runRow = run => ({ kind: isQuiet(run) ? "quiet" : "", cells: [
  runLink(run), outcome(run.outcome), runTitle(run), run.reason || "", when(run.start), duration(run.millis)] });

const RUN_HEADS = [["run", ""], ["verdict", ""], ["experiment", ""], ["reason", ""], ["started, UTC", "tight"], ["took", "number"]];

/** A table of runs, the first hundred of them. */
const runTable = (label, runs) => el("div", {}, table(label, RUN_HEADS, runs.slice(0, 100).map(runRow)),
  runs.length > 100 && el("p", { class: "hint" }, plural(runs.length - 100, "more run") + " in the table of runs"));
