declare module 'pyodide/pyodide.asm.mjs' {
	/** Emscripten's factory: makes the module object that `loadPyodide` works with. */
	export default function createPyodideModule(settings: object): Promise<object>;
}
