// Comma-separated values.
const csvCell = value => {
  if (value === null || value === undefined) {
    return "";
  }
  // A text that a spreadsheet would take for a formula becomes a text.
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? "'" + value : String(value);
  return /[",\n\r]/.test(text) ? "\"" + text.replace(/"/g, "\"\"") + "\"" : text;
};

const download = (text, name) => {
  const href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const anchor = el("a", { href, download: name });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(href), 10000);
};
