// What the page knows of runs, by their numbers.
const NOT_FINITE = { NaN: NaN, Infinity: Infinity, "-Infinity": -Infinity };

/** A number as the report wrote it: NaN and the infinities are texts. */
const real = value => typeof value === "string" && value in NOT_FINITE ? NOT_FINITE[value] : value;

const texts = column => column.at.map(at => at < 0 ? null : column.texts[at]);

const values = (column, size) => {
  if (!column.runs) {
    return column.values.map(real);
  }
  const all = new Array(size).fill(null);
  column.runs.forEach((run, i) => {
    all[run] = real(column.values[i]);
  });
  return all;
};

const db = { build: null, runs: [], listed: [], params: [], metrics: [], studies: [], registry: null };

/** What a version lacks is left out of its evidence. */
const NO_EVIDENCE = { considered: [], files: [], datasets: [], gates: [], authors: [], about: {}, waived: [] };

const openRegistry = async () => {
  const registry = await unpack("registry");
  for (const version of registry.models.flatMap(model => model.versions)) {
    version.evidence = { ...NO_EVIDENCE, ...version.evidence };
  }
  return registry;
};

const openData = async () => {
  const index = await unpack("index");
  db.registry = await openRegistry();
  db.build = index;
  const columns = {};
  for (const [name, column] of Object.entries(index.runs)) {
    columns[name] = Array.isArray(column) ? column : texts(column);
  }
  const names = Object.keys(columns);
  const judged = new Set(index.gates.map(gate => gate.run));
  db.runs = columns.id.map((id, number) => {
    const run = { number, short: id.slice(0, 8), judged: judged.has(number) };
    for (const name of names) {
      run[name] = columns[name][number];
    }
    return run;
  });
  db.listed = index.listing ? index.listing.runs.map(at => db.runs[at]) : db.runs;
  const group = (columns, kind) => columns.map((column, i) => ({
    kind, key: kind[0] + i, name: column.name, direction: column.direction, values: values(column, db.runs.length) }));
  db.params = group(index.params, "params");
  db.metrics = group(index.metrics, "metrics");
  db.studies = index.studies.map((study, number) => ({ ...study, number, best: real(study.best) }));
  for (const study of db.studies) {
    db.runs[study.run].study = study;
    for (const at of study.members) {
      const trial = db.runs[at];
      trial.study = trial.study && trial.parent !== study.run ? trial.study : study;
    }
  }
};

/** The study that a run is, or is part of, as a trial or as a repeat or fold of one; else null. */
const studyOf = run => {
  for (let one = run, depth = 0; one && depth < 8; one = db.runs[one.parent], depth++) {
    if (one.study) {
      return one.study;
    }
  }
  return null;
};

/** Whether a run is told with its study, not beside it. */
const isPart = run => run.trial !== null && run.parent !== null || (study => study !== null && study.run !== run.number)(studyOf(run));

/** Everything about one run. */
const runDetail = async number => {
  const size = db.build.chunk;
  return (await unpack("runs-" + Math.floor(number / size))).runs[number % size];
};

const shared = () => unpack("shared");

/** A run by its id, or by how its id begins when no other begins so. */
const findRun = id => {
  const found = db.runs.filter(run => run.id === id || id.length >= 4 && run.id.startsWith(id));
  return found.length === 1 ? found[0] : null;
};
