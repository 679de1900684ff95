// The worker: a worker that reads what a reader brings. The page starts it when it is needed, and writes to it once it says
// that it is ready. A fault here is the page's to tell.

import start from "./{{glue}}";

await start({ module_or_path: new URL("{{wasm}}", import.meta.url) });
