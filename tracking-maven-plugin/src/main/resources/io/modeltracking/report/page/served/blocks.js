// The blocks of data of those runs that the page has asked for last.
let held = {};

/** What the server says; its own words when it refuses. */
const ask = async path => {
  const answer = await fetch(path, { cache: "no-store" });
  const text = await answer.text();
  if (!answer.ok) {
    throw new Error(/^\{/.test(text) ? JSON.parse(text).error : "the server answered " + answer.status);
  }
  return JSON.parse(text);
};

const unpack = async id => id === "registry" ? ask("api/registry") : held[id];

const hasBlock = id => Object.hasOwn(held, id);

/** In full: more runs come, and addresses are sent to others. */
const runAddress = run => "#run/" + run.id;

const pictureSource = artifact => "data:" + artifact.pictureType + ";base64," + held.pictures[artifact.picture];

const anyRun = id => id ? el("a", { class: "mono", href: "#run/" + id, title: id }, id.slice(0, 8)) : null;

const downloadLink = artifact => artifact.href
  && [" ", el("a", { href: artifact.href + "?download=1", class: "quiet-link", title: "Save " + artifact.name }, "download")];
