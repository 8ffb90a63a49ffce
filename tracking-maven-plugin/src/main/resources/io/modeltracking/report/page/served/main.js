// Addresses and pages of the whole history.
const STUDY_FILTER = "tags.search.sampler IS NOT NULL";

/** Asks for runs, and makes them what the page draws. */
const withRuns = async (path, draw) => {
  const answer = await ask(path);
  held = answer;
  await openData();
  return draw();
};

const aRun = id => withRuns("api/run?id=" + encodeURIComponent(id), () => runPage(id));

const aStudy = (id, parameters) => id ? withRuns("api/study?id=" + encodeURIComponent(id), () => studyPage(id))
  : runsPage("", new URLSearchParams([...new URLSearchParams(parameters), ...(parameters.has("filter") ? [] : [["filter", STUDY_FILTER]])]), "Studies");

const aComparison = ids => ids ? withRuns("api/compare?ids=" + encodeURIComponent(ids), () => comparePage(ids))
  : card("Compare", null, emptiness("Tick two or more runs in the table of runs, or give their ids in the address: #compare/7b74e220,73cddf68."));

const models = async rest => {
  db.registry = await openRegistry();
  db.build = { ...db.build, ledgerHead: db.registry.head };
  return registryPage(rest);
};

const PAGES = {
  runs: { title: "Runs", draw: runsPage },
  experiments: { title: "Experiments", draw: experimentsPage },
  study: { title: "Studies", draw: aStudy },
  run: { title: "Run", hidden: true, draw: aRun },
  compare: { title: "Compare", draw: aComparison },
  registry: { title: "Models", draw: models },
  ledger: { title: "Ledger", draw: ledgerPage }
};

let drawing = 0;
let busy = false;

const draw = async () => {
  const mine = ++drawing;
  const { name, rest, parameters } = address();
  let content;
  busy = true;
  try {
    content = await PAGES[name].draw(rest, parameters);
  } catch (refused) {
    content = card(PAGES[name].title, null, el("p", { class: "problem text", role: "alert" }, refused.message));
  }
  if (mine !== drawing) {
    return;
  }
  busy = false;
  closeCharts();
  closeTrials();
  const main = $("#main");
  main.replaceChildren();
  fill(main, content);
  main.dataset.page = name;
  markPage(name);
  document.title = (rest ? rest.slice(0, 40) + " · " : "") + PAGES[name].title + " · " + db.project;
};

const route = async () => {
  await draw();
  scrollTo(0, 0);
};

/** Pages that the end of a run cannot change stay as they are, with what somebody has opened in them. */
const isLive = () => ["runs", "experiments", "ledger", "registry"].includes(address().name) || address().name === "study" && !address().rest
  || db.runs.some(run => run.outcome === "RUNNING");

/** The same page with what is new, where the reader is. */
const redraw = async () => {
  const typing = document.activeElement && document.activeElement.closest("input[type=search], summary, main details");
  if (typing || busy || !isLive() || String(getSelection())) {
    return;
  }
  const [x, y] = [scrollX, scrollY];
  $("#main").style.minHeight = $("#main").offsetHeight + "px";
  await draw();
  scrollTo(x, y);
  $("#main").style.minHeight = "";
};

const start = async () => {
  followSystem();
  document.body.append(announcer);
  const state = await ask("api/state");
  db.project = state.project;
  db.build = { project: state.project, gates: [] };
  heed(state);
  $("#project").textContent = state.project;
  fill($("#foot"), "The history in " + state.project + ", read only; served by tracking " + state.plugin);
  fill($("#nav"), Object.entries(PAGES).filter(([, page]) => !page.hidden).map(([name, page]) =>
    el("a", { href: "#" + name, "data-page": name }, page.title)));
  $("#theme").addEventListener("click", switchTheme);
  $("#help").addEventListener("click", helpDialog);
  listenToKeys();
  addEventListener("hashchange", route);
  addEventListener("resize", () => open.forEach(one => one.resize()));
  await route();
  document.body.dataset.ready = "true";
  watch();
};

start().catch(error => {
  $("#main").replaceChildren(el("p", { class: "wait" }, "The history cannot be shown: " + error.message + "."));
  throw error;
});
