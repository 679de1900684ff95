// How a release loads its module, in place of wasm-bindgen's own way, which takes all that can stand for a module: it takes the
// response, which the boot script has counted, or the address. A host may
// call the file something else than `application/wasm`: it is then not compiled while it comes, but after.

export default async function ({ module_or_path }) {
  const response = module_or_path instanceof Response ? module_or_path : await fetch(module_or_path);
  if (!response.ok) {
    throw new Error(`${response.url}: ${response.status}`);
  }
  const imports = __wbg_get_imports();
  const { instance, module } = await (response.headers.get("Content-Type") === "application/wasm"
    ? WebAssembly.instantiateStreaming(response, imports)
    : WebAssembly.instantiate(await response.arrayBuffer(), imports));
  __wbg_finalize_init(instance, module);
}

// The module's exports, once it is there.
export { wasm };
