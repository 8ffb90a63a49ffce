// Addresses and pages. A later page registers here: its name in the bar, and what draws it.
const PAGES = {
  overview: { title: "Overview", draw: overview },
  runs: { title: "Runs", count: () => db.listed.length, draw: (rest, parameters) => runsPage(parameters) },
  study: { title: "Studies", count: () => db.studies.length, optional: true, draw: studyPage },
  run: { title: "Run", hidden: true, draw: runPage },
  compare: { title: "Compare", draw: comparePage },
  registry: { title: "Registry", draw: registryPage },
  data: { title: "Data", draw: dataPage }
};

let drawing = 0;

const route = async () => {
  const mine = ++drawing;
  const { name, rest, parameters } = address();
  const content = await PAGES[name].draw(rest, parameters);
  if (mine !== drawing) {
    return;
  }
  closeCharts();
  closeTable();
  closeTrials();
  const main = $("#main");
  main.replaceChildren();
  fill(main, content);
  main.dataset.page = name;
  if (name !== "runs") {
    $("#find").value = view.filter;
  }
  markPage(name);
  document.title = (rest ? rest + " · " : "") + PAGES[name].title + " · " + db.build.project;
  scrollTo(0, 0);
};

const listenToFilter = () => {
  let waiting;
  $("#find").addEventListener("input", event => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      view.filter = event.target.value;
      if (address().name === "runs") {
        history.replaceState(null, "", "#runs" + (view.filter ? "?filter=" + encodeURIComponent(view.filter) : ""));
        if (view.table) {
          applyFilter();
        }
      }
    }, 120);
  });
  $("#find").addEventListener("keydown", event => {
    if (event.key === "Enter" && address().name !== "runs") {
      location.hash = "#runs?filter=" + encodeURIComponent(event.target.value);
    }
  });
};

const start = async () => {
  followSystem();
  document.body.append(announcer);
  await openData();
  $("#project").textContent = db.build.project;
  fill($("#foot"), ledgerLine());
  fill($("#nav"), Object.entries(PAGES).filter(([, page]) => !page.hidden && !(page.optional && page.count() === 0)).map(([name, page]) =>
    el("a", { href: "#" + name, "data-page": name }, page.title, page.count && [" ", el("span", { class: "count" }, page.count().toLocaleString("en"))])));
  $("#theme").addEventListener("click", switchTheme);
  $("#help").addEventListener("click", helpDialog);
  listenToFilter();
  listenToKeys();
  addEventListener("hashchange", route);
  addEventListener("resize", () => open.forEach(one => one.resize()));
  await route();
  document.body.dataset.ready = "true";
};

start().catch(error => {
  $("#main").replaceChildren(el("p", { class: "wait" }, "The report cannot be opened: " + error.message
    + ". Its data may be damaged: build it again, or open it in a current browser."));
  throw error;
});
