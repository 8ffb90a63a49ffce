// The filter box: comparisons joined by "and" and "or", and free text.
//   metrics.test.rmse < 0.5 and status = FINISHED
const ATTRIBUTES = {
  id: run => run.id, run: run => run.id, status: run => run.status, outcome: run => run.outcome, verdict: run => run.outcome,
  experiment: run => run.experiment, model: run => run.model, name: run => run.name, module: run => run.module,
  author: run => run.author, commit: run => run.commit, branch: run => run.branch, reason: run => run.reason,
  trial: run => run.trial, attempt: run => run.attempt, duration: run => run.millis === null ? null : run.millis / 1000,
  date: run => when(run.start), dirty: run => run.dirty === null ? null : String(run.dirty === 1),
  outside: run => String(run.outside === 1), warnings: run => run.warnings
};

const CLAUSE = /^\s*([A-Za-z_][\w./ -]*?|[A-Za-z]+\.(?:"[^"]*"|`[^`]*`))\s*(<=|>=|!=|==|=|<|>|~)\s*(.*?)\s*$/s;

const columnNamed = (columns, name) => columns.find(column => column.name === name);

/** How a name of the filter is read off a run, or null when there is no such name. */
const reader = name => {
  const dot = name.indexOf(".");
  const group = name.slice(0, Math.max(0, dot));
  const rest = name.slice(dot + 1).replace(/^["`]|["`]$/g, "");
  if (name in ATTRIBUTES) {
    return ATTRIBUTES[name];
  }
  if (group === "attributes" && rest in ATTRIBUTES) {
    return ATTRIBUTES[rest];
  }
  const column = /^metrics?$/.test(group) ? columnNamed(db.metrics, rest)
    : /^(param|params|parameters)$/.test(group) ? columnNamed(db.params, rest)
      : columnNamed(db.metrics, name) || columnNamed(db.params, name);
  return column ? run => column.values[run.number] : null;
};

const unquoted = text => /^(["'`]).*\1$/s.test(text) ? text.slice(1, -1) : text;

const pattern = text => new RegExp("^" + text.replace(/[.+^${}()|[\]\\]/g, "\\$&").replace(/\*/g, ".*").replace(/\?/g, ".") + "$", "is");

const compare = (actual, operator, wanted, matches) => {
  if (actual === null || actual === undefined) {
    return false;
  }
  const asNumber = Number(wanted);
  const numeric = isNumber(actual) && wanted !== "" && (!Number.isNaN(asNumber) || wanted === "NaN");
  const left = numeric ? actual : String(actual).toLowerCase();
  const right = numeric ? asNumber : wanted.toLowerCase();
  switch (operator) {
    case "<": return left < right;
    case ">": return left > right;
    case "<=": return left <= right;
    case ">=": return left >= right;
    case "~": return String(actual).toLowerCase().includes(wanted.toLowerCase());
    default: {
      const same = numeric ? Object.is(left, right) || left === right : matches.test(String(actual));
      return operator === "!=" ? !same : same;
    }
  }
};

const freeText = text => {
  const wanted = unquoted(text).toLowerCase();
  const fields = ["id", "experiment", "name", "outcome", "status", "reason", "author", "commit", "branch", "model"];
  return run => fields.some(field => run[field] !== null && String(run[field]).toLowerCase().includes(wanted))
    || db.params.some(column => typeof column.values[run.number] === "string"
      && column.values[run.number].toLowerCase().includes(wanted));
};

const clause = text => {
  const parts = CLAUSE.exec(text);
  if (!parts) {
    return freeText(text.trim());
  }
  const [, name, operator, value] = parts;
  const read = reader(name.trim());
  if (!read) {
    throw new Error("No run has \"" + name.trim() + "\". Names: metrics.…, params.…, " + Object.keys(ATTRIBUTES).join(", "));
  }
  if (value === "") {
    throw new Error("What should " + name.trim() + " be compared with?");
  }
  const wanted = unquoted(value);
  const matches = pattern(wanted);
  return run => compare(read(run), operator, wanted, matches);
};

/** Splits at a word that stands outside of quotes. */
const split = (text, word) => {
  const parts = [""];
  for (const token of text.match(/"[^"]*"|'[^']*'|`[^`]*`|\s+|[^\s"'`]+|["'`]/g) || []) {
    if (token.toLowerCase() === word && /(^|\s)$/.test(parts[parts.length - 1])) {
      parts.push("");
    } else {
      parts[parts.length - 1] += token;
    }
  }
  return parts;
};

/** The filter as a predicate of runs; throws an error for people. */
const query = text => {
  if (!text.trim()) {
    return () => true;
  }
  const any = split(text, "or").map(alternative =>
    split(alternative, "and").filter(part => part.trim()).map(clause));
  return run => any.some(all => all.length > 0 && all.every(holdsFor => holdsFor(run)));
};
