// What any page has: its address, its place in the bar, and the colours of the system.
/** #run/7b74e220 and #runs?filter=…, as page, rest and parameters. */
const address = () => {
  const [path, parameters] = location.hash.slice(1).split(/\?(.*)/s);
  const [name, ...rest] = path.split("/");
  return { name: Object.hasOwn(PAGES, name) ? name : Object.keys(PAGES)[0], rest: decoded(rest.join("/")),
    parameters: new URLSearchParams(parameters || "") };
};

const decoded = text => {
  try {
    return decodeURIComponent(text);
  } catch (malformed) {
    return text;
  }
};

const markPage = name => {
  for (const anchor of document.querySelectorAll("#nav a")) {
    anchor.toggleAttribute("aria-current", false);
    if (anchor.dataset.page === name || anchor.dataset.page === "runs" && name === "run") {
      anchor.setAttribute("aria-current", "page");
    }
  }
};

const followSystem = () => {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const root = document.documentElement;
  const follow = () => {
    if (!root.dataset.chosen) {
      root.dataset.theme = dark.matches ? "dark" : "light";
    }
  };
  follow();
  dark.addEventListener("change", () => {
    follow();
    route();
  });
};
