// What changes while somebody looks: asked for rarely, and not at all by a page that nobody sees.
const EVERY = 2000;

const now = { version: null, running: 0 };

const heed = state => {
  now.version = state.version;
  now.running = state.running;
  $("#now").replaceChildren(state.running > 0 ? pill("…", state.running + " running", "warn") : "");
};

const watch = () => setTimeout(async () => {
  try {
    if (!document.hidden) {
      const before = now.version;
      heed(await ask("api/state"));
      if (before !== now.version && !$("dialog[open]")) {
        await redraw();
      }
      document.body.dataset.connection = "up";
    }
  } catch (gone) {
    document.body.dataset.connection = "down";
    $("#now").replaceChildren(pill("!", "the server does not answer", "bad"));
  }
  watch();
}, EVERY);
