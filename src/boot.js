// Sets the theme before the first paint, starts the program, and tells the reader when that fails or when it stops later.
// A file of its own, since the page's policy forbids inline scripts, and no module, since those run after the paint; the
// names of the files it loads come with its own element.

const { wasm, glue, more } = document.currentScript.dataset;
const at = (name) => new URL(name, document.baseURI);

try {
  // `src/ui/surroundings.rs` keeps it.
  const theme = localStorage.getItem("standpoint.theme");
  if (theme) {
    document.documentElement.dataset.theme = theme;
  }
} catch {
  // A browser that keeps nothing for the page: the system's theme it is.
}

// A link to something else than the first view will want the second module: it then comes beside the first, not after it.
// A draft has none. To guess wrong costs a moment, nothing else.
if (more && /[?&](view|item|panel)=/.test(location.search)) {
  const preload = { rel: "preload", as: "fetch", type: "application/wasm", crossOrigin: "", href: at(more) };
  document.head.append(Object.assign(document.createElement("link"), preload));
}

/** Shows what happened, once: whatever else goes wrong then follows from it. */
function tell(what, error) {
  console.error(error);
  const trouble = document.querySelector("#trouble");
  if (!trouble || !trouble.hidden) {
    return;
  }
  document.querySelector("#trouble-what").textContent = what;
  document.querySelector("#trouble-link").href = location.pathname;
  const query = document.querySelector("#trouble-query");
  query.value = location.search;
  document.querySelector("#trouble-copy").addEventListener("click", () => {
    // The clipboard is closed to pages without https; the selected text can still be copied by hand.
    query.select();
    navigator.clipboard?.writeText(query.value).catch(() => {});
  });
  trouble.hidden = false;
}

/** A panic of the program arrives as a trap: the module cannot go on, whatever was being done. */
function tellTrap(error) {
  if (typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError) {
    tell(
      "The page stopped because of a fault of its own. What you had chosen is kept below and in the address. " +
        "Reload the page; if it stops again, open it without your choices.",
      error,
    );
  }
}

addEventListener("error", (event) => tellTrap(event.error));
addEventListener("unhandledrejection", (event) => tellTrap(event.reason));

async function start() {
  if (typeof WebAssembly !== "object") {
    tell(
      "This browser does not run WebAssembly, or has it switched off, and the page is made with it. " +
        "What the link asked for is kept below. Open the link in another browser, or allow WebAssembly here.",
      new Error("no WebAssembly"),
    );
    return;
  }
  let program;
  try {
    program = await import(at(glue));
    await program.default({ module_or_path: at(wasm) });
  } catch (error) {
    tellTrap(error);
    tell(
      "A part of the page could not be loaded. What the link asked for is kept below and in the address. " +
        "Check the connection, then reload the page.",
      error,
    );
  }
}

document.addEventListener("DOMContentLoaded", start);
