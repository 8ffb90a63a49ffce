// What a run was made from and what it left: artifacts, data, source, environment, seeds.
const artifactsCard = detail => {
  if (detail.artifacts.length === 0) {
    return null;
  }
  const model = name => detail.models.filter(one => one.artifact === name).map(one =>
    el("span", { class: "muted" }, " model " + one.name + ", " + [one.format, one.library, one.libraryVersion].filter(Boolean).join(" ")
      + ", " + plural(one.features, "feature")));
  const pictures = detail.artifacts.filter(artifact => artifact.picture !== undefined);
  return card("Artifacts", plural(detail.artifacts.length, "file") + (detail.listed ? "; charts are shown of runs, studies and winners" : ""),
    pictures.length > 0 && el("div", { class: "pictures" }, pictures.map(artifact => el("figure", {},
      el("a", { href: artifact.href, target: "_blank", rel: "noopener" },
        el("img", { src: pictureSource(artifact), alt: artifact.name, loading: "lazy" })),
      el("figcaption", {}, artifact.name)))),
    table("Artifacts", [["name", ""], ["type", ""], ["size", "number"], ["SHA-256", "code"]], detail.artifacts.map(artifact => [
      [link(artifact.href, artifact.name), downloadLink(artifact), model(artifact.name),
        artifact.refused && el("span", { class: "muted refused" }, " · " + artifact.refused),
        artifact.containsData.length > 0 && [" ", pill("!", "contains " + artifact.containsData.join(", "), "warn")]],
      artifact.mediaType || "", artifact.size || "", hash(artifact.sha256)])));
};

const columnsTable = dataset => table("Columns of " + dataset.name,
  [["column", ""], ["type", ""], ["missing", "number"], ["min", "number"], ["max", "number"], ["mean", "number"],
    ["distinct", "number"], ["SHA-256", "code"]],
  dataset.columns.map(column => [column.name, column.type || "", String(column.missing), brief(column.min), brief(column.max),
    column.mean === undefined ? "" : number(real(column.mean)), column.distinct === undefined ? "many" : String(column.distinct),
    hash(column.sha256)]));

const brief = (text, most = 24) => text === undefined ? "" : el("span", { title: text },
  text.length > most ? text.slice(0, most - 1) + "…" : text);

const shape = dataset => (dataset.rows === undefined ? "?" : dataset.rows.toLocaleString("en")) + " × " + dataset.columnCount;

const whereFrom = dataset => [dataset.location || dataset.kind || "unknown", dataset.size && " · " + dataset.size];

const datasetMore = dataset => [
  dataset.sql && [el("h3", {}, "SQL of " + dataset.name), el("pre", {}, dataset.sql),
    dataset.bindings.length > 0 && el("p", { class: "mono" }, "bound: " + dataset.bindings.join(", "))],
  dataset.columns.length > 0 && later(dataset.name + ": " + plural(dataset.columnCount, "column") + (dataset.keys.length ? " · keys: " + dataset.keys.join(", ") : ""),
    () => columnsTable(dataset))];

const ROLES = { TRAIN: "training", VALIDATION: "validation", HOLDOUT: "hold-out" };

const role = dataset => dataset.role ? pill("▪", ROLES[dataset.role] || dataset.role, "") : el("span", { class: "muted" }, "no role");

const datasetsOfRun = (detail, common) => {
  const sets = detail.datasets.map(at => common.datasets[at]);
  return card("Data", sets.length ? null : "no data set was recorded", sets.length > 0 && table("Data sets",
    [["data set", ""], ["role", ""], ["rows × columns", "number"], ["from", ""], ["content", "code"], ["bytes", "code"]],
    sets.map(dataset => [dataset.name, role(dataset), shape(dataset), whereFrom(dataset), hash(dataset.content), hash(dataset.bytes)])),
  sets.map(datasetMore));
};

const diffLine = line => {
  const kind = /^(\+\+\+|---|diff |index )/.test(line) ? "place" : line[0] === "+" ? "added" : line[0] === "-" ? "removed"
    : line.startsWith("@@") ? "place" : null;
  return kind ? el("span", { class: kind }, line + "\n") : line + "\n";
};

const sourceCard = source => {
  if (!source) {
    return card("Source", null, emptiness("The source was not recorded."));
  }
  return card("Source", null, facts([
    ["commit", source.commit || "none"], ["branch", source.branch && source.branch + (source.branchSource ? " (from " + source.branchSource + ")" : "")],
    ["remote", source.remote], ["state", source.state === "git" ? null : source.state], ["remark", source.problem],
    ["work tree", source.dirty ? pill("!", "uncommitted changes", "warn") : pill("✓", "clean", "good")],
    ["kept", source.dirty && !source.overlayComplete ? "some changed files were too large to keep: the tree cannot be rebuilt in full" : null]]),
  source.overlay.length > 0 && later(plural(source.overlay.length, "changed file"), () =>
    el("ul", { class: "plain-list" }, source.overlay.map(path => el("li", { class: "mono" }, path)))),
  source.diff && later("The uncommitted changes", () => el("pre", { class: "diff" }, source.diff.split("\n").map(diffLine))));
};

const environmentCard = environment => environment
  ? card("Environment", null, facts(environment.facts),
    environment.jvmFlags.length > 0 && later(plural(environment.jvmFlags.length, "JVM flag"), () =>
      el("pre", {}, environment.jvmFlags.join("\n"))),
    environment.classPath.length > 0 && later(plural(environment.classPath.length, "entry", "entries") + " on the class path", () =>
      table("Class path", [["name", ""], ["size", "number"], ["SHA-256", "code"]],
        environment.classPath.map(entry => [entry.name || "", entry.size || "", hash(entry.sha256)]))))
  : card("Environment", null, emptiness("The environment was not recorded."));

const seedsCard = detail => card("Seeds", "every stream of random numbers that was used", detail.seeds.length
  ? table("Seeds", [["stream", ""], ["seed", "number"], ["root", "number"], ["derivation", ""]],
    detail.seeds.map(seed => [seed.path || "–", seed.seed, seed.root, seed.version || ""]))
  : emptiness("No stream was used."));
