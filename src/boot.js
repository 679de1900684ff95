// Sets the theme before the first paint, starts the program, shows how far it has come, and tells the reader when that fails or
// when it stops later. A file of its own, since the page's policy forbids inline scripts, and no module, since those run after the
// paint; the names of the files it loads come with its own element.

const { glue, wasm, size, more, staticPage, keys, lazyKeys } = document.currentScript.dataset;
const root = document.documentElement;
const at = (name) => new URL(name, document.baseURI);
const find = (id) => document.getElementById(id);

try {
  // `src/ui/environment.rs` keeps it.
  const theme = localStorage.getItem("standpoint.theme");
  if (theme) {
    root.dataset.theme = theme;
  }
} catch {
  // A browser that keeps nothing for the page: the system's theme it is.
}

// A key of the query string, however damaged: the program reads it (`query::codec`).
const OURS = new RegExp(`(^|[^a-z_]|amp)(${keys.replaceAll(" ", "|")})\\W*[=%]`, "i");

/** Reads the address. */
function ask() {
  const asked = new URLSearchParams(location.search);
  // The served page is not the one that the address asks for. It stays hidden (`style/modes.css`) until the program has rendered.
  root.toggleAttribute("data-asked", OURS.test(location.search + location.hash));
  // Preloads the second module beside the first where the page needs it. A development build has none.
  if (more && lazyKeys.split(" ").some((key) => asked.has(key))) {
    const preload = { rel: "preload", as: "fetch", type: "application/wasm", crossOrigin: "", href: at(more) };
    document.head.append(Object.assign(document.createElement("link"), preload));
  }
  // In a frame of another page there is no head.
  root.toggleAttribute("data-embed", asked.get("embed") === "1");
}

ask();

/** Shows what happened, once: whatever else goes wrong then follows from it. */
function tell(what, error) {
  console.error(error);
  const trouble = find("trouble");
  find("loading").hidden = true;
  if (!trouble.hidden) {
    return;
  }
  find("trouble-what").textContent = what;
  // As a whole address the program does not take it for one of its own.
  find("trouble-link").href = at("./");
  // Keys of others are in no link that is copied.
  const kept = location.search.slice(1).split("&").filter((pair) => OURS.test(pair));
  find("trouble-query").value = kept.length ? `?${kept.join("&")}` : "";
  trouble.hidden = false;
  // What was served can be read without the program.
  delete root.dataset.asked;
}

/** A panic of the program arrives as a trap: the module cannot go on, whatever was being done. */
function tellTrap(error) {
  if (typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError) {
    tell(
      "The page stopped because of a fault of its own. What you had chosen is kept below. " +
        "Try again, or open it without your choices.",
      error,
    );
  }
}

addEventListener("error", (event) => tellTrap(event.error));
addEventListener("unhandledrejection", (event) => tellTrap(event.reason));

/** The module as it comes, telling how much of it is there. A host may compress it: what is counted is what comes out. */
async function fetched() {
  const response = await fetch(at(wasm));
  if (!response.ok) {
    throw new Error(`${response.url}: ${response.status}`);
  }
  let come = 0;
  const count = new TransformStream({
    transform(chunk, controller) {
      come += chunk.length;
      find("loading-bar").value = Math.min(come / size, 1);
      controller.enqueue(chunk);
    },
    flush() {
      if (size > come) {
        throw new Error(`${response.url}: ${come} of ${size} bytes`);
      }
    },
  });
  return new Response(response.body.pipeThrough(count), { headers: { "Content-Type": "application/wasm" } });
}

/** Says that another page than the served one is loading. */
function say() {
  find("loading-what").textContent = "asked" in root.dataset ? "Loading…" : "";
}

/** Whether the program is on its way: it reads the address when it is here. */
const isComing = () => !find("loading").hidden && find("app").dataset.begun === undefined;

let tries = 0;

async function start() {
  if (typeof WebAssembly !== "object") {
    tell(
      "This browser does not run WebAssembly: filters and search need it. What stands below can be read; " +
        "what the link asked for is kept here. Open the link in another browser.",
      new Error("no WebAssembly"),
    );
    return;
  }
  const loading = find("loading");
  loading.className = "loading";
  // What is quick needs no word; a link to something else than was served says at once what is coming.
  setTimeout(() => loading.classList.add("loading--slow"), 300);
  say();
  loading.hidden = false;
  try {
    // A browser keeps that an import failed; another fragment is another one.
    const program = await import(`${at(glue)}${tries++ ? `#${tries}` : ""}`);
    await program.default({ module_or_path: await fetched() });
  } catch (error) {
    tellTrap(error);
    tell(
      "A part of the page could not be loaded, or came by half. What the link asked for is kept. Check the connection, then try again.",
      error,
    );
  }
  // Where something else was served, the line goes with the mark of that.
  loading.classList.add("loading--begun");
}

// A click on a filter before the program is here asks it at once, without another load of the page. A static page has links to the first
// page alone: there a load is what is meant.
addEventListener("click", (event) => {
  const link = event.target.closest?.("#app a[href^='?']");
  const plain = !(event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (link && plain && !staticPage && isComing()) {
    event.preventDefault();
    history.pushState(null, "", link.href);
    ask();
    say();
  }
});
addEventListener("popstate", () => {
  if (isComing()) {
    ask();
    say();
  }
});

document.addEventListener("DOMContentLoaded", () => {
  find("trouble-copy").addEventListener("click", () => {
    // The clipboard is closed to pages without https; the selected text can still be copied by hand.
    const query = find("trouble-query");
    query.select();
    navigator.clipboard?.writeText(query.value).catch(() => {});
  });
  find("trouble-again").addEventListener("click", () => {
    // A program that has begun cannot begin again.
    if (find("app").dataset.begun === undefined) {
      find("trouble").hidden = true;
      start();
    } else {
      location.reload();
    }
  });
  start();
});
