// The blocks of data, unpacked when they are needed.
const blocks = new Map();

const unpack = id => {
  if (!blocks.has(id)) {
    blocks.set(id, (async () => {
      const packed = atob(document.getElementById(id).textContent);
      const bytes = new Uint8Array(packed.length);
      for (let i = 0; i < packed.length; i++) {
        bytes[i] = packed.charCodeAt(i);
      }
      const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
      return new Response(stream).json();
    })());
  }
  return blocks.get(id);
};

const hasBlock = id => document.getElementById(id) !== null;

const runAddress = run =>
  "#run/" + (db.runs.some(other => other !== run && other.short === run.short) ? run.id : run.short);

const pictureSource = artifact =>
  "data:" + artifact.pictureType + ";base64," + document.getElementsByClassName("picture")[artifact.picture].textContent;

/** A run of any build: a link where this report has it. */
const anyRun = id => id ? runLink(findRun(id)) || el("span", { class: "mono", title: id + ", which is not in this report" }, id.slice(0, 8)) : null;

/** The link of a file is all there is of it. */
const downloadLink = () => null;
