// Every data set by the hash of its content: where from, in which roles, and which runs looked at it.
const byContent = datasets => {
  const groups = new Map();
  for (const dataset of datasets) {
    const key = dataset.content || dataset.bytes || "unhashed " + dataset.name;
    groups.set(key, [...(groups.get(key) || []), dataset]);
  }
  return [...groups];
};

const dataPage = async () => {
  const common = await shared();
  const groups = byContent(common.datasets);
  if (groups.length === 0) {
    return card("Data", null, emptiness("No run recorded a data set. In a test: run.dataset(\"train\", Dataset.of(path).role(TRAIN))."));
  }
  const rows = groups.map(([, sets]) => [[...new Set(sets.map(set => set.name))].join(", "),
    [...new Set(sets.map(set => set.role))].map(name => role({ role: name })), shape(sets[0]), whereFrom(sets[0]), hash(sets[0].content),
    String(new Set(sets.flatMap(set => set.runs)).size)]);
  return [card("Data", plural(groups.length, "data set") + " by the hash of the content", table("Data sets", [["data set", ""],
    ["role", ""], ["rows × columns", "number"], ["from", ""], ["content", "code"], ["runs", "number"]], rows)),
  groups.map(([key, sets]) => {
    const runs = [...new Set(sets.flatMap(set => set.runs))].map(at => db.runs[at]);
    const roles = [...new Set(sets.map(set => set.role || ""))];
    const one = sets[0];
    return card([...new Set(sets.map(set => set.name))].join(", "), null,
      roles.length > 1 && roles.includes("HOLDOUT") && el("p", {}, pill("!", "held out and used otherwise too", "warn")),
      facts([["content", one.content], ["bytes", one.bytes], ["rows × columns", shape(one)],
        ["role", roles.map(name => role({ role: name }))],
        ["from", [...new Set(sets.map(set => (set.location || set.kind || "unknown") + (set.size ? " · " + set.size : "")))].join("; ")],
        ["looked at by", plural(runs.length, "run")]]),
      datasetMore(one), later(plural(runs.length, "run"), () => runTable("Runs that read " + one.name, runs)));
  })];
};
