// A gate as a picture: the allowed range, its thresholds, a scale, and where the observed value lies.
const niceStep = span => {
  const power = 10 ** Math.floor(Math.log10(span));
  return [1, 2, 5, 10].map(factor => factor * power).find(step => span / step <= 4) || 10 * power;
};

const gateScale = (observed, min, max) => {
  const marks = [observed, min, max].filter(Number.isFinite);
  let low = Math.min(...marks);
  let high = Math.max(...marks);
  const span = high - low || Math.abs(high) * .1 || 1;
  low -= .3 * span;
  high += .3 * span;
  const left = 8;
  const width = 274;
  return { low, high, at: value => left + width * (value - low) / (high - low), step: niceStep(high - low) };
};

const gateBar = (observed, min, max, verdict, label) => {
  if (![min, max].some(Number.isFinite)) {
    return null;
  }
  const scale = gateScale(observed, min, max);
  const from = Number.isFinite(min) ? scale.at(min) : 8;
  const to = Number.isFinite(max) ? scale.at(max) : 282;
  const limits = [min, max].filter(Number.isFinite);
  const ticks = [];
  for (let tick = Math.ceil(scale.low / scale.step) * scale.step; tick <= scale.high; tick += scale.step) {
    ticks.push(Number(tick.toPrecision(12)));
  }
  return svg("svg", { class: "gatebar", viewBox: "0 0 290 46", role: "img", "aria-label": label },
    svg("rect", { class: "rail", x: 8, y: 18, width: 274, height: 10, rx: 5 }),
    svg("rect", { class: "allowed", x: from, y: 18, width: Math.max(1, to - from), height: 10, rx: 2 }),
    ticks.map(tick => [
      svg("line", { class: "tick", x1: scale.at(tick), x2: scale.at(tick), y1: 28, y2: 32 }),
      svg("text", { x: scale.at(tick), y: 43, "text-anchor": "middle" }, String(tick))]),
    limits.map(limit => [
      svg("line", { class: "limit", x1: scale.at(limit), x2: scale.at(limit), y1: 14, y2: 32 }),
      svg("text", { class: "limit-text", x: scale.at(limit), y: 10, "text-anchor": "middle" },
        (limit === min ? "≥ " : "≤ ") + limit)]),
    Number.isFinite(observed) && gateMark(scale.at(observed), verdict));
};

const gateMark = (x, verdict) => {
  const [sign, , kind] = judgement(verdict);
  if (kind === "good") {
    return svg("circle", { class: "dot good", cx: x, cy: 23, r: 6 });
  }
  return kind === "bad" ? svg("path", { class: "cross", d: "M" + (x - 5) + " 18l10 10m0 -10l-10 10" })
    : [svg("circle", { class: "dot open", cx: x, cy: 23, r: 7 }), svg("text", { class: "sign", x, y: 27, "text-anchor": "middle" }, sign)];
};

/** The observed value of a gate in as many digits as its threshold needs. */
const gateFigure = gate => el("span", { title: isNumber(real(gate.observed)) ? String(real(gate.observed)) : null }, gate.shown);

/** A value of a run: where a gate has judged it, in the gate's digits. */
const runFigure = (run, name, value) => {
  const gate = db.build.gates.find(one => one.run === run.number && one.metric === name);
  return gate ? gateFigure(gate) : number(value);
};

const gateLine = gate => {
  const observed = real(gate.observed);
  const run = db.runs[gate.run];
  return el("div", { class: "gate" },
    verdictPill(gate.verdict),
    el("div", { class: "what" }, el("b", {}, gate.name), el("code", {}, gate.rule),
      !gate.passed && gate.message && el("div", { class: "why " + judgement(gate.verdict)[2] }, gate.message)),
    el("div", { class: "observed", title: isNumber(observed) ? String(observed) : null }, gate.shown,
      el("small", {}, run ? ["run ", runLink(run)] : "no run")),
    el("div", { class: "gatebar-holder" }, gateBar(observed, real(gate.min), real(gate.max), gate.verdict,
      gate.name + ": " + gate.shown + ", rule " + gate.rule + ", " + judgement(gate.verdict)[1])));
};
