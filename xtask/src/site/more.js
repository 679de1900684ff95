// Fetches the second module when the first one asks for it, with the styles of what it shows, and says whether it came. It
// stands in for the script that the splitter writes, which needs a host that calls the file `application/wasm`.

import { wasm as first } from "./standpoint.js";

/** The styles, once they are there. What is shown without them is plain, but it can be read. */
function styled() {
  return new Promise((done) => {
    const sheet = { rel: "stylesheet", href: new URL("{{style}}", import.meta.url), onload: done, onerror: done };
    document.head.append(Object.assign(document.createElement("link"), sheet));
  });
}

/** Called by the first module: never twice at a time, and anew only after a failure. */
export async function __wasm_split_load_more(callback, data) {
  let came = true;
  const style = styled();
  try {
    const response = await fetch(new URL("{{more}}", import.meta.url));
    if (!response.ok) {
      throw new Error(`${response.url}: ${response.status}`);
    }
    // The first module's exports: among them is all that the second imports.
    await WebAssembly.instantiate(await response.arrayBuffer(), { __wasm_split: first });
  } catch (error) {
    console.error(error);
    came = false;
  }
  await style;
  first.__indirect_function_table.get(callback)(data, came);
}
