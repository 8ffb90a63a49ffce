// What the keys do, and how runs are filtered.
const helpDialog = () => dialogOf("Keys and filters", el("h2", {}, "Keys"),
    el("dl", { class: "facts" }, keyOf("/", "filter the runs"), keyOf("t", "light or dark"), keyOf("?", "this help"),
      keyOf("↑ ↓", "through the table of runs"), keyOf("Enter", "open the run"), keyOf("Space", "tick the run, to compare"), keyOf("Esc", "close, or leave the filter")),
    el("h2", {}, "Filters"),
    el("p", {}, "Comparisons with <, <=, >, >=, =, != and ~ (contains), joined by and and or; anything else is looked for as text. In = and !=, * and ? stand for any characters."),
    el("pre", {}, "metrics.test.rmse < 0.5 and status = FINISHED\nparams.max_depth = 5 or experiment = Motor_*\noutcome = REJECTED and reason ~ gap"),
    el("p", { class: "hint" }, "Names: metrics.…, params.…, " + Object.keys(ATTRIBUTES).join(", ")));
