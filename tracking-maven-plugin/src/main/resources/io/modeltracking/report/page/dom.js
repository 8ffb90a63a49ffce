// Elements are built one by one: text of runs only ever becomes a text node.
const $ = selector => document.querySelector(selector);

const fill = (node, ...children) => {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false && child !== "") {
      node.append(child instanceof Node ? child : String(child));
    }
  }
  return node;
};

const dress = (node, attributes) => {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (typeof value === "function") {
      node.addEventListener(name, value);
    } else {
      node.setAttribute(name, value === true ? "" : value);
    }
  }
  return node;
};

const el = (tag, attributes, ...children) => fill(dress(document.createElement(tag), attributes), children);

const svg = (tag, attributes, ...children) =>
  fill(dress(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes), children);

const card = (title, hint, ...children) =>
  el("section", { class: "card" }, el("header", {}, el("h2", {}, title), hint && el("span", { class: "hint" }, hint)), children);

/** A list of names and values; those without a value are left out. */
const facts = pairs => el("dl", { class: "facts" },
  pairs.filter(([, value]) => value !== null && value !== undefined && value !== "")
    .map(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]));

/** A part that is drawn when it is opened for the first time. */
const later = (summary, draw, open) => {
  const body = el("div", {});
  const drawOnce = () => body.hasChildNodes() || fill(body, draw());
  const details = el("details", { open, toggle: () => details.open && drawOnce() }, el("summary", {}, summary), body);
  if (open) {
    drawOnce();
  }
  return details;
};

const copyText = async text => {
  try {
    await navigator.clipboard.writeText(text);
  } catch (refused) {
    const area = el("textarea", {});
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
};

const copyButton = text => {
  const button = el("button", { type: "button", class: "no-print", click: async () => {
    await copyText(text);
    button.textContent = "Copied ✓";
    announce("Copied");
  } }, "Copy");
  return button;
};

const command = text => el("div", { class: "command" }, el("code", {}, text), copyButton(text));

const announcer = el("div", { class: "live", role: "status" });

/** Says something to a screen reader. */
const announce = text => {
  announcer.textContent = text;
};

/** A long name that may break behind its dots and underlines. */
const named = name => el("span", {}, name.split(/(?<=[._/])/).map(part => [part, el("wbr", {})]));

const safeLink = href => /^(https?:\/\/|mailto:|\.\/)/i.test(href || "") ? href : null;

const link = (href, ...children) => safeLink(href)
  ? el("a", { href, target: "_blank", rel: "noopener noreferrer" }, children)
  : el("span", {}, children);

const NOTE_ELEMENTS = new Set(["div", "p", "em", "strong", "ul", "ol", "li", "blockquote", "h4", "hr", "br", "pre", "code"]);

/** A note's tree, as the report wrote it, as elements. */
const note = tree => {
  if (typeof tree === "string") {
    return tree;
  }
  const [tag, ...rest] = tree;
  if (tag === "a") {
    return link(rest[0], rest.slice(1).map(note));
  }
  return el(NOTE_ELEMENTS.has(tag) ? tag : "span", {}, rest.map(note));
};
