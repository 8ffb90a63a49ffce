// Experiments, and the ledger.
const runsOf = (name, more = "") => "#runs?filter=" + encodeURIComponent("experiment = '" + name.replace(/'/g, "''") + "'" + more);

const experimentsPage = async () => {
  const { experiments } = await ask("api/experiments");
  return card("Experiments", plural(experiments.length, "experiment") + ", the latest first", experiments.length === 0
    ? emptiness("No experiment was recorded yet.")
    : table("Experiments", [["experiment", ""], ["model", ""], ["runs", "number"], ["trials and parts", "number"], ["outcomes", ""], ["latest run, UTC", "tight"]],
      experiments.map(one => [el("a", { href: runsOf(one.name) }, named(one.name)), one.model || "", one.runs.toLocaleString("en"),
        one.parts ? one.parts.toLocaleString("en") : "", [one.running > 0 && [pill("…", one.running + " running", "warn"), " "],
          one.rejected > 0 && [pill("✕", one.rejected + " rejected", "bad"), " "], one.faults > 0 && pill("✕", one.faults + " failed", "bad")],
        when(one.latest)])));
};

/** Whatever names a version, a run or a model in an event's own fields. */
const subjectOf = body => [body.model && (body.version ? versionLink(body) : body.model), body.model && " ",
  typeof body.run === "string" && anyRun(body.run), Array.isArray(body.runs) && plural(body.runs.length, "run")];

const ledgerEventRow = event => {
  const actor = event.body.actor;
  return [String(event.seq), atMinute(event.time), event.type, [subjectOf(event.body),
    event.body.from && event.body.to && el("span", { class: "muted" }, event.body.from + " → " + event.body.to),
    later("fields", () => el("pre", {}, JSON.stringify(event.body, null, 2)))],
  actor ? [actor.name || actor.email || "", " ", el("span", { class: "muted" }, actor.source || "")] : "",
  typeof event.body.reason === "string" ? event.body.reason : "", hash(event.hash.replace(/^sha256:/, ""))];
};

const ledgerPage = async (rest, parameters) => {
  const before = parameters.get("before");
  const { events, more, head } = await ask("api/ledger" + (before ? "?before=" + encodeURIComponent(before) : ""));
  return card("Ledger", "every change is an event with the hash of the one before; mvn tracking:verify-ledger checks the chain",
    head && el("p", { class: "hint" }, "Head ", el("code", { class: "break" }, head), " ", copyButton(head)),
    events.length === 0 ? emptiness("The ledger has no event yet.")
      : table("Ledger", [["event", "number"], ["on, UTC", "tight"], ["type", "code"], ["of", ""], ["by", ""], ["why", ""], ["hash", "code"]], events.map(ledgerEventRow)),
    el("p", { class: "pager" }, before && el("a", { href: "#ledger" }, "← latest"),
      more && el("a", { href: "#ledger?before=" + events[events.length - 1].seq }, "earlier events →")));
};
