// The keyboard: / filter, t theme, ? help, arrows in the table.
const keyOf = (name, text) => [el("dt", {}, el("kbd", {}, name)), el("dd", {}, text)];

const dialogOf = (label, ...content) => {
  const dialog = el("dialog", { "aria-label": label }, content, el("button", { type: "button", click: () => dialog.close() }, "Close"));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
};

const moveInTable = async by => {
  const rows = view.table.getRows("active");
  if (rows.length === 0) {
    return;
  }
  const at = rows.findIndex(row => row.getData().number === view.current);
  const row = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
  const old = at >= 0 && rows[at].getElement();
  view.current = row.getData().number;
  if (old) {
    old.classList.remove("current");
  }
  await view.table.scrollToRow(row, "nearest", false).catch(() => null);
  row.getElement().classList.add("current");
  const run = db.runs[view.current];
  announce("run " + run.short + ", " + run.outcome.toLowerCase() + ", " + runTitle(run));
};

const tableKey = event => {
  const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 15, PageUp: -15 }[event.key];
  if (step) {
    event.preventDefault();
    moveInTable(step);
  } else if (view.current !== null && event.key === "Enter" && !event.target.closest("a, button")) {
    location.hash = runAddress(db.runs[view.current]);
  } else if (view.current !== null && event.key === " " && !event.target.closest("a, button, input")) {
    event.preventDefault();
    const run = db.runs[view.current];
    tick(run, !view.ticked.has(run.number));
    view.table.getRow(view.current).reformat();
  }
};

const switchTheme = () => {
  const root = document.documentElement;
  root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
  root.dataset.chosen = "true";
  route();
};

const listenToKeys = () => document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || $("dialog[open]")) {
    return;
  }
  const typing = event.target.closest("input:not([type=checkbox]), textarea, select");
  if (event.key === "Escape" && typing) {
    event.target.blur();
  } else if (typing) {
    return;
  } else if (event.key === "/") {
    event.preventDefault();
    ($("#find") || $("#filter") || document.body).focus();
  } else if (event.key === "t") {
    switchTheme();
  } else if (event.key === "?") {
    helpDialog();
  } else if (view.table && $("#table")) {
    tableKey(event);
  }
});
