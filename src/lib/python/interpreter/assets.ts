/** The files of CPython in WebAssembly, as bytes: fetched by the page, read by Node. */
export interface PythonAssets {
	/** pyodide.asm.wasm */
	readonly wasm: Uint8Array<ArrayBuffer>;
	/** The standard library, precompiled and trimmed (`npm run build:python`). */
	readonly stdlib: Uint8Array<ArrayBuffer>;
	/** The `django` package that learners import, precompiled. */
	readonly facade: Uint8Array<ArrayBuffer>;
	/** In Node, where Pyodide reads files: the folder of its package, and the path of the standard library. */
	readonly paths?: { readonly pyodide: string; readonly stdlib: string };
}
