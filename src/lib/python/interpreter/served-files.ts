import type { PythonAssets } from './assets.ts';

/** An address that no network has: what is asked there is answered from memory. */
const NOWHERE = 'https://crumbtrail.invalid/';

/**
 * Runs `work` while Pyodide's files can be had where it looks for them. Node reads files. The sandboxed worker
 * reaches no network, and Pyodide takes its files by address only: there, `fetch` answers from memory.
 */
export async function withServedFiles<T>(
	{ wasm, stdlib, paths }: PythonAssets,
	work: (paths: { pyodide: string; stdlib: string }) => Promise<T>
): Promise<T> {
	if (paths) return work(paths);
	const fetchOutside = globalThis.fetch;
	globalThis.fetch = (input, init) => {
		const address = input instanceof Request ? input.url : String(input);
		if (!address.startsWith(NOWHERE)) return fetchOutside(input, init);
		const isWasm = address.endsWith('.wasm');
		const type = isWasm ? 'application/wasm' : 'application/zip';
		return Promise.resolve(new Response(isWasm ? wasm : stdlib, { headers: { 'Content-Type': type } }));
	};
	try {
		return await work({ pyodide: NOWHERE, stdlib: `${NOWHERE}stdlib.zip` });
	} finally {
		globalThis.fetch = fetchOutside;
	}
}
