// Which version is in production, who put it there, when, why, and what it stands on.
const STAGES = { Production: ["●", "good"], Staging: ["◐", "warn"], Archived: ["○", ""], None: ["–", ""] };

const ALIASES = { Production: "champion", Staging: "challenger" };

const stagePill = stage => pill((STAGES[stage] || ["?"])[0], stage, (STAGES[stage] || ["", ""])[1]);

const versionAddress = version => "#registry/" + encodeURIComponent(version.model) + "/" + version.version;

const versionLink = version => el("a", { href: versionAddress(version) }, version.model + "/" + version.version);

const versionPill = version => el("a", { href: versionAddress(version), title: "its version in the registry" },
  pill((STAGES[version.stage] || ["?"])[0], version.model + "/" + version.version + " · " + version.stage, (STAGES[version.stage] || ["", ""])[1]));

const allVersions = () => db.registry.models.flatMap(model => model.versions);

/** The versions that a run became, or that were chosen from the study that it is. */
const versionsOf = run => allVersions().filter(version => version.evidence.run === run.id || version.evidence.study === run.id);

/** Who, and whether anybody vouches for it. */
const who = actor => actor && el("span", {}, actor.name, " ", el("span", { class: "muted" }, actor.source), " ",
  !actor.vouched && el("span", { title: "no CI service says so: anybody can set it" }, pill("!", "CLAIMED", "warn")));

const atMinute = time => time.slice(0, 16).replace("T", " ");

const MOVES = new Set(["PROMOTE", "ROLLBACK", "ARCHIVE"]);

/** What put a version where it stands. */
const lastMove = version => version.history.filter(event => MOVES.has(event.type)).pop() || version.history[0];

const SAYINGS = {
  REGISTER: () => "was registered",
  PROMOTE: event => ["went from " + event.from + " to " + event.to, event.approver && [", approved by ", who(event.approver)]],
  ROLLBACK: event => "is in Production again" + (event.replaced ? ", " + event.model + "/" + event.replaced + " is archived" : ""),
  ARCHIVE: event => "went from " + event.from + " to Archived",
  REQUEST: event => "is to go to " + event.to,
  APPROVE: event => "may go to " + event.to,
  REJECT: event => "may not go to " + event.to,
  NOTE: event => ["has a note", event.description && ": " + event.description],
  REPRODUCED: event => "was done again: " + event.verdict,
  ANCHOR: event => "anchors the ledger by the tag " + event.tag
};

const eventRow = event => [event.seq, atMinute(event.ts), [event.version && [event.model + "/" + event.version, " "],
  (Object.hasOwn(SAYINGS, event.type) ? SAYINGS[event.type] : () => event.type)(event)], who(event.actor), event.reason || ""];

const EVENT_HEADS = [["event", "number"], ["on, UTC", "tight"], ["what", ""], ["by", ""], ["why", ""]];

const eventTable = events => table("History", EVENT_HEADS, [...new Map(events.map(event => [event.seq, event])).values()]
  .sort((one, other) => other.seq - one.seq).map(eventRow));

const gatesThen = version => {
  const gates = version.evidence.gates;
  const held = gates.filter(gate => gate.passed).length;
  return gates.length === 0 ? pill("–", "no gate", "warn")
    : held === gates.length ? pill("✓", held + " of " + gates.length + " hold", "good") : pill("✕", gates.length - held + " failed", "bad");
};

const versionRow = version => {
  const move = lastMove(version);
  return { kind: version.stage === "Archived" ? "quiet" : "", cells: [versionLink(version),
    [stagePill(version.stage), " ", el("span", { class: "muted" }, ALIASES[version.stage] || "")],
    atMinute(move.ts), who(move.actor), move.reason || "", gatesThen(version), anyRun(version.evidence.run)] };
};

const VERSION_HEADS = [["version", ""], ["stage", ""], ["since, UTC", "tight"], ["by", ""], ["why", ""], ["gates", ""], ["run", ""]];

const tagFacts = tags => Object.entries(tags || {}).map(([name, value]) => ["tag " + name, value]);

const requestLine = ({ request, approval }) => el("li", {}, pill("…", approval ? "approved" : "open", "warn"), " ",
  request.model + "/" + request.version + " is to go to " + request.to + ", asked by ", who(request.actor), ": " + request.reason,
  approval && [" · approved by ", who(approval.actor), ": " + approval.reason]);

const modelCard = model => card(model.name, "which version is in production, who put it there, when, why",
  model.description && el("p", { class: "text" }, model.description), facts(tagFacts(model.tags)),
  !model.champion && el("p", {}, pill("–", "no version is in Production", "warn")),
  table("Versions of " + model.name, VERSION_HEADS, [...model.versions].reverse().map(versionRow)),
  model.requests.length > 0 && el("ul", { class: "plain-list" }, model.requests.map(requestLine)),
  later("History, " + plural(new Set(model.versions.flatMap(version => version.history.map(event => event.seq))).size, "event"),
    () => eventTable(model.versions.flatMap(version => version.history)), true));

const ledgerLine = () => db.build.ledgerHead
  ? ["Ledger head ", el("code", { class: "break" }, db.build.ledgerHead)]
  : "The ledger has no event yet.";

const waiverRow = event => [event.seq, atMinute(event.ts), event.rule, [event.model, event.run && [", run ", anyRun(event.run)]],
  atMinute(event.expires), who(event.actor), event.reason];

const ledgerCard = () => card("Ledger", "every change is an event with the hash of the one before; mvn tracking:verify-ledger checks the chain",
  el("p", {}, ledgerLine(), " ", db.build.ledgerHead && copyButton(db.build.ledgerHead)),
  db.registry.waivers.length > 0 && [el("h3", {}, "Waivers"), table("Waivers", [["event", "number"], ["on, UTC", "tight"], ["rule", ""],
    ["of", ""], ["until, UTC", "tight"], ["by", ""], ["why", ""]], db.registry.waivers.map(waiverRow))]);

const registryPage = rest => {
  const version = allVersions().find(one => one.model + "/" + one.version === rest);
  if (version) {
    return versionPage(version);
  }
  const models = db.registry.models.filter(model => !rest || model.name === rest);
  return [models.length ? models.map(modelCard) : card("Registry", null, emptiness(rest ? "There is no " + rest + "."
    : "No model is registered yet. \"mvn verify\" with the goal register bound, or \"mvn tracking:register\", registers one.")), ledgerCard()];
};

const productionCard = () => db.registry.models.length > 0 && card("Models", "what is in Production, and what is to follow",
  table("Models", VERSION_HEADS, db.registry.models.flatMap(model => {
    const standing = model.versions.filter(version => ALIASES[version.stage]).reverse().map(versionRow);
    return standing.length ? standing : [[el("a", { href: "#registry/" + encodeURIComponent(model.name) }, model.name),
      pill("–", "none in Production", "warn"), "", "", "", "", ""]];
  })));
