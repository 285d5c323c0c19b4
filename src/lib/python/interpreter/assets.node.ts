import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import type { PythonAssets } from './assets.ts';

/** Reads the interpreter's files from disk. @throws when `npm run build:python` has not been run */
export async function readPythonAssets(): Promise<PythonAssets> {
	// Node 20's V8 dies ("unreachable code" in the deoptimizer) when it inlines calls into WebAssembly.
	if (process.versions.node.startsWith('20.')) setFlagsFromString('--no-turbo-inline-js-wasm-calls');
	const require = createRequire(import.meta.url);
	const built = (name: string) => fileURLToPath(new URL(`../assets/${name}`, import.meta.url));
	const pyodide = require.resolve('pyodide/pyodide.asm.wasm');
	const [wasm, stdlib, facade] = await Promise.all([
		readFile(pyodide),
		readFile(built('stdlib.zip')),
		readFile(built('facade.zip'))
	]);
	return {
		wasm: new Uint8Array(wasm),
		stdlib: new Uint8Array(stdlib),
		facade: new Uint8Array(facade),
		paths: { pyodide: `${dirname(pyodide)}/`, stdlib: built('stdlib.zip') }
	};
}
