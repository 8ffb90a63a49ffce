// What the keys do, and how runs are filtered.
const helpDialog = () => dialogOf("Keys and filters", el("h2", {}, "Keys"),
  el("dl", { class: "facts" }, keyOf("/", "filter the runs"), keyOf("t", "light or dark"), keyOf("?", "this help"), keyOf("Esc", "close, or leave the filter")),
  el("h2", {}, "Filters"),
  el("p", {}, "As in mvn tracking:runs -Dfilter=: = != < <= > >= LIKE ILIKE IN IS NULL, joined by AND, OR and NOT. Texts stand in quotes."),
  el("pre", {}, "metrics.test.rmse < 0.5 AND status = 'FINISHED'\nparams.max_depth IN (3, 5) OR experiment LIKE 'Motor_%'\ntags.team = 'pricing' AND branch = 'main' AND start_time > '2026-11-01'"),
  el("p", { class: "hint" }, "Every address can be sent to a colleague: it says all that is shown."));
