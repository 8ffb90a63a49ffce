// Champion against challenger: is what is proposed better than what is in Production?
const senseSign = sense => sense === "better" ? pill("✓", "better", "good") : sense === "worse" ? pill("✕", "worse", "bad") : "";

const dataSign = data => data === "DIFFERENT" ? verdictPill("NOT_COMPARABLE")
  : data === "UNKNOWN" ? el("span", { class: "muted", title: "no data set of that name was recorded by both" }, "data unknown") : "";

const exact = value => el("span", { title: String(value) }, signed(value));

const hasInterval = metric => metric.lower !== undefined && metric.upper !== undefined;

/** The interval of a difference, and where nothing would lie. */
const intervalBar = (metric, scale) => {
  const at = value => 110 + 100 * Math.max(-1, Math.min(1, value / scale));
  const kind = metric.sense === "better" ? "good" : metric.sense === "worse" ? "bad" : "";
  return svg("svg", { class: "interval " + kind, viewBox: "0 0 220 18", role: "img", "aria-label": "difference " + signed(metric.difference)
    + ", from " + signed(metric.lower) + " to " + signed(metric.upper) },
  svg("line", { class: "zero", x1: 110, x2: 110, y1: 1, y2: 17 }),
  svg("line", { class: "range", x1: at(metric.lower), x2: at(metric.upper), y1: 9, y2: 9 }),
  svg("circle", { cx: at(metric.difference), cy: 9, r: 4.5 }));
};

/** Each metric has its own scale: differences of one say nothing about those of another. */
const challengeRow = metric => [[metric.name, el("span", { class: "muted", title: betterWhen(metric.direction) }, directionSign(metric.direction))],
  number(metric.champion), number(metric.challenger), exact(metric.difference),
  hasInterval(metric) ? ["[", exact(metric.lower), ", ", exact(metric.upper), "]"] : "–",
  hasInterval(metric) && intervalBar(metric, 1.25 * Math.max(...[metric.difference, metric.lower, metric.upper].map(Math.abs)) || 1),
  [senseSign(metric.sense), dataSign(metric.data)], metric.rules.map(rule => el("div", {}, el("code", { class: "break" }, rule)))];

const changeTable = changes => table("What changed", [["kind", ""], ["name", ""], ["champion", "code"], ["challenger", "code"]], changes.map(change =>
  [change.kind, change.name, change.champion === undefined ? "–" : change.champion, change.challenger === undefined ? "–" : change.challenger]));

const obstaclesCard = () => db.build.obstacles.length > 0 && card("Without a champion", null, db.build.obstacles.map(emptiness));

const challengeCard = challenge => {
  const version = { model: challenge.model, version: String(challenge.champion.version) };
  const run = findRun(challenge.challenger);
  return card("Champion and challenger", challenge.model,
    el("p", {}, versionLink(version), " in Production since " + challenge.champion.since.slice(0, 10) + " by " + challenge.champion.by,
      !challenge.champion.vouched && [" ", pill("!", "CLAIMED", "warn")], ", run ", anyRun(challenge.champion.run), " · against run ", runLink(run), " ", run && runTitle(run)),
    challenge.metrics.length === 0 && emptiness("They have no metric in common."),
    challenge.metrics.length > 0 && table("Champion and challenger", [["metric", ""], ["champion", "number"], ["challenger", "number"],
      ["difference", "number"], ["95 % interval", "number"], ["less ← 0 → more", ""], ["", ""], ["threshold", ""]], challenge.metrics.slice(0, 20).map(challengeRow)),
    challenge.changes.length > 0 && later(plural(challenge.changes.length, "change") + " in params, data, dependencies and code", () =>
      changeTable(challenge.changes), challenge.changes.length <= 12));
};
