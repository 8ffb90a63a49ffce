// Numbers as people read them; the full value stands in the title and goes into copies.
const isNumber = value => typeof value === "number";

const figure = value => {
  if (!Number.isFinite(value)) {
    return Number.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
  }
  if (Number.isInteger(value)) {
    return String(value);
  }
  const size = Math.abs(value);
  if (size >= 1e15) {
    return String(value);
  }
  return size >= 1e-3 ? value.toFixed(4) : String(Number(value.toPrecision(4)));
};

const shown = value => value === null || value === undefined ? "" : isNumber(value) ? figure(value) : String(value);

/** How the numbers of one column are written, so that their decimal points stand below each other. */
const columnFigure = list => {
  const numbers = list.filter(isNumber);
  return numbers.every(value => !Number.isFinite(value) || Number.isInteger(value))
    ? figure
    : value => Number.isInteger(value) && Math.abs(value) < 1e15 ? value.toFixed(4) : figure(value);
};

/** A param as it was given, unless that is very long. */
const given = value => !isNumber(value) ? shown(value) : String(value).length <= 12 ? String(value) : String(Number(value.toPrecision(6)));

const number = value => el("span", { title: isNumber(value) ? String(value) : null }, shown(value));

const signed = value => (value > 0 ? "+" : value < 0 ? "−" : "±") + figure(Math.abs(value));

const DIRECTIONS = { MINIMIZE: ["↓", "smaller is better", -1], MAXIMIZE: ["↑", "larger is better", 1] };

/** Which way a metric is better: a sign behind its name, the words in its title. Nothing where nobody has said. */
const directionSign = direction => DIRECTIONS[direction] ? " " + DIRECTIONS[direction][0] : "";

const betterWhen = direction => DIRECTIONS[direction] ? DIRECTIONS[direction][1] : "";

/** "better" or "worse"; empty without a difference, and where nothing says which it is. */
const betterOrWorse = (direction, delta) => {
  const sense = DIRECTIONS[direction] ? Math.sign(delta) * DIRECTIONS[direction][2] : 0;
  return sense > 0 ? "better" : sense < 0 ? "worse" : "";
};

const when = millis => new Date(millis).toISOString().slice(0, 16).replace("T", " ");

const duration = millis => {
  if (millis === null || millis === undefined) {
    return "";
  }
  if (millis < 1000) {
    return millis + " ms";
  }
  if (millis < 120000) {
    return (millis / 1000).toFixed(1) + " s";
  }
  const minutes = Math.floor(millis / 60000);
  return minutes < 120 ? minutes + " min " + Math.round(millis % 60000 / 1000) + " s"
    : Math.floor(minutes / 60) + " h " + minutes % 60 + " min";
};

const plural = (count, one, many) => count.toLocaleString("en") + " " + (count === 1 ? one : many || one + "s");

const hash = text => text ? el("code", { title: text }, text.slice(0, 12)) : null;
